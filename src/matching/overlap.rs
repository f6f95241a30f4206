//! How much of a short text, a name or a keyword, a line has too.

use super::vocabulary::Vocabulary;

/// Some texts, given as stems.
#[derive(Default)]
pub(crate) struct Texts {
    /// For each stem, the texts that have it, each with the stem's share of that text's rarity.
    by_stem: Vec<Vec<(u32, f32)>>,
}

impl Texts {
    pub(crate) fn new<'t>(texts: impl IntoIterator<Item = &'t [u16]>, vocabulary: &Vocabulary) -> Self {
        let mut all = Self { by_stem: vec![Vec::new(); vocabulary.len()] };
        for (number, text) in (0..).zip(texts) {
            let mut stems = text.to_vec();
            stems.sort_unstable();
            stems.dedup();
            let whole: f32 = stems.iter().map(|stem| vocabulary.rarity(*stem)).sum();
            for stem in stems.into_iter().filter(|_| whole > 0.0) {
                all.by_stem[usize::from(stem)].push((number, vocabulary.rarity(stem) / whole));
            }
        }
        all
    }

    /// Of each text that has any of `stems`, each of which is given once: its number, how many of them it has, and their
    /// share of its rarity, 0 to 1.
    pub(crate) fn shared(&self, stems: &[u16]) -> Vec<(usize, usize, f32)> {
        let uses = stems.iter().filter_map(|stem| self.by_stem.get(usize::from(*stem))).flatten();
        let mut uses: Vec<(u32, f32)> = uses.copied().collect();
        uses.sort_by_key(|(text, _)| *text);
        let texts = uses.chunk_by(|one, other| one.0 == other.0);
        texts.map(|of| (of[0].0 as usize, of.len(), of.iter().map(|(_, share)| share).sum())).collect()
    }

    /// Whether text number `text` has the stem.
    pub(crate) fn has(&self, text: usize, stem: u16) -> bool {
        self.by_stem.get(usize::from(stem)).into_iter().flatten().any(|(of, _)| *of as usize == text)
    }
}
