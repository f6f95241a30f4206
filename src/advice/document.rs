//! Rules on the lines of a resume together.

use std::collections::BTreeMap;

use crate::resume::LineKind;
use crate::text::TokenKind;

use super::Found;
use super::lists::lists;
use super::reading::Reading;

/// So many lines under one heading may begin with one word, or a share of them, if that is more.
const MOST_IN_A_SECTION: usize = 2;
/// In the whole resume so many may, or the same share.
const MOST_IN_ALL: usize = 3;
/// The share of lines that may begin with one word.
const MOST_SHARE: f64 = 0.15;

/// Found at a line, by its place among the lines.
pub(super) type FoundAt = (usize, Found);

/// The same first word again and again: every line with it but the first two.
pub(super) fn repeated_opener(readings: &[Reading]) -> Vec<FoundAt> {
    let judged: Vec<(usize, &str)> = readings.iter().enumerate().filter_map(|(at, r)| Some((at, opener(r)?))).collect();
    let share = |lines: usize, least: usize| (lines as f64 * MOST_SHARE).max(least as f64);
    let most = share(judged.len(), MOST_IN_ALL);
    let mut in_sections: BTreeMap<&str, usize> = BTreeMap::new();
    for section in judged.iter().filter_map(|(at, _)| readings[*at].line.section.as_deref()) {
        *in_sections.entry(section).or_default() += 1;
    }
    let mut totals: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, opener) in &judged {
        *totals.entry(opener).or_default() += 1;
    }
    let mut so_far: BTreeMap<(&str, Option<&str>), usize> = BTreeMap::new();
    let mut count = |opener, section| {
        let count = so_far.entry((opener, section)).or_default();
        *count += 1;
        *count
    };
    let mut found = Vec::new();
    for (at, opener) in judged {
        let section = readings[at].line.section.as_deref();
        let in_section = section.map_or(0, |section| count(opener, Some(section)));
        let in_all = count(opener, None);
        let everywhere = totals[opener] as f64 > most;
        let of_section = section.map_or(0, |section| in_sections[section]);
        if in_section as f64 > share(of_section, MOST_IN_A_SECTION) || everywhere && in_all > MOST_IN_A_SECTION {
            found.push((at, repeated(&readings[at], totals[opener])));
        }
    }
    found
}

/// The stem of the first word, verb or not; none for words such as "the".
fn opener<'r>(reading: &'r Reading) -> Option<&'r str> {
    let first = reading.words.get(reading.begins).filter(|_| reading.tells_work())?;
    let says = reading.opener.is_some()
        || first.kind == TokenKind::Word && !lists().function_words.contains(&first.text) && first.text.len() > 2;
    says.then(|| reading.stems[reading.begins].as_str())
}

fn repeated(reading: &Reading, times: usize) -> Found {
    Found::at(reading, reading.begins..reading.begins + 1, |word| format!("\"{word}\" begins {times} lines"))
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Stop,
    Semicolon,
    Nothing,
}

/// Full stops at the ends of some items of lists and not of others of their kind: those that fewer lines do.
pub(super) fn end_punctuation(readings: &[Reading]) -> Vec<FoundAt> {
    let kinds = [LineKind::Experience, LineKind::Project, LineKind::Volunteer, LineKind::Other];
    kinds.into_iter().flat_map(|kind| uneven_in(readings, kind)).collect()
}

fn uneven_in(readings: &[Reading], kind: LineKind) -> Vec<FoundAt> {
    let alike = readings.iter().enumerate().filter(|(_, reading)| reading.line.kind == kind);
    let ends: Vec<(usize, End)> = alike.filter_map(|(at, reading)| Some((at, end(reading)?))).collect();
    let count = |wanted: End| ends.iter().filter(|(_, end)| *end == wanted).count();
    let usual =
        [End::Nothing, End::Stop, End::Semicolon].into_iter().max_by_key(|end| (count(*end), *end == End::Nothing));
    let Some(usual) = usual else { return Vec::new() };
    let (count, total) = (count(usual), ends.len());
    let others = ends.into_iter().filter(|(_, end)| *end != usual);
    others.map(|(at, end)| (at, uneven(&readings[at], end, usual, count, total))).collect()
}

/// How an item ends; none for sentences of a paragraph and where the end says nothing ("etc.", "Inc.").
fn end(reading: &Reading) -> Option<End> {
    let several = reading.clauses().len() > 1;
    if !reading.line.is_item || !reading.tells_work() || several {
        return None;
    }
    let text = reading.text().trim_end();
    let last = text.rsplit(' ').next().unwrap_or(text).trim_start_matches(['(', '"', '“']);
    match text.chars().last()? {
        '.' => {
            let word = last.trim_end_matches('.');
            let short = word.contains('.')
                || ["etc", "inc", "ltd", "co", "corp", "jr", "sr"].contains(&word.to_lowercase().as_str());
            (!short && !text.ends_with("..")).then_some(End::Stop)
        }
        ';' => Some(End::Semicolon),
        c if c.is_alphanumeric() || ")%\"”'’+]".contains(c) => Some(End::Nothing),
        _ => None,
    }
}

fn uneven(reading: &Reading, end: End, usual: End, count: usize, total: usize) -> Found {
    let says = |end| match end {
        End::Stop => "with a full stop",
        End::Semicolon => "with a semicolon",
        End::Nothing => "without a full stop",
    };
    let last = reading.words.len().saturating_sub(1);
    let mut found = Found::at(reading, last..last + 1, |_| {
        format!("ends {}; {count} of {total} lines end {}", says(end), says(usual))
    });
    found.bytes.end = reading.text().trim_end().len();
    found
}
