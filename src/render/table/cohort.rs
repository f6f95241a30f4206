//! `kpi-check` of many resumes for reading: a row a resume, a row a KPI, the commonest gaps.

use crate::render::layout::Column::{self, AtMost, Flexible, Rigid};
use crate::render::layout::{Width, apart, count, hang, table};
use crate::render::plain::plain;
use crate::render::shared_folder::shared_folder;
use crate::render::style::{HEADING, QUIET, mark, paint};
use crate::render::words::{percent, singular, weights};
use crate::report::{CohortReport, Counts, Coverage, CriterionCount, Standing, Strength};

/// How many gaps are named.
const MOST_GAPS: usize = 5;

/// The whole cohort.
#[must_use]
pub fn cohort(report: &CohortReport, width: Width) -> String {
    let title = paint(&plain(&report.role.title), HEADING);
    let read = format!("{} read", count(report.cohort.read, "resume"));
    let mut text = apart(&title, &paint(&read, QUIET), width.prose());
    if report.cohort.read == 0 {
        return text;
    }
    text.push('\n');
    text.push_str(&resumes(report, width));
    for (kind, counts) in report.cohort.by_kind() {
        text.push_str(&criteria(&singular(kind).to_uppercase(), counts, report, width));
    }
    text.push_str(&gaps(report, width));
    text
}

fn resumes(report: &CohortReport, width: Width) -> String {
    let header = columns(report);
    let folder = shared_folder(&report.resumes);
    let rows = report.resumes.iter().map(|standing| row(standing, folder.len()));
    let below = if folder.is_empty() { String::new() } else { format!("Resumes are named from {folder} on. ") };
    let mut told = format!("{below}Gaps are the numbers of the KPIs below that nothing evidences.");
    if !report.weights.is_empty() {
        told.push_str(&format!(" By weight: {}; the other KPIs count 1.", weights(&report.weights)));
    }
    let note = hang("", &plain(&told), width.prose());
    format!("{}\n{}\n", table(&header, rows, width), paint(note.trim_end(), QUIET))
}

/// The columns of the resumes, with one for weights and one for requirements where there are any.
fn columns(report: &CohortReport) -> Vec<(&'static str, Column)> {
    let weighted = (!report.weights.is_empty()).then_some(("BY WEIGHT", Rigid));
    let required = (!report.cohort.requirements.is_empty()).then_some(("REQUIRED", Rigid));
    let counts = [("RESUME", Flexible), ("KPIS", Rigid), ("STRONG", Rigid)].into_iter();
    // A KPI's name wraps between its words, a file's name in the middle of one.
    counts.chain(weighted).chain(required).chain([("STRONGEST KPI", AtMost(22)), ("GAPS", AtMost(28))]).collect()
}

fn row(standing: &Standing, skipped: usize) -> Vec<String> {
    let Coverage { kpis, requirements, weighted_kpis, .. } = standing.coverage;
    let strongest = standing.strongest.as_ref().map(|kpi| format!("{} {}", mark(kpi.strength), kpi.name));
    let numbered = (1..).zip(&standing.kpis).filter(|(_, strength)| **strength == Strength::None);
    let gaps: Vec<String> = numbered.map(|(number, _): (usize, _)| number.to_string()).collect();
    let of = |counts: Counts| format!("{}/{}", counts.covered, counts.total);
    let path = standing.resume.path.get(skipped..).unwrap_or_default().to_owned();
    let counts = [path, of(kpis), format!("{:>6}", kpis.strong)].into_iter();
    let weighted = weighted_kpis.map(|share| format!("{:>9}", percent(share)));
    let last =
        [strongest.unwrap_or_else(|| "–".to_owned()), if gaps.is_empty() { "–".to_owned() } else { gaps.join(" ") }];
    counts.chain(weighted).chain(requirements.map(of)).chain(last).collect()
}

fn criteria(kind: &str, counts: &[CriterionCount], report: &CohortReport, width: Width) -> String {
    let share = |found: usize| format!("{found:>6} {:>4}", format!("{}%", report.cohort.percent(found)));
    let rows = (1..).zip(counts).map(|(number, criterion): (usize, _)| {
        vec![format!("{number:>2}"), criterion.name.clone(), share(criterion.covered), share(criterion.strong)]
    });
    let header = [(" #", Rigid), (kind, Flexible), ("  EVIDENCED", Rigid), ("     STRONG", Rigid)];
    format!("\n{}", table(&header, rows, width))
}

fn gaps(report: &CohortReport, width: Width) -> String {
    let gaps = report.cohort.commonest_gaps(MOST_GAPS);
    if gaps.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", paint("Commonest gaps", HEADING));
    for (kpi, without) in gaps {
        let label = format!("  {without:>5} of {} without  ", report.cohort.read);
        text.push_str(&hang(&label, &plain(&kpi.name), width.prose()));
    }
    text
}
