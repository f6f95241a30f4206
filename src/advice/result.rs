//! The rule on results.

use crate::text::Gap;

use super::Found;
use super::lists::lists;
use super::numbers::measures;
use super::reading::Reading;

/// A line without a number, a number word or a phrase that measures, and without words that tell what came of it.
pub(super) fn no_result(reading: &Reading) -> Vec<Found> {
    if reading.words.is_empty() || measures(reading) || tells_outcome(reading) {
        return Vec::new();
    }
    // Where an effect is named, the number is missing there.
    let named = lists().result_words.find(&reading.stems);
    if let Some((from, to)) = named.filter(|(from, _)| lists().of_other_senses.at(&reading.stems[*from..]).is_none()) {
        return vec![Found::at(reading, from..to, |word| format!("says \"{word}\", and not how much"))];
    }
    vec![Found::whole(reading, "has no number that shows what came of it".to_owned())]
}

/// "…, reducing waits", "…, which cut waits", "…, which led to fewer waits". What the line begins with is the deed, and "by
/// reducing waits" the means.
fn tells_outcome(reading: &Reading) -> bool {
    const MEANS: [&str; 13] =
        ["by", "for", "of", "on", "in", "at", "through", "with", "towards", "toward", "to", "while", "continuously"];
    const CONJUNCTIONS: [&str; 4] = ["and", "or", "thus", "so"];
    let behind = reading.begins + 1..reading.words.len();
    // "…, which led to great success" tells none.
    let is_praised = |at: usize| lists().praise_of_results.find(&reading.plain[at..]).is_some();
    behind.into_iter().any(|at| {
        let before = reading.plain[at - 1].as_str();
        let effect = lists().result_words.at(&reading.stems[at..]).is_some();
        let word = reading.plain[at].as_str();
        // "Price streamlining" is a noun; ", streamlining prices" and "and so streamlining prices" tell.
        let parted = reading.words[at].gap > Gap::Space || before.ends_with("ly") || CONJUNCTIONS.contains(&before);
        let goes_on =
            effect && parted && word.ends_with("ing") && !MEANS.contains(&before) && !is_joined_means(reading, at);
        let relates = effect && matches!(before, "which" | "that") && !word.ends_with("ing");
        (goes_on || relates || lists().outcomes.at(&reading.plain[at..]).is_some()) && !is_praised(at)
    })
}

/// "by finding and reducing waits": the second of two means.
fn is_joined_means(reading: &Reading, at: usize) -> bool {
    const FARTHEST: usize = 8;
    let joined = matches!(reading.plain[at - 1].as_str(), "and" | "or") || reading.before(at).contains(',');
    let before = &reading.plain[at.saturating_sub(FARTHEST)..at];
    joined
        && before
            .windows(2)
            .any(|pair| matches!(pair[0].as_str(), "by" | "for" | "on" | "of" | "in") && pair[1].ends_with("ing"))
}
