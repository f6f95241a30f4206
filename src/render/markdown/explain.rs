//! `explain` as Markdown.

use crate::render::reasons::{denied, reasons};
use crate::render::style::{mark, word};
use crate::report::{CriterionExplanation, Explanation};

use super::{escaped, table};

/// Every criterion, the highest score first; signals of 0 are left out.
pub(super) fn explanation(report: &Explanation) -> String {
    let header = ["Strength", "Score", "Criterion", "Signals", "Evidence"];
    let mut head = format!("# {}\n\n> {}\n\n", escaped(&report.role.title), escaped(&report.text));
    if let Some(denied) = denied(report) {
        head.push_str(&format!("{}\n\n", escaped(&denied)));
    }
    head + &table(&header, report.criteria.iter().map(row))
}

fn row(criterion: &CriterionExplanation) -> Vec<String> {
    let shown = criterion.signals.iter().filter(|signal| signal.value.0 > 0.0);
    let signals: Vec<String> = shown.map(|signal| format!("{} {}", signal.name, signal.value.short())).collect();
    vec![
        format!("{} {}", mark(criterion.strength), word(criterion.strength)),
        criterion.score.short(),
        escaped(&criterion.name),
        signals.join("; "),
        escaped(&reasons(&criterion.evidence)),
    ]
}
