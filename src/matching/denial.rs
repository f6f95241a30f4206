//! What a line says was not done or got worse, and so is no evidence: "No experience with Kafka", "Failed to ship the API",
//! "Increased latency by 300%".

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::{Gap, TokenKind};

use super::reading::{Mention, Nested, Word};

/// The lexicon's words that deny wherever they stand.
const NOT_DONE: &str = "not-done";
/// Those that deny only where their clause has no work before them ("Missed two releases", but "Cut missed appointments").
const FELL_SHORT: &str = "fell-short";

/// At most so many words stand between a denial and what went wrong ("did not once miss").
const BETWEEN: usize = 1;
/// At most so many words name what rose or fell.
const LONGEST_MEASURE: usize = 6;

/// The lists of the file, in small letters.
#[derive(Default, Deserialize)]
struct Denying {
    went_wrong: HashSet<String>,
    rose: HashSet<String>,
    fell: HashSet<String>,
    before_verb: HashSet<String>,
    behind: HashSet<String>,
    less_is_better: HashSet<String>,
    more_is_better: HashSet<String>,
}

static DENYING: LazyLock<Denying> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/denial_words.json"))).unwrap_or_default()
});

/// Takes away what a line denies, phrases and words, with the word of denial itself; comes back with the words' places.
pub(super) fn take_away(words: &mut [Word], mentions: &mut Vec<Mention>) -> Vec<Range<usize>> {
    let mut denied = not_done(words, mentions);
    denied.extend(got_worse(words, mentions));
    for range in &denied {
        words[range.clone()].iter_mut().for_each(|word| word.stem = None);
    }
    mentions.retain(|mention| !denied.iter().any(|range| range.contains(&mention.words.0)));
    forget(mentions);
    denied
}

/// Takes away the words of denial alone: a criterion asks for what it names ("Missed appointments", "You will build APIs").
pub(super) fn forget(mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| !is(mention, NOT_DONE) && !is(mention, FELL_SHORT));
}

fn is(mention: &Mention, id: &str) -> bool {
    mention.concepts().any(|concept| concept.id() == id)
}

/// From each denial to the end of its sentence.
fn not_done(words: &[Word], mentions: &[Mention]) -> Vec<Range<usize>> {
    // Inside a longer phrase it is a part of what that says ("never missed a deadline").
    let whole = mentions.iter().enumerate().filter(|(_, mention)| mention.nested == Nested::No);
    let denies = whole.filter(|(at, mention)| {
        is(mention, NOT_DONE) && !goes_well(words, mention)
            || is(mention, FELL_SHORT) && begins(words, &mentions[..*at], mention)
    });
    denies
        .map(|(_, mention)| mention.words.0..end(words, mention.words.0, |at| words[at].token.gap == Gap::Sentence))
        .collect()
}

/// The first word behind `from` at which `ends` holds, or the end of the line.
fn end(words: &[Word], from: usize, ends: impl Fn(usize) -> bool) -> usize {
    (from + 1..words.len()).find(|at| ends(*at)).unwrap_or(words.len())
}

/// Whether a denial is of something that went wrong.
fn goes_well(words: &[Word], denial: &Mention) -> bool {
    let behind = words[denial.words.1..].iter().take_while(|word| word.token.gap < Gap::Clause);
    behind.take(BETWEEN + 1).any(|word| DENYING.went_wrong.contains(&word.token.text))
}

/// Whether no work stands before it in its clause, or a word that begins another ("… and failed to ship it").
fn begins(words: &[Word], before: &[Mention], mention: &Mention) -> bool {
    let first = mention.words.0;
    let joined = first.checked_sub(1).is_some_and(|at| matches!(words[at].token.text.as_str(), "and" | "but"));
    let is_denied =
        before.iter().any(|other| is(other, NOT_DONE) && other.words.1 + BETWEEN >= first && goes_well(words, other));
    !is_denied && (joined || !before.iter().any(|other| other.clause == mention.clause && other.is_verb()))
}

/// From each verb that says that a measure went the wrong way ("Increased latency", "Cut test coverage") to the end of what
/// it tells: a comma, a clause, or the next verb in a row.
fn got_worse(words: &[Word], mentions: &[Mention]) -> Vec<Range<usize>> {
    let is_verb = |at: usize| mentions.iter().any(|mention| mention.words.0 == at && mention.is_verb());
    let ends = |at: usize| {
        words[at].token.gap >= Gap::Comma || DENYING.before_verb.contains(&words[at].token.text) && is_verb(at + 1)
    };
    let worse = (0..words.len()).filter(|at| begins_clause(words, *at) && is_worse(words, *at));
    worse.map(|at| at..end(words, at, ends)).collect()
}

fn begins_clause(words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    words[at].token.gap >= Gap::Comma || DENYING.before_verb.contains(&words[before].token.text)
}

/// Whether the word at `at` says that what it names behind it rose or fell, and should not have.
fn is_worse(words: &[Word], at: usize) -> bool {
    let verb = &words[at].token.text;
    let (rose, fell) = (DENYING.rose.contains(verb), DENYING.fell.contains(verb));
    if !rose && !fell {
        return false;
    }
    let names = |word: &&Word| {
        word.token.gap < Gap::Comma && word.token.kind == TokenKind::Word && !DENYING.behind.contains(&word.token.text)
    };
    let measure: Vec<&str> =
        words[at + 1..].iter().take(LONGEST_MEASURE).take_while(names).map(|word| word.token.text.as_str()).collect();
    let ends_as = |list: &HashSet<String>| (0..measure.len()).any(|from| list.contains(&measure[from..].join(" ")));
    rose && ends_as(&DENYING.less_is_better) || fell && ends_as(&DENYING.more_is_better)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read_and_no_measure_is_on_both_sides() {
        assert!(!DENYING.went_wrong.is_empty() && !DENYING.before_verb.is_empty() && !DENYING.behind.is_empty());
        assert!(DENYING.less_is_better.is_disjoint(&DENYING.more_is_better));
    }
}
