//! Word stems, behind one function.

use frostem::{Algorithm, Stemmer};

use super::spelling::one_spelling;

/// Words that the stemmer keeps apart although people use them for one thing; what stands second is stemmed. Sorted.
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

/// Words that the stemmer puts together although they mean two things ("authored" and "authorized", "customer" and
/// "custom"), each with a stem of its own. Sorted.
const APART: &[(&str, &str)] = &[
    ("accountant", "accountant"),
    ("accountants", "accountant"),
    ("accounting", "accounting"),
    ("authorization", "authoriz"),
    ("authorizations", "authoriz"),
    ("authorize", "authoriz"),
    ("authorized", "authoriz"),
    ("authorizes", "authoriz"),
    ("authorizing", "authoriz"),
    ("busy", "busy"),
    ("conversation", "conversation"),
    ("conversational", "conversation"),
    ("conversations", "conversation"),
    ("customer", "customer"),
    ("customers", "customer"),
    ("designer", "designer"),
    ("designers", "designer"),
    ("developer", "developer"),
    ("developers", "developer"),
    ("director", "director"),
    ("directors", "director"),
    ("engineer", "engineer"),
    ("engineered", "engineer"),
    ("engineering", "engineer"),
    ("engineers", "engineer"),
    ("experiment", "experiment"),
    ("experimental", "experiment"),
    ("experimentation", "experiment"),
    ("experimented", "experiment"),
    ("experimenting", "experiment"),
    ("experiments", "experiment"),
    ("general", "general"),
    ("generally", "general"),
    ("generic", "generic"),
    ("internal", "internal"),
    ("internally", "internal"),
    ("manager", "manager"),
    ("managers", "manager"),
    ("marketing", "marketing"),
    ("nation", "nation"),
    ("national", "nation"),
    ("objective", "objective"),
    ("objectives", "objective"),
    ("organization", "organiz"),
    ("organizational", "organiz"),
    ("organizations", "organiz"),
    ("organize", "organiz"),
    ("organized", "organiz"),
    ("organizes", "organiz"),
    ("organizing", "organiz"),
    ("personnel", "personnel"),
    ("police", "police"),
    ("position", "position"),
    ("positioned", "position"),
    ("positioning", "position"),
    ("positions", "position"),
    ("production", "production"),
    ("productions", "production"),
    ("productive", "productiv"),
    ("productivity", "productiv"),
    ("respond", "respond"),
    ("responded", "respond"),
    ("responding", "respond"),
    ("responds", "respond"),
    ("secretaries", "secretary"),
    ("secretary", "secretary"),
    ("teacher", "teacher"),
    ("teachers", "teacher"),
    ("universal", "universal"),
];

/// The English stem of a lower-case word ("optimisation" and "optimized" share one).
#[must_use]
pub fn stem(word: &str) -> String {
    let spelt = one_spelling(word);
    let word = spelt.as_deref().unwrap_or(word);
    if let Some(stem) = look_up(APART, word) {
        return stem.to_owned();
    }
    Stemmer::new(Algorithm::English).stem(look_up(SAME, word).unwrap_or(word)).into_owned()
}

fn look_up(table: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    table.binary_search_by(|(known, _)| (*known).cmp(word)).ok().map(|at| table[at].1)
}
