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
        Renderer::plain().render(&report)
    }
}

/// Reads `source`, the text of the role spec at `path`.
pub fn parse(source: &str, path: &str) -> Result<RoleSpec, SpecError> {
    let source = source.trim_start_matches('\u{feff}');
    serde_yaml::from_str(source).map_err(|error| explain(error.without_snippet(), source, path))
}

fn explain(error: &YamlError, source: &str, path: &str) -> SpecError {
    let told = error.location().map_or((1, 1), |at| (number(at.line()), number(at.column())));
    let title_is_missing = matches!(error, YamlError::SerdeMissingField { field, .. } if *field == "title");
    let (line, column) = if title_is_missing { (first_line(source), 1) } else { told };
    let line = line.min(source.lines().count()).max(1);
    let source_line = source.lines().nth(line - 1).unwrap_or_default().to_owned();
    let (message, mend) = describe(error, source);
    SpecError { path: path.to_owned(), line, column, message, mend, source_line }
}

/// The line where the spec begins, behind comments: a missing title belongs there.
fn first_line(source: &str) -> usize {
    1 + source.lines().position(|line| !says_nothing(line)).unwrap_or_default()
}

fn says_nothing(line: &str) -> bool {
    line.trim().is_empty() || line.trim_start().starts_with('#') || line.starts_with("---")
}

fn number(place: u64) -> usize {
    usize::try_from(place).unwrap_or(1).max(1)
}

fn describe(error: &YamlError, source: &str) -> (String, Option<String>) {
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
        other => in_our_words(&strip_place(&other.to_string()), source),
    }
}

/// What the reader says of YAML itself, with the mend.
fn in_our_words(message: &str, source: &str) -> (String, Option<String>) {
    const WORDS: [(&str, &str, &str); 6] = [
        ("expected mapping start", "wrong type", "keys with values belong here, such as `name: …`"),
        ("expected sequence start", "wrong type", "a list belongs here, such as `[one, two]`"),
        ("expected string scalar", "wrong type", "one text belongs here"),
        ("multiple YAML documents", "a second document begins here", "keep one role in a file"),
        ("mapping values are not allowed", "a colon stands where no key can be", "put the whole text in quotes"),
        ("tabs disallowed", "a tab stands in the indent", "indent with spaces"),
    ];
    if source.lines().all(says_nothing) {
        return ("the file is empty".to_owned(), Some("begin with `title: …`".to_owned()));
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

#[cfg(test)]
mod tests {
    use super::parse;

    /// Place, message and mend of the error in `source`.
    fn fault(source: &str) -> (usize, usize, String, String) {
        let error = parse(source, "role.yaml").expect_err("a fault");
        (error.line, error.column, error.message, error.mend.unwrap_or_default())
    }

    fn told(line: usize, column: usize, message: &str, mend: &str) -> (usize, usize, String, String) {
        (line, column, message.to_owned(), mend.to_owned())
    }

    #[test]
    fn a_misspelt_key_gets_the_nearest_known_one() {
        assert_eq!(fault("title: X\nkpi: []\n"), told(2, 1, "unknown key `kpi`", "did you mean `kpis`?"));
        let nested = "title: X\nkpis:\n  - name: a\n    keyword: [b]\n";
        assert_eq!(fault(nested), told(4, 5, "unknown key `keyword`", "did you mean `keywords`?"));
    }

    #[test]
    fn a_strange_key_gets_all_known_ones() {
        let (line, column, message, mend) = fault("title: X\nzzz: 1\n");
        assert_eq!((line, column, message.as_str()), (2, 1, "unknown key `zzz`"));
        assert_eq!(
            mend,
            "keys here: title, aliases, function, about, activities, kpis, requirements, stages, questions"
        );
    }

    #[test]
    fn a_missing_title_is_told_where_the_spec_begins() {
        let spec = "# mine\n\naliases: [a]\nkpis:\n  - name: a\n";
        assert_eq!(fault(spec), told(3, 1, "`title` is missing", "add `title: …` here"));
    }

    #[test]
    fn a_missing_name_is_told_in_its_item() {
        let spec = "title: X\nkpis:\n  - name: a\n  - description: b\n";
        assert_eq!(fault(spec), told(4, 5, "`name` is missing", "add `name: …` here"));
    }

    #[test]
    fn an_empty_list_item_is_told_where_it_stands() {
        let mend = "write something here, or take it out";
        let spec = "title: X\nkpis:\n  - name: a\n    keywords:\n      - b\n      -\n      - c\n";
        assert_eq!(fault(spec), told(6, 8, "nothing stands here", mend));
        let blank = "title: X\naliases: [b, \"  \"]\n";
        assert_eq!(fault(blank), told(2, 14, "empty text", mend));
        assert_eq!(fault("title:\n"), told(1, 6, "nothing stands here", mend));
    }

    #[test]
    fn a_wrong_type_is_told_with_the_right_one() {
        let list = "a list belongs here, such as `[one, two]`";
        assert_eq!(fault("title: X\nkpis: hello\n"), told(2, 7, "wrong type", list));
        let keys = "keys with values belong here, such as `name: …`";
        assert_eq!(fault("title: X\nkpis:\n  - hello\n"), told(3, 5, "wrong type", keys));
        assert_eq!(fault("title: [X]\n"), told(1, 8, "wrong type", "one text belongs here"));
        assert_eq!(fault("- a\n"), told(1, 1, "wrong type", keys));
    }

    #[test]
    fn a_key_that_stands_twice_is_told_at_its_second_place() {
        assert_eq!(fault("title: X\ntitle: Y\n"), told(2, 1, "`title` stands twice", "keep one"));
    }

    #[test]
    fn a_weight_that_is_none_gets_those_that_are() {
        let spec = "title: X\nkpis:\n  - name: a\n    weight: most\n";
        assert_eq!(fault(spec), told(4, 13, "`most` is not allowed here", "use one of: must, nice"));
    }

    #[test]
    fn faults_of_the_yaml_itself_are_told_with_a_mend() {
        assert_eq!(fault(""), told(1, 1, "the file is empty", "begin with `title: …`"));
        assert_eq!(fault("# only\n"), told(1, 1, "the file is empty", "begin with `title: …`"));
        let colon = told(1, 20, "a colon stands where no key can be", "put the whole text in quotes");
        assert_eq!(fault("title: Développeur : é\n"), colon);
        let tab = fault("title: X\nkpis:\n\t- name: a\n");
        assert_eq!((tab.0, tab.2.as_str(), tab.3.as_str()), (3, "a tab stands in the indent", "indent with spaces"));
        assert_eq!(fault("title: X\n---\ntitle: Y\n").2, "a second document begins here");
        assert_eq!(fault("title: \"X\n").2, "unclosed quote");
    }

    #[test]
    fn a_fault_is_shown_with_place_and_source_line() {
        let error = parse("title: Ä\r\naliases: [ä, \"\"]\r\n", "my/role.yaml").expect_err("a fault");
        let lines =
            ["my/role.yaml:2:14: empty text", "2 | aliases: [ä, \"\"]", "^ write something here, or take it out"];
        let shown = error.to_string();
        assert!(lines.iter().all(|line| shown.contains(line)), "{shown}");
    }

    #[test]
    fn a_byte_order_mark_moves_no_column() {
        assert_eq!(fault("\u{feff}kpi: 1\n"), told(1, 1, "unknown key `kpi`", "did you mean `kpis`?"));
    }
}
