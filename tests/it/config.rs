//! `rolefit.yaml` and `init`.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::rolefit_in;

const ROLE: &str = "title: Clerk\nkpis:\n  - name: Unit tests\n    keywords: [unit tests]\n  - name: Honey yield\n    keywords: [honey]\n";
const RESUME: &str = "- Wrote 40 unit tests\n- Sang in the choir of the town {.music}\n";

/// A folder with a role spec, a resume and this configuration.
fn folder(config: &str) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in [("clerk.yaml", ROLE), ("resume.txt", RESUME), ("rolefit.yaml", config)] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn percent(folder: &Path, args: &[&str]) -> serde_json::Value {
    let report = rolefit_in(folder, &[&["kpi-check", "--format", "json"], args].concat()).json();
    report["coverage"].clone()
}

#[test]
fn answers_are_held_against_the_resume_of_the_file() {
    let questions = "questions:\n  - {text: Tell me about a test you wrote., topics: [Tests]}\n";
    let folder = folder("role: clerk.yaml\nresume: resume.txt\n");
    fs::write(folder.path().join("clerk.yaml"), ROLE.to_owned() + questions).expect("written");
    rolefit_in(folder.path(), &["draft", "answers", "-o", "answers.md"]).ok();
    let named = |args: &[&str]| {
        let check = rolefit_in(folder.path(), &[&["answer-check"], args, &["answers.md", "--format", "json"]].concat());
        check.json()["resume"]["path"].clone()
    };
    assert_eq!(named(&[]), "resume.txt");
    assert_eq!(named(&["clerk.yaml", "--no-config"]), serde_json::Value::Null);
    fs::write(folder.path().join("other.txt"), RESUME).expect("written");
    assert_eq!(named(&["--resume", "other.txt"]), "other.txt");
    let said = rolefit_in(folder.path(), &["practice"]).ok();
    assert!(said.contains("Tell me about a test you wrote."), "{said}");
}

#[test]
fn a_bare_check_takes_role_and_resume_from_the_file() {
    let folder = folder("role: clerk.yaml\nresume: resume.txt\n");
    let report = rolefit_in(folder.path(), &["kpi-check", "--format", "json"]).json();
    assert_eq!((report["role"]["id"].as_str(), report["resume"]["path"].as_str()), (Some("clerk"), Some("resume.txt")));
    assert_eq!(report.get("weights"), None);
    for args in [&["show"][..], &["questions"], &["stages"], &["explain", "Wrote 40 unit tests"]] {
        assert!(rolefit_in(folder.path(), args).ok().starts_with("Clerk\n"), "{args:?}");
    }
    let diff = rolefit_in(folder.path(), &["diff", "resume.txt", "resume.txt", "--format", "json"]).json();
    assert_eq!(diff["role"]["id"], "clerk");
}

#[test]
fn the_nearest_file_above_the_resume_counts() {
    let folder = folder("role: clerk.yaml\n");
    let deep = folder.path().join("old/2020");
    fs::create_dir_all(&deep).expect("folders");
    fs::write(deep.join("cv.txt"), RESUME).expect("written");
    let check = |args: &[&str]| rolefit_in(folder.path(), &[&["kpi-check", "--format", "json"], args].concat());
    assert_eq!(check(&["old/2020/cv.txt"]).json()["role"]["id"], "clerk");
    fs::write(deep.join("rolefit.yaml"), "role: teacher\n").expect("written");
    assert_eq!(check(&["old/2020/cv.txt"]).json()["role"]["id"], "teacher");
    assert_eq!(rolefit_in(&deep, &["kpi-check", "cv.txt", "--format", "json"]).json()["role"]["id"], "teacher");
    let cohort = check(&["old/2020/cv.txt", "resume.txt"]);
    assert!(cohort.err.contains("2 read, 0 failed"), "two files without a role are two resumes: {}", cohort.err);
}

#[test]
fn the_command_line_goes_before_the_file() {
    let folder = folder("role: clerk.yaml\nresume: none.txt\nmin-coverage: 90\n");
    let check = |args: &[&str]| rolefit_in(folder.path(), &[&["kpi-check"], args].concat());
    assert!(check(&[]).refused().contains("none.txt: there is no such file"));
    let below = check(&["resume.txt"]);
    assert_eq!(below.status, 1);
    assert!(below.err.contains("50%, and at least 90% is asked for"), "{}", below.err);
    check(&["resume.txt", "--min-coverage", "50"]).ok();
    assert!(check(&["teacher", "resume.txt", "--min-coverage", "0"]).ok().starts_with("Teacher "));
    assert!(check(&["resume.txt", "--no-config"]).status == 2);
    fs::write(folder.path().join("other.yaml"), "role: teacher\nresume: resume.txt\n").expect("written");
    assert!(check(&["--config", "other.yaml"]).ok().starts_with("Teacher "));
    assert!(
        check(&["--config", "absent.yaml"])
            .refused()
            .contains("absent.yaml: this configuration cannot be read: there is no such file")
    );
}

#[test]
fn weights_change_the_share_and_the_report_says_which() {
    let folder = folder("role: clerk.yaml\nresume: resume.txt\nweights:\n  Unit tests: 3\nmin-coverage: 75\n");
    let coverage = percent(folder.path(), &[]);
    assert_eq!(coverage["weighted_kpis"], serde_json::json!({"covered": 3, "total": 4}));
    assert_eq!(coverage["kpis"]["covered"], 1);
    let report = rolefit_in(folder.path(), &["kpi-check", "--format", "json"]).json();
    assert_eq!(report["weights"], serde_json::json!([{"id": "unit-tests", "weight": 3}]));
    assert!(rolefit_in(folder.path(), &["kpi-check"]).ok().contains("75% by weight: unit-tests ×3"));
    let markdown = rolefit_in(folder.path(), &["kpi-check", "--format", "markdown"]).ok();
    assert!(markdown.contains("75% by weight: unit-tests ×3."), "{markdown}");
    assert_eq!(percent(folder.path(), &["--no-config", "clerk.yaml", "resume.txt"]).get("weighted_kpis"), None);
}

#[test]
fn a_cohort_has_the_share_by_weight_of_every_resume() {
    let folder = folder("role: clerk.yaml\nresumes: [resume.txt, other.txt]\nweights:\n  Unit tests: 3\n");
    fs::write(folder.path().join("other.txt"), "- Raised the honey yield to 40 kg a hive\n").expect("written");
    let check = |format| rolefit_in(folder.path(), &["kpi-check", "--format", format]);
    let table = check("table").out;
    assert!(table.contains("BY WEIGHT") && table.contains("75% ") && table.contains("25% "), "{table}");
    assert!(table.contains("unit-tests ×3; the other KPIs count 1."), "{table}");
    let report: serde_json::Value = serde_json::from_str(&check("json").out).expect("JSON");
    assert_eq!(report["weights"], serde_json::json!([{"id": "unit-tests", "weight": 3}]));
    assert_eq!(report["resumes"][1]["coverage"]["weighted_kpis"], serde_json::json!({"covered": 1, "total": 4}));
    let markdown = check("markdown").out;
    assert!(markdown.contains("| By weight |") && markdown.contains("| 25% |"), "{markdown}");
    let page = check("html").out;
    assert!(page.contains(">By weight</th>") && page.contains("data-value=\"25.0\">25%</td>"), "{page}");
}

#[test]
fn a_weight_for_no_kpi_is_shown_where_it_stands() {
    let folder = folder("role: clerk.yaml\nresume: resume.txt\nweights:\n  unit-test: 3\n");
    let error = rolefit_in(folder.path(), &["kpi-check"]).refused();
    assert!(
        error.contains("rolefit.yaml:4:3: the role clerk has no KPI called `unit-test`")
            && error.contains("  ^^^^^^^^^ did you mean `unit-tests`?"),
        "{error}"
    );
    fs::write(folder.path().join("rolefit.yaml"), "role: clerk.yaml\nweights: {unit-tests: 0, honey-yield: 0}\n")
        .expect("written");
    assert!(rolefit_in(folder.path(), &["kpi-check", "resume.txt"]).refused().contains("every KPI has the weight 0"));
}

#[test]
fn faults_are_shown_with_place_line_and_mend() {
    for (config, told) in [
        ("rol: teacher\n", ["rolefit.yaml:1:1: unknown key `rol`", "1 | rol: teacher", "did you mean `role`?"]),
        (
            "resume: /etc/passwd\n",
            ["rolefit.yaml:1:9: `/etc/passwd` leads out", "1 | resume: /etc/passwd", "name one in it"],
        ),
        ("output: x\n", ["rolefit.yaml:1:1: unknown key `output`", "1 | output: x", "keys here: "]),
        (
            "role: softwre\n",
            [
                "rolefit.yaml:1:7: no role is called `softwre`",
                "1 | role: softwre",
                "did you mean `back-end-developer`?",
            ],
        ),
        (
            "role: teacher\nresume: nope.md\n",
            ["rolefit.yaml:2:9: nope.md: there is no such file", "2 | resume: nope.md", "name a resume's file"],
        ),
        (
            "min-coverage: sixty\n",
            ["rolefit.yaml:1:15: `sixty` is no share in percent", "^^^^^", "write a number from 0 to 100, such as 60"],
        ),
        (
            "weights: {unit-tests: high}\n",
            ["rolefit.yaml:1:23: `high` is no weight", "^^^^", "write a whole number from 0 to 100, such as 2"],
        ),
        (
            "role: teacher\nresume: resume.txt\nweights:\n  speed: 3\n",
            [
                "rolefit.yaml:4:3: the role teacher has no KPI called `speed`",
                "^^^^^",
                "`rolefit show teacher --section kpis`",
            ],
        ),
    ] {
        let error = rolefit_in(folder(config).path(), &["kpi-check"]).refused();
        assert!(told.iter().all(|part| error.contains(part)), "{error}");
    }
}

#[test]
fn what_nobody_named_is_asked_for() {
    let empty = folder("");
    assert!(rolefit_in(empty.path(), &["kpi-check"]).refused().contains("write `role: …` into rolefit.yaml"));
    assert!(rolefit_in(empty.path(), &["kpi-check", "clerk.yaml"]).refused().contains("no resume is named"));
    let bare = TempDir::new().expect("a folder");
    assert!(rolefit_in(bare.path(), &["show"]).refused().contains("`rolefit init`"));
}

#[test]
fn tags_of_the_file_pick_lines() {
    let folder = folder("role: clerk.yaml\nresume: resume.txt\ntags: [music]\n");
    let resume = format!("{RESUME}- Kept the books of the shop {{.office}}\n");
    fs::write(folder.path().join("resume.txt"), resume).expect("written");
    let lines = |args: &[&str]| {
        let report = rolefit_in(folder.path(), &[&["kpi-check", "--format", "json"], args].concat()).json();
        report["lines"].as_array().expect("lines").len()
    };
    assert_eq!((lines(&[]), lines(&["--no-config", "clerk.yaml", "resume.txt"])), (2, 3));
    fs::write(folder.path().join("rolefit.yaml"), "role: clerk.yaml\nresume: resume.txt\ntags: [dance]\n")
        .expect("written");
    assert!(rolefit_in(folder.path(), &["kpi-check"]).refused().contains("no line has the tag \"dance\""));
}

#[test]
fn rules_of_the_file_are_silent_wherever_advice_is_given() {
    let folder = folder("role: clerk.yaml\nresume: resume.txt\n");
    let config = folder.path().join("rolefit.yaml");
    fs::write(folder.path().join("resume.txt"), "- Responsible for the shop\n- Wrote 40 unit tests\n")
        .expect("written");
    let advised = |args: &[&str]| rolefit_in(folder.path(), &[&["advise", "--format", "brief"], args].concat());
    let checked =
        || rolefit_in(folder.path(), &["kpi-check", "--format", "json"]).json()["lines"][0]["advice"].to_string();
    assert!(advised(&[]).ok().contains(": weak-opener: ") && checked().contains("weak-opener"));
    let drafted = || rolefit_in(folder.path(), &["draft", "lines"]).ok().contains("begins with");
    assert!(drafted());
    fs::write(&config, "role: clerk.yaml\nresume: resume.txt\nignore: [weak-opener]\n").expect("written");
    assert!(!advised(&[]).ok().contains(": weak-opener: ") && !checked().contains("weak-opener"));
    assert!(!drafted(), "what is silenced weakens no line of a worksheet");
    assert!(advised(&["--no-config", "resume.txt"]).ok().contains(": weak-opener: "));
    assert!(advised(&["--only", "weak-opener"]).ok().contains(": weak-opener: "), "the command line goes first");
    fs::write(&config, "resume: resume.txt\nignore:\n  - weak-openers\n").expect("written");
    let slip = advised(&[]);
    let warning = "warning: rolefit.yaml:3:5: no rule is called \"weak-openers\"; did you mean \"weak-opener\"?\n";
    assert_eq!((slip.status, slip.err.as_str()), (0, warning));
    fs::write(&config, "ignore: [zzyzx]\n").expect("written");
    assert!(
        advised(&["resume.txt"])
            .err
            .contains("rolefit.yaml:1:10: no rule is called \"zzyzx\". `rolefit advise --rules`")
    );
}

#[test]
fn init_writes_a_file_that_works_and_replaces_none_unasked() {
    let folder = folder("");
    let path = folder.path().join("rolefit.yaml");
    let init = |args: &[&str]| rolefit_in(folder.path(), &[&["init"], args].concat());
    assert!(init(&["--role", "clerk.yaml", "--resume", "resume.txt"]).refused().contains("Edit it, or say --force"));
    assert_eq!(fs::read_to_string(&path).expect("read"), "");
    fs::remove_file(&path).expect("removed");
    let told = init(&["--role", "clerk.yaml", "--resume", "resume.txt"]).ok();
    assert_eq!(told, "rolefit.yaml is written for Clerk. Next: rolefit kpi-check\n");
    let text = fs::read_to_string(&path).expect("read");
    assert!(text.contains("role: clerk.yaml\n") && text.contains("#   unit-tests: 1\n"), "{text}");
    assert!(rolefit_in(folder.path(), &["kpi-check"]).ok().starts_with("Clerk "));
    init(&["--role", "Backend Developer", "--force"]).ok();
    assert!(fs::read_to_string(&path).expect("read").contains("role: back-end-developer\n"));
}

#[test]
fn init_refuses_what_it_could_not_write_down() {
    let bare = TempDir::new().expect("a folder");
    let refused = |args: &[&str]| rolefit_in(bare.path(), &[&["init"], args].concat()).refused();
    assert!(refused(&[]).contains("no role is named. Give --role"));
    assert!(refused(&["--resume", "a.md"]).contains("--resume needs --role"));
    assert!(refused(&["--role", "techer"]).contains("did you mean"));
    assert!(refused(&["--role", "teacher", "--resume", "none.md"]).contains("none.md: there is no such file"));
    assert!(refused(&["--role", "teacher", "--resume", "../a.md"]).contains("in its folder or below it"));
    assert!(!bare.path().join("rolefit.yaml").exists());
}

#[test]
fn the_file_where_one_stands_serves_a_resume_that_has_none_above_it() {
    let folder = folder("role: clerk.yaml\n");
    let elsewhere = TempDir::new().expect("a folder");
    let resume = elsewhere.path().join("cv.txt");
    fs::write(&resume, RESUME).expect("written");
    let resume = resume.to_str().expect("UTF-8");
    let deep = folder.path().join("deep");
    fs::create_dir(&deep).expect("a folder");
    let role = |from: &Path| {
        rolefit_in(from, &["kpi-check", resume, "--format", "json"]).json()["role"]["id"].as_str().map(str::to_owned)
    };
    assert_eq!(role(folder.path()).as_deref(), Some("clerk"));
    assert_eq!(role(&deep).as_deref(), Some("clerk"), "and above it");
    let own = elsewhere.path().join("rolefit.yaml");
    fs::write(&own, "role: teacher\n").expect("written");
    assert_eq!(role(folder.path()).as_deref(), Some("teacher"), "the resume's own goes first");
    fs::write(&own, "rol: teacher\n").expect("written");
    let name = elsewhere.path().file_name().and_then(|name| name.to_str()).expect("a name");
    let error = rolefit_in(folder.path(), &["kpi-check", resume]).refused();
    assert!(error.starts_with(&format!("error: ../{name}/rolefit.yaml:1:1: ")), "from where one stands: {error}");
    fs::write(folder.path().join("rolefit.yaml"), "rol: teacher\n").expect("written");
    let error = rolefit_in(&deep, &["show"]).refused();
    assert!(error.starts_with("error: ../rolefit.yaml:1:1: "), "{error}");
}

#[test]
fn a_fault_in_a_file_that_nobody_named_says_how_to_go_on_without_it() {
    let folder = folder("foo: 1\n");
    for args in
        [&["fit", "resume.txt"][..], &["lines", "resume.txt"], &["questions"], &["kpi-check", "teacher", "resume.txt"]]
    {
        let error = rolefit_in(folder.path(), args).refused();
        assert!(error.ends_with("\n`--no-config` goes on without this file\n"), "{args:?}: {error}");
        assert!(error.contains("rolefit.yaml:1:1: unknown key `foo`"), "{error}");
    }
    rolefit_in(folder.path(), &["fit", "resume.txt", "--no-config"]).ok();
    let named = rolefit_in(folder.path(), &["fit", "resume.txt", "--config", "rolefit.yaml"]).refused();
    assert!(!named.contains("--no-config"), "{named}");
}

#[test]
fn a_folder_in_the_file_is_a_cohort_and_for_one_resume_it_is_told() {
    let folder = folder("role: clerk.yaml\nresume: .\n");
    fs::write(folder.path().join("other.txt"), RESUME).expect("written");
    let report = rolefit_in(folder.path(), &["kpi-check", "--format", "json"]);
    assert!(report.err.contains("2 read, 0 failed"), "{}", report.err);
    for command in [&["fit"][..], &["lines"], &["draft", "lines"]] {
        let error = rolefit_in(folder.path(), command).refused();
        assert!(error.contains("rolefit.yaml:2:9: this is a folder, and `rolefit "), "{error}");
        assert!(error.contains(" is for one resume\n"), "{error}");
    }
}

#[test]
fn an_unknown_kpi_is_looked_up_in_the_spec_as_it_was_named() {
    let folder = folder("role: clerk.yaml\nresume: resume.txt\nweights:\n  zzyzx: 3\n");
    let error = rolefit_in(folder.path(), &["kpi-check"]).refused();
    assert!(error.contains("`rolefit show clerk.yaml --section kpis` lists them"), "{error}");
}
