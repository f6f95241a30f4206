//! `explain`: how one line came by its scores.

use serde::Serialize;

use crate::matching::{Evidence, Limit, Matcher, SIGNAL_NAMES, Strength, VERSION};
use crate::role::{CriterionKind, Role};

use super::check::RoleName;
use super::score::Score;

/// Every criterion's score for one line, the highest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Explanation {
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The role.
    pub role: RoleName,
    /// The line.
    pub text: String,
    /// Why the line is never strong evidence, if it is not.
    pub limit: Option<Limit>,
    /// The parts of the line that count for nothing, as it says that they were not done or got worse.
    pub denied: Vec<String>,
    /// All criteria, the highest score first, equals in the role file's order.
    pub criteria: Vec<CriterionExplanation>,
}

/// How a line came by its score for one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionExplanation {
    /// The criterion's id.
    pub id: String,
    /// Activity or KPI.
    pub kind: CriterionKind,
    /// Its name.
    pub name: String,
    /// The score in a word.
    pub strength: Strength,
    /// The score.
    pub score: Score,
    /// What the line shows of the criterion, one number a signal.
    pub signals: Vec<SignalValue>,
    /// The words that earned the score.
    pub evidence: Vec<Evidence>,
}

/// One signal's number.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SignalValue {
    /// The signal.
    pub name: &'static str,
    /// From 0 to 1.
    pub value: Score,
}

/// Explains every score of `line`.
#[must_use]
pub fn explain(role: &Role, line: &str) -> Explanation {
    let matcher = Matcher::new(role);
    let mut judge = matcher.judge();
    let judged = judge.judge(line);
    let signals = judge.signals(line);
    let mut criteria = Vec::new();
    for (place, (criterion, (found, shown))) in role.criteria().into_iter().zip(judged.iter().zip(&signals)).enumerate()
    {
        let values = SIGNAL_NAMES.into_iter().zip(shown.values);
        criteria.push(CriterionExplanation {
            id: criterion.id,
            kind: criterion.kind,
            name: criterion.item.name.clone(),
            strength: found.strength,
            score: Score(found.score),
            signals: values.map(|(name, value)| SignalValue { name, value: Score(value) }).collect(),
            evidence: judge.evidence(line, place),
        });
    }
    criteria.sort_by(|a, b| b.score.0.total_cmp(&a.score.0));
    Explanation {
        matcher_version: VERSION,
        role: RoleName { id: role.id.clone(), title: role.spec.title.clone() },
        text: line.to_owned(),
        denied: judge.denied(line).into_iter().map(str::to_owned).collect(),
        limit: signals.first().and_then(|signals| signals.limit),
        criteria,
    }
}
