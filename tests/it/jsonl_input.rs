use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::support::{Run, file, rolefit, with};

const ARGS: [&str; 4] = ["kpi-check", "back-end-developer", "--jsonl-input", "-"];

fn check(input: &str, more: &[&str]) -> Run {
    with(&[&ARGS[..], more].concat(), input, &[])
}

fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn a_record_gives_the_report_of_its_text_under_its_id() {
    let text = std::fs::read_to_string("examples/resume.md").expect("a resume");
    let run = check(&format!("{}\n", json!({"id": "jane", "text": text})), &[]);
    assert_eq!((run.status, run.err.as_str()), (0, "summary: 1 record given: 1 read, 0 failed\n"));
    let mut expected = rolefit(&["kpi-check", "back-end-developer", "examples/resume.md", "--format", "json"]).json();
    expected["resume"] = json!({"path": "jane", "format": "jsonl"});
    assert_eq!(lines(&run.out), [expected]);
}

#[test]
fn lines_are_judged_as_they_are() {
    let run = check(r#"{"id": 7, "lines": ["Cut p95 latency by 40% with Redis caching", "", "Python, SQL"]}"#, &[]);
    let report = &lines(&run.out)[0];
    assert_eq!(report["resume"]["path"], "7");
    let found: Vec<_> = report["lines"].as_array().expect("a list").iter().map(|l| &l["location"]["line"]).collect();
    assert_eq!(found, [1, 3]);
    assert!(report["coverage"]["kpis"]["covered"].as_u64() > Some(0));
}

#[test]
fn bad_records_are_told_in_their_places_and_the_stream_goes_on() {
    let good = r#"{"id": "good", "lines": ["Led a team"]}"#;
    let input = format!("{good}\nno json\n\n{{\"id\": \"b\"}}\n[]\n{{\"id\": \"c\", \"text\": \"\"}}\n{good}");
    let run = check(&input, &[]);
    assert_eq!((run.status, run.err.as_str()), (2, "summary: 6 records given: 2 read, 4 failed\n"));
    let found = lines(&run.out);
    let heads: Vec<Value> =
        found.iter().map(|line| json!([line["id"], line["line"], line["resume"]["path"]])).collect();
    let expected = [
        json!([null, null, "good"]),
        json!([null, 2, null]),
        json!(["b", null, null]),
        json!([null, 5, null]),
        json!(["c", null, null]),
        json!([null, null, "good"]),
    ];
    assert_eq!(heads, expected);
    assert!(found[1]["error"].as_str().expect("a text").contains("no sound JSON"));
    assert!(found[4]["error"].as_str().expect("a text").contains("no resume line"));
}

#[test]
fn bytes_that_are_no_text_are_a_bad_record() {
    let input = b"{\"id\": \"a\", \"text\": \"\xff\"}\n{\"id\": \"b\", \"lines\": [\"Led a team\"]}\n";
    let (_folder, path) = file("records.jsonl", input);
    let run = rolefit(&["kpi-check", "teacher", "--jsonl-input", &path]);
    assert_eq!((run.status, run.out.lines().count()), (2, 2));
    assert_eq!(lines(&run.out)[0]["line"], 1);
}

#[test]
fn the_order_is_that_of_the_input_on_any_number_of_threads() {
    let record = |number: usize| {
        let lines = vec!["Cut p95 latency by 40% with Redis caching"; if number.is_multiple_of(41) { 90 } else { 2 }];
        json!({"id": number, "lines": lines}).to_string() + "\n"
    };
    let input: String = (0..500).map(record).collect();
    let on = |threads: &str| with(&ARGS, &input, &[("RAYON_NUM_THREADS", threads)]).out;
    let one = on("1");
    assert!(one == on("4"));
    let ids: Vec<String> =
        lines(&one).iter().map(|line| line["resume"]["path"].as_str().expect("an id").into()).collect();
    assert_eq!(ids, (0..500).map(|number| number.to_string()).collect::<Vec<_>>());
}

#[test]
fn a_result_comes_before_the_next_record_is_asked_for() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("rolefit"))
        .args(ARGS)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program runs");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in ["a", "b", "c"] {
        writeln!(input, "{{\"id\": \"{id}\", \"lines\": [\"Led a team\"]}}").expect("written");
        let mut line = String::new();
        output.read_line(&mut line).expect("read");
        assert!(line.contains(&format!("\"path\":\"{id}\"")), "{line}");
    }
    drop(input);
    assert!(child.wait().expect("ended").success());
}

#[test]
fn coverage_csv_and_what_does_not_go_together() {
    let input = "{\"id\": \"=a\", \"lines\": [\"Led a team\"]}\n";
    assert_eq!(check(input, &["--min-coverage", "90"]).status, 1);
    let csv = check(input, &["--format", "csv"]).out;
    assert!(csv.starts_with("path,kpis_covered") && csv.contains("\n'=a,"), "{csv}");
    assert!(check(input, &["--format", "table"]).refused().contains("jsonl or csv"));
    assert!(check(input, &["--pseudonyms"]).refused().contains("do not go together"));
    assert!(check(input, &["examples/resume.md"]).refused().contains("do not go together"));
    assert!(rolefit(&["kpi-check", "teacher", "--jsonl-input", "no.jsonl"]).refused().contains("no such file"));
    assert!(rolefit(&["kpi-check", "teacher", "--jsonl-input", "src"]).refused().contains("this is a folder"));
    assert_eq!(check("", &[]).err, "summary: 0 records given: 0 read, 0 failed\n");
}
