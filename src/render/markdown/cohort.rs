//! `kpi-check` of many resumes as Markdown: a row a resume, a row a KPI, the commonest gaps, what was not read.

use crate::render::style::{mark, word};
use crate::render::words::{percent, plural, singular, weights};
use crate::report::{CohortReport, Counts, Coverage, CriterionCount, CriterionKind, Standing};

use super::{escaped, table};

/// How many gaps are named.
const MOST_GAPS: usize = 5;

/// The whole cohort.
pub(super) fn cohort(report: &CohortReport) -> String {
    let cohort = &report.cohort;
    let title = escaped(&report.role.title);
    let mut text = format!("# {title}: {} of {} resumes read\n", cohort.read, cohort.given);
    if cohort.read > 0 {
        text.push_str(&format!("\n## Resumes\n\n{}", table(&columns(report), report.resumes.iter().map(row))));
        if !report.weights.is_empty() {
            let weights = escaped(&weights(&report.weights));
            text.push_str(&format!("\nBy weight: {weights}; the other KPIs count 1.\n"));
        }
        for (kind, counts) in cohort.by_kind() {
            text.push_str(&criteria(kind, counts, report));
        }
    }
    let gaps = cohort.commonest_gaps(MOST_GAPS);
    if !gaps.is_empty() {
        let rows = gaps.into_iter().map(|(kpi, without)| vec![escaped(&kpi.name), without.to_string()]);
        text.push_str(&format!("\n## Commonest gaps\n\n{}", table(&["KPI", "Without it"], rows)));
    }
    if !report.failures.is_empty() {
        let failed = report.failures.iter();
        let items = failed.map(|failure| format!("- {}: {}\n", escaped(&failure.path), escaped(&failure.reason)));
        text.push_str(&format!("\n## Not read\n\n{}", items.collect::<String>()));
    }
    text
}

/// The columns of the resumes, with one for weights and one for requirements where there are any.
fn columns(report: &CohortReport) -> Vec<&'static str> {
    let weighted = (!report.weights.is_empty()).then_some("By weight");
    let required = (!report.cohort.requirements.is_empty()).then_some("Requirements");
    let counts = ["Resume", "KPIs", "Strong"].into_iter().chain(weighted).chain(required);
    counts.chain(["Strongest KPI", "Gaps"]).collect()
}

fn row(standing: &Standing) -> Vec<String> {
    let Coverage { kpis, requirements, weighted_kpis, .. } = standing.coverage;
    let strongest = standing.strongest.as_ref();
    let strongest =
        strongest.map(|kpi| format!("{} {} ({})", mark(kpi.strength), escaped(&kpi.name), word(kpi.strength)));
    let of = |counts: Counts| format!("{} of {}", counts.covered, counts.total);
    let counts = [escaped(&standing.resume.path), of(kpis), kpis.strong.to_string()].into_iter();
    let gaps = standing.gaps.iter().map(|gap| escaped(gap)).collect::<Vec<_>>().join(", ");
    let counts = counts.chain(weighted_kpis.map(percent)).chain(requirements.map(of));
    counts.chain([strongest.unwrap_or_default(), gaps]).collect()
}

fn criteria(kind: CriterionKind, counts: &[CriterionCount], report: &CohortReport) -> String {
    let share = |found: usize| format!("{found} ({}%)", report.cohort.percent(found));
    let rows = counts.iter().map(|one| vec![escaped(&one.name), share(one.covered), share(one.strong)]);
    format!("\n## {}\n\n{}", plural(kind), table(&[singular(kind), "Covered", "Strong"], rows))
}
