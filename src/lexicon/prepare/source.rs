//! The shape of the lexicon's YAML files.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One action or subject as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_excessive_bools, reason = "each is a key that an entry may have")]
pub(crate) struct Entry {
    pub(crate) id: String,
    #[serde(default)]
    pub(crate) name: Option<String>,
    #[serde(default)]
    pub(crate) verbs: Vec<String>,
    #[serde(default)]
    pub(crate) nouns: Vec<String>,
    #[serde(default)]
    pub(crate) terms: Vec<String>,
    #[serde(default)]
    pub(crate) doubtful: Vec<String>,
    /// Subjects only: what evidence of this one is evidence of, too.
    #[serde(default)]
    pub(crate) within: BTreeMap<String, f32>,
    /// Subjects only: sideways relations, from their own file.
    #[serde(skip)]
    pub(crate) beside: BTreeMap<String, f32>,
    /// Actions only: the actions that this one also shows.
    #[serde(default)]
    pub(crate) kin: BTreeMap<String, f32>,
    /// Actions only: says that a person was there, and little of what they did.
    #[serde(default)]
    pub(crate) weak: bool,
    /// Actions only: the action is the point, and its subject without it shows nothing.
    #[serde(default)]
    pub(crate) decisive: bool,
    /// Subjects only: so general that it takes another word to mean something.
    #[serde(default)]
    pub(crate) general: bool,
    /// Subjects only: people one works with, so that an action named inside is not theirs.
    #[serde(default)]
    pub(crate) people: bool,
}

/// Ordinary phrases that hold the letters of a term and do not mean it ("rest of", "react to").
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct OrdinaryPhrases {
    pub(crate) phrases: Vec<String>,
}

/// From a subject to others that evidence of it is worth something for, each with its degree.
pub(crate) type Relations = BTreeMap<String, BTreeMap<String, f32>>;
