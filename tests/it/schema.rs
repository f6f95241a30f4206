//! The JSON Schema of a role spec.

use crate::support::rolefit;

#[test]
fn the_schema_is_printed_with_what_each_key_is_for() {
    let schema = rolefit(&["schema"]).json();
    assert_eq!(schema["title"], "Role spec");
    assert_eq!(schema["additionalProperties"], false);
    for key in ["extends", "without", "title", "kpis", "questions"] {
        assert!(schema["properties"][key]["description"].is_string(), "{key}");
    }
    assert_eq!(schema["$defs"]["Item"]["required"][0], "name");
}

/// `TRYCMD=overwrite cargo test` writes it anew.
#[cfg(feature = "schema")]
#[test]
fn the_committed_schema_is_that_of_the_types() {
    let of_the_types = rolefit::render::json(&rolefit::role::json_schema());
    if std::env::var_os("TRYCMD").is_some_and(|how| how == "overwrite") {
        std::fs::write("docs/role-spec.schema.json", &of_the_types).expect("written");
    }
    let committed = std::fs::read_to_string("docs/role-spec.schema.json").expect("the schema");
    assert_eq!(committed, of_the_types);
}
