//! A line's text in parts: those that are evidence with their reasons, and what stands between.

use serde::Serialize;

use crate::report::Evidence;

/// A part of a line.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Part<'r> {
    text: String,
    /// The number of the criterion that it is evidence for, of the first of several; 0 for none.
    number: usize,
    /// Why it is evidence; empty where it is none.
    reasons: Vec<Reason<'r>>,
}

/// Why a part is evidence, and for which criteria.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Reason<'r> {
    why: String,
    criteria: Vec<&'r str>,
}

/// One place in the line that speaks for a criterion.
#[derive(Clone, Copy)]
pub(super) struct Place<'r> {
    pub(super) evidence: &'r Evidence,
    pub(super) number: usize,
    pub(super) criterion: &'r str,
}

/// `text` in parts. Places that overlap are one part, with the reasons of all.
pub(super) fn parts<'r>(text: &str, places: impl Iterator<Item = Place<'r>>) -> Vec<Part<'r>> {
    let characters: Vec<char> = text.chars().collect();
    let mut places: Vec<Place<'r>> = places.filter(|place| place.evidence.end <= characters.len()).collect();
    places.sort_by_key(|place| (place.evidence.start, place.evidence.end, place.number));
    let part = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
    let mut parts = Vec::new();
    let mut at = 0;
    let mut next = places.as_slice();
    while let Some(first) = next.first() {
        let (together, later) = next.split_at(overlapping(next));
        let end = together.iter().map(|place| place.evidence.end).max().unwrap_or(at);
        let start = first.evidence.start;
        if start > at {
            parts.push(Part { text: part(at, start), number: 0, reasons: Vec::new() });
        }
        parts.push(Part { text: part(start, end), number: first.number, reasons: reasons(together) });
        (at, next) = (end, later);
    }
    if at < characters.len() {
        parts.push(Part { text: part(at, characters.len()), number: 0, reasons: Vec::new() });
    }
    parts
}

/// How many of `places`, which are in order, overlap with the first or with another that does.
fn overlapping(places: &[Place<'_>]) -> usize {
    let mut end = 0;
    let apart = places.iter().enumerate().position(|(at, place)| {
        let apart = at > 0 && place.evidence.start >= end;
        end = end.max(place.evidence.end);
        apart
    });
    apart.unwrap_or(places.len())
}

fn reasons<'r>(places: &[Place<'r>]) -> Vec<Reason<'r>> {
    let mut reasons: Vec<Reason<'r>> = Vec::new();
    for place in places {
        let why = why(place.evidence);
        match reasons.iter_mut().find(|reason| reason.why == why) {
            Some(reason) if reason.criteria.contains(&place.criterion) => {}
            Some(reason) => reason.criteria.push(place.criterion),
            None => reasons.push(Reason { why, criteria: vec![place.criterion] }),
        }
    }
    reasons
}

/// The reasons of `evidence`, each once.
pub(super) fn whys(evidence: &[Evidence]) -> Vec<String> {
    let mut whys = Vec::new();
    for why in evidence.iter().map(why) {
        if !whys.contains(&why) {
            whys.push(why);
        }
    }
    whys
}

fn why(evidence: &Evidence) -> String {
    match evidence.why.strip_prefix("keyword: ") {
        Some(_) => format!("“{}” (keyword)", evidence.text),
        None => evidence.why.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(start: usize, end: usize, why: &str) -> Evidence {
        Evidence { start, end, text: String::new(), why: why.to_owned() }
    }

    #[test]
    fn places_that_overlap_are_one_part_and_nothing_is_lost() {
        let found = [at(2, 7, "a"), at(8, 10, "b"), at(4, 8, "c"), at(2, 7, "a"), at(3, 99, "out of range")];
        let places = found.iter().zip([1, 2, 3, 4, 5]).map(|(evidence, number)| Place {
            evidence,
            number,
            criterion: ["", "one", "two", "three", "four", "five"][number],
        });
        let parts = parts("éa Redis cache", places);
        assert_eq!(parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>(), ["éa", " Redis", " c", "ache"]);
        let reasons: Vec<_> =
            parts[1].reasons.iter().map(|reason| (reason.why.as_str(), reason.criteria.len())).collect();
        assert_eq!((parts[1].number, reasons), (1, vec![("a", 2), ("c", 1)]));
        assert!(parts[0].reasons.is_empty() && parts[3].reasons.is_empty());
    }

    #[test]
    fn a_line_without_evidence_is_one_part() {
        assert_eq!(parts("Sold cars", std::iter::empty()).len(), 1);
        assert_eq!(parts("", std::iter::empty()), []);
    }
}
