//! The rule on results.

use super::Found;
use super::lists::lists;
use super::numbers::measures;
use super::reading::Reading;

/// A line without a number, a number word or a phrase that measures.
pub(super) fn no_result(reading: &Reading) -> Vec<Found> {
    if reading.words.is_empty() || measures(reading) {
        return Vec::new();
    }
    // Where an effect is named, the number is missing there.
    if let Some((from, to)) = lists().result_words.find(&reading.stems) {
        return vec![Found::at(reading, from..to, |word| format!("says \"{word}\", and not how much"))];
    }
    vec![Found::whole(reading, "has no number that shows what came of it".to_owned())]
}
