//! Which numbers of a line measure something, and which are names, dates and versions.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{Gap, TokenKind, is_month};

use super::lists::lists;
use super::reading::Reading;

// The pattern is built in and a test reads it: the missing one is never met.
static PHONE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?-u)(?:\+\d{1,3}[\s.-]?)?\(?\d{3}\)?[\s.-]\d{3,4}[\s.-]\d{4}\b|\+\d[\d\s().-]{7,}\d").ok()
});

/// Whether a line has a number, a number in words, or a phrase that measures ("ahead of schedule").
pub(super) fn measures(reading: &Reading) -> bool {
    if lists().measured_phrases.find(&reading.stems).is_some() {
        return true;
    }
    let named = named(reading);
    (0..reading.words.len()).filter(|at| !named[*at]).any(|at| counts_at(reading, at))
}

/// Whether the word at a place is a number that counts, in digits or in letters.
pub(super) fn counts_at(reading: &Reading, at: usize) -> bool {
    let word = &reading.words[at];
    // "404 hats"
    let counts = || {
        word.text.bytes().all(|byte| byte.is_ascii_digit())
            && reading.words.get(at + 1).is_some_and(|next| next.gap == Gap::Space && next.text.ends_with('s'))
    };
    if lists().digit_words_that_are_names.contains(&word.text) && !counts() {
        return false;
    }
    match word.kind {
        TokenKind::Number => is_measure(reading, at),
        TokenKind::Word if word.text.starts_with(|c: char| c.is_ascii_digit()) => is_with_unit(&word.text),
        TokenKind::Word => is_number_word(reading, at),
    }
}

/// Which words are parts of names and of phone numbers.
fn named(reading: &Reading) -> Vec<bool> {
    let mut named = vec![false; reading.words.len()];
    let mut at = 0;
    while at < reading.stems.len() {
        let length = lists().names_with_numbers.at(&reading.stems[at..]).or(generic_name(reading, at));
        let end = (at + length.unwrap_or(0)).min(named.len());
        named[at..end].fill(true);
        at += length.unwrap_or(1);
    }
    let phones: Vec<_> = PHONE.iter().flat_map(|phone| phone.find_iter(reading.text())).collect();
    for (place, word) in reading.words.iter().enumerate() {
        let behind = phones.partition_point(|phone| phone.end() <= word.start);
        named[place] |= phones.get(behind).is_some_and(|phone| phone.start() <= word.start);
    }
    named
}

/// "Fortune 500", "Fortune 100"
fn generic_name(reading: &Reading, at: usize) -> Option<usize> {
    let next = reading.words.get(at + 1)?;
    (reading.words[at].text == "fortune" && next.kind == TokenKind::Number).then_some(2)
}

/// The signs by which a figure is a measure whatever stands around it.
fn is_marked(reading: &Reading, at: usize) -> bool {
    let word = &reading.words[at];
    let after = &reading.text()[word.end..];
    word.text.contains(['%', '$', '€', '£', '¥', ',', '+'])
        || word.text.ends_with(['k', 'm', 'b', 'x', 'n'])
        || after.trim_start().starts_with(['%', '€', '£', '$', '×'])
        || after.starts_with('+')
}

fn is_measure(reading: &Reading, at: usize) -> bool {
    if is_marked(reading, at) {
        return true;
    }
    let word = &reading.words[at];
    let before = at.checked_sub(1).map(|before| &reading.words[before]);
    let next = reading.words.get(at + 1);
    if word.text.matches('.').count() > 1 || is_year(reading, at) || is_day(reading, at) {
        return false;
    }
    // "two-factor", "3-tier"
    if next.is_some_and(|next| next.gap == Gap::Joined && lists().kinds_by_number.contains(&next.text)) {
        return false;
    }
    let Some(before) = before.filter(|_| matches!(word.gap, Gap::Joined | Gap::Space)) else { return true };
    // "2017-18", "Tier 1/2", "Windows 10/11": of one kind with the number before.
    if word.gap == Gap::Joined && before.kind == TokenKind::Number && !is_marked(reading, at - 1) {
        return is_measure(reading, at - 1);
    }
    let is_word = before.kind == TokenKind::Word;
    if is_another_name(reading, at) {
        return false;
    }
    if reading.opener.is_some_and(|verb| (reading.begins..reading.begins + verb.words).contains(&(at - 1))) {
        return true;
    }
    if is_word && lists().named_by_number.contains(&before.text) {
        return false;
    }
    // "GPT-4", "COVID-19", but not "sub-100" and "top-10"
    if word.gap == Gap::Joined && is_word && !matches!(before.text.as_str(), "sub" | "top" | "under" | "over" | "plus")
    {
        return reading.before(at).contains('/') && !is_version(&word.text);
    }
    let raw = reading.raw(at - 1);
    // "a Top 10 school"; "ranked in the Top 10" is a result.
    if before.text == "top" && raw.starts_with(char::is_uppercase) {
        return matches!(reading.stems[reading.begins].as_str(), "rank" | "place" | "finish");
    }
    let is_name = is_word && at - 1 > reading.begins && raw.starts_with(char::is_uppercase);
    // "Windows 10", "Python 3.11 services"; "API 40 times" has a thing behind it.
    let counts = next.is_some_and(|next| next.gap == Gap::Space && next.text.ends_with('s')) && !is_version(&word.text);
    !is_name || counts
}

/// The "3" of "Python 2 and 3", "Releases 2 to 3".
fn is_another_name(reading: &Reading, at: usize) -> bool {
    let joint = at > 1 && matches!(reading.plain[at - 1].as_str(), "and" | "or" | "to" | "through");
    let counts = reading.words.get(at + 1).is_some_and(|next| next.gap == Gap::Space && next.text.ends_with('s'));
    joint && !counts && reading.words[at - 2].kind == TokenKind::Number && !is_measure(reading, at - 2)
}

fn is_version(text: &str) -> bool {
    text.contains('.')
}

/// "2019", "in 2021"; "2019 hats" is a number.
fn is_year(reading: &Reading, at: usize) -> bool {
    let word = &reading.words[at];
    let year = word.text.len() == 4 && word.text.parse::<u16>().is_ok_and(|year| (1950..2100).contains(&year));
    let thing = |next: &crate::text::Token| {
        next.gap == Gap::Space && next.kind == TokenKind::Word && next.text.len() > 3 && next.text.ends_with('s')
    };
    year && !reading.words.get(at + 1).is_some_and(thing)
}

/// "May 5", "5 May", "05/2020"
fn is_day(reading: &Reading, at: usize) -> bool {
    let names_month = |at: Option<usize>| {
        at.and_then(|at| reading.words.get(at).map(|word| (at, word)))
            .is_some_and(|(at, word)| is_month(&word.text) && reading.raw(at).starts_with(char::is_uppercase))
    };
    let of_year = reading.words.get(at + 1).is_some_and(|next| next.gap == Gap::Joined) && is_year_at(reading, at + 1);
    names_month(at.checked_sub(1)) || names_month(Some(at + 1)) || of_year
}

fn is_year_at(reading: &Reading, at: usize) -> bool {
    reading.words.get(at).is_some_and(|word| word.text.len() == 4 && word.text.starts_with(['1', '2']))
        && is_year(reading, at)
}

/// "200ms", "12min", "1M"; not "3D", "1st".
fn is_with_unit(text: &str) -> bool {
    let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    lists().units.contains(unit)
}

fn is_number_word(reading: &Reading, at: usize) -> bool {
    let word = &reading.words[at];
    if !lists().number_words.contains(&word.text) {
        return false;
    }
    let capital_within =
        at > reading.begins && word.gap != Gap::Sentence && reading.raw(at).starts_with(char::is_uppercase);
    let kind = reading.words.get(at + 1);
    let is_kind = kind.is_some_and(|next| next.gap == Gap::Joined && lists().kinds_by_number.contains(&next.text));
    // "double-check": joined to what it makes another word of.
    !capital_within && !is_kind
}
