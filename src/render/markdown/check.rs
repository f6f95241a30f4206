//! `kpi-check` as Markdown: a table of KPIs, one of activities, one of requirements, then the lines that evidence nothing.

use crate::render::style::{mark, word};
use crate::report::{CheckReport, CheckedLine, Counts, CriterionKind, CriterionReport, Evidence, Strength};

use super::{escaped, table};

/// The whole check.
#[must_use]
pub fn check(report: &CheckReport) -> String {
    let mut text = format!("# {}: {}\n", escaped(&report.role.title), escaped(&report.resume.path));
    text.push_str(&section(report, CriterionKind::Kpi, "KPIs", report.coverage.kpis));
    text.push_str(&section(report, CriterionKind::Activity, "Activities", report.coverage.activities));
    let requirements = report.coverage.requirements.unwrap_or_default();
    text.push_str(&section(report, CriterionKind::Requirement, "Requirements", requirements));
    let idle: Vec<String> = report.idle_lines().map(idle_line).collect();
    if !idle.is_empty() {
        text.push_str(&format!("\n## Lines that evidence nothing\n\n{}", idle.concat()));
    }
    text
}

fn idle_line(line: &CheckedLine) -> String {
    let advice: Vec<String> = line.advice.iter().map(|advice| escaped(&advice.message)).collect();
    let advice = if advice.is_empty() { String::new() } else { format!(" ({})", advice.join("; ")) };
    format!("- line {}: {}{advice}\n", line.location.line, escaped(&line.text))
}

fn section(report: &CheckReport, kind: CriterionKind, name: &str, counts: Counts) -> String {
    if counts.total == 0 {
        return String::new();
    }
    let counted = format!("{} of {} evidenced, {} of them strong.", counts.covered, counts.total, counts.strong);
    let weights = report.weights.iter().map(|weighted| format!("{} ×{}", weighted.id, weighted.weight));
    let share = report.coverage.weighted_kpis.filter(|_| kind == CriterionKind::Kpi).map(|share| {
        let percent = (share.percent() * 10.0).floor() / 10.0;
        format!(" {percent}% by weight: {}.", escaped(&weights.collect::<Vec<_>>().join(", ")))
    });
    let counted = counted + &share.unwrap_or_default();
    let rows = report.criteria_of(kind).map(|criterion| row(report, criterion));
    let one = if kind == CriterionKind::Activity { "Activity" } else { name.trim_end_matches('s') };
    let header = ["Strength", "Score", one, "Best line", "Next"];
    format!("\n## {name}\n\n{counted}\n\n{}", table(&header, rows))
}

fn row(report: &CheckReport, criterion: &CriterionReport) -> Vec<String> {
    let best = report
        .best_evidence(criterion)
        .map(|(line, evidence)| format!("line {}: {}", line.location.line, emphasised(&line.text, evidence)));
    let strength: Strength = criterion.strength;
    vec![
        format!("{} {}", mark(strength), word(strength)),
        criterion.score.short(),
        escaped(&criterion.name),
        best.unwrap_or_default(),
        escaped(criterion.next_step.as_deref().unwrap_or_default()),
    ]
}

/// The line with its evidence in bold; places that overlap are one.
pub(super) fn emphasised(text: &str, evidence: &[Evidence]) -> String {
    let mut places: Vec<(usize, usize)> = evidence.iter().map(|found| (found.start, found.end)).collect();
    places.sort_unstable();
    let characters: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| escaped(&characters[from..to].iter().collect::<String>());
    let mut shown = String::new();
    let mut at = 0;
    let mut places = places.into_iter().peekable();
    while let Some((start, mut end)) = places.next() {
        while let Some((_, later)) = places.next_if(|next| next.0 <= end) {
            end = end.max(later);
        }
        let (start, end) = (start.clamp(at, characters.len()), end.clamp(at, characters.len()));
        shown.push_str(&format!("{}**{}**", part(at, start), part(start, end)));
        at = end;
    }
    shown + &part(at, characters.len())
}
