//! Holds resumes against a role, on as many threads as there are.

use crate::advice::Settings;
use crate::matching::{Credential, Judge, Judgement, Matcher, Said, Strength, VERSION};
use crate::resume::{Line, Resume};
use crate::role::{Criterion, CriterionKind, Role, nearest, same_name};

use super::advice;
use super::check::{
    CheckError, CheckReport, CheckedLine, Coverage, CriterionReport, EvidenceLine, LineMatch, Location, ResumeName,
    RoleName, SCHEMA_VERSION, Weighted, WeightedShare,
};
use super::next_step;
use super::score::Score;
use super::standing::{Best, Standing};

/// A role, ready for resumes to be held against it. One serves all threads.
pub struct Checker<'r> {
    role: &'r Role,
    criteria: Vec<Criterion<'r>>,
    matcher: Matcher,
    /// The degree, licence or certificate that each criterion asks for, where it does.
    credentials: Vec<Option<Credential>>,
    weights: Vec<Weighted>,
    advice: Settings,
}

/// Holds one resume after another against a role, remembering the words that it has seen; one a thread.
pub struct Worker<'c> {
    checker: &'c Checker<'c>,
    judge: Judge<'c>,
}

/// Holds one resume against `role`; see [`Worker::check`].
pub fn check(role: &Role, resume: &Resume, min_score: f32) -> Result<CheckReport, CheckError> {
    Checker::new(role)?.worker().check(resume, min_score)
}

impl<'r> Checker<'r> {
    /// Reads what `role` asks for. A role that asks for nothing is an error.
    pub fn new(role: &'r Role) -> Result<Self, CheckError> {
        let criteria = role.criteria();
        if criteria.is_empty() {
            return Err(CheckError::NoCriteria { title: role.spec.title.clone() });
        }
        let is_asked = |criterion: &Criterion<'_>| criterion.kind == CriterionKind::Requirement;
        let credential =
            |criterion: &Criterion<'_>| is_asked(criterion).then(|| Credential::of(&criterion.item.name)).flatten();
        let credentials = criteria.iter().map(credential).collect();
        let (matcher, weights, advice) = (Matcher::new(role), Vec::new(), Settings::default());
        Ok(Self { role, criteria, matcher, credentials, weights, advice })
    }

    /// The same with a weight for some KPIs, named by id or name in any case; the others count 1.
    pub fn weighted<'w>(mut self, weights: impl IntoIterator<Item = (&'w str, u32)>) -> Result<Self, CheckError> {
        for (name, weight) in weights {
            let kpis = || self.criteria.iter().filter(|criterion| criterion.kind == CriterionKind::Kpi);
            let is_called = |kpi: &&Criterion<'_>, name| kpi.id == name || same_name(&kpi.item.name, name);
            let Some(kpi) = kpis().find(|kpi| is_called(kpi, name)) else {
                let names = kpis().flat_map(|kpi| [kpi.id.as_str(), kpi.item.name.as_str()]);
                let like = nearest(name, names).and_then(|like| kpis().find(|kpi| is_called(kpi, like)));
                let nearest = like.map(|kpi| kpi.id.clone());
                return Err(CheckError::UnknownKpi { name: name.to_owned(), nearest });
            };
            let id = kpi.id.clone();
            self.weights.retain(|known| known.id != id);
            self.weights.push(Weighted { id, weight });
        }
        let has_kpi = self.criteria_of(CriterionKind::Kpi).next().is_some();
        if has_kpi
            && !self.weights.is_empty()
            && self.criteria_of(CriterionKind::Kpi).all(|kpi| self.weight(&kpi.id) == 0)
        {
            return Err(CheckError::NoWeight);
        }
        Ok(self)
    }

    /// The weights of KPIs that were asked for.
    #[must_use]
    pub fn weights(&self) -> &[Weighted] {
        &self.weights
    }

    fn weight(&self, id: &str) -> u32 {
        self.weights.iter().find(|weighted| weighted.id == id).map_or(1, |weighted| weighted.weight)
    }

    /// The share of the KPIs by their weights, where there are any, from the strengths of all criteria in their order.
    fn weighted_share(&self, strengths: impl Iterator<Item = Strength>) -> Option<WeightedShare> {
        if self.weights.is_empty() {
            return None;
        }
        let mut share = WeightedShare::default();
        for (kpi, strength) in self.criteria.iter().zip(strengths).filter(|(it, _)| it.kind == CriterionKind::Kpi) {
            let weight = u64::from(self.weight(&kpi.id));
            share.total += weight;
            share.covered += if strength == Strength::None { 0 } else { weight };
        }
        (share.total > 0).then_some(share)
    }

    /// The same with other settings for the advice on lines. Without them all rules are asked, and no day is today.
    #[must_use]
    pub fn advising(self, advice: Settings) -> Self {
        Self { advice, ..self }
    }

    /// A worker for one thread.
    #[must_use]
    pub fn worker(&self) -> Worker<'_> {
        Worker { checker: self, judge: self.matcher.judge() }
    }

    /// The version of the rules that give the scores.
    #[must_use]
    pub fn matcher_version(&self) -> u32 {
        VERSION
    }

    /// The role's name.
    #[must_use]
    pub fn role(&self) -> RoleName {
        RoleName { id: self.role.id.clone(), title: self.role.spec.title.clone() }
    }

    /// For each criterion, where `training`, what stands under education and certificates, says what it asks for.
    fn said<'l>(&self, training: &[&'l Line]) -> Vec<Option<(Said, &'l Line)>> {
        let texts: Vec<&str> = training.iter().map(|line| line.text.as_str()).collect();
        let said = |asked: &Option<Credential>| {
            let said = asked.as_ref()?.said_in(&texts)?;
            let line = *training.get(said.line)?;
            Some((said, line))
        };
        self.credentials.iter().map(said).collect()
    }

    /// The criteria of one kind, in the role file's order.
    pub fn criteria_of(&self, kind: CriterionKind) -> impl Iterator<Item = &Criterion<'r>> {
        self.criteria.iter().filter(move |criterion| criterion.kind == kind)
    }
}

impl Worker<'_> {
    /// Holds every line of `resume` that says what was done against every criterion. Matches that score less than
    /// `min_score` are left out of the lines; strengths, best lines and coverage do not depend on it.
    pub fn check(&mut self, resume: &Resume, min_score: f32) -> Result<CheckReport, CheckError> {
        let lines = accomplishments(resume)?;
        let found = Found { judged: self.judged(&lines), lines, said: self.checker.said(&resume.training()) };
        let criteria = found.summed_up(&self.checker.criteria);
        let Found { judged, lines, .. } = found;
        let mut coverage = Coverage::default();
        for criterion in &criteria {
            coverage.add(criterion.kind, criterion.strength);
        }
        coverage.weighted_kpis = self.checker.weighted_share(criteria.iter().map(|criterion| criterion.strength));
        let advice = advice::by_line(resume, &self.checker.advice, lines.len());
        let checked = (0..)
            .zip(lines.iter().zip(&judged).zip(advice))
            .map(|(index, ((line, judgements), advice))| CheckedLine {
                index,
                text: line.text.clone(),
                location: location(line),
                matches: self.matches(line, judgements, min_score),
                advice,
            })
            .collect();
        Ok(CheckReport {
            schema_version: SCHEMA_VERSION,
            matcher_version: VERSION,
            role: self.checker.role(),
            resume: name(resume),
            coverage,
            weights: self.checker.weights.clone(),
            criteria,
            lines: checked,
        })
    }

    /// Only how `resume` stands: much quicker, as no evidence is looked for.
    pub fn standing(&mut self, resume: &Resume) -> Result<Standing, CheckError> {
        let lines = accomplishments(resume)?;
        let found = Found { judged: self.judged(&lines), lines, said: self.checker.said(&resume.training()) };
        let best = (0..).zip(&self.checker.criteria).map(|(place, criterion)| {
            let (strength, score) = found.best(place);
            Best { id: &criterion.id, name: &criterion.item.name, kind: criterion.kind, strength, score: Score(score) }
        });
        let mut standing = Standing::new(name(resume), best);
        let strengths = (0..self.checker.criteria.len()).map(|place| found.best(place).0);
        standing.coverage.weighted_kpis = self.checker.weighted_share(strengths);
        Ok(standing)
    }

    /// What `lines` and what stands under education (`training`) together are worth for every criterion, and for each line
    /// its highest score that is evidence, 0 where none is.
    pub(super) fn summed_up(&mut self, lines: &[&Line], training: &[&Line]) -> (Vec<CriterionReport>, Vec<f32>) {
        let said = self.checker.said(training);
        let found = Found { judged: self.judged(lines), lines: lines.to_vec(), said };
        let criteria = found.summed_up(&self.checker.criteria);
        let judged = &found.judged;
        let evidence = |found: &&Judgement| found.strength != Strength::None;
        let best = judged.iter().map(|row| row.iter().filter(evidence).map(|found| found.score).fold(0.0, f32::max));
        (criteria, best.collect())
    }

    /// Why `line` is evidence for criterion number `criterion`.
    pub(super) fn evidence_line(&mut self, line: &Line, criterion: usize) -> EvidenceLine {
        EvidenceLine {
            text: line.text.clone(),
            location: location(line),
            evidence: self.judge.evidence(&line.text, criterion),
        }
    }

    fn judged(&mut self, lines: &[&Line]) -> Vec<Vec<Judgement>> {
        lines.iter().map(|line| self.judge.judge(&line.text)).collect()
    }

    fn matches(&mut self, line: &Line, judgements: &[Judgement], min_score: f32) -> Vec<LineMatch> {
        let checker = self.checker;
        let reported = checker.criteria.iter().zip(judgements).enumerate();
        reported
            .filter(|(_, (_, found))| found.score >= min_score)
            .map(|(place, (criterion, found))| LineMatch {
                criterion: criterion.id.clone(),
                kind: criterion.kind,
                score: Score(found.score),
                strength: found.strength,
                evidence: self.judge.evidence(&line.text, place),
            })
            .collect()
    }
}

/// The lines that say what was done. None at all is an error.
pub(super) fn accomplishments(resume: &Resume) -> Result<Vec<&Line>, CheckError> {
    let lines: Vec<&Line> = resume.accomplishments().collect();
    if lines.is_empty() {
        return Err(CheckError::NoAccomplishment { path: resume.path.clone(), read: resume.lines.len() });
    }
    Ok(lines)
}

pub(super) fn name(resume: &Resume) -> ResumeName {
    ResumeName { path: resume.path.clone(), format: resume.format }
}

/// The line with the highest score, the first of equals, with that score.
fn highest(place: usize, judged: &[Vec<Judgement>]) -> (usize, f32) {
    let first_highest = |best: (usize, f32), (line, found): (usize, &Judgement)| {
        if found.score > best.1 { (line, found.score) } else { best }
    };
    column(place, judged).fold((0, 0.0), first_highest)
}

fn strongest(place: usize, judged: &[Vec<Judgement>]) -> Strength {
    column(place, judged).map(|(_, found)| found.strength).max().unwrap_or(Strength::None)
}

/// What every line is worth for one criterion.
fn column(place: usize, judged: &[Vec<Judgement>]) -> impl Iterator<Item = (usize, &Judgement)> {
    judged.iter().enumerate().filter_map(move |(line, row)| Some((line, row.get(place)?)))
}

/// What was found in one resume.
struct Found<'l> {
    lines: Vec<&'l Line>,
    /// For each line, one judgement a criterion.
    judged: Vec<Vec<Judgement>>,
    /// For each criterion, where an education section says it.
    said: Vec<Option<(Said, &'l Line)>>,
}

impl<'l> Found<'l> {
    fn summed_up(&self, criteria: &[Criterion<'_>]) -> Vec<CriterionReport> {
        (0..).zip(criteria).map(|(place, criterion)| self.sum_up(place, criterion)).collect()
    }

    /// The strength and the score of a criterion, whoever says it.
    fn best(&self, place: usize) -> (Strength, f32) {
        match self.said_better(place) {
            Some((said, _)) => (said.strength, said.score),
            None => (strongest(place, &self.judged), highest(place, &self.judged).1),
        }
    }

    /// Where an education section says a criterion better than any line shows it.
    fn said_better(&self, place: usize) -> Option<&(Said, &'l Line)> {
        let said = self.said.get(place).and_then(Option::as_ref)?;
        (said.0.strength > strongest(place, &self.judged)).then_some(said)
    }

    fn sum_up(&self, place: usize, criterion: &Criterion<'_>) -> CriterionReport {
        let (line, _) = highest(place, &self.judged);
        let by_lines = strongest(place, &self.judged);
        let (strength, score) = self.best(place);
        let said = self.said_better(place);
        let evidencing = column(place, &self.judged).filter(|(_, found)| found.strength != Strength::None);
        let next_step = match (strength, said) {
            (Strength::Strong, _) => None,
            (Strength::Partial, Some((_, said))) => Some(next_step::for_said_in_part(criterion, &said.text)),
            (Strength::Partial, None) => Some(next_step::for_partial(criterion, &self.lines[line].text)),
            (Strength::None, _) => Some(next_step::for_gap(criterion)),
        };
        let helps = |texts: &[String]| if strength == Strength::Strong { Vec::new() } else { texts.to_vec() };
        CriterionReport {
            id: criterion.id.clone(),
            kind: criterion.kind,
            name: criterion.item.name.clone(),
            strength,
            score: Score(score),
            lines: evidencing.map(|(line, _)| line).collect(),
            best_line: (by_lines != Strength::None).then_some(line),
            said_in: said.map(|(said, line)| EvidenceLine {
                text: line.text.clone(),
                location: location(line),
                evidence: said.evidence.clone(),
            }),
            next_step,
            prompts: helps(&criterion.item.prompts),
            measures: helps(&criterion.item.measures),
        }
    }
}

pub(super) fn location(line: &Line) -> Location {
    let place = line.place.clone();
    Location {
        line: place.line,
        column: place.column,
        page: place.page,
        path: place.path,
        section: line.section.clone(),
    }
}

#[cfg(test)]
mod tests;
