//! Typing slips: the lexicon's word that an unknown word is most likely meant to be.

use crate::lexicon;

/// Shorter words differ from too many others by a letter.
const SHORTEST: usize = 7;

/// The word of the lexicon one slip away from `word` (a letter left out, put in, swapped with its neighbour, or a vowel
/// for another) that begins with the same two letters; none where several do. A consonant for another is no slip: it
/// makes another word ("wording" is no "working").
pub(crate) fn meant(word: &str) -> Option<&'static str> {
    if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut near = lexicon::words_from(&word[..2])
        .take_while(|known| known.starts_with(&word[..2]))
        .filter(|known| known.len() >= SHORTEST - 1 && one_slip_apart(known.as_bytes(), word.as_bytes()));
    let best = near.next()?;
    near.next().is_none().then_some(best)
}

fn one_slip_apart(known: &[u8], word: &[u8]) -> bool {
    if known.len().abs_diff(word.len()) > 1 {
        return false;
    }
    let same = known.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (known, word) = (&known[same..], &word[same..]);
    let same = known.iter().rev().zip(word.iter().rev()).take_while(|(a, b)| a == b).count();
    match (&known[..known.len() - same], &word[..word.len() - same]) {
        ([_], []) | ([], [_]) => true,
        ([a], [b]) => [a, b].into_iter().all(|letter| matches!(letter, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')),
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}
