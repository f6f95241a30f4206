use std::fs;

use crate::support::{file, rolefit};

const RESUME: &str = "# Zyxwa Qwertz\n\nzyxwa.qwertz@example.org · +46 70 123 45 67\n\n## Experience\n\n### Back-End Developer, Acme Google (2019 – 2021)\n\n\
    - Cut p95 latency from 900 ms to 140 ms with Redis caching for Acme Google\n- Asked Zyxwa and Mark at github.com/zyxwa, mail zq@example.org\n\
    - Helped with the database at 12 Long Hill Road\n\n## Skills\n\nJava, SQL\n";

fn prompted(extra: &[&str]) -> crate::support::Run {
    let (_folder, resume) = file("resume.md", RESUME);
    rolefit(&[&["prompt", "back-end-developer", &resume], extra].concat())
}

#[test]
fn what_tells_who_somebody_is_stays_out_and_what_was_done_stays_in() {
    for purpose in ["lines", "answers"] {
        let prompt = prompted(&["--for", purpose]).ok();
        let lower = prompt.to_lowercase();
        for word in ["zyxwa", "qwertz", "mark ", "acme", "example.org", "github", "123 45", "long hill"] {
            assert!(!lower.contains(word), "{word} in {prompt}");
        }
        assert!(
            prompt.contains("Cut p95 latency from 900 ms to 140 ms with Redis caching for [EMPLOYER 1]"),
            "{prompt}"
        );
        assert!(prompt.contains("Java, SQL") && !prompt.contains("ms [NAME"), "{prompt}");
        assert!(prompt.contains("Use only these facts") && prompt.contains("Leave [slots]"), "{prompt}");
    }
}

#[test]
fn a_prompt_for_lines_names_the_gaps_and_one_for_answers_the_questions() {
    let lines = prompted(&["--for", "lines"]).ok();
    assert!(lines.contains("\nMissing:\n\n- ") && !lines.contains("\nQuestions:\n"), "{lines}");
    let answers = prompted(&["--for", "answers", "--topic", "security"]).ok();
    assert_eq!(answers.matches("\n- Q").count(), 3, "{answers}");
    assert!(answers.contains("(parts: "), "{answers}");
    assert!(prompted(&["--for", "answers", "--topic", "securty"]).refused().contains("did you mean"));
}

#[test]
fn what_was_taken_out_is_counted_by_kind() {
    let run = prompted(&["--for", "lines", "--show-removed"]);
    assert_eq!(run.status, 0);
    for kind in
        ["e-mail addresses: 1", "links: 1", "addresses: 1", "employers, schools and projects: 1", "may be names: 2"]
    {
        assert!(run.err.contains(kind), "{kind} in {}", run.err);
    }
}

#[test]
fn a_prompt_goes_to_a_file_that_is_not_there_yet() {
    let (folder, resume) = file("resume.md", RESUME);
    let path = folder.path().join("prompt.txt");
    let args = ["prompt", "back-end-developer", &resume, "--for", "lines", "-o", path.to_str().expect("UTF-8")];
    assert!(rolefit(&args).ok().contains("words"));
    assert!(fs::read_to_string(&path).expect("a file").contains("Facts:"));
    assert!(rolefit(&args).refused().contains("--force"));
}

#[test]
fn the_examples_lose_no_technology_and_keep_no_employer() {
    let prompt = rolefit(&["prompt", "back-end-developer", "examples/resume.md", "--for", "lines"]).ok();
    for word in ["Parcelwise", "Northbank", "Lindqvist", "Lund", "pgquiet"] {
        assert!(!prompt.contains(word), "{word} in {prompt}");
    }
    for word in ["Redis", "PostgreSQL", "Kafka", "Kubernetes", "Spring Boot", "OAuth 2.0", "Java", "Go,"] {
        assert!(prompt.contains(word), "{word} not in {prompt}");
    }
}
