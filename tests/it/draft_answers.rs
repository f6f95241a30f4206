use std::fs;

use crate::support::{file, rolefit, with};

const ROLE: &str = "title: Beekeeper\nkpis:\n  - name: Honey yield\n    keywords: [honey yield]\n    measures: [kilograms a hive]\n  \
    - name: Swarm control\n    keywords: [swarms]\nquestions:\n  \
    - {text: Tell me about a year with a high honey yield., topics: [Practice]}\n  - {text: What is a queen excluder?, topics: [Theory]}\n";
const RESUME: &str = "# Experience\n\n- Raised honey yield to 900 kg from 40 hives\n- Caught 12 swarms in gardens\n";

fn drafted(extra: &[&str]) -> String {
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    rolefit(&[&["draft", "answers", &role, &resume], extra].concat()).ok()
}

#[test]
fn a_question_has_its_kind_the_lines_to_tell_the_kpis_and_room_to_write() {
    let sheet = drafted(&[]);
    let (first, second) = sheet.split_once("## 2. ").expect("two questions");
    assert!(
        first.contains("## 1. Tell me about a year with a high honey yield.\n\nTopics: Practice. Behavioural"),
        "{first}"
    );
    assert!(first.contains("Evidence to tell:\n\n- Raised honey yield to 900 kg from 40 hives (line 3)\n"), "{first}");
    assert!(first.contains("KPIs to bring in:\n\n- Honey yield: kilograms a hive\n<!--"), "{first}");
    assert!(first.contains("\n### Situation\n\n### Task\n\n### Action\n\n### Result\n"), "{first}");
    assert!(second.starts_with("What is a queen excluder?\n\nTopics: Theory. Technical"), "{second}");
    assert!(
        second.contains("\n### Definition\n\n### Why it matters\n\n### Own example\n\n### Trade-off\n"),
        "{second}"
    );
    assert!(second.contains("No line of your resume speaks of this."), "{second}");
}

#[test]
fn a_topic_picks_questions_and_an_unknown_one_gets_the_known() {
    let sheet = drafted(&["--topic", "theory"]);
    assert!(sheet.contains("queen excluder") && !sheet.contains("high honey"), "{sheet}");
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let error = rolefit(&["draft", "answers", &role, &resume, "--topic", "theoy"]).refused();
    assert!(error.contains("did you mean \"Theory\"?"), "{error}");
}

#[test]
fn an_update_keeps_what_was_written_and_the_file_as_it_was() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let path = folder.path().join("answers.md");
    let name = path.to_str().expect("UTF-8");
    let run = |topic: &[&str]| rolefit(&[&["draft", "answers", &role, &resume, "-o", name], topic].concat()).ok();
    assert_eq!(run(&["--topic", "theory"]), format!("{name}: 1 question written\n"));
    assert!(run(&["--topic", "theory"]).ends_with("questions: 1 as before; nothing changed\n"));
    assert!(!folder.path().join("answers.md.bak").exists());
    let mine =
        fs::read_to_string(&path).expect("a file").replace("### Trade-off\n", "### Trade-off\n\nBees climb less.");
    fs::write(&path, &mine).expect("written");
    let told = run(&[]);
    assert!(told.starts_with(&format!("{name}: questions: 1 new, 1 as before. As it was: ")), "{told}");
    let now = fs::read_to_string(&path).expect("a file");
    assert!(now.contains("### Trade-off\n\nBees climb less.") && now.contains("high honey"), "{now}");
    assert_eq!(fs::read_to_string(folder.path().join("answers.md.bak")).expect("a backup"), mine);
}

#[test]
fn a_file_for_another_role_is_left_as_it_is_until_it_is_asked_for() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    for what in ["answers", "lines"] {
        let path = folder.path().join(format!("{what}.md"));
        let name = path.to_str().expect("UTF-8");
        rolefit(&["draft", what, "data-analyst", &resume, "-o", name]).ok();
        let before = fs::read_to_string(&path).expect("a file");
        let error = rolefit(&["draft", what, &role, &resume, "-o", name]).refused();
        assert!(
            error.contains("was written for the role \"Data Analyst\" (data-analyst), not for \"Beekeeper\""),
            "{error}"
        );
        assert!(error.contains(&format!("\n  rolefit draft {what} data-analyst {resume} -o {name}\n")), "{error}");
        assert!(error.contains("--change-role"), "{error}");
        assert_eq!(fs::read_to_string(&path).expect("a file"), before);

        rolefit(&["draft", what, &role, &resume, "-o", name, "--change-role"]).ok();
        rolefit(&["draft", what, &role, &resume, "-o", name]).ok();
        let back = rolefit(&["draft", what, "data-analyst", &resume, "-o", name]).refused();
        // No role of that name is known here: its spec has to be named.
        assert!(back.contains("for the role \"Beekeeper\" (beekeeper)"), "{back}");
        assert!(back.contains(&format!("\n  rolefit draft {what} ROLE.yaml {resume} -o {name}\n")), "{back}");
    }
}

#[test]
fn a_spec_that_got_another_name_is_the_same_role() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let (path, renamed) = (folder.path().join("answers.md"), folder.path().join("bees.yaml"));
    let name = path.to_str().expect("UTF-8");
    rolefit(&["draft", "answers", &role, &resume, "-o", name]).ok();
    fs::rename(&role, &renamed).expect("renamed");
    rolefit(&["draft", "answers", renamed.to_str().expect("UTF-8"), &resume, "-o", name]).ok();
}

#[test]
fn line_breaks_of_windows_stay() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let path = folder.path().join("answers.md");
    fs::write(&path, drafted(&["--topic", "theory"]).replace('\n', "\r\n")).expect("written");
    rolefit(&["draft", "answers", &role, &resume, "-o", path.to_str().expect("UTF-8")]).ok();
    let now = fs::read_to_string(&path).expect("a file");
    assert!(now.contains("high honey") && now.matches('\n').count() == now.matches("\r\n").count(), "{now:?}");
}

#[test]
fn a_file_that_holds_something_else_is_not_touched() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let draft = |path: &str| rolefit(&["draft", "answers", &role, &resume, "-o", path]).refused();
    assert!(draft(&resume).contains("this is the file to be read"));
    assert_eq!(fs::read_to_string(&resume).expect("a file"), RESUME);
    let notes = folder.path().join("notes.md");
    fs::write(&notes, "# Notes\n").expect("written");
    let error = draft(notes.to_str().expect("UTF-8"));
    assert!(error.contains("notes.md: nothing in this file was written by `rolefit draft answers`"), "{error}");
    fs::write(&notes, b"\xff\xfe").expect("written");
    assert!(draft(notes.to_str().expect("UTF-8")).contains("Save it as UTF-8"));
}

#[test]
fn a_backup_never_takes_the_place_of_a_file_of_another_kind() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let path = folder.path().join("answers.md");
    let sheet = drafted(&["--topic", "theory"]);
    fs::write(&path, &sheet).expect("written");
    fs::write(folder.path().join("answers.md.bak"), "mine").expect("written");
    let error = rolefit(&["draft", "answers", &role, &resume, "-o", path.to_str().expect("UTF-8")]).refused();
    assert!(error.contains("answers.md.bak") && error.contains("Move it away"), "{error}");
    assert_eq!(fs::read_to_string(&path).expect("a file"), sheet);
}

#[test]
fn a_role_without_questions_is_told_how_to_get_some() {
    let ((_a, role), (_b, resume)) =
        (file("role.yaml", "title: Keeper\nkpis: [{name: Honey yield}]\n"), file("resume.md", RESUME));
    let (_c, answers) = file("answers.md", drafted(&[]));
    for call in [
        &["draft", "answers", &role, &resume][..],
        &["prompt", &role, &resume, "--for", "answers"],
        &["practice", &role],
        &["answer-check", &role, &answers],
    ] {
        let error = rolefit(call).refused();
        let told =
            "the role \"Keeper\" has no questions to answer. Add some to its spec, such as\n\nquestions:\n  - text: ";
        assert!(error.contains(told), "{call:?}: {error}");
    }
    rolefit(&["draft", "lines", &role, &resume]).ok();
}

#[test]
fn every_role_and_a_resume_from_standard_input_can_be_drafted_for() {
    for role in rolefit(&["roles", "--format", "json"]).json().as_array().expect("roles") {
        let id = role["id"].as_str().expect("an id");
        let sheet = with(&["draft", "answers", id, "-", "--input-format", "markdown"], RESUME, &[]).ok();
        assert!(sheet.contains("Evidence from standard input.") && sheet.matches("\n## ").count() >= 10, "{sheet}");
    }
}

#[test]
fn one_line_is_not_told_for_every_question() {
    let role = "title: Beekeeper\nkpis:\n  - {name: Honey yield, keywords: [honey]}\nquestions:\n  \
        - {text: Tell me about a year with much honey.}\n  - {text: Tell me about a year with little honey.}\n  \
        - {text: Tell me how you sold honey.}\n  - {text: Why this farm?}\n";
    let resume = "# Experience\n\n- Raised the honey yield to 900 kg from 40 hives\n- Raised the honey yield of 12 hives by 30%\n\
        - Raised the honey yield by 20% in a wet year\n- Doubled the honey yield to 300 kg\n";
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", role), file("resume.md", resume));
    let draft = || rolefit(&["draft", "answers", &role, &resume]).ok();
    let sheet = draft();
    for line in 3..7 {
        let told = sheet.matches(&format!("(line {line})")).count();
        assert!((1..4).contains(&told), "line {line}: {told} times in {sheet}");
    }
    assert_eq!(sheet, draft(), "the same every time");
    let some = sheet.split("\n## ").find(|part| part.starts_with("4. Why this farm?")).expect("a question");
    assert!(some.contains("\nMotivation: say what draws you") && some.contains("Your strongest lines"), "{some}");
    assert!(
        some.contains("\n### What draws you\n\n### Evidence from your work\n\n### What you would bring\n"),
        "{some}"
    );
}
