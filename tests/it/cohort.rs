use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Run, all, rolefit, with};

const ROLE: &str = "back-end-developer";
const GOOD: &str =
    "## Work\n\n- Raised unit test coverage from 45% to 82%\n- Cut p95 latency by 40% with Redis caching\n";
const POOR: &str = "## Work\n\n- Arranged the window display each month\n";

/// A folder with these files; names may have folders in them.
fn folder(files: &[(&str, &str)]) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, content).expect("written");
    }
    let path = folder.path().to_str().expect("UTF-8").to_owned();
    (folder, path)
}

fn check(more: &[&str]) -> Run {
    rolefit(&[&["kpi-check", ROLE], more].concat())
}

/// The names of the files at the beginnings of CSV rows.
fn csv_names(csv: &str) -> Vec<String> {
    let path = |row: &str| row.split(',').next().expect("a cell").to_owned();
    let name = |path: String| Path::new(&path).file_name().expect("a name").to_str().expect("UTF-8").to_owned();
    csv.lines().skip(1).map(|row| name(path(row))).collect()
}

fn lines(jsonl: &str) -> Vec<Value> {
    jsonl.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn json_is_one_object_of_resumes_counts_and_failures() {
    let (_folder, path) = folder(&[("a.md", GOOD), ("b.md", POOR), ("c.md", ""), ("d.rtf", "{\\rtf1 x}")]);
    let run = check(&[&path, "--format", "json"]);
    assert_eq!((run.status, run.err.as_str()), (2, "summary: 4 resumes given: 2 read, 2 failed\n"));
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((&report["schema_version"], &report["role"]["id"]), (&1.into(), &ROLE.into()));
    assert!(report["matcher_version"].is_u64());
    let resumes = report["resumes"].as_array().expect("a list");
    assert_eq!(all(&report["resumes"], "path"), [format!("{path}/a.md"), format!("{path}/b.md")]);
    assert_eq!(all(&report["resumes"], "format"), ["markdown", "markdown"]);
    let gaps = |resume: &Value| resume["gaps"].as_array().expect("a list").len() as u64;
    for resume in resumes {
        let kpis = &resume["coverage"]["kpis"];
        assert_eq!(kpis["covered"].as_u64().expect("a count") + gaps(resume), kpis["total"].as_u64().expect("a count"));
    }
    assert!(resumes[0]["strongest"]["id"].is_string() && resumes[0]["strongest"]["score"].is_f64());
    assert!(resumes[1]["strongest"].is_null());
    let cohort = &report["cohort"];
    assert_eq!((&cohort["read"], &cohort["failed"], &cohort["given"]), (&2.into(), &2.into(), &4.into()));
    let covered = |list: &Value| list.as_array().expect("a list").iter().filter(|c| c["covered"] == 1).count();
    assert_eq!(covered(&cohort["kpis"]) as u64, resumes[0]["coverage"]["kpis"]["covered"].as_u64().expect("a count"));
    assert_eq!(cohort["activities"].as_array().expect("a list").len(), 10);
    assert_eq!(all(&report["failures"], "path"), [format!("{path}/c.md"), format!("{path}/d.rtf")]);
    assert!(all(&report["failures"], "reason")[0].starts_with("this is empty"));
    assert!(all(&report["failures"], "reason")[1].starts_with("this is an RTF document"));
}

#[test]
fn a_line_of_jsonl_is_the_report_of_one_resume() {
    let files = ["examples/resume.md", "examples/weak-resume.md", "no.md"];
    let run = check(&[&files[..], &["--format", "jsonl"]].concat());
    assert_eq!(run.status, 2);
    assert!(run.err.contains("not read: no.md: there is no such file"), "{}", run.err);
    assert!(run.err.ends_with("summary: 3 resumes given: 2 read, 1 failed\n"), "{}", run.err);
    let found = lines(&run.out);
    for (file, line) in files.iter().zip(&found[..2]) {
        assert_eq!(*line, check(&[file, "--format", "json"]).json());
    }
    assert_eq!(found.len(), 3);
    assert_eq!(found[2]["path"], "no.md");
    assert!(found[2]["error"].as_str().expect("a text").starts_with("there is no such file"));
}

#[test]
fn csv_has_a_row_a_resume_and_a_column_a_kpi() {
    let run = check(&["examples/resume.md", "examples/weak-resume.md", "no.md", "--format", "csv"]);
    assert_eq!(run.status, 2);
    let rows: Vec<Vec<&str>> = run.out.lines().map(|row| row.split(',').collect()).collect();
    assert_eq!(
        rows[0][..7],
        [
            "path",
            "kpis_covered",
            "kpis_strong",
            "kpis_total",
            "activities_covered",
            "activities_strong",
            "activities_total"
        ]
    );
    assert_eq!(rows[0][7], "code-quality");
    assert_eq!(rows.len(), 3);
    assert!(rows.iter().all(|row| row.len() == 17));
    let none = rows[2][7..].iter().filter(|cell| **cell == "none").count();
    assert_eq!(none.to_string(), (10 - rows[2][1].parse::<usize>().expect("a count")).to_string());
}

#[test]
fn a_cell_is_never_a_formula() {
    let names = ["=1+1.md", "+a.md", "-b.md", "@c.md", "\td.md"];
    let (_folder, path) = folder(&names.map(|name| (name, GOOD)));
    let mut command = assert_cmd::cargo_bin_cmd!("rolefit");
    let run = command.current_dir(&path).args(["kpi-check", ROLE, "--format", "csv", "--"]).args(names).output();
    let out = String::from_utf8(run.expect("the program runs").stdout).expect("UTF-8");
    for name in names.map(|name| name.replace('\t', " ")) {
        assert!(out.contains(&format!("\n'{name},")), "{name:?} in {out}");
    }
}

#[test]
fn table_and_markdown_show_resumes_kpis_and_gaps() {
    let files = ["examples/resume.md", "examples/weak-resume.md"];
    let table = check(&files);
    assert_eq!((table.status, table.err.as_str()), (0, "summary: 2 resumes given: 2 read, 0 failed\n"));
    assert!(table.out.contains("2 resumes read") && table.out.contains("STRONGEST KPI"), "{}", table.out);
    assert!(table.out.contains("\nresume.md ") && table.out.contains("named from examples/ on"), "{}", table.out);
    assert!(table.out.contains("\nCommonest gaps\n") && table.out.contains("1 of 2 without"), "{}", table.out);
    assert!(table.out.lines().all(|line| line.chars().count() <= 80), "{}", table.out);
    let markdown = check(&[&files[..], &["no.md", "--format", "markdown"]].concat()).out;
    assert!(markdown.starts_with("# Back-End Developer: 2 of 3 resumes read\n\n## Resumes\n"), "{markdown}");
    assert!(markdown.contains("\n## KPIs\n") && markdown.contains("\n## Not read\n\n- no.md: there is"), "{markdown}");
}

#[test]
fn a_folder_is_read_in_order_without_hidden_files_and_links() {
    let (_folder, path) = folder(&[
        ("b/z.md", GOOD),
        ("b/a.txt", POOR),
        ("c.md", GOOD),
        ("a.md", GOOD),
        (".hidden.md", GOOD),
        (".git/x.md", GOOD),
    ]);
    let (_outside, other) = folder(&[("secret.md", GOOD)]);
    #[cfg(unix)]
    for (target, link) in [(other.clone(), "d"), (format!("{other}/secret.md"), "e.md"), (path.clone(), "b/loop")] {
        std::os::unix::fs::symlink(target, Path::new(&path).join(link)).expect("a link");
    }
    let names = |more: &[&str]| csv_names(&check(&[&[path.as_str(), "--format", "csv"], more].concat()).out);
    assert_eq!(names(&[]), ["a.md", "a.txt", "z.md", "c.md"]);
    assert_eq!(names(&["--glob", "*.md"]), ["a.md", "z.md", "c.md"]);
    assert_eq!(names(&["--glob", "*.txt", "--glob", "c.*"]), ["a.txt", "c.md"]);
    assert_eq!(names(&["--glob", "b/*.md"]), ["z.md"]);
    assert!(check(&[&path, "--glob", "[", "--format", "csv"]).refused().contains("is no pattern"));
}

#[test]
fn what_the_program_wrote_beside_resumes_is_none_of_them() {
    let (_folder, path) = folder(&[("a.md", GOOD), ("rolefit.yaml", "role: back-end-developer\n"), ("a.md.bak", GOOD)]);
    let resume = format!("{path}/a.md");
    let worksheet = format!("{path}/lines.md");
    rolefit(&["draft", "lines", "back-end-developer", &resume, "-o", &worksheet]).ok();
    rolefit(&["draft", "answers", "back-end-developer", &resume, "-o", &format!("{path}/answers.md")]).ok();
    let report = format!("{path}/report.html");
    rolefit(&["kpi-check", "back-end-developer", &resume, "--format", "html", "-o", &report]).ok();
    let schema = rolefit(&["schema"]).ok();
    fs::write(format!("{path}/role-spec.schema.json"), schema).expect("written");
    for (format, ending) in [
        ("json", "json"),
        ("jsonl", "jsonl"),
        ("csv", "csv"),
        ("sarif", "sarif"),
        ("junit", "xml"),
        ("markdown", "md"),
        ("table", "txt"),
    ] {
        let to = format!("{path}/report.{ending}");
        check(&[&resume, "--format", format, "-o", &to]);
    }
    fs::copy(format!("{path}/report.sarif"), format!("{path}/sarif.json")).expect("copied");
    let cohort = check(&[&path, "--format", "csv"]);
    assert_eq!((cohort.status, csv_names(&cohort.out)), (0, vec!["a.md".to_owned()]), "{}", cohort.err);
    assert!(cohort.err.starts_with("skipped: 13 files that rolefit wrote ("), "{}", cohort.err);
    assert!(!check(&[&path, "--pseudonyms"]).err.contains("lines.md"), "no names");
    let named = check(&[&resume, &worksheet, "--format", "csv"]).out;
    assert_eq!(csv_names(&named), ["a.md", "lines.md"], "who names it means it");
}

#[test]
fn a_posting_and_a_resume_in_another_language_are_warned_of() {
    let posting = "# Clerk\n\n## What you'll do\n\n- Wrap hats\n\n## Benefits\n\n- A hat a year\n";
    let german = "- Leitung eines Teams von fünf Entwicklern und Einführung von Code Reviews\n\
        - Verantwortlich für die Entwicklung der neuen Schnittstellen mit den Kunden\n\
        - Senkung der Kosten für den Betrieb um 40 Prozent durch die Umstellung\n";
    let (_folder, path) = folder(&[("a.md", GOOD), ("b.md", posting), ("c.md", german)]);
    let run = check(&[&path, "--format", "csv"]);
    assert_eq!((run.status, csv_names(&run.out).len()), (0, 3));
    assert!(run.err.contains(&format!("{path}/b.md: this reads like a job posting, and no resume")), "{}", run.err);
    assert!(run.err.contains(&format!("{path}/c.md: this reads like German")), "{}", run.err);
    assert!(!run.err.contains("a.md"), "{}", run.err);
}

#[test]
fn an_empty_folder_is_refused() {
    let (_folder, path) = folder(&[("a.md", GOOD)]);
    let none = check(&[&path, "--glob", "*.pdf"]).refused();
    assert!(none.contains("there is no file like *.pdf in it"), "{none}");
    let (_folder, path) = folder(&[]);
    assert!(check(&[&path]).refused().contains("there is no file in it to read"));
}

#[test]
fn a_folder_of_one_is_a_cohort_and_a_file_alone_is_not() {
    let (_folder, path) = folder(&[("a.md", GOOD)]);
    let run = check(&[&path, "--format", "json"]);
    let cohort: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((run.status, &cohort["cohort"]["given"]), (0, &1.into()));
    assert!(check(&[&format!("{path}/a.md"), "--format", "json"]).json()["criteria"].is_array());
}

#[test]
fn a_file_that_is_named_twice_counts_once_with_a_warning() {
    let (_folder, path) = folder(&[("a.md", GOOD), ("b.md", POOR)]);
    let (a, b) = (format!("{path}/a.md"), format!("{path}/b.md"));
    let run = check(&[&a, &b, &a, "--format", "csv"]);
    assert_eq!(csv_names(&run.out), ["a.md", "b.md"]);
    assert!(run.err.starts_with(&format!("warning: {a}: this is named twice, and counts once\n")), "{}", run.err);
    assert!(run.err.contains("2 resumes given: 2 read, 0 failed"), "{}", run.err);
    let run = check(&[&path, &format!("{path}/./a.md"), "--format", "csv"]);
    assert_eq!(csv_names(&run.out), ["a.md", "b.md"]);
    assert!(run.err.contains(&format!("this is {a} once more, and counts once\n")), "{}", run.err);
    let run = check(&[&a, &b, &a, "--format", "csv", "--pseudonyms"]);
    assert_eq!(csv_names(&run.out), ["R001", "R002"]);
    assert!(run.err.starts_with("warning: a file is named twice, and counts once\n"), "{}", run.err);
}

#[test]
fn role_specs_in_a_folder_are_no_resumes() {
    let spec = "# mine\ntitle: Clerk\nkpis:\n  - name: Unit tests\n";
    let rendercv = "cv:\n  name: Jane Doe\n  sections:\n    experience:\n      - company: A\n        highlights:\n          - Cut p95 latency by 40% with Redis\n";
    let (_folder, path) = folder(&[
        ("a.md", GOOD),
        ("clerk.yaml", spec),
        ("broken.yml", "extends: clerk\nfoo: 1\n"),
        ("cv.yaml", rendercv),
    ]);
    let run = check(&[&path, "--format", "csv"]);
    assert_eq!((run.status, csv_names(&run.out)), (0, vec!["a.md".to_owned(), "cv.yaml".to_owned()]));
    assert!(
        run.err.starts_with(&format!("skipped: 2 role specs ({path}/broken.yml, {path}/clerk.yaml)\n")),
        "{}",
        run.err
    );
    let named = check(&[&path, &format!("{path}/clerk.yaml"), "--format", "csv"]);
    assert_eq!(named.status, 2, "who names it means it");
}

#[test]
fn pseudonyms_stand_wherever_names_would() {
    let (_folder, path) = folder(&[("jane-doe.md", GOOD), ("john-roe.rtf", "{\\rtf1 x}"), ("kim-poe.md", "")]);
    let missing = format!("{path}/lee-loe.md");
    for format in ["table", "json", "jsonl", "csv", "markdown"] {
        let args = [&path, &missing, "--format", format, "--pseudonyms"];
        let (run, again) = (check(&args), check(&args));
        let said = format!("{}{}", run.out, run.err);
        assert_eq!(said, format!("{}{}", again.out, again.err));
        for name in ["jane-doe", "john-roe", "kim-poe", "lee-loe", &path] {
            assert!(!said.contains(name), "{name} in {said}");
        }
        let codes = ["R001", "R002", "R003", "R004"];
        assert!(codes.iter().all(|code| said.contains(code)), "{format}: {said}");
    }
    let one = check(&[&format!("{path}/jane-doe.md"), "--pseudonyms", "--format", "json"]).json();
    assert_eq!(one["resume"]["path"], "R001");
    assert_eq!(check(&[&missing, "--pseudonyms"]).refused().split(": ").nth(1), Some("R001"));
}

#[test]
fn the_status_is_that_of_the_worst() {
    let (_folder, path) = folder(&[("a.md", GOOD), ("b.md", POOR)]);
    let status = |more: &[&str]| check(&[&[path.as_str()], more].concat()).status;
    assert_eq!(status(&[]), 0);
    assert_eq!(status(&["--min-coverage", "0"]), 0);
    assert_eq!(status(&["--min-coverage", "10"]), 1);
    assert_eq!(status(&["--min-coverage", "10", "no.md"]), 2);
    let below = check(&[&path, "--min-coverage", "10", "--format", "csv"]);
    assert!(below.err.contains("below minimum: 1 of 2 resumes below"), "{}", below.err);
}

#[test]
fn the_order_is_that_of_the_input_on_any_number_of_threads() {
    let long = GOOD.repeat(40);
    let names: Vec<String> = (0..300).map(|number| format!("{number:03}.md")).collect();
    let content = |at: usize| if at.is_multiple_of(37) { long.as_str() } else { [GOOD, POOR, ""][at % 3] };
    let files: Vec<(&str, &str)> = names.iter().enumerate().map(|(at, name)| (name.as_str(), content(at))).collect();
    let (_folder, path) = folder(&files);
    for format in ["csv", "jsonl", "json", "table"] {
        let on = |threads: &str| {
            let args = ["kpi-check", ROLE, &path, "--format", format];
            let run = with(&args, "", &[("RAYON_NUM_THREADS", threads)]);
            assert_eq!(run.status, 2);
            (run.out, run.err)
        };
        let one = on("1");
        assert_eq!(one, on("4"), "{format}");
        assert!(one.1.contains("300 resumes given: "));
    }
}

#[test]
fn standard_input_may_be_one_of_many() {
    let run = with(&["kpi-check", ROLE, "examples/resume.md", "-", "--format", "csv"], GOOD, &[]);
    assert_eq!((run.status, csv_names(&run.out)), (0, vec!["resume.md".to_owned(), "'-".to_owned()]));
}

#[cfg(feature = "pdf")]
#[test]
fn formats_may_be_mixed() {
    let run = check(&["tests/fixtures", "examples", "--glob", "*.{pdf,docx,md}", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    let formats = all(&report["resumes"], "format");
    assert!(["pdf", "docx", "markdown"].iter().all(|format| formats.contains(format)), "{formats:?}");
    let failed = all(&report["failures"], "path");
    assert_eq!(failed.iter().filter(|path| path.contains("/errors/")).count(), 4, "{failed:?}");
}
