use std::fs;

use tempfile::TempDir;

use crate::support::{file, rolefit, with};

const GOOD: [&str; 3] = ["kpi-check", "back-end-developer", "examples/resume.md"];
const WEAK: [&str; 3] = ["kpi-check", "back-end-developer", "examples/weak-resume.md"];

#[test]
fn kpis_come_first_with_line_words_and_next_step() {
    let table = rolefit(&GOOD).ok();
    let place = |text: &str| table.find(text).unwrap_or_else(|| panic!("{text} in {table}"));
    assert!(place("\nKPIs ") < place("\nActivities ") && place("\nActivities ") < place("Lines that evidence nothing"));
    assert!(table.contains("● strong ") && table.contains("\n            line "), "{table}");
    assert!(table.contains("because  ") && table.contains("\n            next     "), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
}

#[test]
fn evidence_is_highlighted_on_a_terminal() {
    let (_folder, role) = file("a.yaml", "title: A\nkpis:\n  - name: Unit tests\n    keywords: [unit tests]\n");
    let check = |format: &str| {
        let args = ["kpi-check", &role, "-", "--input-format", "text", "--color", "always", "--format", format];
        with(&args, "- Wrote 40 unit tests\n", &[]).ok()
    };
    let table = check("table");
    assert!(table.contains("\u{1b}[1m\u{1b}[4munit\u{1b}[0m \u{1b}[1m\u{1b}[4mtests\u{1b}[0m"), "{table:?}");
    assert!(table.contains("because \u{1b}[0m \"unit tests\" is a keyword\n"), "{table}");
    let markdown = check("markdown");
    assert!(markdown.contains("unit tests** |") && !markdown.contains('\u{1b}'), "{markdown}");
}

#[test]
fn a_gap_has_a_next_step_from_the_spec() {
    let (_folder, role) = file(
        "beekeeper.yaml",
        "title: Beekeeper\nkpis:\n  - name: Honey yield\n    prompts: [How much honey did a hive give?]\n  \
         - name: Queen survival\n    measures: [queens alive (%)]\n  - name: Swarm control\n    description: Keeps swarms at home.\n",
    );
    let table = with(&["kpi-check", &role, "-", "--input-format", "text"], "- Sold cars\n", &[]).ok();
    assert!(table.contains("answers: How much honey did a hive give?"), "{table}");
    assert!(table.contains("with a figure: queens alive (%)"), "{table}");
    assert!(table.contains("shows: Keeps swarms at home."), "{table}");
    assert!(table.contains("standard input (text, 1 line)"), "{table}");
    assert!(table.contains("0 of 3 evidenced") && !table.contains("Activities"), "{table}");
    assert!(table.contains("line 1    Sold cars"), "{table}");
}

#[test]
fn the_status_tells_whether_the_coverage_is_reached() {
    let below = rolefit(&[&WEAK[..], &["--min-coverage", "90"]].concat());
    assert_eq!(below.status, 1);
    assert!(below.out.contains("KPIs"), "the report is written all the same");
    assert!(below.err.contains("KPIs are evidenced") && below.err.contains("90%"), "{}", below.err);
    rolefit(&[&WEAK[..], &["--min-coverage", "0"]].concat()).ok();
    rolefit(&[&GOOD[..], &["--min-coverage", "50%"]].concat()).ok();
}

#[test]
fn limits_out_of_range_are_refused() {
    assert!(rolefit(&[&GOOD[..], &["--min-coverage", "101"]].concat()).refused().contains("0 to 100"));
    assert!(rolefit(&[&GOOD[..], &["--min-coverage", "NaN"]].concat()).refused().contains("0 to 100"));
    assert!(rolefit(&[&GOOD[..], &["--min-score", "2"]].concat()).refused().contains("0 to 1"));
}

#[test]
fn a_role_without_kpis_is_covered_by_what_else_it_has() {
    let (_folder, role) = file(
        "a.yaml",
        "title: A\nactivities:\n  - name: Selling cars\n  - name: Tuning databases\nrequirements:\n  - name: Kafka\n",
    );
    let check = |least: &str| rolefit(&["kpi-check", &role, "examples/resume.md", "--min-coverage", least]);
    check("66").ok();
    let below = check("67");
    assert_eq!(below.status, 1);
    let told = "2 of 3 activities and requirements are evidenced: 66.6%, and at least 67% is asked for";
    assert!(below.err.contains(told), "{}", below.err);
    let (_folder, role) = file("b.yaml", "title: B\n");
    assert!(rolefit(&["kpi-check", &role, "examples/resume.md"]).refused().contains("no activities and no KPIs"));
}

#[test]
fn a_resume_without_a_line_is_refused() {
    let check =
        |resume: &str| with(&["kpi-check", "teacher", "-", "--input-format", "markdown"], resume, &[]).refused();
    assert!(check("").contains("-: this is empty"));
    let skills = check("# Skills\n\n- Python\n- SQL\n");
    assert!(skills.contains("none of its lines says what you did"), "{skills}");
    assert!(rolefit(&["kpi-check", "teacher", "no.md"]).refused().contains("no.md: there is no such file"));
}

#[test]
fn markdown_is_a_table_of_kpis_and_one_of_activities() {
    let text = rolefit(&[&WEAK[..], &["--format", "markdown"]].concat()).ok();
    assert!(text.starts_with("# Back-End Developer: examples/weak-resume.md\n\n## KPIs\n"), "{text}");
    assert!(text.contains("| Strength | Score | Activity | Best line | Next |"), "{text}");
    assert!(text.contains("- line 16: Arranged the window display each month"), "{text}");
}

#[test]
fn every_role_can_be_checked_against() {
    for role in rolefit(&["roles", "--format", "json"]).json().as_array().expect("roles") {
        rolefit(&["kpi-check", role["id"].as_str().expect("an id"), "examples/resume.md"]).ok();
    }
}

#[test]
fn every_format_goes_to_a_file_that_is_replaced_only_when_told() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("report").to_str().expect("UTF-8").to_owned();
    for format in ["table", "json", "jsonl", "csv", "markdown"] {
        let check = |more: &[&str]| rolefit(&[&GOOD[..], &["--format", format], more].concat());
        let said = check(&["-o", &path, "--force"]);
        assert_eq!(said.status, 0, "{}", said.err);
        assert!(said.out.starts_with(&format!("{path}: Back-End Developer, ")), "{}", said.out);
        assert_eq!(fs::read_to_string(&path).expect("written"), check(&[]).out);
        assert!(check(&["-o", &path]).refused().contains("say --force to replace it"));
    }
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1, "nothing else is left behind");
}

#[test]
fn what_is_read_is_never_written_over() {
    let (_folder, role) = file("a.yaml", "title: A\nkpis:\n  - name: Unit tests\n");
    let (folder, resume) = file("resume.md", "- Wrote 40 unit tests\n");
    let folder = folder.path().to_str().expect("UTF-8");
    for resumes in [&resume, folder] {
        for target in [&resume, &role] {
            let args = ["kpi-check", &role, resumes, "-o", target, "--force"];
            assert!(rolefit(&args).refused().contains("this is the file to be read"));
        }
    }
    let records = ["kpi-check", &role, "--jsonl-input", &resume, "-o", &resume, "--force"];
    assert!(rolefit(&records).refused().contains("this is the file to be read"));
    assert_eq!(fs::read_to_string(&resume).expect("a file"), "- Wrote 40 unit tests\n");
}
