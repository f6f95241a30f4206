use crate::support::rolefit;

const LINE: &str = "Cut p95 latency by 40% with Redis caching";

#[test]
fn every_criterion_is_explained_the_highest_score_first() {
    let report = rolefit(&["explain", "back-end-developer", LINE, "--format", "json"]).json();
    assert_eq!(report["text"], LINE);
    let criteria = report["criteria"].as_array().expect("criteria");
    assert_eq!(criteria.len(), 20);
    let scores: Vec<f64> = criteria.iter().map(|criterion| criterion["score"].as_f64().expect("a score")).collect();
    assert!(scores.is_sorted_by(|a, b| a >= b), "{scores:?}");
    let names = rolefit::matching::SIGNAL_NAMES;
    for criterion in criteria {
        let signals = criterion["signals"].as_array().expect("signals");
        assert!(signals.iter().map(|signal| signal["name"].as_str()).eq(names.into_iter().map(Some)));
    }
    assert_eq!(criteria[0]["strength"], "strong");
    assert!(criteria[0]["evidence"].as_array().is_some_and(|places| !places.is_empty()));
}

#[test]
fn scores_are_those_of_the_check() {
    let explained = rolefit(&["explain", "back-end-developer", LINE, "--format", "json"]).json();
    let args =
        ["kpi-check", "back-end-developer", "-", "--input-format", "text", "--min-score", "0", "--format", "json"];
    let checked = crate::support::with(&args, &format!("- {LINE}\n"), &[]).json();
    for criterion in explained["criteria"].as_array().expect("criteria") {
        let found = checked["lines"][0]["matches"].as_array().expect("matches");
        let found = found.iter().find(|found| found["criterion"] == criterion["id"]).expect("a match");
        assert_eq!((&found["score"], &found["evidence"]), (&criterion["score"], &criterion["evidence"]));
    }
}

#[test]
fn table_and_markdown_name_signals_and_evidence() {
    let table = rolefit(&["explain", "back-end-developer", LINE]).ok();
    let report = rolefit(&["explain", "back-end-developer", LINE, "--format", "json"]).json();
    let best = &report["criteria"][0]["evidence"][0];
    let (words, why) = (best["text"].as_str().expect("words"), best["why"].as_str().expect("a reason"));
    assert!(table.contains(&format!("because \"{words}\" {why}")), "{table}");
    let names = rolefit::matching::SIGNAL_NAMES;
    assert!(names.iter().any(|name| table.contains(name)), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
    let markdown = rolefit(&["explain", "back-end-developer", LINE, "--format", "markdown"]).ok();
    assert!(markdown.contains("| Strength | Score | Criterion | Signals | Evidence |"), "{markdown}");
}

#[test]
fn a_line_may_begin_with_a_hyphen_but_not_be_empty() {
    rolefit(&["explain", "back-end-developer", "- Cut costs"]).ok();
    assert!(rolefit(&["explain", "back-end-developer", "  "]).refused().contains("LINE is empty"));
}

#[test]
fn a_verb_in_the_name_of_a_subject_is_no_reason_of_its_own() {
    let report =
        rolefit(&["explain", "back-end-developer", "Used test-driven development for every fix", "--format", "json"])
            .json();
    let quality = report["criteria"].as_array().expect("criteria").iter().find(|one| one["name"] == "Code quality");
    let evidence = quality.expect("a KPI")["evidence"].as_array().expect("evidence");
    assert!(!evidence.is_empty() && evidence.iter().all(|place| place["text"] != "driven"), "{evidence:?}");
}

#[test]
fn what_an_of_puts_behind_is_not_the_point() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let duties = "title: Engineer\nactivities:\n  - name: Own the reliability of the payments API\n";
    std::fs::write(folder.path().join("engineer.yaml"), duties).expect("written");
    let strength = |line: &str| {
        let args = ["explain", "engineer.yaml", line, "--format", "json"];
        crate::support::rolefit_in(folder.path(), &args).json()["criteria"][0]["strength"].clone()
    };
    assert_eq!(strength("Built REST APIs for a booking site"), "partial");
    assert_eq!(strength("Kept the payments API up, with 99.99% availability over two years"), "strong");
}

#[test]
fn work_told_by_a_verb_that_the_lexicon_lacks_is_no_list() {
    let report = rolefit(&[
        "explain",
        "registered-nurse",
        "Zorbed 12 patients a week, follow-up calls, charts",
        "--format",
        "json",
    ]);
    assert_eq!(report.json()["limit"], serde_json::Value::Null);
    let list = rolefit(&["explain", "registered-nurse", "Epic, Cerner, charts, wound care", "--format", "json"]);
    assert_eq!(list.json()["limit"], "bare-list");
}
