use std::fs;

use crate::support::{file, rolefit, with};

const ROLE: &str = "title: Beekeeper\nkpis:\n  - name: Honey yield\n    description: Honey yield of the hives\n    keywords: [honey yield]\nquestions:\n  \
    - {text: Tell me about a year with a high honey yield., topics: [Practice]}\n  - {text: What is a queen excluder?, topics: [Theory]}\n";
const RESUME: &str = "# Experience\n\n- Raised honey yield to 900 kg from 40 hives\n";

#[test]
fn a_typed_answer_gets_its_time_what_there_was_to_tell_and_the_checks() {
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let typed = "\nSituation: It was cold.\nResult: We had honey.\n.\nquit\n";
    let said = with(&["practice", &role, "--resume", &resume], typed, &[]).ok();
    for part in [
        "Question 1 of 2 (Practice)",
        "Tell me about a year",
        "Think for up to 30 seconds",
        "Answered in 0:0",
        "- Raised honey yield to 900 kg from 40 hives",
        "lacks Task, Action",
        "Practised: 1 of 2",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn spoken_answers_are_timed_and_questions_can_be_skipped() {
    let (_a, role) = file("beekeeper.yaml", ROLE);
    let said = with(&["practice", &role], "skip\n\n\n", &[]).ok();
    assert!(said.contains("Question 2 of 2 (Theory)") && said.contains("Practised: 1 of 2"), "{said}");
    let said = with(&["practice", &role, "--topic", "theory"], "", &[]).ok();
    assert!(said.contains("Question 1 of 1") && said.contains("Practised: 0 of 1"), "{said}");
}

#[test]
fn every_typed_line_is_kept_below_its_question_even_where_the_input_ends_in_the_middle() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let path = folder.path().join("answers.md");
    let name = path.to_str().expect("UTF-8");
    rolefit(&["draft", "answers", &role, &resume, "-o", name]).ok();
    with(&["practice", &role, "--answers", name], "\n# I raised it.\nThen I st", &[]).ok();
    let kept = fs::read_to_string(&path).expect("a file");
    let (first, second) = kept.split_once("## 2. ").expect("two questions");
    assert!(
        first.contains("### Result\n\n### Practice, 2") && first.contains("> # I raised it.\n> Then I st\n"),
        "{first}"
    );
    assert!(first.contains("(typed, 7 words)") && !second.contains("Practice, 2"), "{kept}");
    rolefit(&["draft", "answers", &role, &resume, "-o", name]).ok();
    assert_eq!(fs::read_to_string(&path).expect("a file"), kept);
    let report = rolefit(&["answer-check", &role, name, "--format", "json"]).json();
    assert_eq!(report["answered"]["answered"], 0, "practice is no answer yet");
}

#[test]
fn a_file_that_is_no_answers_file_is_refused_before_anything_is_asked() {
    let error = with(&["practice", "teacher", "--answers", "no.md"], "\n\n", &[]).refused();
    assert!(error.contains("`rolefit draft answers` writes it"), "{error}");
    let (_a, notes) = file("notes.md", "# Notes\n");
    assert!(
        with(&["practice", "teacher", "--answers", &notes], "\n\n", &[]).refused().contains("nothing in this file")
    );
    assert_eq!(fs::read_to_string(&notes).expect("a file"), "# Notes\n");
}

#[test]
fn a_sample_is_the_same_for_a_seed() {
    let draw = || with(&["practice", "teacher", "--sample", "2", "--seed", "7"], "", &[]).ok();
    assert!(draw().contains("Question 1 of 2"));
    assert_eq!(draw(), draw());
}
