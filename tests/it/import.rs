//! Pages and postings of the folder tests/fixtures/import, each held against what a person reads in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rolefit::import::{Imported, Kind, import, yaml};
use rolefit::role::{Item, RoleSpec, Weight, parse, topic_counts};
use serde::Deserialize;

use crate::support::{file, rolefit, with};

/// What a person reads in a fixture. An item is told by some words of its name or of its line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    title: String,
    function: Option<String>,
    about: Option<String>,
    #[serde(default)]
    activities: Vec<String>,
    #[serde(default)]
    kpis: Vec<String>,
    #[serde(default)]
    requirements: Vec<String>,
    #[serde(default)]
    stages: Vec<String>,
    #[serde(default)]
    questions: Vec<String>,
    topics: Option<BTreeMap<String, usize>>,
    must: Option<usize>,
    nice: Option<usize>,
}

/// Items that stand in the right list, in none, and in one that they do not belong in.
#[derive(Debug, Default, PartialEq, Eq)]
struct Score {
    right: usize,
    missed: usize,
    wrong: usize,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import")
}

/// The fixtures by name, each with what is expected of it.
fn fixtures() -> Vec<(String, Vec<u8>, Expected)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder()).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending != "yaml"));
    paths.sort();
    let read = |path: PathBuf| {
        let expected = fs::read_to_string(path.with_extension("expected.yaml")).expect("what is expected");
        let expected = serde_yaml::from_str(&expected).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.file_name().expect("a name").to_string_lossy().into_owned(), fs::read(&path).expect("read"), expected)
    };
    paths.into_iter().map(read).collect()
}

fn imported(name: &str, bytes: &[u8]) -> Imported {
    import(name, bytes, None).unwrap_or_else(|error| panic!("{error}"))
}

fn texts(items: &[Item]) -> Vec<String> {
    items.iter().map(|item| format!("{} {}", item.name, item.description.as_deref().unwrap_or_default())).collect()
}

/// Pairs what is expected with what was found.
fn compare(name: &str, what: &str, expected: &[String], found: &[String], score: &mut Score, faults: &mut Vec<String>) {
    let mut left: Vec<&String> = found.iter().collect();
    for words in expected {
        let at = left.iter().position(|text| text.to_lowercase().contains(&words.to_lowercase()));
        if let Some(at) = at {
            left.remove(at);
            score.right += 1;
        } else {
            score.missed += 1;
            faults.push(format!("{name}: {what} missed: {words}"));
        }
    }
    score.wrong += left.len();
    faults.extend(left.iter().map(|text| format!("{name}: {what} wrong: {text}")));
}

fn compare_spec(name: &str, expected: &Expected, spec: &RoleSpec, score: &mut Score, faults: &mut Vec<String>) {
    let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
    let stages: Vec<String> = spec.stages.iter().map(|stage| stage.name.clone()).collect();
    let questions: Vec<String> = spec.questions.iter().map(|question| question.text.clone()).collect();
    let mut lists = vec![
        ("title", vec![expected.title.clone()], vec![spec.title.clone()]),
        ("activity", expected.activities.clone(), texts(&spec.activities)),
        ("KPI", expected.kpis.clone(), texts(&spec.kpis)),
        ("requirement", expected.requirements.clone(), texts(&spec.requirements)),
        ("stage", expected.stages.clone(), stages),
        ("question", expected.questions.clone(), questions),
        ("function", one(&expected.function), one(&spec.function)),
    ];
    if expected.about.is_some() {
        lists.push(("about", one(&expected.about), one(&spec.about)));
    }
    for (what, expected, found) in &lists {
        compare(name, what, expected, found, score, faults);
    }
    if expected.title != spec.title {
        faults.push(format!("{name}: title is {}", spec.title));
    }
    let weighing = |weight| spec.requirements.iter().filter(|item| item.weight == Some(weight)).count();
    for (what, expected, found) in
        [("must", expected.must, weighing(Weight::Must)), ("nice", expected.nice, weighing(Weight::Nice))]
    {
        if expected.is_some_and(|expected| expected != found) {
            faults.push(format!("{name}: {what} {found}, expected {expected:?}"));
        }
    }
    if let Some(topics) = &expected.topics {
        let found: BTreeMap<String, usize> =
            topic_counts(spec).into_iter().map(|(topic, count)| (topic.to_owned(), count)).collect();
        if *topics != found {
            faults.push(format!("{name}: topics {found:?}"));
        }
    }
}

#[test]
fn fixtures_are_read_as_a_person_reads_them() {
    let (mut score, mut faults) = (Score::default(), Vec::new());
    for (name, bytes, expected) in fixtures() {
        compare_spec(&name, &expected, &imported(&name, &bytes).spec, &mut score, &mut faults);
    }
    println!("{score:?}\n{}", faults.join("\n"));
    assert!(faults.is_empty(), "{score:?}\n{}", faults.join("\n"));
}

#[test]
fn what_is_written_reads_back_as_the_same_role() {
    for (name, bytes, _) in fixtures() {
        let imported = imported(&name, &bytes);
        let text = yaml(&imported);
        let read = parse(&text, &name).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(read, imported.spec, "{name}");
    }
}

#[test]
fn every_line_goes_somewhere_or_is_listed() {
    for (name, bytes, _) in
        fixtures().into_iter().filter(|(name, ..)| Path::new(name).extension().is_some_and(|ending| ending == "txt"))
    {
        let imported = imported(&name, &bytes);
        let tally = format!("{}", imported.tally);
        let source = String::from_utf8_lossy(&bytes);
        let lines: Vec<usize> = imported.tally.pieces.iter().map(|piece| piece.line).collect();
        for (number, line) in (1..).zip(source.lines()) {
            let says = line.trim_start().chars().any(char::is_alphanumeric);
            let begins = !line.starts_with(' ') || line.trim_start().starts_with("o ");
            let is_wrapped = name == "posting-wrapped.txt" && !lines.contains(&number);
            assert!(!says || !begins || is_wrapped || lines.contains(&number), "{name}:{number}: {line}\n{tally}");
        }
    }
}

#[test]
fn a_posting_can_be_checked_at_once() {
    let posting = folder().join("posting-backend.md");
    let (_folder, resume) =
        file("resume.md", "# Experience\n- Built 12 REST APIs in Go for partners\n- Sang in a choir\n");
    let role = Path::new(&resume).with_file_name("role.yaml");
    let role = role.to_str().expect("UTF-8");
    let said = rolefit(&["import", posting.to_str().expect("UTF-8"), "-o", role]).ok();
    assert!(said.contains("Senior Backend Engineer (activities: 4, KPIs: 2, requirements: 6, stages: 3"), "{said}");
    let check = rolefit(&["kpi-check", role, &resume, "--format", "json"]).json();
    assert_eq!(check["coverage"]["requirements"]["total"], 6);
    assert_eq!(check["criteria"][11]["kind"], "requirement");
    assert_ne!(check["criteria"][0]["strength"], "none");
    for format in ["table", "markdown"] {
        assert!(rolefit(&["kpi-check", role, &resume, "--format", format]).ok().contains("Requirements"));
    }
    let card = rolefit(&["show", role]).ok();
    assert!(card.contains("Requirements (6)") && card.contains("(nice to have)"), "{card}");
}

#[test]
fn an_output_file_is_replaced_only_by_force() {
    let (folder, posting) = file("posting.txt", "Cook\n\nDuties:\n- Cook soup for sixty guests\n");
    let target = folder.path().join("role.yaml");
    fs::write(&target, "mine").expect("written");
    let path = target.to_str().expect("UTF-8");
    let error = rolefit(&["import", &posting, "-o", path]).refused();
    assert!(error.contains("--force") && fs::read_to_string(&target).expect("read") == "mine", "{error}");
    assert!(error.contains("what you changed in it would be lost"), "{error}");
    let beside = target.with_extension("new.yaml");
    assert!(error.contains(&format!("\n  rolefit compare {path} {}\n", beside.display())), "{error}");
    rolefit(&["import", &posting, "-o", path, "--force"]).ok();
    assert!(fs::read_to_string(&target).expect("read").contains("title: Cook"));
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing else is left behind");
    let error = rolefit(&["import", &posting, "-o", &posting, "--force"]).refused();
    assert!(error.contains("the file to be read"), "{error}");
}

#[test]
fn what_cannot_be_imported_is_refused_with_the_reason() {
    for (name, content, reason) in [
        ("a.pdf", b"%PDF-1.7 x".to_vec(), "a PDF file"),
        ("a.bin", b"a\0b".to_vec(), "a binary file"),
        ("a.txt", Vec::new(), "nothing found"),
        ("b.txt", b"Hello there.\n".to_vec(), "nothing found"),
        ("c.txt", vec![b'a'; 5 * 1024 * 1024 + 1], "too large"),
    ] {
        let (_folder, path) = file(name, content);
        let error = rolefit(&["import", &path]).refused();
        assert!(error.contains(reason), "{error}");
    }
}

#[test]
fn a_cell_with_lines_of_its_own_is_one_line() {
    let page = "<h2>Duties</h2><table><tr><td>Fry</td><td><span>Eggs</span><span>and ham</span></td></tr></table>";
    let run = with(&["import", "-", "--from", "posting"], page, &[]).ok();
    let spec = parse(&run, "a.yaml").expect("a role spec");
    assert_eq!(spec.activities[0].description.as_deref(), Some("Eggs and ham"), "{run}");
}

#[test]
fn the_bar_of_a_table_describes_nothing() {
    let page =
        "Cook\n\n# Primary Activities\n- Frying\n|\n| | Boiling | Eggs |\n\n# Selection Process\n- Trial day\n|\n|\n";
    let run = with(&["import", "-", "--from", "page"], page, &[]).ok();
    let spec = parse(&run, "a.yaml").expect("a role spec");
    let told = |item: &Item| (item.name.clone(), item.description.clone());
    let activities: Vec<_> = spec.activities.iter().map(told).collect();
    assert_eq!(activities, [("Frying".to_owned(), None), ("Boiling".to_owned(), Some("Eggs".to_owned()))]);
    assert_eq!(spec.stages.len(), 1);
}

#[test]
fn the_report_lists_what_went_nowhere() {
    let posting = "Cook\n\nThe moon is far away tonight.\n\nDuties:\n- Cook soup\n\nBenefits:\n- Free soup\n";
    let run = with(&["import", "-", "--report"], posting, &[]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.err.contains("nowhere, line 3: The moon"), "{}", run.err);
    assert!(run.err.contains("left out (benefits), line 9: Free soup"), "{}", run.err);
    assert!(run.out.contains("# Lines of the source that stand nowhere here: 1"), "{}", run.out);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_refused_or_reads_back(lines in prop::collection::vec(any_line(), 0..12)) {
        let source = lines.join("\n");
        for kind in [None, Some(Kind::Page), Some(Kind::Posting)] {
            if let Ok(imported) = import("a.txt", source.as_bytes(), kind) {
                let text = yaml(&imported);
                let read = parse(&text, "a.yaml");
                prop_assert_eq!(read.as_ref().ok(), Some(&imported.spec), "{}\n{:?}", text, read);
            }
        }
    }
}

/// Lines of pages and postings, and anything at all.
fn any_line() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "Primary Activities",
        "Interview Questions",
        "Selection Process",
        "Requirements:",
        "# Duties",
        "-",
        "|",
        "a | b |",
        "---|---|",
        "- x: y",
        "<li>",
        "<td>",
        "<h2>KPIs</h2>",
        "<p>",
        "**b**",
        "",
        "Function:",
        "About X: y",
        "Q?",
        "Title: Cook",
        "1. Lead # all: 'x'",
    ]);
    prop_oneof![parts.prop_map(str::to_owned), "\\PC{0,40}", ".{0,40}"]
}
