use crate::support::{file, rolefit, with};

#[test]
fn json_names_path_format_and_every_line_with_its_place() {
    let report = rolefit(&["lines", "examples/weak-resume.md", "--format", "json"]).json();
    assert_eq!(report["path"], "examples/weak-resume.md");
    assert_eq!(report["format"], "markdown");
    let fixed = report["lines"].as_array().expect("lines").iter().find(|line| line["text"] == "Fixed bugs");
    let fixed = fixed.expect("a line");
    assert_eq!(fixed["location"]["line"], 11);
    assert_eq!(fixed["location"]["section"], "Software Developer, Brightdesk");
    assert_eq!(fixed["kind"], "experience");
    assert_eq!(fixed["judged"], true);
}

#[test]
fn the_table_says_which_lines_are_judged() {
    let table = rolefit(&["lines", "examples/weak-resume.md"]).ok();
    assert!(table.contains("8 lines read as markdown, 7 of them judged"), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    let markdown = rolefit(&["lines", "examples/weak-resume.md", "--format", "markdown"]).ok();
    assert!(markdown.contains("| 11 | Fixed bugs | "), "{markdown}");
}

#[test]
fn standard_input_is_read_as_it_is_told() {
    let report = with(&["lines", "-", "--input-format", "text", "--format", "json"], "- Cut costs by 5%\n", &[]).json();
    assert_eq!(report["path"], "-");
    assert_eq!(report["format"], "text");
    assert_eq!(report["lines"][0]["text"], "Cut costs by 5%");
}

#[test]
fn a_structured_format_shows_the_path_of_each_value() {
    let resume = r#"{"basics": {}, "work": [{"name": "Acme", "highlights": ["Cut costs by 5%"]}]}"#;
    let report = with(&["lines", "-", "--format", "json"], resume, &[]).json();
    assert_eq!(report["format"], "json-resume");
    assert_eq!(report["lines"][0]["location"]["path"], "work[0].highlights[0]");
    assert!(with(&["lines", "-"], resume, &[]).ok().contains("work[0].\n"));
    let check = with(&["kpi-check", "teacher", "-"], resume, &[]).ok();
    assert!(check.contains("line 1    Cut costs by 5%\n            at       work[0].highlights[0]\n"), "{check}");
}

#[test]
fn what_cannot_be_read_is_refused_with_a_mend() {
    assert!(rolefit(&["lines", "no.md"]).refused().contains("no.md: there is no such file"));
    assert!(rolefit(&["lines", "src"]).refused().contains("src: this is a folder"));
    assert!(with(&["lines", "-"], "", &[]).refused().contains("-: this is empty"));
    let (_folder, path) = file("cv.rtf", "{\\rtf1 hello}");
    assert!(rolefit(&["lines", &path]).refused().contains("RTF"));
    let error = rolefit(&["lines", "-", "--input-format", "odt"]).refused();
    assert!(error.contains("text, markdown, json-resume"), "{error}");
}

#[test]
fn what_could_steer_the_terminal_is_shown_as_a_sign() {
    let resume = "- Cut costs\u{1b}[31m by\u{9b}2J 5%\u{202e}\n";
    for format in ["table", "json", "markdown"] {
        let shown = with(&["lines", "-", "--input-format", "text", "--format", format], resume, &[]).ok();
        assert!(!shown.contains(['\u{1b}', '\u{9b}', '\u{202e}']), "{format}: {shown:?}");
    }
}
