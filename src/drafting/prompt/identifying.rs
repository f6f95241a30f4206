//! Words that tell who somebody is, and words that do not. The lists are data: `identifying.yaml` and `english.txt` beside
//! this file.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lexicon;
use crate::role::Role;
use crate::text::{one_spelling, stem, tokens};

#[derive(Default, Deserialize)]
pub(super) struct Source {
    pub(super) names: HashSet<String>,
    pub(super) family_names: HashSet<String>,
    pub(super) no_names_at_the_beginning: HashSet<String>,
    pub(super) before_persons: HashSet<String>,
    pub(super) before_persons_only: HashSet<String>,
    pub(super) likely_persons: HashSet<String>,
    pub(super) before_firms: HashSet<String>,
    pub(super) before_technologies: HashSet<String>,
    pub(super) places: HashSet<String>,
    pub(super) titles: HashSet<String>,
    pub(super) streets: Vec<String>,
    pub(super) streets_in_one: Vec<String>,
    pub(super) streets_by_themselves: Vec<String>,
    pub(super) streets_before: Vec<String>,
    pub(super) streets_behind_number: Vec<String>,
    pub(super) before_births: Vec<String>,
    pub(super) before_numbers: Vec<String>,
    pub(super) before_numbers_at_once: Vec<String>,
    pub(super) before_own_name: Vec<String>,
    pub(super) behind_own_name: HashSet<String>,
    pub(super) first_names: HashSet<String>,
    pub(super) domains: HashSet<String>,
    pub(super) states: HashSet<String>,
    pub(super) state_names: Vec<String>,
    pub(super) countries: Vec<String>,
    pub(super) months: HashSet<String>,
    pub(super) ordinary: HashSet<String>,
    pub(super) job_words: HashSet<String>,
    pub(super) legal_forms: HashSet<String>,
    pub(super) heading_words: HashSet<String>,
}

// The file is part of the program, and a test reads it.
pub(super) static SOURCE: LazyLock<Source> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("identifying.yaml")).unwrap_or_default());

static ENGLISH: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("english.txt").lines().filter(|line| !line.starts_with('#')).collect());

/// What is known of words: from English, from the lexicon, from the role.
pub(super) struct Words {
    role: HashSet<String>,
}

impl Words {
    pub(super) fn new(role: &Role) -> Self {
        let spec = &role.spec;
        let items = spec.activities.iter().chain(&spec.kpis).chain(&spec.requirements);
        let texts = items.flat_map(|item| {
            let told = [Some(&item.name), item.description.as_ref(), item.example.as_ref()];
            told.into_iter().flatten().chain(&item.keywords).chain(&item.measures).cloned().collect::<Vec<_>>()
        });
        Self { role: texts.flat_map(|text| tokens(&text)).map(|token| stem(&token.text)).collect() }
    }

    /// Whether a word says nothing of who somebody is: it is English, or a term of the lexicon or the role.
    pub(super) fn is_known(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        is_ordinary(&word)
            || self.is_term(&word)
            || is_slip(&word)
            || parts(&word).is_some_and(|parts| parts.iter().all(|part| part.is_empty() || self.is_known(part)))
    }

    /// Whether a word is a technology or another term of some work and no ordinary word.
    pub(super) fn is_technology(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        !is_ordinary(&word) && self.is_term(&word)
    }

    fn is_term(&self, word: &str) -> bool {
        let spelt = one_spelling(word);
        let spelt = spelt.as_deref().unwrap_or(word);
        lexicon::word(spelt).is_some() || self.role.contains(&stem(spelt))
    }
}

/// Whether a long word is an English one but for a letter: "voltunteer". Names so near to a long word are rare.
fn is_slip(word: &str) -> bool {
    const FEWEST: usize = 8;
    let alike = |known: &&str| {
        known.len().abs_diff(word.len()) < 2
            && known.as_bytes().first() == word.as_bytes().first()
            && known.len() >= FEWEST
    };
    word.len() >= FEWEST
        && ENGLISH.iter().filter(|known| alike(known)).any(|known| strsim::osa_distance(known, word) == 1)
}

/// Whether a word in small letters is by itself a term of the lexicon.
pub(super) fn is_whole_term(word: &str) -> bool {
    lexicon::phrases(std::iter::once(lexicon::word(word))).next().is_some()
}

/// Whether a word in small letters is one of everyday language.
pub(super) fn is_ordinary(word: &str) -> bool {
    SOURCE.ordinary.contains(word) || SOURCE.places.contains(word) || is_english(word)
}

/// The parts of "back-end" or "CI&CD".
fn parts(word: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = word.split(['-', '–', '&', '’', '\'']).collect();
    (parts.len() > 1).then_some(parts)
}

/// Whether a word in small letters is an English word or a form of one. The list has no word of one or two letters: all of
/// them are.
pub(in crate::drafting) fn is_english(word: &str) -> bool {
    if word.chars().count() < 3 && word.chars().all(char::is_alphabetic) {
        return true;
    }
    let bare = BEFORE.iter().find_map(|beginning| word.strip_prefix(beginning).filter(|rest| rest.len() > 4));
    [Some(word), bare].into_iter().flatten().any(|word| ENGLISH.contains(word) || without_ending(word))
}

const BEFORE: [&str; 7] = ["non", "pre", "pro", "re", "un", "multi", "sub"];

/// Whether an English word is left when an ending is taken off. Short words keep theirs: "Jared" is no jar.
fn without_ending(word: &str) -> bool {
    const ENDINGS: [(&str, &[&str]); 8] = [
        ("s", &[""]),
        ("es", &[""]),
        ("ies", &["y"]),
        ("ed", &["", "e"]),
        ("ied", &["y"]),
        ("ing", &["", "e"]),
        ("ly", &["", "le"]),
        ("ness", &[""]),
    ];
    ENDINGS.iter().any(|(ending, instead)| {
        let Some(rest) = word.strip_suffix(ending).filter(|rest| rest.len() > 3) else { return false };
        let once = rest.char_indices().next_back().map_or("", |(at, _)| &rest[..at]);
        let doubled = rest.len() > 4 && rest.ends_with(|last| once.ends_with(last));
        instead.iter().any(|instead| ENGLISH.contains(format!("{rest}{instead}").as_str()))
            || (doubled && matches!(*ending, "ed" | "ing") && ENGLISH.contains(once))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read() {
        assert!(!SOURCE.names.is_empty() && ENGLISH.len() > 10_000);
    }

    #[test]
    fn forms_of_english_words_are_known_and_names_are_not() {
        for word in ["regularly", "proactively", "planned", "running", "policies", "subcomponents", "as"] {
            assert!(is_english(word), "{word}");
        }
        // An apostrophe that is no ASCII stands before the "s".
        assert!(!is_english("debordʼs") && !is_english("ingénieur’s"));
        assert!(is_slip("voltunteer") && !is_slip("anderson"));
        for name in ["jared", "billy", "cohen", "williams", "kelly", "sanders", "anna", "ted"] {
            assert!(!is_english(name), "{name}");
        }
    }
}
