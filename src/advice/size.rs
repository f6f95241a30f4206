//! Rules on how much one line says.

use crate::text::{Gap, Token, TokenKind};

use super::Found;
use super::lists::lists;
use super::reading::{Clause, Reading};
use super::verbs::{Form, is_determiner, verb};

/// A line has at most so many words, by the rule's own words.
const MOST_WORDS: usize = 30;
/// … and at least so many.
const FEWEST_WORDS: usize = 6;

/// More than [`MOST_WORDS`].
pub(super) fn too_long(reading: &Reading) -> Vec<Found> {
    let count = reading.count();
    if count <= MOST_WORDS {
        return Vec::new();
    }
    vec![Found::whole(reading, format!("{count} words, which is more than {MOST_WORDS}"))]
}

/// Fewer than [`FEWEST_WORDS`].
pub(super) fn too_short(reading: &Reading) -> Vec<Found> {
    let count = reading.count();
    if count >= FEWEST_WORDS {
        return Vec::new();
    }
    let words = if count == 1 { "1 word".to_owned() } else { format!("{count} words") };
    vec![Found::whole(reading, format!("{words}, which is fewer than {FEWEST_WORDS}"))]
}

/// "Wrote the tests. Led the move.", "Cut costs, raised sales and opened three shops".
pub(super) fn several_claims(reading: &Reading) -> Vec<Found> {
    let clauses = reading.clauses();
    let claims: Vec<&Clause> = clauses.iter().filter(|clause| is_claim(reading, clause)).collect();
    if let [_, second, ..] = claims[..] {
        let count = claims.len();
        return vec![Found::at(reading, second.clone(), |_| format!("makes {count} claims"))];
    }
    let Some(only) = claims.first() else { return Vec::new() };
    let heads = coordinated(reading, only);
    if heads.len() < 3 {
        return Vec::new();
    }
    vec![Found::at(reading, heads[1]..only.end, |_| format!("makes {} claims", heads.len()))]
}

/// A clause of at least three words that begins with what was done, or with who did it.
fn is_claim(reading: &Reading, clause: &Clause) -> bool {
    let doer = matches!(reading.words[clause.start].text.as_str(), "i" | "we");
    let opener = reading.opener_of(&(clause.start + usize::from(doer)..clause.end));
    // "…; included talks with two banks" is a part of what stands before.
    let behind = clause.start > 0;
    let goes_on = behind && reading.stems[clause.start] == "includ";
    let to_readers = behind && lists().said_to_readers.contains(&reading.plain[clause.start]);
    !goes_on && !to_readers && opener.is_some_and(|(_, verb)| verb.form != Form::Ing) && clause.len() >= 3
}

/// The verbs of one tense that stand beside each other, each with an object of its own.
fn coordinated(reading: &Reading, clause: &Clause) -> Vec<usize> {
    let Some((first, opener)) = reading.opener_of(clause) else { return Vec::new() };
    if !matches!(opener.form, Form::Past | Form::PastOrPresent | Form::Base) {
        return Vec::new();
    }
    let mut heads = vec![first];
    for at in first + 1..clause.end {
        let word = &reading.words[at];
        let before = reading.words[at - 1].text.as_str();
        let joined = word.gap == Gap::Comma && reading.before(at).trim() == ","
            || matches!(before, "and" | "then" | "also" | "finally");
        // "Ran the desk for a month: assigned tickets, answered calls": what it was in full.
        if reading.before(at).contains(':') {
            return Vec::new();
        }
        // The verb before needs an object: "planned, wrote and tested the site" is one claim.
        let apart = heads.last().is_some_and(|last| at - last >= if before == "and" { 4 } else { 3 });
        let form = verb(&reading.words[at..clause.end]).map(|verb| verb.form);
        if joined
            && apart
            && goes_with(opener.form, form, reading.words.get(at + 1))
            && has_object(reading, at, clause.end)
        {
            heads.push(at);
        }
    }
    heads
}

/// Whether a verb of a form is told beside the first. What could be a noun or a participle as well is one before its object
/// ("cut the wait", "train 3 nurses").
fn goes_with(first: Form, form: Option<Form>, next: Option<&Token>) -> bool {
    let object = next.is_some_and(|next| is_determiner(next) || next.kind == TokenKind::Number);
    match form {
        Some(Form::Past) => first != Form::Base,
        Some(Form::PastOrPresent) => object,
        Some(Form::Base) => first == Form::Base && object,
        _ => false,
    }
}

/// A participle without an object describes what stands before it ("a tool, built on Redis").
fn has_object(reading: &Reading, at: usize, end: usize) -> bool {
    const LINKS: [&str; 16] = [
        "in", "by", "on", "with", "for", "using", "from", "at", "as", "to", "and", "through", "via", "under", "within",
        "into",
    ];
    at + 2 < end && reading.words[at + 1].gap == Gap::Space && !LINKS.contains(&reading.words[at + 1].text.as_str())
}
