//! A line's text as the page shows it: what is evidence leads to its match and carries its reasons.

use serde::Serialize;

use crate::render::evidence::passages;
use crate::render::reasons::reason;
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

/// `text` in parts.
pub(super) fn parts<'r>(text: &str, places: impl Iterator<Item = Place<'r>>) -> Vec<Part<'r>> {
    let places = places.map(|place| (place.evidence.start..place.evidence.end, place));
    let passages = passages(text, places).into_iter();
    passages
        .map(|passage| Part {
            text: passage.text,
            number: passage.places.first().map_or(0, |place| place.number),
            reasons: reasons(&passage.places),
        })
        .collect()
}

fn reasons<'r>(places: &[Place<'r>]) -> Vec<Reason<'r>> {
    let mut reasons: Vec<Reason<'r>> = Vec::new();
    for place in places {
        let why = reason(place.evidence);
        match reasons.iter_mut().find(|reason| reason.why == why) {
            Some(reason) if reason.criteria.contains(&place.criterion) => {}
            Some(reason) => reason.criteria.push(place.criterion),
            None => reasons.push(Reason { why, criteria: vec![place.criterion] }),
        }
    }
    reasons
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Why;

    #[test]
    fn a_part_has_the_reasons_of_all_criteria_each_once_and_leads_to_the_first() {
        let at = |start: usize, end: usize, text: &str| Evidence {
            start,
            end,
            text: text.into(),
            why: Why::Keyword(text.into()),
        };
        let found = [at(2, 7, "a"), at(2, 7, "a"), at(4, 8, "b"), at(2, 7, "a")];
        let places = found.iter().zip([(3, "three"), (4, "four"), (5, "five"), (3, "three")]);
        let places = places.map(|(evidence, (number, criterion))| Place { evidence, number, criterion });
        let parts = parts("éa Redis cache", places);
        let reasons: Vec<_> =
            parts[1].reasons.iter().map(|reason| (reason.why.as_str(), reason.criteria.as_slice())).collect();
        assert_eq!(
            (parts[1].number, reasons),
            (3, vec![("\"a\" is a keyword", &["three", "four"][..]), ("\"b\" is a keyword", &["five"][..])])
        );
        assert_eq!((parts[0].number, parts[0].reasons.len()), (0, 0));
    }
}
