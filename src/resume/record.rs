//! A resume as a record of a stream: one line, one JSON object with an `id` and either the `text` of a resume in any
//! format of text, or its `lines`, which all count as work.

use serde_json::{Map, Value};

use super::{Format, Found, Line, LineKind, Place, ReadError, Resume};

/// Why a record gave no resume. The message does not name the record.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct RecordError {
    /// The record's id, where it has one.
    pub id: Option<String>,
    /// What is wrong, and the mend.
    pub message: String,
}

/// Reads a record. Keys other than `id`, `text` and `lines` are ignored.
///
/// # Errors
/// Where the line is no such record, or its resume cannot be read.
pub fn read_record(line: &[u8]) -> Result<Resume, RecordError> {
    let value = serde_json::from_slice::<Value>(line).map_err(|error| no_json(&error))?;
    let Value::Object(record) = value else {
        return Err(RecordError { id: None, message: shape("this is no object") });
    };
    let id = id(&record);
    let failed = |message: String| RecordError { id: id.clone(), message };
    let nothing = || failed("no resume line found in this record".to_owned());
    let Some(name) = &id else {
        return Err(failed(shape("it has no \"id\" that is a text or a number")));
    };
    let read = match (record.get("text"), record.get("lines")) {
        (Some(Value::String(text)), None) => super::read(name, text.as_bytes(), None).map_err(|error| match error {
            ReadError::Empty { .. } => nothing(),
            error => failed(error.reason()),
        })?,
        (None, Some(Value::Array(lines))) => {
            let lines = told(lines).ok_or_else(|| failed(shape("\"lines\" holds another thing than texts")))?;
            Resume {
                path: name.clone(),
                format: Format::Jsonl,
                lines,
                trained: Vec::new(),
                top: Vec::new(),
                ignored: Vec::new(),
            }
        }
        (Some(_), Some(_)) => return Err(failed(shape("it has \"text\" and \"lines\""))),
        (None, None) => return Err(failed(shape("it has neither \"text\" nor \"lines\""))),
        (Some(_), None) => return Err(failed(shape("its \"text\" is no text"))),
        (None, Some(_)) => return Err(failed(shape("its \"lines\" are no list"))),
    };
    if read.lines.is_empty() {
        return Err(nothing());
    }
    Ok(Resume { path: name.clone(), format: Format::Jsonl, ..read })
}

/// The lines of a record that is given as a file.
pub(super) fn lines(path: &str, bytes: &[u8]) -> Result<Found, ReadError> {
    let damaged =
        |error: RecordError| ReadError::Damaged { path: path.to_owned(), line: 1, column: 1, message: error.message };
    let found = |resume: Resume| Found { lines: resume.lines, trained: resume.trained, top: resume.top };
    read_record(bytes).map(found).map_err(damaged)
}

fn id(record: &Map<String, Value>) -> Option<String> {
    match record.get("id")? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The lines that are not blank, each with its number in the list; none where one is no text.
fn told(lines: &[Value]) -> Option<Vec<Line>> {
    let texts: Option<Vec<&str>> = lines.iter().map(Value::as_str).collect();
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let numbered = (1..).zip(texts?).map(|(line, text)| (line, folded(text)));
    let line = |(line, text)| Line {
        text,
        place: Place { line, column: 1, ..Place::default() },
        section: None,
        kind: LineKind::Experience,
        tags: Vec::new(),
        is_item: true,
        job_end: None,
    };
    Some(numbered.filter(|(_, text)| !text.is_empty()).map(line).collect())
}

fn no_json(error: &serde_json::Error) -> RecordError {
    let reason = error.to_string();
    let reason = reason.split(" at line ").next().unwrap_or_default();
    RecordError { id: None, message: shape(&format!("no sound JSON at column {}: {reason}", error.column().max(1))) }
}

fn shape(problem: &str) -> String {
    format!(
        "{problem}. A record is {{\"id\": \"…\", \"text\": \"…\"}} or {{\"id\": \"…\", \"lines\": [\"…\"]}} on one line"
    )
}

#[cfg(test)]
mod tests {
    use super::{Format, read_record};

    fn error(record: &str) -> (Option<String>, String) {
        let error = read_record(record.as_bytes()).expect_err("an error");
        (error.id, error.message)
    }

    #[test]
    fn text_is_read_as_what_it_is_and_lines_as_they_are() {
        let resume =
            read_record(br##"{"id": "a", "text": "# Jane\n\n## Skills\n\n- SQL\n\n## Work\n\n- Led a team"}"##);
        let resume = resume.expect("a resume");
        assert_eq!((resume.path.as_str(), resume.format, resume.accomplishments().count()), ("a", Format::Jsonl, 1));
        let resume =
            read_record(br#"{"id": 7, "lines": ["Led  a team", " ", "Cut costs"], "x": null}"#).expect("a resume");
        let lines: Vec<_> = resume.accomplishments().map(|line| (line.place.line, line.text.as_str())).collect();
        assert_eq!((resume.path.as_str(), lines), ("7", vec![(1, "Led a team"), (3, "Cut costs")]));
    }

    #[test]
    fn what_is_no_record_says_what_it_is_and_keeps_its_id() {
        assert!(error("{\"id\": \"a\"").1.contains("no sound JSON"));
        assert!(error("[1]").1.contains("no object"));
        assert!(error("{\"id\": null, \"text\": \"\"}").1.contains("no \"id\""));
        let known = Some("a".to_owned());
        for (record, part) in [
            ("{\"id\": \"a\"}", "neither"),
            ("{\"id\": \"a\", \"text\": \"x\", \"lines\": []}", "and"),
            ("{\"id\": \"a\", \"text\": 1}", "no text"),
            ("{\"id\": \"a\", \"lines\": 1}", "no list"),
            ("{\"id\": \"a\", \"lines\": [1]}", "another thing"),
            ("{\"id\": \"a\", \"lines\": [\" \"]}", "no resume line"),
            ("{\"id\": \"a\", \"text\": \"\"}", "no resume line"),
        ] {
            let (id, message) = error(record);
            assert!(id == known && message.contains(part), "{record}: {message}");
        }
    }
}
