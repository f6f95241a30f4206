//! A role's interview questions: all, or those that a filter leaves.

use serde::Serialize;

use crate::role::{Role, TopicError, questions_on, topic_counts};

/// Which questions are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionFilter {
    /// On any of these topics; on all where none is named.
    pub topics: Vec<String>,
    /// With these words in them, in any case.
    pub search: Option<String>,
    /// At most so many of what is left, drawn with this seed.
    pub sample: Option<(usize, u64)>,
}

/// One question with its number in the spec.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NumberedQuestion {
    /// Its number, from 1.
    pub number: usize,
    /// The question.
    pub text: String,
    /// Its topics.
    pub topics: Vec<String>,
}

/// Questions of a role, in the spec's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct QuestionList {
    /// The role's title, for headings.
    #[serde(skip)]
    pub title: String,
    /// How many questions the role has in all.
    #[serde(skip)]
    pub of: usize,
    /// Those that the filter left.
    pub questions: Vec<NumberedQuestion>,
}

/// One topic of a role's questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicCount {
    /// The topic.
    pub topic: String,
    /// How many questions are on it.
    pub questions: usize,
}

/// The topics of a role's questions, in the order in which they first appear.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct TopicList {
    /// The role's title, for headings.
    #[serde(skip)]
    pub title: String,
    /// The topics.
    pub topics: Vec<TopicCount>,
}

impl QuestionList {
    /// The questions of `role` that `filter` leaves; a topic that the role does not have is an error.
    pub fn new(role: &Role, filter: &QuestionFilter) -> Result<Self, TopicError> {
        let numbered = questions_on(&role.spec, &filter.topics)?;
        let mut questions: Vec<NumberedQuestion> = numbered
            .into_iter()
            .filter(|(_, question)| filter.search.as_ref().is_none_or(|words| contains(&question.text, words)))
            .map(|(number, question)| NumberedQuestion {
                number,
                text: question.text.clone(),
                topics: question.topics.clone(),
            })
            .collect();
        if let Some((count, seed)) = filter.sample {
            questions = sample(questions, count, seed);
        }
        Ok(Self { title: role.spec.title.clone(), of: role.spec.questions.len(), questions })
    }
}

impl From<&Role> for TopicList {
    fn from(role: &Role) -> Self {
        let counts = topic_counts(&role.spec).into_iter();
        let topics = counts.map(|(topic, questions)| TopicCount { topic: topic.to_owned(), questions }).collect();
        Self { title: role.spec.title.clone(), topics }
    }
}

/// Whether `text` has `words` in it, whatever the case and the white space.
fn contains(text: &str, words: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    plain(text).contains(&plain(words))
}

/// `count` of `all`, the same for the same seed, in the order in which they stood.
fn sample(all: Vec<NumberedQuestion>, count: usize, seed: u64) -> Vec<NumberedQuestion> {
    let mut places: Vec<usize> = (0..all.len()).collect();
    fastrand::Rng::with_seed(seed).shuffle(&mut places);
    places.truncate(count);
    (0..).zip(all).filter(|(place, _)| places.contains(place)).map(|(_, question)| question).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::parse;

    fn role() -> Role {
        let spec = "title: T\nquestions:\n  - {text: Why  Rust?, topics: [Language]}\n  - {text: How fast?, topics: [Speed]}\n  \
                    - {text: Why so fast?, topics: [Speed]}\n";
        Role { id: "t".into(), spec: parse(spec, "t.yaml").expect("a spec") }
    }

    fn numbers(filter: &QuestionFilter) -> Vec<usize> {
        let list = QuestionList::new(&role(), filter).expect("known topics");
        list.questions.iter().map(|question| question.number).collect()
    }

    #[test]
    fn numbers_are_those_of_the_spec() {
        assert_eq!(numbers(&QuestionFilter { topics: vec!["speed".into()], ..QuestionFilter::default() }), [2, 3]);
        assert_eq!(numbers(&QuestionFilter { search: Some("WHY RUST".into()), ..QuestionFilter::default() }), [1]);
    }

    #[test]
    fn a_sample_is_the_same_for_a_seed_and_keeps_the_order() {
        for seed in 0..20 {
            let filter = QuestionFilter { sample: Some((2, seed)), ..QuestionFilter::default() };
            let drawn = numbers(&filter);
            assert_eq!(drawn, numbers(&filter));
            assert!(drawn.len() == 2 && drawn.is_sorted(), "{drawn:?}");
        }
        assert_eq!(numbers(&QuestionFilter { sample: Some((9, 1)), ..QuestionFilter::default() }), [1, 2, 3]);
    }
}
