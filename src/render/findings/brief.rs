//! `file:line:column: rule: message`, a finding a line, for the problem matchers of editors.

use super::{in_brackets, word};
use crate::render::plain::plain;
use crate::report::{Finding, Findings};

/// One line a finding; nothing where nothing was found.
#[must_use]
pub fn brief(findings: &Findings) -> String {
    findings.findings.iter().map(line).collect()
}

fn line(finding: &Finding) -> String {
    let Finding { path, line, column, rule, message, .. } = finding;
    plain(&format!("{path}:{line}:{column}: {}: {rule}: {message}{}", word(finding.severity), in_brackets(finding)))
        + "\n"
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;

    #[test]
    fn a_finding_is_one_line_that_begins_with_its_place() {
        let text = super::brief(&findings());
        assert_eq!(
            text,
            "my, résumé.md:7:3: error: odd-number: 120 % of <b> (Say \"how many\" & in %)\n\
             my, résumé.md:8:3: warning: gap: a: warning\n\
             my, résumé.md:9:3: note: gap: a note\n"
        );
    }
}
