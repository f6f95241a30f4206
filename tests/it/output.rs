//! Colours, pipes, help and the rest that every command shares.

use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::support::{rolefit, rolefit_in, with};

const CHECK: [&str; 3] = ["kpi-check", "back-end-developer", "examples/resume.md"];

#[test]
fn colour_comes_on_demand_and_never_unasked_into_a_pipe() {
    let coloured = |color: &[&str], variables: &[(&str, &str)]| {
        with(&[&CHECK, color].concat(), "", variables).ok().contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]));
    assert!(!coloured(&["--color", "never"], &[]));
    assert!(coloured(&["--color", "always"], &[]));
    assert!(!coloured(&["--color", "auto"], &[("NO_COLOR", "1")]));
}

#[test]
fn colour_changes_no_word() {
    let coloured = with(&[&CHECK[..], &["--color", "always"]].concat(), "", &[]).ok();
    let bare = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(bare, rolefit(&CHECK).ok());
}

#[test]
fn no_line_ends_in_blanks() {
    for args in [&CHECK[..], &["roles"], &["stages", "teacher"], &["questions", "teacher"], &["show", "teacher"]] {
        let text = rolefit(args).ok();
        assert!(text.lines().all(|line| line == line.trim_end()), "{text}");
    }
}

#[test]
fn a_reader_that_has_enough_ends_the_program_quietly() {
    let mut child = Command::new(assert_cmd::cargo::cargo_bin!("rolefit"))
        .args(["show", "back-end-developer"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    drop(child.stdout.take());
    let status = child.wait().expect("it ends");
    assert_eq!(status.code(), Some(0));
    let errors = BufReader::new(child.stderr.take().expect("standard error")).lines().count();
    assert_eq!(errors, 0);
}

#[test]
fn help_has_examples_and_the_statuses() {
    let help = rolefit(&["--help"]).ok();
    assert!(help.contains("Examples:") && help.contains("Exit status: 0 done; 1"), "{help}");
    for command in ["kpi-check", "roles", "show", "questions", "stages", "lines", "explain"] {
        assert!(rolefit(&[command, "--help"]).ok().contains("Example"), "{command}");
    }
    assert!(rolefit(&["draft", "answers", "--help"]).ok().contains("Example"));
}

#[test]
fn the_version_is_told() {
    // A release build tells its commit too.
    let told = rolefit(&["--version"]).ok();
    let version = told.trim_end().strip_prefix(concat!("rolefit ", env!("CARGO_PKG_VERSION"))).expect("the version");
    let commit = regex::Regex::new(r"^( \([0-9a-f]{12}\+?\))?$").expect("a pattern");
    assert!(commit.is_match(version), "{told}");
    assert!(!cfg!(debug_assertions) || version.is_empty(), "{told}");
}

#[test]
fn bad_usage_ends_with_2() {
    assert!(rolefit(&["kpi-chek"]).refused().contains("kpi-check"));
    rolefit(&["roles", "--format", "xml"]).refused();
    rolefit(&["roles", "--color", "blue"]).refused();
    rolefit(&["kpi-check", "teacher"]).refused();
    assert_eq!(rolefit(&[]).status, 2);
}

#[test]
fn a_strange_width_is_borne() {
    for columns in ["0", "1", "-5", "wide", "100000000"] {
        with(&["roles"], "", &[("COLUMNS", columns)]).ok();
        with(&CHECK, "", &[("COLUMNS", columns)]).ok();
    }
}

#[test]
fn what_stands_below_and_beside_tables_keeps_the_width_too() {
    for args in [
        &["lines", "examples/resume.md"][..],
        &["explain", "back-end-developer", "SQL, Python, Go"],
        &["explain", "back-end-developer", "Cut p95 latency by 40% with Redis caching"],
        &["kpi-check", "back-end-developer", "examples/resume.md", "examples/weak-resume.md"],
        &["roles", "--search", "zzyzx"],
        &["questions", "teacher", "--search", "zzyzx"],
    ] {
        let run = with(args, "", &[("COLUMNS", "40")]);
        assert_eq!(run.status, 0, "{}", run.err);
        for line in run.out.lines().chain(run.err.lines()) {
            assert!(line.chars().count() <= 40, "{args:?}: {line}");
        }
    }
}

#[test]
fn a_search_without_a_hit_says_what_else_to_try() {
    let roles = rolefit(&["roles", "--search", "zzyzx"]).ok();
    assert!(roles.starts_with("No role speaks of \"zzyzx\".") && roles.contains("`rolefit roles`"), "{roles}");
    let questions = rolefit(&["questions", "teacher", "--search", "zzyzx"]).ok();
    assert!(questions.contains("0 of 22 questions. Try fewer or other words; `--topics`"), "{questions}");
}

#[test]
fn help_is_no_source_text() {
    for command in ["kpi-check", "advise", "lint", "compare", "answer-check"] {
        let help = rolefit(&[command, "--help"]).ok();
        assert!(!help.contains("`JUnit`") && !help.contains("\\\""), "{command}: {help}");
    }
}

#[test]
fn a_backup_is_named_as_its_file_was() {
    let folder = TempDir::new().expect("a folder");
    for (name, example) in [("weak.md", "examples/weak-resume.md"), ("resume.md", "examples/resume.md")] {
        fs::copy(example, folder.path().join(name)).expect("copied");
    }
    let draft = |resume: &str| {
        rolefit_in(folder.path(), &["draft", "lines", "back-end-developer", resume, "-o", "./lines.md"]).ok()
    };
    assert!(draft("weak.md").starts_with("./lines.md: "));
    let told = draft("resume.md");
    assert!(told.starts_with("./lines.md: ") && told.ends_with("As it was: ./lines.md.bak\n"), "{told}");
}

#[test]
fn the_name_of_the_output_file_says_the_format() {
    let folder = TempDir::new().expect("a folder");
    fs::copy("examples/weak-resume.md", folder.path().join("resume.md")).expect("the example is there");
    let written = |args: &[&str], name: &str| {
        // Of many resumes, a summary is told beside.
        let _ = rolefit_in(folder.path(), &[args, &["-o", name]].concat());
        fs::read_to_string(folder.path().join(name)).expect("it is written")
    };
    let check = ["kpi-check", "back-end-developer", "resume.md"];
    assert!(written(&check, "report.html").starts_with("<!DOCTYPE html>"));
    assert!(written(&check, "report.JSON").starts_with("{\n"));
    assert!(written(&check, "report.csv").starts_with("path,"));
    assert!(written(&check, "report.md").starts_with("# "));
    assert!(written(&check, "report.xml").starts_with("<?xml"));
    assert!(written(&check, "report.txt").starts_with("Back-End Developer"));
    assert!(written(&["advise", "resume.md"], "advice.sarif").contains("\"version\": \"2.1.0\""));
    let asked = [&check[..], &["--format", "csv"]].concat();
    assert!(written(&asked, "asked.html").starts_with("path,"), "--format goes before the name");
}

#[test]
fn a_name_that_asks_for_what_is_not_written_is_refused() {
    let folder = TempDir::new().expect("a folder");
    fs::copy("examples/weak-resume.md", folder.path().join("resume.md")).expect("the example is there");
    let refused = |args: &[&str]| rolefit_in(folder.path(), args).refused();
    let check = |name| refused(&["kpi-check", "back-end-developer", "resume.md", "-o", name]);
    assert!(check("report.pdf").contains("no .pdf is written here. Name report.html, which can be printed to PDF"));
    assert!(check("report.docx").contains("Name report.html, which word processors open"));
    assert!(check("all.xlsx").contains("Name all.csv, which spreadsheets open"));
    assert!(refused(&["advise", "resume.md", "-o", "a.html"]).contains("no .html is written here. Name a.md"));
    let error = check("reports/one.html");
    assert!(error.contains("reports/one.html: there is no folder reports. Make it first"), "{error}");
}
