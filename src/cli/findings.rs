//! The formats of commands that report findings.

use clap::ValueEnum;
use rolefit::render::{findings, json, markdown, table};
use rolefit::report::Findings;

use super::output;

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingsFormat {
    /// For reading in a terminal
    Table,
    /// For programs
    Json,
    /// For documents
    Markdown,
    /// For editors: a finding a line, with its place first
    Brief,
    /// For code scanning: SARIF 2.1.0
    Sarif,
    /// For GitHub Actions: annotations on the changed files
    Github,
    #[value(help = "For pipelines that show tests: JUnit XML")]
    Junit,
}

impl FindingsFormat {
    /// `found` in this format.
    pub(crate) fn write(self, found: &Findings) -> String {
        match self {
            Self::Table => table::findings(found, output::width()),
            Self::Json => json(found),
            Self::Markdown => markdown::findings(found),
            Self::Brief => findings::brief(found),
            Self::Sarif => findings::sarif(found),
            Self::Github => findings::github(found),
            Self::Junit => findings::junit(found),
        }
    }
}
