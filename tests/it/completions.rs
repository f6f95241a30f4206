//! What a shell is offered, asked as the shells' scripts ask.

use crate::support::{rolefit, with};

/// What bash offers for the last of `words`.
fn offered(words: &[&str]) -> Vec<String> {
    let index = (words.len() - 1).to_string();
    let args = [&["--"], words].concat();
    let variables = [("COMPLETE", "bash"), ("_CLAP_COMPLETE_INDEX", index.as_str()), ("_CLAP_IFS", "\n")];
    with(&args, "", &variables).ok().lines().map(str::to_owned).collect()
}

#[test]
fn ids_of_roles_are_offered_where_a_role_is_wanted() {
    assert_eq!(offered(&["rolefit", "show", "back"]), ["back-end-developer"]);
    assert_eq!(offered(&["rolefit", "kpi-check", "register"]), ["registered-nurse"]);
    assert_eq!(offered(&["rolefit", "compare", "teacher", "instr"]), ["instructional-designer"]);
}

#[test]
fn topics_are_those_of_the_role_on_the_line_and_can_be_typed_as_they_are() {
    let topics = offered(&["rolefit", "questions", "back-end-developer", "--topic", ""]);
    assert!(topics.contains(&"technical-skills".to_owned()), "{topics:?}");
    let counted = rolefit(&["questions", "back-end-developer", "--topics", "--format", "json"]).json();
    assert_eq!(topics.len(), counted.as_array().expect("topics").len());
    for topic in &topics {
        rolefit(&["questions", "back-end-developer", "--topic", topic]).ok();
    }
}

#[test]
fn functions_and_role_files_are_offered() {
    assert_eq!(offered(&["rolefit", "roles", "--function", "tech"]), ["technology"]);
    rolefit(&["roles", "--function", "customer-support"]).ok();
    let (folder, path) = crate::support::file("my.yaml", "title: X\n");
    let start = folder.path().join("m").display().to_string();
    assert_eq!(offered(&["rolefit", "show", &start]), [path]);
}

#[test]
fn ids_of_rules_are_offered() {
    assert_eq!(offered(&["rolefit", "advise", "--ignore", "weak"]), ["weak-opener"]);
    assert!(offered(&["rolefit", "kpi-check", "--ignore", ""]).contains(&"no-result".to_owned()));
}

#[test]
fn what_is_typed_in_any_case_is_gone_on_from_and_taken_as_it_then_stands() {
    assert_eq!(offered(&["rolefit", "roles", "--function", "Customer"]), ["Customer-support"]);
    rolefit(&["roles", "--function", "Customer-support"]).ok();
    assert_eq!(offered(&["rolefit", "questions", "back-end-developer", "--topic", "TECH"]), ["TECHnical-skills"]);
    rolefit(&["questions", "back-end-developer", "--topic", "TECHnical-skills"]).ok();
    assert_eq!(offered(&["rolefit", "show", "Back"]), ["Back-end-developer"]);
    rolefit(&["show", "Back-end-developer"]).ok();
    assert_eq!(offered(&["rolefit", "advise", "--only", "Weak"]), ["Weak-opener"]);
    assert!(rolefit(&["advise", "examples/weak-resume.md", "--only", "Weak-opener"]).out.contains("weak-opener: "));
    assert_eq!(offered(&["rolefit", "prompt", "data-analyst", "cv.md", "--topic", "sq"]), ["sql"]);
}

#[test]
fn every_shell_gets_a_script_that_asks_the_program() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let script = rolefit(&["completions", shell]).ok();
        assert!(script.contains("COMPLETE") && script.contains("rolefit"), "{shell}: {script}");
    }
    assert!(rolefit(&["completions", "tcsh"]).err.contains("SHELL is bash, zsh, fish or powershell"));
}
