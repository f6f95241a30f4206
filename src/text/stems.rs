//! Word stems, behind one function.

use frostem::{Algorithm, Stemmer};

use super::spelling::one_spelling;

/// Words that the stemmer keeps apart although people use them for one thing; what stands second is stemmed.
const SAME: &[(&str, &str)] = &[
    ("analyses", "analyz"),
    ("analysis", "analyz"),
    ("analytic", "analyz"),
    ("analytics", "analyz"),
    ("began", "begin"),
    ("bought", "buy"),
    ("brought", "bring"),
    ("built", "build"),
    ("chose", "choose"),
    ("chosen", "choose"),
    ("dealt", "deal"),
    ("driven", "drive"),
    ("drove", "drive"),
    ("gave", "give"),
    ("given", "give"),
    ("grew", "grow"),
    ("grown", "grow"),
    ("growth", "grow"),
    ("held", "hold"),
    ("kept", "keep"),
    ("led", "lead"),
    ("made", "make"),
    ("met", "meet"),
    ("oversaw", "oversee"),
    ("overseen", "oversee"),
    ("ran", "run"),
    ("rebuilt", "rebuild"),
    ("retain", "retent"),
    ("retained", "retent"),
    ("retaining", "retent"),
    ("rewritten", "rewrite"),
    ("rewrote", "rewrite"),
    ("sales", "sell"),
    ("sent", "send"),
    ("sold", "sell"),
    ("sought", "seek"),
    ("spent", "spend"),
    ("spoke", "speak"),
    ("spoken", "speak"),
    ("taken", "take"),
    ("taught", "teach"),
    ("took", "take"),
    ("understood", "understand"),
    ("undertaken", "undertake"),
    ("undertook", "undertake"),
    ("upheld", "uphold"),
    ("upsold", "upsell"),
    ("won", "win"),
    ("written", "write"),
    ("wrote", "write"),
];

/// The English stem of a lower-case word ("optimisation" and "optimized" share one).
#[must_use]
pub fn stem(word: &str) -> String {
    let spelt = one_spelling(word);
    let word = spelt.as_deref().unwrap_or(word);
    let word = SAME.binary_search_by(|(irregular, _)| (*irregular).cmp(word)).map_or(word, |at| SAME[at].1);
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}
