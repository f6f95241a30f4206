//! Word stems, behind one function.

use frostem::{Algorithm, Stemmer};

use super::spelling::one_spelling;

/// Words that the stemmer keeps apart although people use them for one thing.
const SAME: &[(&str, &str)] = &[
    ("analyses", "analyz"),
    ("analysis", "analyz"),
    ("analytic", "analyz"),
    ("analytics", "analyz"),
    ("built", "build"),
    ("grew", "grow"),
    ("growth", "grow"),
    ("held", "hold"),
    ("led", "lead"),
    ("ran", "run"),
    ("retained", "retent"),
    ("retaining", "retent"),
    ("retain", "retent"),
    ("sold", "sell"),
    ("sales", "sell"),
    ("taught", "teach"),
    ("won", "win"),
    ("wrote", "write"),
    ("written", "write"),
];

/// The English stem of a lower-case word ("optimisation" and "optimized" share one).
#[must_use]
pub fn stem(word: &str) -> String {
    let spelt = one_spelling(word);
    let word = spelt.as_deref().unwrap_or(word);
    if let Some((_, stem)) = SAME.iter().find(|(irregular, _)| *irregular == word) {
        return (*stem).to_owned();
    }
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}
