//! A role and what it is made of.

use serde::{Deserialize, Serialize};

use super::filled::{optional_text, text, texts};

/// A role's spec, whole: where its file builds on another role, with all that comes from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSpec {
    /// The role's usual name, such as "Back-End Developer".
    pub title: String,
    /// Other names of the role.
    pub aliases: Vec<String>,
    /// The part of a firm that the role belongs to, such as "Technology".
    pub function: Option<String>,
    /// What the role is for, in a sentence or two.
    pub about: Option<String>,
    /// What the role does.
    pub activities: Vec<Item>,
    /// What the role is judged by.
    pub kpis: Vec<Item>,
    /// What the role asks of whoever takes it; most roles leave it out.
    pub requirements: Vec<Item>,
    /// The selection process, in order.
    pub stages: Vec<Stage>,
    /// The questions asked in interviews.
    pub questions: Vec<Question>,
}

/// One activity, KPI or requirement.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its name, such as "Database optimization".
    #[serde(deserialize_with = "text")]
    pub name: String,
    /// What it means, in a sentence.
    #[serde(default, deserialize_with = "optional_text", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Words and phrases that people write on resumes for it.
    #[serde(default, deserialize_with = "texts", skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// How it is put in numbers, such as "p95 latency in ms".
    #[serde(default, deserialize_with = "texts", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<String>,
    /// Questions that jog the memory.
    #[serde(default, deserialize_with = "texts", skip_serializing_if = "Vec::is_empty")]
    pub prompts: Vec<String>,
    /// One model resume line.
    #[serde(default, deserialize_with = "optional_text", skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
    /// How much it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
}

/// How much a criterion counts for the role.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// Nobody is taken without it.
    Must,
    /// Welcome, not needed.
    Nice,
}

/// One step of the selection process.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// Its name, such as "Phone screening".
    #[serde(deserialize_with = "text")]
    pub name: String,
    /// What happens in it.
    #[serde(default, deserialize_with = "optional_text", skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The question topics to prepare for it.
    #[serde(default, deserialize_with = "texts", skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<String>,
}

/// One interview question.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question, as it is asked.
    #[serde(deserialize_with = "text")]
    pub text: String,
    /// Its topics.
    #[serde(default, deserialize_with = "texts")]
    pub topics: Vec<String>,
}

/// A role: its spec and the id it is found under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// The spec's file name without its ending, such as "back-end-developer".
    pub id: String,
    /// What the file says.
    pub spec: RoleSpec,
}
