//! What `lint` finds in a role spec.

use serde_json::Value;

use crate::support::{file, rolefit, with};

/// Rule, line and column of each problem of a spec.
fn problems(spec: &str) -> Vec<(String, u64, u64)> {
    let (_folder, path) = file("role.yaml", spec);
    let report: Value = serde_json::from_str(&rolefit(&["lint", &path, "--format", "json"]).out).expect("JSON");
    let findings = report["findings"].as_array().expect("a list");
    let place = |finding: &Value, key: &str| finding[key].as_u64().expect("a number");
    findings
        .iter()
        .map(|found| (found["rule"].as_str().expect("a rule").to_owned(), place(found, "line"), place(found, "column")))
        .collect()
}

/// The same of a spec with one criterion, so that there is something to check a resume against.
fn found(spec: &str) -> Vec<(String, u64, u64)> {
    problems(&format!("{spec}\nactivities: [{{name: Inspecting hives}}]\n"))
}

fn one(rule: &str, line: u64, column: u64) -> (String, u64, u64) {
    (rule.to_owned(), line, column)
}

#[test]
fn the_built_in_roles_are_clean() {
    let files = std::fs::read_dir("roles").expect("roles").map(|entry| entry.expect("an entry").path());
    let mut files: Vec<String> = files.map(|path| path.to_str().expect("UTF-8").to_owned()).collect();
    files.sort();
    let mut args = vec!["lint", "--deny-warnings", "--format", "brief"];
    args.extend(files.iter().map(String::as_str));
    let run = rolefit(&args);
    assert_eq!((run.status, run.out.as_str()), (0, ""), "{}", run.err);
}

#[test]
fn all_schema_errors_are_told_at_once() {
    let spec = "titel: X\naliases: []\nkpis:\n  - name: a\n    keyword: [b]\n    weight: most\n  - description: \"\"\n  - hello\n    \
                \nstages: one\nstages: []\nquestions:\n  - text:\n    topics: [a]\n";
    let expected = [
        one("role/schema", 1, 1),
        one("role/schema", 1, 1),
        one("role/empty-text", 2, 10),
        one("role/schema", 5, 5),
        one("role/schema", 6, 13),
        one("role/schema", 7, 5),
        one("role/empty-text", 7, 18),
        one("role/schema", 8, 5),
        one("role/schema", 10, 9),
        one("role/schema", 11, 1),
        one("role/empty-text", 13, 9),
    ];
    assert_eq!(problems(spec), expected);
}

#[test]
fn a_file_that_is_no_yaml_is_told_at_its_place() {
    assert_eq!(problems("title: X\nkpis: [\n")[0].0, "role/yaml");
    assert_eq!(problems("title: a : b\n"), [one("role/yaml", 1, 10)]);
    assert_eq!(problems(""), [one("role/empty-text", 1, 1)]);
}

#[test]
fn what_stands_twice_is_told_at_its_second_place() {
    let spec = "title: Beekeeper\naliases: [bee keeper]\nkpis:\n  - name: Honey yield\n    keywords: [hive inspection, Hive inspections]\n  \
                - name: honey-yield\nquestions:\n  - {text: Why bees?, topics: [Care, care]}\n  - {text: why bees, topics: [Care]}\n";
    let expected = [
        one("role/duplicate-alias", 2, 11),
        one("role/duplicate-keyword", 5, 33),
        one("role/duplicate-name", 6, 11),
        one("role/duplicate-topic", 8, 38),
        one("role/duplicate-question", 9, 12),
    ];
    assert_eq!(found(spec), expected);
}

#[test]
fn keywords_that_find_nothing_or_everything_are_told() {
    let spec = "title: T\nkpis:\n  - name: Honey yield\n    keywords:\n      - '!!'\n      - on the\n      - team\n      - honey yield\n";
    let expected = [
        one("role/keyword-never-matches", 5, 9),
        one("role/keyword-too-broad", 6, 9),
        one("role/keyword-too-broad", 7, 9),
    ];
    assert_eq!(found(spec), expected);
}

#[test]
fn an_example_must_be_strong_evidence_for_its_own_criterion() {
    let spec = "title: T\nkpis:\n  - name: Customer satisfaction\n    example: Painted the fence of the stable green\n  \
                - name: System performance\n    keywords: [p95 latency]\n    example: Cut p95 latency by 40% with Redis caching\n";
    assert_eq!(found(spec), [one("role/example-not-strong", 4, 14)]);
}

#[test]
fn questions_and_topics_are_held_against_each_other() {
    let spec = "title: T\nstages:\n  - name: Talk\n    topics: [Care, Money]\nquestions:\n  - text: Describe how you released and tested a payment service without downtime\n    \
                topics: [care]\n  - text: Describe how you tested and released a payments service without any downtime\n";
    let expected = [
        one("role/duplicate-topic", 4, 14),
        one("role/stage-topic-without-question", 4, 20),
        one("role/question-without-topic", 8, 5),
        one("role/near-duplicate-question", 8, 11),
    ];
    assert_eq!(found(spec), expected);
}

#[test]
fn html_is_told_and_what_only_looks_like_it_is_not() {
    let spec = "title: T\nabout: \"Makes <b>honey</b> &amp; wax\"\nfunction: p < 0.05, x<y, R&D; A & B\n";
    assert_eq!(found(spec), [one("role/html", 2, 8)]);
}

#[test]
fn a_weight_on_everything_and_a_role_of_nothing_are_told() {
    assert_eq!(problems("title: T\n"), [one("role/no-criteria", 1, 1)]);
    let musts = (0..8).map(|at| format!("  - {{name: Task {at}, weight: must}}\n")).collect::<Vec<_>>().concat();
    assert_eq!(problems(&format!("title: T\nkpis:\n{musts}")), [one("role/weight", 3, 28)]);
}

#[test]
fn what_a_spec_builds_on_wrongly_is_told_with_all_else() {
    let spec = "extends: back-end-develper\nkpis:\n  - name: a\n    keyword: [b]\n";
    assert_eq!(problems(spec), [one("role/schema", 4, 5)], "the key first: without it nothing can be built");
    assert_eq!(problems("extends: back-end-develper\n"), [one("role/extends", 1, 10)]);
    assert_eq!(problems("extends: teacher\nwithout: [Ofer]\n"), [one("role/extends", 2, 11)]);
    assert_eq!(problems("extends: teacher\ntitle: T\nkpis:\n  - name: Honey yield\n"), []);
}

#[test]
fn a_problem_is_shown_with_its_line_and_the_mend() {
    let (_folder, path) = file("role.yaml", "title: X\nkpi: []\n");
    let run = rolefit(&["lint", &path]);
    assert_eq!((run.status, run.err.as_str()), (1, ""));
    for part in ["2:1 error", "unknown key `kpi`", "role/schema", "kpi: []", "did you mean `kpis`?"] {
        assert!(run.out.contains(part), "{}", run.out);
    }
    let brief = rolefit(&["lint", &path, "--format", "brief"]).out;
    assert!(brief.contains("role.yaml:2:1: "), "{brief}");
    let sarif: Value = serde_json::from_str(&rolefit(&["lint", &path, "--format", "sarif"]).out).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "role/schema");
    assert!(rolefit(&["lint", &path, "--format", "github"]).out.starts_with("::error "));
}

#[test]
fn warnings_fail_only_where_that_is_asked_for() {
    let (_folder, path) = file("role.yaml", "title: X\n");
    assert_eq!(rolefit(&["lint", &path]).status, 0);
    assert_eq!(rolefit(&["lint", &path, "--deny-warnings"]).status, 1);
}

#[test]
fn a_file_that_cannot_be_read_is_reported_and_the_others_go_on() {
    let (_folder, path) = file("role.yaml", "title: X\n");
    let run = rolefit(&["lint", "no/such.yaml", &path, "--format", "brief"]);
    assert_eq!(run.status, 2);
    assert!(run.out.contains(&format!("{path}:1:1: warning:")), "{}", run.out);
    assert!(run.out.contains("no/such.yaml:1:1: error: unreadable: there is no such file"), "{}", run.out);
    assert!(run.err.starts_with("not read: no/such.yaml: there is no such file"), "{}", run.err);
}

#[test]
fn standard_input_is_a_file_too_and_one_that_cannot_be_read_is_refused() {
    assert_eq!(with(&["lint", "-"], "kpi: 1\n", &[]).status, 1);
    assert!(rolefit(&["lint", "no/such.yaml"]).refused().contains("no/such.yaml: there is no such file"));
    let (_folder, path) = file("role.yaml", b"title: \xff");
    assert!(rolefit(&["lint", &path]).refused().contains("byte 8 is not UTF-8"));
}
