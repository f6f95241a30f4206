//! Which of a role's KPIs a question is about.

use std::collections::BTreeSet;

use crate::matching::{Judge, STRONG_FROM};
use crate::role::{Criterion, CriterionKind, Role};

use super::Asked;
use super::matter::{Usual, subjects};

/// From this on, a question's words are about a KPI, where they are about none much more.
const ABOUT: f32 = 0.3;
/// How near a KPI has to come to the one that the question is most about.
const BESIDE_BEST: f32 = 0.6;
/// What the subject of a KPI's name counts in a question.
const NAMED: f32 = 0.3;
/// From this on, a topic is about a KPI: it is said of many questions, so it has to say it outright.
const TOPIC_ABOUT: f32 = 0.5;
/// How many KPIs one question is about at most.
const MOST: usize = 2;

/// The KPIs of a role, ready for its questions.
pub(super) struct Kpis {
    /// For each criterion the subjects that its name has alone among the KPIs; none for what is no KPI.
    named: Vec<BTreeSet<&'static str>>,
    is_kpi: Vec<bool>,
}

impl Kpis {
    pub(super) fn new(role: &Role, criteria: &[Criterion<'_>], judge: &mut Judge<'_>) -> Self {
        let is_kpi: Vec<bool> = criteria.iter().map(|criterion| criterion.kind == CriterionKind::Kpi).collect();
        // What the whole field is about tells none of its KPIs from another.
        let titles = role.spec.aliases.iter().chain([&role.spec.title]);
        let of_field: BTreeSet<&str> = titles.flat_map(|title| subjects(judge, title).collect::<Vec<_>>()).collect();
        let of_names = criteria.iter().zip(&is_kpi).map(|(criterion, is_kpi)| {
            let named = subjects(judge, &criterion.item.name);
            named.filter(|subject| *is_kpi && !of_field.contains(subject)).collect()
        });
        let of_names: Vec<BTreeSet<&'static str>> = of_names.collect();
        let alone = |subject: &&'static str| of_names.iter().filter(|others| others.contains(subject)).count() == 1;
        let named = of_names.iter().map(|subjects| subjects.iter().copied().filter(alone).collect()).collect();
        Self { named, is_kpi }
    }

    /// The KPIs that a question's words are about, by their places among the criteria, the best first.
    pub(super) fn of_words(&self, asked: &Asked, usual: &Usual) -> Vec<usize> {
        let worth = |at: usize| {
            let named = self.named[at].intersection(&asked.words.subjects).next().is_some();
            let spoken_of = asked.words.scores[at] * usual.criterion(at);
            spoken_of.max(if named { NAMED } else { 0.0 })
        };
        self.best(worth, ABOUT)
    }

    /// Those that its topics are about.
    pub(super) fn of_topics(&self, asked: &Asked) -> Vec<usize> {
        self.best(|at| asked.topics.scores.get(at).copied().unwrap_or(0.0), TOPIC_ABOUT)
    }

    /// The KPI that a line with these `scores` is strong evidence for, the best of several.
    pub(super) fn shown(&self, scores: &[f32]) -> Option<usize> {
        self.best(|at| scores[at], STRONG_FROM).first().copied()
    }

    /// Those worth at least `least` and not much less than the best, the best first, of equals the first.
    fn best(&self, worth: impl Fn(usize) -> f32, least: f32) -> Vec<usize> {
        let kpis = (0..self.is_kpi.len()).filter(|at| self.is_kpi[*at]);
        let mut found: Vec<(f32, usize)> = kpis.map(|at| (worth(at), at)).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        let least = found.first().map_or(least, |(best, _)| least.max(best * BESIDE_BEST));
        found.into_iter().filter(|(worth, _)| *worth >= least).map(|(_, at)| at).take(MOST).collect()
    }
}
