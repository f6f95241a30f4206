//! The list of roles: all, those of one function, or those in which words are found.

use serde::{Serialize, Serializer};

use crate::role::{Catalogue, FindError, Origin, RoleSummary, nearest, same_name};

use super::role_search::{SearchMatch, Words};

/// One role of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleEntry {
    /// The id, such as "back-end-developer".
    pub id: String,
    /// The title.
    pub title: String,
    /// The part of a firm that it belongs to.
    pub function: Option<String>,
    /// Where it comes from.
    pub source: RoleSource,
    /// Its file, where it is one of the user's own.
    pub path: Option<String>,
    /// Where the words searched for were found in it; absent where none were searched for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matches: Option<Vec<SearchMatch>>,
}

/// Where a role comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RoleSource {
    /// The program.
    BuiltIn,
    /// The user's folder.
    Folder,
    /// The user's folder, in place of a built-in role.
    Override,
}

/// Roles, by id; those in which words were found, by how well they were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleList {
    /// The roles.
    pub roles: Vec<RoleEntry>,
    /// What was searched for.
    pub search: Option<String>,
}

impl Serialize for RoleList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.roles.serialize(serializer)
    }
}

/// No role belongs to the function asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no role has the function \"{function}\"{}\nfunctions: {}",
    nearest.as_ref().map(|n| format!("; did you mean \"{n}\"?")).unwrap_or_default(),
    known.join(", ")
)]
pub struct UnknownFunction {
    /// What was asked for.
    pub function: String,
    /// The function most like it.
    pub nearest: Option<String>,
    /// All functions, in alphabetical order.
    pub known: Vec<String>,
}

impl RoleList {
    /// All of `roles`.
    #[must_use]
    pub fn new(roles: &[RoleSummary]) -> Self {
        Self { roles: roles.iter().map(RoleEntry::from).collect(), search: None }
    }

    /// Those whose function is `function`, in any case.
    pub fn of_function(mut self, function: &str) -> Result<Self, UnknownFunction> {
        let mut known: Vec<String> = self.roles.iter().filter_map(|role| role.function.clone()).collect();
        known.sort();
        known.dedup();
        if !known.iter().any(|has| same_name(has, function)) {
            let nearest = nearest(function, known.iter().map(String::as_str)).map(str::to_owned);
            return Err(UnknownFunction { function: function.to_owned(), nearest, known });
        }
        self.roles.retain(|role| role.function.as_ref().is_some_and(|has| same_name(has, function)));
        Ok(self)
    }

    /// Those of them, which stand in `catalogue`, in whose texts all words of `search` are found together; the best
    /// first: a title goes before another name, that before the name of what the role does, that before the rest.
    pub fn with_words(self, search: &str, catalogue: &Catalogue) -> Result<Self, FindError> {
        let words = Words::new(search);
        let mut found = Vec::new();
        for entry in self.roles {
            let role = catalogue.find(&entry.id)?;
            let matches = words.found_in(&role.spec);
            if !matches.is_empty() {
                found.push(RoleEntry { matches: Some(matches), ..entry });
            }
        }
        let worth = |entry: &RoleEntry| {
            let matches = entry.matches.as_deref().unwrap_or_default();
            let best = matches.iter().map(SearchMatch::worth).max().unwrap_or_default();
            (best, matches.len())
        };
        found.sort_by_key(|entry| std::cmp::Reverse(worth(entry)));
        Ok(Self { roles: found, search: Some(search.to_owned()) })
    }

    /// The roles by function, in alphabetical order; those without one come last.
    #[must_use]
    pub fn by_function(&self) -> Vec<(Option<&str>, Vec<&RoleEntry>)> {
        let mut groups: Vec<(Option<&str>, Vec<&RoleEntry>)> = Vec::new();
        for role in &self.roles {
            let function = role.function.as_deref();
            let same = |known: Option<&str>| match (known, function) {
                (Some(known), Some(function)) => same_name(known, function),
                (known, function) => known.is_none() && function.is_none(),
            };
            match groups.iter_mut().find(|(known, _)| same(*known)) {
                Some((_, roles)) => roles.push(role),
                None => groups.push((function, vec![role])),
            }
        }
        groups.sort_by_key(|(function, _)| (function.is_none(), *function));
        groups
    }
}

impl From<&RoleSummary> for RoleEntry {
    fn from(role: &RoleSummary) -> Self {
        let (source, path) = match &role.origin {
            Origin::BuiltIn => (RoleSource::BuiltIn, None),
            Origin::File { path, overrides: false } => (RoleSource::Folder, Some(path)),
            Origin::File { path, overrides: true } => (RoleSource::Override, Some(path)),
        };
        Self {
            id: role.id.clone(),
            title: role.title.clone(),
            function: role.function.clone(),
            source,
            path: path.map(|path| path.display().to_string()),
            matches: None,
        }
    }
}
