use rolefit::role::nearest;
use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{all, file, rolefit, with};

fn names(list: &Value, key: &str) -> Vec<String> {
    let list = list.as_array().expect("a list").iter();
    list.map(|one| one[key]["name"].as_str().expect("a name").to_owned()).collect()
}

#[test]
fn every_criterion_of_the_second_role_is_shared_or_new() {
    let report = rolefit(&["compare", "back-end-developer", "data-engineer", "--format", "json"]).json();
    assert_eq!(report["from"]["id"], "back-end-developer");
    let second = rolefit(&["show", "data-engineer", "--format", "json"]).json();
    let mut known: Vec<&str> = all(&second["activities"], "name");
    known.extend(all(&second["kpis"], "name"));
    let mut found = names(&report["shared"], "to");
    found.extend(all(&report["new"], "name").into_iter().map(str::to_owned));
    found.sort();
    known.sort_unstable();
    assert_eq!(found, known);
    assert!(report["resume"].is_null() && report["new"][0]["resume"].is_null());
}

#[test]
fn what_is_alike_says_why_in_both_directions() {
    let report = rolefit(&["compare", "back-end-developer", "data-engineer", "--format", "json"]).json();
    let shared = report["shared"].as_array().expect("pairs");
    let tuning = shared.iter().find(|pair| pair["to"]["name"] == "Tuning Queries & Jobs").expect("it is shared");
    assert_eq!((&tuning["from"]["name"], &tuning["strength"]), (&"Database optimization".into(), &"strong".into()));
    for pair in shared {
        let because = pair["because"].as_array().expect("reasons");
        let score = |reason: &Value| reason["score"].as_f64().expect("a score");
        let likeness = (score(&because[0]) * score(&because[1])).sqrt();
        assert!((likeness - pair["likeness"].as_f64().expect("a number")).abs() < 1e-3, "{pair}");
        assert_eq!((&because[0]["against"], &because[1]["against"]), (&pair["from"]["name"], &pair["to"]["name"]));
    }
}

#[test]
fn a_subject_in_common_is_not_enough() {
    let pairs = |from: &str, to: &str| {
        let report = rolefit(&["compare", from, to, "--format", "json"]).json();
        let shared = report["shared"].as_array().expect("pairs").clone();
        shared.iter().map(|pair| format!("{} <= {}", pair["to"]["name"], pair["from"]["name"])).collect::<Vec<_>>()
    };
    let courses = pairs("teacher", "instructional-designer");
    assert!(courses.iter().all(|pair| !pair.contains("Differentiating for Learners")), "{courses:?}");
    assert!(courses.iter().any(|pair| pair == "\"Measuring Learning Results\" <= \"Assessing Student Learning\""));
    let clinic = pairs("registered-nurse", "medical-assistant");
    assert!(clinic.iter().all(|pair| !pair.starts_with("\"Sterilizing Instruments")), "{clinic:?}");
    assert!(clinic.iter().any(|pair| pair == "\"Charting Accuracy\" <= \"Charting Compliance\""), "{clinic:?}");
}

#[test]
fn professions_without_anything_in_common_share_little() {
    let far = rolefit(&["compare", "accountant", "registered-nurse", "--format", "json"]).json();
    let near = rolefit(&["compare", "medical-assistant", "registered-nurse", "--format", "json"]).json();
    let shared = |report: &Value| report["shared"].as_array().expect("pairs").len();
    assert!(shared(&far) * 2 < shared(&near), "{} and {}", shared(&far), shared(&near));
}

#[test]
fn a_role_shares_everything_with_itself() {
    let report = rolefit(&["compare", "teacher", "teacher", "--format", "json"]).json();
    assert_eq!((&report["new"], &report["topics"]["new"]), (&Value::Array(vec![]), &Value::Array(vec![])));
    assert_eq!((&report["stages"]["new"], &report["stages"]["gone"]), (&Value::Array(vec![]), &Value::Array(vec![])));
    assert!(report["shared"].as_array().expect("pairs").iter().all(|pair| pair["strength"] == "strong"));
}

#[test]
fn a_resume_shows_which_of_the_new_is_there_already() {
    let (_folder, path) = file("r.txt", "- Built 40 data pipelines that load 3 TB a day with Airflow\n");
    let args = ["compare", "back-end-developer", "data-engineer", "--resume", &path, "--input-format", "text"];
    let report = rolefit(&[&args[..], &["--format", "json"]].concat()).json();
    let check = rolefit(&["kpi-check", "data-engineer", &path, "--input-format", "text", "--format", "json"]).json();
    for new in report["new"].as_array().expect("criteria") {
        let same = check["criteria"].as_array().expect("criteria").iter().find(|found| found["id"] == new["id"]);
        let same = same.expect("a criterion of the second role");
        assert_eq!((&new["resume"]["strength"], &new["resume"]["score"]), (&same["strength"], &same["score"]), "{new}");
    }
    let table = rolefit(&args).ok();
    assert!(table.contains("● strong  Building Data Pipelines") && table.contains("line 1"), "{table}");
}

#[test]
fn topics_and_stages_that_differ_are_listed() {
    let report = rolefit(&["compare", "back-end-developer", "data-engineer", "--format", "json"]).json();
    let first = rolefit(&["questions", "back-end-developer", "--topics", "--format", "json"]).json();
    let known = all(&first, "topic");
    for topic in all(&report["topics"]["new"], "topic") {
        assert!(nearest(topic, known.iter().copied()) != Some(topic), "{topic}");
    }
    assert!(!all(&report["topics"]["new"], "topic").is_empty());
    let table = rolefit(&["compare", "back-end-developer", "data-engineer"]).ok();
    assert!(table.contains("Question topics") && table.contains("Stages"), "{table}");
}

#[test]
fn a_stage_has_one_partner_at_most_and_the_same_thing_is_shared() {
    let report =
        rolefit(&["compare", "customer-success-manager", "customer-support-representative", "--format", "json"]).json();
    let pairs: Vec<(&str, &str)> = report["stages"]["shared"]
        .as_array()
        .expect("stages")
        .iter()
        .map(|pair| (pair["to"].as_str().expect("a name"), pair["from"].as_str().expect("a name")))
        .collect();
    assert!(pairs.contains(&("Skills Assessment", "Case Study")), "{pairs:?}");
    assert!(pairs.contains(&("Role Play", "Mock Business Review")), "{pairs:?}");
    assert!(pairs.contains(&("Offer & Background Check", "Final Interview & Offer")), "{pairs:?}");
    let from: BTreeSet<&str> = pairs.iter().map(|(_, from)| *from).collect();
    assert_eq!(from.len(), pairs.len(), "{pairs:?}");
    let feedback = report["shared"]
        .as_array()
        .expect("shared")
        .iter()
        .find(|pair| pair["to"]["name"] == "Passing On Customer Feedback");
    assert_eq!(feedback.expect("a pair")["from"]["name"], "Bringing Customer Feedback to Product");
}

#[test]
fn tables_keep_their_width_and_unknown_roles_are_refused() {
    for width in ["40", "80"] {
        let args = ["compare", "teacher", "instructional-designer", "--resume", "examples/resume.md"];
        let table = with(&args, "", &[("COLUMNS", width)]).ok();
        let widest = table.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(widest <= width.parse().expect("a number"), "{table}");
    }
    let markdown = rolefit(&["compare", "teacher", "instructional-designer", "--format", "markdown"]).ok();
    assert!(markdown.contains("| Strength | Likeness | Criterion |") && markdown.contains("## New"), "{markdown}");
    assert!(rolefit(&["compare", "teacher", "bakend"]).refused().contains("did you mean"));
}
