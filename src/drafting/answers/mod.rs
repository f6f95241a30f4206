//! The answers file: a sheet with one block a question, and room to write below each.
//!
//! # The format
//!
//! The file is Markdown. What [`build`] makes of one question looks like this (the marks are those of
//! [`Sheet`](super::Sheet)):
//!
//! ```text
//! <!-- rolefit answers: 5f3a9c1b 77e0c2d4 -->
//! ## 8. Tell me about a time you found a serious error in data.
//!
//! Topics: Data Preparation. Behavioural: Situation, Task, Action, Result.
//! …
//! <!-- rolefit answers: end -->
//!
//! ### Situation
//!
//! ### Task
//!
//! ### Action
//!
//! ### Result
//! ```
//!
//! - The id comes from the question's words alone: it stays when questions are reordered.
//! - The headings of the parts are written once, with the question, and belong to the person from then on.
//! - What stands below a heading that names a part ([`Part::named`](super::questions::Part::named)) is that part, at any
//!   level of heading, also as `**Situation:** …`, as `Situation: … Task: …` on one line, and as `S: … T: … A: … R: …`; what stands below a heading of notes or practice
//!   ([`is_note`](super::questions::is_note)) is no part of the answer; all other text is part of it, in no part.
//! - What was practised stands below a heading "Practice, " with the date, what was typed as a quotation (`> `).
//! - A question that the role no longer has keeps its id, its heading begins with "No longer asked:", and stands
//!   at the end.
//!
//! [`parse`] reads a file back, whatever was edited in it.

mod build;
mod labels;
mod parse;

pub use build::build;
pub(super) use build::room;
pub(super) use parse::typed;
pub use parse::{AnsweredPart, AnsweredQuestion, AnswersFile, Practised, parse};

use crate::role::Question;

/// How many words a minute are spoken.
pub const WORDS_A_MINUTE: usize = 140;

/// What the heading of a question begins with that the role no longer has.
pub(super) const GONE: &str = "No longer asked";

/// The id of a question in answers files: it depends on its words alone, not on their case or the marks between them.
#[must_use]
pub fn question_id(question: &Question) -> String {
    let letters = question.text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
    super::sheet::checksum(&letters.collect::<String>())
}
