//! The advice on all lines, rule by rule.

use serde::Serialize;

use crate::report::CheckedLine;

use super::check::LineRef;

/// A rule, and the lines that it has advice on.
#[derive(Serialize)]
pub(super) struct Rule<'r> {
    id: &'r str,
    mend: &'r str,
    example: &'r str,
    lines: Vec<LineRef>,
}

/// The rules that have advice on one of `lines`, the one with the most lines first.
pub(super) fn rules(lines: &[CheckedLine]) -> Vec<Rule<'_>> {
    let mut rules: Vec<Rule<'_>> = Vec::new();
    for line in lines {
        for advice in &line.advice {
            let line = LineRef::from(line);
            match rules.iter_mut().find(|rule| rule.id == advice.rule) {
                Some(rule) if rule.lines.last() == Some(&line) => {}
                Some(rule) => rule.lines.push(line),
                None => rules.push(Rule {
                    id: &advice.rule,
                    mend: &advice.mend,
                    example: &advice.example,
                    lines: vec![line],
                }),
            }
        }
    }
    rules.sort_by_key(|rule| std::cmp::Reverse(rule.lines.len()));
    rules
}
