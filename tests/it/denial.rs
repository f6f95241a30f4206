//! What a line says was not done is no evidence; what it says did not go wrong is.

use crate::support::rolefit_in;

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
