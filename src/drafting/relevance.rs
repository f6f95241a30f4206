//! Which of a resume's lines and of a role's KPIs a question is about.
//!
//! A question is read like a line: the criteria that it speaks of are those it would score for. A line is worth telling
//! as far as it evidences the same criteria, and as far as it names the same subjects.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::lexicon::{self, ConceptId};
use crate::matching::{Judge, Matcher, PARTIAL_FROM};
use crate::resume::{Line, Resume};
use crate::role::{Criterion, CriterionKind, Question, Role};

/// How many lines and KPIs are named at most.
const MOST: usize = 3;
/// What a question's topics count beside its words.
const TOPICS: f32 = 0.8;
/// From this on, a question speaks of a criterion. Questions are short and rarely say what was done, so this is less than
/// what makes a line evidence.
const SPOKEN_OF: f32 = 0.12;
/// What one subject that question and line share is worth.
const SHARED_SUBJECT: f32 = 0.2;
/// From this on, a line is worth telling.
const WORTH_TELLING: f32 = 0.12;

/// What a question is about.
#[derive(Clone, Debug, Default)]
pub(super) struct Relevant<'r> {
    /// The lines to tell, the best first.
    pub(super) lines: Vec<&'r Line>,
    /// Whether the lines are only the strongest of all, as none speaks of the question's matter.
    pub(super) general: bool,
    /// The KPIs to bring in, the best first.
    pub(super) kpis: Vec<Criterion<'r>>,
}

/// A role and a resume, ready for questions.
pub(super) struct Relevance<'r> {
    criteria: Vec<Criterion<'r>>,
    matcher: Matcher,
    lines: Vec<Known<'r>>,
}

struct Known<'r> {
    line: &'r Line,
    scores: Vec<f32>,
    subjects: BTreeSet<&'static str>,
}

impl<'r> Relevance<'r> {
    pub(super) fn new(role: &'r Role, resume: &'r Resume) -> Self {
        let matcher = Matcher::new(role);
        let mut judge = matcher.judge();
        let lines = resume.accomplishments().map(|line| Known {
            line,
            scores: scores(&mut judge, &line.text),
            subjects: subjects(&mut judge, &line.text),
        });
        let lines = lines.collect();
        Self { criteria: role.criteria(), lines, matcher }
    }

    /// What `question` is about. Where no line speaks of it, a question about what the person did gets their strongest.
    pub(super) fn of(&self, question: &Question, about_the_person: bool) -> Relevant<'r> {
        let mut judge = self.matcher.judge();
        let mut asked = scores(&mut judge, &question.text);
        for topic in &question.topics {
            let named = scores(&mut judge, topic);
            asked.iter_mut().zip(named).for_each(|(score, topic)| *score = score.max(topic * TOPICS));
        }
        let named = subjects(&mut judge, &format!("{}; {}", question.text, question.topics.join("; ")));
        let worth = |known: &Known<'_>| {
            let evidenced = asked.iter().zip(&known.scores).filter(|(asked, _)| **asked >= SPOKEN_OF);
            let best = evidenced.map(|(asked, shown)| asked.sqrt() * shown).fold(0.0, f32::max);
            best + SHARED_SUBJECT * named.intersection(&known.subjects).count().min(2) as f32
        };
        let mut lines = best(self.lines.iter().map(|known| (worth(known), known.line)), WORTH_TELLING);
        let general = lines.is_empty() && about_the_person;
        if general {
            lines = best(self.lines.iter().map(|known| (strongest(known), known.line)), PARTIAL_FROM);
        }
        let kpis = self.criteria.iter().zip(&asked).filter(|(criterion, _)| criterion.kind == CriterionKind::Kpi);
        let kpis = best(kpis.map(|(criterion, score)| (*score, criterion.clone())), SPOKEN_OF);
        Relevant { lines, general, kpis }
    }
}

/// The few that are worth at least `least`, the best first, equals in their order.
fn best<T>(all: impl Iterator<Item = (f32, T)>, least: f32) -> Vec<T> {
    let mut found: Vec<(f32, T)> = all.filter(|(worth, _)| *worth >= least).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(MOST).map(|(_, one)| one).collect()
}

/// A line that evidences something and has a figure is one to tell.
fn strongest(known: &Known<'_>) -> f32 {
    let has_figure = known.line.text.chars().any(|c| c.is_ascii_digit());
    let score = known.scores.iter().copied().fold(0.0, f32::max);
    if has_figure { score } else { score / 2.0 }
}

fn scores(judge: &mut Judge<'_>, text: &str) -> Vec<f32> {
    judge.judge(text).into_iter().map(|judgement| judgement.score).collect()
}

/// The subjects that tell one matter from another: not "system", not "build".
static TELLING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let telling = lexicon::concepts().filter(|concept| !concept.is_action() && !concept.is_general());
    telling.map(ConceptId::name).collect()
});

fn subjects(judge: &mut Judge<'_>, text: &str) -> BTreeSet<&'static str> {
    let named = judge.mentions(text).into_iter().flat_map(|(_, names)| names);
    named.filter(|name| TELLING.contains(name)).collect()
}
