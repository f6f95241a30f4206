//! Reads a role spec from YAML; what is wrong with one is shown with file, line, column and the source line.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_yaml::Error as YamlError;

use super::names::nearest;
use super::spec::RoleSpec;

/// What is wrong with a role spec, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.render())]
pub struct SpecError {
    /// The file as it was named.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub mend: Option<String>,
    source_line: String,
}

impl SpecError {
    fn render(&self) -> String {
        let start = self.source_line.char_indices().nth(self.column - 1).map_or(self.source_line.len(), |(at, _)| at);
        let rest = &self.source_line[start..];
        let word = rest.find([':', ' ', ',', ']']).filter(|len| *len > 0).unwrap_or(rest.len());
        let mark = AnnotationKind::Primary.span(start..start + word);
        let snippet = Snippet::source(self.source_line.as_str()).line_start(self.line).annotation(match &self.mend {
            Some(mend) => mark.label(mend.as_str()),
            None => mark,
        });
        let place = format!("{}:{}:{}: {}", self.path, self.line, self.column, self.message);
        let report = [Level::ERROR.no_name().primary_title(place).element(snippet)];
        Renderer::plain().render(&report).to_string()
    }
}

/// Reads `source`, the text of the role spec at `path`.
pub fn parse(source: &str, path: &str) -> Result<RoleSpec, SpecError> {
    let source = source.trim_start_matches('\u{feff}');
    serde_yaml::from_str(source).map_err(|error| explain(error.without_snippet(), source, path))
}

fn explain(error: &YamlError, source: &str, path: &str) -> SpecError {
    let (line, column) = error.location().map_or((1, 1), |at| (number(at.line()), number(at.column())));
    let source_line = source.lines().nth(line - 1).unwrap_or_default().to_owned();
    let (message, mend) = describe(error);
    SpecError { path: path.to_owned(), line, column, message, mend, source_line }
}

fn number(place: u64) -> usize {
    usize::try_from(place).unwrap_or(1).max(1)
}

fn describe(error: &YamlError) -> (String, Option<String>) {
    match error {
        YamlError::SerdeUnknownField { field, expected, .. } => {
            let mend = match nearest(field, expected.iter().copied()) {
                Some(key) => format!("did you mean `{key}`?"),
                None => format!("keys here: {}", expected.join(", ")),
            };
            (format!("unknown key `{field}`"), Some(mend))
        }
        YamlError::SerdeMissingField { field, .. } => {
            (format!("`{field}` is missing"), Some(format!("add `{field}: …` here")))
        }
        YamlError::DuplicateMappingKey { key, .. } => (
            key.as_ref().map_or_else(|| "this key stands twice".to_owned(), |key| format!("`{key}` stands twice")),
            Some("keep one".to_owned()),
        ),
        YamlError::SerdeUnknownVariant { variant, expected, .. } => {
            (format!("`{variant}` is not allowed here"), Some(format!("use one of: {}", expected.join(", "))))
        }
        YamlError::NullIntoString { .. } => {
            ("empty item".to_owned(), Some("write something here, or take the line out".to_owned()))
        }
        YamlError::SerdeInvalidType { unexpected, expected, .. } => {
            (format!("wrong type: {unexpected}"), Some(format!("{expected} belongs here")))
        }
        YamlError::Message { msg, .. } => match msg.split_once(": ") {
            Some((what, mend)) => (what.to_owned(), Some(mend.to_owned())),
            None => (msg.clone(), None),
        },
        other => (strip_place(&other.to_string()), None),
    }
}

/// The reader's own message ends with the place, which stands in front already.
fn strip_place(message: &str) -> String {
    let first = message.lines().next().unwrap_or(message);
    first.split(" at line ").next().unwrap_or(first).trim_start_matches("error: ").to_owned()
}
