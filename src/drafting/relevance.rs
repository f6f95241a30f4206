//! Which of a resume's lines and of a role's KPIs the questions are about.
//!
//! A question is read like a line: the criteria that it speaks of are those it would score for. A line is worth telling
//! as far as it evidences the same criteria, and as far as it names the same subjects; the question's topics count less than
//! its words. Nobody tells one story five times: a line is worth less for each question that has it already.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::lexicon::{self, ConceptId};
use crate::matching::{Judge, Matcher, PARTIAL_FROM, Strength};
use crate::resume::{Line, Resume};
use crate::role::{Criterion, CriterionKind, Question, Role};

use super::questions::QuestionKind;

/// How many lines and KPIs are named at most.
const MOST: usize = 3;
/// What a question's topics count beside its words.
const TOPICS: f32 = 0.4;
/// From this on, a question speaks of a criterion. Questions are short and rarely say what was done, so this is less than
/// what makes a line evidence.
const SPOKEN_OF: f32 = 0.12;
/// What one subject that question and line share is worth.
const SHARED_SUBJECT: f32 = 0.2;
/// What more of a role's questions than this speak of tells none of them apart, and is worth less the more do.
const TELLING_APART: f32 = 2.0;
/// From this on, a line is worth telling.
const WORTH_TELLING: f32 = 0.12;
/// What is left of a line's worth for each question that has it already.
const TOLD_BEFORE: f32 = 0.75;
/// From this on, a question is about a KPI, where it is about none much more.
const ABOUT_KPI: f32 = 0.2;
/// How near a KPI has to come to the one that the question is most about.
const BESIDE_BEST: f32 = 0.6;

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
    matter: Matter,
}

/// A question as its words and its topics put it.
struct Asked {
    kind: QuestionKind,
    words: Matter,
    topics: Matter,
}

/// What a text speaks of.
struct Matter {
    scores: Vec<f32>,
    subjects: BTreeSet<&'static str>,
}

impl<'r> Relevance<'r> {
    pub(super) fn new(role: &'r Role, resume: &'r Resume) -> Self {
        let matcher = Matcher::new(role);
        let mut judge = matcher.judge();
        let lines = resume.accomplishments().map(|line| Known { line, matter: Matter::of(&mut judge, [&line.text]) });
        let lines = lines.collect();
        Self { criteria: role.criteria(), lines, matcher }
    }

    /// What each of `questions` is about. They share the lines among them, so that all of a role's questions give the same
    /// whichever of them are wanted. Where no line speaks of one, a question about the person gets their strongest.
    pub(super) fn of(&self, questions: &[Question]) -> Vec<Relevant<'r>> {
        let mut judge = self.matcher.judge();
        let asked = questions.iter().map(|question| Asked {
            kind: QuestionKind::of(&question.text),
            words: Matter::of(&mut judge, [&question.text]),
            topics: Matter::of(&mut judge, &question.topics),
        });
        let asked: Vec<Asked> = asked.collect();
        let usual = Usual::of(&asked);
        let worths = asked.iter().map(|asked| self.lines.iter().map(|known| asked.worth(known, &usual)).collect());
        let worths: Vec<Vec<f32>> = worths.collect();
        let mut shares = Shares::new(asked.len(), self.lines.len());
        shares.share(&worths, WORTH_TELLING);
        // What is left over goes to those that have nothing yet.
        let strongest: Vec<f32> = self.lines.iter().map(strongest).collect();
        let without = |at: usize| asked[at].kind.takes_general_lines() && shares.lines[at].is_empty();
        let general: Vec<bool> = (0..asked.len()).map(without).collect();
        let worths_of_general = general.iter().map(|general| if *general { strongest.clone() } else { Vec::new() });
        shares.share(&worths_of_general.collect::<Vec<_>>(), WORTH_TELLING);
        let relevant = asked.iter().enumerate().map(|(at, asked)| {
            let lines: Vec<&Known<'r>> = shares.lines[at].iter().map(|line| &self.lines[*line]).collect();
            let kpis = self.kpis(asked, if general[at] { &[] } else { &lines }, &usual);
            Relevant { lines: lines.iter().map(|known| known.line).collect(), general: general[at], kpis }
        });
        relevant.collect()
    }

    /// The KPIs that a question is about, then the one that the best line shows, where its words speak of the same.
    fn kpis(&self, asked: &Asked, lines: &[&Known<'r>], usual: &Usual) -> Vec<Criterion<'r>> {
        if asked.kind == QuestionKind::Motivation {
            return Vec::new();
        }
        let is_kpi = |at: &usize| self.criteria[*at].kind == CriterionKind::Kpi;
        let best = |scores: &[f32]| {
            let mut found: Vec<(f32, usize)> = (0..scores.len()).filter(is_kpi).map(|at| (scores[at], at)).collect();
            found.sort_by(|a, b| b.0.total_cmp(&a.0));
            found
        };
        let spoken_of = best(&asked.words.scores);
        let least = spoken_of.first().map_or(ABOUT_KPI, |(best, _)| ABOUT_KPI.max(best * BESIDE_BEST));
        let mut found: Vec<usize> = spoken_of.iter().filter(|(score, _)| *score >= least).map(|(_, at)| *at).collect();
        let told = lines.first().filter(|known| asked.words.shares(&known.matter, usual) >= PARTIAL_FROM);
        let shown = told.and_then(|known| best(&known.matter.scores).first().copied());
        found.extend(shown.filter(|(score, _)| Strength::of(*score) == Strength::Strong).map(|(_, at)| at));
        let mut kpis: Vec<usize> = Vec::new();
        for at in found {
            if !kpis.contains(&at) && kpis.len() < MOST {
                kpis.push(at);
            }
        }
        kpis.into_iter().map(|at| self.criteria[at].clone()).collect()
    }
}

impl Asked {
    fn worth(&self, known: &Known<'_>, usual: &Usual) -> f32 {
        self.words.shares(&known.matter, usual) + TOPICS * self.topics.shares(&known.matter, usual)
    }
}

impl Matter {
    fn of<'t>(judge: &mut Judge<'_>, texts: impl IntoIterator<Item = &'t String>) -> Self {
        let mut matter = Self { scores: Vec::new(), subjects: BTreeSet::new() };
        for text in texts {
            let scores = judge.judge(text).into_iter().map(|judgement| judgement.score);
            matter.scores = if matter.scores.is_empty() {
                scores.collect()
            } else {
                matter.scores.iter().zip(scores).map(|(known, score)| known.max(score)).collect()
            };
            let named = judge.mentions(text).into_iter().flat_map(|(_, names)| names);
            matter.subjects.extend(named.filter(|name| TELLING.contains(name)));
        }
        matter
    }

    /// How much of what this speaks of a line shows, from 0.
    fn shares(&self, line: &Self, usual: &Usual) -> f32 {
        let evidenced = (0..self.scores.len()).filter(|at| self.scores[*at] >= SPOKEN_OF);
        let worth = |at: usize| self.scores[at].sqrt() * line.scores[at] * usual.criteria[at];
        let best = evidenced.map(worth).fold(0.0, f32::max);
        let shared = self.subjects.intersection(&line.subjects);
        let mut subjects: Vec<f32> = shared.map(|name| usual.subjects.get(name).copied().unwrap_or(1.0)).collect();
        subjects.sort_by(|a, b| b.total_cmp(a));
        best + SHARED_SUBJECT * subjects.iter().take(2).sum::<f32>()
    }
}

/// What criteria and subjects are worth, from 0 to 1: the less, the more questions speak of them.
struct Usual {
    criteria: Vec<f32>,
    subjects: BTreeMap<&'static str, f32>,
}

impl Usual {
    fn of(asked: &[Asked]) -> Self {
        let worth = |questions: usize| (TELLING_APART / questions.max(1) as f32).min(1.0);
        let criteria = asked.first().map_or(0, |asked| asked.words.scores.len());
        let speak = |at: usize| asked.iter().filter(|asked| asked.words.scores[at] >= SPOKEN_OF).count();
        let mut named: BTreeMap<&'static str, usize> = BTreeMap::new();
        for subject in asked.iter().flat_map(|asked| &asked.words.subjects) {
            *named.entry(subject).or_default() += 1;
        }
        Self {
            criteria: (0..criteria).map(|at| worth(speak(at))).collect(),
            subjects: named.into_iter().map(|(subject, questions)| (subject, worth(questions))).collect(),
        }
    }
}

/// The lines that each question has got, the best first.
struct Shares {
    lines: Vec<Vec<usize>>,
    /// How many questions have each line.
    told: Vec<i32>,
}

impl Shares {
    fn new(questions: usize, lines: usize) -> Self {
        Self { lines: vec![Vec::new(); questions], told: vec![0; lines] }
    }

    /// Gives out the lines, the pair of question and line first that is worth most at that moment, of equals the first.
    /// A question's first line may have been told before; the others are worth `least` after that.
    fn share(&mut self, worths: &[Vec<f32>], least: f32) {
        while let Some((question, line)) = self.next(worths, least) {
            self.lines[question].push(line);
            self.told[line] += 1;
        }
        for (lines, worths) in self.lines.iter_mut().zip(worths).filter(|(_, worths)| !worths.is_empty()) {
            lines.sort_by(|a, b| worths[*b].total_cmp(&worths[*a]));
        }
    }

    fn next(&self, worths: &[Vec<f32>], least: f32) -> Option<(usize, usize)> {
        let mut best: Option<(f32, usize, usize)> = None;
        for (question, worths) in worths.iter().enumerate().filter(|(at, _)| self.lines[*at].len() < MOST) {
            for (line, worth) in worths.iter().enumerate().filter(|(line, _)| !self.lines[question].contains(line)) {
                let left = worth * TOLD_BEFORE.powi(self.told[line]);
                let enough = if self.lines[question].is_empty() { *worth >= least } else { left >= least };
                if enough && best.is_none_or(|(most, _, _)| left > most) {
                    best = Some((left, question, line));
                }
            }
        }
        best.map(|(_, question, line)| (question, line))
    }
}

/// A line that evidences something and has a figure is one to tell.
fn strongest(known: &Known<'_>) -> f32 {
    let has_figure = known.line.text.chars().any(|c| c.is_ascii_digit());
    let score = known.matter.scores.iter().copied().fold(0.0, f32::max);
    if has_figure { score } else { score / 2.0 }
}

/// The subjects that tell one matter from another: not "system", not "build".
static TELLING: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| {
    let telling = lexicon::concepts().filter(|concept| !concept.is_action() && !concept.is_general());
    telling.map(ConceptId::name).collect()
});
