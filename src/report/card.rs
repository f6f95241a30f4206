//! A role's card: all or some sections of its spec.

use serde::Serialize;

use crate::role::{Item, Question, Role, RoleSpec, Stage};

/// A part of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Other names, function and what the role is for.
    About,
    /// What the role does.
    Activities,
    /// What the role is judged by.
    Kpis,
    /// What the role asks for.
    Requirements,
    /// The selection process.
    Stages,
    /// The interview questions.
    Questions,
}

/// A role's spec with its id. Sections that were not asked for are absent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleCard {
    /// The id; absent where the card is to be read back as a spec.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The title, in every card.
    pub title: String,
    /// Other names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aliases: Option<Vec<String>>,
    /// The part of a firm that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// What the role is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// What the role does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activities: Option<Vec<Item>>,
    /// What the role is judged by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kpis: Option<Vec<Item>>,
    /// What the role asks for; absent where it asks for nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirements: Option<Vec<Item>>,
    /// The selection process, in order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stages: Option<Vec<Stage>>,
    /// The interview questions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub questions: Option<Vec<Question>>,
}

impl RoleCard {
    /// The card of `role` with these sections; with all of them where none is named.
    #[must_use]
    pub fn new(role: Role, sections: &[Section]) -> Self {
        let wants = |section| sections.is_empty() || sections.contains(&section);
        let Role { id, spec } = role;
        let RoleSpec { title, aliases, function, about, activities, kpis, requirements, stages, questions } = spec;
        Self {
            id: Some(id),
            title,
            aliases: Some(aliases).filter(|names| wants(Section::About) && !names.is_empty()),
            function: function.filter(|_| wants(Section::About)),
            about: about.filter(|_| wants(Section::About)),
            activities: Some(activities).filter(|_| wants(Section::Activities)),
            kpis: Some(kpis).filter(|_| wants(Section::Kpis)),
            requirements: Some(requirements).filter(|items| wants(Section::Requirements) && !items.is_empty()),
            stages: Some(stages).filter(|_| wants(Section::Stages)),
            questions: Some(questions).filter(|_| wants(Section::Questions)),
        }
    }

    /// The same as it may stand in a role spec file: without its id and without empty lists.
    #[must_use]
    pub fn as_spec(self) -> Self {
        Self {
            id: None,
            activities: self.activities.filter(|items| !items.is_empty()),
            kpis: self.kpis.filter(|items| !items.is_empty()),
            stages: self.stages.filter(|stages| !stages.is_empty()),
            questions: self.questions.filter(|questions| !questions.is_empty()),
            ..self
        }
    }
}
