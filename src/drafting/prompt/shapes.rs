//! What tells who a person is by its shape: e-mail addresses, links, telephone numbers, postal addresses.

use std::sync::LazyLock;

use regex::Regex;

use super::anonymous::RemovedKind;
use super::identifying::{SOURCE, Words};

fn pattern(text: &str) -> Option<Regex> {
    // The patterns are part of the program, and a test compiles them.
    Regex::new(text).ok()
}

/// What is known by its shape, in the order in which it is looked for.
pub(super) static SHAPES: LazyLock<Vec<(RemovedKind, Option<Regex>)>> = LazyLock::new(|| {
    let (before, behind) = (SOURCE.streets.join("|"), SOURCE.streets_in_one.join("|"));
    // "12 Long Hill Road", "Ringgasse 5".
    let street = format!(
        r"\b\d+[a-z]?,?\s+(?:\p{{Lu}}[\p{{L}}.'-]*\s+){{1,4}}(?i:{before})\b\.?|\b\p{{L}}+(?:{behind})\s+\d+[a-z]?\b"
    );
    vec![
        (RemovedKind::Email, pattern(r"[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}.-]+\.\p{L}{2,}")),
        (RemovedKind::Link, pattern(r"(?i)\b(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>()\[\]]+")),
        (RemovedKind::Link, pattern(r"(?i)\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:/[^\s<>()\[\]]*)?")),
        (RemovedKind::Link, pattern(r"(?:^|[\s(])@[\p{L}\p{N}_.-]{2,}")),
        (RemovedKind::Phone, pattern(r"(?:\+|\b00)?\(?\d{1,5}\)?(?:[\s./-]{0,2}\(?\d+\)?)+")),
        (RemovedKind::Address, pattern(&street)),
        (
            RemovedKind::Address,
            pattern(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\b\d{5} \p{Lu}\p{L}+"),
        ),
        (RemovedKind::Address, pattern(r"(?i)\bp\.? ?o\.? box \d+")),
    ]
});

/// Whether what has the shape of something personal is none: a technology with a full stop in it, a date, a count.
pub(super) fn is_harmless(kind: RemovedKind, found: &str, words: &Words) -> bool {
    match kind {
        RemovedKind::Link => is_technology(found, words),
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
        [.., firm, _] => words.is_technology(firm),
        _ => false,
    }
}
