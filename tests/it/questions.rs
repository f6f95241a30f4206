use serde_json::Value;

use crate::support::{rolefit, with};

const ROLE: &str = "back-end-developer";

fn numbers(args: &[&str]) -> Vec<u64> {
    let list = rolefit(&[&["questions", ROLE, "--format", "json"], args].concat()).json();
    list.as_array().expect("a list").iter().map(|question| question["number"].as_u64().expect("a number")).collect()
}

#[test]
fn all_questions_are_numbered_as_in_the_spec() {
    assert_eq!(numbers(&[]), (1..=20).collect::<Vec<_>>());
    let list = rolefit(&["questions", ROLE, "--format", "json"]).json();
    assert_eq!(list[4]["topics"][0], "Security");
    assert!(list[4]["text"].as_str().expect("a text").ends_with('.'));
}

#[test]
fn topics_filter_in_any_case_with_hyphen_or_space() {
    let security = numbers(&["--topic", "SECURITY"]);
    assert_eq!(security.len(), 3);
    assert_eq!(numbers(&["--topic", "technical-skills"]), numbers(&["--topic", "Technical Skills"]));
    assert!(numbers(&["--topic", "security", "--topic", "testing"]).len() > security.len());
}

#[test]
fn an_unknown_topic_gets_the_known_ones() {
    let error = rolefit(&["questions", ROLE, "--topic", "securty"]).refused();
    assert!(error.contains("did you mean \"Security\"?") && error.contains("Reliability"), "{error}");
}

#[test]
fn topics_are_counted() {
    let list = rolefit(&["questions", ROLE, "--topics", "--format", "json"]).json();
    let count = |topic: &Value| topic["questions"].as_u64().expect("a count");
    assert_eq!(list[1]["topic"], "Technical Skills");
    assert_eq!(list.as_array().expect("a list").iter().map(count).sum::<u64>(), 20);
    assert!(rolefit(&["questions", ROLE, "--topics"]).ok().contains("Technical Skills"));
    rolefit(&["questions", ROLE, "--topics", "--sample", "2"]).refused();
}

#[test]
fn search_finds_text_in_any_case() {
    let found = numbers(&["--search", "CACHE"]);
    assert!(!found.is_empty() && found.len() < 20);
    assert_eq!(numbers(&["--search", "zebra"]), Vec::<u64>::new());
    assert!(rolefit(&["questions", ROLE, "--search", "zebra"]).ok().contains("0 of 20 questions"));
}

#[test]
fn a_sample_is_the_same_for_a_seed() {
    let drawn = numbers(&["--sample", "5", "--seed", "7"]);
    assert_eq!(drawn.len(), 5);
    assert!(drawn.is_sorted());
    assert_eq!(drawn, numbers(&["--sample", "5", "--seed", "7"]));
    assert!((0..10).any(|seed| numbers(&["--sample", "5", "--seed", &seed.to_string()]) != drawn));
}

#[test]
fn a_sample_larger_than_there_are_is_all() {
    assert_eq!(numbers(&["--sample", "99"]).len(), 20);
}

#[test]
fn a_seed_alone_is_refused() {
    assert!(rolefit(&["questions", ROLE, "--seed", "1"]).refused().contains("--sample"));
}

#[test]
fn the_table_fits_its_width() {
    for columns in ["60", "80", "200"] {
        let table = with(&["questions", ROLE], "", &[("COLUMNS", columns)]).ok();
        let most: usize = columns.parse().expect("a number");
        assert!(table.lines().all(|line| line.chars().count() <= most), "{table}");
    }
}

#[test]
fn markdown_keeps_the_numbers() {
    let text = rolefit(&["questions", ROLE, "--topic", "testing", "--format", "markdown"]).ok();
    assert!(
        text.starts_with("# Back-End Developer: questions\n\n| # | Question | Topics |\n|---:|---|---|\n| 16 | "),
        "{text}"
    );
}
