//! A YAML document as a tree in which every node knows its place: what the rules walk over, whatever its faults.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::{DuplicateKeyPolicy, Spanned};

/// A node.
#[derive(Debug)]
pub(super) struct Node {
    /// Line, from 1.
    pub(super) line: usize,
    /// Column in characters, from 1.
    pub(super) column: usize,
    pub(super) value: Value,
}

/// What a node is.
#[derive(Debug)]
pub(super) enum Value {
    /// Keys with values, in the file's order; a key may stand twice.
    Map(Vec<(Node, Node)>),
    List(Vec<Node>),
    Text(String),
    Nothing,
}

/// The tree of `source`, or where it cannot be read: line and column, from 1.
pub(super) fn read(source: &str) -> Result<Node, (usize, usize)> {
    // "on" and "no" are words here, as they are where a text is read.
    let options = serde_yaml::options! { duplicate_keys: DuplicateKeyPolicy::LastWins, strict_booleans: true };
    serde_yaml::from_str_with_options(source, options).map_err(|error| {
        error.without_snippet().location().map_or((1, 1), |at| (number(at.line()), number(at.column())))
    })
}

fn number(place: u64) -> usize {
    usize::try_from(place).unwrap_or(1).max(1)
}

impl Node {
    /// The value of `key`, the last one where it stands twice.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().rev().find(|(known, _)| known.text() == Some(key)).map(|(_, value)| value)
    }

    /// The nodes of the list behind `key`; none where there is no list.
    pub(super) fn list(&self, key: &str) -> &[Node] {
        match self.get(key).map(|node| &node.value) {
            Some(Value::List(nodes)) => nodes,
            _ => &[],
        }
    }

    /// The text, where it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The texts of the list behind `key`.
    pub(super) fn texts(&self, key: &str) -> Vec<(&Node, &str)> {
        self.list(key).iter().filter_map(|node| Some((node, node.text()?))).collect()
    }

    /// All texts in and below the node.
    pub(super) fn all_texts(&self) -> Vec<(&Node, &str)> {
        match &self.value {
            Value::Text(text) => vec![(self, text)],
            Value::List(nodes) => nodes.iter().flat_map(Self::all_texts).collect(),
            Value::Map(entries) => entries.iter().flat_map(|(_, value)| value.all_texts()).collect(),
            Value::Nothing => Vec::new(),
        }
    }
}

/// How many characters of its line a text takes in `source`; 0 for what is no text.
pub(super) fn length(node: &Node, source: &str) -> usize {
    let Some(text) = node.text() else { return 0 };
    let line = source.lines().nth(node.line - 1).unwrap_or_default();
    let rest: String = line.chars().skip(node.column - 1).collect();
    match rest.chars().next() {
        Some(quote @ ('"' | '\'')) => rest.chars().skip(1).position(|c| c == quote).map_or(0, |at| at + 2),
        _ if rest.starts_with(text) => text.chars().count(),
        _ => rest.trim_end().chars().count(),
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Spanned { value, referenced, .. } = Spanned::<Value>::deserialize(deserializer)?;
        Ok(Self { line: number(referenced.line()), column: number(referenced.column()), value })
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("YAML")
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value::Text(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Nothing)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        Value::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element()? {
            nodes.push(node);
        }
        Ok(Value::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Value::Map(entries))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_node_knows_its_place() {
        let source = "title: X\nkpis:\n  - name: \"Ä b\"\n    keywords: [c, 7]\n";
        let root = read(source).expect("YAML");
        let kpi = &root.list("kpis")[0];
        assert_eq!((kpi.line, kpi.column), (3, 5));
        let name = kpi.get("name").expect("a name");
        assert_eq!((name.line, name.column, length(name, source)), (3, 11, 5));
        let keywords = kpi.texts("keywords");
        assert_eq!((keywords[1].0.line, keywords[1].0.column, keywords[1].1), (4, 19, "7"));
    }

    #[test]
    fn a_word_stays_as_it_is_written() {
        let root = read("aliases: [on, No, 'true', 12]\n").expect("YAML");
        let words: Vec<&str> = root.texts("aliases").into_iter().map(|(_, word)| word).collect();
        assert_eq!(words, ["on", "No", "true", "12"]);
    }

    #[test]
    fn a_key_that_stands_twice_is_there_twice() {
        let root = read("title: X\ntitle: Y\n").expect("YAML");
        assert!(matches!(&root.value, Value::Map(entries) if entries.len() == 2), "{root:?}");
        assert_eq!(root.get("title").and_then(Node::text), Some("Y"));
    }
}
