//! `kpi-check` for reading: KPIs, activities, requirements, then the lines that evidence nothing.

use anstyle::Style;
use textwrap::core::display_width;

use crate::render::bar;
use crate::render::layout::{Width, apart, count, hang, highlighted, spread};
use crate::render::plain::plain;
use crate::render::reasons;
use crate::render::style::{HEADING, NEXT, QUIET, badge, paint};
use crate::render::typed::typed;
use crate::render::words::{percent, plural, weights};
use crate::report::{
    CheckReport, CheckedLine, Counts, CriterionKind, CriterionReport, Evidence, EvidenceLine, Location,
};

/// Where the labels below a badge begin: with the words beside it, and where there is little room with its own word.
const INDENT: &str = "            ";
const NARROW_INDENT: &str = "    ";
/// From so many columns on there is room for long bars.
pub(super) const WIDE: usize = 70;
/// The longest name of a section, "Requirements".
pub(super) const LONGEST_NAME: usize = 12;

/// The whole check.
#[must_use]
pub fn check(report: &CheckReport, width: Width) -> String {
    let title = paint(&plain(&report.role.title), HEADING);
    let path = if report.resume.path == "-" { "standard input" } else { &report.resume.path };
    let resume = format!("{path} ({}, {})", report.resume.format, count(report.lines.len(), "line"));
    let mut text = apart(&title, &paint(&plain(&resume), QUIET), width.prose());
    for (kind, counts) in report.coverage.by_kind() {
        text.push_str(&section(report, kind, counts, width));
    }
    text.push_str(&idle_lines(report, width));
    text.push_str(&advised(report, width));
    text
}

fn section(report: &CheckReport, kind: CriterionKind, counts: Counts, width: Width) -> String {
    let counted = format!("{} of {} evidenced, {} strong", counts.covered, counts.total, counts.strong);
    let cells = if width.prose() < WIDE { 10 } else { 20 };
    let left =
        format!("{}  {}", paint(&format!("{:<LONGEST_NAME$}", plural(kind)), HEADING), bar::coverage(counts, cells));
    let mut text = format!("\n{}\n", apart(&left, &counted, width.prose()).trim_end());
    if kind == CriterionKind::Kpi {
        text.push_str(&weighted(report, width));
    }
    for criterion in report.criteria_of(kind) {
        text.push('\n');
        text.push_str(&block(report, criterion, width));
    }
    text
}

/// The share by weights, and which those were.
fn weighted(report: &CheckReport, width: Width) -> String {
    let Some(share) = report.coverage.weighted_kpis else { return String::new() };
    let told = format!("{} by weight: {}", percent(share), weights(&report.weights));
    hang("", &paint(&plain(&told), QUIET), width.prose())
}

fn block(report: &CheckReport, criterion: &CriterionReport, width: Width) -> String {
    let mark = format!("  {} ", badge(criterion.strength));
    let name = paint(&plain(&criterion.name), HEADING);
    let meter = bar::meter(criterion.score, criterion.strength);
    let score = criterion.score.short();
    let score = if width.is_narrow() { score } else { format!("{meter} {score}") };
    let mut text = spread(&mark, &name, &score, width.prose());
    if let Some(best) = report.best_evidence(criterion) {
        text.push_str(&labelled(&place(best.location), &highlighted(best.text, best.evidence), width));
        text.push_str(&path(best.location, width));
        if !best.evidence.is_empty() {
            text.push_str(&labelled("because", &reasons(best.evidence), width));
        }
        let others = other_lines(report, criterion);
        if !others.is_empty() {
            text.push_str(&labelled("also", &others, width));
        }
    }
    if let Some(step) = &criterion.next_step {
        text.push_str(&next(step, width));
    }
    text
}

pub(super) fn next(step: &str, width: Width) -> String {
    below("next", NEXT, &plain(step), width)
}

pub(super) fn labelled(label: &str, text: &str, width: Width) -> String {
    below(label, QUIET, text, width)
}

fn below(label: &str, style: Style, text: &str, width: Width) -> String {
    let indent = if width.is_narrow() { NARROW_INDENT } else { INDENT };
    hang(&format!("{indent}{} ", paint(&format!("{label:<8}"), style)), text, width.prose())
}

/// A line with the place it stands at.
pub(super) fn located(line: &EvidenceLine, width: Width) -> String {
    labelled(&place(&line.location), &highlighted(&line.text, &line.evidence), width) + &path(&line.location, width)
}

pub(super) fn place(location: &Location) -> String {
    match location.page {
        Some(page) => format!("p. {page}, {}", location.line),
        None => format!("line {}", location.line),
    }
}

/// The path of the value below its text, where the format has paths.
pub(super) fn path(location: &Location, width: Width) -> String {
    let at = |path: &String| labelled("at", &paint(&plain(path), QUIET), width);
    location.path.as_ref().map(at).unwrap_or_default()
}

/// The words that are evidence with why they are.
pub(super) fn reasons(evidence: &[Evidence]) -> String {
    plain(&reasons::reasons(evidence))
}

fn other_lines(report: &CheckReport, criterion: &CriterionReport) -> String {
    let mut places: Vec<String> = report.other_lines(criterion).map(|line| place(&line.location)).collect();
    places.dedup();
    places.join(", ")
}

/// What the advice on a line says, in brief.
fn wording(line: &CheckedLine) -> String {
    let messages: Vec<&str> = line.advice.iter().map(|advice| advice.message.as_str()).collect();
    plain(&messages.join("; "))
}

/// On how many lines there is advice, and where it is told in full.
fn advised(report: &CheckReport, width: Width) -> String {
    let advised = report.lines.iter().filter(|line| !line.advice.is_empty()).count();
    if advised == 0 {
        return String::new();
    }
    let counted = format!("Advice on the wording of {advised} of {}:", count(report.lines.len(), "line"));
    if report.resume.path == "-" {
        return format!(
            "\n{}",
            hang("", &format!("{counted} give the same input to `rolefit advise -`"), width.prose())
        );
    }
    let command = format!("rolefit advise {}", typed(&plain(&report.resume.path)));
    let whole = format!("{counted} {command}\n");
    // A command is copied: it stands on one line, however long that is.
    if display_width(whole.trim_end()) <= width.prose() {
        return format!("\n{whole}");
    }
    format!("\n{}  {command}\n", hang("", &counted, width.prose()))
}

fn idle_lines(report: &CheckReport, width: Width) -> String {
    let idle: Vec<&CheckedLine> = report.idle_lines().collect();
    if idle.is_empty() {
        return format!("\n{}\n", paint("Every line evidences something.", QUIET));
    }
    let name = paint("Lines that evidence nothing", HEADING);
    let counted = format!("{} of {}", idle.len(), report.lines.len());
    let mut text = format!("\n{}\n", apart(&name, &counted, width.prose()));
    for line in idle {
        let label = paint(&format!("{:<9}", place(&line.location)), QUIET);
        text.push_str(&hang(&format!("  {label} "), &plain(&line.text), width.prose()));
        text.push_str(&path(&line.location, width));
        if !line.advice.is_empty() {
            text.push_str(&labelled("wording", &wording(line), width));
        }
    }
    text
}
