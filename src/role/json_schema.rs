//! The JSON Schema of a role spec, for editors and for `lint`.

use serde_json::{Value, json};

use super::file::SpecFile;

/// The schema as the types have it, with what their readers ask for besides.
#[must_use]
pub fn json_schema() -> Value {
    let mut schema = schemars::schema_for!(SpecFile).to_value();
    tighten(&mut schema);
    schema["title"] = json!("Role spec");
    schema["anyOf"] = json!([{ "required": ["title"] }, { "required": ["extends"] }]);
    schema
}

/// What is optional is left out, never null; no text is blank; a list of texts has at least one.
fn tighten(schema: &mut Value) {
    match schema {
        Value::Object(keys) => {
            keys.remove("default");
            without_null(keys);
            if keys.get("type") == Some(&json!("string")) && !keys.contains_key("const") && !keys.contains_key("enum") {
                keys.insert("pattern".to_owned(), json!("\\S"));
            }
            if keys.get("items").is_some_and(|items| items["type"] == "string") {
                keys.insert("minItems".to_owned(), json!(1));
            }
            keys.values_mut().for_each(tighten);
        }
        Value::Array(values) => values.iter_mut().for_each(tighten),
        _ => {}
    }
}

fn without_null(keys: &mut serde_json::Map<String, Value>) {
    if let Some(Value::Array(types)) = keys.get_mut("type") {
        types.retain(|one| one != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            keys.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = keys.get_mut("anyOf") {
        choices.retain(|one| one["type"] != "null");
        if let [Value::Object(only)] = choices.as_slice() {
            let only = only.clone();
            keys.remove("anyOf");
            keys.extend(only);
        }
    }
}
