//! One score out of a line's signals, and the two limits that turn it into a word.

use serde::{Deserialize, Serialize};

use super::signals::{SIGNAL_NAMES, Signals};

/// Goes up with every change of scores; stands beside every score.
pub const VERSION: u32 = 7;

/// From this score on, a line is partial evidence.
pub const PARTIAL_FROM: f32 = 0.37;
/// From this score on, a line is strong evidence.
pub const STRONG_FROM: f32 = 0.58;

/// What a signal adds, in log-odds, in the order of [`SIGNAL_NAMES`].
const WEIGHTS: [f32; SIGNAL_NAMES.len()] = [1.05, 2.22, 1.51, 2.30, 1.66, 2.85];
/// The log-odds of a line that shows nothing.
const NOTHING: f32 = -3.65;
/// What it takes away, in log-odds, that a criterion has keywords: a line without one then tells more.
const KEYWORDS_KNOWN: f32 = -1.45;
/// The most that a bare list of technologies, a claim to know them, or work without a skill that is asked for by name can be:
/// evidence, but never strong.
const LISTED_LIMIT: f32 = STRONG_FROM - 0.01;

/// A score in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// No evidence.
    None,
    /// Some, or implied.
    Partial,
    /// Direct evidence.
    Strong,
}

impl Strength {
    /// The word for a score, 0 to 1.
    #[must_use]
    pub fn of(score: f32) -> Self {
        if score >= STRONG_FROM {
            Self::Strong
        } else if score >= PARTIAL_FROM {
            Self::Partial
        } else {
            Self::None
        }
    }
}

pub(super) fn judge(signals: &Signals) -> super::Judgement {
    let mut score = probability(signals);
    if signals.limit.is_some() || signals.names_no_skill {
        score = score.min(LISTED_LIMIT);
    }
    super::Judgement { score, strength: Strength::of(score) }
}

fn probability(signals: &Signals) -> f32 {
    if signals.values.iter().all(|value| *value <= 0.0) {
        return 0.0;
    }
    let known = if signals.has_keywords { KEYWORDS_KNOWN } else { 0.0 };
    let log_odds: f32 =
        NOTHING + known + signals.values.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum::<f32>();
    1.0 / (1.0 + (-log_odds).exp())
}
