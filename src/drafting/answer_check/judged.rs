//! Which of the answers to a question is judged.

use crate::drafting::answers::{AnsweredQuestion, AnswersFile, typed};
use crate::report::{AnswerSource, JudgedAnswer};

/// The answer to one question.
#[derive(Default)]
pub(super) struct Judged {
    /// What is judged; without words where there is nothing.
    pub(super) answer: AnsweredQuestion,
    /// Whether the question stands in the file.
    pub(super) in_file: bool,
    /// Where the answer stands, for the report.
    pub(super) told: Option<JudgedAnswer>,
}

impl Judged {
    /// Of the question `id` in `file`: the written answer, the fuller one where the question stands twice; where nothing
    /// is written, what was typed last in practice.
    pub(super) fn of(id: &str, file: &AnswersFile) -> Self {
        let own = || file.questions.iter().filter(|question| question.id == id);
        let attempts = own().map(|question| question.practised.len()).sum();
        let Some(written) = own().max_by_key(|question| question.words()) else { return Self::default() };
        let last = own().flat_map(|question| &question.practised).next_back();
        let told = |source, when| Some(JudgedAnswer { source, when, attempts });
        match last {
            _ if written.words() > 0 => {
                Self { answer: written.clone(), in_file: true, told: told(AnswerSource::Written, None) }
            }
            Some(attempt) => {
                let answer = AnsweredQuestion { line: written.line, ..typed(&attempt.text) };
                let when = Some(attempt.when.clone()).filter(|when| !when.is_empty());
                Self { answer, in_file: true, told: told(AnswerSource::Practised, when) }
            }
            None => Self { answer: written.clone(), in_file: true, told: None },
        }
    }

    /// An answer that was just typed.
    pub(super) fn typed(answer: AnsweredQuestion) -> Self {
        Self { answer, in_file: true, told: None }
    }

    /// Whether it was typed in practice: nobody speaks headings of parts.
    pub(super) fn is_practised(&self) -> bool {
        self.told.as_ref().is_none_or(|told| told.source == AnswerSource::Practised)
    }
}
