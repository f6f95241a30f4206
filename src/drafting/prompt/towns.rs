//! Towns that a resume names beside a state or a country.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::resume::Resume;

use super::identifying::{SOURCE, Words};

/// A word or two with capitals, a comma, and a state or a country.
static BESIDE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let around: Vec<String> = SOURCE.states.iter().chain(&SOURCE.state_names).map(|name| regex::escape(name)).collect();
    let countries = SOURCE.countries.iter().map(|name| regex::escape(name));
    let around = around.into_iter().chain(countries).collect::<Vec<_>>().join("|");
    // The pattern is part of the program, and a test uses it.
    Regex::new(&format!(
        r"(?P<town>\p{{Lu}}[\p{{L}}.'’-]+(?:[ -]\p{{Lu}}[\p{{L}}.'’-]+){{0,2}}),\s*(?P<region>{around})\b"
    ))
    .ok()
});

/// The towns beside states and countries in `text`, with what they stand beside.
pub(super) fn beside<'t>(text: &'t str, words: &Words) -> Vec<(&'t str, &'t str)> {
    let Some(pattern) = BESIDE.as_ref() else { return Vec::new() };
    let found = pattern.captures_iter(text).filter_map(|found| {
        let (whole, town) = (found.get(0)?.as_str(), found.name("town")?.as_str());
        // "SQL, OR mappers"
        let is_word = WORDS.contains(&found.name("region")?.as_str());
        let named = || town.split([' ', '-']);
        let is_other = is_region(town)
            || named().any(is_title_word)
            || named().all(|word| SOURCE.places.contains(&word.to_lowercase()))
            || (is_word && named().any(|word| words.is_technology(word) || word == word.to_uppercase()));
        (!is_other).then_some((whole, town))
    });
    found.collect()
}

/// States whose abbreviations are words.
const WORDS: [&str; 6] = ["OR", "IN", "ME", "HI", "OK", "ON"];

/// Whether a name is that of a state or a country.
pub(super) fn is_region(name: &str) -> bool {
    let regions = SOURCE.states.iter().chain(&SOURCE.state_names).chain(&SOURCE.countries);
    regions.into_iter().any(|region| region == name)
}

/// All towns of a resume that can be told, the longest first.
pub(super) fn towns(resume: &Resume, words: &Words) -> Vec<String> {
    let sections = resume.lines.iter().filter_map(|line| line.section.as_ref());
    let lines = resume.lines.iter().map(|line| &line.text);
    let texts: BTreeSet<&String> = resume.top.iter().chain(sections).chain(lines).collect();
    let mut found: Vec<String> =
        texts.iter().flat_map(|text| beside(text, words)).map(|(_, town)| town.to_owned()).collect();
    found.sort_by_key(|town| (std::cmp::Reverse(town.chars().count()), town.clone()));
    found.dedup();
    found
}

/// "Nurse, OH" is a job and "Experience, US" a heading.
fn is_title_word(word: &str) -> bool {
    let small = word.to_lowercase();
    SOURCE.job_words.contains(&small) || SOURCE.heading_words.contains(&small)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Catalogue;

    #[test]
    fn a_town_stands_beside_a_state_or_a_country() {
        let words = Words::new(&Catalogue::built_in().find("back-end-developer").expect("a role"));
        let town = |text| beside(text, &words).into_iter().map(|(_, town)| town.to_owned()).collect::<Vec<_>>();
        for (text, expected) in [
            ("Moved from Chicago, IL to Bowling Green, Ohio", vec!["Chicago", "Bowling Green"]),
            ("12 Elm St, Toledo, OH 43604", vec!["Toledo"]),
            ("Reading, England · Lund, Sweden", vec!["Reading", "Lund"]),
            ("Sold in Spain, France, Italy and New York, New Jersey", vec![]),
            ("Wrote SQL, OR mappers and REST, IN that order", vec![]),
            ("Registered Nurse, OH", vec![]),
        ] {
            assert_eq!(town(text), expected, "{text}");
        }
    }
}
