//! Leaders: the rows of points or dashes that lead the eye from one column to the next.

use super::places::Joined;

/// The parts of a row that leaders part ("Clerk ........ Rome"), with their places in it.
fn parts(row: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_leader = |word: &str| word.len() >= 4 && word.bytes().all(|byte| b"-._".contains(&byte));
    let mut at = 0;
    let mut words = row.split(' ').map(move |word| {
        at += word.len() + 1;
        (at - word.len() - 1, word)
    });
    let mut rest = Some(0);
    std::iter::from_fn(move || {
        let start = rest?;
        let leader = words.by_ref().find(|(_, word)| is_leader(word));
        rest = leader.map(|(at, word)| at + word.len());
        Some((start, &row[start..leader.map_or(row.len(), |(at, _)| at)]))
    })
}

/// A row with a bar in the place of each leader.
pub(super) fn without(row: &str) -> String {
    let parts = parts(row).map(|(_, part)| part.trim()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" | ")
}

/// Adds a row that stands at `offset` of the source, with a bar in the place of each leader.
pub(super) fn push(text: &mut Joined, offset: usize, row: &str) {
    for (count, (at, part)) in parts(row).filter(|(_, part)| !part.trim().is_empty()).enumerate() {
        if count > 0 {
            text.push(offset + at, " | ");
        }
        text.push(offset + at, part);
    }
}
