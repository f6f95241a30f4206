//! The roles built into the program.

use crate::text::same_name;

include!(concat!(env!("OUT_DIR"), "/roles.rs"));

/// A role built into the program, its spec not yet read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BuiltIn {
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    pub(super) aliases: &'static [&'static str],
    pub(super) function: Option<&'static str>,
    /// Its spec, in JSON.
    pub(super) source: &'static str,
}

impl BuiltIn {
    /// All of them, by id.
    pub(super) fn all() -> &'static [Self] {
        BUILT_IN
    }

    /// The one with this id.
    pub(super) fn with_id(id: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|role| same_name(role.id, id))
    }

    /// The one with this id, title or alias.
    pub(super) fn called(name: &str) -> Option<&'static Self> {
        BUILT_IN.iter().find(|role| role.names().any(|known| same_name(known, name)))
    }

    /// Id, title, aliases.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.id, self.title].into_iter().chain(self.aliases.iter().copied())
    }
}
