//! Rules on who speaks and who acts.

use crate::text::{Gap, Token};

use super::Found;
use super::lists::{Phrases, lists};
use super::numbers::counts_at;
use super::opening;
use super::reading::Reading;
use super::verbs::{Form, is_participle};

/// "I", "my", "our".
pub(super) fn first_person(reading: &Reading) -> Vec<Found> {
    let found = (0..reading.words.len()).find(|at| is_pronoun(reading, *at) && !is_quoted(reading, *at));
    found.map(|at| Found::at(reading, at..at + 1, |word| format!("says \"{word}\""))).into_iter().collect()
}

/// Whether the word at a place stands in quotation marks: others say it ("where is my parcel").
fn is_quoted(reading: &Reading, at: usize) -> bool {
    let before = &reading.text()[..reading.words[at].start];
    let count = |sign: char| before.matches(sign).count();
    (count('"') % 2 == 1 || count('“') > count('”')) && reading.text()[reading.words[at].end..].contains(['"', '”'])
}

/// Whether the word at a place is a pronoun of the first person.
pub(super) fn is_pronoun(reading: &Reading, at: usize) -> bool {
    let Some(word) = reading.words.get(at) else { return false };
    let raw = reading.raw(at);
    let begins = at == 0 || word.gap == Gap::Sentence || reading.before(at).contains(['•', ':', '"', '“']);
    match word.text.as_str() {
        "i" => raw == "I" && is_not_a_numeral(reading, at, begins),
        "i'm" | "i've" | "i'd" | "i'll" | "we've" | "we're" | "we'd" | "myself" | "ourselves" => true,
        // "My Account", "Our Town": a name, unless the line begins so.
        "my" | "we" | "our" | "ours" | "me" => raw.starts_with(char::is_lowercase) || begins && word.text != "me",
        // "US" is a country; "Contact us" a page.
        "us" => raw == "us" && !reading.words.get(at.wrapping_sub(1)).is_some_and(names_a_page),
        _ => false,
    }
}

fn names_a_page(before: &Token) -> bool {
    matches!(before.text.as_str(), "contact" | "about" | "follow" | "join")
}

/// "Phase I", "I/O", "Engineer I", "Calculus I and II".
fn is_not_a_numeral(reading: &Reading, at: usize, begins: bool) -> bool {
    let after = reading.words.get(at + 1);
    if after.is_none_or(|next| next.gap != Gap::Space) {
        return false;
    }
    if after.is_some_and(|next| matches!(next.text.as_str(), "and" | "or" | "ii" | "to")) {
        return false;
    }
    let label =
        ["phase", "level", "type", "class", "tier", "part", "grade", "stage", "category", "volume", "step", "war"];
    let before = at.checked_sub(1).map(|before| (&reading.words[before], reading.raw(before)));
    begins
        || reading.words[at].gap == Gap::Comma
        || reading.words[at].gap == Gap::Clause
        || reading.words[at].gap == Gap::Space
            && before
                .is_some_and(|(word, raw)| raw.starts_with(char::is_lowercase) && !label.contains(&word.text.as_str()))
}

/// "The site was rebuilt", "Was promoted".
pub(super) fn passive(reading: &Reading) -> Vec<Found> {
    let found = reading.clauses().into_iter().find_map(|clause| {
        // A clause that begins with what was done is in the active voice, whatever its side clauses are.
        if reading.opener_of(&clause).is_some_and(|(_, verb)| verb.form != Form::Ing) {
            return None;
        }
        passive_in(reading, clause.start, clause.end)
    });
    // "Was tasked with" is flagged as a weak opener.
    let weak = opening::weak(reading).map(|(from, _)| from);
    let found = found.filter(|(_, to)| weak != Some(to - 1));
    found
        .map(|(from, to)| Found::at(reading, from..to, |words| said(reading, from, to - 1, words)))
        .into_iter()
        .collect()
}

/// What is said of a passive from a place to its participle.
fn said(reading: &Reading, from: usize, participle: usize, words: &str) -> String {
    if lists().honours.contains(&reading.plain[participle]) {
        let mut verb = reading.plain[participle].clone();
        verb[..1].make_ascii_uppercase();
        return format!("\"{words}\" is stronger as \"{verb}\"");
    }
    // "Was hired to", "I was given"
    let person = from == 0 || from == 1 && reading.plain[0] == "i";
    if person {
        return format!("\"{words}\" tells what was done to you");
    }
    format!("\"{words}\" hides who did it")
}

/// Words that begin a side clause: what it says is no claim of the line's.
const SIDE: [&str; 20] = [
    "which", "that", "who", "whose", "where", "when", "while", "if", "as", "because", "since", "until", "once",
    "ensuring", "ensure", "so", "what", "how", "before", "after",
];

fn passive_in(reading: &Reading, from: usize, to: usize) -> Option<(usize, usize)> {
    let next_comma = |from: usize| (from + 1..to).find(|at| reading.words[*at].gap == Gap::Comma);
    let is_side = |at: usize| SIDE.contains(&reading.plain[at].as_str());
    // "After the move, the till was rebuilt": what matters stands behind the comma.
    let mut at = next_comma(from).filter(|_| is_side(from)).unwrap_or(from);
    while at < to {
        if is_side(at) {
            // "The site, which sells hats, was rebuilt"
            at = next_comma(at).filter(|_| reading.words[at].gap == Gap::Comma)?;
            continue;
        }
        if lists().be.contains(&reading.plain[at]) {
            let participle = behind_adverbs(reading, at + 1, to)?;
            if is_done(reading, at, participle) {
                return Some((at, participle + 1));
            }
        }
        at += 1;
    }
    None
}

/// The first word from a place on that is no adverb.
fn behind_adverbs(reading: &Reading, from: usize, to: usize) -> Option<usize> {
    let at = (from..to).find(|at| !is_adverb(&reading.plain[*at]))?;
    (reading.words[at].gap == Gap::Space).then_some(at)
}

/// Whether something is done by the participle behind a form of "be", and it is no state.
fn is_done(reading: &Reading, be: usize, participle: usize) -> bool {
    let word = &reading.words[participle];
    let is_state = lists().states.contains(&word.text) && !was_used_for(reading, be, participle);
    // "Got promoted", but not "got written approval".
    let is_got = reading.plain[be] == "got" && !lists().honours.contains(&word.text);
    is_participle(word) && !is_state && !is_got && !tells_reach(reading, participle)
}

/// "Excel was used for the rota"; not "is used by 40 shops" and "was used to working at night".
fn was_used_for(reading: &Reading, be: usize, participle: usize) -> bool {
    let behind = |far: usize| reading.plain.get(participle + far).map_or("", String::as_str);
    let past = matches!(reading.plain[be].as_str(), "was" | "were" | "been");
    let is_habit = behind(1) == "to" && behind(2).ends_with("ing");
    past && reading.plain[participle] == "used" && behind(1) != "by" && !is_habit
}

pub(super) fn is_adverb(word: &str) -> bool {
    word.ends_with("ly") || lists().between_subject_and_verb.contains(word)
}

/// "Was adopted by over 200 clinics": who did it is said, and counted; not "was cut by 20%".
fn tells_reach(reading: &Reading, participle: usize) -> bool {
    const FARTHEST: usize = 3;
    let by = reading.plain.get(participle + 1).is_some_and(|word| word == "by");
    let changes = |phrases: &Phrases| phrases.at(&reading.stems[participle..]).is_some();
    let behind = participle + 2..(participle + 2 + FARTHEST).min(reading.words.len());
    by && !changes(&lists().falls) && !changes(&lists().rises) && behind.into_iter().any(|at| counts_at(reading, at))
}
