//! What is looked for in answers. The rules and the words are data: `rules.yaml` beside this file.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::report::{AnswerFinding, RuleInfo, Severity};

#[derive(Default, Deserialize)]
pub(super) struct Source {
    rules: Vec<Rule>,
    pub(super) most_answers_a_story: usize,
    pub(super) filler: Vec<String>,
    pub(super) empty_results: Vec<String>,
    pub(super) empty_words: HashSet<String>,
    pub(super) own: Vec<String>,
    pub(super) own_besides: Vec<String>,
    pub(super) shared: Vec<String>,
    pub(super) shared_besides: Vec<String>,
    pub(super) joining_names: HashSet<String>,
    pub(super) abbreviations: HashSet<String>,
    pub(super) openers: HashSet<String>,
    pub(super) always_large: HashSet<String>,
}

#[derive(Deserialize)]
struct Rule {
    id: String,
    severity: Level,
    summary: String,
    help: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Note,
    Warning,
    Error,
}

// The file is part of the program, and a test reads it.
pub(super) static RULES: LazyLock<Source> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("rules.yaml")).unwrap_or_default());

/// The rules as reports describe them.
pub(super) fn described() -> Vec<RuleInfo> {
    RULES.rules.iter().map(|rule| RuleInfo { id: rule.id.clone(), summary: rule.summary.clone() }).collect()
}

/// A finding of the rule `id`; none where there is no such rule, which a test rules out.
pub(super) fn finding(id: &str, message: String) -> Option<AnswerFinding> {
    let rule = RULES.rules.iter().find(|rule| rule.id == id)?;
    let severity = match rule.severity {
        Level::Note => Severity::Note,
        Level::Warning => Severity::Warning,
        Level::Error => Severity::Error,
    };
    Some(AnswerFinding { rule: rule.id.clone(), severity, message, help: rule.help.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_that_is_looked_for_is_described() {
        let ids = [
            "unanswered",
            "missing-part",
            "undivided",
            "repeated-part",
            "balance",
            "too-short",
            "too-long",
            "not-own-work",
            "no-number",
            "empty-result",
            "no-kpi",
            "not-in-resume",
            "filler",
            "slot-left",
            "repeated-story",
        ];
        assert!(ids.iter().all(|id| finding(id, String::new()).is_some()));
        assert_eq!(described().len(), ids.len());
        assert!(RULES.most_answers_a_story > 0 && !RULES.filler.is_empty());
    }
}
