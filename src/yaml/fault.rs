//! Reads a file in YAML; what is wrong with one is shown with file, line, column and the source line.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde::de::DeserializeOwned;
use serde_yaml::Error as YamlError;

use crate::text::nearest;

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.render())]
pub struct YamlFault {
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

impl YamlFault {
    /// The fault that `message` tells, at a place in `source`, the text of the file at `path`. Line and column from 1, the
    /// column in characters.
    #[must_use]
    pub fn at(line: usize, column: usize, source: &str, path: &str, message: String, mend: Option<String>) -> Self {
        let line = line.min(source.lines().count()).max(1);
        let source_line = source.lines().nth(line - 1).unwrap_or_default();
        let source_line = source_line.trim_start_matches('\u{feff}').to_owned();
        Self { path: path.to_owned(), line, column, message, mend, source_line }
    }

    fn render(&self) -> String {
        let start = self.source_line.char_indices().nth(self.column - 1).map_or(self.source_line.len(), |(at, _)| at);
        let rest = &self.source_line[start..];
        let ends = [rest.find([':', ',', ']']), rest.find(" #")].into_iter().flatten().filter(|end| *end > 0);
        let words = rest[..ends.min().unwrap_or(rest.len())].trim_end().len();
        let mark = AnnotationKind::Primary.span(start..start + words);
        let snippet = Snippet::source(self.source_line.as_str()).line_start(self.line).annotation(match &self.mend {
            Some(mend) => mark.label(mend.as_str()),
            None => mark,
        });
        let place = format!("{}:{}:{}: {}", self.path, self.line, self.column, self.message);
        let report = [Level::ERROR.no_name().primary_title(place).element(snippet)];
        Renderer::plain().render(&report)
    }
}

/// What kind of file is read, for messages.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// What one of it holds, such as "role".
    pub holds: &'static str,
    /// The key that it begins with.
    pub first_key: &'static str,
}

/// Reads `source`, the text of the file at `path`.
pub fn parse<T: DeserializeOwned>(source: &str, path: &str, kind: Kind) -> Result<T, YamlFault> {
    let source = source.trim_start_matches('\u{feff}');
    serde_yaml::from_str(source).map_err(|error| explain(error.without_snippet(), source, path, kind))
}

fn explain(error: &YamlError, source: &str, path: &str, kind: Kind) -> YamlFault {
    let told = error.location().map_or((1, 1), |at| (number(at.line()), number(at.column())));
    let first_is_missing = matches!(error, YamlError::SerdeMissingField { field, .. } if *field == kind.first_key);
    let (line, column) = if first_is_missing { (first_line(source), 1) } else { told };
    let (message, mend) = describe(error, source, kind);
    YamlFault::at(line, column, source, path, message, mend)
}

/// The line where the matter begins, from 1, behind comments: a first key that is missing belongs there.
#[must_use]
pub fn first_line(source: &str) -> usize {
    1 + source.lines().position(|line| !says_nothing(line)).unwrap_or_default()
}

/// Whether a line holds nothing but white space, a comment or the beginning of a document.
pub(super) fn says_nothing(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with('#') || line.starts_with("---")
}

pub(super) fn number(place: u64) -> usize {
    usize::try_from(place).unwrap_or(1).max(1)
}

fn describe(error: &YamlError, source: &str, kind: Kind) -> (String, Option<String>) {
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
            ("nothing stands here".to_owned(), Some("write something here, or take it out".to_owned()))
        }
        YamlError::SerdeInvalidType { unexpected, expected, .. } => {
            (format!("wrong type: {unexpected}"), Some(format!("{expected} belongs here")))
        }
        YamlError::Message { msg, .. } => match msg.split_once(": ") {
            Some((what, mend)) => (what.to_owned(), Some(mend.to_owned())),
            None => (msg.clone(), None),
        },
        other => in_our_words(&strip_place(&other.to_string()), source, kind),
    }
}

/// What the reader says of YAML itself, with the mend.
fn in_our_words(message: &str, source: &str, kind: Kind) -> (String, Option<String>) {
    const WORDS: [(&str, &str, &str); 5] = [
        ("expected mapping start", "wrong type", "keys with values belong here, such as `name: …`"),
        ("expected sequence start", "wrong type", "a list belongs here, such as `[one, two]`"),
        ("expected string scalar", "wrong type", "one text belongs here"),
        ("mapping values are not allowed", "a colon stands where no key can be", "put the whole text in quotes"),
        ("tabs disallowed", "a tab stands in the indent", "indent with spaces"),
    ];
    if source.lines().all(says_nothing) {
        return ("the file is empty".to_owned(), Some(format!("begin with `{}: …`", kind.first_key)));
    }
    if message.starts_with("multiple YAML documents") {
        return ("a second document begins here".to_owned(), Some(format!("keep one {} in a file", kind.holds)));
    }
    match WORDS.iter().find(|(theirs, _, _)| message.starts_with(theirs)) {
        Some((_, ours, mend)) => ((*ours).to_owned(), Some((*mend).to_owned())),
        None => (message.to_owned(), None),
    }
}

/// The reader's own message ends with the place, which stands in front already.
fn strip_place(message: &str) -> String {
    let first = message.lines().next().unwrap_or(message);
    first.split(" at line ").next().unwrap_or(first).trim_start_matches("error: ").to_owned()
}
