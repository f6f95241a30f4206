//! The words that a role's texts use, and how rare each is.

use rustc_hash::FxHashMap;

use crate::text::{TokenKind, stem, tokens};

/// Words that say nothing of a criterion.
const FUNCTION_WORDS: &[&str] = &[
    "a", "an", "and", "any", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "how", "i", "in", "into",
    "is", "it", "its", "my", "of", "on", "or", "other", "our", "such", "that", "the", "their", "them", "these", "this",
    "those", "through", "to", "up", "using", "was", "we", "were", "which", "while", "who", "will", "with", "within",
    "you", "your", "including", "per", "various", "based", "new", "all", "more", "most", "also", "both", "each",
];

/// Stems of a role's texts, numbered; each with the number of criteria that use it.
#[derive(Default)]
pub(crate) struct Vocabulary {
    numbers: FxHashMap<String, u16>,
    used_by: Vec<u16>,
}

impl Vocabulary {
    pub(crate) fn number(&self, stem: &str) -> Option<u16> {
        self.numbers.get(stem).copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.used_by.len()
    }

    /// The numbers of a text's stems, function words and figures left out; new ones are added.
    pub(crate) fn add(&mut self, text: &str) -> Vec<u16> {
        let mut found = Vec::new();
        for token in tokens(text) {
            if token.kind == TokenKind::Number || FUNCTION_WORDS.contains(&token.text.as_str()) {
                continue;
            }
            let stem = stem(&token.text);
            let fresh = self.used_by.len();
            let number = *self.numbers.entry(stem).or_insert_with(|| u16::try_from(fresh).unwrap_or(u16::MAX));
            if usize::from(number) == fresh {
                self.used_by.push(0);
            }
            found.push(number);
        }
        found
    }

    /// Counts one criterion's stems, for their rarity.
    pub(crate) fn count(&mut self, stems: &[u16]) {
        let mut seen = stems.to_vec();
        seen.sort_unstable();
        seen.dedup();
        for stem in seen {
            if let Some(count) = self.used_by.get_mut(usize::from(stem)) {
                *count += 1;
            }
        }
    }

    /// Inverse document frequency among the role's criteria, 0 and up.
    pub(crate) fn rarity(&self, stem: u16, criteria: usize) -> f32 {
        let used = f32::from(self.used_by.get(usize::from(stem)).copied().unwrap_or(1));
        (1.0 + criteria as f32 / used.max(1.0)).ln()
    }
}
