use std::collections::BTreeSet;
use std::fs;

use crate::support::{file, rolefit};

const ROLE: &str = "title: Beekeeper\nkpis:\n  - name: Honey yield\n    description: Honey yield of the hives\n    keywords: [honey yield]\n    measures: [kilograms a hive (kg)]\n  \
    - name: Swarm control\n    description: Keeps swarms at home.\n    keywords: [swarms]\n    measures: [swarms lost a year (count), days to catch one (days)]\n    \
    prompts: [How many swarms did you lose?]\nactivities:\n  - name: Feeding bees\n";
const RESUME: &str = "# Experience\n\n- Raised honey yield to 900 kg from 40 hives\n- Looked after several hives.\n";

fn drafted(role: &str, resume: &str) -> String {
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", role), file("resume.md", resume));
    rolefit(&["draft", "lines", &role, &resume]).ok()
}

#[test]
fn a_gap_has_its_measures_prompts_nearest_line_and_patterns_with_slots() {
    let sheet = drafted(ROLE, RESUME);
    let gap = sheet.split("## ").find(|part| part.starts_with("Missing KPI: Swarm control\n")).expect("a gap");
    assert!(gap.contains("\nKeeps swarms at home.\n"), "{gap}");
    assert!(gap.contains("How it is measured:\n\n- swarms lost a year (count)\n- days to catch one (days)\n"), "{gap}");
    assert!(gap.contains("What may jog your memory:\n\n- How many swarms did you lose?\n"), "{gap}");
    assert!(gap.contains("\n- [Cut] [days to catch one] from [X days] to [Y days] by [how]\n"), "{gap}");
    assert!(
        gap.contains(
            "
Your line:
"
        ),
        "{gap}"
    );
    assert!(!sheet.contains("Missing KPI: Honey yield"), "{sheet}");
    assert!(sheet.contains("## Missing activity: Feeding bees\n"), "{sheet}");
}

#[test]
fn the_nearest_line_is_the_one_with_the_highest_score_below_the_limit() {
    let sheet = rolefit(&["draft", "lines", "back-end-developer", "examples/weak-resume.md"]).ok();
    let gap = sheet.split("## Missing ").find(|part| part.starts_with("KPI: Database optimization\n")).expect("a gap");
    assert!(gap.contains("Your nearest line:\n\n> Helped with the database (line 9)\n"), "{gap}");
}

/// The text without its slots, its labels and what advice says.
fn outside_slots(sheet: &str) -> String {
    let mut kept = String::new();
    let mut weakens = false;
    for line in sheet.lines() {
        if line.ends_with(':') && !line.starts_with('#') {
            weakens = line.starts_with("What weakens it") || line.starts_with("What it could say");
            continue;
        }
        if line.starts_with("<!--") || (weakens && line.starts_with("- ")) {
            continue;
        }
        let mut depth = 0;
        for c in line.chars() {
            depth += i32::from(c == '[') - i32::from(c == ']');
            if depth == 0 && !matches!(c, ']' | '\\') {
                kept.push(c);
            }
        }
        kept.push('\n');
    }
    kept
}

fn words(text: &str) -> BTreeSet<String> {
    let cut = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '%' | '$' | '+' | '#'));
    cut.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// What the worksheet says by itself: no number, no name, no technology.
const OWN: &str = "lines to write from fill the with what is true and leave out not stands between two marks like those \
    around this text written anew by rolefit draft everything else yours stays missing kpi activity requirement no line of \
    comes near at in through for which over within weak could say more p examples resume md";

#[test]
fn every_number_name_and_technology_of_a_worksheet_stands_in_the_resume_or_the_role() {
    let own = words(OWN);
    let place = regex::Regex::new(r"\(line \d+\)|Stands at line \d+\.").expect("a pattern");
    for role in rolefit(&["roles", "--format", "json"]).json().as_array().expect("roles") {
        let id = role["id"].as_str().expect("an id");
        let spec = fs::read_to_string(format!("roles/{id}.yaml")).expect("a spec");
        for path in ["examples/weak-resume.md", "examples/resume.md"] {
            let resume = fs::read_to_string(path).expect("a resume");
            let known: BTreeSet<String> = words(&(spec.clone() + &resume)).union(&own).cloned().collect();
            let sheet = rolefit(&["draft", "lines", id, path]).ok();
            // Where a line stands is said of the resume.
            let said = place.replace_all(&sheet, "");
            for word in words(&outside_slots(&said)) {
                assert!(known.contains(&word), "{id}, {path}: {word:?} is made up in\n{sheet}");
            }
        }
    }
}

#[test]
fn a_weak_line_is_shown_again_with_slots() {
    let sheet = rolefit(&["draft", "lines", "back-end-developer", "examples/weak-resume.md"]).ok();
    let weak = sheet.split("## ").find(|part| part.starts_with("Weak line: ")).expect("a weak line");
    assert!(weak.contains("What weakens it:\n\n- ") && weak.contains("To fill in:\n\n- "), "{weak}");
    assert!(weak.contains("Stands at line "), "{weak}");
}

#[test]
fn every_weak_line_says_what_weakens_it() {
    let sheet = rolefit(&["draft", "lines", "back-end-developer", "examples/weak-resume.md"]).ok();
    let lines = [
        ("Responsible for the back end", "[Strong verb: what you did yourself] the back end, [", "weak-opener"),
        (
            "Worked on several projects in a fast-paced environment",
            "[Strong verb: what you did yourself] [how many] projects in a [fact], [",
            "buzzword",
        ),
        ("Helped with the database", "[Strong verb: what you did yourself] the database, [", "too-short"),
        ("Attended daily stand-ups", "[Strong verb: what you did yourself] daily stand-ups and planning", "no-result"),
    ];
    for (line, again, rule) in lines {
        let titles = ["Weak line", "Line that could say more"].map(|title| format!("{title}: {line}"));
        let block = sheet.split("## ").find(|part| titles.iter().any(|title| part.starts_with(title))).expect(line);
        assert!(block.contains(&format!("\n- {rule}: ")), "{block}");
        assert!(block.contains(&format!("To fill in:\n\n- {again}")), "{block}");
    }
}

#[test]
fn a_line_with_a_comment_that_silences_all_of_its_advice_is_not_weak() {
    let silenced = "# Experience\n\n- Swept the yard <!-- rolefit-ignore no-result too-short -->\n- Fed pigs\n";
    let sheet = drafted(ROLE, silenced);
    assert!(sheet.contains("## Line that could say more: Fed pigs"), "{sheet}");
    assert!(!sheet.contains(": Swept"), "{sheet}");
}

#[test]
fn a_line_that_only_lacks_more_of_what_is_good_is_not_called_weak() {
    let resume = "# Experience\n\n- Swept the yard of the farm every day\n- Helped with the 40 pigs of the farm\n";
    let sheet = drafted(ROLE, resume);
    let block = |line: &str| sheet.split("## ").find(|part| part.contains(line)).expect("a block").to_owned();
    assert!(block("Swept").starts_with("Line that could say more: ") && block("Swept").contains("What it could say:"));
    assert!(block("Helped").starts_with("Weak line: ") && block("Helped").contains("What weakens it:"));
}

#[test]
fn advice_that_is_not_wanted_stays_out() {
    let ((_a, role), (_b, resume)) =
        (file("beekeeper.yaml", ROLE), file("resume.md", "# Work\n\n- Fed the pigs of the old farm\n"));
    let sheet = |more: &[&str]| rolefit(&[&["draft", "lines", &role, &resume], more].concat());
    assert!(sheet(&[]).ok().contains("no-result"));
    assert!(!sheet(&["--ignore", "no-result"]).ok().contains("could say more: Fed"));
    let unknown = sheet(&["--ignore", "no-results"]);
    assert!(unknown.status == 0 && unknown.err.contains("no-result"), "{}", unknown.err);
}

#[test]
fn a_worksheet_that_is_written_again_keeps_what_was_written() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let path = folder.path().join("lines.md");
    let name = path.to_str().expect("UTF-8");
    let run = || rolefit(&["draft", "lines", &role, &resume, "-o", name]).ok();
    run();
    let mine =
        fs::read_to_string(&path).expect("a file").replacen("Your line:\n", "Your line:\n\nCaught every swarm.\n", 1);
    fs::write(&path, &mine).expect("written");
    fs::write(&resume, format!("{RESUME}- Caught 12 swarms by splitting hives in May\n")).expect("written");
    run();
    let now = fs::read_to_string(&path).expect("a file");
    assert!(now.contains("Your line:\n\nCaught every swarm.\n"), "{now}");
}
