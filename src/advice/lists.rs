//! The word lists of the rules: data, `wording.yaml` beside this file.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::{Token, stem, tokens};

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    weak_openers: Vec<String>,
    gaining: Vec<String>,
    gains: Vec<String>,
    before_the_verb: Vec<String>,
    no_adverbs: Vec<String>,
    between_subject_and_verb: Vec<String>,
    more_pasts: Vec<String>,
    more_bases: Vec<String>,
    bases_before_plurals: Vec<String>,
    prefixes: Vec<String>,
    same_past: Vec<String>,
    more_participles: Vec<String>,
    no_verbs: Vec<String>,
    also_nouns: Vec<String>,
    nouns_before_heads: Vec<String>,
    noun_heads: Vec<String>,
    function_words: Vec<String>,
    jobs: Vec<String>,
    verbs_that_are_titles: Vec<String>,
    fields_of_work: Vec<String>,
    nouns_like_verbs: Vec<String>,
    states: Vec<String>,
    be: Vec<String>,
    honours: Vec<String>,
    buzzwords_of_people: Vec<String>,
    buzzwords_of_things: Vec<String>,
    buzzwords_of_amounts: Vec<String>,
    named_by: Vec<String>,
    degrees: Vec<String>,
    praise_of_results: Vec<String>,
    skills_claimed: Vec<String>,
    claiming: Vec<String>,
    number_words: Vec<String>,
    measured_phrases: Vec<String>,
    names_with_numbers: Vec<String>,
    named_by_number: Vec<String>,
    kinds_by_number: Vec<String>,
    digit_words_that_are_names: Vec<String>,
    units: Vec<String>,
    result_words: Vec<String>,
    of_other_senses: Vec<String>,
    outcomes: Vec<String>,
    future_words: Vec<String>,
    said_to_readers: Vec<String>,
    falls: Vec<String>,
    rises: Vec<String>,
    at_most_all: Vec<String>,
    quota_words: Vec<String>,
    about_as_much: Vec<String>,
}

/// The lists, ready to be looked up.
pub(super) struct Lists {
    pub(super) weak_openers: Phrases,
    pub(super) gaining: Phrases,
    pub(super) gains: Words,
    pub(super) before_the_verb: Phrases,
    pub(super) no_adverbs: Words,
    pub(super) between_subject_and_verb: Words,
    pub(super) more_pasts: Words,
    pub(super) more_bases: Words,
    pub(super) bases_before_plurals: Words,
    pub(super) prefixes: Words,
    pub(super) same_past: Words,
    pub(super) more_participles: Words,
    pub(super) no_verbs: Words,
    pub(super) also_nouns: Words,
    pub(super) nouns_before_heads: Words,
    pub(super) noun_heads: Words,
    pub(super) function_words: Words,
    pub(super) jobs: Words,
    pub(super) verbs_that_are_titles: Words,
    pub(super) fields_of_work: Words,
    pub(super) nouns_like_verbs: Phrases,
    pub(super) states: Words,
    pub(super) be: Words,
    pub(super) honours: Words,
    pub(super) buzzwords_of_people: Phrases,
    pub(super) buzzwords_of_things: Phrases,
    pub(super) buzzwords_of_amounts: Phrases,
    pub(super) named_by: Phrases,
    pub(super) degrees: Words,
    pub(super) praise_of_results: Phrases,
    pub(super) skills_claimed: Phrases,
    pub(super) claiming: Phrases,
    pub(super) number_words: Words,
    pub(super) measured_phrases: Phrases,
    pub(super) names_with_numbers: Phrases,
    pub(super) named_by_number: Words,
    pub(super) kinds_by_number: Words,
    pub(super) digit_words_that_are_names: Words,
    pub(super) units: Words,
    pub(super) result_words: Phrases,
    pub(super) of_other_senses: Phrases,
    pub(super) outcomes: Phrases,
    pub(super) future_words: Phrases,
    pub(super) said_to_readers: Words,
    pub(super) falls: Phrases,
    pub(super) rises: Phrases,
    pub(super) at_most_all: Phrases,
    pub(super) quota_words: Phrases,
    pub(super) about_as_much: Phrases,
}

// The file is built in and a test reads it: the default is never met.
static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/wording.json"))).unwrap_or_default();
    Lists {
        weak_openers: Phrases::new(&file.weak_openers),
        gaining: Phrases::new(&file.gaining),
        gains: words(&file.gains),
        before_the_verb: Phrases::new(&file.before_the_verb),
        no_adverbs: words(&file.no_adverbs),
        between_subject_and_verb: words(&file.between_subject_and_verb),
        more_pasts: words(&file.more_pasts),
        more_bases: words(&file.more_bases),
        bases_before_plurals: words(&file.bases_before_plurals),
        prefixes: words(&file.prefixes),
        same_past: words(&file.same_past),
        more_participles: words(&file.more_participles),
        no_verbs: words(&file.no_verbs),
        also_nouns: words(&file.also_nouns),
        nouns_before_heads: words(&file.nouns_before_heads),
        noun_heads: words(&file.noun_heads),
        function_words: words(&file.function_words),
        jobs: words(&file.jobs),
        verbs_that_are_titles: words(&file.verbs_that_are_titles),
        fields_of_work: words(&file.fields_of_work),
        nouns_like_verbs: Phrases::exact(&file.nouns_like_verbs),
        states: words(&file.states),
        be: words(&file.be),
        honours: words(&file.honours),
        buzzwords_of_people: Phrases::exact(&file.buzzwords_of_people),
        buzzwords_of_things: Phrases::exact(&file.buzzwords_of_things),
        buzzwords_of_amounts: Phrases::exact(&file.buzzwords_of_amounts),
        named_by: Phrases::exact(&file.named_by),
        degrees: words(&file.degrees),
        praise_of_results: Phrases::exact(&file.praise_of_results),
        skills_claimed: Phrases::exact(&file.skills_claimed),
        claiming: Phrases::new(&file.claiming),
        number_words: words(&file.number_words),
        measured_phrases: Phrases::new(&file.measured_phrases),
        names_with_numbers: Phrases::new(&file.names_with_numbers),
        named_by_number: words(&file.named_by_number),
        kinds_by_number: words(&file.kinds_by_number),
        digit_words_that_are_names: words(&file.digit_words_that_are_names),
        units: words(&file.units),
        result_words: Phrases::new(&file.result_words),
        of_other_senses: Phrases::new(&file.of_other_senses),
        outcomes: Phrases::exact(&file.outcomes),
        future_words: Phrases::new(&file.future_words),
        said_to_readers: words(&file.said_to_readers),
        falls: Phrases::new(&file.falls),
        rises: Phrases::new(&file.rises),
        at_most_all: Phrases::new(&file.at_most_all),
        quota_words: Phrases::new(&file.quota_words),
        about_as_much: Phrases::exact(&file.about_as_much),
    }
});

/// All lists.
pub(super) fn lists() -> &'static Lists {
    &LISTS
}

/// Words as they are written, in small letters.
pub(super) type Words = HashSet<String>;

/// An entry may hold several words with commas between.
fn words(entries: &[String]) -> Words {
    entries.iter().flat_map(|entry| entry.split(',')).map(|word| word.trim().to_owned()).collect()
}

/// Phrases by their first words, the longest of each first; of words or of their stems.
pub(super) struct Phrases(HashMap<String, Vec<Vec<String>>>);

impl Phrases {
    /// Phrases that match in all inflections: to be held against stems.
    fn new(entries: &[String]) -> Self {
        Self::of(entries, stem)
    }

    /// Phrases that match as they are written: to be held against words.
    fn exact(entries: &[String]) -> Self {
        Self::of(entries, str::to_owned)
    }

    fn of(entries: &[String], form: impl Fn(&str) -> String) -> Self {
        let mut phrases: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for entry in entries {
            let words: Vec<String> = tokens(entry).iter().map(|token| form(&token.text)).collect();
            if let Some(first) = words.first() {
                phrases.entry(first.clone()).or_default().push(words);
            }
        }
        for alike in phrases.values_mut() {
            alike.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
        }
        Self(phrases)
    }

    /// How many of the words the longest phrase at their beginning takes.
    pub(super) fn at(&self, words: &[String]) -> Option<usize> {
        let alike = self.0.get(words.first()?)?;
        alike.iter().find(|phrase| words.starts_with(phrase)).map(Vec::len)
    }

    /// Whether words begin with one of the phrases; of phrases that match as they are written.
    pub(super) fn begin(&self, words: &[Token]) -> bool {
        let alike = words.first().and_then(|word| self.0.get(&word.text)).into_iter().flatten();
        let same = |phrase: &&Vec<String>| {
            words.len() >= phrase.len() && phrase.iter().zip(words).all(|(known, word)| *known == word.text)
        };
        alike.into_iter().any(|phrase| same(&phrase))
    }

    /// The first phrase anywhere: its first word and the word behind its last.
    pub(super) fn find(&self, words: &[String]) -> Option<(usize, usize)> {
        (0..words.len()).find_map(|at| self.at(&words[at..]).map(|length| (at, at + length)))
    }

    /// All phrases, in no order.
    #[cfg(test)]
    pub(super) fn all(&self) -> impl Iterator<Item = &Vec<String>> {
        self.0.values().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::{File, Phrases, lists};

    #[test]
    fn the_file_is_sound() {
        let file: Result<File, _> = serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/wording.json")));
        assert!(file.is_ok_and(|file| file.weak_openers.len() > 20));
        assert!(lists().more_pasts.contains("arose") && lists().no_verbs.contains("red"));
    }

    #[test]
    fn phrases_match_in_their_inflections_and_the_longest_wins() {
        let phrases = Phrases::new(&["work on".into(), "work".into(), "cutting edge".into()]);
        let stems =
            |text: &str| crate::text::tokens(text).iter().map(|t| crate::text::stem(&t.text)).collect::<Vec<_>>();
        assert_eq!(phrases.at(&stems("Working on it")), Some(2));
        assert_eq!(phrases.at(&stems("worked hard")), Some(1));
        assert_eq!(phrases.find(&stems("some cutting-edge work")), Some((1, 3)));
        assert_eq!(phrases.find(&stems("nothing")), None);
    }
}
