//! What a role asks for: the third kind of criterion, in every format of `kpi-check`.

use std::fs;

use tempfile::TempDir;

use crate::support::{all, rolefit_in};

const ROLE: &str = "title: Clerk\nkpis:\n  - name: Unit tests\n    keywords: [unit tests]\n\
                    requirements:\n  - name: Code reviews\n    keywords: [code reviews]\n  - name: Beekeeping\n";

/// A folder with the role and two resumes, the first of which has what the second lacks.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    let files = [
        ("clerk.yaml", ROLE),
        ("resumes/a.txt", "- Wrote 40 unit tests\n- Ran 30 code reviews\n"),
        ("resumes/b.txt", "- Wrote 40 unit tests\n"),
    ];
    fs::create_dir(folder.path().join("resumes")).expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn cohort(format: &str) -> String {
    rolefit_in(folder().path(), &["kpi-check", "clerk.yaml", "resumes", "--format", format]).out
}

#[test]
fn the_report_of_one_resume_has_them_last() {
    let folder = folder();
    let check = |format| rolefit_in(folder.path(), &["kpi-check", "clerk.yaml", "resumes/a.txt", "--format", format]);
    let report = check("json").json();
    assert_eq!(all(&report["criteria"], "kind"), ["kpi", "requirement", "requirement"]);
    assert_eq!(report["coverage"]["requirements"], serde_json::json!({"covered": 1, "strong": 1, "total": 2}));
    for (format, heading) in
        [("table", "\nRequirements "), ("markdown", "\n## Requirements\n"), ("html", ">Requirements<")]
    {
        assert!(check(format).ok().contains(heading), "{format}");
    }
}

#[test]
fn a_cohort_counts_them_for_all_and_for_each() {
    let report: serde_json::Value = serde_json::from_str(&cohort("json")).expect("JSON");
    let counts = |covered: u32| serde_json::json!({"covered": covered, "strong": covered, "total": 2});
    assert_eq!(report["resumes"][0]["coverage"]["requirements"], counts(1));
    assert_eq!(report["resumes"][1]["coverage"]["requirements"], counts(0));
    let of_all = report["cohort"]["requirements"].as_array().expect("a list");
    assert_eq!(all(&report["cohort"]["requirements"], "id"), ["code-reviews", "beekeeping"]);
    assert_eq!((&of_all[0]["covered"], &of_all[1]["covered"]), (&1.into(), &0.into()));
}

#[test]
fn a_cohort_shows_them_beside_the_kpis() {
    let table = cohort("table");
    assert!(table.contains("STRONG   REQUIRED") && table.contains("REQUIREMENT "), "{table}");
    assert!(table.contains("1/2") && table.contains("0/2"), "{table}");
    let markdown = cohort("markdown");
    assert!(markdown.contains("| Requirements |") && markdown.contains("\n## Requirements\n"), "{markdown}");
    assert!(markdown.contains("| 1 of 2 |") && markdown.contains("| 0 of 2 |"), "{markdown}");
    let csv = cohort("csv");
    let rows: Vec<&str> = csv.lines().collect();
    assert!(rows[0].ends_with(",requirements_covered,requirements_strong,requirements_total,unit-tests"), "{csv}");
    assert!(rows[1].ends_with(",1,1,2,strong") && rows[2].ends_with(",0,0,2,strong"), "{csv}");
    let page = cohort("html");
    assert!(page.contains("<th scope=\"colgroup\" colspan=\"2\">Requirements</th>"), "{page}");
    assert_eq!(page.matches("<td class=\"mark ").count(), 6, "{page}");
}

const POSTING: &str = "Senior Engineer\n\nRequirements:\n- 5+ years of hands-on experience with Python or Go\n\
                       - Knowledge of Docker, Terraform and Ansible is a plus\n- Excellent communication skills\n";

/// The strengths of a posting's requirements that a line shows.
fn strengths(line: &str) -> Vec<String> {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("posting.md"), POSTING).expect("written");
    rolefit_in(folder.path(), &["import", "posting.md", "-o", "job.yaml"]).ok();
    let mut explained = rolefit_in(folder.path(), &["explain", "job.yaml", line, "--format", "json"]).json();
    let criteria = explained["criteria"].as_array_mut().expect("a list");
    criteria.sort_by_key(|criterion| POSTING.find(criterion["name"].as_str().expect("a name")));
    criteria.iter().map(|criterion| criterion["strength"].as_str().expect("a strength").to_owned()).collect()
}

#[test]
fn a_requirement_of_a_posting_is_read_for_the_skills_that_it_names() {
    assert_eq!(strengths("Wrote a billing service in Go for 40 shops"), ["strong", "none", "none"]);
    assert_eq!(strengths("Packed the tools in Docker and set up 30 servers with Ansible"), ["none", "strong", "none"]);
    // The words around the skills are no evidence.
    assert_eq!(strengths("Gained years of experience and knowledge of knitting"), ["none", "none", "none"]);
}

#[test]
fn a_list_of_skills_is_no_strong_evidence_of_a_requirement() {
    assert_eq!(strengths("Python, Docker, Terraform, Ansible"), ["partial", "partial", "none"]);
}

#[test]
fn a_label_that_says_how_much_a_requirement_counts_is_no_part_of_it() {
    let folder = TempDir::new().expect("a folder");
    let posting = "Clerk\n\nRequirements:\n- Nice to have: basic SQL, HTML/CSS\n- Essential: typing\n- Typing\n";
    fs::write(folder.path().join("posting.md"), posting).expect("written");
    rolefit_in(folder.path(), &["import", "posting.md", "-o", "job.yaml"]).ok();
    let role = rolefit_in(folder.path(), &["show", "job.yaml", "--format", "json"]).json();
    assert_eq!(all(&role["requirements"], "name")[..2], ["Basic SQL, HTML/CSS", "Typing"]);
    assert_eq!(all(&role["requirements"], "weight")[..2], ["nice", "must"]);
}

#[test]
fn a_licence_is_shown_by_its_name_and_not_by_work_like_it() {
    let folder = TempDir::new().expect("a folder");
    let spec = "title: Nurse\nrequirements:\n  - name: Current RN license\n  - name: BLS certification\n  \
                - name: 1+ years of acute care experience\n";
    fs::write(folder.path().join("nurse.yaml"), spec).expect("written");
    let strengths = |line: &str| {
        let report = rolefit_in(folder.path(), &["explain", "nurse.yaml", line, "--format", "json"]).json();
        let of = |name: &str| {
            let criteria = report["criteria"].as_array().expect("a list").iter();
            criteria.clone().find(|it| it["name"] == name).expect("a criterion")["strength"].clone()
        };
        (of("Current RN license"), of("BLS certification"), of("1+ years of acute care experience"))
    };
    // Work of the same kind that names no skill is some evidence of the skill, and none of the licence.
    let expected = ("none".into(), "none".into(), "partial".into());
    assert_eq!(strengths("Nursed 12 patients on a nursing ward for a year"), expected);
    let (licence, certificate, _) = strengths("Renewed my RN license and my BLS certification in 2024");
    assert!(licence != "none" && certificate != "none", "{licence} {certificate}");
}
