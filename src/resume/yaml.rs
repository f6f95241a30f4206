//! YAML with the place of every value, for `rendercv`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_yaml::Spanned;

use super::error::ReadError;
use super::places::{Joined, Places};
use super::tree::{Node, Value};

/// Lists and maps within each other; a resume has seven. The parser takes 40 KB of the stack for
/// each in a debug build, so this is less than in other formats.
const MOST_NESTED: usize = 32;

/// Reads a YAML text into a tree.
///
/// # Errors
/// [`ReadError::Damaged`] with the place where the text is no YAML, nests too deep or repeats a key.
pub(super) fn tree(path: &str, source: &str) -> Result<Node, ReadError> {
    let options = serde_yaml::options! { budget: serde_yaml::budget! { max_depth: MOST_NESTED } };
    match serde_yaml::from_str_with_options::<Spanned<Raw>>(source, options) {
        Ok(root) => Ok(node(root, source, &mut Places::new(source))),
        Err(error) => {
            let place = error.location();
            let at = |number: Option<u64>| number.and_then(|number| usize::try_from(number).ok()).unwrap_or(1).max(1);
            let reason = error.without_snippet().to_string();
            let reason = reason.lines().next().unwrap_or_default();
            let reason = reason.split(" at line ").next().unwrap_or_default().trim_end_matches('.');
            let reason =
                if reason.starts_with("budget breached") { "it is too large or nests too deep" } else { reason };
            Err(ReadError::Damaged {
                path: path.to_owned(),
                line: at(place.map(|place| place.line())),
                column: at(place.map(|place| place.column())),
                message: format!(
                    "this is no sound YAML: {reason}. Mend it there; a text with \": \" or \"#\" in it needs quotes"
                ),
            })
        }
    }
}

/// A value as the parser gives it; numbers and truth values say nothing in a resume.
enum Raw {
    Text(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(String, Spanned<Raw>)>),
    Other,
}

fn node(raw: Spanned<Raw>, source: &str, places: &mut Places) -> Node {
    let offset = offset(&raw, places);
    let mut inner = |raw| node(raw, source, places);
    let value = match raw.value {
        Raw::Text(text) => Value::Text(lines(&text, offset, source)),
        Raw::List(list) => Value::List(list.into_iter().map(inner).collect()),
        Raw::Map(pairs) => Value::Map(pairs.into_iter().map(|(key, raw)| (key, inner(raw))).collect()),
        Raw::Other => Value::Other,
    };
    Node { offset, value }
}

fn offset(raw: &Spanned<Raw>, places: &mut Places) -> usize {
    let number = |number: u64| usize::try_from(number).unwrap_or(0);
    let place = raw.referenced;
    place.span().byte_offset().map_or_else(|| places.offset(number(place.line()), number(place.column())), number)
}

/// The lines of a text, with their places as far as the source shows them letter by letter.
fn lines(text: &str, offset: usize, source: &str) -> Vec<Joined> {
    let rest = source.get(offset..).unwrap_or_default();
    let mut at = offset
        + match rest.chars().next() {
            Some('"' | '\'') => 1,
            // A block begins on the next line, which has an indent.
            Some('|' | '>') => {
                let first = rest.find('\n').map_or(0, |end| end + 1);
                first + rest[first..].len() - rest[first..].trim_start().len()
            }
            _ => 0,
        };
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let mut joined = Joined::default();
        let rest = source.get(at..).unwrap_or_default();
        let white = rest.len() - rest.trim_start().len();
        // Folded and escaped text is not the source's: then its start is the best place.
        let start = if rest[white..].starts_with(line.trim_start()) { at + white } else { at };
        joined.push(start, line.trim_start());
        at = start + if start > at || rest.starts_with(line) { line.trim_start().len() } else { 0 };
        lines.push(joined);
    }
    lines.retain(|line| !line.is_empty());
    lines
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a text, a list or a map")
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_i128<E>(self, _: i128) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_u128<E>(self, _: u128) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_bytes<E>(self, _: &[u8]) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Other)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Raw, D::Error> {
        Raw::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Raw, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Raw::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key::<Raw>()? {
            match key {
                Raw::Text(key) => pairs.push((key, map.next_value()?)),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(Raw::Map(pairs))
    }
}
