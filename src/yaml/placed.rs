//! Values that know where they stand.

use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer};
use serde_yaml::Spanned;

use super::fault::{YamlFault, number};

/// A value and where it stands in its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

impl<T> Placed<T> {
    /// The fault that `message` tells of this value, in `source`, the text of the file at `path`.
    #[must_use]
    pub fn fault(&self, source: &str, path: &str, message: String, mend: Option<String>) -> YamlFault {
        YamlFault::at(self.line, self.column, source, path, message, mend)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Placed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, .. } = Spanned::<T>::deserialize(deserializer)?;
        Ok(Self { value, line: number(referenced.line()), column: number(referenced.column()) })
    }
}
