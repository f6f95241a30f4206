//! Texts that must not be blank, as they are read from a spec.

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

fn filled<E: serde::de::Error>(value: String) -> Result<String, E> {
    if value.trim().is_empty() { Err(E::custom("empty text: write something here, or take it out")) } else { Ok(value) }
}

pub(super) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    filled(String::deserialize(deserializer)?)
}

pub(super) fn optional_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    text(deserializer).map(Some)
}

pub(super) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let items = Vec::<Filled>::deserialize(deserializer)?;
    if items.is_empty() {
        return Err(D::Error::custom("empty list: write an item, or take it out"));
    }
    Ok(items.into_iter().map(|item| item.0).collect())
}

/// A list item that must not be blank; its own type, so that an error points at the item and not at the list.
pub(super) struct Filled(pub(super) String);

impl<'de> Deserialize<'de> for Filled {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text(deserializer).map(Self)
    }
}
