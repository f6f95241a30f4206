//! The spec held against its JSON Schema: every key and value that is not what belongs there, not only the first.

use serde_json::Value as Json;

use crate::role::nearest;

use super::Spec;
use super::tree::{Node, Value};

/// The JSON Schema of a role spec: made from the types of [`crate::role`], and held to them by a test.
pub const SCHEMA: &str = include_str!("../../docs/role-spec.schema.json");

/// Reports all that the schema does not allow.
pub(super) fn check(spec: &mut Spec<'_>) {
    // The schema is a part of the program, and its tests read it.
    let schema: Json = serde_json::from_str(SCHEMA).unwrap_or_default();
    let root = spec.root;
    let walk = Walk { schema: &schema };
    walk.node(spec, root, &schema);
    let is_map = matches!(root.value, Value::Map(_));
    if is_map && root.get("title").is_none() && root.get("extends").is_none() {
        spec.report("role/schema", root, "`title` is missing", Some("add `title: …` here".to_owned()));
    }
}

struct Walk<'j> {
    schema: &'j Json,
}

impl Walk<'_> {
    fn node(&self, spec: &mut Spec<'_>, node: &Node, wanted: &Json) {
        let wanted = self.resolved(wanted);
        if let Some(words) = allowed(wanted) {
            return word(spec, node, &words);
        }
        match (wanted["type"].as_str().unwrap_or_default(), &node.value) {
            (_, Value::Nothing) => nothing(spec, node),
            ("object", Value::Map(entries)) => self.object(spec, node, entries, wanted),
            ("object", _) => wrong(spec, node, "keys with values belong here, such as `name: …`"),
            ("array", Value::List(nodes)) => {
                if nodes.is_empty() && wanted["minItems"].as_u64().unwrap_or_default() > 0 {
                    spec.report(
                        "role/empty-text",
                        node,
                        "empty list",
                        Some("write an item, or take it out".to_owned()),
                    );
                }
                for item in nodes {
                    self.node(spec, item, &wanted["items"]);
                }
            }
            ("array", _) => wrong(spec, node, "a list belongs here, such as `[one, two]`"),
            ("string", Value::Text(text)) if text.trim().is_empty() => {
                spec.report(
                    "role/empty-text",
                    node,
                    "empty text",
                    Some("write something here, or take it out".to_owned()),
                );
            }
            ("string", Value::Text(_)) => {}
            _ => wrong(spec, node, "one text belongs here"),
        }
    }

    fn resolved<'a>(&'a self, wanted: &'a Json) -> &'a Json {
        let name = wanted["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
        name.map_or(wanted, |name| &self.schema["$defs"][name])
    }

    fn object(&self, spec: &mut Spec<'_>, node: &Node, entries: &[(Node, Node)], wanted: &Json) {
        let no_keys = serde_json::Map::new();
        let known = wanted["properties"].as_object().unwrap_or(&no_keys);
        for (at, (key, value)) in entries.iter().enumerate() {
            let name = key.text().unwrap_or_default();
            if entries[..at].iter().any(|(before, _)| before.text() == Some(name)) {
                spec.report("role/schema", key, format!("`{name}` stands twice"), Some("keep one".to_owned()));
            }
            match known.get(name) {
                Some(wanted) => self.node(spec, value, wanted),
                None => unknown(spec, key, name, known.keys().map(String::as_str)),
            }
        }
        for name in wanted["required"].as_array().into_iter().flatten().filter_map(Json::as_str) {
            if node.get(name).is_none() {
                let mend = Some(format!("add `{name}: …` here"));
                spec.report("role/schema", node, format!("`{name}` is missing"), mend);
            }
        }
    }
}

/// The words of a schema that allows only some.
fn allowed(wanted: &Json) -> Option<Vec<&str>> {
    if let Some(words) = wanted["enum"].as_array() {
        return Some(words.iter().filter_map(Json::as_str).collect());
    }
    let one_of = wanted["oneOf"].as_array()?;
    Some(one_of.iter().filter_map(|one| one["const"].as_str()).collect())
}

fn word(spec: &mut Spec<'_>, node: &Node, words: &[&str]) {
    let mend = Some(format!("use one of: {}", words.join(", ")));
    match node.text() {
        Some(text) if words.contains(&text) => {}
        Some(text) => spec.report("role/schema", node, format!("`{text}` is not allowed here"), mend),
        None => spec.report("role/schema", node, "wrong type", mend),
    }
}

fn nothing(spec: &mut Spec<'_>, node: &Node) {
    let mend = Some("write something here, or take it out".to_owned());
    spec.report("role/empty-text", node, "nothing stands here", mend);
}

fn wrong(spec: &mut Spec<'_>, node: &Node, mend: &str) {
    spec.report("role/schema", node, "wrong type", Some(mend.to_owned()));
}

fn unknown<'k>(spec: &mut Spec<'_>, key: &Node, name: &str, known: impl Iterator<Item = &'k str> + Clone) {
    let mend = match nearest(name, known.clone()) {
        Some(key) => format!("did you mean `{key}`?"),
        None => format!("keys here: {}", known.collect::<Vec<_>>().join(", ")),
    };
    spec.report("role/schema", key, format!("unknown key `{name}`"), Some(mend));
}
