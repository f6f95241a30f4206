//! What tells who a person is by its shape: e-mail addresses, links, numbers of persons and telephones, dates of birth,
//! postal addresses.

use std::sync::LazyLock;

use regex::Regex;

use super::identifying::{SOURCE, Words};
use super::removed::RemovedKind;

fn pattern(text: &str) -> Option<Regex> {
    // The patterns are part of the program, and a test compiles them.
    Regex::new(text).ok()
}

/// What is known by its shape, in the order in which it is looked for.
pub(super) static SHAPES: LazyLock<Vec<(RemovedKind, Option<Regex>)>> = LazyLock::new(|| {
    vec![
        (RemovedKind::Email, pattern(r"[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}.-]+\.\p{L}{2,}")),
        (RemovedKind::Email, pattern(&spelt_email())),
        (RemovedKind::Link, pattern(r"(?i)\b(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>()\[\]]+")),
        (RemovedKind::Link, pattern(r"(?i)\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:/[^\s<>()\[\]]*)?")),
        (RemovedKind::Link, pattern(r"(?:^|[\s(])@[\p{L}\p{N}_.-]{2,}")),
        // An account: two letters and two digits, then groups of four.
        (
            RemovedKind::Number,
            pattern(
                r"\b[A-Z]{2}\d{2}(?:(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|(?: ?[A-Z0-9]{4}){2} ?[A-Z0-9]{3})\b",
            ),
        ),
        (RemovedKind::Number, pattern(&number())),
        (RemovedKind::Birth, pattern(&birth())),
        (RemovedKind::Phone, pattern(r"(?:\+|\b00)?\(?\d{1,5}\)?(?:[\s./-]{0,2}\(?\d+\)?)+")),
        (RemovedKind::Address, pattern(&street())),
        (
            RemovedKind::Address,
            pattern(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\b\d{5} \p{Lu}\p{L}+"),
        ),
        (RemovedKind::Address, pattern(r"(?i)\bp\.? ?o\.? box \d+")),
    ]
});

/// "tom dot brandt at gmail dot com"
fn spelt_email() -> String {
    let domains: Vec<&str> = SOURCE.domains.iter().map(String::as_str).collect();
    let (dot, at) = (r"(?:\s+dot\s+|\s*\(dot\)\s*|\s*\[dot\]\s*)", r"(?:\s+at\s+|\s*\(at\)\s*|\s*\[at\]\s*)");
    let (word, ends) = (r"[\p{L}\p{N}_+-]+", domains.join("|"));
    format!(r"(?i)\b{word}(?:(?:\.|{dot}){word})*{at}{word}(?:(?:\.|{dot}){word})*?{dot}(?:{ends})\b")
}

/// "Passport No. C01X00T47", "NPI 1234567893"
fn number() -> String {
    let (before, at_once) = (SOURCE.before_numbers.join("|"), SOURCE.before_numbers_at_once.join("|"));
    let (spaced, sign) = (r"(?:card|no\.?|number|nr\.?|nummer|code|\#|:)\s*", r"(?:[A-Z]{1,3}[ -]?)?");
    format!(
        r"(?i)\b(?:(?:{before})\s*(?:{spaced})+|(?:{at_once})\s+)(?P<it>{sign}\d[A-Z0-9]*(?:[ /-]?[A-Z]{{0,2}}\d[A-Z0-9]*)*)\b"
    )
}

/// "born 12 March 1990", "Date of birth: 03.12.1990"
fn birth() -> String {
    let before = SOURCE.before_births.join("|");
    let month = r"(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)\p{L}*\.?";
    let day = r"\d{1,2}(?:st|nd|rd|th)?\.?";
    let dates = [
        r"\d{4}-\d{1,2}-\d{1,2}".to_owned(),
        r"\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})".to_owned(),
        format!(r"{day}\s+(?:of\s+)?{month},?\s+\d{{4}}"),
        format!(r"{month}\s+{day},?\s+\d{{4}}"),
        format!(r"(?:{month}\s+)?(?:19|20)\d{{2}}"),
    ];
    format!(r"(?i)(?:^|[^\p{{L}}])(?:{before})(?:\s*:|\s+on|\s+in|\s+am)*\s*(?P<it>{})", dates.join("|"))
}

/// "12 Long Hill Road", "Ringgasse 5", "Am Alten Markt 7", "Berliner Platz 5", "12 rue de la Paix".
fn street() -> String {
    let (before, in_one) = (SOURCE.streets.join("|"), SOURCE.streets_in_one.join("|"));
    let (alone, lead) = (SOURCE.streets_by_themselves.join("|"), SOURCE.streets_before.join("|"));
    let behind_number = SOURCE.streets_behind_number.join("|");
    let number = r"\s+\d{1,4}[a-z]?\b";
    let name = r"\p{Lu}[\p{L}.'-]*\s+";
    [
        format!(r"\b\d+[a-z]?,?\s+(?:{name}){{1,4}}(?i:{before})\b\.?"),
        format!(r"\b\p{{Lu}}?\p{{Ll}}\p{{L}}+(?:{in_one})\s+\d+[a-z]?\b"),
        format!(r"\b\p{{Lu}}\p{{L}}+(?:er|e|en)\s+(?:{alone}){number}"),
        format!(r"(?:\b|^)(?:{lead})\s+(?:\p{{Lu}}[\p{{L}}-]+\s+){{0,2}}\p{{Lu}}[\p{{L}}-]+\.?{number}"),
        format!(
            r"\b\d{{1,4}}[a-z]?,?\s+(?:{behind_number})\s+(?:(?:de|du|des|la|le|les)\s+)*(?:[dl]['’])?\p{{Lu}}\p{{L}}+"
        ),
    ]
    .join("|")
}

/// Whether what has the shape of something personal is none: a technology with a full stop in it, a date, a count.
pub(super) fn is_harmless(kind: RemovedKind, found: &str, words: &Words) -> bool {
    match kind {
        RemovedKind::Link => is_technology(found, words),
        RemovedKind::Number => digits(found) < 5,
        RemovedKind::Phone => is_date(found) || is_count(found) || digits(found) < 7,
        RemovedKind::Address => is_of_work(found, words),
        _ => false,
    }
}

/// "Node.js/Express", "ASP.NET", "@angular/core": no address, or one that only names a technology.
fn is_technology(found: &str, words: &Words) -> bool {
    if found.contains("://") || found.to_lowercase().starts_with("www.") {
        return false;
    }
    if let Some(name) = found.trim_start_matches([' ', '(']).strip_prefix('@') {
        return name.split(['/', '.', '-', '_']).any(|part| words.is_known(part));
    }
    let (host, path) = found.split_once('/').unwrap_or((found, ""));
    let ending = host.rsplit('.').next().unwrap_or_default().to_lowercase();
    let small = host == host.to_lowercase() && !path.is_empty();
    !SOURCE.domains.contains(&ending)
        || (!small && words.is_technology(host))
        || words.is_technology(host) && path.is_empty()
}

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).count()
}

/// "3000000", "1234567.89", "1 000 000": without a sign or a leading zero, and shorter than numbers of telephones are, or in
/// round thousands.
fn is_count(text: &str) -> bool {
    if text.starts_with(['0', '+', '(']) {
        return false;
    }
    let whole = text.split_once('.').filter(|(_, decimals)| decimals.len() < 3).map_or(text, |(whole, _)| whole);
    let plain = whole.len() < 10 && whole.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = text.split([' ', '.']);
    let first = groups.next().is_some_and(|group| (1..4).contains(&group.len()));
    plain || (first && groups.all(|group| group == "000"))
}

/// "2019-2021", "2021-05-01", "05/2019", "12.5.2020", "01/2020-03": years, and months and days beside them.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let is_year = |part: &&str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
    let is_day = |part: &&str| part.len() < 3 && part.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let years = parts.iter().filter(|part| is_year(part)).count();
    years > 0 && !text.starts_with(['+', '(']) && parts.iter().all(|part| is_year(part) || is_day(part))
}

/// "20000 Users", "UI 10000", "40 Google Drive": numbers of work before words that have a capital.
fn is_of_work(found: &str, words: &Words) -> bool {
    let named: Vec<&str> = found.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
    match named[..] {
        [state] if found.starts_with(state) && state.chars().all(|c| c.is_ascii_uppercase()) && state.len() == 2 => {
            !SOURCE.states.contains(state)
        }
        [place] if found.ends_with(place) && found.starts_with(|c: char| c.is_ascii_digit()) => {
            place.chars().all(char::is_alphabetic) && words.is_known(place)
        }
        [.., firm, _] => found.starts_with(|c: char| c.is_ascii_digit()) && words.is_technology(firm),
        _ => false,
    }
}
