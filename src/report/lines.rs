//! What is read of a resume, line by line.

use serde::Serialize;

use crate::resume::{Format, JobEnd, Line, LineKind, Resume};

use super::check::Location;
use super::checker::location;

/// What was read of a resume.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinesReport {
    /// The file as it was named; "-" for standard input.
    pub path: String,
    /// What it was read as.
    pub format: Format,
    /// All lines, in the document's order.
    pub lines: Vec<ListedLine>,
}

/// A line as it is read, judged or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListedLine {
    /// The text, without bullet and markup, white space folded.
    pub text: String,
    /// Its place.
    pub location: Location,
    /// What kind of line it is.
    pub kind: LineKind,
    /// Whether it is held against roles.
    pub judged: bool,
    /// The targets that it is meant for; empty where it is for all.
    pub tags: Vec<String>,
    /// When the job it stands under ended, where the dates beside its heading say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_end: Option<JobEnd>,
}

impl From<Resume> for LinesReport {
    fn from(resume: Resume) -> Self {
        Self { path: resume.path, format: resume.format, lines: resume.lines.into_iter().map(listed).collect() }
    }
}

fn listed(line: Line) -> ListedLine {
    ListedLine {
        location: location(&line),
        judged: line.is_accomplishment(),
        text: line.text,
        kind: line.kind,
        tags: line.tags,
        job_end: line.job_end,
    }
}
