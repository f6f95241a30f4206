//! What holds of any text.

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use super::*;
use crate::resume::read_record;

fn lines() -> impl Strategy<Value = Vec<String>> {
    let words = prop::sample::select(vec![
        "Led",
        "Responsible for",
        "I",
        "was",
        "built",
        "by",
        "from",
        "to",
        "150%",
        "5",
        "$2M",
        "2031",
        "in",
        ";",
        ".",
        "—",
        "é",
        "🦀",
        "24/7",
        "Python",
        "3.11",
        "555-010-0199",
        "team player",
        "and",
        ",",
        "(",
        "uptime",
        ":",
        "of",
        "\u{301}",
        "-",
        "co",
        "the",
        "hats",
    ]);
    let line = prop::collection::vec(words, 0..24).prop_map(|words| words.join(" "));
    prop::collection::vec(prop_oneof![line, "\\PC{0,60}"], 1..12)
}

#[test]
fn advice_marks_words_of_its_line_and_is_the_same_each_time() {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(
        ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() },
        rng,
    );
    let settings = Settings { today: Some(TODAY), ..Settings::default() };
    runner
        .run(&lines(), |lines| {
            let record = serde_json::json!({"id": "a", "lines": lines}).to_string();
            let Ok(resume) = read_record(record.as_bytes()) else { return Ok(()) };
            let advice = advise(&resume, &settings);
            let judged: Vec<_> = resume.accomplishments().collect();
            for advice in &advice {
                let length = judged[advice.line].text.chars().count();
                prop_assert!(advice.start <= advice.end && advice.end <= length, "{advice:?}");
                prop_assert!(!advice.message.is_empty());
            }
            prop_assert_eq!(advise(&resume, &settings), advice);
            Ok(())
        })
        .expect("holds");
}

#[test]
fn a_long_line_takes_no_longer_than_it_must() {
    let line = "cut costs by 150% from 5 to 20 and I was paid in 2031; ".repeat(4000);
    let resume = read("r.txt", format!("- {line}").as_bytes(), Some(Format::Text)).expect("a resume");
    assert!(advise(&resume, &Settings::default()).len() < 100);
}
