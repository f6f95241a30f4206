//! What a text speaks of, and how much two texts share of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::lexicon::{self, ConceptId};
use crate::matching::Judge;

/// From this on, a question speaks of a criterion. Questions are short and rarely say what was done, so this is less than
/// what makes a line evidence.
const SPOKEN_OF: f32 = 0.12;
/// What one subject that question and line share is worth.
const SHARED_SUBJECT: f32 = 0.2;
/// What more of a role's questions than this speak of tells none of them apart, and is worth less the more do.
const TELLING_APART: f32 = 2.0;

/// What a text speaks of.
pub(super) struct Matter {
    /// The score for each criterion, in the role's order.
    pub(super) scores: Vec<f32>,
    /// The subjects that it names and that tell matters apart.
    pub(super) subjects: BTreeSet<&'static str>,
}

impl Matter {
    pub(super) fn of<'t>(judge: &mut Judge<'_>, texts: impl IntoIterator<Item = &'t String>) -> Self {
        let mut matter = Self { scores: Vec::new(), subjects: BTreeSet::new() };
        for text in texts {
            let scores = judge.judge(text).into_iter().map(|judgement| judgement.score);
            matter.scores = if matter.scores.is_empty() {
                scores.collect()
            } else {
                matter.scores.iter().zip(scores).map(|(known, score)| known.max(score)).collect()
            };
            matter.subjects.extend(subjects(judge, text));
        }
        matter
    }

    /// Whether this speaks of criterion number `at`.
    pub(super) fn speaks_of(&self, at: usize) -> bool {
        self.scores.get(at).is_some_and(|score| *score >= SPOKEN_OF)
    }

    /// How much of what this speaks of a line shows, from 0.
    pub(super) fn shares(&self, line: &Self, usual: &Usual) -> f32 {
        let evidenced = (0..self.scores.len()).filter(|at| self.speaks_of(*at));
        let worth = |at: usize| self.scores[at].sqrt() * line.scores[at] * usual.criterion(at);
        let best = evidenced.map(worth).fold(0.0, f32::max);
        let shared = self.subjects.intersection(&line.subjects);
        let mut subjects: Vec<f32> = shared.map(|name| usual.subject(name)).collect();
        subjects.sort_by(|a, b| b.total_cmp(a));
        best + SHARED_SUBJECT * subjects.iter().take(2).sum::<f32>()
    }
}

/// The subjects of `text` that tell one matter from another.
pub(super) fn subjects(judge: &mut Judge<'_>, text: &str) -> impl Iterator<Item = &'static str> {
    judge.mentions(text).into_iter().flat_map(|(_, names)| names).filter(|name| TELLING.contains(name))
}

/// What criteria and subjects are worth, from 0 to 1: the less, the more questions speak of them.
pub(super) struct Usual {
    criteria: Vec<f32>,
    subjects: BTreeMap<&'static str, f32>,
}

impl Usual {
    /// Of the words of a role's questions.
    pub(super) fn of<'m>(questions: impl Iterator<Item = &'m Matter>) -> Self {
        let worth = |questions: usize| (TELLING_APART / questions.max(1) as f32).min(1.0);
        let mut criteria: Vec<usize> = Vec::new();
        let mut named: BTreeMap<&'static str, usize> = BTreeMap::new();
        for matter in questions {
            criteria.resize(matter.scores.len(), 0);
            for (speak, score) in criteria.iter_mut().zip(&matter.scores) {
                *speak += usize::from(*score >= SPOKEN_OF);
            }
            for subject in &matter.subjects {
                *named.entry(subject).or_default() += 1;
            }
        }
        Self {
            criteria: criteria.into_iter().map(worth).collect(),
            subjects: named.into_iter().map(|(subject, questions)| (subject, worth(questions))).collect(),
        }
    }

    /// What criterion number `at` is worth.
    pub(super) fn criterion(&self, at: usize) -> f32 {
        self.criteria.get(at).copied().unwrap_or(1.0)
    }

    fn subject(&self, name: &str) -> f32 {
        self.subjects.get(name).copied().unwrap_or(1.0)
    }
}

/// The subjects that tell one matter from another: not "system", not "build".
static TELLING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let telling = lexicon::concepts().filter(|concept| !concept.is_action() && !concept.is_general());
    telling.map(ConceptId::name).collect()
});
