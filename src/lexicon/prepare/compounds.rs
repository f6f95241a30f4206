//! Compounds: what the files write with a hyphen ("on-call") is also found closed ("oncall"), and what they write closed
//! is also found parted where they part it elsewhere ("frontend developer", "front end developer").

use std::collections::{BTreeMap, BTreeSet};

use super::{Forms, normal_form};

/// Adds the other way of writing each compound, where no form is written that way yet.
pub(super) fn add<'a>(forms: &mut Forms, written: impl Iterator<Item = &'a String>) {
    let compounds: BTreeSet<[String; 2]> = written.flat_map(|phrase| phrase.split(' ')).filter_map(compound).collect();
    let closed: BTreeMap<String, &[String; 2]> = compounds.iter().map(|parts| (parts.concat(), parts)).collect();
    let mut more = Forms::new();
    for (phrase, senses) in forms.iter() {
        for at in 0..phrase.len() {
            let other = match phrase.get(at..at + 2) {
                Some([first, second]) if compounds.contains(&[first.clone(), second.clone()]) => {
                    Some((2, vec![format!("{first}{second}")]))
                }
                _ => closed.get(&phrase[at]).map(|parts| (1, parts.to_vec())),
            };
            if let Some((length, words)) = other {
                let mut variant = phrase.clone();
                variant.splice(at..at + length, words);
                more.entry(variant).or_default().extend(senses);
            }
        }
    }
    for (phrase, senses) in more {
        forms.entry(phrase).or_insert(senses);
    }
}

/// The two words of a compound with one hyphen, each of at least two letters.
fn compound(written: &str) -> Option<[String; 2]> {
    let (first, second) = written.split_once('-')?;
    let whole = [first, second].iter().all(|part| part.len() >= 2 && part.chars().all(char::is_alphabetic));
    let words = normal_form(written);
    whole.then(|| <[String; 2]>::try_from(words).ok()).flatten()
}
