use crate::support::{all, rolefit};

#[test]
fn all_roles_are_listed_by_function() {
    let list = rolefit(&["roles", "--format", "json"]).json();
    let ids = all(&list, "id");
    assert_eq!(ids.len(), std::fs::read_dir("roles").expect("roles").count());
    assert!(ids.is_sorted());
    let developer =
        &list.as_array().expect("a list")[ids.iter().position(|id| *id == "back-end-developer").expect("it")];
    assert_eq!(developer["title"], "Back-End Developer");
    assert_eq!(developer["function"], "Technology");
    assert_eq!((developer["source"].as_str(), developer["path"].is_null()), (Some("built-in"), true));
    let table = rolefit(&["roles"]).ok();
    assert!(ids.iter().all(|id| table.contains(id)));
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    let headings: Vec<&str> = table.lines().filter(|line| line.starts_with(char::is_uppercase)).collect();
    assert!(headings.len() >= 12 && headings.is_sorted(), "{headings:?}");
}

#[test]
fn a_narrow_terminal_gets_titles_below_ids() {
    let table = crate::support::with(&["roles"], "", &[("COLUMNS", "40")]).ok();
    assert!(table.contains("  back-end-developer\n    Back-End Developer\n"), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 40), "{table}");
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
fn search_looks_into_titles_aliases_and_content_and_says_where() {
    let found = rolefit(&["roles", "--search", "NURSES", "--format", "json"]).json();
    assert_eq!(found[0]["id"], "registered-nurse");
    assert_eq!(found[0]["matches"][0]["part"], "title");
    let found = rolefit(&["roles", "--search", "rest api", "--format", "json"]).json();
    let developer = found.as_array().expect("a list").iter().find(|role| role["id"] == "back-end-developer");
    let matches = developer.expect("found by its content")["matches"].as_array().expect("a list").clone();
    assert!(matches.iter().any(|one| one["part"] == "question"), "{matches:?}");
    assert!(matches.iter().any(|one| one["part"] == "kpi" && one["name"].is_string()), "{matches:?}");
    assert!(found.as_array().expect("a list").iter().all(|role| role["id"] != "teacher"));
}

#[test]
fn search_that_finds_nothing_says_so() {
    assert_eq!(
        rolefit(&["roles", "--search", "zzyzx"]).ok(),
        "No role speaks of \"zzyzx\". Try fewer or other words; `rolefit roles` lists all,\nand `rolefit fit RESUME` those that a resume fits\n"
    );
}

#[test]
fn markdown_is_a_table() {
    let text = rolefit(&["roles", "--format", "markdown"]).ok();
    assert!(
        text.starts_with("| Id | Title | Function | From |\n|---|---|---|---|\n| customer-success-manager | "),
        "{text}"
    );
}
