//! The characters of a line that earned a score, and why.

use serde::Serialize;

use crate::lexicon::ConceptId;

use super::Matcher;
use super::asks::Ask;
use super::reading::{Mention, Reading, Word, within};
use super::signals;
use super::why::Why;

/// One place in a line that speaks for a criterion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// First character, from 0 (characters, not bytes).
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
    /// The words themselves.
    pub text: String,
    /// Why they speak for it.
    pub why: Why,
}

/// From which byte of the line to which, and why.
type Found = (usize, usize, Why);

/// Less than this much of an ask met is not shown as a reason.
const WORTH_SHOWING: f32 = 0.25;
/// Beside other reasons, a word is shown that is at least so far the criterion's own.
const OWN_WORTH_SHOWING: f32 = 0.5;
/// So many such words are reason enough.
const MOST_OWN_WORDS: usize = 3;
/// How readily a noun ("services") is shown as what was done, beside a verb ("moved").
const NOUN: f32 = 0.7;

pub(super) fn evidence(matcher: &Matcher, reading: &Reading, criterion: usize, line: &str) -> Vec<Evidence> {
    let mut places: Vec<Found> = Vec::new();
    for (found, keyword) in matcher.keywords.places(criterion, reading) {
        let (Some(first), Some(last)) = (found.first(), found.last()) else { continue };
        let why = Why::Keyword(keyword.to_string());
        places.push((reading.words[*first].token.start, reading.words[*last].token.end, why));
    }
    places.extend(whole_name(matcher, reading, criterion));
    if let Some((action, subject)) = best_pair(matcher, reading, criterion) {
        let asks = &matcher.criteria[criterion].asks;
        let told = action.filter(|action| !is_part_of_name(action, subject, asks));
        places.extend(told.and_then(|mention| place(mention, true, asks, reading)));
        places.extend(subject.and_then(|mention| place(mention, false, asks, reading)));
    }
    if places.is_empty() {
        places.extend(best_subject(matcher, reading, criterion));
    }
    let least = if places.is_empty() { 0.0 } else { OWN_WORTH_SHOWING };
    let covered =
        |word: &Word| places.iter().any(|(start, end, _)| *start <= word.token.start && word.token.end <= *end);
    let words = own_words(matcher, reading, criterion, least, covered);
    places.extend(words);
    places.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
    places.dedup_by(|later, earlier| later.0 == earlier.0 && later.1 == earlier.1 && later.2 == earlier.2);
    places.into_iter().map(|(start, end, why)| in_characters(line, start, end, why)).collect()
}

/// The words of the criterion's name, where all of them stand in the line.
fn whole_name(matcher: &Matcher, reading: &Reading, criterion: usize) -> Vec<Found> {
    if !signals::has_whole_name(matcher, reading, criterion) {
        return Vec::new();
    }
    let words = reading.words.iter().filter(|word| word.stem.is_some_and(|stem| matcher.names.has(criterion, stem)));
    words.map(|word| (word.token.start, word.token.end, Why::WordOfName)).collect()
}

/// The words that are more than `least` the criterion's own and not `covered`: those that are most its own.
fn own_words(
    matcher: &Matcher,
    reading: &Reading,
    criterion: usize,
    least: f32,
    covered: impl Fn(&Word) -> bool,
) -> Vec<Found> {
    let mut words: Vec<(f32, &Word)> = reading
        .words
        .iter()
        .filter(|word| !covered(word))
        .filter_map(|word| Some((matcher.own_words.share(word.stem?, criterion), word)))
        .filter(|(share, _)| *share > least)
        .collect();
    words.sort_by(|one, other| other.0.total_cmp(&one.0));
    let shown = words.into_iter().take(MOST_OWN_WORDS);
    shown.map(|(_, word)| (word.token.start, word.token.end, Why::OwnWord)).collect()
}

/// The subject that meets the criterion's asks best, whatever was done with it.
fn best_subject(matcher: &Matcher, reading: &Reading, criterion: usize) -> Option<Found> {
    let columns = || (0..matcher.columns.len()).filter(|column| matcher.columns[*column].0 == criterion);
    let met = |mention: &Mention| {
        let of = |concept: ConceptId, column| {
            if concept.is_action() { 0.0 } else { matcher.reach.subject(concept)[column] }
        };
        columns().map(|column| degree(mention, |concept| of(concept, column))).fold(0.0, f32::max)
    };
    let mentions = reading.mentions.iter().map(|mention| (met(mention), mention)).filter(|(met, _)| *met > 0.0);
    let (_, best) = mentions.max_by(|one, other| one.0.total_cmp(&other.0))?;
    place(best, false, &matcher.criteria[criterion].asks, reading)
}

pub(super) fn in_characters(line: &str, start: usize, end: usize, why: Why) -> Evidence {
    let text = line[start..end].to_owned();
    let first = line[..start].chars().count();
    Evidence { start: first, end: first + text.chars().count(), text, why }
}

/// The action and the subject that meet the criterion's asks best; no action where the line names none.
fn best_pair<'r>(
    matcher: &Matcher,
    reading: &'r Reading,
    criterion: usize,
) -> Option<(Option<&'r Mention>, Option<&'r Mention>)> {
    let mut best = (WORTH_SHOWING, None);
    for column in (0..matcher.columns.len()).filter(|column| matcher.columns[*column].0 == criterion) {
        let actions = met_by(reading, |c| if c.is_action() { matcher.reach.action(c)[column] } else { 0.0 });
        let subjects = met_by(reading, |c| if c.is_action() { 0.0 } else { matcher.reach.subject(c)[column] });
        for (s, met) in subjects {
            let subject = &reading.mentions[s];
            if !reading.has_action && met * matcher.reach.implied[column] > best.0 {
                best = (met * matcher.reach.implied[column], Some((None, Some(subject))));
            }
            for (a, done) in &actions {
                let action = &reading.mentions[*a];
                let told = if action.is_verb() { 1.0 } else { NOUN };
                // Where even side by side they would be less, how they stand does not matter.
                if done * met * told <= best.0 {
                    continue;
                }
                let whole = done * met * reading.link(*a, s) * told;
                if whole > best.0 {
                    best = (whole, Some((Some(action), Some(subject))));
                }
            }
        }
        let alone = matcher.reach.unnamed[column].max(matcher.reach.by_action[column]);
        for (a, done) in &actions {
            if done * alone > best.0 {
                best = (done * alone, Some((Some(&reading.mentions[*a]), None)));
            }
        }
    }
    best.1
}

/// The mentions that meet anything of what `of` tells of each concept, by their places, with how far.
fn met_by(reading: &Reading, of: impl Fn(ConceptId) -> f32) -> Vec<(usize, f32)> {
    let mentions = reading.mentions.iter().enumerate();
    mentions.map(|(at, mention)| (at, degree(mention, &of))).filter(|(_, met)| *met > 0.0).collect()
}

/// Whether the action is no more than a part of the subject's name that nothing asks for ("driven" in "test-driven
/// development").
fn is_part_of_name(action: &Mention, subject: Option<&Mention>, asks: &[(usize, Ask)]) -> bool {
    let is_asked = || action.concepts().filter(|id| id.is_action()).any(|id| asked_for(id, true, asks).1 > 0.0);
    subject.is_some_and(|subject| action.words != subject.words && within(action, subject)) && !is_asked()
}

fn degree(mention: &Mention, of: impl Fn(ConceptId) -> f32) -> f32 {
    mention.concepts().map(of).fold(0.0, f32::max)
}

fn place(mention: &Mention, action: bool, asks: &[(usize, Ask)], reading: &Reading) -> Option<Found> {
    let (start, end) = (reading.words[mention.words.0].token.start, reading.words[mention.words.1 - 1].token.end);
    let shown = mention.senses().filter(|sense| sense.concept().is_action() == action);
    let weighed = shown.map(|sense| (asked_for(sense.concept(), action, asks), sense.first));
    // Where any action would do, the word's first meaning is shown.
    let better =
        |a: &((ConceptId, f32), bool), b: &((ConceptId, f32), bool)| a.0.1.total_cmp(&b.0.1).then(a.1.cmp(&b.1));
    let meant = weighed.max_by(better)?.0.0;
    Some((start, end, Why::CountsAs(meant.name())))
}

/// The concept asked for that `concept` meets best, or itself where any would do.
fn asked_for(concept: ConceptId, action: bool, asks: &[(usize, Ask)]) -> (ConceptId, f32) {
    let wanted = |id: ConceptId| {
        let of = |ask: &Ask| if action { ask.actions.get(&id).copied() } else { ask.subjects.get(&id).copied() };
        asks.iter().map(|(_, ask)| ask).filter_map(of).fold(0.0, f32::max)
    };
    let own = (concept, wanted(concept));
    concept
        .shows()
        .map(|(id, degree)| (id, wanted(id) * degree))
        .fold(own, |best, next| if next.1 > best.1 { next } else { best })
}
