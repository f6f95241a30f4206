//! `kpi-check` of many resumes: common gaps, criteria, a heat map of resumes, what could not be read.

use minijinja::Error;
use serde::Serialize;

use crate::report::{CohortReport, Counts, CriterionCount, CriterionKind, Failure, Standing, Strength};

use super::page::page;
use super::{plural, singular};

/// How many gaps are named.
const MOST_GAPS: usize = 6;

/// The whole cohort as an HTML page. The error is one of the built-in templates.
pub fn cohort(report: &CohortReport) -> Result<String, Error> {
    page("cohort.html", &View::new(report), report.matcher_version)
}

#[derive(Serialize)]
struct View<'r> {
    role: &'r str,
    read: usize,
    groups: Vec<Group>,
    criteria: Vec<Criterion<'r>>,
    gaps: Vec<Gap<'r>>,
    resumes: Vec<Resume<'r>>,
    failures: &'r [Failure],
}

/// The criteria of a kind.
#[derive(Serialize)]
struct Group {
    name: &'static str,
    total: usize,
}

#[derive(Serialize)]
struct Criterion<'r> {
    /// Its column in the heat map, from 1.
    number: usize,
    /// Whether it is the first of its kind.
    first: bool,
    kind_name: &'static str,
    name: &'r str,
    covered: usize,
    covered_percent: usize,
    strong: usize,
    strong_percent: usize,
}

#[derive(Serialize)]
struct Gap<'r> {
    name: &'r str,
    without: usize,
}

#[derive(Serialize)]
struct Resume<'r> {
    path: &'r str,
    kpis: Counts,
    activities: Counts,
    strongest: Option<&'r str>,
    /// Of the KPIs, then of the activities.
    strengths: Vec<Strength>,
}

impl<'r> View<'r> {
    fn new(report: &'r CohortReport) -> Self {
        let cohort = &report.cohort;
        let kinds = [(CriterionKind::Kpi, &cohort.kpis), (CriterionKind::Activity, &cohort.activities)];
        let kinds = kinds.into_iter().filter(|(_, counts)| !counts.is_empty());
        let placed = kinds
            .clone()
            .flat_map(|(kind, counts)| counts.iter().enumerate().map(move |(place, count)| (kind, place == 0, count)));
        let gap = |(kpi, without): (&'r CriterionCount, usize)| Gap { name: &kpi.name, without };
        Self {
            role: &report.role.title,
            read: cohort.read,
            groups: kinds.map(|(kind, counts)| Group { name: plural(kind), total: counts.len() }).collect(),
            criteria: (1..).zip(placed).map(|(number, placed)| criterion(report, number, placed)).collect(),
            gaps: cohort.commonest_gaps(MOST_GAPS).into_iter().map(gap).collect(),
            resumes: report.resumes.iter().map(Resume::from).collect(),
            failures: &report.failures,
        }
    }
}

fn criterion<'r>(
    report: &CohortReport,
    number: usize,
    (kind, first, count): (CriterionKind, bool, &'r CriterionCount),
) -> Criterion<'r> {
    Criterion {
        number,
        first,
        kind_name: singular(kind),
        name: &count.name,
        covered: count.covered,
        covered_percent: report.cohort.percent(count.covered),
        strong: count.strong,
        strong_percent: report.cohort.percent(count.strong),
    }
}

impl<'r> From<&'r Standing> for Resume<'r> {
    fn from(standing: &'r Standing) -> Self {
        Self {
            path: &standing.resume.path,
            kpis: standing.coverage.kpis,
            activities: standing.coverage.activities,
            strongest: standing.strongest.as_ref().map(|kpi| kpi.name.as_str()),
            strengths: standing.kpis.iter().chain(&standing.activities).copied().collect(),
        }
    }
}
