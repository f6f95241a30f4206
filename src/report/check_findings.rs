//! A check as findings: a gap is a warning at the head of the resume, partial evidence a note at its best line, advice on
//! wording stands at its line.

use super::advice::LineAdvice;
use super::check::{CheckReport, CheckedLine, CriterionReport};
use super::cohort::Failure;
use super::findings::{Excerpt, Finding, Findings, Passed, RuleInfo, Severity};
use crate::advice;
use crate::matching::Strength;

/// Nothing evidences the criterion.
const GAP: &str = "gap";
/// The best evidence of the criterion is partial.
const PARTIAL: &str = "partial-evidence";

/// The resume could not be read.
const UNREADABLE: &str = "unreadable";

/// A resume that could not be read, as a finding.
impl From<&Failure> for Finding {
    fn from(failure: &Failure) -> Self {
        Self {
            rule: UNREADABLE.to_owned(),
            severity: Severity::Error,
            path: failure.path.clone(),
            line: 1,
            column: 1,
            end_column: None,
            message: failure.reason.clone(),
            help: None,
            excerpt: None,
            is_aside: false,
        }
    }
}

impl From<&CheckReport> for Findings {
    fn from(report: &CheckReport) -> Self {
        let findings = report.criteria.iter().filter_map(|criterion| finding(report, criterion));
        let advice = report.lines.iter().flat_map(|line| line.advice.iter().map(move |advice| (line, advice)));
        let advice = advice.map(|(line, advice)| advised(report, line, advice));
        let strong = report.criteria.iter().filter(|criterion| criterion.strength == Strength::Strong);
        let passed = strong.map(|criterion| Passed { path: report.resume.path.clone(), name: named(criterion) });
        Self::new(findings.chain(advice).collect(), passed.collect(), rules())
    }
}

fn rules() -> Vec<RuleInfo> {
    let rule = |id: &str, summary: &str| RuleInfo { id: id.to_owned(), summary: summary.to_owned() };
    let own = [
        rule(GAP, "No line of the resume gives evidence for a criterion of the role"),
        rule(PARTIAL, "The best line for a criterion of the role gives partial evidence only"),
        rule(UNREADABLE, "The resume cannot be read"),
    ];
    own.into_iter().chain(advice::rules().iter().map(|wording| rule(&wording.id, &wording.reason))).collect()
}

fn finding(report: &CheckReport, criterion: &CriterionReport) -> Option<Finding> {
    let name = named(criterion);
    let (rule, severity, message) = match criterion.strength {
        Strength::Strong => return None,
        Strength::Partial => (PARTIAL, Severity::Note, format!("partial evidence for the {name}")),
        Strength::None => (GAP, Severity::Warning, format!("no line gives evidence for the {name}")),
    };
    let best = report.best_evidence(criterion);
    let (line, column) = best.map_or((1, 1), |line| (line.location.line, line.location.column));
    Some(Finding {
        rule: rule.to_owned(),
        severity,
        path: report.resume.path.clone(),
        line,
        column,
        end_column: None,
        message,
        help: criterion.next_step.clone(),
        excerpt: best.map(|best| whole(best.text)),
        is_aside: false,
    })
}

/// Advice on the wording of a line.
fn advised(report: &CheckReport, line: &CheckedLine, advice: &LineAdvice) -> Finding {
    Finding {
        rule: advice.rule.clone(),
        severity: advice::rule(&advice.rule).map_or(Severity::Note, |rule| rule.level.into()),
        path: report.resume.path.clone(),
        line: line.location.line,
        column: line.location.column,
        end_column: None,
        message: advice.message.clone(),
        help: Some(advice.mend.clone()),
        excerpt: Some(Excerpt { text: line.text.clone(), start: advice.start, end: advice.end }),
        is_aside: true,
    }
}

fn named(criterion: &CriterionReport) -> String {
    format!("{} \"{}\"", criterion.kind.name(), criterion.name)
}

fn whole(text: &str) -> Excerpt {
    Excerpt { text: text.to_owned(), start: 0, end: text.chars().count() }
}
