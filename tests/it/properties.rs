//! What holds for every line, however it is written.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use rolefit::matching::{Judge, Matcher, Strength};
use rolefit::role::Catalogue;
use rolefit::text::{Gap, tokens};

static MATCHERS: LazyLock<Vec<Matcher>> = LazyLock::new(|| {
    let matcher = |id| Matcher::new(&Catalogue::built_in().find(id).expect("a built-in role"));
    ["back-end-developer", "front-end-developer"].map(matcher).into()
});

fn scores(line: &str) -> Vec<f32> {
    MATCHERS.iter().flat_map(|matcher| scores_by(&mut matcher.judge(), line)).collect()
}

fn scores_by(judge: &mut Judge, line: &str) -> Vec<f32> {
    judge.judge(line).into_iter().map(|judgement| judgement.score).collect()
}

/// What people do, and to what, in words with two spellings, signs, figures and quotes.
const DONE: &[&str] = &[
    "Built",
    "Designed",
    "Optimised",
    "Led",
    "Wrote tests for",
    "Rewrote",
    "Debugged",
    "Reviewed",
    "Organised",
    "Deployed",
    "Monitored",
    "Analysed",
    "Modelled",
    "Helped with",
    "Mentored two colleagues on",
    "Migrated",
    "Documented",
    "Secured",
    "Cut the cost of",
    "Standardised",
    "Sold",
    "Taught",
];
const ON: &[&str] = &[
    "REST APIs in Java",
    "the team's code reviews",
    "a PostgreSQL schema",
    "React components",
    "CI/CD pipelines",
    "the call centre's dashboard",
    "query performance by 35%",
    "user behaviour",
    "the labelling programme",
    "SQL queries",
    "Node.js services",
    "C++ and C# libraries",
    ".NET back ends",
    "the \"checkout\" page",
    "the fulfilment service",
    "the customer's data model",
    "Kubernetes clusters",
    "Redis caching",
    "unit tests",
    "third-party payments",
    "the front-end build",
    "a catalogue of colours",
    "the theatre's licence",
    "page load time from 4 s to 1.2 s",
    "accessibility",
    "hospital wards",
    "an R&D budget",
    "OAuth 2.0 sign-in",
    "don't-repeat-yourself utilities",
];
const WITH: &[&str] = &[
    "",
    " with Docker",
    " for 10k+ users",
    ", cutting latency by 40%",
    " and monitored errors",
    " to ensure security",
    " using Go and gRPC",
    " – on time",
    "; fixed 30 bugs",
    " (12 people)",
    " in 2021",
];

fn line() -> impl Strategy<Value = String> {
    let word = prop_oneof![4 => Just(String::new()), 1 => "[a-z]{2,9}".prop_map(|word| format!(" {word}"))];
    (select(DONE), select(ON), word, select(WITH)).prop_map(|(done, on, word, with)| format!("{done} {on}{word}{with}"))
}

/// American spellings of what the templates write in British, both ways round.
const SPELLINGS: &[(&str, &str)] = &[
    ("Optimised", "Optimized"),
    ("Organised", "Organized"),
    ("Analysed", "Analyzed"),
    ("Modelled", "Modeled"),
    ("Standardised", "Standardized"),
    ("centre", "center"),
    ("behaviour", "behavior"),
    ("labelling", "labeling"),
    ("programme", "program"),
    ("fulfilment", "fulfillment"),
    ("catalogue", "catalog"),
    ("colours", "colors"),
    ("theatre", "theater"),
    ("licence", "license"),
];

/// Clauses that say nothing of a developer's work.
const UNRELATED: &[&str] = &[
    " and played the violin",
    ", far from home",
    " before the summer holidays",
    " despite the rain",
    " next to my bicycle",
    " and ate lunch",
    " on a sunny Tuesday",
];

/// The same, but a word of theirs stands in some description too ("company", "live").
const SHARING_A_WORD: &[&str] = &[" and enjoyed the company picnic", " while living in Madrid"];

/// The first criterion that scores more with the clause, and its scores.
fn raised(line: &str, clause: &str) -> Option<(usize, f32, f32)> {
    let (alone, longer) = (scores(line), scores(&format!("{line}{clause}")));
    let mut pairs =
        alone.into_iter().zip(longer).enumerate().map(|(criterion, (alone, longer))| (criterion, alone, longer));
    pairs.find(|(_, alone, longer)| longer > alone)
}

/// Arbitrary characters, with those that reading treats in a special way more often.
fn any_text() -> impl Strategy<Value = String> {
    let sign = select(
        &[
            '.', ' ', '-', '&', '\'', '’', '“', '#', '+', '%', '$', '/', 'e', 'R', 'ﬃ', 'İ', 'ß', '\u{301}', '\u{ad}',
            '•',
        ][..],
    );
    let piece = prop_oneof![
        2 => any::<char>().prop_map(String::from),
        3 => sign.prop_map(String::from),
        1 => select(ON).prop_map(String::from),
        1 => select(DONE).prop_map(|done| format!("{done} ")),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat().chars().take(400).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn capital_letters_do_not_matter(line in line()) {
        let known = scores(&line);
        prop_assert_eq!(&known, &scores(&line.to_uppercase()));
        prop_assert_eq!(&known, &scores(&line.to_lowercase()));
    }

    #[test]
    fn typographic_quotes_do_not_matter(line in line()) {
        let curly = line.replace('\'', "’").replacen('"', "“", 1).replace('"', "”");
        prop_assert_eq!(scores(&line), scores(&curly));
    }

    #[test]
    fn a_closing_full_stop_does_not_matter(line in line()) {
        prop_assert_eq!(scores(&line), scores(&format!("{line}.")));
    }

    #[test]
    fn spelling_does_not_matter(line in line()) {
        let american = SPELLINGS.iter().fold(line.clone(), |text, (british, american)| text.replace(british, american));
        prop_assert_eq!(scores(&line), scores(&american));
    }

    #[test]
    fn an_unrelated_clause_never_raises_a_score(line in line(), clause in select(UNRELATED)) {
        prop_assert_eq!(raised(&line, clause), None);
    }

    #[test]
    fn an_unrelated_clause_never_raises_a_score_by_a_shared_word(line in line(), clause in select(SHARING_A_WORD)) {
        prop_assert_eq!(raised(&line, clause), None);
    }

    #[test]
    fn scores_stay_between_0_and_1(text in any_text()) {
        for score in scores(&text) {
            prop_assert!(score.is_finite() && (0.0..=1.0).contains(&score), "{}", score);
        }
    }

    #[test]
    fn evidence_cuts_the_text_where_it_says(text in any_text()) {
        let chars: Vec<char> = text.chars().collect();
        for matcher in MATCHERS.iter() {
            let mut judge = matcher.judge();
            for criterion in 0..scores_by(&mut judge, &text).len() {
                for found in judge.evidence(&text, criterion) {
                    prop_assert!(found.start < found.end && found.end <= chars.len(), "{:?}", found);
                    prop_assert_eq!(&found.text, &chars[found.start..found.end].iter().collect::<String>());
                }
            }
        }
    }

    #[test]
    fn no_strength_stands_without_evidence(line in line()) {
        for matcher in MATCHERS.iter() {
            let mut judge = matcher.judge();
            for (criterion, found) in judge.judge(&line).into_iter().enumerate() {
                let shown = !judge.evidence(&line, criterion).is_empty();
                prop_assert!(shown || found.strength == Strength::None, "{line}: {found:?}");
            }
        }
    }

    #[test]
    fn lines_judged_before_do_not_matter(lines in prop::collection::vec(line(), 1..6), text in any_text()) {
        for matcher in MATCHERS.iter() {
            let mut judge = matcher.judge();
            for line in lines.iter().chain([&text]).chain(&lines) {
                prop_assert_eq!(scores_by(&mut judge, line), scores_by(&mut matcher.judge(), line));
            }
        }
    }

    #[test]
    fn tokens_stand_in_order_inside_the_text(text in any_text()) {
        let mut behind = 0;
        for token in tokens(&text) {
            prop_assert!(behind <= token.start && token.start < token.end && token.end <= text.len(), "{:?}", token);
            prop_assert!(text.get(token.start..token.end).is_some(), "{:?}", token);
            prop_assert!(!token.text.is_empty() && (token.gap != Gap::Joined || behind == token.start || token.start - behind <= 3));
            behind = token.end;
        }
    }

    #[test]
    fn a_bare_list_of_technologies_is_never_strong(list in prop::sample::subsequence(TECHNOLOGIES.to_vec(), 3..=8).prop_shuffle()) {
        for matcher in MATCHERS.iter() {
            for judgement in matcher.judge().judge(&list.join(", ")) {
                prop_assert!(judgement.strength < Strength::Strong, "{:?}: {}", list, judgement.score);
            }
        }
    }

    #[test]
    fn a_claim_to_know_technologies_is_never_strong(claim in prop::sample::select(CLAIMS.to_vec()), technologies in prop::sample::subsequence(TECHNOLOGIES.to_vec(), 1..=4).prop_shuffle()) {
        for matcher in MATCHERS.iter() {
            for judgement in matcher.judge().judge(&format!("{claim} {}", technologies.join(" and "))) {
                prop_assert!(judgement.strength < Strength::Strong, "{} {:?}: {}", claim, technologies, judgement.score);
            }
        }
    }
}

const CLAIMS: &[&str] = &[
    "Familiar with",
    "Good knowledge of",
    "Very proficient in",
    "Hands-on experience with",
    "Experienced in building and tuning services with",
    "Strong understanding of security testing, code reviews and",
];

const TECHNOLOGIES: &[&str] = &[
    "Java",
    "Spring",
    "MySQL",
    "Redis",
    "Python",
    "Django",
    "PostgreSQL",
    "Docker",
    "Kubernetes",
    "AWS",
    "React",
    "CSS",
    "TypeScript",
    "HTML5",
    "Jest",
    "REST APIs",
    "GraphQL",
    "Git",
    "CI/CD",
    "Node.js",
    "C#",
    ".NET",
    "Kafka",
    "Webpack",
];

/// Lines that say what was not done, or not yet.
const NOT_DONE: &[&str] = &[
    "No experience with MySQL query tuning",
    "Hoping to learn Kubernetes",
    "Never wrote unit tests",
    "No knowledge of REST APIs",
    "Looking to build React applications",
    "Eager to learn database design",
    "Would like to optimise SQL queries",
    "Interested in developing server-side applications",
    "Not familiar with Docker or CI/CD",
    "Have not reviewed code yet",
    "Planning to learn TypeScript and React",
    "Without experience in debugging",
    "Not involved in code reviews",
    "Without any experience of query tuning",
    "Wanted to learn database optimization",
    "Will improve test coverage next year",
    "Failed to meet the deadline of the release",
    "Caused a security breach",
    "Passionate about clean code",
    "Watched others fix production bugs",
];

/// Lines that once broke the program.
#[test]
fn a_verb_inside_a_verb_breaks_nothing() {
    let lines =
        ["Scrapped and load-tested and unit tested and set up and spun up the API", "Root-caused and fixed bugs"];
    assert!(lines.iter().all(|line| scores(line).iter().all(|score| score.is_finite())));
}

#[test]
fn what_was_not_done_is_no_evidence() {
    let evident: Vec<(&str, f32)> = NOT_DONE
        .iter()
        .map(|line| (*line, scores(line).into_iter().fold(0.0, f32::max)))
        .filter(|(_, score)| Strength::of(*score) != Strength::None)
        .collect();
    assert!(evident.is_empty(), "{evident:?}");
}
