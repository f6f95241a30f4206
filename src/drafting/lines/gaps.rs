//! A block for every criterion that no line evidences.

use crate::drafting::wording::markdown;
use crate::matching::Strength;
use crate::report::{CheckReport, CheckedLine, CriterionReport, Location};
use crate::role::{CriterionKind, Item, Role};

use super::patterns::patterns;

/// What each block is about, and its body: the KPIs, the activities, then the requirements.
pub(super) fn blocks(role: &Role, report: &CheckReport) -> Vec<(String, String)> {
    let items = role.criteria();
    let gaps = |kind: CriterionKind| {
        let criteria = report.criteria.iter().zip(&items);
        criteria.filter(move |(found, _)| found.kind == kind && found.strength == Strength::None)
    };
    let kinds = [CriterionKind::Kpi, CriterionKind::Activity, CriterionKind::Requirement];
    let all = kinds.into_iter().flat_map(gaps);
    all.map(|(found, known)| (format!("gap {}", found.id), body(found, known.item, report))).collect()
}

fn body(found: &CriterionReport, item: &Item, report: &CheckReport) -> String {
    let kind = match found.kind {
        CriterionKind::Kpi => "KPI",
        CriterionKind::Activity => "activity",
        CriterionKind::Requirement => "requirement",
    };
    let mut text = format!("## Missing {kind}: {}\n", markdown(&item.name));
    if let Some(description) = &item.description {
        text.push_str(&format!("\n{}\n", markdown(description)));
    }
    text.push_str(&list("How it is measured", item.measures.iter().map(|measure| markdown(measure))));
    text.push_str(&list("What may jog your memory", item.prompts.iter().map(|prompt| markdown(prompt))));
    match nearest(&found.id, report) {
        Some(line) => {
            let (words, place) = (markdown(&line.text), place(&line.location));
            text.push_str(&format!("\nYour nearest line:\n\n> {words} ({place})\n"));
        }
        None => text.push_str("\nNo line of yours comes near.\n"),
    }
    let patterns = patterns(found.kind, item);
    text + &list("To fill in", patterns)
}

/// From this score on, a line is near enough to a gap to be named.
const NEAR: f32 = 0.05;

/// The line that scores most for a criterion, the first of equals; none where none comes near.
fn nearest<'r>(criterion: &str, report: &'r CheckReport) -> Option<&'r CheckedLine> {
    let mut best: Option<(f32, &CheckedLine)> = None;
    for line in &report.lines {
        let score = line.matches.iter().find(|found| found.criterion == criterion).map_or(0.0, |found| found.score.0);
        if score >= NEAR && score > best.map_or(0.0, |(highest, _)| highest) {
            best = Some((score, line));
        }
    }
    best.map(|(_, line)| line)
}

/// A label with a list below it; nothing where there is nothing to list.
pub(super) fn list(label: &str, items: impl IntoIterator<Item = String>) -> String {
    let items: Vec<String> = items.into_iter().collect();
    if items.is_empty() { String::new() } else { format!("\n{label}:\n\n- {}\n", items.join("\n- ")) }
}

/// Where a line stands in the resume.
pub(super) fn place(location: &Location) -> String {
    match location.page {
        Some(page) => format!("p. {page}, line {}", location.line),
        None => format!("line {}", location.line),
    }
}
