//! The tables that `build.rs` made from the lexicon's files.

use super::Sense;

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

/// A place in the tree of phrases.
pub(super) struct Node {
    /// From and to in `EDGES`.
    pub(super) edges: (u32, u32),
    /// From and to in `SENSES`.
    pub(super) senses: (u32, u32),
    /// Whether a phrase ends here.
    pub(super) ends: bool,
}

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
