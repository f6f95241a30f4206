//! Rules on how a line begins.

use crate::resume::LineKind;
use crate::text::Gap;

use super::Found;
use super::lists::lists;
use super::reading::Reading;
use super::verbs::{Form, is_participle};
use super::voice;

/// "Responsible for", "Helped".
pub(super) fn weak_opener(reading: &Reading) -> Vec<Found> {
    weak(reading)
        .map(|(from, to)| Found::at(reading, from..to, |words| format!("begins with \"{words}\"")))
        .into_iter()
        .collect()
}

/// The weak opener of a line in words, where it has one.
pub(super) fn weak(reading: &Reading) -> Option<(usize, usize)> {
    const FARTHEST: usize = 3;
    // "Was responsible for", "I helped", "My role was", "I was also mainly involved in"
    let skipped = ["i", "we", "my", "was", "were", "am", "is", "been", "have", "has"];
    let leads_on = |at: &usize| {
        let helper = |word: &str| skipped.contains(&word) || *at > reading.begins && voice::is_adverb(word);
        reading.words.get(*at).is_some_and(|word| helper(&word.text))
    };
    let at = reading.begins + (reading.begins..reading.begins + FARTHEST).take_while(leads_on).count();
    let length = |at: usize| lists().weak_openers.at(reading.stems.get(at..)?).or_else(|| gain(reading, at));
    let (found, length) = [at, 0].into_iter().find_map(|at| Some((at, length(at)?)))?;
    // "Part-time", "Member-only", "Use-case …": a part of another word.
    let part_of_a_word = length == 1 && reading.before(found + 1) == "-";
    let is_verb_or_phrase =
        length > 1 || reading.opener.is_some_and(|verb| verb.form != Form::Third) || at != reading.begins;
    (!part_of_a_word && is_verb_or_phrase).then_some((found, found + length))
}

/// The length of "gained a solid understanding", in words.
fn gain(reading: &Reading, at: usize) -> Option<usize> {
    const FARTHEST: usize = 4;
    lists().gaining.at(reading.stems.get(at..)?)?;
    let leads_on = |at: &usize| {
        let begins_another = |word: &str| lists().function_words.contains(word) && !matches!(word, "a" | "an" | "the");
        reading.words.get(*at).is_some_and(|word| word.gap == Gap::Space && !begins_another(&word.text))
    };
    let gained =
        (at + 1..=at + FARTHEST).take_while(leads_on).find(|at| lists().gains.contains(&reading.plain[*at]))?;
    Some(gained + 1 - at)
}

/// "Creation of a site", "Python pipeline for".
pub(super) fn no_verb_first(reading: &Reading) -> Vec<Found> {
    if reading.opener.is_some() || reading.words.is_empty() {
        return Vec::new();
    }
    // Each of these has its own rule, and the same mend.
    if weak(reading).is_some() || voice::is_pronoun(reading, reading.begins) {
        return Vec::new();
    }
    let first = reading.words[reading.begins].text.as_str();
    // What a project is, is told in a sentence of its own: "A tool that …".
    if reading.line.kind == LineKind::Project && !reading.line.is_item && matches!(first, "a" | "an") {
        return Vec::new();
    }
    let passive = matches!(first, "was" | "were" | "been" | "got")
        && reading.words.get(reading.begins + 1).is_some_and(is_participle);
    if passive {
        return Vec::new();
    }
    let at = reading.begins;
    vec![Found::at(reading, at..at + 1, |word| format!("begins with \"{word}\", which is no action"))]
}
