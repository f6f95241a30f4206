//! What a requirement is about: "5+ years of hands-on experience with Python or Go is a plus" asks for Python or Go.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::{Gap, Token, TokenKind, tokens};

/// A skill has at most so many words; what is longer describes work.
const MOST_SKILL_WORDS: usize = 3;
/// A short word in capitals on both sides of a slash is one term ("CI/CD"), a longer one is a choice ("React/Angular").
const LONGEST_HALF: usize = 3;

/// The words of the file, in small letters.
#[derive(Default, Deserialize)]
struct Around {
    /// Words that say how well, how long or how urgently.
    measures: BTreeMap<String, HashSet<String>>,
    /// Words that join these to the skill; inside of what is asked for they stay.
    joining: HashSet<String>,
    /// Words that part one skill from the next.
    parting: HashSet<String>,
    /// Words of what stands under education.
    degrees: HashSet<String>,
}

static AROUND: LazyLock<Around> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/requirement_words.json"))).unwrap_or_default()
});

/// A requirement's name without the words around what it asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Requirement {
    /// What is left of the name, with a comma where words were left out between others; the whole name where nothing is.
    pub about: String,
    /// The skills that it names, as it spells them.
    pub skills: Vec<String>,
    /// One of the skills will do ("AWS or GCP").
    pub one_will_do: bool,
    /// It asks for a degree, a certificate or a licence, which no line of work shows.
    pub is_degree: bool,
}

impl Requirement {
    /// Reads a requirement's name; what is left of one that says nothing of a skill is the whole name, with no skills.
    #[must_use]
    pub fn of(name: &str) -> Self {
        Self::read(name, super::is_skill)
    }

    /// `tells` says of a single word that is no name whether it is a skill ("accounting") or says too little ("customers").
    fn read(name: &str, tells: impl Fn(&str) -> bool) -> Self {
        let words = tokens(name);
        let parts = parts(name, &words);
        let text = |part: &[Token]| part.first().zip(part.last()).map_or("", |(from, to)| &name[from.start..to.end]);
        let about = parts.iter().map(|part| text(part)).collect::<Vec<_>>().join(", ");
        let is_skill = |part: &&[Token]| match part {
            [word] => is_name(name, word) || tells(&word.text),
            _ => part.len() <= MOST_SKILL_WORDS && !part.iter().any(|word| AROUND.joining.contains(&word.text)),
        };
        let named = |part: &[Token]| -> Vec<String> {
            if is_skill(&part) {
                return vec![text(part).to_owned()];
            }
            let split = part.split(|word| AROUND.joining.contains(&word.text));
            let names = split.filter(|own| !own.is_empty() && own.iter().all(|word| is_name(name, word)));
            names.map(|own| text(own).to_owned()).collect()
        };
        let skills = parts.iter().flat_map(|part| named(part)).collect();
        let one_will_do = words.iter().any(|word| word.text == "or") || parts.windows(2).any(|two| choice(name, two));
        let is_degree = words.iter().any(|word| AROUND.degrees.contains(&word.text));
        Self { is_degree, about: if about.is_empty() { name.to_owned() } else { about }, skills, one_will_do }
    }
}

/// The runs of words that are left, each one skill or one piece of work.
fn parts<'w>(name: &str, words: &'w [Token]) -> Vec<&'w [Token]> {
    let mut parts: Vec<&[Token]> = Vec::new();
    let mut from = 0;
    for at in 0..=words.len() {
        let word = words.get(at);
        let dropped = word.is_none_or(|word| is_around(word, at == from));
        let begins = word.is_some_and(|word| at > from && begins_part(name, &words[at - 1], word));
        if !dropped && !begins {
            continue;
        }
        parts.push(trimmed(&words[from..at]));
        from = if dropped { at + 1 } else { at };
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// A word that is no part of a skill; `first` of a part, a figure tells how long or how many.
fn is_around(word: &Token, first: bool) -> bool {
    let around = &*AROUND;
    first && word.kind == TokenKind::Number
        || around.parting.contains(&word.text)
        || around.measures.values().any(|group| group.contains(&word.text))
}

fn begins_part(name: &str, before: &Token, word: &Token) -> bool {
    word.gap >= Gap::Comma || is_choice(name, before, word)
}

/// "React/Angular", but not "CI/CD".
fn is_choice(name: &str, before: &Token, word: &Token) -> bool {
    let long = |word: &Token| word.end - word.start > LONGEST_HALF;
    name[before.end..word.start].contains('/') && (long(before) || long(word))
}

fn choice(name: &str, two: &[&[Token]]) -> bool {
    let [before, after] = two else { return false };
    before.last().zip(after.first()).is_some_and(|(before, word)| is_choice(name, before, word))
}

/// Without the joining words at its ends.
fn trimmed(mut part: &[Token]) -> &[Token] {
    let joins = |word: &Token| AROUND.joining.contains(&word.text);
    while let [first, rest @ ..] = part
        && joins(first)
    {
        part = rest;
    }
    while let [rest @ .., last] = part
        && joins(last)
    {
        part = rest;
    }
    part
}

/// A name shows a capital that no sentence gives it, a figure or a sign.
fn is_name(name: &str, word: &Token) -> bool {
    let written = &name[word.start..word.end];
    let inner = |ch: char| ch.is_uppercase() || ch.is_ascii_digit() || matches!(ch, '+' | '#' | '.');
    let capital = word.start > 0 && written.starts_with(char::is_uppercase);
    capital || written.chars().skip(1).any(inner)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::Requirement;

    fn read(name: &str) -> (String, Vec<String>, bool) {
        let Requirement { about, skills, one_will_do, .. } = Requirement::read(name, |word| word == "beekeeping");
        (about, skills, one_will_do)
    }

    #[test]
    fn the_words_around_a_skill_are_left_out() {
        for (name, about, skills, one_will_do) in [
            ("5+ years of experience with Python and Django", "Python, Django", vec!["Python", "Django"], false),
            ("Strong knowledge of PostgreSQL", "PostgreSQL", vec!["PostgreSQL"], false),
            ("Experience with AWS or GCP", "AWS, GCP", vec!["AWS", "GCP"], true),
            (
                "Experience with Docker and Kubernetes is a plus",
                "Docker, Kubernetes",
                vec!["Docker", "Kubernetes"],
                false,
            ),
            (
                "Proficiency in React/Angular, CI/CD and unit testing",
                "React, Angular, CI/CD, unit testing",
                vec!["React", "Angular", "CI/CD", "unit testing"],
                true,
            ),
            ("At least three years' experience in beekeeping", "beekeeping", vec!["beekeeping"], false),
            ("Fluent in German (C1)", "German, C1", vec!["German", "C1"], false),
            ("Excellent communication skills", "communication", vec![], false),
            ("Experience leading a team of 5+ engineers", "leading a team of 5+ engineers", vec![], false),
            ("Automation with Python", "Automation with Python", vec!["Python"], false),
            ("ISO 9001 audits", "ISO 9001 audits", vec!["ISO 9001 audits"], false),
            ("Ability to work under pressure", "work under pressure", vec![], false),
            ("Required", "Required", vec![], false),
        ] {
            let skills: Vec<String> = skills.into_iter().map(str::to_owned).collect();
            assert_eq!(read(name), (about.to_owned(), skills, one_will_do), "{name}");
        }
    }

    #[test]
    fn a_degree_is_told_from_a_skill() {
        let is_degree = |name: &str| Requirement::of(name).is_degree;
        assert!(is_degree("Bachelor's degree in computer science or equivalent") && is_degree("CPA certification"));
        assert!(!is_degree("Experience with master data"), "{:?}", Requirement::of("master data"));
        assert!(!is_degree("Python"));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn nothing_is_said_that_the_name_does_not_hold(name in "[A-Za-z0-9 ,/.;:()+&'’äß-]{0,60}") {
            let asked = Requirement::of(&name);
            for skill in &asked.skills {
                prop_assert!(name.contains(skill.as_str()), "{skill}");
            }
            for part in asked.about.split(", ") {
                prop_assert!(name.contains(part), "{part}");
            }
        }
    }

    #[test]
    fn no_word_of_the_list_stands_in_two_groups() {
        let around = &*super::AROUND;
        let mut seen = std::collections::HashSet::new();
        let groups = around.measures.values().chain([&around.joining, &around.parting]);
        for word in groups.flatten() {
            assert!(seen.insert(word), "{word}");
            assert_eq!(*word, word.to_lowercase());
        }
        assert!(seen.len() > 100);
    }
}
