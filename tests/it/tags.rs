use crate::support::{all, file, rolefit, with};

const RESUME: &str = "# Jane Doe\n\n## Experience\n\n### Clerk, Acme {.office}\n\n- Wrote 40 unit tests {.backend .lead}\n\
    - Ran 30 code reviews\n\n### Keeper, Beta\n\n- Kept bees for a year\n- Cut costs by 5% {.Sales}\n";

const ROLE: &str = "title: Beekeeper\nkpis:\n  - name: Unit tests\n    keywords: [unit tests]\n  - name: Code reviews\n    keywords: [code reviews]\n";

fn texts(resume: &str, tags: &[&str]) -> Vec<String> {
    let report = rolefit(&[&["lines", resume, "--format", "json"], tags].concat()).json();
    all(&report["lines"], "text").into_iter().map(str::to_owned).collect()
}

#[test]
fn a_tag_is_no_part_of_the_text_and_picks_lines() {
    let (_folder, resume) = file("r.md", RESUME);
    let all = ["Wrote 40 unit tests", "Ran 30 code reviews", "Kept bees for a year", "Cut costs by 5%"];
    assert_eq!(texts(&resume, &[]), all);
    assert_eq!(texts(&resume, &["--tag", "backend"]), [all[0], all[2]]);
    assert_eq!(texts(&resume, &["--tag", ".office"]), [all[1], all[2]]);
    assert_eq!(texts(&resume, &["--tag", "lead", "--tag", "sales"]), [all[0], all[2], all[3]]);
}

#[test]
fn a_tag_is_typed_as_it_stands_in_the_resume_or_bare() {
    let (folder, resume) = file("r.md", RESUME);
    for typed in ["lead", ".lead", "{.lead}", "LEAD", "{lead}"] {
        assert_eq!(texts(&resume, &["--tag", typed]), texts(&resume, &["--tag", "lead"]), "{typed}");
    }
    let several = rolefit(&["lines", &resume, "--tag", "{.backend .lead}"]).refused();
    assert!(several.contains("give one tag of letters"), "{several}");
    // What is compared is what is then picked: no tag is found that picks no line.
    assert!(rolefit(&["lines", &resume, "--tag", "back-end"]).refused().contains("Did you mean \"backend\"?"));
    std::fs::write(folder.path().join("rolefit.yaml"), "tags: [\"{.office}\"]\n").expect("written");
    let report = rolefit(&["kpi-check", "teacher", &resume, "--format", "json"]).json();
    assert_eq!(report["lines"].as_array().expect("lines").len(), 2);
}

#[test]
fn lines_shows_tags_where_there_are_any() {
    let (_folder, resume) = file("r.md", RESUME);
    let report = rolefit(&["lines", &resume, "--format", "json"]).json();
    assert_eq!(report["lines"][0]["tags"], serde_json::json!(["backend", "lead"]));
    assert_eq!(report["lines"][1]["tags"], serde_json::json!(["office"]));
    assert_eq!(report["lines"][2]["tags"], serde_json::json!([]));
    let table = rolefit(&["lines", &resume]).ok();
    assert!(table.contains("TAGS") && table.contains("backend"), "{table}");
    assert!(!rolefit(&["lines", "examples/resume.md"]).ok().contains("TAGS"));
    let markdown = rolefit(&["lines", &resume, "--format", "markdown"]).ok();
    assert!(
        markdown.contains("| Judged | Tags |") && markdown.contains("| experience | yes | backend lead |"),
        "{markdown}"
    );
}

#[test]
fn an_unknown_tag_is_refused_with_the_nearest_or_all() {
    let (_folder, resume) = file("r.md", RESUME);
    let slip = rolefit(&["lines", &resume, "--tag", "bakend"]).refused();
    assert!(slip.contains("no line has the tag \"bakend\". Did you mean \"backend\"?"), "{slip}");
    let strange = rolefit(&["kpi-check", "teacher", &resume, "--tag", "zzz"]).refused();
    assert!(strange.contains("Its tags are: backend, lead, office, Sales"), "{strange}");
    let none = rolefit(&["lines", "examples/resume.md", "--tag", "backend"]).refused();
    assert!(none.contains("No line has a tag: put {.TAG}"), "{none}");
}

#[test]
fn two_targets_of_one_file_have_two_coverages() {
    let (folder, resume) = file("r.md", RESUME);
    let role = folder.path().join("role.yaml");
    std::fs::write(&role, ROLE).expect("written");
    let covered = |tags: &[&str]| {
        let args = [&["kpi-check", role.to_str().expect("UTF-8"), &resume, "--format", "json"], tags].concat();
        rolefit(&args).json()["coverage"]["kpis"]["covered"].clone()
    };
    assert_eq!(
        (covered(&[]), covered(&["--tag", "backend"]), covered(&["--tag", "sales"])),
        (2.into(), 1.into(), 0.into())
    );
    let untagged = folder.path().join("untagged.md");
    std::fs::write(&untagged, "- Ran code reviews\n").expect("written");
    let run = rolefit(&[
        "kpi-check",
        role.to_str().expect("UTF-8"),
        folder.path().to_str().expect("UTF-8"),
        "--glob",
        "*.md",
        "--tag",
        "backend",
        "--format",
        "json",
    ]);
    let both: serde_json::Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(both["cohort"]["read"], 2, "a resume without the tag is no error among many");
}

#[test]
fn structured_resumes_have_tags_on_entries_or_on_texts() {
    let json = r#"{"basics": {}, "work": [{"name": "Acme", "tags": ["backend", "lead"], "summary": "I led it. I won.", "highlights": ["Cut costs {.sales}", "Led a"]},
        {"name": "Beta", "tags": "web", "highlights": ["Ran b"]}, {"name": "Gamma", "highlights": ["Set c"]}]}"#;
    let yaml = "cv:\n  sections:\n    experience:\n      - company: Acme\n        tags: [backend]\n        highlights:\n          - Led a team\n      - company: Beta\n        highlights:\n          - Cut costs {.sales}\n";
    let tags = |source: &str, format: &str| {
        let report = with(&["lines", "-", "--input-format", format, "--format", "json"], source, &[]).json();
        let lines = report["lines"].as_array().expect("lines").clone();
        lines.iter().map(|line| line["tags"].to_string()).collect::<Vec<_>>().join(" ")
    };
    let entry = "[\"backend\",\"lead\"]";
    assert_eq!(tags(json, "json-resume"), format!("{entry} {entry} [\"sales\"] {entry} [\"web\"] []"));
    assert_eq!(tags(yaml, "rendercv"), "[\"backend\"] [\"sales\"]");
}

#[test]
fn plain_text_has_tags_on_items_sentences_and_headings() {
    let text = "EXPERIENCE {.office}\n\nI led a team of five people. I cut our costs by half. {.lead}\n\n- Sold hats to\n  all of Rome {.sales}\n- Ran a shop\n";
    let report = with(&["lines", "-", "--input-format", "text", "--format", "json"], text, &[]).json();
    let told: Vec<String> = report["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| format!("{} {}", line["text"], line["tags"]))
        .collect();
    let expected = [
        r#""I led a team of five people." ["lead"]"#,
        r#""I cut our costs by half." ["lead"]"#,
        r#""Sold hats to all of Rome" ["sales"]"#,
        r#""Ran a shop" ["office"]"#,
    ];
    assert_eq!(told, expected);
}
