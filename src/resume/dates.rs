//! Dates in lines: what is nothing else, and what is left of a heading without them.

use super::wording::{among, bare};
use super::words;

/// Whether a line is a date or a span of dates and nothing else.
pub(super) fn is_date(text: &str) -> bool {
    text.len() <= 60
        && text.chars().any(char::is_alphanumeric)
        && (strip_dates(text).is_empty() || is_span_of_short_years(text))
}

/// Whether a text says that something goes on, and nothing else: the end of a span of dates that stands by itself.
pub(super) fn is_open_end(text: &str) -> bool {
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    match words[..] {
        [word] => among(&words::OPEN_ENDS, word),
        [to, word] => among(&words::UNTIL, to) && (among(&words::OPEN_ENDS, word) || word.eq_ignore_ascii_case("date")),
        _ => false,
    }
}

/// "Sept '17 – present", "May 13 - Apr 14": two ends of a span, with years of two digits.
fn is_span_of_short_years(text: &str) -> bool {
    let first = text.split(|sign: char| !sign.is_alphabetic()).find(|word| !word.is_empty());
    text.contains(['-', '–', '—'])
        && first.is_some_and(|word| among(&words::MONTHS, word))
        && text.contains(|sign: char| sign.is_ascii_digit())
        && has_only_dates(text)
}

/// Whether each word is one of those that dates have.
pub(super) fn has_only_dates(text: &str) -> bool {
    let between = |sign: char| !sign.is_alphanumeric();
    text.split(between).filter(|word| !word.is_empty()).all(|word| date_word(word).is_some())
}

/// The parts of a date: words and numbers; the signs between them are no part.
fn date_word(word: &str) -> Option<bool> {
    let word = bare(word);
    let digits = word.bytes().all(|byte| byte.is_ascii_digit());
    if word.is_empty() {
        None
    } else if digits {
        let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
        (year || word.len() <= 2).then_some(year)
    } else if among(&words::MONTHS, word) {
        // "may" and "fall" are words as well: a month alone is no date, see `strip_dates`.
        Some(false)
    } else {
        among(&words::NOW, word).then_some(false)
    }
}

/// The text without the dates at its end and its beginning, and without the signs around them.
pub(super) fn strip_dates(text: &str) -> &str {
    let between = |letter: char| letter.is_whitespace() || "–—-/,.()[]|·•:~'’".contains(letter);
    let mut rest = text.trim();
    for from_end in [true, false] {
        let (mut left, mut year) = (rest, false);
        loop {
            let trimmed = if from_end { left.trim_end_matches(between) } else { left.trim_start_matches(between) };
            let word = if from_end {
                &trimmed[trimmed
                    .rfind(between)
                    .map_or(0, |at| at + trimmed[at..].chars().next().map_or(1, char::len_utf8))..]
            } else {
                &trimmed[..trimmed.find(between).unwrap_or(trimmed.len())]
            };
            let Some(is_year) = date_word(word) else { break };
            let before =
                if from_end { &trimmed[..trimmed.len() - word.len()] } else { &left[..left.len() - trimmed.len()] };
            // "'13" is a year of two digits.
            year |= is_year || word.len() == 2 && before.ends_with(['\'', '’']);
            left = if from_end { &trimmed[..trimmed.len() - word.len()] } else { &trimmed[word.len()..] };
        }
        if year {
            rest = left.trim_matches(|letter: char| between(letter) && !matches!(letter, '.' | ')' | ']'));
            rest = rest
                .strip_suffix(['(', '['])
                .unwrap_or(rest)
                .trim_matches(|letter: char| ")]".contains(letter) && !rest.contains(['(', '[']))
                .trim();
            rest = if rest.chars().any(char::is_alphanumeric) { rest } else { "" };
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::{is_date, is_open_end, strip_dates};

    #[test]
    fn what_goes_on_may_stand_by_itself() {
        for text in ["present", "Present", "– now", "to date", "until today", "(ongoing)"] {
            assert!(is_open_end(text), "{text}");
        }
        for text in ["", "May", "date", "to", "Current accounts", "Ran a shop to date", "to date now"] {
            assert!(!is_open_end(text), "{text}");
        }
    }

    #[test]
    fn dates_are_known_and_taken_off() {
        for text in ["2019 – 2021", "Jul 2022 - Present", "(01/2019 – 05/2023)", "Summer 2018", "2017-05-01"] {
            assert!(is_date(text), "{text}");
        }
        for text in ["May", "5", "Sold 2019 hats", "Present"] {
            assert!(!is_date(text), "{text}");
        }
        assert_eq!(strip_dates("Acme Corp — Developer, 2019–2021"), "Acme Corp — Developer");
        assert_eq!(strip_dates("Jan 2019 - Present | Clerk"), "Clerk");
        assert_eq!(strip_dates("Clerk, Acme May '13 - Apr’14"), "Clerk, Acme");
        assert_eq!(strip_dates("Clerk (Contract) (2019)"), "Clerk (Contract)");
        assert_eq!(strip_dates("Cut costs by 5"), "Cut costs by 5");
    }
}
