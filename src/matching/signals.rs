//! What a line shows of each criterion, as numbers.

use super::Matcher;
use super::reading::{Nested, Reading};

/// How many sources an ask may have: name, description, keywords.
const SOURCES: usize = super::asks::SOURCES.len();

/// What the numbers of [`Signals::values`] are, in order.
pub const SIGNAL_NAMES: [&str; 8] = [
    "action on subject: name",
    "action on subject: description",
    "subject: name",
    "subject: description",
    "keyword",
    "same words: name",
    "same words: description",
    "figure",
];

/// What a line shows of one criterion; each number from 0 to 1, and more is never less evidence.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Signals {
    /// In the order of [`SIGNAL_NAMES`].
    pub values: [f32; SIGNAL_NAMES.len()],
    /// The line is a bare list of terms.
    pub list: bool,
    /// The criterion has keywords.
    pub has_keywords: bool,
}

pub(super) fn signals(matcher: &Matcher, reading: &Reading) -> Vec<Signals> {
    let rows = Rows::new(matcher, reading);
    let pairs = pairs(matcher, reading, &rows);
    let subjects = subjects(matcher, &rows);
    let hits = matcher.keywords.hits(matcher.criteria.len(), reading);
    let overlap = [0, 1].map(|text| overlap(&matcher.overlap_by_stem[text], matcher.criteria.len(), reading));
    let list = reading.is_list();
    let figure = f32::from(u8::from(reading.has_figure()));
    let mut all = vec![Signals { list, ..Signals::default() }; matcher.criteria.len()];
    for ((criterion, source), (pair, subject)) in matcher.columns.iter().zip(pairs.iter().zip(&subjects)) {
        let values = &mut all[*criterion].values;
        values[*source] = values[*source].max(*pair);
        values[SOURCES + source] = values[SOURCES + source].max(*subject);
    }
    for (criterion, signals) in all.iter_mut().enumerate() {
        let hit = hits[criterion];
        signals.has_keywords = matcher.keywords.any_of(criterion);
        let met = signals.values[..SOURCES].iter().copied().fold(hit, f32::max);
        let rest = [hit, overlap[0][criterion], overlap[1][criterion], figure * met];
        signals.values[2 * SOURCES..].copy_from_slice(&rest);
    }
    all
}

/// For each ask, the best action on a subject.
fn pairs(matcher: &Matcher, reading: &Reading, rows: &Rows) -> Vec<f32> {
    let reach = &matcher.reach;
    let width = reach.implied.len();
    let mut best = vec![0.0; width];
    if !reading.has_action {
        for row in rows.subjects.iter().flatten() {
            raise(&mut best, &reach.implied, row, 1.0);
        }
        return best;
    }
    for (a, action) in rows.actions.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?))) {
        raise(&mut best, action, &reach.unnamed, 1.0);
        for (s, subject) in rows.subjects.iter().enumerate().filter_map(|(at, row)| Some((at, row.as_ref()?))) {
            raise(&mut best, action, subject, reading.link(a, s));
        }
    }
    best
}

fn raise(best: &mut [f32], a: &[f32], b: &[f32], link: f32) {
    for ((best, a), b) in best.iter_mut().zip(a).zip(b) {
        *best = best.max(a * b * link);
    }
}

/// How much a subject counts that begins a longer phrase ("backend" in "backend architecture").
const LEADING_SUBJECT: f32 = 0.8;
/// How much a subject counts that stands elsewhere inside a longer phrase.
const NESTED_SUBJECT: f32 = 0.3;

/// For each mention, how far its actions and its subjects meet each ask; `None` where it has none.
struct Rows {
    actions: Vec<Option<Vec<f32>>>,
    subjects: Vec<Option<Vec<f32>>>,
}

impl Rows {
    fn new(matcher: &Matcher, reading: &Reading) -> Self {
        let width = matcher.reach.implied.len();
        let (mut actions, mut subjects) = (Vec::new(), Vec::new());
        for mention in &reading.mentions {
            let (mut action, mut subject) = (None, None);
            let part = match mention.nested {
                Nested::No => 1.0,
                Nested::AtStart => LEADING_SUBJECT,
                Nested::Inside | Nested::AtEnd => NESTED_SUBJECT,
            };
            for concept in mention.concepts() {
                let (row, reach) = if concept.is_action() {
                    (&mut action, matcher.reach.action(concept))
                } else {
                    (&mut subject, matcher.reach.subject(concept))
                };
                let row = row.get_or_insert_with(|| vec![0.0_f32; width]);
                let part = if concept.is_action() { 1.0 } else { part };
                row.iter_mut().zip(reach).for_each(|(best, degree): (&mut f32, &f32)| *best = best.max(degree * part));
            }
            actions.push(action);
            subjects.push(subject);
        }
        Self { actions, subjects }
    }
}

/// For each ask, the best subject, whatever was done with it.
fn subjects(matcher: &Matcher, rows: &Rows) -> Vec<f32> {
    let mut best = vec![0.0_f32; matcher.reach.implied.len()];
    for row in rows.subjects.iter().flatten() {
        raise(&mut best, row, &matcher.reach.alone, 1.0);
    }
    best
}

/// For each criterion, the share of its words, by rarity, that the line has too.
fn overlap(by_stem: &[Vec<(u16, f32)>], criteria: usize, reading: &Reading) -> Vec<f32> {
    let mut share = vec![0.0; criteria];
    let mut stems: Vec<u16> = reading.words.iter().filter_map(|word| word.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    for stem in stems {
        for (criterion, part) in by_stem.get(usize::from(stem)).into_iter().flatten() {
            share[usize::from(*criterion)] += part;
        }
    }
    share
}
