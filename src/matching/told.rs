//! The parts of a line that say something of their own.

use std::ops::Range;

use crate::text::Gap;

use super::reading::{Reading, distinct_stems};

/// Words that join a clause to a sentence where a verb follows.
const JOINING: [&str; 7] = ["and", "while", "then", "when", "before", "after", "but"];

/// A part of a line: a sentence, a clause, or what begins with a joining word and a verb.
pub(crate) struct Part {
    /// Its stems that the role knows, each once.
    pub(crate) stems: Vec<u16>,
    /// The criteria whose subjects it names, in any order.
    subjects_of: Vec<usize>,
}

impl Part {
    /// Whether it speaks of the criterion's subject; where it does not, a word in common may have come about by chance
    /// ("the company picnic").
    pub(crate) fn speaks_of(&self, criterion: usize) -> bool {
        self.subjects_of.contains(&criterion)
    }
}

/// The parts of a line; `met` has the first word of each subject with each criterion that asks for it.
pub(crate) fn parts(reading: &Reading, met: &[(usize, usize)]) -> Vec<Part> {
    let part = |words: Range<usize>| {
        let met = met.iter().filter(|(word, _)| words.contains(word));
        let subjects_of = met.map(|(_, criterion)| *criterion).collect();
        Part { stems: distinct_stems(&reading.words[words.clone()]), subjects_of }
    };
    ranges(reading).into_iter().map(part).collect()
}

fn ranges(reading: &Reading) -> Vec<Range<usize>> {
    let words = &reading.words;
    let verb = |at: usize| {
        words.get(at).is_some_and(|word| word.token.text.ends_with("ed") || word.token.text.ends_with("ing"))
    };
    let begins = |at: usize| {
        at > 0
            && (words[at].token.gap >= Gap::Clause || JOINING.contains(&words[at].token.text.as_str()) && verb(at + 1))
    };
    let mut ranges = Vec::new();
    let mut from = 0;
    for at in (0..words.len()).filter(|at| begins(*at)) {
        ranges.push(from..at);
        from = at;
    }
    ranges.push(from..words.len());
    ranges
}
