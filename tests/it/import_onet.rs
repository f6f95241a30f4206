//! Occupations of a small database in the shape of O*NET's text files, made up for these tests.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{all, file, rolefit};

const DATABASE: &str = "tests/fixtures/onet";

fn spec(occupation: &str) -> String {
    rolefit(&["import", DATABASE, "--from", "onet", "--occupation", occupation]).ok()
}

/// A copy of the database with one file changed.
fn changed(name: &str, change: impl Fn(String) -> Option<String>) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for entry in fs::read_dir(DATABASE).expect("the database") {
        let path = entry.expect("an entry").path();
        let own = path.file_name().expect("a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("read");
        let text = if own == name { change(text) } else { Some(text) };
        if let Some(text) = text {
            fs::write(folder.path().join(own), text).expect("written");
        }
    }
    folder
}

fn refused(folder: &Path, occupation: &str) -> String {
    rolefit(&["import", folder.to_str().expect("UTF-8"), "--from", "onet", "--occupation", occupation]).refused()
}

#[test]
fn core_tasks_come_first_by_importance_and_the_rest_behind() {
    let text = spec("45-2091.01");
    let (_folder, path) = file("role.yaml", &text);
    let card = rolefit(&["show", &path, "--format", "json"]).json();
    assert_eq!((&card["title"], &card["function"]), (&"Beekeepers".into(), &"Agriculture".into()));
    assert!(card["about"].as_str().expect("about").starts_with("Keep colonies"));
    assert_eq!(
        all(&card["activities"], "name"),
        [
            "Inspect colonies each week",
            "Harvest honey from combs, using extractors and filters",
            "Rear queens and introduce them",
            "Feed colonies with syrup in late autumn",
            "Teach school classes about pollination",
            "Performing General Physical Activities",
            "Getting Information",
        ]
    );
    let weight = |at: usize| card["activities"][at]["weight"].as_str();
    assert_eq!([0, 1, 2, 3, 4].map(weight), [Some("must"), Some("must"), None, Some("nice"), None]);
    assert!(text.contains("# guessed: core task, importance 4.71 of 5"), "{text}");
}

#[test]
fn technologies_are_requirements_by_kind_with_the_products_as_keywords() {
    let (_folder, path) = file("role.yaml", spec("beekeepers"));
    let card = rolefit(&["show", &path, "--format", "json"]).json();
    assert_eq!(all(&card["requirements"], "name"), ["Spreadsheet software", "Geographic information system"]);
    assert_eq!(card["requirements"][0]["keywords"], serde_json::json!(["Microsoft Excel", "LibreOffice Calc"]));
    assert_eq!(card["requirements"][1]["weight"], "nice");
    let resume = "- Kept records of 60 hives in Microsoft Excel\n- Inspected 60 colonies a week for disease\n";
    let (_other, resume) = file("resume.md", format!("# Experience\n{resume}"));
    let check = rolefit(&["kpi-check", &path, &resume, "--format", "json"]).json();
    assert_ne!(check["criteria"][0]["strength"], "none", "{check}");
}

#[test]
fn the_source_is_named_as_its_licence_asks() {
    let text = spec("45-2091.01");
    let told: String = text.lines().take_while(|line| line.starts_with('#')).map(|line| &line[1..]).collect();
    for words in ["O*NET 30.1 Database", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/", "45-2091.01"] {
        assert!(told.contains(words), "{told}");
    }
    assert!(text.lines().all(|line| !line.starts_with('#') || line.chars().count() <= 120), "{text}");
}

#[test]
fn an_occupation_goes_by_code_title_or_another_title_of_it_alone() {
    for name in ["45-2091.01", "BEEKEEPERS", "apiarist"] {
        assert!(spec(name).contains("title: Beekeepers"), "{name}");
    }
    assert!(spec("Apiarist").contains("aliases: [\"Apiarist\"]"));
    let error = refused(Path::new(DATABASE), "Bee Specialist");
    assert!(error.contains("45-2091.01 Beekeepers") && error.contains("45-2091.02 Hive Inspectors"), "{error}");
    let error = refused(Path::new(DATABASE), "Beekeper");
    assert!(error.contains("Did you mean one of these?\n  45-2091.01 Beekeepers"), "{error}");
    assert!(refused(Path::new(DATABASE), "zzz").contains("Name its code or its title"));
    assert!(refused(Path::new(DATABASE), "55-1000.00").contains("no task and no technology"));
}

#[test]
fn what_is_missing_is_named() {
    let folder = changed("Task Statements.txt", |_| None);
    assert!(refused(folder.path(), "45-2091.01").contains("there is no \"Task Statements.txt\""));
    let folder = changed("Task Statements.txt", |text| Some(text.replace("Task Type", "Kind")));
    let error = refused(folder.path(), "45-2091.01");
    assert!(
        error.contains("Task Statements.txt:1: there is no column \"Task Type\"") && error.contains("Kind"),
        "{error}"
    );
    assert!(refused(Path::new("README.md"), "x").contains("this is no folder"));
    let error = rolefit(&["import", DATABASE, "--from", "onet"]).err;
    assert!(error.contains("--occupation"), "{error}");
    assert!(rolefit(&["import", "a.txt", "--from", "page", "--occupation", "x"]).refused().contains("--from onet"));
}

#[test]
fn files_of_ratings_and_technologies_may_be_missing() {
    let folder = changed("Task Ratings.txt", |_| None);
    let path = folder.path().to_str().expect("UTF-8");
    let text = rolefit(&["import", path, "--from", "onet", "--occupation", "45-2091.01"]).ok();
    assert!(text.contains("# guessed: core task\n"), "{text}");
}

#[test]
fn the_report_lists_what_is_left_out() {
    let run = rolefit(&["import", DATABASE, "--from", "onet", "--occupation", "45-2091.01", "--report"]);
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(
        run.err.contains("left out (of lesser importance), line 2: Technology Skills.txt: HiveBook"),
        "{}",
        run.err
    );
    assert!(run.err.contains("0 nowhere"), "{}", run.err);
}
