//! Stories that more answers than one tell: answers that share most of what tells stories apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::{CheckedAnswer, Story};
use crate::role::Role;
use crate::text::{TokenKind, stem, tokens};

use super::judged::Judged;

/// Two answers tell one story where the smaller shares at least this much of its telling words with the other.
const SHARED: f64 = 0.5;
/// An answer with fewer telling words tells no story.
const FEWEST: usize = 6;
/// A word that stands in more than this share of the answers tells none apart; with few answers all words do.
const COMMON: f64 = 0.6;
/// How many shared words are named.
const MOST_NAMED: usize = 5;

/// `judged` are the answers themselves, `answers` what was found of each.
pub(super) fn stories(role: &Role, judged: &[Judged], answers: &[CheckedAnswer]) -> Vec<Story> {
    let of_role: BTreeSet<String> = words(&role.spec.title).into_keys().collect();
    let told = answers.iter().zip(judged).filter(|(answer, _)| answer.words > 0).map(|(answer, judged)| {
        let asked: BTreeSet<String> = words(&answer.question).into_keys().collect();
        let telling = words(&judged.answer.answer()).into_iter();
        let telling = telling.filter(|(stem, _)| !asked.contains(stem) && !of_role.contains(stem)).collect();
        (answer.number, telling)
    });
    let mut told: Vec<(usize, BTreeMap<String, String>)> = told.collect();
    drop_common(&mut told);
    told.retain(|(_, words)| words.len() >= FEWEST);
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for at in 0..told.len() {
        let same = |group: &&mut Vec<usize>| group.iter().any(|other| alike(&told[*other].1, &told[at].1));
        match groups.iter_mut().find(same) {
            Some(group) => group.push(at),
            None => groups.push(vec![at]),
        }
    }
    groups.into_iter().filter(|group| group.len() > 1).map(|group| story(&group, &told)).collect()
}

fn story(group: &[usize], told: &[(usize, BTreeMap<String, String>)]) -> Story {
    let mut shared: Vec<String> = Vec::new();
    if let Some((first, rest)) = group.split_first() {
        let in_all = |stem: &String| rest.iter().all(|other| told[*other].1.contains_key(stem));
        shared = told[*first].1.iter().filter(|(stem, _)| in_all(stem)).map(|(_, word)| word.clone()).collect();
    }
    shared.sort_by_key(|word| (std::cmp::Reverse(word.chars().count()), word.clone()));
    shared.truncate(MOST_NAMED);
    Story { questions: group.iter().map(|at| told[*at].0).collect(), shared }
}

fn drop_common(told: &mut [(usize, BTreeMap<String, String>)]) {
    let answers = told.len();
    if answers < 5 {
        return;
    }
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    for stem in told.iter().flat_map(|(_, words)| words.keys()) {
        *used.entry(stem.clone()).or_default() += 1;
    }
    for (_, words) in told.iter_mut() {
        words.retain(|stem, _| used.get(stem).is_none_or(|count| *count as f64 <= COMMON * answers as f64));
    }
}

fn alike(a: &BTreeMap<String, String>, b: &BTreeMap<String, String>) -> bool {
    let shared = a.keys().filter(|stem| b.contains_key(*stem)).count();
    shared as f64 >= SHARED * a.len().min(b.len()) as f64
}

/// The words of four letters and more and the figures, by their stems.
fn words(text: &str) -> BTreeMap<String, String> {
    let telling = tokens(text).into_iter().filter(|t| t.kind == TokenKind::Number || t.text.chars().count() > 3);
    telling.map(|token| (stem(&token.text), token.text)).collect()
}
