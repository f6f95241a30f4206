//! What a line says was not done, or got worse, is no evidence; what it says did not go wrong is.

use crate::support::{rolefit, rolefit_in};

/// The strength of a line for a role that asks for one thing.
fn strength(criterion: &str, line: &str) -> String {
    let folder = tempfile::TempDir::new().expect("a folder");
    let role = format!("title: Somebody\nactivities:\n  - name: {criterion}\n");
    std::fs::write(folder.path().join("role.yaml"), role).expect("written");
    let report = rolefit_in(folder.path(), &["explain", "role.yaml", line, "--format", "json"]).json();
    report["criteria"][0]["strength"].as_str().expect("a strength").to_owned()
}

#[test]
fn what_was_not_done_is_no_evidence() {
    for line in [
        "No experience with Redis caching",
        "Never cached anything in Redis",
        "Failed to ship the Redis cache",
        "Missed the deadline for the Redis cache",
        "Will build a Redis cache next year",
        "Sat in meetings and failed to ship the Redis cache",
    ] {
        assert_eq!(strength("Caching with Redis", line), "none", "{line}");
    }
}

#[test]
fn what_did_not_go_wrong_is_evidence() {
    for (criterion, line) in [
        ("Perfect attendance", "Never missed a shift in three years"),
        ("Meeting deadlines", "Did not miss one deadline in two years"),
        ("Unit testing", "Never broke the unit tests that I wrote for the order service"),
    ] {
        assert_ne!(strength(criterion, line), "none", "{line}");
    }
}

#[test]
fn work_on_what_was_missed_failed_or_caused_is_work() {
    for (criterion, line) in [
        ("Missed appointments", "Cut missed appointments by 30% with reminder calls"),
        ("Fixing bugs in payments", "Traced outages that were caused by a race condition in the payments service"),
        ("Building APIs", "Designed an API that will serve ten partners"),
    ] {
        assert_ne!(strength(criterion, line), "none", "{line}");
    }
}

#[test]
fn a_measure_that_went_the_wrong_way_is_no_evidence() {
    for (criterion, line) in [
        ("API latency", "Increased API latency by 300%"),
        ("API latency", "Rewrote the gateway in Go and increased p95 latency from 40 to 900 ms"),
        ("Unit test coverage", "Reduced unit test coverage from 80% to 20%"),
        ("Customer satisfaction", "Cut customer satisfaction from 4.8 to 3.1"),
        ("Patient fall rate", "Doubled the fall rate on the ward"),
    ] {
        assert_eq!(strength(criterion, line), "none", "{line}");
    }
}

#[test]
fn a_measure_that_went_the_right_way_is_evidence_whatever_its_words() {
    for (criterion, line) in [
        ("API latency", "Cut API latency by 40%"),
        ("Reporting bugs", "Raised bugs with steps to reproduce them"),
        ("Cost savings", "Increased cost savings by 20% a year"),
        ("Page load speed", "Increased page load speed by 40%"),
        ("Inventory turnover", "Increased inventory turnover from 5 to 8 turns a year"),
        ("Performance issues", "Reduced performance issues in the checkout by half"),
        ("Customer satisfaction", "Raised customer satisfaction to 4.8 despite increased costs"),
        ("Unit test coverage", "Increased unit test coverage from 45% to 82%, reduced bugs in production"),
    ] {
        assert_ne!(strength(criterion, line), "none", "{line}");
    }
}

#[test]
fn explain_tells_what_counts_for_nothing() {
    let line = "Rewrote the gateway in Go and increased p95 latency from 40 to 900 ms";
    let denied = "increased p95 latency from 40 to 900 ms";
    let report = rolefit(&["explain", "back-end-developer", line, "--format", "json"]).json();
    assert_eq!(report["denied"], serde_json::json!([denied]));
    for format in ["table", "markdown"] {
        let text = rolefit(&["explain", "back-end-developer", line, "--format", format]).ok().replace('\n', " ");
        assert!(text.contains(&format!("\"{denied}\" tells what was not done, or got worse: no evidence.")), "{text}");
    }
    let plain = rolefit(&["explain", "back-end-developer", "Cut p95 latency by 40%", "--format", "json"]).json();
    assert_eq!(plain["denied"], serde_json::json!([]));
}
