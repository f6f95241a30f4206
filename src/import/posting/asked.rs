//! What a posting asks for, and what it asks the applicant.

use super::sections::Section;
use super::{Reader, described, labelled, names, wording};
use crate::import::blocks::Block;
use crate::import::draft::Place;
use crate::import::tally::{Fate, Part, Reason};
use crate::role::{Question, Weight};

impl Reader {
    /// What a line asks for, each with its own weight where the line gives several.
    pub(super) fn requirements(&mut self, block: &Block, text: &str, weight: Option<Weight>) {
        for want in wording::wants(text) {
            self.requirement(block, want, weight);
        }
    }

    pub(super) fn requirement(&mut self, block: &Block, text: &str, weight: Option<Weight>) {
        // "Nice to have: SQL" asks for SQL.
        let urgent = text.split_once(':').filter(|(label, _)| wording::weight_alone(label).is_some());
        let asked = urgent.map_or(text, |(_, asked)| asked.trim());
        let bare = wording::without_weight(asked);
        let mut new = labelled(asked).unwrap_or_else(|| described(&names::of_want(bare), asked));
        let own = urgent.and_then(|(label, _)| wording::weight_alone(label)).or_else(|| wording::weight(asked));
        new.weight = own.or(weight);
        self.draft.spec.requirements.push(new);
        self.draft.piece(block, text, Fate::Used(Part::Requirements));
    }

    /// Whether a line asks the applicant something, to be answered with the application.
    pub(super) fn is_question(&self, text: &str) -> bool {
        text.ends_with('?')
            && text.split_whitespace().count() >= 4
            && matches!(self.section, Section::LeftOut(Reason::Apply) | Section::Stages)
    }

    pub(super) fn question(&mut self, block: &Block, text: &str) {
        self.draft.spec.questions.push(Question { text: text.to_owned(), topics: Vec::new() });
        let place = Place::Question(self.draft.spec.questions.len() - 1);
        self.draft.guess(place, "asked for with the application");
        self.draft.piece(block, text, Fate::Used(Part::Questions));
    }
}
