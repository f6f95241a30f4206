//! What a line shows of each criterion, as numbers.

use serde::Serialize;

use crate::lexicon::{self, ConceptId};

use super::asks::Reach;
use super::reading::{Nested, Reading, distinct_stems};
use super::{Matcher, Naming, told};

/// How many sources an ask may have: name, description.
const SOURCES: usize = super::asks::SOURCES.len();

/// From this share of a name's words on it is there as a whole: all of them, but for rounding.
const WHOLE: f32 = 0.999;

/// What the numbers of [`Signals::values`] are, in order.
pub const SIGNAL_NAMES: [&str; 6] =
    ["action on subject", "subject: name", "subject: description", "keyword", "part of a keyword", "own words"];

/// The place of the keywords in [`SIGNAL_NAMES`].
const KEYWORD: usize = 1 + SOURCES;

/// What makes a line at most partial evidence: a keyword that is listed shows no work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// It is a bare list of terms.
    BareList,
    /// It says what somebody knows, and of no work.
    Claim,
}

/// What a line shows of one criterion; each number from 0 to 1, and more is never less evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signals {
    /// In the order of [`SIGNAL_NAMES`].
    pub values: [f32; SIGNAL_NAMES.len()],
    /// Why the line is never strong evidence, if it is not.
    pub limit: Option<Limit>,
    /// The spec gives the criterion keywords.
    pub has_keywords: bool,
    /// The criterion is a requirement whose name gives skills, and the line names none of them: it is never strong evidence.
    pub names_no_skill: bool,
}

pub(super) fn signals(matcher: &Matcher, reading: &Reading) -> Vec<Signals> {
    let rows = Rows::new(matcher, reading);
    let pairs = pairs(matcher, reading, &rows);
    let subjects = subjects(matcher, &rows);
    let hits = matcher.keywords.hits(matcher.criteria.len(), reading);
    let criteria = matcher.criteria.len();
    let named = names_met(matcher, reading);
    let mut met = rows.met(matcher, reading);
    met.extend(matcher.unknown_words.met(reading));
    let parts = told::parts(reading, &met);
    let shares = matcher.keywords.shares(criteria, &parts);
    let told = matcher.own_words.told(&parts);
    let own_words = matcher.own_words.shown(&told);
    let limit = reading.limit();
    let mut all = vec![Signals { limit, ..Signals::default() }; matcher.criteria.len()];
    for ((criterion, source), (pair, subject)) in matcher.columns.iter().zip(pairs.iter().zip(&subjects)) {
        let values = &mut all[*criterion].values;
        // An action on a subject that only the description names told nothing beyond the subject when it was measured.
        if *source == 0 {
            values[0] = values[0].max(*pair);
        }
        values[1 + source] = values[1 + source].max(*subject);
    }
    let unknown_words = matcher.unknown_words.shown(&told, criteria);
    add_unknown_words(matcher, reading, &rows, &unknown_words, &mut all);
    for (criterion, signals) in all.iter_mut().enumerate() {
        let wanted = &matcher.criteria[criterion];
        signals.has_keywords = wanted.has_keywords;
        let whole_name = wanted.long_name && named.contains(&criterion);
        // A line that has every word of a name is as good as one with a keyword.
        let hit = if whole_name { 1.0 } else { hits[criterion] };
        if wanted.naming == Naming::Always && hit <= 0.0 {
            signals.values = Default::default();
            continue;
        }
        signals.names_no_skill = wanted.naming == Naming::ForStrong && hit <= 0.0;
        signals.values[KEYWORD..].copy_from_slice(&[hit, shares[criterion], own_words[criterion]]);
    }
    all
}

/// What the lexicon does not know counts as a subject, as far as it is the criterion's own.
fn add_unknown_words(matcher: &Matcher, reading: &Reading, rows: &Rows, shown: &[[f32; SOURCES]], all: &mut [Signals]) {
    for (signals, shown) in all.iter_mut().zip(shown) {
        let values = signals.values[1..=SOURCES].iter_mut().zip(shown);
        values.for_each(|(value, share)| *value = value.max(*share));
    }
    for (column, (criterion, source)) in matcher.columns.iter().enumerate() {
        let share = shown[*criterion][0];
        if *source == 0 && share > 0.0 {
            let value = &mut all[*criterion].values[0];
            *value = value.max(share * rows.done(matcher, reading, column));
        }
    }
}

/// The criteria whose names' words all stand in the line.
fn names_met(matcher: &Matcher, reading: &Reading) -> Vec<usize> {
    let shared = matcher.names.shared(&distinct_stems(&reading.words)).into_iter();
    shared.filter(|(.., share)| *share > WHOLE).map(|(criterion, ..)| criterion).collect()
}

/// Whether every word of the criterion's name stands in the line, where the name has several.
pub(super) fn has_whole_name(matcher: &Matcher, reading: &Reading, criterion: usize) -> bool {
    matcher.criteria[criterion].long_name && names_met(matcher, reading).contains(&criterion)
}

/// For each ask, the best action on a subject.
fn pairs(matcher: &Matcher, reading: &Reading, rows: &Rows) -> Vec<f32> {
    let reach = &matcher.reach;
    let mut best = vec![0.0; reach.implied.len()];
    let mut raise = |column: usize, value: f32| best[column] = f32::max(best[column], value);
    if !reading.has_action {
        for (_, cells) in rows.subjects() {
            for (column, met) in cells {
                raise(*column, reach.implied[*column] * met);
            }
        }
        return best;
    }
    for (a, done) in rows.actions() {
        matcher.cells.unnamed.iter().for_each(|(column, unnamed)| raise(*column, done[*column] * unnamed));
        for (s, cells) in rows.subjects() {
            let link = reading.link(a, s);
            for (column, met) in cells {
                raise(*column, done[*column] * met * link);
            }
        }
    }
    best
}

/// How much a subject counts that begins a longer phrase ("backend" in "backend architecture").
const LEADING_SUBJECT: f32 = 0.8;
/// How much a subject counts that ends a longer phrase ("campaigns" in "search campaigns").
const CLOSING_SUBJECT: f32 = 0.9;
/// How much a subject counts that is not what its word means first.
const OTHER_MEANING: f32 = 0.9;
/// How much a subject counts that stands elsewhere inside a longer phrase.
const NESTED_SUBJECT: f32 = 0.3;

/// What is not zero of the rows of [`Reach`]: the asks that a subject meets at all are few.
#[derive(Default)]
pub(super) struct Cells {
    subjects: Vec<(usize, f32)>,
    /// For each concept, from where to where in `subjects`.
    of: Vec<(usize, usize)>,
    unnamed: Vec<(usize, f32)>,
    by_action: Vec<(usize, f32)>,
}

impl Cells {
    pub(super) fn new(reach: &Reach) -> Self {
        let mut cells = Self {
            unnamed: not_zero(&reach.unnamed).collect(),
            by_action: not_zero(&reach.by_action).collect(),
            ..Self::default()
        };
        for concept in lexicon::concepts() {
            let from = cells.subjects.len();
            if !concept.is_action() {
                cells.subjects.extend(not_zero(reach.subject(concept)));
            }
            cells.of.push((from, cells.subjects.len()));
        }
        cells
    }

    fn subject(&self, concept: ConceptId) -> &[(usize, f32)] {
        let (from, to) = self.of[usize::from(concept.0)];
        &self.subjects[from..to]
    }
}

fn not_zero(row: &[f32]) -> impl Iterator<Item = (usize, f32)> {
    row.iter().copied().enumerate().filter(|(_, degree)| *degree > 0.0)
}

/// For each mention that has any, how far its actions and its subjects meet each ask. All rows stand behind one another:
/// an action has a degree for every ask, a subject only those that are not zero (an ask may come up twice).
struct Rows {
    width: usize,
    actions: Vec<usize>,
    degrees: Vec<f32>,
    subjects: Vec<(usize, usize, usize)>,
    cells: Vec<(usize, f32)>,
}

impl Rows {
    fn new(matcher: &Matcher, reading: &Reading) -> Self {
        let width = matcher.reach.implied.len();
        let mut rows =
            Self { width, actions: Vec::new(), degrees: Vec::new(), subjects: Vec::new(), cells: Vec::new() };
        for (at, mention) in reading.mentions.iter().enumerate() {
            let part = match mention.nested {
                Nested::No => 1.0,
                Nested::AtStart => LEADING_SUBJECT,
                Nested::Inside => NESTED_SUBJECT,
                Nested::AtEnd => CLOSING_SUBJECT,
            };
            let from = rows.cells.len();
            for sense in mention.senses() {
                let concept = sense.concept();
                let part = if sense.first { part } else { part * OTHER_MEANING };
                if concept.is_action() {
                    rows.add_action(at, matcher.reach.action(concept));
                } else {
                    rows.cells
                        .extend(matcher.cells.subject(concept).iter().map(|(column, degree)| (*column, degree * part)));
                }
            }
            if rows.cells.len() > from {
                rows.subjects.push((at, from, rows.cells.len()));
            }
        }
        rows
    }

    fn add_action(&mut self, mention: usize, reach: &[f32]) {
        if self.actions.last() == Some(&mention) {
            let from = self.degrees.len() - self.width;
            self.degrees[from..].iter_mut().zip(reach).for_each(|(best, degree)| *best = best.max(*degree));
        } else {
            self.actions.push(mention);
            self.degrees.extend_from_slice(reach);
        }
    }

    /// The first word of each subject with each criterion that asks for it.
    fn met(&self, matcher: &Matcher, reading: &Reading) -> Vec<(usize, usize)> {
        let word = |mention: usize| reading.mentions[mention].words.0;
        self.subjects()
            .flat_map(|(mention, cells)| {
                cells.iter().map(move |(column, _)| (word(mention), matcher.columns[*column].0))
            })
            .collect()
    }

    /// How far the line's best action meets an ask, whatever it was done on.
    fn done(&self, matcher: &Matcher, reading: &Reading, column: usize) -> f32 {
        if !reading.has_action {
            return matcher.reach.implied[column];
        }
        self.actions().map(|(_, done)| done[column]).fold(0.0, f32::max)
    }

    fn actions(&self) -> impl Iterator<Item = (usize, &[f32])> {
        self.actions.iter().copied().zip(self.degrees.chunks_exact(self.width.max(1)))
    }

    fn subjects(&self) -> impl Iterator<Item = (usize, &[(usize, f32)])> {
        self.subjects.iter().map(|(mention, from, to)| (*mention, &self.cells[*from..*to]))
    }
}

/// For each ask, the best subject, whatever was done with it.
fn subjects(matcher: &Matcher, rows: &Rows) -> Vec<f32> {
    let alone = &matcher.reach.alone;
    let mut best = vec![0.0_f32; alone.len()];
    for (_, done) in rows.actions() {
        for (column, worth) in &matcher.cells.by_action {
            best[*column] = best[*column].max(done[*column] * done[*column] * worth);
        }
    }
    for (column, met) in &rows.cells {
        best[*column] = best[*column].max(met * alone[*column]);
    }
    best
}
