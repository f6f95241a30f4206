//! The rules, each with its stable id.

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The spec does not do what it is for.
    Error,
    /// It does, but hardly as it is meant.
    Warning,
}

/// A rule.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its id, which never changes.
    pub id: &'static str,
    /// How much a problem of it matters.
    pub level: Level,
    /// What it looks for, in a sentence.
    pub summary: &'static str,
}

const fn error(id: &'static str, summary: &'static str) -> Rule {
    Rule { id, level: Level::Error, summary }
}

const fn warning(id: &'static str, summary: &'static str) -> Rule {
    Rule { id, level: Level::Warning, summary }
}

/// All rules, by id.
pub static RULES: &[Rule] = &[
    warning("role/duplicate-alias", "An alias is the title or another alias in other letters, which is found anyway."),
    warning("role/duplicate-keyword", "A criterion has the same keyword twice, or two forms of it."),
    error("role/duplicate-name", "Two activities, KPIs, requirements or stages are called the same."),
    error("role/duplicate-question", "A question is asked twice."),
    warning("role/duplicate-topic", "A topic stands twice in one list, or is spelt in two ways."),
    error("role/empty-text", "A text or a list is there but says nothing."),
    warning("role/example-not-strong", "An example is no strong evidence for its own criterion."),
    error("role/extends", "The role that a spec builds on, or what it leaves out of it, is not there."),
    warning("role/html", "A text holds HTML."),
    error("role/keyword-never-matches", "A keyword has no word in it."),
    warning("role/keyword-too-broad", "A keyword stands in lines of every kind."),
    warning("role/name-taken", "Another role is called the same."),
    warning("role/near-duplicate-question", "Two questions say nearly the same."),
    warning("role/no-criteria", "The role has no activities, KPIs or requirements."),
    warning("role/question-without-topic", "A question has no topic."),
    error("role/schema", "A key or a value is not what belongs there."),
    warning("role/stage-topic-without-question", "A stage names a topic that no question has."),
    warning("role/weight", "Nearly everything is a must, so that the weight tells nothing."),
    error("role/yaml", "The file is no YAML."),
];

/// The rule with this id. The tests hold that there is one wherever an id is named.
pub(super) fn rule(id: &'static str) -> &'static Rule {
    RULES.iter().find(|rule| rule.id == id).unwrap_or(&RULES[0])
}

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_stand_by_id_and_those_named_in_the_code_are_there() {
        assert!(RULES.is_sorted_by_key(|rule| rule.id));
        let sources = [
            include_str!("mod.rs"),
            include_str!("base.rs"),
            include_str!("keywords.rs"),
            include_str!("names.rs"),
            include_str!("questions.rs"),
            include_str!("schema.rs"),
            include_str!("wording.rs"),
        ];
        let named = sources.iter().flat_map(|source| source.split("\"role/").skip(1));
        for id in named.map(|rest| format!("role/{}", rest.split('"').next().unwrap_or_default())) {
            assert!(RULES.iter().any(|rule| rule.id == id), "{id}");
        }
    }
}
