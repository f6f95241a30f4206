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
    let words = lexicon::words();
    let start = words.partition_point(|known| *known < &word[..2]);
    let mut near = words[start..]
        .iter()
        .take_while(|known| known.starts_with(&word[..2]))
        .filter(|known| known.len().abs_diff(word.len()) <= 1 && known.len() >= SHORTEST - 1)
        .filter(|known| strsim::osa_distance(known, word) == 1 && !consonant_changed(known, word));
    let best = near.next()?;
    near.next().is_none().then_some(*best)
}

/// Whether two words of one length, one slip apart, differ in a single letter that is a consonant in one of them.
fn consonant_changed(known: &str, word: &str) -> bool {
    let mut differ = known.bytes().zip(word.bytes()).filter(|(a, b)| a != b);
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    match (differ.next(), differ.next()) {
        (Some((a, b)), None) if known.len() == word.len() => !(vowel(a) && vowel(b)),
        _ => false,
    }
}
