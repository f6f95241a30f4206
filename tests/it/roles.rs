use crate::support::{all, rolefit};

#[test]
fn all_roles_are_listed_by_id() {
    let list = rolefit(&["roles", "--format", "json"]).json();
    let ids = all(&list, "id");
    assert_eq!(ids.len(), std::fs::read_dir("roles").expect("roles").count());
    assert!(ids.is_sorted());
    let developer =
        &list.as_array().expect("a list")[ids.iter().position(|id| *id == "back-end-developer").expect("it")];
    assert_eq!(developer["title"], "Back-End Developer");
    assert_eq!(developer["function"], "Technology");
    let table = rolefit(&["roles"]).ok();
    assert!(ids.iter().all(|id| table.contains(id)));
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
}

#[test]
fn a_function_in_any_case_filters() {
    let all_of = rolefit(&["roles", "--function", "mARKETING", "--format", "json"]).json();
    assert!(!all(&all_of, "id").is_empty());
    assert!(all(&all_of, "function").iter().all(|function| *function == "Marketing"));
}

#[test]
fn an_unknown_function_gets_the_known_ones() {
    let error = rolefit(&["roles", "--function", "tecnology"]).refused();
    assert!(error.contains("\"tecnology\"; did you mean \"Technology\"?"), "{error}");
    assert!(error.contains("Finance, Health, Legal"), "{error}");
}

#[test]
fn markdown_is_a_table() {
    let text = rolefit(&["roles", "--format", "markdown"]).ok();
    assert!(text.starts_with("| Id | Title | Function |\n|---|---|---|\n| account-executive | "), "{text}");
}
