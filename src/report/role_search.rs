//! Words looked for in all that a role's spec says.

use serde::Serialize;

use crate::role::{Item, RoleSpec};
use crate::text::{stem, tokens};

/// From so many letters on, the beginning of a word finds it; shorter ones begin too many.
const SHORTEST_BEGINNING: usize = 4;

/// A text of a role in which the words were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SearchMatch {
    /// The part of the spec.
    pub part: Part,
    /// What the text belongs to: the name of an activity, a KPI, a requirement or a stage.
    pub name: Option<String>,
    /// The text.
    pub text: String,
}

/// A part of a role's spec.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The title.
    Title,
    /// Another name.
    Alias,
    /// What the role is for.
    About,
    /// An activity.
    Activity,
    /// A KPI.
    Kpi,
    /// A requirement.
    Requirement,
    /// A stage of the selection process.
    Stage,
    /// An interview question.
    Question,
}

impl SearchMatch {
    /// The higher, the more the words tell of the role.
    pub(super) fn worth(&self) -> u8 {
        match self.part {
            Part::Title => 3,
            Part::Alias => 2,
            _ if self.name.as_ref() == Some(&self.text) => 1,
            _ => 0,
        }
    }
}

/// What is looked for.
pub(super) struct Words(Vec<(String, String)>);

impl Words {
    /// The words of `search`, each with its stem.
    pub(super) fn new(search: &str) -> Self {
        Self(tokens(search).into_iter().map(|token| (stem(&token.text), token.text)).collect())
    }

    /// Where all words stand in one text, in the spec's order; one place of each item, stage and question.
    pub(super) fn found_in(&self, spec: &RoleSpec) -> Vec<SearchMatch> {
        let mut found = Vec::new();
        let mut look = |part, name: Option<&str>, texts: &[&str]| {
            if let Some(text) = texts.iter().find(|text| self.stand_in(text)) {
                found.push(SearchMatch { part, name: name.map(str::to_owned), text: (*text).to_owned() });
            }
        };
        look(Part::Title, None, &[&spec.title]);
        for alias in &spec.aliases {
            look(Part::Alias, None, &[alias]);
        }
        if let Some(about) = &spec.about {
            look(Part::About, None, &[about]);
        }
        let lists =
            [(Part::Activity, &spec.activities), (Part::Kpi, &spec.kpis), (Part::Requirement, &spec.requirements)];
        for (part, items) in lists {
            for item in items {
                look(part, Some(&item.name), &texts(item));
            }
        }
        for stage in &spec.stages {
            let mut texts = vec![stage.name.as_str()];
            texts.extend(stage.description.as_deref());
            look(Part::Stage, Some(&stage.name), &texts);
        }
        for question in &spec.questions {
            let mut texts = vec![question.text.as_str()];
            texts.extend(question.topics.iter().map(String::as_str));
            look(Part::Question, None, &texts);
        }
        found
    }

    fn stand_in(&self, text: &str) -> bool {
        let theirs: Vec<(String, String)> = Self::new(text).0;
        let meets = |(stem, word): &(String, String)| {
            let begins = word.chars().count() >= SHORTEST_BEGINNING;
            theirs.iter().any(|(their_stem, their_word)| stem == their_stem || begins && their_word.starts_with(word))
        };
        !self.0.is_empty() && self.0.iter().all(meets)
    }
}

fn texts(item: &Item) -> Vec<&str> {
    let lists = [&item.keywords, &item.measures, &item.prompts];
    let mut texts = vec![item.name.as_str()];
    texts.extend(item.description.as_deref());
    texts.extend(lists.into_iter().flatten().map(String::as_str));
    texts.extend(item.example.as_deref());
    texts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::parse;

    fn found(search: &str) -> Vec<(Part, String)> {
        let spec = "title: Beekeeper\nabout: Keeps bees; aims at honey.\nkpis:\n  - name: Honey yield\n    keywords: [honeycombs, AI]\n\
                    questions:\n  - {text: Where do swarms go?, topics: [Practice]}\n";
        let spec = parse(spec, "t.yaml").expect("a spec");
        Words::new(search).found_in(&spec).into_iter().map(|found| (found.part, found.text)).collect()
    }

    #[test]
    fn all_words_must_stand_in_one_text_in_any_form() {
        assert_eq!(found("SWARM going"), [(Part::Question, "Where do swarms go?".to_owned())]);
        assert_eq!(found("swarm honey"), []);
    }

    #[test]
    fn the_beginning_of_a_word_finds_it_unless_it_is_short() {
        assert_eq!(found("honeyc"), [(Part::Kpi, "honeycombs".to_owned())]);
        assert_eq!(found("ai"), [(Part::Kpi, "AI".to_owned())]);
    }

    #[test]
    fn nothing_is_found_by_no_words() {
        assert_eq!(found(" - "), []);
    }
}
