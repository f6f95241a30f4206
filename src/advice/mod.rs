//! Advice on the wording of resume lines: rules with stable ids, each with a reason, a mend and a good example.
//!
//! A rule is one function here, one entry in `rules.yaml`, and one line in the registers below. Word lists stand in
//! `wording.yaml`; what is a verb is settled in one place for all rules, by the lexicon of actions.

mod buzzwords;
mod dates;
mod document;
mod lists;
mod numbers;
mod odd;
mod opening;
mod reading;
mod result;
mod rules;
mod silence;
mod size;
mod spoken;
mod tense;
#[cfg(test)]
mod tests;
mod verbs;
mod voice;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::resume::{Line, Resume};

use self::reading::Reading;
use self::silence::Silence;

pub use rules::{Level, Rule, all as rules, rule};
pub use silence::{UnknownRule, unknown_in};
pub use spoken::{buzzwords_in, deeds_of};
pub(crate) use verbs::{Form, is_surely_verb, verb};

/// A day. The library asks no clock: who calls it says which day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The day of the month, from 1.
    pub day: u32,
}

/// Which advice is wanted.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Rules that are left out, by id.
    pub ignored: BTreeSet<String>,
    /// Where it is not empty: the only rules that are asked, by id.
    pub only: BTreeSet<String>,
    /// The day against which dates are held; without it no date is in the future.
    pub today: Option<Date>,
}

impl Settings {
    /// Whether a rule is asked.
    #[must_use]
    pub fn asks(&self, rule: &str) -> bool {
        !self.ignored.contains(rule) && (self.only.is_empty() || self.only.contains(rule))
    }

    /// The ids that no rule has.
    #[must_use]
    pub fn unknown(&self) -> Vec<UnknownRule> {
        self.ignored.iter().chain(&self.only).filter_map(|id| UnknownRule::check(id, None)).collect()
    }
}

/// One piece of advice on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The rule.
    pub rule: &'static Rule,
    /// The place of its line among [`Resume::accomplishments`].
    pub line: usize,
    /// The first character that it is about, in characters of the line's text.
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
    /// What is wrong with this line: a clause without a subject ("begins with \"Helped\"").
    pub message: String,
}

/// What a rule found in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    bytes: Range<usize>,
    message: String,
}

impl Found {
    /// At some words, with what is said of them.
    fn at(reading: &Reading, words: Range<usize>, says: impl FnOnce(&str) -> String) -> Self {
        Self { message: says(reading.slice(words.clone())), bytes: reading.bytes(words) }
    }

    /// The whole line.
    fn whole(reading: &Reading, message: String) -> Self {
        Self { bytes: 0..reading.text().len(), message }
    }
}

/// A rule that looks at one line.
type LineRule = fn(&Reading, &Settings) -> Vec<Found>;
/// A rule that looks at all lines.
type DocumentRule = fn(&[Reading]) -> Vec<document::FoundAt>;

/// Of one rule on one line no more is shown: the rest is more of the same.
const MOST_PER_LINE: usize = 10;

/// Rules on lines that tell work.
const WORK: [(&str, LineRule); 9] = [
    ("no-result", |reading, _| result::no_result(reading)),
    ("weak-opener", |reading, _| opening::weak_opener(reading)),
    ("no-verb-first", |reading, _| opening::no_verb_first(reading)),
    ("passive", |reading, _| voice::passive(reading)),
    ("too-long", |reading, _| size::too_long(reading)),
    ("too-short", |reading, _| size::too_short(reading)),
    ("several-claims", |reading, _| size::several_claims(reading)),
    ("tense", |reading, settings| tense::tense(reading, settings.today)),
    ("buzzword", |reading, _| buzzwords::buzzword(reading)),
];

/// Rules on every line that is judged.
const EVERY: [(&str, LineRule); 2] = [
    ("first-person", |reading, _| voice::first_person(reading)),
    ("odd-number", |reading, settings| odd::odd_number(reading, settings.today)),
];

/// Rules on all lines together.
const DOCUMENT: [(&str, DocumentRule); 2] =
    [("repeated-opener", document::repeated_opener), ("end-punctuation", document::end_punctuation)];

/// Advice on the lines of a resume that say what was done, in their order, on each line in that of [`rules`]. Lines about
/// skills and who the person is get none.
#[must_use]
pub fn advise(resume: &Resume, settings: &Settings) -> Vec<Advice> {
    let lines: Vec<&Line> = resume.accomplishments().collect();
    let readings: Vec<Reading> = lines.iter().map(|line| Reading::new(line)).collect();
    let mut advice = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        let work = WORK.iter().filter(|_| reading.tells_work());
        for (id, look) in work.chain(&EVERY).filter(|(id, _)| settings.asks(id)) {
            advice.extend(
                look(reading, settings)
                    .into_iter()
                    .take(MOST_PER_LINE)
                    .filter_map(|found| told(id, at, reading, found)),
            );
        }
    }
    for (id, look) in DOCUMENT.iter().filter(|(id, _)| settings.asks(id)) {
        advice.extend(look(&readings).into_iter().filter_map(|(at, found)| told(id, at, &readings[at], found)));
    }
    let silence = Silence::new(&resume.ignored, &resume.lines);
    advice.retain(|advice| !silence.covers(lines[advice.line], &advice.rule.id));
    let rank = |advice: &Advice| rules().iter().position(|rule| rule.id == advice.rule.id);
    advice.sort_by_key(|advice| (advice.line, rank(advice), advice.start));
    advice
}

/// What was found, with its place in characters.
fn told(id: &str, line: usize, reading: &Reading, found: Found) -> Option<Advice> {
    let characters = |to: usize| reading.text()[..to].chars().count();
    let (start, end) = (characters(found.bytes.start), characters(found.bytes.end));
    Some(Advice { rule: rule(id)?, line, start, end, message: found.message })
}
