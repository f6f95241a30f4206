//! `diff` for reading: coverage before and after, what was gained and lost, then the lines.

use super::check::{LONGEST_NAME, WIDE, labelled, path, place};
use crate::render::bar;
use crate::render::layout::{Width, apart, emphasised, hang, spread};
use crate::render::plain::plain;
use crate::render::style::{HEADING, QUIET, color, mark, paint, word};
use crate::report::{
    Change, ChangedLine, Counts, CriterionChange, CriterionKind, DiffReport, LineChanges, PlacedLine, Span, Worth,
};

/// The whole difference.
#[must_use]
pub fn diff(report: &DiffReport, width: Width) -> String {
    let title = paint(&plain(&report.role.title), HEADING);
    let shown = |path: &str| if path == "-" { "standard input".to_owned() } else { plain(path) };
    let (old, new) = (shown(&report.old.path), shown(&report.new.path));
    let names = if old == new { new } else { format!("{old} → {new}") };
    let mut text = apart(&title, &paint(&names, QUIET), width.prose());
    text.push('\n');
    let (before, after) = (report.coverage.before, report.coverage.after);
    text.push_str(&coverage("KPIs", before.kpis, after.kpis, width));
    text.push_str(&coverage("Activities", before.activities, after.activities, width));
    let requirements = (before.requirements.unwrap_or_default(), after.requirements.unwrap_or_default());
    text.push_str(&coverage("Requirements", requirements.0, requirements.1, width));
    for (name, change) in
        [("Gained", Change::Gained), ("Stronger", Change::Stronger), ("Weaker", Change::Weaker), ("Lost", Change::Lost)]
    {
        text.push_str(&criteria(name, report.that(change).collect(), width));
    }
    text + &lines(&report.lines, width) + &next(report, width)
}

/// What to do next, where the role asks for more than is evidenced.
fn next(report: &DiffReport, width: Width) -> String {
    let gaps: usize = report.coverage.after.by_kind().map(|(_, counts)| counts.total - counts.covered).sum();
    let what = match gaps {
        0 => return String::new(),
        1 => "the gap that is left".to_owned(),
        _ => format!("the {gaps} gaps that are left"),
    };
    let file = if report.old.path == report.new.path { "" } else { " with the new file" };
    let told = format!("`rolefit kpi-check`{file} says what to do about {what}.");
    format!("\n{}", hang("", &paint(&told, QUIET), width.prose()))
}

fn coverage(name: &str, before: Counts, after: Counts, width: Width) -> String {
    if after.total == 0 {
        return String::new();
    }
    let cells = if width.prose() < WIDE { 10 } else { 20 };
    let left = format!("{}  {}", paint(&format!("{name:<LONGEST_NAME$}"), HEADING), bar::coverage(after, cells));
    let (was, is, total) = (before.covered, after.covered, after.total);
    let told = match is.cmp(&was) {
        std::cmp::Ordering::Less => format!("{was} → {is} of {total} evidenced (-{})", was - is),
        std::cmp::Ordering::Equal => format!("{is} of {total} evidenced, as before"),
        std::cmp::Ordering::Greater => format!("{was} → {is} of {total} evidenced (+{})", is - was),
    };
    apart(&left, &told, width.prose())
}

fn criteria(name: &str, changes: Vec<&CriterionChange>, width: Width) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{} {}\n", paint(name, HEADING), paint(&format!("({})", changes.len()), QUIET));
    for change in changes {
        text.push_str(&criterion(change, width));
    }
    text
}

fn criterion(change: &CriterionChange, width: Width) -> String {
    let kind = match change.kind {
        CriterionKind::Activity => "activity",
        CriterionKind::Kpi => "KPI",
        CriterionKind::Requirement => "requirement",
    };
    let sign = if matches!(change.change, Change::Gained | Change::Stronger) { '+' } else { '-' };
    let name = format!("{} {}", paint(&plain(&change.name), HEADING), paint(&format!("({kind})"), QUIET));
    let moved = format!("{} → {}", strength(&change.before), strength(&change.after));
    let mut text = spread(&format!("  {sign} "), &name, &moved, width.prose());
    for (label, worth) in [("was", &change.before), ("is", &change.after)] {
        if let Some(line) = &worth.line {
            let told = format!("{} ({})", plain(&line.text), place(&line.location));
            text.push_str(&labelled(label, &told, width));
            text.push_str(&path(&line.location, width));
        }
    }
    text
}

fn strength(worth: &Worth) -> String {
    format!("{} {}", paint(&mark(worth.strength).to_string(), color(worth.strength)), word(worth.strength))
}

fn lines(lines: &LineChanges, width: Width) -> String {
    let counted = format!(
        "{} changed, {} added, {} removed, {} as before",
        lines.changed.len(),
        lines.added.len(),
        lines.removed.len(),
        lines.unchanged
    );
    let mut text = format!("\n{}", apart(&paint("Lines", HEADING), &counted, width.prose()));
    for line in &lines.changed {
        text.push_str(&changed(line, width));
    }
    for line in &lines.removed {
        text.push_str(&row('-', line, &[], width));
    }
    for line in &lines.added {
        text.push_str(&row('+', line, &[], width));
    }
    text
}

fn changed(line: &ChangedLine, width: Width) -> String {
    row('-', &line.old, &line.removed_words, width) + &row('+', &line.new, &line.added_words, width)
}

fn row(sign: char, line: &PlacedLine, words: &[Span], width: Width) -> String {
    let label = format!("  {sign} {} ", paint(&format!("{:<9}", place(&line.location)), QUIET));
    let text = emphasised(&line.text, words.iter().map(|span| span.start..span.end));
    hang(&label, &text, width.prose()) + &path(&line.location, width)
}
