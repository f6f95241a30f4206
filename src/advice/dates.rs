//! Dates that cannot be: in months that there are not, or yet to come.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::{Gap, Token, month};

use super::lists::lists;
use super::reading::Reading;
use super::{Date, Found};

/// What stands before a time at which something was done.
const BEFORE: [&str; 7] = ["in", "since", "during", "from", "of", "on", "at"];

/// "in 2031", "since March 2031", "in 03/2031"; not what was planned for then, or holds until then.
pub(super) fn in_the_future(reading: &Reading, at: usize, today: Date) -> Option<Found> {
    let word = &reading.words[at];
    let year: i32 = word.text.parse().ok().filter(|year| word.text.len() == 4 && (1950..2100).contains(year))?;
    let before = |back: usize| at.checked_sub(back).map(|place| reading.words[place].text.as_str());
    let named = before(1).and_then(month);
    let counted = before(1).and_then(|word| word.parse().ok()).filter(|_| word.gap == Gap::Joined);
    let month = named.or(counted);
    let leads = before(if month.is_some() { 2 } else { 1 }).is_some_and(|word| BEFORE.contains(&word));
    let is_later = year > today.year || year == today.year && month.is_some_and(|month| month > today.month);
    // "in 2050 shops"
    let is_many = |next: &Token| next.gap == Gap::Space && next.text.len() > 3 && next.text.ends_with('s');
    let counts = reading.words.get(at + 1).is_some_and(is_many);
    let is_planned = lists().future_words.find(&reading.stems).is_some();
    (leads && is_later && !counts && !is_planned)
        .then(|| Found::at(reading, at..at + 1, |year| format!("{year} is yet to come")))
}

/// "from 2021 to 2019"
pub(super) fn backwards(reading: &Reading, at: usize) -> Option<Found> {
    let year = |at: usize| {
        let text = &reading.words.get(at)?.text;
        text.parse::<i32>().ok().filter(|year| text.len() == 4 && (1950..2100).contains(year))
    };
    let links = reading.plain.get(at)? == "from" && reading.plain.get(at + 2)? == "to";
    let (first, last) = (year(at + 1).filter(|_| links)?, year(at + 3)?);
    (last < first).then(|| Found::at(reading, at..at + 4, |span| format!("\"{span}\" ends before it begins")))
}

/// "in 13/2022", "on 2022-13-05", "on 31/31/2022".
pub(super) fn no_date(reading: &Reading) -> Option<Found> {
    // The pattern is part of the program, and a test uses it. Its digits are ASCII: all of Unicode takes long to prepare.
    static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let lead = r"(?i)(?:(?-u:\b)(?:in|since|during|from|of|on|at|by|to|until)[ \t\u{A0}]+|[(–][ \t\u{A0}]*)";
        let forms = r"(?:([0-9]{1,2})/((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})-([0-9]{2})(?:-([0-9]{2}))?|([0-9]{1,2})[/.]([0-9]{1,2})[/.]((?:19|20)[0-9]{2}))";
        Regex::new(&format!(r"{lead}({forms})(?:[^0-9/.-]|[.,)]|$)")).ok()
    });
    if !has_joined_numbers(reading.text()) {
        return None;
    }
    let found = DATE.as_ref()?.captures_iter(reading.text()).find(|found| {
        let number = |group: usize| found.get(group).and_then(|group| group.as_str().parse::<u32>().ok());
        match (number(2), number(4), number(7)) {
            (Some(month), ..) => !is_month(month),
            // "2019-20" and "2022-25" are spans of years.
            (_, Some(year), _) => number(5).is_some_and(|month| {
                let day = number(6);
                !is_month(month) && (day.is_some() || month <= year % 100) || day.is_some_and(|day| !is_day(day))
            }),
            (_, _, Some(first)) => number(8).is_some_and(|second| {
                let either = is_month(first) && is_day(second) || is_month(second) && is_day(first);
                !either
            }),
            _ => false,
        }
    })?;
    let date = found.get(1)?;
    Some(Found { bytes: date.range(), message: format!("{} is not a date", date.as_str()) })
}

fn is_month(number: u32) -> bool {
    (1..=12).contains(&number)
}

fn is_day(number: u32) -> bool {
    (1..=31).contains(&number)
}

/// Whether there is anything like "5/20" or "2022-13": hardly any line has it, and the pattern takes long to prepare.
fn has_joined_numbers(text: &str) -> bool {
    let is_joint =
        |three: &[u8]| three[0].is_ascii_digit() && matches!(three[1], b'/' | b'-' | b'.') && three[2].is_ascii_digit();
    text.as_bytes().windows(3).any(is_joint)
}
