//! A score as reports carry it.

use serde::{Serialize, Serializer};

/// A score from 0 to 1. In JSON it has at most four decimals; comparisons use the whole number.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Score(pub f32);

impl Score {
    /// Two decimals, cut and not rounded, so that a score just below a limit never shows as the limit.
    #[must_use]
    pub fn short(self) -> String {
        // The small part undoes what 0.87 loses as a binary fraction.
        format!("{:.2}", (f64::from(self.0) * 100.0 + 1e-4).floor() / 100.0)
    }
}

impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64((f64::from(self.0) * 10_000.0).round() / 10_000.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Score;

    #[test]
    fn json_has_four_decimals_at_most() {
        assert_eq!(serde_json::to_string(&Score(0.123_456)).expect("a number"), "0.1235");
        assert_eq!(serde_json::to_string(&Score(0.1)).expect("a number"), "0.1");
    }

    #[test]
    fn the_short_form_never_reaches_a_limit_early() {
        assert_eq!(Score(0.749_9).short(), "0.74");
        assert_eq!(Score(0.87).short(), "0.87");
        assert_eq!(Score(1.0).short(), "1.00");
    }
}
