//! What a line says was not done, and so is no evidence: "No experience with Kafka", "Failed to ship the API".

use crate::text::Gap;

use super::reading::{Mention, Nested, Word};

/// The lexicon's words that deny wherever they stand.
const NOT_DONE: &str = "not-done";
/// Those that deny only where their clause has no work before them ("Missed two releases", but "Cut missed appointments").
const FELL_SHORT: &str = "fell-short";

/// What went wrong: denied, it is good ("Never missed a shift", "did not lose one account").
const WENT_WRONG: [&str; 14] = [
    "miss", "missed", "lose", "lost", "fail", "failed", "drop", "dropped", "break", "broke", "broken", "exceed",
    "exceeded", "late",
];
/// At most so many words stand between the two ("did not once miss").
const BETWEEN: usize = 1;

/// Takes away what stands behind a word of denial, up to the end of its sentence, phrases and words, and the word itself.
pub(super) fn take_away(words: &mut [Word], mentions: &mut Vec<Mention>) {
    let mut denials = Vec::new();
    // Inside a longer phrase it is a part of what that says ("never missed a deadline").
    for (at, mention) in mentions.iter().enumerate().filter(|(_, mention)| mention.nested == Nested::No) {
        let denies = is(mention, NOT_DONE) && !goes_well(words, mention)
            || is(mention, FELL_SHORT) && begins(words, &mentions[..at], mention);
        if denies {
            denials.push((mention.words.0, mention.sentence));
        }
    }
    for (from, _) in &denials {
        words[*from].stem = None;
        let rest = words[from + 1..].iter_mut().take_while(|word| word.token.gap < Gap::Sentence);
        rest.for_each(|word| word.stem = None);
    }
    mentions.retain(|mention| {
        !denials.iter().any(|(from, sentence)| mention.words.0 >= *from && mention.sentence == *sentence)
    });
    forget(mentions);
}

/// Takes away the words of denial alone: a criterion asks for what it names ("Missed appointments", "You will build APIs").
pub(super) fn forget(mentions: &mut Vec<Mention>) {
    mentions.retain(|mention| !is(mention, NOT_DONE) && !is(mention, FELL_SHORT));
}

fn is(mention: &Mention, id: &str) -> bool {
    mention.concepts().any(|concept| concept.id() == id)
}

/// Whether a denial is of something that went wrong.
fn goes_well(words: &[Word], denial: &Mention) -> bool {
    let behind = words[denial.words.1..].iter().take_while(|word| word.token.gap < Gap::Clause);
    behind.take(BETWEEN + 1).any(|word| WENT_WRONG.contains(&word.token.text.as_str()))
}

/// Whether no work stands before it in its clause, or a word that begins another ("… and failed to ship it").
fn begins(words: &[Word], before: &[Mention], mention: &Mention) -> bool {
    let first = mention.words.0;
    let joined = first.checked_sub(1).is_some_and(|at| matches!(words[at].token.text.as_str(), "and" | "but"));
    let is_denied =
        before.iter().any(|other| is(other, NOT_DONE) && other.words.1 + BETWEEN >= first && goes_well(words, other));
    !is_denied && (joined || !before.iter().any(|other| other.clause == mention.clause && other.is_verb()))
}
