//! The rule on praise without substance.

use crate::text::Gap;

use super::Found;
use super::lists::{Phrases, lists};
use super::numbers::measures;
use super::reading::Reading;
use super::verbs::is_determiner;

/// "Team player"; "cutting-edge", "with great success" where no number shows it.
pub(super) fn buzzword(reading: &Reading) -> Vec<Found> {
    let mut found = all(reading, &lists().buzzwords_of_people);
    if !measures(reading) {
        found.extend(all(reading, &lists().buzzwords_of_things));
        found.extend(all(reading, &lists().praise_of_results));
        found.extend(degrees(reading));
        if lists().named_by.find(&reading.plain).is_none() {
            let amounts = all(reading, &lists().buzzwords_of_amounts);
            found.extend(amounts.into_iter().filter(|found| !lists_behind(reading, found)));
        }
    }
    if reading.stems.get(reading.begins..).is_some_and(|stems| lists().claiming.at(stems).is_some()) {
        found.extend(all(reading, &lists().skills_claimed).into_iter().filter(|found| !is_of_others(reading, found)));
    }
    found.sort_by_key(|found| found.bytes.start);
    found.dedup_by(|next, kept| next.bytes.start < kept.bytes.end);
    found
}

/// "Significant improvement", "noticeable cost reduction"
fn degrees(reading: &Reading) -> Vec<Found> {
    const FARTHEST: usize = 2;
    let spaced = |at: usize| reading.words.get(at).is_some_and(|word| word.gap == Gap::Space);
    let result = |at: usize| reading.stems.get(at..).and_then(|stems| lists().result_words.at(stems));
    let begins = (0..reading.words.len()).filter(|at| lists().degrees.contains(&reading.plain[*at]));
    let phrases = begins.filter_map(|at| {
        let behind = (at + 1..=at + FARTHEST).take_while(|at| spaced(*at));
        behind.into_iter().find_map(|end| result(end).map(|length| (at, end + length)))
    });
    phrases.map(|(from, to)| Found::at(reading, from..to, |words| format!("\"{words}\" says not how much"))).collect()
}

/// "A wide range of hats, caps and coats"
fn lists_behind(reading: &Reading, found: &Found) -> bool {
    let behind = |at: &usize| reading.words[*at].start >= found.bytes.end;
    (1..reading.words.len()).filter(behind).any(|at| reading.words[at].gap == Gap::Comma)
}

/// "The communication skills of 12 clerks", "leadership skills in trainees".
fn is_of_others(reading: &Reading, found: &Found) -> bool {
    let Some(at) = reading.words.iter().position(|word| word.start >= found.bytes.end) else { return false };
    let in_what = reading.words.get(at + 1).is_some_and(is_determiner);
    reading.words[at].gap == Gap::Space
        && match reading.plain[at].as_str() {
            "of" | "among" => true,
            // "In the kitchen" says where.
            "in" | "for" => !in_what,
            _ => false,
        }
}

fn all(reading: &Reading, phrases: &Phrases) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.plain.len() {
        let length = phrases.at(&reading.plain[at..]);
        // "Game Changer Award", "Ninja Framework": a name. A whole line in capitals is none.
        let name = at > reading.begins && reading.raw(at).starts_with(char::is_uppercase);
        if let Some(length) = length.filter(|_| !name) {
            found.push(Found::at(reading, at..at + length, |words| format!("\"{words}\" shows nothing")));
        }
        at += length.unwrap_or(1);
    }
    found
}
