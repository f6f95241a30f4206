//! Questions and their topics.

use std::collections::BTreeSet;

use crate::matching::is_function_word;
use crate::role::{RoleSpec, same_name, topic_counts};
use crate::text::{stem, tokens};

use super::Spec;
use super::names::twins;
use super::tree::Node;

/// Questions are near duplicates from this share of common words on (of all their words, 0 to 1).
const NEAR: f64 = 0.7;
/// Questions of fewer words are too short to tell.
const FEWEST_WORDS: usize = 4;

/// Reports questions that stand twice or have no topic, and topics that stand twice.
pub(super) fn check(spec: &mut Spec<'_>) {
    let root = spec.root;
    let texts: Vec<(&Node, &str)> = root
        .list("questions")
        .iter()
        .filter_map(|item| item.get("text"))
        .filter_map(|node| Some((node, node.text()?)))
        .collect();
    twins(spec, "role/duplicate-question", &texts, same_name);
    check_near(spec, &texts);
    for question in root.list("questions") {
        if question.get("text").is_some() && question.get("topics").is_none() {
            let mend = Some("add `topics: […]`, so that the question can be found".to_owned());
            spec.report("role/question-without-topic", question, "this question has no topic", mend);
        }
    }
    for item in root.list("questions").iter().chain(root.list("stages")) {
        twins(spec, "role/duplicate-topic", &item.texts("topics"), |a, b| a == b);
    }
    check_spelling(spec, root);
}

fn check_near(spec: &mut Spec<'_>, texts: &[(&Node, &str)]) {
    let words: Vec<BTreeSet<String>> = texts.iter().map(|(_, text)| words(text)).collect();
    for (at, (node, text)) in texts.iter().enumerate() {
        let near = |before: &usize| !same_name(texts[*before].1, text) && likeness(&words[*before], &words[at]) >= NEAR;
        if let Some(before) = (0..at).find(near) {
            let (first, twin) = texts[before];
            let message = format!("this question says nearly the same as \"{twin}\" on line {}", first.line);
            spec.report("role/near-duplicate-question", node, message, Some("ask for something else".to_owned()));
        }
    }
}

fn words(text: &str) -> BTreeSet<String> {
    tokens(text).into_iter().filter(|token| !is_function_word(&token.text)).map(|token| stem(&token.text)).collect()
}

/// The share of common words among all words, 0 to 1.
fn likeness(one: &BTreeSet<String>, two: &BTreeSet<String>) -> f64 {
    if one.len().min(two.len()) < FEWEST_WORDS {
        return 0.0;
    }
    one.intersection(two).count() as f64 / one.union(two).count() as f64
}

/// Reports a topic that is spelt in another way than where it stands first.
fn check_spelling(spec: &mut Spec<'_>, root: &Node) {
    let items = root.list("questions").iter().chain(root.list("stages"));
    let topics: Vec<(&Node, &str)> = items.flat_map(|item| item.texts("topics")).collect();
    for (at, (node, topic)) in topics.iter().enumerate() {
        let other = topics[..at].iter().find(|(_, before)| same_name(before, topic));
        if let Some((first, twin)) = other.filter(|(_, before)| before != topic) {
            let message = format!("the topic \"{topic}\" is spelt \"{twin}\" on line {}", first.line);
            spec.report("role/duplicate-topic", node, message, Some("spell it in one way".to_owned()));
        }
    }
}

/// Reports topics of stages that no question of the whole role has.
pub(super) fn check_topics(spec: &mut Spec<'_>, whole: &RoleSpec) {
    let known = topic_counts(whole);
    let root = spec.root;
    for (node, topic) in root.list("stages").iter().flat_map(|stage| stage.texts("topics")) {
        if !known.iter().any(|(has, _)| same_name(has, topic)) {
            let message = format!("no question has the topic \"{topic}\"");
            let mend = Some("write a question on it, or take it out".to_owned());
            spec.report("role/stage-topic-without-question", node, message, mend);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_are_alike_by_their_words_not_by_their_order() {
        let one = words("How do you test the code that you write?");
        assert!(likeness(&one, &words("How do you usually test code you write?")) < 1.0);
        let long = words("Describe how you tested and released a payment service without downtime");
        let near = words("Describe how you released and tested a payments service without any downtime");
        assert!(likeness(&long, &near) >= NEAR);
        assert!(likeness(&long, &words("Describe a payment service that you tested")) < NEAR);
    }
}
