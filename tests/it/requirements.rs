//! What a role asks for: the third kind of criterion, in every format of `kpi-check`.

use std::fs;

use tempfile::TempDir;

use crate::support::{all, file, rolefit, rolefit_in};

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

const NURSE: &str = "title: Nurse\nkpis:\n  - name: Falls\n    keywords: [falls]\nrequirements:\n  - name: Active RN license\n  \
    - name: Bachelor's degree in nursing\n  - name: BLS and ACLS certification\n  - name: Master's degree\n";

/// What `kpi-check` says of each requirement of [`NURSE`]: strength, the line that says it, and its text.
fn said(name: &str, resume: &str) -> Vec<(String, u64, String)> {
    let ((_a, role), (_b, resume)) = (file("nurse.yaml", NURSE), file(name, resume));
    let report = rolefit(&["kpi-check", &role, &resume, "--format", "json"]).json();
    let said = |criterion: &serde_json::Value| {
        let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
        let at = &criterion["said_in"];
        (text(&criterion["strength"]), at["location"]["line"].as_u64().unwrap_or_default(), text(&at["text"]))
    };
    report["criteria"].as_array().expect("a list").iter().skip(1).map(said).collect()
}

#[test]
fn a_degree_or_a_licence_counts_where_its_own_section_says_it_in_every_format() {
    let markdown = "# Jo\n\n## Experience\n\n- Cut falls by 40%\n\n## Education\n\n**Example University**\n*Bachelor of Science in \
        Nursing*\n\n## Licenses & Certifications\n\n- RN License, Minnesota\n- BLS, 2024\n";
    let text = "Jo\n\nEXPERIENCE\n\n- Cut falls by 40%\n\nEDUCATION\n\nB.Sc. Nursing, Example University, 2015\n\nCERTIFICATIONS\n\n\
        Registered Nurse, Minnesota\nBLS\n";
    let latex = "\\section{Experience}\n\\begin{itemize}\n\\item Cut falls by 40\\%\n\\end{itemize}\n\\section{Education}\n\
        \\cventry{2015}{BSc Nursing}{Example University}{}{}{}\n\\section{Licences}\n\\begin{itemize}\n\\item RN, Minnesota\n\
        \\item BLS\n\\end{itemize}\n";
    let html = "<h2>Experience</h2><ul><li>Cut falls by 40%</li></ul><h2>Education</h2>\n<h3>Bachelor of Nursing</h3>\n\
        <h2>Certifications</h2><ul><li>RN, Minnesota</li>\n<li>BLS</li></ul>\n";
    let json = "{\"work\": [{\"highlights\": [\"Cut falls by 40%\"]}],\n\"education\": [\n{\"studyType\": \"Bachelor\", \"area\": \"Nursing\", \
        \"institution\": \"U\"}],\n\"certificates\": [{\"name\": \"RN license\"}, {\"name\": \"BLS\"}]}";
    let yaml = "cv:\n  name: Jo\n  sections:\n    experience:\n      - company: A\n        highlights: [Cut falls by 40%]\n    education:\n      \
        - institution: U\n        area: Nursing\n        degree: BSc\n    certifications:\n      - RN, Minnesota\n      - BLS\n";
    for (name, resume, degree) in [
        ("r.md", markdown, 10),
        ("r.txt", text, 9),
        ("r.tex", latex, 6),
        ("r.html", html, 2),
        ("r.json", json, 3),
        ("r.yaml", yaml, 8),
    ] {
        let said = said(name, resume);
        let strengths: Vec<&str> = said.iter().map(|(strength, ..)| strength.as_str()).collect();
        assert_eq!(strengths, ["strong", "strong", "partial", "none"], "{name}: {said:?}");
        assert_eq!(said[1].1, degree, "{name}: {said:?}");
        assert!(said[1].2.contains("Nursing"), "{name}: {said:?}");
    }
}

#[test]
fn what_an_education_section_says_is_shown_with_its_place_and_counts_in_a_cohort() {
    let resume =
        "# Jo\n\n## Experience\n\n- Cut falls by 40%\n\n## Education\n\nBachelor of Nursing, Example University\n";
    let ((_a, role), (folder, path)) = (file("nurse.yaml", NURSE), file("r.md", resume));
    let check = |format: &str| rolefit(&["kpi-check", &role, &path, "--format", format]).ok();
    let table = check("table");
    assert!(table.contains("line 9   Bachelor of Nursing, Example University\n"), "{table}");
    assert!(table.contains("\"Bachelor\" and \"Nursing\" are in its name"), "{table}");
    assert!(table.contains("have it: Master's degree\n"), "{table}");
    assert!(check("markdown").contains("line 9: **Bachelor** of **Nursing**, Example University"));
    let page = check("html");
    assert!(page.contains("<p>line 9: ") && !page.contains("#lnone"), "an education section is no line to lead to");
    assert!(!check("brief").contains("Bachelor's degree"), "no gap");
    let report = rolefit(&["kpi-check", &role, &path, "--format", "json"]).json();
    assert_eq!(report["lines"].as_array().map(Vec::len), Some(1), "it is no line of work");
    let again = folder.path().join("s.md");
    fs::write(&again, resume.replace("Bachelor", "Student")).expect("written");
    let cohort = rolefit(&["kpi-check", &role, &path, again.to_str().expect("UTF-8"), "--format", "json"]).out;
    let cohort: serde_json::Value = serde_json::from_str(&cohort).expect("JSON");
    assert_eq!(cohort["resumes"][0]["coverage"]["requirements"], report["coverage"]["requirements"]);
    assert_eq!(cohort["resumes"][1]["coverage"]["requirements"]["covered"], 0);
    let diff = rolefit(&["diff", &role, again.to_str().expect("UTF-8"), &path]).ok();
    assert!(diff.contains("Bachelor of Nursing, Example University (line 9)"), "{diff}");
}

#[test]
fn a_degree_outside_its_section_and_one_that_is_not_there_yet_are_not_made_up() {
    let work = "# Jo\n\n## Experience\n\n### Bachelor of Nursing program, Acme (2019 – 2020)\n\n- Cut falls by 40%\n";
    assert!(said("r.md", work).iter().all(|(strength, ..)| strength == "none"));
    let soon = "# Experience\n\n- Cut falls by 40%\n\n# Education\n\nBachelor of Nursing, expected 2027\n";
    assert_eq!(said("r.md", soon)[1].0, "partial");
}
