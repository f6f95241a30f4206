//! What the rules know of a sentence, for sentences that are no line of a resume.

use crate::resume::{Line, LineKind, Place};
use crate::text::{Gap, tokens};

use super::buzzwords::buzzword;
use super::lists::lists;
use super::reading::Reading;
use super::verbs::{Form, verb};

/// The praise in `sentence` that shows nothing, as it is written there ("team player").
#[must_use]
pub fn buzzwords_in(sentence: &str) -> Vec<String> {
    let line = Line {
        text: sentence.to_owned(),
        place: Place::default(),
        section: None,
        kind: LineKind::Experience,
        tags: Vec::new(),
        is_item: false,
        job_end: None,
    };
    let found = buzzword(&Reading::new(&line)).into_iter();
    found.filter_map(|found| sentence.get(found.bytes)).map(str::to_owned).collect()
}

/// How often `text` tells what one of `people` did: "we built", "I also cut", but not "we use".
#[must_use]
pub fn deeds_of(people: &[String], text: &str) -> usize {
    let words = tokens(text);
    let did = |at: usize| {
        let behind = &words[at + 1..];
        let adverbs = behind.iter().take(2).take_while(|word| is_between(&word.text)).count();
        let behind = &behind[adverbs..];
        let joined = behind.first().is_some_and(|word| word.gap == Gap::Space);
        joined && verb(behind).is_some_and(|verb| matches!(verb.form, Form::Past | Form::PastOrPresent))
    };
    (0..words.len()).filter(|at| people.contains(&words[*at].text) && did(*at)).count()
}

fn is_between(word: &str) -> bool {
    word.ends_with("ly") || lists().between_subject_and_verb.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deed_is_a_past_behind_who_did_it() {
        let we = ["we".to_owned(), "we've".to_owned()];
        let text =
            "We built it. We then quickly moved the data, and we use an index. We are three. What we've written stays.";
        assert_eq!(deeds_of(&we, text), 3);
    }

    #[test]
    fn praise_is_found_in_a_sentence_as_it_is_written() {
        assert_eq!(buzzwords_in("I am a real team player."), ["team player"]);
        assert!(buzzwords_in("I built a cutting-edge cache that saved 40%.").is_empty());
        assert_eq!(buzzwords_in("We had a cutting-edge cache."), ["cutting-edge"]);
    }
}
