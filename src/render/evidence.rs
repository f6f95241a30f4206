//! Evidence as every layout shows it: the words in a line that earned its scores, and where the line stands.

use std::ops::Range;

use crate::report::Location;

/// A part of a line's text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Passage<T> {
    /// The characters.
    pub(super) text: String,
    /// What is known of each place in it, in the order in which they begin; empty where it is no evidence.
    pub(super) places: Vec<T>,
}

/// `text` in passages. Places that overlap are one passage; those that do not lie within the text are left out.
pub(super) fn passages<T>(text: &str, places: impl Iterator<Item = (Range<usize>, T)>) -> Vec<Passage<T>> {
    let characters: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| characters[from..to].iter().collect::<String>();
    let mut places: Vec<(Range<usize>, T)> =
        places.filter(|(at, _)| at.start < at.end && at.end <= characters.len()).collect();
    places.sort_by_key(|(at, _)| (at.start, at.end));
    let mut passages = Vec::new();
    let mut reached = 0;
    let mut places = places.into_iter().peekable();
    while let Some((Range { start, mut end }, first)) = places.next() {
        let mut together = vec![first];
        while let Some((later, another)) = places.next_if(|(next, _)| next.start < end) {
            end = end.max(later.end);
            together.push(another);
        }
        if start > reached {
            passages.push(Passage { text: part(reached, start), places: Vec::new() });
        }
        passages.push(Passage { text: part(start, end), places: together });
        reached = end;
    }
    if reached < characters.len() {
        passages.push(Passage { text: part(reached, characters.len()), places: Vec::new() });
    }
    passages
}

/// `text` in parts, each with whether it is to be set off. Places that touch are one part.
pub(super) fn set_off(text: &str, places: impl Iterator<Item = Range<usize>>) -> Vec<(String, bool)> {
    let passages = passages(text, places.map(|at| (at, ())));
    let parts = passages.chunk_by(|one, next| one.places.is_empty() == next.places.is_empty());
    parts.map(|part| (part.iter().map(|one| one.text.as_str()).collect(), !part[0].places.is_empty())).collect()
}

/// "line 12", "p. 2, line 12".
pub(super) fn place(location: &Location) -> String {
    match location.page {
        Some(page) => format!("p. {page}, line {}", location.line),
        None => format!("line {}", location.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<T>(passages: &[Passage<T>]) -> Vec<&str> {
        passages.iter().map(|passage| passage.text.as_str()).collect()
    }

    #[test]
    fn places_that_overlap_are_one_passage_and_nothing_is_lost() {
        let places = [(2..7, "a"), (8..10, "b"), (4..8, "c"), (2..7, "d"), (3..99, "beyond the end"), (5..5, "empty")];
        let passages = passages("éa Redis cache", places.into_iter());
        assert_eq!(texts(&passages), ["éa", " Redis", " c", "ache"]);
        assert_eq!(passages[1].places, ["a", "d", "c"]);
        assert!(passages[0].places.is_empty() && passages[3].places.is_empty());
    }

    #[test]
    fn a_line_without_evidence_is_one_passage() {
        assert_eq!(passages::<()>("Sold cars", std::iter::empty()).len(), 1);
        assert_eq!(passages::<()>("", std::iter::empty()), []);
    }

    #[test]
    fn what_is_set_off_and_touches_is_one_part() {
        let parts = set_off("Redis caching", [0..5, 5..9, 6..7].into_iter());
        assert_eq!(parts, [("Redis cac".to_owned(), true), ("hing".to_owned(), false)]);
    }
}
