//! The words of the working world: which actions and subjects a phrase stands for, and what each of them shows.
//!
//! The knowledge is data (`*.yaml` beside this file); `build.rs` turns it into the tables that are read here.

#[allow(clippy::unreadable_literal, reason = "the concepts are written by a program, for a program")]
mod tables;

use crate::lexicon::tables::{CONCEPTS, Node, RELATIONS, WRITTEN_FORMS};

/// An action or a subject, by its place in the lexicon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ConceptId(pub(crate) u16);

/// One meaning of a surface form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each says one thing of a form, and a table holds them all")]
pub struct Sense {
    concept: u16,
    /// The form is also an ordinary word, and counts only among others of its field.
    pub doubtful: bool,
    /// The form is an inflection that can be nothing but a verb ("built").
    pub verb: bool,
    /// The form is a verb's base or third person, and may as well be a noun ("rate", "designs").
    pub finite: bool,
    /// No other sense of the form stands nearer the head of its entry's list.
    pub first: bool,
    /// The file that it stands in.
    pub field: u8,
}

impl Sense {
    /// What the form means.
    #[must_use]
    pub fn concept(&self) -> ConceptId {
        ConceptId(self.concept)
    }
}

impl ConceptId {
    fn row(self) -> &'static tables::Concept {
        &CONCEPTS[usize::from(self.0)]
    }

    /// The name that a reader sees, such as "caching".
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The slug that the lexicon's files use.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// Whether it is an action; else it is a subject.
    #[must_use]
    pub fn is_action(self) -> bool {
        self.row().action
    }

    /// Whether it says that a person was there, and little of what they did ("participated").
    #[must_use]
    pub fn is_weak(self) -> bool {
        self.row().weak
    }

    /// Whether the action is the point: its subject without it shows nothing ("collaborated", "reviewed").
    #[must_use]
    pub fn is_decisive(self) -> bool {
        self.row().decisive
    }

    /// Whether it is so general that it takes another word to mean something ("system").
    #[must_use]
    pub fn is_general(self) -> bool {
        self.row().general
    }

    /// Whether it names people.
    #[must_use]
    pub fn is_people(self) -> bool {
        self.row().people
    }

    /// The other concepts that this one shows, each with its degree, 0 to 1, the strongest first.
    pub fn shows(self) -> impl Iterator<Item = (ConceptId, f32)> {
        let (from, to) = self.row().shows;
        RELATIONS[usize::from(from)..usize::from(to)].iter().map(|(id, degree)| (ConceptId(*id), *degree))
    }
}

/// A word of the lexicon, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct WordId(u32);

/// The number of a word in its one spelling, if the lexicon has it anywhere.
pub(crate) fn word(text: &str) -> Option<WordId> {
    let at = first_word_from(text);
    (tables::word(at) == text && !text.is_empty()).then_some(WordId(at))
}

/// The words of the lexicon from `start` on, in alphabetical order.
pub(crate) fn words_from(start: &str) -> impl Iterator<Item = &'static str> {
    (first_word_from(start)..tables::words()).map(tables::word)
}

/// The number of the first word that is not before `text`.
fn first_word_from(text: &str) -> u32 {
    let (mut from, mut to) = (0, tables::words());
    while from < to {
        let middle = from.midpoint(to);
        if tables::word(middle) < text {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    from
}

/// The phrases that `words` begin with, the shortest first: how many words each has, and its senses (none for an
/// ordinary phrase).
pub(crate) fn phrases(words: impl Iterator<Item = Option<WordId>>) -> impl Iterator<Item = (usize, &'static [Sense])> {
    let mut node = Node::ROOT;
    words
        .map_while(move |word| {
            node = node.step(word?)?;
            Some(node)
        })
        .zip(1..)
        .filter(|(node, _)| node.ends())
        .map(|(node, length)| (length, node.senses()))
}

/// How many concepts the lexicon has, and how many surface forms its files list before inflection.
#[must_use]
pub fn size() -> (usize, usize) {
    (CONCEPTS.len(), WRITTEN_FORMS)
}

/// All concepts.
pub fn concepts() -> impl Iterator<Item = ConceptId> {
    (0..CONCEPTS.len()).filter_map(|at| u16::try_from(at).ok()).map(ConceptId)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_broad_as_promised() {
        let (concepts, forms) = size();
        assert!(concepts >= 250, "{concepts} concepts");
        assert!(forms >= 4_000, "{forms} forms");
    }

    #[test]
    fn a_phrase_is_found_whole() {
        let words = ["unit", "tests"].map(word);
        let (length, senses) = phrases(words.into_iter()).last().expect("a phrase of the lexicon");
        assert_eq!(length, 2);
        assert!(senses.iter().any(|sense| sense.concept().id() == "unit-test"));
    }
}
