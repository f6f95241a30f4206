//! `diff` as Markdown: a table of coverage, one of criteria, then the lines.

use crate::render::style::word;
use crate::report::{Change, Counts, CriterionChange, CriterionKind, DiffReport, PlacedLine, Worth};

use super::{escaped, table};

/// The whole difference.
pub(super) fn diff(report: &DiffReport) -> String {
    let title =
        format!("# {}: {} → {}\n", escaped(&report.role.title), escaped(&report.old.path), escaped(&report.new.path));
    let mut text = format!("{title}\n{}", coverage(report));
    if !report.criteria.is_empty() {
        let header = ["Change", "Criterion", "Kind", "Before", "After"];
        text.push_str(&format!("\n## Criteria\n\n{}", table(&header, report.criteria.iter().map(criterion))));
    }
    let lines = &report.lines;
    text.push_str(&format!("\n## Lines\n\n{} as before.\n", lines.unchanged));
    let changed = lines.changed.iter().map(|line| format!("- {}\n  - now {}\n", told(&line.old), told(&line.new)));
    text.push_str(&list("Changed", &changed.collect::<Vec<_>>()));
    text.push_str(&list("Added", &lines.added.iter().map(item).collect::<Vec<_>>()));
    text + &list("Removed", &lines.removed.iter().map(item).collect::<Vec<_>>())
}

fn coverage(report: &DiffReport) -> String {
    let (before, after) = (report.coverage.before, report.coverage.after);
    let none = Counts::default();
    let rows = [
        ("KPIs", before.kpis, after.kpis),
        ("Activities", before.activities, after.activities),
        ("Requirements", before.requirements.unwrap_or(none), after.requirements.unwrap_or(none)),
    ];
    let counted = |counts: Counts| format!("{} of {}, {} strong", counts.covered, counts.total, counts.strong);
    let rows = rows.into_iter().filter(|(_, _, after)| after.total > 0);
    table(
        &["Evidenced", "Before", "After"],
        rows.map(|(name, before, after)| vec![name.to_owned(), counted(before), counted(after)]),
    )
}

fn criterion(change: &CriterionChange) -> Vec<String> {
    let what = match change.change {
        Change::Gained => "gained",
        Change::Lost => "lost",
        Change::Stronger => "stronger",
        Change::Weaker => "weaker",
    };
    let kind = match change.kind {
        CriterionKind::Activity => "activity",
        CriterionKind::Kpi => "KPI",
        CriterionKind::Requirement => "requirement",
    };
    vec![what.to_owned(), escaped(&change.name), kind.to_owned(), worth(&change.before), worth(&change.after)]
}

fn worth(worth: &Worth) -> String {
    let line = worth.line.as_ref().map(|line| format!(": {}", told(line))).unwrap_or_default();
    format!("{}{line}", word(worth.strength))
}

fn told(line: &PlacedLine) -> String {
    format!("line {}: {}", line.location.line, escaped(&line.text))
}

fn item(line: &PlacedLine) -> String {
    format!("- {}\n", told(line))
}

fn list(name: &str, items: &[String]) -> String {
    if items.is_empty() { String::new() } else { format!("\n### {name}\n\n{}", items.concat()) }
}
