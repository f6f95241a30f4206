use crate::support::{all, file, rolefit, with};

const ROLE: &str = "title: Clerk\nkpis:\n  - name: Unit tests\n    keywords: [unit tests]\n  - name: Code reviews\n    keywords: [code reviews]\n\
    activities:\n  - name: Writing letters\n    keywords: [letters]\n";
const OLD: &str = "- Wrote 40 unit tests\n- Sang in the choir of the town\n- Fixed bugs\n";
const NEW: &str = "- Sang in the choir of the town\n- Fixed 12 bugs in the payment service\n- Ran 30 code reviews\n";

/// The folder, and the arguments that compare the two.
fn files() -> (tempfile::TempDir, [String; 4]) {
    let (folder, role) = file("role.yaml", ROLE);
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    };
    let (old, new) = (path("old.txt", OLD), path("new.txt", NEW));
    (folder, ["diff".to_owned(), role, old, new])
}

fn diff(more: &[&str]) -> crate::support::Run {
    let (_folder, args) = files();
    let args: Vec<&str> = args.iter().map(String::as_str).chain(more.iter().copied()).collect();
    rolefit(&args)
}

#[test]
fn json_tells_criteria_and_lines() {
    let report = diff(&["--format", "json"]).json();
    assert_eq!(all(&report["criteria"], "id"), ["unit-tests", "code-reviews"]);
    assert_eq!(all(&report["criteria"], "change"), ["lost", "gained"]);
    assert_eq!(report["criteria"][0]["before"]["line"]["text"], "Wrote 40 unit tests");
    assert_eq!(report["criteria"][0]["after"]["line"], serde_json::Value::Null);
    assert_eq!(report["coverage"]["before"]["kpis"]["covered"], 1);
    assert_eq!(report["coverage"]["after"]["kpis"]["covered"], 1);
    let lines = &report["lines"];
    assert_eq!(lines["unchanged"], 1);
    assert_eq!(lines["changed"][0]["old"]["text"], "Fixed bugs");
    assert_eq!(lines["changed"][0]["new"]["location"]["line"], 2);
    assert_eq!(
        lines["changed"][0]["added_words"],
        serde_json::json!([{"start": 6, "end": 8}, {"start": 14, "end": 36}])
    );
    assert_eq!(all(&lines["added"], "text"), ["Ran 30 code reviews"]);
    assert_eq!(all(&lines["removed"], "text"), ["Wrote 40 unit tests"]);
}

#[test]
fn the_table_shows_coverage_then_criteria_then_lines() {
    let table = diff(&[]).ok();
    for part in [
        "1 of 2 evidenced, as before",
        "Gained (1)",
        "+ Code reviews (KPI)",
        "○ none → ",
        "Lost (1)",
        "- Unit tests (KPI)",
        "was      Wrote 40 unit tests (line 1)",
        "1 changed, 1 added, 1 removed, 1 as before",
        "  - line 3    Fixed bugs",
        "  + line 2    Fixed 12 bugs in the payment service",
    ] {
        assert!(table.contains(part), "{part} in {table}");
    }
    let (_folder, args) = files();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    for columns in ["40", "80"] {
        let narrow = with(&[&["--color", "never"], &args[..]].concat(), "", &[("COLUMNS", columns)]).ok();
        let most: usize = columns.parse().expect("a number");
        let body = narrow.lines().skip(2);
        assert!(body.clone().all(|line| line.chars().count() <= most), "{narrow}");
    }
}

#[test]
fn changed_words_are_set_off() {
    let table = diff(&["--color", "always"]).ok();
    assert!(table.contains("Fixed \u{1b}[1m\u{1b}[4m12\u{1b}[0m bugs \u{1b}[1m\u{1b}[4min\u{1b}[0m"), "{table:?}");
}

#[test]
fn markdown_has_a_table_of_criteria() {
    let text = diff(&["--format", "markdown"]).ok();
    assert!(text.contains("| lost | Unit tests | KPI | "), "{text}");
    assert!(text.contains("### Added\n\n- line 3: Ran 30 code reviews\n"), "{text}");
    assert!(text.contains("- line 3: Fixed bugs\n  - now line 2: Fixed 12 bugs"), "{text}");
}

#[test]
fn a_loss_fails_where_that_is_asked_for() {
    assert_eq!(diff(&[]).status, 0);
    let lost = diff(&["--fail-on-loss"]);
    assert_eq!((lost.status, lost.err.as_str()), (1, "loss: lost: Unit tests\n"));
    let (_folder, [command, role, old, _]) = files();
    rolefit(&[&command, &role, &old, &old, "--fail-on-loss"]).ok();
}

#[test]
fn one_of_the_two_may_be_standard_input() {
    let (_folder, [command, role, old, new]) = files();
    let args = [command.as_str(), &role, "-", &new, "--input-format", "text", "--format", "json"];
    assert_eq!(with(&args, OLD, &[]).json()["old"]["path"], "-");
    let both = rolefit(&[&command, &role, "-", "-"]).refused();
    assert!(both.contains("one of OLD and NEW"), "{both}");
    assert!(rolefit(&[&command, &role, &old, "none.md"]).refused().contains("none.md: there is no such file"));
}
