//! The rules: what they are called, why they are, and what to do. The texts are data: `rules.yaml` beside this file.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// How much a rule's advice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// A good line may do so now and then.
    Note,
    /// Should be mended.
    Warning,
}

/// A rule on a line's wording.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its stable id.
    pub id: String,
    /// How much its advice matters.
    pub level: Level,
    /// Why a line is weaker for it.
    pub reason: String,
    /// What to do.
    pub mend: String,
    /// A line that it flags.
    pub weak: String,
    /// That line mended.
    pub example: String,
}

// The file is built in and a test reads it: the default is never met.
static RULES: LazyLock<Vec<Rule>> =
    LazyLock::new(|| serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/rules.json"))).unwrap_or_default());

/// All rules, in the order in which they are shown.
#[must_use]
pub fn all() -> &'static [Rule] {
    &RULES
}

/// The rule of an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// Whether a rule is called so.
#[must_use]
pub(super) fn is_rule(id: &str) -> bool {
    rule(id).is_some()
}
