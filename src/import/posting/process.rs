//! How the reader of a posting takes what stands below a heading such as "Hiring process".

use super::Reader;
use super::stages::{self, Said};
use crate::import::blocks::{Block, BlockKind};
use crate::import::draft::sentences;
use crate::import::tally::{Fate, Part, Reason};

/// A line that names a stage and is no sentence has no more words.
const MOST_NAME_WORDS: usize = 5;

impl Reader {
    /// A list item: a stage, or more of the one above.
    pub(super) fn stage_item(&mut self, block: &Block, next: Option<&Block>) {
        let text = block.text.as_str();
        if self.is_question(text) {
            return self.question(block, text);
        }
        let leads_to_text = next.is_some_and(|next| next.kind == BlockKind::Text);
        if is_name(text) && leads_to_text {
            return self.stage_name(block);
        }
        self.stage_line(block, text, true);
    }

    /// A table's row: the stage, and what its other cells say of it.
    pub(super) fn stage_row(&mut self, block: &Block, cells: &[String]) {
        let mut telling = cells.iter().filter(|cell| cell.chars().any(char::is_alphabetic));
        let Some(name) = telling.next() else { return self.draft.nowhere(block, &block.text) };
        let rest = telling.map(String::as_str).collect::<Vec<_>>().join(". ");
        self.draft.spec.stages.push(stages::stage(without_number(name), Some(&rest)));
        self.draft.used(block, Part::Stages);
    }

    /// A line: a stage, or more of the one above.
    pub(super) fn stage_line(&mut self, block: &Block, text: &str, listed: bool) {
        if !listed {
            return self.stage_sentence(block, text);
        }
        self.in_stage = false;
        match stages::item(text, &self.draft.spec.stages) {
            Some(stage) => {
                self.draft.spec.stages.push(stage);
                self.draft.piece(block, text, Fate::Used(Part::Stages));
            }
            None => self.more_of_stage(block, text, self.draft.spec.stages.len().checked_sub(1)),
        }
    }

    /// A line that is nothing but a stage's name, or its number.
    pub(super) fn stage_name(&mut self, block: &Block) {
        let text = block.text.as_str();
        if stages::is_bare_number(text) {
            return self.draft.used(block, Part::Headings);
        }
        let name =
            text.split_once(": ").filter(|(label, _)| stages::is_bare_number(label)).map_or(text, |(_, name)| name);
        self.draft.spec.stages.push(stages::stage(without_number(name), None));
        self.in_stage = true;
        self.draft.used(block, Part::Stages);
    }

    /// A paragraph: more of the stage that the line above names, or sentences that tell stages.
    pub(super) fn stage_text(&mut self, block: &Block, next: Option<&Block>) {
        let text = block.text.as_str();
        let leads_on = next.is_some_and(|next| next.kind == BlockKind::Text && !is_name(&next.text));
        if stages::is_bare_number(text) || is_name(text) && leads_on {
            return self.stage_name(block);
        }
        if self.in_stage {
            return self.more_of_stage(block, text, self.draft.spec.stages.len().checked_sub(1));
        }
        for sentence in sentences(text) {
            self.stage_sentence(block, sentence);
        }
    }

    /// A sentence that may tell stages, or more of one.
    pub(super) fn stage_sentence(&mut self, block: &Block, text: &str) {
        match stages::sentence(text, &self.draft.spec.stages) {
            Said::Stages(found) => {
                self.draft.spec.stages.extend(found);
                self.draft.piece(block, text, Fate::Used(Part::Stages));
            }
            Said::More(at) => self.more_of_stage(block, text, Some(at)),
            // Behind a list, the section says what is not about its stages.
            Said::Nothing if self.in_list || self.draft.spec.stages.is_empty() => {
                self.draft.left_out(block, text, Reason::Apply);
            }
            Said::Nothing => self.more_of_stage(block, text, self.draft.spec.stages.len().checked_sub(1)),
        }
    }

    fn more_of_stage(&mut self, block: &Block, text: &str, at: Option<usize>) {
        let Some(stage) = at.and_then(|at| self.draft.spec.stages.get_mut(at)) else {
            return self.draft.nowhere(block, text);
        };
        let description = stage.description.get_or_insert_default();
        if !description.is_empty() {
            let gap = if description.ends_with(['.', '!', '?']) { " " } else { ". " };
            description.push_str(gap);
        }
        description.push_str(text);
        self.draft.piece(block, text, Fate::Used(Part::Stages));
    }
}

/// "2. Phone call" without its number.
fn without_number(name: &str) -> &str {
    name.trim_start_matches(|c: char| c.is_numeric() || matches!(c, '.' | ')' | ' '))
}

/// Whether a line is a name, not a sentence.
fn is_name(text: &str) -> bool {
    text.split_whitespace().count() <= MOST_NAME_WORDS && !text.ends_with(['.', '!', '?', ',', ';'])
}
