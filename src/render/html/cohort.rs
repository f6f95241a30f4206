//! `kpi-check` of many resumes: common gaps, criteria, a heat map of resumes, what could not be read.

use minijinja::Error;
use serde::Serialize;

use crate::render::shared_folder::shared_folder;
use crate::render::words::{percent, plural, weights};
use crate::report::{CohortReport, Counts, CriterionCount, CriterionKind, Failure, Standing, Strength, WeightedShare};

use super::page::page;

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
    /// The folder from which on the resumes are named; empty where they share none.
    folder: &'r str,
    /// The weights of KPIs; empty where there are none.
    weights: String,
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
    /// Of each kind, in the order of the groups.
    counts: Vec<Counts>,
    /// Of all kinds.
    strong: usize,
    /// The share of the KPIs by their weights, where there are any.
    by_weight: Option<String>,
    /// The same as a number, to sort by.
    weighted_percent: Option<f64>,
    strongest: Option<&'r str>,
    /// Of the KPIs, the activities, then the requirements.
    strengths: Vec<Strength>,
}

impl<'r> View<'r> {
    fn new(report: &'r CohortReport) -> Self {
        let cohort = &report.cohort;
        let folder = shared_folder(&report.resumes);
        let kinds = cohort.by_kind();
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
            resumes: report.resumes.iter().map(|standing| Resume::new(standing, folder)).collect(),
            folder,
            failures: &report.failures,
            weights: weights(&report.weights),
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
        kind_name: kind.name(),
        name: &count.name,
        covered: count.covered,
        covered_percent: report.cohort.percent(count.covered),
        strong: count.strong,
        strong_percent: report.cohort.percent(count.strong),
    }
}

impl<'r> Resume<'r> {
    fn new(standing: &'r Standing, folder: &str) -> Self {
        let counts: Vec<Counts> = standing.coverage.by_kind().map(|(_, counts)| counts).collect();
        let weighted = standing.coverage.weighted_kpis;
        Self {
            path: standing.resume.path.strip_prefix(folder).unwrap_or(&standing.resume.path),
            strong: counts.iter().map(|counts| counts.strong).sum(),
            counts,
            by_weight: weighted.map(percent),
            weighted_percent: weighted.map(WeightedShare::percent),
            strongest: standing.strongest.as_ref().map(|kpi| kpi.name.as_str()),
            strengths: standing.strengths().collect(),
        }
    }
}
