//! A role's keywords: where one stands in a line, word for word.

use rustc_hash::FxHashMap;

use super::overlap::Texts;
use super::reading::Reading;
use super::told::Part;
use super::vocabulary::{Phrase, Vocabulary};

/// Words that may stand between two words of a keyword ("built REST APIs" meets "build APIs").
const SLACK: usize = 2;

/// All keywords of a role.
#[derive(Default)]
pub(crate) struct Keywords {
    all: Vec<Keyword>,
    /// Keyword numbers by their first stem.
    by_stem: FxHashMap<u16, Vec<usize>>,
    /// Their words that carry meaning, in any order; none of a keyword with one, which is there or is not.
    words: Texts,
}

/// One keyword.
struct Keyword {
    /// As the spec has it.
    text: String,
    criterion: usize,
    words: Phrase,
    /// What it shows of the criterion where it stands alone, 0 to 1.
    worth: f32,
}

impl Keywords {
    /// Adds a keyword of criterion number `criterion`, given its words and what it shows alone, 0 to 1.
    pub(crate) fn add(&mut self, criterion: usize, text: &str, words: Phrase, worth: f32) {
        let Some(first) = words.stems.first() else { return };
        self.by_stem.entry(*first).or_default().push(self.all.len());
        self.all.push(Keyword { text: text.to_owned(), criterion, words, worth });
    }

    /// Makes ready what is asked once all keywords are there.
    pub(crate) fn finish(&mut self, vocabulary: &Vocabulary) {
        let meanings = self.all.iter().map(|keyword| keyword.words.meaning.as_slice());
        self.words = Texts::new(meanings.map(|words| if words.len() > 1 { words } else { &[] }), vocabulary);
    }

    /// For each of `criteria`, what its keywords that stand in the line show together, 0 to 1.
    pub(crate) fn hits(&self, criteria: usize, reading: &Reading) -> Vec<f32> {
        let mut hits: Vec<f32> = vec![0.0; criteria];
        let stems: Vec<Option<u16>> = reading.words.iter().map(|word| word.stem).collect();
        let mut begun: Vec<u16> = stems.iter().flatten().copied().collect();
        begun.sort_unstable();
        begun.dedup();
        for number in begun.iter().filter_map(|stem| self.by_stem.get(stem)).flatten() {
            let keyword = &self.all[*number];
            let hit = &mut hits[keyword.criterion];
            if *hit < 1.0 && find(&keyword.words.stems, &stems).is_some() {
                *hit = (*hit + keyword.worth).min(1.0);
            }
        }
        hits
    }

    /// For each of `criteria`, the largest share of one keyword's words that a part of the line has, in any order; 0 to 1.
    ///
    /// One word alone counts only where the part also speaks of the criterion's subject.
    pub(crate) fn shares(&self, criteria: usize, parts: &[Part]) -> Vec<f32> {
        let mut shares: Vec<f32> = vec![0.0; criteria];
        for part in parts {
            for (number, words, share) in self.words.shared(&part.stems) {
                let keyword = &self.all[number];
                let best = &mut shares[keyword.criterion];
                let worth = share * keyword.worth;
                if worth > *best && (words > 1 || part.speaks_of(keyword.criterion)) {
                    *best = worth;
                }
            }
        }
        shares
    }

    /// The keywords of one criterion that stand in the line, each with the places of its words.
    pub(crate) fn places(&self, criterion: usize, reading: &Reading) -> Vec<(Vec<usize>, &str)> {
        let stems: Vec<Option<u16>> = reading.words.iter().map(|word| word.stem).collect();
        let own = self.all.iter().filter(|keyword| keyword.criterion == criterion);
        own.filter_map(|keyword| Some((find(&keyword.words.stems, &stems)?, keyword.text.as_str()))).collect()
    }
}

/// Whether a keyword stands in a line, both given as their stems.
#[must_use]
pub fn stands_in(keyword: &[String], line: &[Option<String>]) -> bool {
    find(keyword, line).is_some()
}

/// The places of a keyword's words in a line of `stems`: in order, hardly anything between.
fn find<T: PartialEq>(keyword: &[T], stems: &[Option<T>]) -> Option<Vec<usize>> {
    let first = keyword.first()?;
    (0..stems.len()).filter(|at| stems[*at].as_ref() == Some(first)).find_map(|start| {
        let mut places = vec![start];
        for wanted in &keyword[1..] {
            let from = places.last()? + 1;
            let next = (from..stems.len().min(from + SLACK + 1)).find(|at| stems[*at].as_ref() == Some(wanted))?;
            places.push(next);
        }
        Some(places)
    })
}
