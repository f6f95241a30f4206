//! Findings for reading: file by file, each with its words and what to do.

use std::ops::Range;

use anstyle::{AnsiColor, Style};

use crate::render::findings::word;
use crate::render::layout::{Width, count, emphasised, hang};
use crate::render::plain::plain;
use crate::render::style::{HEADING, NEXT, QUIET, paint};
use crate::report::{Excerpt, Finding, Findings, Severity};

/// Where the words below a finding's head begin.
const INDENT: &str = "      ";

/// All findings, then how many there are; only the count where nothing was found.
#[must_use]
pub fn findings(findings: &Findings, width: Width) -> String {
    let mut text = String::new();
    for one_file in findings.findings.chunk_by(|a, b| a.path == b.path) {
        let path = if one_file[0].path == "-" { "standard input" } else { &one_file[0].path };
        text.push_str(&format!("{}\n", paint(&plain(path), HEADING)));
        for finding in one_file {
            text.push_str(&block(finding, width));
        }
        text.push('\n');
    }
    text + &summary(findings)
}

fn block(finding: &Finding, width: Width) -> String {
    let place = paint(&format!("{}:{}", finding.line, finding.column), QUIET);
    let severity = paint(word(finding.severity), style(finding.severity));
    let rule = paint(&format!("[{}]", plain(&finding.rule)), QUIET);
    let mut text = hang("  ", &format!("{place} {severity} {} {rule}", plain(&finding.message)), width.prose());
    if let Some(excerpt) = &finding.excerpt {
        text.push_str(&hang(
            INDENT,
            &emphasised(excerpt.text.trim_end(), [marked(excerpt)].into_iter()),
            width.prose(),
        ));
    }
    if let Some(help) = &finding.help {
        text.push_str(&hang(&format!("{INDENT}{} ", paint("next", NEXT)), &plain(help), width.prose()));
    }
    text
}

fn marked(excerpt: &Excerpt) -> Range<usize> {
    // A mark over the whole line tells nothing.
    let whole = excerpt.start == 0 && excerpt.end >= excerpt.text.trim_end().chars().count();
    let end = if whole { 0 } else { excerpt.end };
    excerpt.start..end
}

pub(super) fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::Red,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::Cyan,
    };
    color.on_default().bold()
}

fn summary(findings: &Findings) -> String {
    let counts = findings.counts;
    let counts = [(counts.errors, "error"), (counts.warnings, "warning"), (counts.notes, "note")];
    let found: Vec<String> =
        counts.iter().filter(|(number, _)| *number > 0).map(|(number, one)| count(*number, one)).collect();
    if found.is_empty() { "Nothing found.\n".to_owned() } else { format!("{}\n", found.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::findings::sample;

    fn stripped(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_file_is_a_heading_and_a_finding_a_block() {
        let text = stripped(&findings(&sample::findings(), Width::USUAL));
        assert_eq!(
            text,
            "my, résumé.md\n\
             \x20 7:3 error 120 % of <b> [odd-number]\n\
             \x20     - <b>é\u{fffd}[2J\n\
             \x20     next Say \"how many\" & in %\n\
             \x20 8:3 warning a: warning [gap]\n\
             \x20 9:3 note a note [gap]\n\
             \n\
             1 error, 1 warning, 1 note\n"
        );
    }

    #[test]
    fn where_nothing_was_found_that_is_said() {
        let none = Findings::new(Vec::new(), Vec::new(), Vec::new());
        assert_eq!(findings(&none, Width::USUAL), "Nothing found.\n");
    }
}
