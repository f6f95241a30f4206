//! Advice on the wording of lines: on a resume by itself, and on the lines of a check.

use serde::Serialize;

use super::findings::{Excerpt, Finding, Findings, Passed, RuleInfo, Severity};
use crate::advice::{Advice, Level, Rule, Settings, advise, rules};
use crate::resume::{Line, Resume};

/// One piece of advice on a checked line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineAdvice {
    /// The rule's id.
    pub rule: String,
    /// First character of the line's text that it is about, from 0.
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
    /// What is wrong: a clause without a subject ("begins with \"Helped\"").
    pub message: String,
    /// What to do.
    pub mend: String,
    /// A good line of the kind, which the rule has no quarrel with: the rule's own, not the user's.
    pub example: String,
}

impl From<Advice> for LineAdvice {
    fn from(advice: Advice) -> Self {
        let Advice { rule, start, end, message, .. } = advice;
        let Rule { id, mend, example, .. } = rule.clone();
        Self { rule: id, start, end, message, mend, example }
    }
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Note => Self::Note,
            Level::Warning => Self::Warning,
        }
    }
}

/// The advice on each of `count` lines, in their order.
pub(super) fn by_line(resume: &Resume, settings: &Settings, count: usize) -> Vec<Vec<LineAdvice>> {
    let mut lines = vec![Vec::new(); count];
    for advice in advise(resume, settings) {
        if let Some(line) = lines.get_mut(advice.line) {
            line.push(LineAdvice::from(advice));
        }
    }
    lines
}

/// All advice on a resume, as findings; a line without any has passed.
#[must_use]
pub fn advice(resume: &Resume, settings: &Settings) -> Findings {
    let lines: Vec<&Line> = resume.accomplishments().collect();
    let mut good = vec![true; lines.len()];
    let mut findings = Vec::new();
    for advice in advise(resume, settings) {
        good[advice.line] = false;
        findings.push(finding(resume, lines[advice.line], advice));
    }
    let passed = lines.iter().zip(good).filter(|(_, good)| *good);
    let passed = passed.map(|(line, _)| Passed { path: resume.path.clone(), name: line.text.clone() });
    let asked = rules().iter().filter(|rule| settings.asks(&rule.id));
    let asked = asked.map(|rule| RuleInfo { id: rule.id.clone(), summary: rule.reason.clone() });
    Findings::new(findings, passed.collect(), asked.collect())
}

fn finding(resume: &Resume, line: &Line, advice: Advice) -> Finding {
    Finding {
        rule: advice.rule.id.clone(),
        severity: advice.rule.level.into(),
        path: resume.path.clone(),
        // Markup and line breaks stand between the words of the source, so the place is that of the whole line.
        line: line.place.line,
        column: line.place.column,
        end_column: None,
        message: advice.message,
        help: Some(advice.rule.mend.clone()),
        excerpt: Some(Excerpt { text: line.text.clone(), start: advice.start, end: advice.end }),
        is_aside: false,
    }
}
