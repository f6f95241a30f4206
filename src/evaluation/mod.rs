//! How well lines are judged: labelled sets, and F1 and average precision over them.
//!
//! A set has one JSON object a line, `{"id", "text", "labels": {"A1": 2, "K3": 1}}`: A1… are the role's activities and
//! K1… its KPIs in the role file's order; grade 2 is direct evidence, 1 partial, absent none.

mod figures;

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use crate::matching::{Matcher, Strength};
use crate::role::{CriterionKind, Role};

pub use self::figures::{Figures, Tally, average_precision};

/// A line with the grades that people gave it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Labelled {
    /// The line.
    pub text: String,
    /// From "A1" or "K3" to 1 (partial) or 2 (direct).
    pub labels: BTreeMap<String, u8>,
}

/// One line held against one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The line's place in its set.
    pub line: usize,
    /// The criterion's place in [`Role::criteria`].
    pub criterion: usize,
    /// What the program says.
    pub score: f32,
    /// The same in a word.
    pub strength: Strength,
    /// What people say: 0, 1 or 2.
    pub grade: u8,
}

/// Why a set could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SetError {
    /// The file could not be read.
    #[error("cannot read {0}")]
    Unreadable(String, #[source] std::io::Error),
    /// A line of it is no labelled line.
    #[error("{0}:{1}: not a labelled line")]
    Line(String, usize, #[source] serde_json::Error),
    /// A label names none of the role's criteria.
    #[error("no criterion of the role is called {0}")]
    Label(String),
}

/// Reads the labelled lines of a file.
pub fn read_set(path: &Path) -> Result<Vec<Labelled>, SetError> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| SetError::Unreadable(name.clone(), error))?;
    let row = |(at, line): (usize, &str)| {
        serde_json::from_str(line).map_err(|error| SetError::Line(name.clone(), at + 1, error))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(row).collect()
}

/// "A1" … "K10", in the order of the role's criteria.
#[must_use]
pub fn labels(role: &Role) -> Vec<String> {
    let (mut activities, mut kpis, mut requirements) = (0, 0, 0);
    let label = |kind: CriterionKind| match kind {
        CriterionKind::Activity => {
            activities += 1;
            format!("A{activities}")
        }
        CriterionKind::Kpi => {
            kpis += 1;
            format!("K{kpis}")
        }
        CriterionKind::Requirement => {
            requirements += 1;
            format!("R{requirements}")
        }
    };
    role.criteria().iter().map(|criterion| criterion.kind).map(label).collect()
}

/// Holds every line against every criterion; the signals at the places `without` count as 0.
pub fn judge(role: &Role, lines: &[Labelled], without: &[usize]) -> Result<Vec<Pair>, SetError> {
    let labels = labels(role);
    let strange = lines.iter().flat_map(|line| line.labels.keys()).find(|label| !labels.contains(label));
    if let Some(label) = strange {
        return Err(SetError::Label(label.clone()));
    }
    let matcher = Matcher::new(role);
    let mut judge = matcher.judge();
    let mut pairs = Vec::with_capacity(lines.len() * labels.len());
    for (line, row) in lines.iter().enumerate() {
        for (criterion, judged) in judge.judge_without(&row.text, without).into_iter().enumerate() {
            let grade = row.labels.get(&labels[criterion]).copied().unwrap_or_default();
            pairs.push(Pair { line, criterion, score: judged.score, strength: judged.strength, grade });
        }
    }
    Ok(pairs)
}
