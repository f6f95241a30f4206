//! The words that a role's texts use, and how rare each is.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::text::{Token, TokenKind, stem, tokens};

/// Words that say nothing of a criterion.
const FUNCTION_WORDS: &[&str] = &[
    "a",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "by",
    "can",
    "for",
    "from",
    "has",
    "have",
    "how",
    "i",
    "in",
    "into",
    "is",
    "it",
    "its",
    "my",
    "of",
    "on",
    "or",
    "other",
    "our",
    "such",
    "that",
    "the",
    "their",
    "them",
    "these",
    "this",
    "those",
    "through",
    "to",
    "up",
    "using",
    "was",
    "we",
    "were",
    "which",
    "while",
    "who",
    "will",
    "with",
    "within",
    "you",
    "your",
    "including",
    "per",
    "various",
    "based",
    "new",
    "all",
    "more",
    "most",
    "also",
    "both",
    "each",
    "about",
    "after",
    "against",
    "along",
    "although",
    "among",
    "around",
    "because",
    "before",
    "behind",
    "between",
    "beyond",
    "but",
    "despite",
    "did",
    "do",
    "does",
    "during",
    "he",
    "her",
    "here",
    "his",
    "if",
    "me",
    "near",
    "next",
    "no",
    "not",
    "off",
    "once",
    "out",
    "over",
    "she",
    "since",
    "so",
    "some",
    "than",
    "then",
    "there",
    "they",
    "though",
    "toward",
    "towards",
    "under",
    "until",
    "upon",
    "us",
    "very",
    "what",
    "when",
    "where",
    "whether",
    "why",
    "without",
    "would",
];

/// Whether a word, in lower case, says nothing of a criterion.
#[must_use]
pub fn is_function_word(word: &str) -> bool {
    static KNOWN: LazyLock<FxHashSet<&str>> = LazyLock::new(|| FUNCTION_WORDS.iter().copied().collect());
    KNOWN.contains(word)
}

include!(concat!(env!("OUT_DIR"), "/rarity.rs"));

/// Stems of a role's texts, numbered; each with its rarity.
#[derive(Default)]
pub(crate) struct Vocabulary {
    numbers: FxHashMap<String, u16>,
    rarities: Vec<f32>,
    /// The number of each word's stem: a role says most of its words several times.
    seen: FxHashMap<String, u16>,
}

/// The numbers of a phrase's stems.
pub(crate) struct Phrase {
    /// All of them, in order; "on schedule" is more than "schedule".
    pub(crate) stems: Vec<u16>,
    /// Those that carry its meaning: function words and figures are left out.
    pub(crate) meaning: Vec<u16>,
}

/// Inverse document frequency of a stem among the criteria of all built-in roles, 0 and up.
fn rarity(stem: &str) -> f32 {
    let used = USED_BY.binary_search_by(|(known, _)| (*known).cmp(stem)).map_or(1, |at| USED_BY[at].1);
    (CRITERIA as f32 / used as f32).ln()
}

impl Vocabulary {
    pub(crate) fn number(&self, stem: &str) -> Option<u16> {
        self.numbers.get(stem).copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.rarities.len()
    }

    /// The numbers of the stems that carry a text's meaning: function words and figures are left out.
    pub(crate) fn add_text(&mut self, text: &str) -> Vec<u16> {
        tokens(text).iter().filter(|token| carries_meaning(token)).map(|token| self.add(&token.text)).collect()
    }

    /// The numbers of the stems of a phrase.
    pub(crate) fn add_phrase(&mut self, phrase: &str) -> Phrase {
        let mut added = Phrase { stems: Vec::new(), meaning: Vec::new() };
        for token in tokens(phrase) {
            let number = self.add(&token.text);
            added.stems.push(number);
            if carries_meaning(&token) {
                added.meaning.push(number);
            }
        }
        added
    }

    fn add(&mut self, word: &str) -> u16 {
        if let Some(number) = self.seen.get(word) {
            return *number;
        }
        let stem = stem(word);
        let fresh = self.rarities.len();
        let rarity = rarity(&stem);
        let number = *self.numbers.entry(stem).or_insert_with(|| u16::try_from(fresh).unwrap_or(u16::MAX));
        if usize::from(number) == fresh {
            self.rarities.push(rarity);
        }
        self.seen.insert(word.to_owned(), number);
        number
    }

    /// How rare a stem is, 0 and up.
    pub(crate) fn rarity(&self, stem: u16) -> f32 {
        self.rarities.get(usize::from(stem)).copied().unwrap_or_default()
    }
}

fn carries_meaning(token: &Token) -> bool {
    // A letter alone is a rest of something ("the user's").
    token.kind == TokenKind::Word && token.text.chars().nth(1).is_some() && !is_function_word(&token.text)
}
