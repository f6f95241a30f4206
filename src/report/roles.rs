//! The list of roles.

use serde::Serialize;

use crate::role::{RoleSummary, nearest, same_name};

/// One role of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleEntry {
    /// The id, such as "back-end-developer".
    pub id: String,
    /// The title.
    pub title: String,
    /// The part of a firm that it belongs to.
    pub function: Option<String>,
}

/// Roles, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct RoleList(pub Vec<RoleEntry>);

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
        let entry = |role: &RoleSummary| RoleEntry {
            id: role.id.to_owned(),
            title: role.title.to_owned(),
            function: role.function.map(str::to_owned),
        };
        Self(roles.iter().map(entry).collect())
    }

    /// Those whose function is `function`, in any case.
    pub fn of_function(self, function: &str) -> Result<Self, UnknownFunction> {
        let mut known: Vec<String> = self.0.iter().filter_map(|role| role.function.clone()).collect();
        known.sort();
        known.dedup();
        if !known.iter().any(|has| same_name(has, function)) {
            let nearest = nearest(function, known.iter().map(String::as_str)).map(str::to_owned);
            return Err(UnknownFunction { function: function.to_owned(), nearest, known });
        }
        let wanted = |role: &RoleEntry| role.function.as_ref().is_some_and(|has| same_name(has, function));
        Ok(Self(self.0.into_iter().filter(wanted).collect()))
    }
}
