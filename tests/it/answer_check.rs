use serde_json::Value;

use crate::support::{file, rolefit};

const ROLE: &str = "title: Beekeeper\nkpis:\n  - name: Honey yield\n    description: Honey yield of the hives\n    keywords: [honey yield]\nquestions:\n  \
    - {text: Tell me about a year with a high honey yield., topics: [Practice]}\n  \
    - {text: What is a queen excluder?, topics: [Theory]}\n  - {text: Tell me about a swarm you caught., topics: [Practice]}\n  \
    - {text: Tell me about a hard winter., topics: [Weather]}\n";
const RESUME: &str =
    "# Experience\n\n### Beekeeper, Hilltop\n\n- Raised honey yield to 900 kg from 40 hives with Varroa traps\n";

/// The answers file with these words below the first question's parts, and these below the heading of the second.
fn checked(first: [&str; 4], second: &str, extra: &[&str]) -> crate::support::Run {
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let mut sheet = rolefit(&["draft", "answers", &role, &resume]).ok();
    for (part, text) in ["Situation", "Task", "Action", "Result"].into_iter().zip(first) {
        sheet = sheet.replacen(&format!("### {part}\n"), &format!("#### {part}\n\n{text}\n"), 1);
    }
    sheet = sheet.replacen("### Definition\n", second, 1);
    let (_c, answers) = file("answers.md", sheet);
    let extra: Vec<&str> = extra.iter().map(|word| if *word == "RESUME" { resume.as_str() } else { *word }).collect();
    rolefit(&[&["answer-check", &role, &answers], extra.as_slice()].concat())
}

fn rules(answer: &Value) -> Vec<&str> {
    crate::support::all(&answer["findings"], "rule")
}

fn first(parts: [&str; 4], extra: &[&str]) -> Value {
    checked(parts, "", &[&["--format", "json"], extra].concat()).json()["answers"][0].clone()
}

#[test]
fn a_good_answer_has_its_length_parts_and_kpis_and_nothing_to_mend() {
    let action = "I moved the hives to the lime trees and counted mites in every hive. ".repeat(9);
    let situation =
        "In my second year at Hilltop the spring was cold and the bees were weak after the winter. ".repeat(2);
    let task = "My task was to bring the harvest back to what it had been in the years before that winter. ".repeat(2);
    let result = "I raised the honey yield to 900 kg from 40 hives, and we kept all of them alive. ".repeat(2);
    let answer = first([&situation, &task, &action, &result], &[]);
    assert_eq!(answer["findings"], Value::Array(Vec::new()), "{answer}");
    assert_eq!(answer["kpis"][0]["name"], "Honey yield");
    let words = answer["words"].as_u64().expect("a number");
    assert_eq!(answer["seconds"].as_u64(), Some((words * 60).div_ceil(140)));
    assert_eq!(answer["parts"][3]["part"], "Result");
}

#[test]
fn a_part_that_is_missing_a_result_without_a_number_and_a_slot_are_told() {
    let answer = first(["It was cold.", "", "I fed them for [how long].", "All went well."], &[]);
    for rule in ["slot-left", "missing-part", "too-short", "empty-result"] {
        assert!(rules(&answer).contains(&rule), "{rule} in {answer}");
    }
    assert!(answer["findings"].to_string().contains("lacks Task"), "{answer}");
    let answer = first(["It was cold.", "To feed them.", "I fed them.", "The bees came back."], &[]);
    assert!(rules(&answer).contains(&"no-number") && !rules(&answer).contains(&"empty-result"), "{answer}");
}

#[test]
fn a_result_that_only_says_that_all_went_well_is_told() {
    let answer =
        first(["It was cold.", "To feed them.", "I fed them.", "It went very well and everyone was happy."], &[]);
    let said = answer["findings"].to_string();
    assert!(said.contains("only that it was good: \\\"went very well, was happy\\\""), "{said}");
    assert!(!rules(&answer).contains(&"no-number"), "{said}");
}

#[test]
fn a_story_on_one_line_and_in_letters_has_its_parts() {
    for story in [
        "Situation: It was cold. Task: To feed them. Action: I fed 40 hives. Result: We got 900 kg.",
        "situation: It was cold. task: To feed them. action: I fed 40 hives. result: We got 900 kg.",
        "**Situation** – It was cold.\n**Task** – To feed them.\n**Action** – I fed 40 hives.\n**Result** – We got 900 kg.",
        "S: It was cold. T: To feed them. A: I fed 40 hives. R: We got 900 kg.",
    ] {
        let answer = first([story, "", "", ""], &[]);
        let words: Vec<u64> = answer["parts"]
            .as_array()
            .expect("parts")
            .iter()
            .map(|part| part["words"].as_u64().expect("a number"))
            .collect();
        assert_eq!(words, [3, 3, 4, 4], "{story}: {answer}");
        assert!(!rules(&answer).contains(&"missing-part"), "{answer}");
    }
}

#[test]
fn the_work_of_others_and_filler_are_told() {
    let answer =
        first(["We had bees.", "Our task was honey.", "We basically fed them, you know.", "We got 900 kg."], &[]);
    assert!(rules(&answer).contains(&"not-own-work") && rules(&answer).contains(&"filler"), "{answer}");
    assert!(answer["findings"].to_string().contains("\\\"basically\\\", \\\"you know\\\""), "{answer}");
}

#[test]
fn where_something_is_explained_we_counts_for_what_was_done_alone() {
    let parts = ["It was cold.", "I had bees.", "I fed them.", "I made 900 kg."];
    let second = |below: &str| {
        let report = checked(parts, &format!("### Definition\n\n{below}\n"), &["--format", "json"]).json();
        report["answers"][1].clone()
    };
    let explained = second("We use it to keep our queen below. We need our frames clean, as we know.");
    assert!(!rules(&explained).contains(&"not-own-work"), "{explained}");
    let told = second("A grid. We built 12 of them and we then sold our best. I painted them.");
    assert!(told.to_string().contains("says of what was done \\\"we\\\" 2 times, \\\"I\\\" once"), "{told}");
}

#[test]
fn praise_that_nothing_shows_is_filler() {
    let answer = first(["I am a team player.", "I had bees.", "I am a real team player.", "I made 900 kg."], &[]);
    assert!(answer["findings"].to_string().contains("say nothing: \\\"team player\\\" (2 times)"), "{answer}");
}

#[test]
fn claims_that_are_not_in_the_resume_are_named() {
    let told = [
        "I was at Hilltop with Varroa traps.",
        "My task was honey.",
        "I asked Zyxwa and used PostgreSQL.",
        "I made 950 kg from 40 hives.",
    ];
    let claims = first(told, &["--resume", "RESUME"])["findings"].to_string();
    assert!(claims.contains("not in the resume: Zyxwa, PostgreSQL, 950"), "{claims}");
    assert!(!first(told, &[])["findings"].to_string().contains("not in the resume"));
}

#[test]
fn a_name_is_told_whole_and_one_that_the_resume_has_in_another_form_is_none() {
    let told = [
        "Mayo Clinic asked us at the Hilltops.",
        "My task was for the University of Zyxwa, as Dr. Qwertz Kim said.",
        "I showed HILLTOP'S Apiaries what Hilltop Apiary does, and the HAS.",
        "I made 900 kg in Mayo.",
    ];
    let resume = "# Experience\n\n## Keeper at the Hilltop Apiary Society\n\n- Made 900 kg of honey\n";
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", resume));
    let [situation, task, action, result] = told;
    let written = format!(
        "### Situation\n\n{situation}\n\n### Task\n\n{task}\n\n### Action\n\n{action}\n\n### Result\n\n{result}\n"
    );
    let room = "### Situation\n\n### Task\n\n### Action\n\n### Result\n";
    let sheet = rolefit(&["draft", "answers", &role, &resume]).ok().replacen(room, &written, 1);
    let (_c, answers) = file("answers.md", sheet);
    let report = rolefit(&["answer-check", &role, &answers, "--resume", &resume, "--format", "json"]).json();
    let findings = report["answers"][0]["findings"].to_string();
    assert!(findings.contains("not in the resume: Mayo Clinic, University of Zyxwa, Dr. Qwertz Kim\""), "{findings}");
}

#[test]
fn my_and_our_make_no_work_ones_own_and_the_part_that_tells_the_deeds_counts_alone() {
    let we = "We met my manager, we fed my bees and my team, and we sold. I saw my friend. I ate.";
    let answer = first([we, "My task was honey.", "I fed them.", "I made 900 kg. I did it myself."], &[]);
    assert!(!rules(&answer).contains(&"not-own-work"), "I 4 times, we 3 times: {answer}");
    let answer = first([we, "My task was honey.", "My bees.", "900 kg."], &[]);
    assert!(answer.to_string().contains("says \\\"we\\\" 3 times, \\\"I\\\" 2 times"), "{answer}");
    let padded =
        ["I was there. I saw it. I knew.", "I had to.", "We fed them and we sold. I watched.", "I made 900 kg."];
    let answer = first(padded, &[]);
    assert!(answer.to_string().contains("says under Action \\\"we\\\" 2 times, \\\"I\\\" once"), "{answer}");
}

#[test]
fn the_same_paragraph_under_every_heading_is_told() {
    let told = "I moved the hives to the lime trees and made 900 kg.";
    let answer = first([told, "My task was honey.", told, told], &[]);
    assert!(rules(&answer).contains(&"repeated-part"), "{answer}");
    let findings = answer["findings"].to_string();
    assert!(findings.contains("says the same under Situation and Action and Result"), "{findings}");
    let answer = first(["It was a cold spring.", "My task was honey.", told, "We made 900 kg."], &[]);
    assert!(!rules(&answer).contains(&"repeated-part"), "{answer}");
}

#[test]
fn an_answer_that_is_too_long_is_told_its_time() {
    let long = "I looked after every hive with care. ".repeat(70);
    let answer = first(["It was cold.", "I had bees.", &long, "I made 900 kg."], &[]);
    assert!(rules(&answer).contains(&"too-long") && rules(&answer).contains(&"balance"), "{answer}");
}

#[test]
fn topics_without_an_answer_and_the_share_of_answers_are_told() {
    let parts = ["It was cold.", "I had bees.", "I fed them.", "I made 900 kg."];
    let run = checked(parts, "A grid.\n", &["--min-answered", "60"]);
    assert_eq!(run.status, 1);
    assert!(run.out.contains("2 of 4 answered") && run.out.contains("Weather (1 question)"), "{}", run.out);
    assert!(run.err.contains("2 of 4 questions are answered: 50%"), "{}", run.err);
    checked(parts, "A grid.\n", &["--min-answered", "50"]).ok();
    assert!(run.out.lines().all(|line| line.chars().count() <= 80 && line == line.trim_end()), "{}", run.out);
}

#[test]
fn one_story_told_in_three_answers_is_told() {
    let ((_a, role), (_b, resume)) = (file("beekeeper.yaml", ROLE), file("resume.md", RESUME));
    let story = "### Action\n\nI split the colony beside the orchard, painted the boxes yellow and carried them uphill before sunrise.\n";
    let sheet = rolefit(&["draft", "answers", &role, &resume]).ok().replace("### Action\n", story);
    let (_c, answers) = file("answers.md", sheet);
    let report = rolefit(&["answer-check", &role, &answers, "--format", "json"]).json();
    assert_eq!(report["stories"][0]["questions"], serde_json::json!([1, 3, 4]));
    assert!(rules(&report["answers"][3]).contains(&"repeated-story"), "{report}");
}

#[test]
fn findings_have_the_formats_of_other_checks() {
    let parts = ["It was cold.", "", "I fed them.", "All well."];
    let brief = checked(parts, "", &["--format", "brief"]).ok();
    assert!(
        brief.contains("answers.md:11:1: warning") && brief.contains("high honey yield.\"): lacks Task"),
        "{brief}"
    );
    let sarif: Value = serde_json::from_str(&checked(parts, "", &["--format", "sarif"]).ok()).expect("JSON");
    assert_eq!(sarif["version"], "2.1.0");
    assert!(checked(parts, "", &["--format", "github"]).ok().contains("::warning "));
    assert!(checked(parts, "", &["--format", "junit"]).ok().contains("<testsuite name="));
    assert!(checked(parts, "", &["--format", "markdown"]).ok().starts_with("# Beekeeper: answers in "));
}

#[test]
fn programs_and_spreadsheets_get_a_line_a_question() {
    let parts = ["It was cold.", "", "I fed them.", "=All well."];
    let lines = checked(parts, "", &["--format", "jsonl"]).ok();
    let records: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(records.len(), 4);
    let whole = checked(parts, "", &["--format", "json"]).json();
    for (record, answer) in records.iter().zip(whole["answers"].as_array().expect("a list")) {
        assert_eq!((&record["question"], &record["findings"]), (&answer["question"], &answer["findings"]));
        assert_eq!((&record["role"], &record["schema_version"]), (&"beekeeper".into(), &whole["schema_version"]));
    }
    let told = serde_json::json!([
        {"part": "Situation", "text": "It was cold."}, {"part": "Action", "text": "I fed them."}, {"part": "Result", "text": "=All well."}
    ]);
    assert_eq!(records[0]["told"], told);

    let rows = checked(parts, "", &["--format", "csv"]).ok();
    let first = "number,question,topics,kind,line,source,words,seconds,parts,kpis,rules,findings\n\
                 1,Tell me about a year with a high honey yield.,Practice,behavioural,11,written,8,4,\
                 Situation 3; Task 0; Action 3; Result 2,,missing-part; too-short; no-number; no-kpi,lacks Task; ";
    assert!(rows.starts_with(first) && rows.lines().count() == 5, "{rows}");
    let (_a, role) = file("role.yaml", ROLE.replace("What is a queen", "=1+1"));
    let (_b, resume) = file("resume.md", RESUME);
    let (_c, answers) = file("answers.md", rolefit(&["draft", "answers", &role, &resume]).ok());
    let rows = rolefit(&["answer-check", &role, &answers, "--format", "csv"]).ok();
    assert!(rows.contains("\n2,'=1+1 excluder?,"), "{rows}");
}

#[test]
fn the_page_shows_answers_with_what_to_mend_and_takes_no_text_for_markup() {
    let parts = ["It was <b>cold</b>.", "", "I fed them <script>alert(1)</script> well.", "All well."];
    let page = checked(parts, "", &["--format", "html", "--resume", "RESUME"]).ok();
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    let body = page.split_once("<body>").expect("a body").1.split_once("<script>").expect("a script").0;
    for part in [
        "&lt;b&gt;cold&lt;",
        "<strong>Result</strong> All well.",
        "lacks Task",
        "id=\"r-missing-part\"",
        "1</strong> of 4 answered",
    ] {
        assert!(body.contains(part), "{part} in {body}");
    }
    assert!(!body.contains("<b>") && !body.contains("style=") && !body.contains("http"), "{body}");
    assert_eq!((page.matches("<script").count(), page.matches("<style").count()), (1, 1));
}

#[test]
fn answers_to_another_role_are_warned_of_with_what_to_type() {
    let (_a, resume) = file("resume.md", RESUME);
    let sheet = rolefit(&["draft", "answers", "data-analyst", &resume]).ok();
    let (_b, answers) = file("answers.md", sheet);
    let run = rolefit(&["answer-check", "teacher", &answers]);
    assert_eq!(run.status, 0, "{}", run.err);
    let told = format!(
        "warning: {answers}: this was written for the role \"Data Analyst\" (data-analyst), not for \"Teacher\". \
         What fits it:\n  rolefit answer-check data-analyst {answers}\n"
    );
    assert_eq!(run.err, told);
    rolefit(&["answer-check", "data analyst", &answers]).ok();
}

#[test]
fn what_is_no_answers_file_is_refused() {
    let error = rolefit(&["answer-check", "teacher", "examples/resume.md"]).refused();
    let told = "examples/resume.md: nothing in this file was written by `rolefit draft answers`. Let it write one:\n  \
                rolefit draft answers teacher resume.md -o answers.md\n";
    assert!(error.contains(told), "{error}");
}
