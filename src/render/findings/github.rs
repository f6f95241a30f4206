//! Annotations as GitHub Actions reads them off a job's output
//! (<https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>).

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::sentences;
use crate::render::plain::plain;
use crate::report::{Finding, Findings, Severity};

/// What would end a command's message.
const MESSAGE: &AsciiSet = &CONTROLS.add(b'%');
/// What would end a property of a command.
const PROPERTY: &AsciiSet = &MESSAGE.add(b':').add(b',');

/// One command a finding; nothing where nothing was found.
#[must_use]
pub fn github(findings: &Findings) -> String {
    findings.findings.iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let name = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let end = finding.end_column.map(|column| format!(",endColumn={column}")).unwrap_or_default();
    format!(
        "::{name} file={},line={},col={}{end},title={}::{}\n",
        escaped(&finding.path, PROPERTY),
        finding.line,
        finding.column,
        escaped(&finding.rule, PROPERTY),
        escaped(&sentences(finding), MESSAGE)
    )
}

/// ASCII that means something to GitHub as `%XX`; it decodes nothing else, so other characters stay as they are.
fn escaped(text: &str, set: &'static AsciiSet) -> String {
    let piece = |c: char| {
        let mut buffer = [0; 4];
        let one: &str = c.encode_utf8(&mut buffer);
        if c.is_ascii() { Cow::from(utf8_percent_encode(one, set)).into_owned() } else { one.to_owned() }
    };
    plain(text).chars().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;

    #[test]
    fn nothing_in_a_file_ends_a_command_or_begins_one() {
        let text = super::github(&findings());
        assert_eq!(
            text,
            "::error file=my%2C résumé.md,line=7,col=3,endColumn=9,title=odd-number::120 %25 of <b>. Say \"how many\" & in %25\n\
             ::warning file=my%2C résumé.md,line=8,col=3,title=gap::A: warning\n\
             ::notice file=my%2C résumé.md,line=9,col=3,title=gap::A note\n"
        );
    }
}
