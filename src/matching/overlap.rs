//! The words that a line shares with a criterion's texts.

use std::ops::Range;

use crate::text::Gap;

use super::reading::Reading;

/// For each stem of a role, the criteria whose text has it, each with the stem's share of that text's rarity.
pub(crate) type Shares = Vec<Vec<(u16, f32)>>;

/// For each criterion, the share of its words, by rarity, that the line has too.
pub(crate) fn anywhere(by_stem: &Shares, criteria: usize, reading: &Reading) -> Vec<f32> {
    let mut share = vec![0.0; criteria];
    let mut stems: Vec<u16> = reading.words.iter().filter_map(|word| word.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    for stem in stems {
        for (criterion, part) in by_stem.get(usize::from(stem)).into_iter().flatten() {
            share[usize::from(*criterion)] += part;
        }
    }
    share
}

/// The same, but a part of the line that shares one word alone counts only where it also speaks of the criterion's subject
/// (`met` says of which words and which criterion): one word in common comes about by chance ("the company picnic").
pub(crate) fn in_parts(by_stem: &Shares, criteria: usize, reading: &Reading, met: &[(usize, usize)]) -> Vec<f32> {
    let mut share = vec![0.0; criteria];
    let mut shared: Vec<(u16, u16, f32)> = Vec::new();
    for part in parts(reading) {
        let mut own: Vec<(u16, u16, f32)> = Vec::new();
        for stem in reading.words[part.clone()].iter().filter_map(|word| word.stem) {
            let uses = by_stem.get(usize::from(stem)).into_iter().flatten();
            own.extend(uses.map(|(criterion, part)| (*criterion, stem, *part)));
        }
        own.sort_unstable_by_key(|(criterion, stem, _)| (*criterion, *stem));
        own.dedup_by_key(|(criterion, stem, _)| (*criterion, *stem));
        for same in own.chunk_by(|a, b| a.0 == b.0) {
            let criterion = usize::from(same[0].0);
            if same.len() > 1 || met.iter().any(|(word, of)| *of == criterion && part.contains(word)) {
                shared.extend_from_slice(same);
            }
        }
    }
    shared.sort_unstable_by_key(|(criterion, stem, _)| (*criterion, *stem));
    shared.dedup_by_key(|(criterion, stem, _)| (*criterion, *stem));
    for (criterion, _, part) in shared {
        share[usize::from(criterion)] += part;
    }
    share
}

/// Words that join a clause to a sentence where a verb follows.
const JOINING: [&str; 7] = ["and", "while", "then", "when", "before", "after", "but"];

/// The parts of a line that say something of their own: sentences, clauses, and what begins with a joining word and a verb.
fn parts(reading: &Reading) -> Vec<Range<usize>> {
    let words = &reading.words;
    let verb = |at: usize| {
        words.get(at).is_some_and(|word| word.token.text.ends_with("ed") || word.token.text.ends_with("ing"))
    };
    let begins = |at: usize| {
        at > 0
            && (words[at].token.gap >= Gap::Clause || JOINING.contains(&words[at].token.text.as_str()) && verb(at + 1))
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
