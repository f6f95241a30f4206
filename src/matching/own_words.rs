//! The words by which a criterion is told from the other criteria of its role.
//!
//! All that a spec says of a criterion is read: its name, description, keywords, prompts and measures. A word is a
//! criterion's own as far as it is used for this criterion and not for the others, and as far as it is rare.

use super::told::Part;
use super::vocabulary::Vocabulary;

/// A word that a criterion uses more often than this says no more of it.
const MOST_USES: usize = 3;
/// A stem as rare as this counts in full: one that hardly any criterion of the built-in roles uses.
const RARE: f32 = 6.0;

/// A word that is less than this a criterion's own says nothing of it.
const LEAST: f32 = 0.1;

/// Words of a part that are together less than this a criterion's own may stand there by chance.
const ENOUGH_ALONE: f32 = 0.5;

/// How far each stem is each criterion's own.
#[derive(Default)]
pub(crate) struct OwnWords {
    criteria: usize,
    by_stem: Vec<Vec<(u16, f32)>>,
}

impl OwnWords {
    /// Reads `texts`: of each criterion, the stems of each of its texts.
    pub(crate) fn new(texts: &[Vec<Vec<u16>>], vocabulary: &Vocabulary) -> Self {
        let mut uses: Vec<(u16, u16)> = Vec::new();
        for (criterion, own) in (0..).zip(texts) {
            for text in own {
                // A word counts once a text.
                let mut stems = text.clone();
                stems.sort_unstable();
                stems.dedup();
                uses.extend(stems.into_iter().map(|stem| (stem, criterion)));
            }
        }
        uses.sort_unstable();
        let mut by_stem = vec![Vec::new(); vocabulary.len()];
        for of_stem in uses.chunk_by(|one, other| one.0 == other.0) {
            let counts = of_stem.chunk_by(|one, other| one == other);
            let counts: Vec<(u16, f32)> = counts.map(|same| (same[0].1, same.len().min(MOST_USES) as f32)).collect();
            let all: f32 = counts.iter().map(|(_, count)| count).sum();
            let stem = of_stem[0].0;
            let rarity = (vocabulary.rarity(stem) / RARE).min(1.0);
            let shares = counts.into_iter().map(|(of, count)| (of, rarity * count / all));
            by_stem[usize::from(stem)] = shares.filter(|(_, share)| *share > LEAST).collect();
        }
        Self { criteria: texts.len(), by_stem }
    }

    /// The words of the line that are criteria's own: each criterion with a stem and how far it is its own, 0 to 1.
    ///
    /// A part of the line that has one of them alone, or some that are hardly its own, counts only where it also speaks of
    /// the criterion's subject.
    pub(crate) fn told(&self, parts: &[Part]) -> Vec<(u16, u16, f32)> {
        let mut shared: Vec<(u16, u16, f32)> = Vec::new();
        for part in parts {
            let uses = |stem: &u16| {
                let stem = *stem;
                let uses = self.by_stem.get(usize::from(stem)).into_iter().flatten();
                uses.map(move |(criterion, share)| (*criterion, stem, *share))
            };
            let mut own: Vec<(u16, u16, f32)> = part.stems.iter().flat_map(uses).collect();
            own.sort_by_key(|(criterion, ..)| *criterion);
            for same in own.chunk_by(|a, b| a.0 == b.0) {
                let enough = same.len() > 1 && same.iter().map(|(.., share)| share).sum::<f32>() >= ENOUGH_ALONE;
                if enough || part.speaks_of(usize::from(same[0].0)) {
                    shared.extend_from_slice(same);
                }
            }
        }
        // A word in two parts counts once.
        shared.sort_unstable_by_key(|(criterion, stem, _)| (*criterion, *stem));
        shared.dedup_by_key(|(criterion, stem, _)| (*criterion, *stem));
        shared
    }

    /// For each criterion, how many of the words told are its own, as 1 - e^-n: from 0 to 1.
    pub(crate) fn shown(&self, told: &[(u16, u16, f32)]) -> Vec<f32> {
        let mut shown = vec![0.0; self.criteria];
        for (criterion, _, share) in told {
            shown[usize::from(*criterion)] += share;
        }
        shown.into_iter().map(|count: f32| 1.0 - (-count).exp()).collect()
    }

    /// How far `stem` is the criterion's own, 0 to 1.
    pub(crate) fn share(&self, stem: u16, criterion: usize) -> f32 {
        let uses = self.by_stem.get(usize::from(stem)).into_iter().flatten();
        uses.filter(|(of, _)| usize::from(*of) == criterion).map(|(_, share)| *share).fold(0.0, f32::max)
    }
}
