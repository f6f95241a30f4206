//! What a question asks for, told from its wording, and the parts of a good answer. The words are data:
//! `questions.yaml` beside this file.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// What the person did: told as situation, task, action, result.
    Behavioural,
    /// What the person knows, or would do: told as definition, why it matters, own example, trade-off.
    Technical,
}

/// One part of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Part {
    /// Its id, such as "trade-off".
    pub id: String,
    /// Its heading in an answers file.
    pub heading: String,
    /// What belongs in it.
    pub hint: String,
    /// Other headings for the same part, in small letters.
    #[serde(default)]
    pub also: Vec<String>,
    /// How much of the answer it should take, in percent of the words: least and most.
    pub share: (usize, usize),
}

#[derive(Default, Deserialize)]
struct Source {
    behavioural: Wording,
    parts: Vec<Part>,
    kinds: Kinds,
    notes: Vec<String>,
}

#[derive(Default, Deserialize)]
struct Wording {
    begins: Vec<String>,
    holds: Vec<String>,
    holds_at_first: Vec<String>,
}

#[derive(Default, Deserialize)]
struct Kinds {
    behavioural: Vec<String>,
    technical: Vec<String>,
}

// The file is part of the program, and a test reads it.
static SOURCE: LazyLock<Source> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("questions.yaml")).unwrap_or_default());

impl QuestionKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Behavioural, Self::Technical];

    /// What `question` asks for.
    #[must_use]
    pub fn of(question: &str) -> Self {
        let first = question.split([',', ';', ':', '.', '?', '!', '–', '—']).next().unwrap_or_default();
        let spaced = |text: &str| format!(" {} ", folded(text));
        let (question, first) = (spaced(question), spaced(first));
        let wording = &SOURCE.behavioural;
        let begins = wording.begins.iter().any(|words| question.starts_with(&format!(" {words} ")));
        let holds = wording.holds.iter().any(|words| question.contains(&format!(" {words} ")));
        let at_first = wording.holds_at_first.iter().any(|words| first.contains(&format!(" {words} ")));
        if begins || holds || at_first { Self::Behavioural } else { Self::Technical }
    }

    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Behavioural => "behavioural",
            Self::Technical => "technical",
        }
    }

    /// The parts of an answer to it, in the order in which they are told.
    pub fn parts(self) -> impl Iterator<Item = &'static Part> {
        let ids = match self {
            Self::Behavioural => &SOURCE.kinds.behavioural,
            Self::Technical => &SOURCE.kinds.technical,
        };
        ids.iter().filter_map(|id| SOURCE.parts.iter().find(|part| part.id == *id))
    }
}

impl Part {
    /// The part that `heading` names, in any case, with or without a colon or what stands behind one.
    #[must_use]
    pub fn named(heading: &str) -> Option<&'static Self> {
        let heading = folded(heading);
        SOURCE.parts.iter().find(|part| folded(&part.heading) == heading || part.also.contains(&heading))
    }
}

/// Whether what stands below `heading` is a note and no part of an answer.
#[must_use]
pub fn is_note(heading: &str) -> bool {
    let heading = folded(heading);
    SOURCE
        .notes
        .iter()
        .any(|note| heading.strip_prefix(note.as_str()).is_some_and(|r| r.is_empty() || r.starts_with(' ')))
}

/// The words in small letters, one space apart.
fn folded(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-').filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_list_is_read_and_every_part_has_its_kind() {
        let parts: Vec<&str> = QuestionKind::ALL.iter().flat_map(|kind| kind.parts()).map(|p| p.id.as_str()).collect();
        assert_eq!(parts, ["situation", "task", "action", "result", "definition", "why", "example", "trade-off"]);
        assert_eq!(parts.len(), SOURCE.parts.len());
    }

    #[test]
    fn the_wording_tells_what_is_asked() {
        let kind = QuestionKind::of;
        assert_eq!(kind("Tell me about a time you found an error."), QuestionKind::Behavioural);
        assert_eq!(kind("Which product of yours failed, and why?"), QuestionKind::Behavioural);
        assert_eq!(kind("Give us your quota for each of the last years."), QuestionKind::Behavioural);
        assert_eq!(
            kind("Which tools have you used in earnest, and what does each do badly?"),
            QuestionKind::Behavioural
        );
        assert_eq!(kind("Walk me through your part in the last close."), QuestionKind::Behavioural);
        assert_eq!(kind("How do deadlocks come about, and how did you resolve one?"), QuestionKind::Technical);
        assert_eq!(kind("Walk me through how you protect data at rest."), QuestionKind::Technical);
        assert_eq!(kind("Explain the difference between WHERE and HAVING."), QuestionKind::Technical);
        assert_eq!(kind("How do you choose an index?"), QuestionKind::Technical);
        assert_eq!(kind("Sign-ups fell 12% last week. How would you investigate?"), QuestionKind::Technical);
    }

    #[test]
    fn parts_have_other_names_too() {
        assert_eq!(Part::named("OUTCOME:").map(|part| part.id.as_str()), Some("result"));
        assert_eq!(Part::named("Why it matters").map(|part| part.id.as_str()), Some("why"));
        assert!(Part::named("My dog").is_none());
        assert!(is_note("Practice, 2026-11-25") && is_note("Notes") && !is_note("Noted improvements"));
    }
}
