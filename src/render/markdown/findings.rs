//! Findings as Markdown: a table a file.

use crate::render::findings::word;
use crate::report::{Finding, Findings};

use super::{escaped, table};

/// All findings; a sentence where nothing was found.
pub(super) fn findings(findings: &Findings) -> String {
    if findings.findings.is_empty() {
        return "Nothing found.\n".to_owned();
    }
    let files = findings.findings.chunk_by(|a, b| a.path == b.path);
    let sections = files.map(|found| {
        let rows = table(&["Place", "Severity", "Rule", "Finding", "Words", "Next"], found.iter().map(row));
        format!("# {}\n\n{rows}", escaped(&found[0].path))
    });
    sections.collect::<Vec<_>>().join("\n")
}

fn row(finding: &Finding) -> Vec<String> {
    vec![
        format!("{}:{}", finding.line, finding.column),
        word(finding.severity).to_owned(),
        escaped(&finding.rule),
        escaped(&finding.message),
        finding.excerpt.as_ref().map(|excerpt| escaped(excerpt.text.trim())).unwrap_or_default(),
        finding.help.as_deref().map(escaped).unwrap_or_default(),
    ]
}
