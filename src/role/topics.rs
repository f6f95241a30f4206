//! Question topics: which there are, and the questions on some of them.

use super::spec::{Question, RoleSpec};
use crate::text::{nearest, same_name};

/// A topic that no question of the role has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no question has the topic \"{topic}\"{}\ntopics: {}",
    nearest.as_ref().map(|n| format!("; did you mean \"{n}\"?")).unwrap_or_default(),
    topics.join(", ")
)]
pub struct TopicError {
    /// The topic asked for.
    pub topic: String,
    /// The topic most like it.
    pub nearest: Option<String>,
    /// All topics of the role.
    pub topics: Vec<String>,
}

/// The role's topics with the number of questions on each, in the order in which they first appear.
#[must_use]
pub fn topic_counts(spec: &RoleSpec) -> Vec<(&str, usize)> {
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for topic in spec.questions.iter().flat_map(|question| &question.topics) {
        match counts.iter_mut().find(|(known, _)| same_name(known, topic)) {
            Some((_, count)) => *count += 1,
            None => counts.push((topic, 1)),
        }
    }
    counts
}

/// The questions that have any of `topics` (all questions where none is named), each with its number in the spec,
/// from 1. A topic that the role does not have is an error.
pub fn questions_on<'spec>(
    spec: &'spec RoleSpec,
    topics: &[String],
) -> Result<Vec<(usize, &'spec Question)>, TopicError> {
    let counts = topic_counts(spec);
    for topic in topics {
        if !counts.iter().any(|(known, _)| same_name(known, topic)) {
            return Err(TopicError {
                topic: topic.clone(),
                nearest: nearest(topic, counts.iter().map(|(known, _)| *known)).map(str::to_owned),
                topics: counts.iter().map(|(known, _)| (*known).to_owned()).collect(),
            });
        }
    }
    let wanted = |question: &Question| {
        topics.is_empty() || question.topics.iter().any(|has| topics.iter().any(|topic| same_name(has, topic)))
    };
    Ok((1..).zip(&spec.questions).filter(|(_, question)| wanted(question)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::parse;

    fn spec() -> RoleSpec {
        let text = "title: T\nquestions:\n  - {text: A, topics: [Big Data, Speed]}\n  - {text: B, topics: [big-data]}\n  - {text: C}\n";
        parse(text, "t.yaml").expect("a spec")
    }

    #[test]
    fn topics_are_counted_in_the_order_in_which_they_appear() {
        assert_eq!(topic_counts(&spec()), [("Big Data", 2), ("Speed", 1)]);
    }

    #[test]
    fn a_topic_is_found_in_any_spelling_of_its_words() {
        let spec = spec();
        let numbers = |topics: &[&str]| {
            let topics: Vec<String> = topics.iter().map(|topic| (*topic).to_owned()).collect();
            let found = questions_on(&spec, &topics).expect("known topics");
            found.into_iter().map(|(number, _)| number).collect::<Vec<_>>()
        };
        assert_eq!(numbers(&["BIG data"]), [1, 2]);
        assert_eq!(numbers(&["speed", "big-data"]), [1, 2]);
        assert_eq!(numbers(&[]), [1, 2, 3]);
    }

    #[test]
    fn an_unknown_topic_gets_the_nearest_and_all() {
        let error = questions_on(&spec(), &["Sped".to_owned()]).expect_err("unknown");
        assert_eq!(
            error.to_string(),
            "no question has the topic \"Sped\"; did you mean \"Speed\"?\ntopics: Big Data, Speed"
        );
    }
}
