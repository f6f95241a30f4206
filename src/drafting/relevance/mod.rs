//! Which of a resume's lines and of a role's KPIs the questions are about.
//!
//! A question is read like a line: the criteria that it speaks of are those it would score for. A line is worth telling
//! as far as it evidences the same criteria, and as far as it names the same subjects; the question's topics count less than
//! its words. Nobody tells one story five times: a line is worth less for each question that has it already.

mod kpis;
mod matter;
mod shares;

use crate::matching::{Judge, Matcher};
use crate::resume::{Line, Resume};
use crate::role::{Criterion, Question, Role};

use self::kpis::Kpis;
use self::matter::{Matter, Usual};
use self::shares::Shares;
use super::questions::QuestionKind;

/// How many KPIs are named at most.
const MOST_KPIS: usize = 3;
/// What a question's topics count beside its words.
const TOPICS: f32 = 0.4;
/// From this on, a line is so near to a question's words that the KPI that it shows fits the question too.
const FITS_WELL: f32 = 0.5;
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

/// A role's questions as they are read.
struct Questions {
    asked: Vec<Asked>,
    usual: Usual,
    kpis: Kpis,
}

/// A question as its words and its topics put it.
struct Asked {
    kind: QuestionKind,
    words: Matter,
    topics: Matter,
}

struct Known<'r> {
    line: &'r Line,
    matter: Matter,
}

/// What each question of `role` is about. They share the resume's lines among them, so that all of a role's questions give
/// the same whichever of them are wanted. Where no line speaks of one, a question about the person gets their strongest.
pub(super) fn relevant<'r>(role: &'r Role, resume: &'r Resume) -> Vec<Relevant<'r>> {
    let matcher = Matcher::new(role);
    let criteria = role.criteria();
    let mut judge = matcher.judge();
    let questions = Questions::new(role, &criteria, &mut judge);
    let known = |line: &'r Line| Known { line, matter: Matter::of(&mut judge, [&line.text]) };
    let lines: Vec<Known<'r>> = resume.accomplishments().map(known).collect();
    let (shares, general) = questions.share(&lines);
    let relevant = questions.asked.iter().enumerate().map(|(at, asked)| {
        let told: Vec<&Known<'r>> = shares.lines[at].iter().map(|line| &lines[*line]).collect();
        let kpis = questions.kpis_with(asked, if general[at] { &[] } else { &told });
        Relevant {
            lines: told.iter().map(|known| known.line).collect(),
            general: general[at],
            kpis: kpis.into_iter().map(|at| criteria[at].clone()).collect(),
        }
    });
    relevant.collect()
}

/// The names of the KPIs that each question of `role` is about by itself.
pub(super) fn kpis_asked_about(role: &Role, matcher: &Matcher) -> Vec<Vec<String>> {
    let criteria = role.criteria();
    let questions = Questions::new(role, &criteria, &mut matcher.judge());
    let names = |asked| questions.kpis_with(asked, &[]).into_iter().map(|at| criteria[at].item.name.clone()).collect();
    questions.asked.iter().map(names).collect()
}

impl Questions {
    fn new(role: &Role, criteria: &[Criterion<'_>], judge: &mut Judge<'_>) -> Self {
        let mut read = |question: &Question| Asked {
            kind: QuestionKind::of(&question.text),
            words: Matter::of(judge, [&question.text]),
            topics: Matter::of(judge, &question.topics),
        };
        let asked: Vec<Asked> = role.spec.questions.iter().map(&mut read).collect();
        let usual = Usual::of(asked.iter().map(|asked| &asked.words));
        Self { asked, usual, kpis: Kpis::new(role, criteria, judge) }
    }

    /// The lines that each question gets, and whether they are only the strongest of all.
    fn share(&self, lines: &[Known<'_>]) -> (Shares, Vec<bool>) {
        let worths = self.asked.iter().map(|asked| lines.iter().map(|known| self.worth(asked, known)).collect());
        let mut shares = Shares::new(self.asked.len(), lines.len());
        shares.share(&worths.collect::<Vec<_>>(), WORTH_TELLING);
        // What is left over goes to those that have nothing yet.
        let strongest: Vec<f32> = lines.iter().map(strongest).collect();
        let without = |(at, asked): (usize, &Asked)| asked.kind.takes_general_lines() && shares.lines[at].is_empty();
        let general: Vec<bool> = self.asked.iter().enumerate().map(without).collect();
        let worths = general.iter().map(|general| if *general { strongest.clone() } else { Vec::new() });
        let worths: Vec<Vec<f32>> = worths.collect();
        shares.add(&worths, WORTH_TELLING);
        shares.add_one(&worths, WORTH_TELLING);
        (shares, general)
    }

    fn worth(&self, asked: &Asked, known: &Known<'_>) -> f32 {
        let shares = |matter: &Matter| matter.shares(&known.matter, &self.usual);
        shares(&asked.words) + TOPICS * shares(&asked.topics)
    }

    /// The KPIs that a question is about, those of its words before those that a line told for it shows, and where neither
    /// says anything, those of its topics.
    fn kpis_with(&self, asked: &Asked, told: &[&Known<'_>]) -> Vec<usize> {
        if asked.kind == QuestionKind::Motivation {
            return Vec::new();
        }
        let mut kpis = self.kpis.of_words(asked, &self.usual);
        let by_words = !kpis.is_empty();
        for (place, known) in told.iter().enumerate() {
            let Some(shown) = self.kpis.shown(&known.matter.scores) else { continue };
            let fits_well = place == 0 && !by_words && asked.words.shares(&known.matter, &self.usual) >= FITS_WELL;
            if (fits_well || asked.words.speaks_of(shown)) && !kpis.contains(&shown) {
                kpis.push(shown);
            }
        }
        if kpis.is_empty() {
            kpis = self.kpis.of_topics(asked);
        }
        kpis.truncate(MOST_KPIS);
        kpis
    }
}

/// A line that evidences something and has a figure is one to tell.
fn strongest(known: &Known<'_>) -> f32 {
    let has_figure = known.line.text.chars().any(|c| c.is_ascii_digit());
    let score = known.matter.scores.iter().copied().fold(0.0, f32::max);
    if has_figure { score } else { score / 2.0 }
}
