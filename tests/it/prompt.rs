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
fn weak_lines_are_those_that_the_advice_warns_of() {
    let lines = prompted(&["--for", "lines"]).ok();
    assert!(lines.contains(": Cut p95 latency") && !lines.contains("weak: no-result): Cut"), "{lines}");
    assert!(lines.contains("(weak: weak-opener"), "{lines}");
    let (_folder, resume) = file("resume.md", RESUME);
    let advised = rolefit(&["advise", &resume, "--format", "brief"]).ok();
    let warned = advised.lines().filter(|line| line.contains(": warning: ")).map(|line| line.split(':').nth(1));
    let warned: std::collections::BTreeSet<_> = warned.collect();
    assert_eq!(lines.matches(" (weak: ").count(), warned.len(), "{lines}\n{advised}");
    let without = prompted(&["--for", "lines", "--ignore", "weak-opener"]).ok();
    assert!(!without.contains("weak-opener"), "{without}");
    assert!(!prompted(&["--for", "answers"]).ok().contains("(weak"), "answers rest on all facts alike");
}

#[test]
fn what_was_taken_out_is_counted_by_kind() {
    let run = prompted(&["--for", "lines", "--show-removed"]);
    assert_eq!(run.status, 0);
    for kind in [
        "e-mail addresses: 1",
        "links: 1",
        "addresses: 1",
        "employers, schools and projects: 1",
        "may be names: 1",
        "your own name: 1",
    ] {
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

const NURSE: &str = "# Grace Field, RN\n\n12 Elm St, Toledo, OH 43604 | Toledo, OH | (419) 555-0182 | grace.field@example.com\n\
    RN License #123456 | Lic. no. 998877\n\n## Experience\n\n### Registered Nurse, Mercy Hospital, Toledo, OH (2019 – now)\n\n\
    - Grace's handover template was adopted by 3 units; Grace led the training of 14 nurses in Toledo\n\
    - Worked with Mark Cable and Sarah Plate at Mercy Hospital\n- Kept Grace_Field_rota.xlsx for gfield and gracefield\n\
    - Renewed RN License #123456 and NPI 1234567893\n- Moved from Chicago, IL to Reading, England\n\n## Skills\n\n\
    Epic, wound care, BLS\n\nGrace Field, Toledo, grace.field@example.com, +1 419 555 0182, nursing\n";

fn of_nurse(extra: &[&str]) -> String {
    let (_folder, resume) = file("resume.md", NURSE);
    let prompt = rolefit(&[&["prompt", "registered-nurse", &resume, "--for", "lines"], extra].concat()).ok();
    prompt.split_once("Facts:\n").expect("facts").1.to_owned()
}

#[test]
fn the_name_at_the_top_goes_everywhere_and_so_do_towns_and_licences() {
    let facts = of_nurse(&[]);
    let lower = facts.to_lowercase();
    for word in [
        "grace",
        "field",
        "toledo",
        "oh ",
        "elm",
        "123456",
        "998877",
        "1234567893",
        "cable",
        "sarah",
        " plate",
        "chicago",
        "reading",
    ] {
        assert!(!lower.contains(word), "{word} in {facts}");
    }
    assert!(
        facts.contains("[MY NAME]'s handover template was adopted by 3 units; [MY NAME] led the training"),
        "{facts}"
    );
    assert!(facts.contains("at [EMPLOYER 1]\n"), "{facts}");
}

#[test]
fn a_row_of_contacts_is_no_skill() {
    let facts = of_nurse(&[]);
    assert_eq!(facts.matches("(skills)").count(), 1, "{facts}");
    assert!(facts.contains("(skills): Epic, wound care, BLS"), "{facts}");
}

#[test]
fn employers_stay_where_that_is_asked_for_and_other_words_go() {
    let facts = of_nurse(&["--keep-employers", "--take-out", "handover TEMPLATE", "--take-out", "Epic"]);
    assert!(facts.contains("at Mercy Hospital\n") && !facts.contains("EMPLOYER"), "{facts}");
    assert!(!facts.contains("handover template") && !facts.contains("Epic"), "{facts}");
    assert!(!facts.contains("Grace") && !facts.contains("Toledo"), "{facts}");
}

#[test]
fn the_name_is_known_in_every_format() {
    let json = r#"{"basics": {"name": "Grace Field"}, "work": [{"position": "Nurse", "highlights": ["Grace led 14 nurses"]}]}"#;
    let latex = "\\documentclass{moderncv}\n\\name{Grace}{Field}\n\\begin{document}\n\\section{Experience}\n\\begin{itemize}\n\
        \\item Grace led 14 nurses\n\\end{itemize}\n\\end{document}\n";
    let yaml = "cv:\n  name: Grace Field\n  sections:\n    experience:\n      - company: Acme\n        position: Nurse\n        \
        highlights: [Grace led 14 nurses]\n";
    let text = "GRACE FIELD\n\nEXPERIENCE\n\n- Grace led 14 nurses\n";
    let html = "<h1>Grace Field</h1><h2>Experience</h2><ul><li>Grace led 14 nurses</li></ul>";
    for (name, source) in [("r.json", json), ("r.tex", latex), ("r.yaml", yaml), ("r.txt", text), ("r.html", html)] {
        let (_folder, resume) = file(name, source);
        let prompt = rolefit(&["prompt", "registered-nurse", &resume, "--for", "answers"]).ok();
        assert!(prompt.contains("[MY NAME] led 14 nurses"), "{name}: {prompt}");
    }
}
