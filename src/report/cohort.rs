//! Many resumes held against one role: how each stands, and how many evidence what.

use serde::Serialize;

use crate::matching::Strength;
use crate::role::CriterionKind;

use super::check::{RoleName, SCHEMA_VERSION, Weighted};
use super::checker::Checker;
use super::standing::Standing;

/// A cohort in full.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CohortReport {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The role.
    pub role: RoleName,
    /// The weights of KPIs that were asked for; the others count 1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<Weighted>,
    /// Those that were read, in the order in which they were given.
    pub resumes: Vec<Standing>,
    /// The counts.
    pub cohort: Cohort,
    /// Those that were not read, in the order in which they were given.
    pub failures: Vec<Failure>,
}

/// How many resumes there are, and how many evidence each criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cohort {
    /// How many were read and checked.
    pub read: usize,
    /// How many were not.
    pub failed: usize,
    /// How many were given: those read and those not.
    pub given: usize,
    /// For each KPI, in the role file's order.
    pub kpis: Vec<CriterionCount>,
    /// For each activity, in the role file's order.
    pub activities: Vec<CriterionCount>,
    /// For each requirement, in the role file's order, where the role has any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub requirements: Vec<CriterionCount>,
}

/// How many resumes evidence a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionCount {
    /// The criterion's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How many evidence it, partly or strongly.
    pub covered: usize,
    /// How many evidence it strongly.
    pub strong: usize,
}

/// A resume that could not be read or checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The file as it was named, or its pseudonym.
    pub path: String,
    /// What is wrong with it, and the mend.
    pub reason: String,
}

/// A [`Failure`] as one of the lines that are a resume each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FailureLine<'f> {
    /// The file as it was named, or its pseudonym.
    pub path: &'f str,
    /// What is wrong with it, and the mend.
    pub error: &'f str,
}

/// A record that could not be read or checked, as one of the lines that are a record each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RecordFailure {
    /// The record's own id, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Its line in the input, from 1, where it has no id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// What is wrong with it.
    pub error: String,
}

impl CohortReport {
    /// An empty cohort.
    #[must_use]
    pub fn new(checker: &Checker<'_>) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            matcher_version: checker.matcher_version(),
            role: checker.role(),
            weights: checker.weights().to_vec(),
            resumes: Vec::new(),
            cohort: Cohort::new(checker),
            failures: Vec::new(),
        }
    }
}

impl Cohort {
    /// No resume yet.
    #[must_use]
    pub fn new(checker: &Checker<'_>) -> Self {
        let counts = |kind| {
            let none =
                |id: &str, name: &str| CriterionCount { id: id.into(), name: name.into(), covered: 0, strong: 0 };
            checker.criteria_of(kind).map(|criterion| none(&criterion.id, &criterion.item.name)).collect()
        };
        Self {
            read: 0,
            failed: 0,
            given: 0,
            kpis: counts(CriterionKind::Kpi),
            activities: counts(CriterionKind::Activity),
            requirements: counts(CriterionKind::Requirement),
        }
    }

    /// The counts of each kind of which the role has any, in the order in which they are shown.
    pub fn by_kind(&self) -> impl Iterator<Item = (CriterionKind, &[CriterionCount])> + Clone {
        let kinds = [
            (CriterionKind::Kpi, self.kpis.as_slice()),
            (CriterionKind::Activity, &self.activities),
            (CriterionKind::Requirement, &self.requirements),
        ];
        kinds.into_iter().filter(|(_, counts)| !counts.is_empty())
    }

    /// Counts one that was read.
    pub fn add(&mut self, standing: &Standing) {
        self.read += 1;
        self.given += 1;
        let counts = self.kpis.iter_mut().chain(&mut self.activities).chain(&mut self.requirements);
        for (count, strength) in counts.zip(standing.strengths()) {
            count.covered += usize::from(strength != Strength::None);
            count.strong += usize::from(strength == Strength::Strong);
        }
    }

    /// Counts one that was not.
    pub fn fail(&mut self) {
        self.failed += 1;
        self.given += 1;
    }

    /// The KPIs that the fewest resumes evidence, at most `most`, with how many do not; never one that all do.
    #[must_use]
    pub fn commonest_gaps(&self, most: usize) -> Vec<(&CriterionCount, usize)> {
        let mut gaps: Vec<_> = self.kpis.iter().map(|kpi| (kpi, self.read - kpi.covered)).collect();
        gaps.retain(|(_, without)| *without > 0);
        gaps.sort_by_key(|(_, without)| std::cmp::Reverse(*without));
        gaps.truncate(most);
        gaps
    }

    /// `count` as a share of those that were read, in whole percent.
    #[must_use]
    pub fn percent(&self, count: usize) -> usize {
        (200 * count + self.read).checked_div(2 * self.read).unwrap_or(0)
    }
}
