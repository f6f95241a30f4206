//! Findings for editors and continuous integration: one file a format.

mod brief;
mod github;
mod junit;
mod sarif;

pub use brief::brief;
pub use github::github;
pub use junit::junit;
pub use sarif::sarif;

use crate::report::{Finding, Severity};

/// The word for a severity.
pub(super) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// What was found and what to do about it, as sentences: "Unknown key `x`. Did you mean `y`?"
fn sentences(finding: &Finding) -> String {
    let message = sentence(&finding.message);
    match &finding.help {
        Some(help) => format!("{message}. {}", sentence(help)),
        None => message,
    }
}

/// What to do about it, behind the rest of its line; nothing where nothing is said.
fn in_brackets(finding: &Finding) -> String {
    finding.help.as_ref().map(|help| format!(" ({})", sentence(help))).unwrap_or_default()
}

/// `text` with a capital at its beginning.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(char::to_uppercase).into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
pub(super) mod sample {
    use crate::report::{Excerpt, Finding, Findings, Passed, RuleInfo, Severity};

    /// One finding of each severity, with characters that every format must escape.
    pub(in crate::render) fn findings() -> Findings {
        let finding = |rule: &str, severity, line, message: &str| Finding {
            rule: rule.into(),
            severity,
            path: "my, résumé.md".into(),
            line,
            column: 3,
            end_column: None,
            message: message.into(),
            help: None,
            excerpt: None,
            is_aside: false,
        };
        let marked = Finding {
            end_column: Some(9),
            help: Some("Say \"how many\" & in %".into()),
            excerpt: Some(Excerpt { text: "- <b>é\u{1b}[2J".into(), start: 2, end: 8 }),
            ..finding("odd-number", Severity::Error, 7, "120 %\nof <b>")
        };
        Findings::new(
            vec![
                finding("gap", Severity::Note, 9, "a note"),
                finding("gap", Severity::Warning, 8, "a: warning"),
                marked,
            ],
            vec![Passed { path: "my, résumé.md".into(), name: "KPI \"Speed\"".into() }],
            vec![
                RuleInfo { id: "gap".into(), summary: "A gap".into() },
                RuleInfo { id: "odd-number".into(), summary: "An odd number".into() },
            ],
        )
    }
}
