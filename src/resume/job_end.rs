//! When a job ended, as the dates beside its heading say.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;
use serde::{Serialize, Serializer};

/// When a job ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobEnd {
    /// It goes on ("2021 – Present").
    Open,
    /// It ended then.
    In {
        /// The year.
        year: u16,
        /// The month, 1 to 12, where the dates name it.
        month: Option<u8>,
    },
}

impl fmt::Display for JobEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open => f.write_str("open"),
            Self::In { year, month: None } => write!(f, "{year}"),
            Self::In { year, month: Some(month) } => write!(f, "{year}-{month:02}"),
        }
    }
}

impl Serialize for JobEnd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A span of dates: what it begins with, a dash or a word, and what it ends with.
const SPAN: &str = r"(?ix-u)
    (?: \b (?: jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec | spring|summer|autumn|fall|winter ) [a-z]* \.? (?: \s* (?: ' | ’ )? \d\d )?
      | \b (?:19|20)\d\d (?: [-/.] (?:0[1-9]|1[0-2]) \b )? )
    (?:\s|\u{A0})* (?: (?: [-~] | – | — )+ | \b (?: to|until|till ) \b ) (?:\s|\u{A0})*
    (?: (?P<open> \b (?: present|presently|current|currently|now|today|date|ongoing ) \b )
      | (?: (?P<name> \b (?: jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec ) ) [a-z]* (?: [\s.,] | \u{A0} )*
          | (?P<number> \b (?: 0?[1-9]|1[0-2] ) ) \s* [-/.] \s*
          | \b (?: spring|summer|autumn|fall|winter|q[1-4] ) \s+ )?
        (?: (?: ' | ’ )? (?P<year> (?:19|20)\d\d ) \b (?: [-/.] (?P<after> 0[1-9]|1[0-2] ) \b )? | (?: ' | ’ ) (?P<short> \d\d ) \b ) )";

// The patterns are built in and the tests read them: the missing ones are never met.
static SPANS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(SPAN).ok());
static SINCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i-u)\bsince\s+(?:[a-z]{3,9}\.?\s+|\d{1,2}[/.])?(?:19|20)\d\d\b").ok());
static DATE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u)^\s*((?:19|20)\d\d)(?:[-/.](0[1-9]|1[0-2]))?(?:[-/.]\d\d)?\s*$").ok());

/// The end of the span of dates in a heading; nothing where there is none. A single year says neither.
pub(super) fn job_end(heading: &str) -> Option<JobEnd> {
    if let Some(found) = SPANS.as_ref().and_then(|spans| spans.captures(heading)) {
        if found.name("open").is_some() {
            return Some(JobEnd::Open);
        }
        let year = match found.name("short") {
            Some(short) => {
                short.as_str().parse::<u16>().ok().map(|short| if short > 50 { 1900 } else { 2000 } + short)?
            }
            None => found.name("year")?.as_str().parse().ok()?,
        };
        let named = found.name("name").and_then(|name| {
            (1..).zip(MONTHS).find(|(_, month)| name.as_str().eq_ignore_ascii_case(month)).map(|(number, _)| number)
        });
        let number = found.name("number").or(found.name("after")).and_then(|number| number.as_str().parse().ok());
        return Some(JobEnd::In { year, month: named.or(number) });
    }
    SINCE.as_ref().filter(|since| since.is_match(heading)).map(|_| JobEnd::Open)
}

/// The end of an entry that has its two dates under keys of their own; an entry that only begins goes on.
pub(super) fn keyed(start: Option<&str>, end: Option<&str>) -> Option<JobEnd> {
    let Some(end) = end.map(str::trim).filter(|end| !end.is_empty()) else {
        return start.is_some_and(|start| start.contains(|c: char| c.is_ascii_digit())).then_some(JobEnd::Open);
    };
    if ["present", "current", "now", "today", "ongoing"].iter().any(|word| end.eq_ignore_ascii_case(word)) {
        return Some(JobEnd::Open);
    }
    let found = DATE.as_ref()?.captures(end)?;
    let month = found.get(2).and_then(|month| month.as_str().parse().ok());
    Some(JobEnd::In { year: found[1].parse().ok()?, month })
}

#[cfg(test)]
mod tests {
    use super::{JobEnd, job_end, keyed};

    fn ended(year: u16, month: Option<u8>) -> JobEnd {
        JobEnd::In { year, month }
    }

    #[test]
    fn spans_of_dates_in_their_many_spellings() {
        for heading in [
            "Clerk, Acme (2021 – now)",
            "Jul 2022 - Present",
            "05/2021 to date",
            "Clerk | since March 2020",
            "2019—current",
            "June 2019 – Ongoing",
            "Sept '17 – present",
        ] {
            assert_eq!(job_end(heading), Some(JobEnd::Open), "{heading}");
        }
        assert_eq!(job_end("Acme — Clerk, 2019–2021"), Some(ended(2021, None)));
        assert_eq!(job_end("Jul 2022 - Mar 2024"), Some(ended(2024, Some(3))));
        assert_eq!(job_end("(01/2019 – 05/2023)"), Some(ended(2023, Some(5))));
        assert_eq!(job_end("2019-02 – 2020-11"), Some(ended(2020, Some(11))));
        assert_eq!(job_end("09-2018 – 10-2020"), Some(ended(2020, Some(10))));
        assert_eq!(job_end("May '13 - Apr’14"), Some(ended(2014, Some(4))));
        assert_eq!(job_end("Q1 2023 - Q3 2025"), Some(ended(2025, None)));
        assert_eq!(job_end("May – August 2018"), Some(ended(2018, Some(8))));
        assert_eq!(job_end("Summer 2018 to Winter 2019"), Some(ended(2019, None)));
    }

    #[test]
    fn other_headings_say_nothing() {
        for heading in ["", "Clerk", "Clerk, 2019", "Present", "Summer 2018", "Team of 5 to 20", "24-7 Services"] {
            assert_eq!(job_end(heading), None, "{heading}");
        }
    }

    #[test]
    fn dates_under_keys() {
        assert_eq!(keyed(Some("2019-02"), Some("2020-11-30")), Some(ended(2020, Some(11))));
        assert_eq!(keyed(Some("2019"), Some("2020")), Some(ended(2020, None)));
        assert_eq!(keyed(Some("2019-02"), Some("present")), Some(JobEnd::Open));
        assert_eq!(keyed(Some("2019-02"), None), Some(JobEnd::Open));
        assert_eq!(keyed(Some("2019-02"), Some(" ")), Some(JobEnd::Open));
        assert_eq!((keyed(None, None), keyed(None, Some("soon"))), (None, None));
    }
}
