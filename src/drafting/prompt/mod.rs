//! A prompt for a language model of the person's choice, with what tells who they are taken out. Nothing is sent anywhere:
//! the prompt is a text, and what becomes of it is the person's to decide.

mod anonymous;
mod identifying;
mod names;
mod own_name;
mod proper_names;
mod removed;
mod shapes;
mod towns;
mod write;

pub(in crate::drafting) use identifying::is_english;
pub use removed::{Removed, RemovedKind};

use crate::advice::Settings;
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

/// What a prompt shall be.
#[derive(Clone, Copy, Debug)]
pub struct Request<'r> {
    /// What it asks for.
    pub purpose: Purpose,
    /// Answers are asked for on any of these topics, on all where none is named.
    pub topics: &'r [String],
    /// Whether the names of employers, schools and projects stay in.
    pub keeps_employers: bool,
    /// Words that are taken out besides, in any case.
    pub take_out: &'r [String],
    /// Which advice on wording makes a line weak.
    pub advice: &'r Settings,
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

/// The prompt that `request` asks for.
pub fn prompt(role: &Role, resume: &Resume, request: &Request<'_>) -> Result<Prompt, PromptError> {
    write::prompt(role, resume, request)
}
