//! A prompt for a language model of the person's choice, with what tells who they are taken out. Nothing is sent anywhere:
//! the prompt is a text, and what becomes of it is the person's to decide.

mod anonymous;
mod employers;
mod identifying;
mod names;
mod shapes;
mod write;

pub use anonymous::{Removed, RemovedKind};

use crate::report::CheckError;
use crate::resume::Resume;
use crate::role::{Role, TopicError};

/// What the prompt asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Lines for the role's gaps, and better ones for weak lines.
    Lines,
    /// Answers to the role's interview questions.
    Answers,
}

/// A prompt, and what was taken out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// The text.
    pub text: String,
    /// What was taken out, by kind, with how many different ones; in the order of [`RemovedKind::ALL`].
    pub removed: Vec<Removed>,
}

/// Why no prompt could be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PromptError {
    /// There is nothing to check.
    #[error(transparent)]
    Check(#[from] CheckError),
    /// The role has no such topic.
    #[error(transparent)]
    Topic(#[from] TopicError),
}

/// The prompt for `purpose`; answers are asked for on any of `topics`, on all where none is named.
pub fn prompt(role: &Role, resume: &Resume, purpose: Purpose, topics: &[String]) -> Result<Prompt, PromptError> {
    write::prompt(role, resume, purpose, topics)
}
