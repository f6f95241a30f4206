//! What is wrong in role specs, as findings.

use std::path::Path;

use crate::lint::{Level, Problem, RULES, Rule, SampleLines, lint};
use crate::role::Catalogue;

use super::findings::{Excerpt, Finding, Findings, Passed, RuleInfo, Severity};

/// A role spec's text and the file that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpecText {
    /// The file as it was named.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// All problems of `specs`, file by file. A file without any has passed.
#[must_use]
pub fn lint_specs(specs: &[SpecText], catalogue: &Catalogue, lines: &SampleLines) -> Findings {
    let mut findings = Vec::new();
    let mut passed = Vec::new();
    for spec in specs {
        let problems = lint(&spec.text, Path::new(&spec.path), catalogue, lines);
        if problems.is_empty() {
            passed.push(Passed { path: spec.path.clone(), name: spec.path.clone() });
        }
        findings.extend(problems.into_iter().map(|problem| finding(problem, spec)));
    }
    let rule = |rule: &Rule| RuleInfo { id: rule.id.to_owned(), summary: rule.summary.to_owned() };
    Findings::new(findings, passed, RULES.iter().map(rule).collect())
}

fn finding(problem: Problem, spec: &SpecText) -> Finding {
    let line = spec.text.lines().nth(problem.line - 1).unwrap_or_default().trim_start_matches('\u{feff}');
    let start = problem.column - 1;
    let end = (start + problem.length).min(line.chars().count()).max(start);
    Finding {
        rule: problem.rule.id.to_owned(),
        severity: match problem.rule.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
        },
        path: spec.path.clone(),
        line: problem.line,
        column: problem.column,
        end_column: (end > start).then_some(end + 1),
        message: problem.message,
        help: problem.mend,
        excerpt: (!line.trim().is_empty()).then(|| Excerpt { text: line.to_owned(), start, end }),
        is_aside: false,
    }
}
