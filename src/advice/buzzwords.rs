//! The rule on praise without substance.

use super::Found;
use super::lists::{Phrases, lists};
use super::numbers::measures;
use super::reading::Reading;

/// "Team player"; "cutting-edge" where no number shows it.
pub(super) fn buzzword(reading: &Reading) -> Vec<Found> {
    let mut found = all(reading, &lists().buzzwords_of_people);
    if !measures(reading) {
        found.extend(all(reading, &lists().buzzwords_of_things));
    }
    found.sort_by_key(|found| found.bytes.start);
    found
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
