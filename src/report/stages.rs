//! A role's selection process.

use serde::Serialize;

use crate::role::{Role, Stage};

/// The stages of a role's selection process, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct StageList {
    /// The role's title, for headings.
    #[serde(skip)]
    pub title: String,
    /// The stages.
    pub stages: Vec<Stage>,
}

impl From<Role> for StageList {
    fn from(role: Role) -> Self {
        Self { title: role.spec.title, stages: role.spec.stages }
    }
}
