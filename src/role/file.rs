//! The shape of a role spec file.

use serde::Deserialize;
use serde::de::Deserializer;

use crate::yaml::Placed;

use super::filled::{Filled, optional_text, texts};
use super::spec::{Item, Question, Stage};

/// A role spec as it stands in its YAML file. `title` may be left out only where `extends` names a role that has one.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SpecFile {
    /// The role that this one builds on: an id, a title or an alias, or a file beside this one with its ending (.yaml).
    #[serde(default, deserialize_with = "placed_text")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub extends: Option<Placed<String>>,
    /// What to leave out of the role that this one builds on: names of activities, KPIs, requirements and stages, and
    /// questions word for word.
    #[serde(default, deserialize_with = "placed_texts")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub without: Vec<Placed<String>>,
    /// The role's usual name, such as "Back-End Developer".
    #[serde(default, deserialize_with = "optional_text")]
    pub title: Option<String>,
    /// Other names of the role.
    #[serde(default, deserialize_with = "texts")]
    pub aliases: Vec<String>,
    /// The part of a firm that the role belongs to, such as "Technology".
    #[serde(default, deserialize_with = "optional_text")]
    pub function: Option<String>,
    /// What the role is for, in a sentence or two.
    #[serde(default, deserialize_with = "optional_text")]
    pub about: Option<String>,
    /// What the role does.
    #[serde(default)]
    pub activities: Vec<Item>,
    /// What the role is judged by.
    #[serde(default)]
    pub kpis: Vec<Item>,
    /// What the role asks of whoever takes it; most roles leave it out.
    #[serde(default)]
    pub requirements: Vec<Item>,
    /// The selection process, in order.
    #[serde(default)]
    pub stages: Vec<Stage>,
    /// The questions asked in interviews.
    #[serde(default)]
    pub questions: Vec<Question>,
}

fn placed_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Placed<String>>, D::Error> {
    Placed::<Filled>::deserialize(deserializer).map(|text| Some(unwrapped(text)))
}

fn placed_texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Placed<String>>, D::Error> {
    let texts = Vec::<Placed<Filled>>::deserialize(deserializer)?;
    if texts.is_empty() {
        return Err(serde::de::Error::custom("empty list: write an item, or take it out"));
    }
    Ok(texts.into_iter().map(unwrapped).collect())
}

fn unwrapped(text: Placed<Filled>) -> Placed<String> {
    Placed { value: text.value.0, line: text.line, column: text.column }
}
