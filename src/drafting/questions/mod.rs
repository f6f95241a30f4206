//! What a question asks for, told from its wording, and the parts of a good answer. The words are data:
//! `questions.yaml` beside this file.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// What a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// Why the person wants the work, and what they are like: told as what draws them, evidence, what they would bring.
    Motivation,
    /// What the person did: told as situation, task, action, result.
    Behavioural,
    /// What the person would do in a case: told as what they would do, reasons, own example, trade-off.
    Situational,
    /// What the person knows: told as definition, why it matters, own example, trade-off.
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
    /// The letter that stands for it in "S: … T: … A: … R: …"; empty where none does.
    #[serde(default)]
    pub letter: String,
    /// How much of the answer it should take, in percent of the words: least and most.
    pub share: (usize, usize),
}

#[derive(Default, Deserialize)]
struct Source {
    motivation: Wording,
    technical: Wording,
    behavioural: Wording,
    situational: Wording,
    parts: Vec<Part>,
    kinds: HashMap<QuestionKind, Telling>,
    notes: Vec<String>,
}

/// By which words a question is of a kind.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Wording {
    begins: Vec<String>,
    holds: Vec<String>,
    holds_at_first: Vec<String>,
    why_unless: HashSet<String>,
    with: Vec<String>,
    people: HashSet<String>,
    making: HashSet<String>,
    no_case: HashSet<String>,
}

/// How a question of a kind is answered.
#[derive(Default, Deserialize)]
struct Telling {
    lead: String,
    parts: Vec<String>,
    #[serde(default)]
    number_in: Option<String>,
    #[serde(default)]
    deeds_in: Option<String>,
    #[serde(default)]
    about_deeds: bool,
    #[serde(default)]
    general: bool,
}

// The file is part of the program, and a test reads it.
static SOURCE: LazyLock<Source> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("questions.yaml")).unwrap_or_default());

impl QuestionKind {
    /// All, in the order in which a question's wording is looked at.
    pub const ALL: [Self; 4] = [Self::Motivation, Self::Behavioural, Self::Situational, Self::Technical];

    /// What `question` asks for.
    #[must_use]
    pub fn of(question: &str) -> Self {
        let asked = Asked::new(question);
        let is_motivation = asked.has(&SOURCE.motivation) || asked.asks_for_own_reasons(&SOURCE.motivation);
        if is_motivation {
            Self::Motivation
        } else if asked.has(&SOURCE.technical) {
            Self::Technical
        } else if asked.has(&SOURCE.behavioural) {
            Self::Behavioural
        } else if asked.has(&SOURCE.situational) || asked.is_case(&SOURCE.situational) {
            Self::Situational
        } else {
            Self::Technical
        }
    }

    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Motivation => "motivation",
            Self::Behavioural => "behavioural",
            Self::Situational => "situational",
            Self::Technical => "technical",
        }
    }

    /// The parts of an answer to it, in the order in which they are told.
    pub fn parts(self) -> impl Iterator<Item = &'static Part> {
        let ids = self.telling().into_iter().flat_map(|telling| &telling.parts);
        ids.filter_map(|id| SOURCE.parts.iter().find(|part| part.id == *id))
    }

    /// What it asks for, in a sentence to the person.
    pub(super) fn lead(self) -> &'static str {
        self.telling().map_or("", |telling| &telling.lead)
    }

    /// The id of the part that wants a number; none where an answer may do without.
    pub(super) fn number_in(self) -> Option<&'static str> {
        self.telling()?.number_in.as_deref()
    }

    /// The id of the part that tells what the person did.
    pub(super) fn deeds_in(self) -> Option<&'static str> {
        self.telling()?.deeds_in.as_deref()
    }

    /// Whether "we" counts only where an answer says what was done: elsewhere it may be anybody.
    pub(super) fn is_about_deeds(self) -> bool {
        self.telling().is_some_and(|telling| telling.about_deeds)
    }

    /// Whether the person's strongest lines may fit where none speaks of the question.
    pub(super) fn takes_general_lines(self) -> bool {
        self.telling().is_some_and(|telling| telling.general)
    }

    fn telling(self) -> Option<&'static Telling> {
        SOURCE.kinds.get(&self)
    }
}

/// A question's words in small letters, with a space on either side of each.
struct Asked {
    whole: String,
    at_first: String,
    /// A sentence stands before the one that asks.
    tells_first: bool,
}

impl Asked {
    fn new(question: &str) -> Self {
        let first = question.split([',', ';', ':', '.', '?', '!', '–', '—']).next().unwrap_or_default();
        let spaced = |text: &str| format!(" {} ", folded(text));
        let end = question.match_indices(['.', '?', '!']).map(|(at, _)| at);
        let end = end.into_iter().find(|at| question[at + 1..].starts_with(char::is_whitespace));
        let tells_first =
            end.is_some_and(|at| !question[at..].starts_with('?') && !question[at + 1..].trim().is_empty());
        Self { whole: spaced(question), at_first: spaced(first), tells_first }
    }

    fn has(&self, wording: &Wording) -> bool {
        wording.begins.iter().any(|words| self.begins(words))
            || wording.holds.iter().any(|words| self.whole.contains(&format!(" {words} ")))
            || wording.holds_at_first.iter().any(|words| self.at_first.contains(&format!(" {words} ")))
    }

    fn begins(&self, words: &str) -> bool {
        self.whole
            .strip_prefix(' ')
            .and_then(|whole| whole.strip_prefix(words))
            .is_some_and(|rest| rest.starts_with(' '))
    }

    /// "Why this unit?"
    fn asks_for_own_reasons(&self, motivation: &Wording) -> bool {
        let next = self.whole.split_whitespace().nth(1);
        self.begins("why") && next.is_some_and(|next| !motivation.why_unless.contains(next))
    }

    /// "A patient refuses. What do you do?", "How do you teach a patient who cannot read?"
    fn is_case(&self, situational: &Wording) -> bool {
        let mut words = self.whole.split_whitespace();
        if self.tells_first && words.clone().next().is_some_and(|first| !situational.no_case.contains(first)) {
            return true;
        }
        let verb = words.clone().nth(3);
        situational.with.iter().any(|with| self.begins(with))
            && !verb.is_some_and(|verb| situational.making.contains(verb))
            && words.any(|word| situational.people.contains(word))
    }
}

impl Part {
    /// The part that `heading` names, in any case, with or without a colon or what stands behind one.
    #[must_use]
    pub fn named(heading: &str) -> Option<&'static Self> {
        let heading = folded(heading);
        SOURCE.parts.iter().find(|part| folded(&part.heading) == heading || part.also.contains(&heading))
    }

    /// The part that a letter stands for, in any case.
    pub(super) fn of_letter(letter: &str) -> Option<&'static Self> {
        SOURCE.parts.iter().find(|part| !part.letter.is_empty() && part.letter.eq_ignore_ascii_case(letter))
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
        let parts = |kind: QuestionKind| kind.parts().map(|part| part.id.as_str()).collect::<Vec<_>>();
        assert_eq!(parts(QuestionKind::Motivation), ["draw", "proof", "contribution"]);
        assert_eq!(parts(QuestionKind::Behavioural), ["situation", "task", "action", "result"]);
        assert_eq!(parts(QuestionKind::Situational), ["approach", "reasons", "example", "trade-off"]);
        assert_eq!(parts(QuestionKind::Technical), ["definition", "why", "example", "trade-off"]);
        let told: HashSet<&str> = QuestionKind::ALL.into_iter().flat_map(parts).collect();
        assert_eq!(told.len(), SOURCE.parts.len());
        assert!(QuestionKind::ALL.iter().all(|kind| kind.lead().ends_with('.')));
    }

    #[test]
    fn the_wording_tells_what_is_asked() {
        let asked = |kind, questions: &[&str]| {
            for question in questions {
                assert_eq!(QuestionKind::of(question), kind, "{question}");
            }
        };
        asked(
            QuestionKind::Motivation,
            &[
                "Why this unit, and why our hospital?",
                "Why nursing?",
                "Why do you want to work here?",
                "What are your strengths?",
                "Tell me about yourself.",
            ],
        );
        asked(
            QuestionKind::Behavioural,
            &[
                "Tell me about a time you found an error.",
                "Which product of yours failed, and why?",
                "Give us your quota for each of the last years.",
                "Which tools have you used in earnest, and what does each do badly?",
                "Walk me through your part in the last close.",
            ],
        );
        asked(
            QuestionKind::Situational,
            &[
                "How do you handle a patient who refuses medication?",
                "Sign-ups fell 12% last week. How would you investigate?",
                "A customer swears at you. What do you say?",
                "How do you teach a patient who cannot read?",
                "What would you do with stock that has not moved?",
            ],
        );
        asked(
            QuestionKind::Technical,
            &[
                "How do deadlocks come about, and how did you resolve one?",
                "Walk me through how you protect data at rest.",
                "Walk me through hand hygiene before a central line is touched.",
                "Explain the difference between WHERE and HAVING.",
                "Explain the sprint goal. What happens without one?",
                "How do you choose an index?",
                "How do you model a customer whose region changes?",
                "How would you explain a variance to a manager?",
                "Why can a cache do harm?",
            ],
        );
    }

    #[test]
    fn parts_have_other_names_too() {
        assert_eq!(Part::named("OUTCOME:").map(|part| part.id.as_str()), Some("result"));
        assert_eq!(Part::named("Why it matters").map(|part| part.id.as_str()), Some("why"));
        assert!(Part::named("My dog").is_none());
        assert!(is_note("Practice, 2026-11-25") && is_note("Notes") && !is_note("Noted improvements"));
    }
}
