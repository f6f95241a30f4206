//! The parts of a line that say something of their own.

use std::ops::Range;

use crate::text::Gap;

use super::reading::Reading;

/// Words that join a clause to a sentence where a verb follows.
const JOINING: [&str; 7] = ["and", "while", "then", "when", "before", "after", "but"];

impl Reading {
    /// The parts of a line that say something of their own, as ranges of words: sentences, clauses, and what begins with a
    /// joining word and a verb.
    pub(crate) fn parts_told(&self) -> Vec<Range<usize>> {
        let words = &self.words;
        let verb = |at: usize| {
            words.get(at).is_some_and(|word| word.token.text.ends_with("ed") || word.token.text.ends_with("ing"))
        };
        let begins = |at: usize| {
            at > 0
                && (words[at].token.gap >= Gap::Clause
                    || JOINING.contains(&words[at].token.text.as_str()) && verb(at + 1))
        };
        let mut parts = Vec::new();
        let mut from = 0;
        for at in (0..words.len()).filter(|at| begins(*at)) {
            parts.push(from..at);
            from = at;
        }
        parts.push(from..words.len());
        parts
    }
}
