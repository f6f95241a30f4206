//! `explain` for reading.

use crate::render::layout::{Width, apart, hang, highlighted};
use crate::render::plain::plain;
use crate::render::style::{HEADING, QUIET, badge, paint};
use crate::report::{CriterionExplanation, CriterionKind, Evidence, Explanation, Limit};

/// So many columns the name of a signal has, and so many its indent and its value need.
const NAME_COLUMNS: usize = 32;
const VALUE_COLUMNS: usize = 15;

/// Every criterion, the highest score first; signals of 0 are left out.
#[must_use]
pub fn explanation(report: &Explanation, width: Width) -> String {
    let all: Vec<Evidence> = report.criteria.iter().flat_map(|criterion| criterion.evidence.clone()).collect();
    let mut text = format!("{}\n", paint(&plain(&report.role.title), HEADING));
    text.push_str(&hang("", &highlighted(&report.text, &all), width.prose()));
    if let Some(limit) = report.limit {
        text.push_str(&hang("", &paint(told(limit), QUIET), width.prose()));
    }
    for criterion in &report.criteria {
        text.push('\n');
        text.push_str(&block(criterion, width));
    }
    text
}

fn told(limit: Limit) -> &'static str {
    match limit {
        Limit::BareList => "A bare list of terms: never strong evidence.",
        Limit::Claim => "Says what you know, not what you did with it: never strong evidence.",
    }
}

fn block(criterion: &CriterionExplanation, width: Width) -> String {
    let kind = match criterion.kind {
        CriterionKind::Activity => "(activity)",
        CriterionKind::Kpi => "(KPI)",
        CriterionKind::Requirement => "(requirement)",
    };
    let name =
        format!("{} {} {}", badge(criterion.strength), paint(&plain(&criterion.name), HEADING), paint(kind, QUIET));
    let mut text = apart(&name, &criterion.score.short(), width.prose());
    let shown = criterion.signals.iter().filter(|signal| signal.value.0 > 0.0);
    let columns = NAME_COLUMNS.min(width.prose().saturating_sub(VALUE_COLUMNS));
    for signal in shown {
        text.push_str(&format!("          {:<columns$} {}\n", signal.name, signal.value.short()));
    }
    for found in &criterion.evidence {
        let place = format!("\"{}\"", found.text);
        text.push_str(&hang("          ", &plain(&format!("{place}: {}", found.why)), width.prose()));
    }
    text
}
