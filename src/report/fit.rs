//! `fit`: which roles a resume gives evidence for.
//!
//! Two shares make a role's fit. *Coverage*: how much of the role the resume evidences. *Lines*: how much of the resume
//! speaks for the role, each line by its odds here against its best odds for any role, so that a line which every role
//! would take lifts none above the others. Fit is the root of their product: a role is no match that takes a single line,
//! nor one that is covered by lines which other roles claim with better right.

use rayon::prelude::*;
use serde::Serialize;

use crate::matching::{Strength, VERSION};
use crate::resume::{Line, Resume};
use crate::role::{Criterion, CriterionKind, Role, Weight};

use super::check::{CheckError, Coverage, CriterionReport, EvidenceLine, ResumeName, SCHEMA_VERSION};
use super::checker::{Checker, accomplishments, name};
use super::next_step;
use super::roles::RoleList;
use super::score::Score;

/// What partial evidence counts, where strong evidence counts 1.
const PARTIAL_CREDIT: f32 = 0.5;
/// How much a criterion counts that nobody is taken without, and one that is only welcome; others count 1.
const MUST_COUNTS: f32 = 2.0;
const NICE_COUNTS: f32 = 0.5;
/// Kept between a score and certainty, so that odds stay finite.
const DOUBT: f32 = 1e-4;

/// The roles that a resume gives evidence for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FitReport {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The resume.
    pub resume: ResumeName,
    /// How many of its lines were judged.
    pub lines: usize,
    /// How many roles it was held against; a fit is worth something among these alone.
    pub roles_held: usize,
    /// The roles that it evidences anything of, the best fit first.
    pub roles: Vec<RoleFit>,
}

/// How well a resume fits one role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleFit {
    /// Its place among all roles held, from 1.
    pub rank: usize,
    /// The role's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The part of a firm that it belongs to.
    pub function: Option<String>,
    /// The root of `coverage_share` × `lines_share`, 0 to 1.
    pub fit: Score,
    /// How much of the role is evidenced, 0 to 1: strong evidence counts 1, partial ½; musts count double, nice ones half.
    pub coverage_share: Score,
    /// How much of the resume speaks for the role, 0 to 1.
    pub lines_share: Score,
    /// How many criteria are evidenced.
    pub coverage: Coverage,
    /// The criterion with the highest score, with its line.
    pub strongest: StrongestCriterion,
    /// What nothing evidences: musts first, nice ones last; of each, KPIs first.
    pub missing: Vec<Missing>,
}

/// The criterion that a resume evidences best.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StrongestCriterion {
    /// Its id.
    pub id: String,
    /// Activity, KPI or requirement.
    pub kind: CriterionKind,
    /// Its name.
    pub name: String,
    /// The strength of the line.
    pub strength: Strength,
    /// The score of the line.
    pub score: Score,
    /// The line.
    pub line: EvidenceLine,
}

/// A criterion that nothing evidences.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Its id.
    pub id: String,
    /// Activity, KPI or requirement.
    pub kind: CriterionKind,
    /// Its name.
    pub name: String,
    /// How much it counts; absent where the spec does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// The next thing to do.
    pub next_step: String,
}

/// Roles, ready for resumes to be held against all of them. One serves all threads.
pub struct Fitter<'r>(Vec<(&'r Role, Checker<'r>)>);

/// One role with what the resume is worth for it.
struct Held<'r> {
    role: &'r Role,
    criteria: Vec<Criterion<'r>>,
    found: Vec<CriterionReport>,
    /// The highest score of each line.
    lines: Vec<f32>,
    strongest: Option<StrongestCriterion>,
}

/// Ranks `roles` by how well `resume` fits them; see [`Fitter::fit`].
pub fn fit(roles: &[Role], resume: &Resume) -> Result<FitReport, CheckError> {
    Fitter::new(roles).fit(resume)
}

impl<'r> Fitter<'r> {
    /// Reads what `roles` ask for; those that ask for nothing are left out.
    #[must_use]
    pub fn new(roles: &'r [Role]) -> Self {
        Self(roles.par_iter().filter_map(|role| Some((role, Checker::new(role).ok()?))).collect())
    }

    /// Ranks the roles by how well `resume` fits them. Roles that it evidences nothing of are left out.
    pub fn fit(&self, resume: &Resume) -> Result<FitReport, CheckError> {
        let (lines, training) = (accomplishments(resume)?, resume.training());
        let all = self.0.par_iter().map(|(role, checker)| Held::new(role, checker, &lines, &training));
        let held: Vec<Held<'_>> = all.collect();
        let best_odds: Vec<f32> =
            (0..lines.len()).map(|line| held.iter().map(|held| odds(held.lines[line])).fold(0.0, f32::max)).collect();
        let mut fits: Vec<RoleFit> = held.iter().filter_map(|held| held.fit(&best_odds)).collect();
        fits.sort_by(|a, b| b.fit.0.total_cmp(&a.fit.0).then_with(|| a.id.cmp(&b.id)));
        (1..).zip(&mut fits).for_each(|(rank, fit)| fit.rank = rank);
        Ok(FitReport {
            schema_version: SCHEMA_VERSION,
            matcher_version: VERSION,
            resume: name(resume),
            lines: lines.len(),
            roles_held: held.len(),
            roles: fits,
        })
    }
}

impl FitReport {
    /// Only the roles of `list`; ranks and fits stay what they are among all roles.
    #[must_use]
    pub fn among(mut self, list: &RoleList) -> Self {
        self.roles.retain(|role| list.roles.iter().any(|entry| entry.id == role.id));
        self
    }

    /// Only the first `count`.
    #[must_use]
    pub fn top(mut self, count: usize) -> Self {
        self.roles.truncate(count);
        self
    }
}

impl<'r> Held<'r> {
    /// `role` with what `lines` and what stands under education are worth for it.
    fn new(role: &'r Role, checker: &Checker<'r>, lines: &[&Line], training: &[&Line]) -> Self {
        let mut worker = checker.worker();
        let (found, best) = worker.summed_up(lines, training);
        let strongest = first_highest(&found).map(|(place, criterion, line)| StrongestCriterion {
            id: criterion.id.clone(),
            kind: criterion.kind,
            name: criterion.name.clone(),
            strength: criterion.strength,
            score: criterion.score,
            line: worker.evidence_line(lines[line], place),
        });
        Self { role, criteria: role.criteria(), found, lines: best, strongest }
    }

    fn fit(&self, best_odds: &[f32]) -> Option<RoleFit> {
        let strongest = self.strongest.clone()?;
        let (coverage, lines) = (self.coverage_share(), self.lines_share(best_odds));
        let mut counts = Coverage::default();
        self.found.iter().for_each(|found| counts.add(found.kind, found.strength));
        Some(RoleFit {
            rank: 0,
            id: self.role.id.clone(),
            title: self.role.spec.title.clone(),
            function: self.role.spec.function.clone(),
            fit: Score((coverage * lines).sqrt()),
            coverage_share: Score(coverage),
            lines_share: Score(lines),
            coverage: counts,
            strongest,
            missing: self.missing(),
        })
    }

    fn coverage_share(&self) -> f32 {
        let (mut evidenced, mut whole) = (0.0, 0.0);
        for (criterion, found) in self.criteria.iter().zip(&self.found) {
            let counts = counts(criterion.item.weight);
            evidenced += counts * credit(found.strength);
            whole += counts;
        }
        evidenced / whole
    }

    fn lines_share(&self, best_odds: &[f32]) -> f32 {
        let spoken = self.lines.iter().zip(best_odds).filter(|(_, best)| **best > 0.0);
        spoken.map(|(score, best)| odds(*score) / best).sum::<f32>() / best_odds.len() as f32
    }

    fn missing(&self) -> Vec<Missing> {
        let gaps = self.criteria.iter().zip(&self.found).filter(|(_, found)| found.strength == Strength::None);
        let mut missing: Vec<Missing> = gaps
            .map(|(criterion, found)| Missing {
                id: found.id.clone(),
                kind: found.kind,
                name: found.name.clone(),
                weight: criterion.item.weight,
                next_step: next_step::for_gap(criterion),
            })
            .collect();
        missing.sort_by_key(|gap| (urgency(gap.weight), gap.kind != CriterionKind::Kpi));
        missing
    }
}

/// The criterion with the highest score of those that lines evidence, the first of equals, with its place and its line.
fn first_highest(found: &[CriterionReport]) -> Option<(usize, &CriterionReport, usize)> {
    let evidenced = found.iter().enumerate().filter(|(_, found)| found.said_in.is_none());
    let evidenced = evidenced.filter_map(|(place, found)| Some((place, found, found.best_line?)));
    evidenced.reduce(|best, next| if next.1.score > best.1.score { next } else { best })
}

fn odds(score: f32) -> f32 {
    score / (1.0 + DOUBT - score)
}

fn credit(strength: Strength) -> f32 {
    match strength {
        Strength::Strong => 1.0,
        Strength::Partial => PARTIAL_CREDIT,
        Strength::None => 0.0,
    }
}

fn counts(weight: Option<Weight>) -> f32 {
    match weight {
        Some(Weight::Must) => MUST_COUNTS,
        Some(Weight::Nice) => NICE_COUNTS,
        None => 1.0,
    }
}

fn urgency(weight: Option<Weight>) -> u8 {
    match weight {
        Some(Weight::Must) => 0,
        None => 1,
        Some(Weight::Nice) => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume::{self, Format};
    use crate::role::parse;

    fn role(id: &str, spec: &str) -> Role {
        Role { id: id.into(), spec: parse(spec, "t.yaml").expect("a spec") }
    }

    const TESTS: &str = "- Wrote unit tests for the billing service\n";
    const REVIEW: &str = "- Participated in code review of 12 pull requests a week\n";

    fn fitted(lines: &str) -> FitReport {
        let tester = "title: Tester\nkpis:\n  - {name: Code review participation, keywords: [code review]}\n  \
                      - {name: Database optimization, keywords: [query tuning], weight: nice}\n\
                      activities:\n  - {name: Writing unit tests, keywords: [unit tests], weight: must}\n";
        let reviewer = "title: Reviewer\nkpis:\n  - {name: Unit tests, keywords: [unit tests]}\n  \
                        - {name: Honey yield, keywords: [honey]}\n";
        let roles = [role("reviewer", reviewer), role("tester", tester), role("idle", "title: Idle\n")];
        fit(&roles, &resume::read("r.txt", lines.as_bytes(), Some(Format::Text)).expect("a resume")).expect("a report")
    }

    #[test]
    fn the_role_comes_first_that_more_of_the_resume_speaks_for() {
        let report = fitted(&[TESTS, REVIEW].concat());
        assert_eq!(report.roles.iter().map(|role| role.id.as_str()).collect::<Vec<_>>(), ["tester", "reviewer"]);
        assert_eq!(report.roles.iter().map(|role| role.rank).collect::<Vec<_>>(), [1, 2]);
        assert!(report.roles[0].fit > report.roles[1].fit && report.roles[0].fit.0 <= 1.0);
        assert_eq!((report.lines, report.roles_held), (2, 2));
    }

    #[test]
    fn musts_are_missing_first_and_nice_ones_last() {
        let report = fitted(REVIEW);
        let tester = report.roles.iter().find(|role| role.id == "tester").expect("it");
        let missing: Vec<&str> = tester.missing.iter().map(|gap| gap.name.as_str()).collect();
        assert_eq!(missing, ["Writing unit tests", "Database optimization"]);
    }

    #[test]
    fn no_evidence_is_no_fit() {
        assert!(fitted("- Sang in a choir\n").roles.is_empty());
    }
}
