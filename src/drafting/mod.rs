//! Worksheets and answers: what helps a person to write better, out of what they really did.
//!
//! Every text that is made here holds words of the resume, words of the role spec and visible `[slots]`; nothing else is
//! said of the person. What is made is a [`Sheet`]: generated blocks, each with room to write below, in a file that the
//! person edits as they like and that can be written anew at any time without losing a word of theirs.

/// How well questions are answered.
pub mod answer_check;
/// The answers file: made, updated, read back.
pub mod answers;
/// The worksheet for better resume lines.
pub mod lines;
/// A mock interview.
pub mod practice;
/// A prompt for a language model, with what identifies the person taken out.
pub mod prompt;
/// What is asked, and in which parts it is best answered.
pub mod questions;
mod relevance;
mod sheet;
mod wording;

pub use sheet::{Block, Kind, NotASheet, Sheet, SheetRole, Update};
