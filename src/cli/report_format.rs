//! How a report is written, in the commands that check something: `kpi-check` and `answer-check`.

use clap::ValueEnum;

use super::findings::FindingsFormat;

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For reading in a terminal
    Table,
    /// For programs: one object
    Json,
    /// For programs: one object a resume or a question, each on its line
    Jsonl,
    /// For spreadsheets: one row a resume or a question
    Csv,
    /// For documents
    Markdown,
    /// For a browser, and for paper: one file that loads nothing
    Html,
    /// For editors: a finding a line, with its place first
    Brief,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: annotations on the file that is checked
    Github,
    #[value(help = "For pipelines that show tests: JUnit XML")]
    Junit,
}

impl ReportFormat {
    /// The format of findings that it is, if it is one: what was found, place by place.
    pub(crate) fn of_findings(self) -> Option<FindingsFormat> {
        match self {
            Self::Table | Self::Json | Self::Jsonl | Self::Csv | Self::Markdown | Self::Html => None,
            Self::Brief => Some(FindingsFormat::Brief),
            Self::Sarif => Some(FindingsFormat::Sarif),
            Self::Github => Some(FindingsFormat::Github),
            Self::Junit => Some(FindingsFormat::Junit),
        }
    }
}
