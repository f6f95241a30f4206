//! How one resume stands: a report in one row.

use serde::Serialize;

use crate::matching::Strength;
use crate::role::CriterionKind;

use super::check::{CheckReport, Coverage, ResumeName};
use super::score::Score;

/// How a resume stands against a role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Standing {
    /// The resume.
    #[serde(flatten)]
    pub resume: ResumeName,
    /// How much of the role is evidenced.
    pub coverage: Coverage,
    /// The KPI with the highest score, the first of equals; none where no KPI is evidenced.
    pub strongest: Option<Strongest>,
    /// The ids of the KPIs that nothing evidences, in the role file's order.
    pub gaps: Vec<String>,
    /// The strength of every KPI, in the role file's order.
    #[serde(skip)]
    pub kpis: Vec<Strength>,
    /// The strength of every activity, in the role file's order.
    #[serde(skip)]
    pub activities: Vec<Strength>,
    /// The strength of every requirement, in the role file's order.
    #[serde(skip)]
    pub requirements: Vec<Strength>,
}

/// The KPI that a resume evidences best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Strongest {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The strength of its best line.
    pub strength: Strength,
    /// The score of that line.
    pub score: Score,
}

/// What a resume's best line is worth for one criterion.
pub(super) struct Best<'a> {
    pub(super) id: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: CriterionKind,
    pub(super) strength: Strength,
    pub(super) score: Score,
}

impl Standing {
    /// Sums up what the best lines are worth, given in the role file's order.
    pub(super) fn new<'a>(resume: ResumeName, best: impl Iterator<Item = Best<'a>>) -> Self {
        let mut coverage = Coverage::default();
        let (mut kpis, mut activities, mut requirements, mut gaps) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut strongest: Option<Best<'a>> = None;
        for found in best {
            coverage.add(found.kind, found.strength);
            match found.kind {
                CriterionKind::Kpi => kpis.push(found.strength),
                CriterionKind::Activity => activities.push(found.strength),
                CriterionKind::Requirement => requirements.push(found.strength),
            }
            if found.kind != CriterionKind::Kpi {
                continue;
            }
            if found.strength == Strength::None {
                gaps.push(found.id.to_owned());
            } else if strongest.as_ref().is_none_or(|best| found.score > best.score) {
                strongest = Some(found);
            }
        }
        let strongest = strongest.map(|best| Strongest {
            id: best.id.to_owned(),
            name: best.name.to_owned(),
            strength: best.strength,
            score: best.score,
        });
        Self { resume, coverage, strongest, gaps, kpis, activities, requirements }
    }

    /// The strengths of the KPIs, the activities, then the requirements.
    pub fn strengths(&self) -> impl Iterator<Item = Strength> {
        self.kpis.iter().chain(&self.activities).chain(&self.requirements).copied()
    }
}

impl From<&CheckReport> for Standing {
    fn from(report: &CheckReport) -> Self {
        let best = report.criteria.iter().map(|criterion| Best {
            id: &criterion.id,
            name: &criterion.name,
            kind: criterion.kind,
            strength: criterion.strength,
            score: criterion.score,
        });
        let mut standing = Self::new(report.resume.clone(), best);
        standing.coverage.weighted_kpis = report.coverage.weighted_kpis;
        standing
    }
}
