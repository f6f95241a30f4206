//! The rule on numbers that cannot be.

use crate::text::{Gap, Token, TokenKind};

use super::dates::{backwards, in_the_future, no_date};
use super::lists::{Phrases, lists};
use super::reading::Reading;
use super::verbs::{Form, verb};
use super::{Date, Found};

/// More than all of it, a fall that rises, a year that is yet to come.
pub(super) fn odd_number(reading: &Reading, today: Option<Date>) -> Vec<Found> {
    let mut found = Vec::new();
    let of_quota = lists().quota_words.find(&reading.stems).is_some();
    for at in 0..reading.words.len() {
        if !of_quota {
            found.extend(too_many_percent(reading, at));
        }
        found.extend(wrong_way(reading, at));
        found.extend(backwards(reading, at));
        found.extend(more_than_there_are(reading, at));
        if let Some(today) = today {
            found.extend(in_the_future(reading, at, today));
        }
    }
    found.extend(no_date(reading));
    found
}

/// The percentage at a place.
fn percent(reading: &Reading, at: usize) -> Option<f64> {
    let word = &reading.words[at];
    if word.kind != TokenKind::Number {
        return None;
    }
    let signed = word.text.contains('%') || reading.text()[word.end..].trim_start().starts_with('%');
    let number = word.text.trim_matches(|c: char| !c.is_ascii_digit()).replace(',', "");
    number.parse::<f64>().ok().filter(|_| signed)
}

/// "Cut costs by 150%", "120% uptime". Growth may be above 100%, and so may what is asked for be surpassed.
fn too_many_percent(reading: &Reading, at: usize) -> Option<Found> {
    // "By over 100%"
    let above = at > 0 && matches!(reading.plain[at - 1].as_str(), "over" | "than");
    let share = percent(reading, at).filter(|share| *share > 100.0 || above && *share >= 100.0)?;
    let until = by(reading, at).or_else(|| stands_bare(reading, at).then_some(at));
    let falls_by = until.is_some_and(|until| nearest(reading, until) == Some(Way::Down));
    let fall_behind = |from: usize| {
        let stems = reading.stems.get(from..)?;
        lists().falls.at(stems).filter(|_| reading.words[from].gap <= Gap::Space)
    };
    // "a 150% reduction", "120% less"
    let falls = falls_by || fall_behind(at + 1).is_some();
    let all = &lists().at_most_all;
    let of_all = reading.stems.get(at + 1..).and_then(|stems| all.at(stems)).is_some()
        && !rises_behind(reading, at + 2)
        || matches!(at.checked_sub(1).map(|before| reading.words[before].text.as_str()), Some("of" | "at" | "to"))
            && at >= 2
            && (1..=2).any(|length| at > length && all.at(&reading.stems[at - 1 - length..at - 1]) == Some(length));
    if !falls && !of_all {
        return None;
    }
    let what = if falls { "nothing falls by more than 100%" } else { "that cannot be more than 100%" };
    let more = if share > 100.0 { "" } else { "over " };
    Some(Found::at(reading, at..at + 1, |_| format!("{more}{share}%: {what}")))
}

/// Where the "by" of "by 150%", "by more than 150%" stands.
fn by(reading: &Reading, at: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    (at.saturating_sub(LONGEST + 1)..at).find(|by| {
        let between = &reading.plain[by + 1..at];
        reading.plain[*by] == "by" && (between.is_empty() || lists().about_as_much.at(between) == Some(between.len()))
    })
}

/// "Reduced downtime 150%": a figure behind what it changed, at the end of what is said of it.
fn stands_bare(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|before| &reading.words[before]) else { return false };
    let thing = before.kind == TokenKind::Word && !lists().function_words.contains(&before.text);
    let ends = reading.words.get(at + 1).is_none_or(|next| {
        next.gap > Gap::Space || matches!(next.text.as_str(), "by" | "in" | "within" | "over" | "through" | "via")
    });
    thing && reading.words[at].gap == Gap::Space && ends
}

/// "12 out of 10"
fn more_than_there_are(reading: &Reading, at: usize) -> Option<Found> {
    let number = |at: usize| reading.words.get(at)?.text.replace(',', "").parse::<f64>().ok();
    let links = reading.plain.get(at + 1)? == "out" && reading.plain.get(at + 2)? == "of";
    let (some, all) = (number(at).filter(|_| links)?, number(at + 3)?);
    (some > all).then(|| Found::at(reading, at..at + 4, |words| format!("\"{words}\" is more than there are")))
}

fn rises_behind(reading: &Reading, at: usize) -> bool {
    reading.stems.get(at..).is_some_and(|stems| lists().rises.at(stems).is_some())
}

/// Which way the nearest word before a place says that things went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// What the verb before a place says; nothing where the nearest one says neither.
fn nearest(reading: &Reading, at: usize) -> Option<Way> {
    const FARTHEST: usize = 25;
    let says = |phrases: &Phrases, place: usize| phrases.at(&reading.stems[place..at]).is_some();
    for place in (at.saturating_sub(FARTHEST)..at).rev() {
        if says(&lists().falls, place) {
            return Some(Way::Down);
        }
        if says(&lists().rises, place) {
            return Some(Way::Up);
        }
        if is_new_verb(reading, place, at) || reading.words[place].gap == Gap::Sentence {
            return None;
        }
    }
    None
}

/// ", and scaled", "while growing"; not the nouns and adjectives of "processing time" and "perceived latency".
fn is_new_verb(reading: &Reading, place: usize, end: usize) -> bool {
    let begins = place == 0
        || reading.words[place].gap > Gap::Space
        || matches!(reading.plain[place - 1].as_str(), "and" | "while" | "by" | "then" | "that" | "which" | "i" | "we");
    begins && verb(&reading.words[place..end]).is_some_and(|verb| matches!(verb.form, Form::Past | Form::Ing))
}

/// "Reduced the wait from 5 to 20 minutes", "grew from 30 to 10 shops".
fn wrong_way(reading: &Reading, at: usize) -> Option<Found> {
    if reading.words[at].text != "from" {
        return None;
    }
    let (first, unit, next) = quantity(reading, at + 1)?;
    if reading.words.get(next)?.text != "to" {
        return None;
    }
    let (second, second_unit, end) = quantity(reading, next + 1)?;
    // Without a unit of its own the first has that of the second.
    if !unit.is_empty() && unit != second_unit {
        return None;
    }
    let way = nearest(reading, at)?;
    let wrong = way == Way::Down && second > first || way == Way::Up && second < first;
    wrong.then(|| {
        let other = if way == Way::Down { "a rise" } else { "a fall" };
        Found::at(reading, at..end, |words| format!("\"{words}\" is {other}"))
    })
}

/// A number, its unit and the place behind both.
fn quantity(reading: &Reading, at: usize) -> Option<(f64, String, usize)> {
    let word = reading.words.get(at)?;
    let text = word.text.trim_start_matches(['$', '€', '£', '¥', '~', '+']);
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    let number: f64 = text[..text.len() - digits.len()].replace(',', "").trim_end_matches('.').parse().ok()?;
    let (factor, mut unit) = match digits.trim_end_matches('+') {
        "k" => (1e3, String::new()),
        "m" | "mm" => (1e6, String::new()),
        "b" | "bn" => (1e9, String::new()),
        other => (1.0, other.to_owned()),
    };
    let mut next = at + 1;
    let links = ["to", "and", "in", "by", "within", "per", "a"];
    let is_unit = |behind: &&Token| {
        behind.gap <= Gap::Space && behind.kind == TokenKind::Word && !links.contains(&behind.text.as_str())
    };
    if unit.is_empty() && reading.words.get(next).as_ref().is_some_and(is_unit) {
        unit.clone_from(&reading.stems[next]);
        next += 1;
    }
    Some((number * factor, unit, next))
}
