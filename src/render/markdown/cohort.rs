//! `kpi-check` of many resumes as Markdown: a row a resume, a row a KPI, the commonest gaps, what was not read.

use crate::render::style::{mark, word};
use crate::report::{CohortReport, CriterionCount, Standing};

use super::{escaped, table};

/// How many gaps are named.
const MOST_GAPS: usize = 5;

/// The whole cohort.
#[must_use]
pub fn cohort(report: &CohortReport) -> String {
    let cohort = &report.cohort;
    let title = escaped(&report.role.title);
    let mut text = format!("# {title}: {} of {} resumes read\n", cohort.read, cohort.given);
    if cohort.read > 0 {
        let header = ["Resume", "KPIs", "Strong", "Strongest KPI", "Gaps"];
        text.push_str(&format!("\n## Resumes\n\n{}", table(&header, report.resumes.iter().map(row))));
        text.push_str(&criteria("KPIs", "KPI", &cohort.kpis, report));
        text.push_str(&criteria("Activities", "Activity", &cohort.activities, report));
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

fn row(standing: &Standing) -> Vec<String> {
    let kpis = standing.coverage.kpis;
    let strongest = standing.strongest.as_ref();
    let strongest =
        strongest.map(|kpi| format!("{} {} ({})", mark(kpi.strength), escaped(&kpi.name), word(kpi.strength)));
    vec![
        escaped(&standing.resume.path),
        format!("{} of {}", kpis.covered, kpis.total),
        kpis.strong.to_string(),
        strongest.unwrap_or_default(),
        standing.gaps.iter().map(|gap| escaped(gap)).collect::<Vec<_>>().join(", "),
    ]
}

fn criteria(heading: &str, kind: &str, counts: &[CriterionCount], report: &CohortReport) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let share = |found: usize| format!("{found} ({}%)", report.cohort.percent(found));
    let rows = counts.iter().map(|kpi| vec![escaped(&kpi.name), share(kpi.covered), share(kpi.strong)]);
    format!("\n## {heading}\n\n{}", table(&[kind, "Covered", "Strong"], rows))
}
