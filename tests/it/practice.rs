use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

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
        "Nothing was kept: --answers FILE",
        "Practised: 1 of 2",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
}

#[test]
fn what_is_asked_fits_the_terminal() {
    let long = "Tell me about a year in which the hives gave far more honey than anybody in the valley had thought they could.";
    let ((_a, role), (_b, resume)) =
        (file("role.yaml", ROLE.replace("What is a queen excluder?", long)), file("r.md", RESUME));
    let said = with(&["practice", &role, "--resume", &resume], "\n\n\n\n", &[("COLUMNS", "40")]).ok();
    assert!(said.contains("\n  Tell me about a year in which the\n  hives gave far more"), "{said}");
    let wide: Vec<&str> = said.lines().filter(|line| line.chars().count() > 40).collect();
    assert!(wide.is_empty(), "{wide:?}");
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
fn an_input_that_ends_within_an_answer_is_told_and_so_is_what_was_not_asked() {
    let (_a, role) = file("beekeeper.yaml", ROLE);
    let said = with(&["practice", &role], "\nI raised it.\nIt keeps the queen below.\n", &[]).ok();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("The input ended within the answer to question 1: its 2 lines count as one answer."),
        "{said}"
    );
    assert!(said.contains("A line with a full stop alone ends an answer. One question was left unanswered."), "{said}");
    let said = with(&["practice", &role], "\nI raised it.\n.\n", &[]).ok();
    assert!(said.contains("The input ended before an answer to question 2."), "{said}");
    let said = with(&["practice", &role], "\nI raised it.\n.\nskip\n", &[]).ok();
    assert!(!said.contains("The input ended"), "{said}");
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
    assert_eq!(report["answered"]["answered"], 1, "what was practised last is judged where nothing is written");
    let judged = &report["answers"][0]["judged"];
    assert_eq!((&judged["source"], &judged["attempts"]), (&"practised".into(), &1.into()), "{report}");
    let shown = rolefit(&["answer-check", &role, name]).ok();
    assert!(shown.contains("judged what was practised, 20") && !shown.contains("[undivided]"), "{shown}");
}

#[test]
fn the_last_attempt_is_judged_until_an_answer_is_written() {
    let (_folder, role, path) = answers_file();
    let name = path.to_str().expect("UTF-8");
    let check = || rolefit(&["answer-check", &role, name, "--format", "json"]).json()["answers"][0].clone();
    with(&["practice", &role, "--answers", name], "\nI fed them.\n.\nquit\n", &[]).ok();
    with(&["practice", &role, "--answers", name], "\nI raised the honey yield to 900 kg.\n.\nquit\n", &[]).ok();
    let answer = check();
    assert_eq!((&answer["words"], &answer["judged"]["attempts"]), (&8.into(), &2.into()), "{answer}");
    assert_eq!(answer["kpis"][0]["name"], "Honey yield");

    let written =
        fs::read_to_string(&path).expect("a file").replacen("### Result\n", "### Result\n\nI made 950 kg.\n", 1);
    fs::write(&path, written).expect("written");
    let answer = check();
    assert_eq!((&answer["words"], &answer["judged"]["source"]), (&4.into(), &"written".into()), "{answer}");
    let shown = rolefit(&["answer-check", &role, name]).ok();
    assert!(shown.contains("judged what is written, and not what was practised"), "{shown}");
}

#[test]
fn whoever_quits_has_not_practised_and_whoever_quits_behind_an_answer_has() {
    let (_folder, role, path) = answers_file();
    let name = path.to_str().expect("UTF-8");
    for keys in ["quit\n", "\nquit\n"] {
        let said = with(&["practice", &role, "--answers", name], keys, &[]).ok();
        assert!(said.contains("Practised: 0 of 2, 0:00") && !said.contains("Kept in"), "{said}");
    }
    let said = with(&["practice", &role, "--answers", name], "\nI fed them.\nquit\n", &[]).ok();
    assert!(said.contains("Practised: 1 of 2") && !said.contains("Question 2"), "{said}");
    let kept = fs::read_to_string(&path).expect("a file");
    assert!(kept.contains("> I fed them.\n") && !kept.contains("> quit"), "{kept}");
}

#[test]
fn a_question_that_the_file_lacks_comes_into_it_with_what_was_practised() {
    let ((folder, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let path = folder.path().join("answers.md");
    let name = path.to_str().expect("UTF-8");
    rolefit(&["draft", "answers", &role, &resume, "--topic", "theory", "-o", name]).ok();
    with(&["practice", &role, "--topic", "practice", "--answers", name], "\nI fed them.\n.\n", &[]).ok();
    let report = rolefit(&["answer-check", &role, name, "--format", "json"]).json();
    assert_eq!(report["answers"][0]["words"], 3, "{report}");
    assert_eq!(report["answers"][1]["words"], 0, "{report}");
    rolefit(&["draft", "answers", &role, &resume, "-o", name]).ok();
    let kept = fs::read_to_string(&path).expect("a file");
    assert!(kept.matches("## 1. Tell me about").count() == 1 && kept.contains("Evidence to tell:"), "{kept}");
    assert!(kept.contains("> I fed them.\n"), "{kept}");
}

/// An answers file for the beekeeper beside the role, and its name.
fn answers_file() -> (TempDir, String, PathBuf) {
    let ((folder, role), (_resume_folder, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let path = folder.path().join("answers.md");
    rolefit(&["draft", "answers", &role, &resume, "-o", path.to_str().expect("UTF-8")]).ok();
    (folder, role, path)
}

#[test]
fn the_file_as_it_was_before_the_interview_stands_beside_it() {
    let (_folder, role, path) = answers_file();
    let (name, backup) = (path.to_str().expect("UTF-8"), path.with_extension("md.bak"));
    let before = fs::read_to_string(&path).expect("a file");
    let said = with(&["practice", &role, "--answers", name], "skip\nquit\n", &[]).ok();
    assert!(!said.contains("Kept in") && !backup.exists(), "{said}");
    let said = with(&["practice", &role, "--answers", name], "\nOne.\nTwo.\n.\n\nThree.\n.\n", &[]).ok();
    assert!(said.contains("Kept in ") && said.contains("answers.md.bak"), "{said}");
    assert_eq!(fs::read_to_string(&backup).expect("a file"), before);
    let kept = fs::read_to_string(&path).expect("a file");
    assert!(kept.contains("> One.\n> Two.\n") && kept.contains("> Three.\n"), "{kept}");

    fs::write(&backup, "My own notes").expect("written");
    let error = with(&["practice", &role, "--answers", name], "\nFour.\n", &[]).refused();
    assert!(error.contains("Move it away"), "{error}");
    assert_eq!(fs::read_to_string(&backup).expect("a file"), "My own notes");
}

#[test]
fn a_typed_answer_needs_no_headings_of_parts() {
    let (_folder, role) = file("beekeeper.yaml", ROLE);
    let said = with(&["practice", &role], "\nI raised it to 900 kg.\n.\n", &[]).ok();
    assert!(said.contains("length") && !said.contains("undivided") && !said.contains("Situation 0"), "{said}");
}

#[test]
fn what_is_typed_before_enter_is_part_of_the_answer() {
    let (_folder, role, path) = answers_file();
    with(&["practice", &role, "--answers", path.to_str().expect("UTF-8")], "I fed them\nin June.\n.\n", &[]).ok();
    assert!(fs::read_to_string(&path).expect("a file").contains("> I fed them\n> in June.\n"));
}

#[test]
fn times_and_samples_are_told_as_people_say_them() {
    let said = |seconds| with(&["practice", "teacher", "--sample", "1", "--thinking", seconds], "", &[]).ok();
    assert!(said("1").contains("up to 1 second,") && said("0").contains("Press Enter and answer at once."));
    let error = with(&["practice", "teacher", "--sample", "0"], "", &[]).refused();
    assert!(error.contains("--sample 0 draws no question"), "{error}");
}

#[test]
fn a_file_that_is_no_answers_file_is_refused_before_anything_is_asked() {
    let error = with(&["practice", "teacher", "--answers", "no.md"], "\n\n", &[]).refused();
    assert!(error.contains("Write it first:\n  rolefit draft answers teacher resume.md -o no.md\n"), "{error}");
    let (_a, notes) = file("notes.md", "# Notes\n");
    assert!(
        with(&["practice", "teacher", "--answers", &notes], "\n\n", &[]).refused().contains("nothing in this file")
    );
    assert_eq!(fs::read_to_string(&notes).expect("a file"), "# Notes\n");
}

#[test]
fn a_file_for_another_role_is_warned_of_with_what_to_type() {
    let (_folder, _role, path) = answers_file();
    let name = path.to_str().expect("UTF-8");
    let run = with(&["practice", "teacher", "--answers", name], "quit\n", &[]);
    assert_eq!(run.status, 0);
    let told = "this was written for the role \"Beekeeper\" (beekeeper), not for \"Teacher\"";
    assert!(run.err.contains(told) && run.err.contains(&format!("ROLE.yaml --answers {name}\n")), "{}", run.err);
}

#[test]
fn a_sample_is_the_same_for_a_seed() {
    let draw = || with(&["practice", "teacher", "--sample", "2", "--seed", "7"], "", &[]).ok();
    assert!(draw().contains("Question 1 of 2"));
    assert_eq!(draw(), draw());
}

#[cfg(unix)]
mod interrupts {
    use std::fs;
    use std::io::{Read, Write};
    use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

    use super::answers_file;

    /// A run of `practice` that is typed to, ended with the test whatever becomes of it.
    struct Interview {
        child: Child,
        keys: ChildStdin,
        screen: ChildStdout,
    }

    impl Interview {
        fn new(command: &mut Command) -> Self {
            let piped = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
            let mut child = piped.spawn().expect("the program runs");
            let (keys, screen) = (child.stdin.take().expect("keys"), child.stdout.take().expect("a screen"));
            Self { child, keys, screen }
        }

        fn types(&mut self, keys: &str) {
            self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("typed");
        }

        /// Reads until `part` is shown.
        fn until(&mut self, part: &str) -> String {
            let (mut shown, mut byte) = (Vec::new(), [0]);
            while !shown.ends_with(part.as_bytes()) {
                let read = self.screen.read(&mut byte).expect("read");
                assert!(read > 0, "it ended before it showed {part}: {}", String::from_utf8_lossy(&shown));
                shown.push(byte[0]);
            }
            String::from_utf8(shown).expect("UTF-8")
        }

        /// What is shown to the end, and the status.
        fn end(&mut self) -> (String, i32) {
            let mut shown = String::new();
            self.screen.read_to_string(&mut shown).expect("UTF-8");
            (shown, self.child.wait().expect("it ends").code().expect("a status"))
        }
    }

    impl Drop for Interview {
        fn drop(&mut self) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }

    #[test]
    fn a_signal_in_the_middle_of_an_answer_loses_nothing() {
        for (signal, status) in [("-INT", 130), ("-TERM", 143), ("-HUP", 129)] {
            let (_folder, role, path) = answers_file();
            let before = fs::read_to_string(&path).expect("a file");
            let mut command = Command::new(assert_cmd::cargo::cargo_bin!("rolefit"));
            let mut interview = Interview::new(command.args(["practice", &role, "--answers"]).arg(&path));
            interview.until("then press Enter.");
            interview.types("\nI raised it.\nThen I st");
            interview.until("The clock runs.");
            let id = interview.child.id().to_string();
            assert!(Command::new("kill").args([signal, &id]).status().expect("kill runs").success());
            let (shown, code) = interview.end();
            assert_eq!(code, status, "{shown}");
            assert!(shown.contains("Stopped.") && shown.contains("Practised: 1 of 2"), "{shown}");
            assert!(shown.contains("Kept in") && !shown.contains("Question 2"), "{shown}");
            let kept = fs::read_to_string(&path).expect("a file");
            assert!(kept.contains("> I raised it.\n> Then I st\n"), "{signal}: {kept}");
            assert_eq!(fs::read_to_string(path.with_extension("md.bak")).expect("a file"), before);
        }
    }

    /// On a terminal the system keeps the line that is being typed, and throws it away at Ctrl-C.
    #[test]
    fn ctrl_c_on_a_terminal_keeps_the_half_line_and_leaves_the_terminal_as_it_was() {
        let (_folder, role, path) = answers_file();
        let program = assert_cmd::cargo::cargo_bin!("rolefit").to_str().expect("UTF-8").to_owned();
        let practice = format!("{program} practice {role} --answers {}", path.to_str().expect("UTF-8"));
        // The key reaches the shell as well, and some shells would end by it before they tell the status.
        let whole = format!("trap : INT; stty -onlcr; stty -g; {practice}; echo status $?; stty -g; echo over");
        let mut script = Command::new("script");
        let mut interview = Interview::new(script.args(["-qec", &whole, "/dev/null"]));
        let before = interview.until("\n");
        interview.until("then press Enter.");
        interview.types("\r");
        interview.until("The clock runs.");
        interview.types("I raised it.\rThen I st");
        interview.until("Then I st");
        interview.types("\u{3}");
        let shown = interview.until("status 130\n");
        assert!(shown.contains("Stopped.") && shown.contains("Kept in"), "{shown}");
        assert_eq!(interview.until("\n"), before, "the terminal is as it was");
        interview.until("over");
        let kept = fs::read_to_string(&path).expect("a file");
        assert!(kept.contains("> I raised it.\n> Then I st\n"), "{kept}");
    }
}
