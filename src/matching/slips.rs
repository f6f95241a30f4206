//! Typing slips: the lexicon's word that an unknown word is most likely meant to be.

use crate::lexicon;

/// Shorter words differ from too many others by a letter.
const SHORTEST: usize = 7;

/// The word of the lexicon one letter away from `word` (inserted, left out, changed or swapped with its neighbour) that
/// begins with the same two letters; none where several do.
pub(crate) fn meant(word: &str) -> Option<&'static str> {
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let words = lexicon::words();
    let start = words.partition_point(|known| *known < &word[..2]);
    let mut near = words[start..]
        .iter()
        .take_while(|known| known.starts_with(&word[..2]))
        .filter(|known| known.len().abs_diff(word.len()) <= 1 && known.len() >= SHORTEST - 1)
        .filter(|known| strsim::osa_distance(known, word) == 1);
    let best = near.next()?;
    near.next().is_none().then_some(*best)
}
