//! `kpi-check` as Markdown: a table of KPIs, one of activities, one of requirements, then the lines that evidence nothing.

use crate::render::evidence::{place, set_off};
use crate::render::style::{mark, word};
use crate::render::words::{percent, plural, singular, weights};
use crate::report::{CheckReport, CheckedLine, Counts, CriterionKind, CriterionReport, Evidence, Strength};

use super::{escaped, table};

/// The whole check.
pub(super) fn check(report: &CheckReport) -> String {
    let mut text = format!("# {}: {}\n", escaped(&report.role.title), escaped(&report.resume.path));
    for (kind, counts) in report.coverage.by_kind() {
        text.push_str(&section(report, kind, counts));
    }
    let idle: Vec<String> = report.idle_lines().map(idle_line).collect();
    if !idle.is_empty() {
        text.push_str(&format!("\n## Lines that evidence nothing\n\n{}", idle.concat()));
    }
    text
}

fn idle_line(line: &CheckedLine) -> String {
    let advice: Vec<String> = line.advice.iter().map(|advice| escaped(&advice.message)).collect();
    let advice = if advice.is_empty() { String::new() } else { format!(" ({})", advice.join("; ")) };
    format!("- {}: {}{advice}\n", place(&line.location), escaped(&line.text))
}

fn section(report: &CheckReport, kind: CriterionKind, counts: Counts) -> String {
    let counted = format!("{} of {} evidenced, {} of them strong.", counts.covered, counts.total, counts.strong);
    let share = report
        .coverage
        .weighted_kpis
        .filter(|_| kind == CriterionKind::Kpi)
        .map(|share| format!(" {} by weight: {}.", percent(share), escaped(&weights(&report.weights))));
    let counted = counted + &share.unwrap_or_default();
    let rows = report.criteria_of(kind).map(|criterion| row(report, criterion));
    let header = ["Strength", "Score", singular(kind), "Best line", "Next"];
    format!("\n## {}\n\n{counted}\n\n{}", plural(kind), table(&header, rows))
}

fn row(report: &CheckReport, criterion: &CriterionReport) -> Vec<String> {
    let best = report
        .best_evidence(criterion)
        .map(|best| format!("{}: {}", place(best.location), emphasised(best.text, best.evidence)));
    let strength: Strength = criterion.strength;
    vec![
        format!("{} {}", mark(strength), word(strength)),
        criterion.score.short(),
        escaped(&criterion.name),
        best.unwrap_or_default(),
        escaped(criterion.next_step.as_deref().unwrap_or_default()),
    ]
}

/// The line with its evidence in bold.
pub(super) fn emphasised(text: &str, evidence: &[Evidence]) -> String {
    let parts = set_off(text, evidence.iter().map(|found| found.start..found.end)).into_iter();
    parts
        .map(|(part, is_set_off)| if is_set_off { format!("**{}**", escaped(&part)) } else { escaped(&part) })
        .collect()
}
