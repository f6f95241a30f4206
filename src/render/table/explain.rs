//! `explain` for reading.

use crate::render::layout::{Width, hang, highlighted, spread};
use crate::render::plain::plain;
use crate::render::reasons::{denied, reasons};
use crate::render::style::{HEADING, QUIET, badge, paint};
use crate::report::{CriterionExplanation, Evidence, Explanation, Limit};

/// Every criterion, the highest score first; signals of 0 are left out.
#[must_use]
pub fn explanation(report: &Explanation, width: Width) -> String {
    let all: Vec<Evidence> = report.criteria.iter().flat_map(|criterion| criterion.evidence.clone()).collect();
    let mut text = format!("{}\n", paint(&plain(&report.role.title), HEADING));
    text.push_str(&hang("", &highlighted(&report.text, &all), width.prose()));
    if let Some(limit) = report.limit {
        text.push_str(&hang("", &paint(told(limit), QUIET), width.prose()));
    }
    if let Some(denied) = denied(report) {
        text.push_str(&hang("", &paint(&plain(&denied), QUIET), width.prose()));
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
    let kind = paint(&format!("({})", criterion.kind.name()), QUIET);
    let name = format!("{} {kind}", paint(&plain(&criterion.name), HEADING));
    let mut text = spread(&format!("{} ", badge(criterion.strength)), &name, &criterion.score.short(), width.prose());
    let (indent, room) = if width.is_narrow() { ("  ", 30) } else { ("          ", 32) };
    let shown = criterion.signals.iter().filter(|signal| signal.value.0 > 0.0);
    for signal in shown {
        text.push_str(&format!("{indent}{:<room$} {}\n", signal.name, signal.value.short()));
    }
    if !criterion.evidence.is_empty() {
        text.push_str(&hang(&format!("{indent}because "), &plain(&reasons(&criterion.evidence)), width.prose()));
    }
    text
}
