//! The tables that `build.rs` made from the lexicon's files (`prepare/tables.rs` says how they are laid out). The large
//! ones are little-endian numbers in bytes: as source they would cost the compiler far more than all other code.

use std::sync::LazyLock;

use super::{Sense, WordId};

#[allow(clippy::struct_excessive_bools, reason = "what an entry says of itself, key by key")]
pub(super) struct Concept {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) action: bool,
    pub(super) weak: bool,
    pub(super) decisive: bool,
    pub(super) general: bool,
    pub(super) people: bool,
    /// From and to in `RELATIONS`.
    pub(super) shows: (u16, u16),
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

const WORD_TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/words.txt"));
const WORD_STARTS: &[[u8; 4]] = include_bytes!(concat!(env!("OUT_DIR"), "/word_starts.bin")).as_chunks().0;
/// Pairs of numbers.
type Pairs = &'static [[[u8; 4]; 2]];
const NODES: Pairs = include_bytes!(concat!(env!("OUT_DIR"), "/nodes.bin")).as_chunks().0.as_chunks().0;
const EDGES: Pairs = include_bytes!(concat!(env!("OUT_DIR"), "/edges.bin")).as_chunks().0.as_chunks().0;

static SENSES: LazyLock<Vec<Sense>> = LazyLock::new(|| {
    let senses: &[[u8; 4]] = include_bytes!(concat!(env!("OUT_DIR"), "/senses.bin")).as_chunks().0;
    senses.iter().map(|bytes| sense(*bytes)).collect()
});

fn sense([low, high, flags, field]: [u8; 4]) -> Sense {
    let says = |flag: u8| flags & flag != 0;
    Sense {
        concept: u16::from_le_bytes([low, high]),
        doubtful: says(1),
        verb: says(2),
        finite: says(4),
        first: says(8),
        field,
    }
}

/// How many words there are.
pub(super) fn words() -> u32 {
    u32::try_from(WORD_STARTS.len().saturating_sub(1)).unwrap_or(u32::MAX)
}

/// Word number `number`, in alphabetical order; empty behind the last.
pub(super) fn word(number: u32) -> &'static str {
    let at = number as usize;
    let start = |at: usize| WORD_STARTS.get(at).map_or(WORD_TEXT.len(), |start| u32::from_le_bytes(*start) as usize);
    WORD_TEXT.get(start(at)..start(at + 1)).unwrap_or_default()
}

/// A place in the tree of phrases.
#[derive(Clone, Copy)]
pub(super) struct Node(usize);

impl Node {
    /// Where all phrases begin.
    pub(super) const ROOT: Self = Self(0);
    /// The bit of a node's second number that says that a phrase ends there.
    const ENDS: u32 = 1 << 31;

    /// Where the edges of the node at `at` begin, and where its senses begin, with the bit of [`Self::ENDS`].
    fn numbers(at: usize) -> [u32; 2] {
        NODES[at].map(u32::from_le_bytes)
    }

    /// Whether a phrase ends here.
    pub(super) fn ends(self) -> bool {
        Self::numbers(self.0)[1] & Self::ENDS != 0
    }

    /// What the phrase that ends here means.
    pub(super) fn senses(self) -> &'static [Sense] {
        let begin = |at: usize| (Self::numbers(at)[1] & !Self::ENDS) as usize;
        &SENSES[begin(self.0)..begin(self.0 + 1)]
    }

    /// The place behind one more word.
    pub(super) fn step(self, word: WordId) -> Option<Self> {
        let edges = &EDGES[Self::numbers(self.0)[0] as usize..Self::numbers(self.0 + 1)[0] as usize];
        let found = edges.binary_search_by_key(&word.0, |[label, _]| u32::from_le_bytes(*label)).ok()?;
        Some(Self(u32::from_le_bytes(edges[found][1]) as usize))
    }
}
