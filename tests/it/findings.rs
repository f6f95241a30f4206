//! `kpi-check` in the formats of editors and pipelines.

use serde_json::Value;

use crate::support::{file, rolefit};

const ROLE: &str = "title: T\nactivities:\n  - name: Writing unit tests\n    keywords: [unit tests]\n\
                    kpis:\n  - name: Honey yield\n    prompts: [How much honey?]\n";

/// What the check of a resume with one strong line and one gap says in `format`.
fn checked(format: &str) -> String {
    let (_role_folder, role) = file("role.yaml", ROLE);
    let (_folder, resume) = file("resume, mine.md", "# Work\n\n- Wrote 40 unit tests for the shop\n");
    let said = rolefit(&["kpi-check", &role, &resume, "--format", format]).ok();
    said.replace(&resume, "resume, mine.md").replace(&resume.replace(", ", "%2C%20"), "resume, mine.md")
}

#[test]
fn brief_is_a_line_a_finding() {
    assert_eq!(
        checked("brief"),
        "resume, mine.md:1:1: warning: gap: no line gives evidence for the KPI \"Honey yield\" \
         (Write a line that answers: How much honey?)\n"
    );
}

#[test]
fn github_reads_an_annotation() {
    let said = checked("github");
    assert!(said.starts_with("::warning file="), "{said}");
    assert!(said.contains("%2C mine.md,line=1,col=1,title=gap::No line gives evidence"), "{said}");
}

#[test]
fn sarif_has_one_result_and_the_rules() {
    let log: Value = serde_json::from_str(&checked("sarif")).expect("JSON");
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().map(Vec::len), Some(1));
    assert_eq!(run["results"][0]["ruleId"], "gap");
    assert_eq!(run["tool"]["driver"]["name"], "rolefit");
}

#[test]
fn junit_counts_criteria_as_tests() {
    let said = checked("junit");
    assert!(said.contains("tests=\"2\" errors=\"0\" failures=\"1\""), "{said}");
    assert!(said.contains("activity &quot;Writing unit tests&quot;"), "{said}");
}

#[test]
fn advice_on_wording_stands_at_its_line_and_fails_nothing() {
    let (_role_folder, role) = file("role.yaml", ROLE);
    let (_folder, resume) =
        file("cv.md", "# Work\n\n- Wrote 40 unit tests for the shop\n- I helped with the 12 hives of the farm\n");
    let said = |format: &str, more: &[&str]| {
        rolefit(&[&["kpi-check", &role, &resume, "--format", format], more].concat()).ok().replace(&resume, "cv.md")
    };
    let brief = said("brief", &[]);
    let help = "Leave the pronoun out and begin with the verb.";
    assert!(brief.contains(&format!("cv.md:4:3: warning: first-person: says \"I\" ({help})\n")), "{brief}");
    assert!(brief.starts_with("cv.md:1:1: warning: gap:"), "{brief}");
    let quiet = said("brief", &["--ignore", "first-person,weak-opener"]);
    assert!(!quiet.contains("first-person") && quiet.lines().count() < brief.lines().count(), "{quiet}");

    let log: Value = serde_json::from_str(&said("sarif", &[])).expect("JSON");
    let run = &log["runs"][0];
    let results = run["results"].as_array().expect("results");
    let advice = results.iter().find(|result| result["ruleId"] == "first-person").expect("advice");
    let index = advice["ruleIndex"].as_u64().and_then(|at| usize::try_from(at).ok()).expect("an index");
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "first-person");
    assert_eq!(advice["level"], "warning");

    assert!(said("github", &[]).contains("::warning file=cv.md,line=4,col=3,title=first-person::"));
    let junit = said("junit", &[]);
    assert!(
        junit.contains("tests=\"2\" errors=\"0\" failures=\"1\"") && junit.contains("cv.md:4:3: warning: first-person"),
        "{junit}"
    );
}

#[test]
fn a_cohort_is_all_of_its_resumes_and_what_could_not_be_read_is_an_error() {
    let (_role_folder, role) = file("role.yaml", ROLE);
    let (folder, resume) = file("a.md", "# Work\n\n- Wrote unit tests\n");
    let missing = folder.path().join("b.md");
    let run = rolefit(&["kpi-check", &role, &resume, missing.to_str().expect("UTF-8"), "--format", "brief"]);
    assert_eq!(run.status, 2, "{}", run.err);
    assert!(run.out.contains("a.md:1:1: warning: gap:"), "{}", run.out);
    assert!(run.out.contains("b.md:1:1: error: unreadable: there is no such file"), "{}", run.out);
}

#[test]
fn a_minimum_fails_in_these_formats_too() {
    let (_role_folder, role) = file("role.yaml", ROLE);
    let (_folder, resume) = file("a.md", "# Work\n\n- Wrote unit tests\n");
    let run = rolefit(&["kpi-check", &role, &resume, "--format", "sarif", "--min-coverage", "50"]);
    assert_eq!(run.status, 1, "{}", run.err);
}
