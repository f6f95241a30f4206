//! What the headings of resumes mean. The headings are data: `sections.yaml` beside this file.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::LineKind;

/// What a heading says of the lines under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// They are of this kind.
    Kind(LineKind),
    /// They belong to the job or project above.
    Within,
}

/// What a row of a form says of a job: "Position: Clerk", "Duration: 2019 – 2020".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Job,
    Employer,
    Dates,
    /// What was done.
    Tasks,
    /// The place, the sector, and whatever else is no heading and no line.
    Aside,
}

/// What the label of a row of a form means; nothing for one that is not in the table.
pub(super) fn field(label: &str) -> Option<Field> {
    let label = label.trim().trim_end_matches(':').trim_end().to_lowercase();
    TABLE.fields.get(label.as_str()).copied()
}

/// Whether a heading names licences or certificates among other things ("Skills & Certifications").
pub(super) fn names_certificates(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    ["certificat", "licens", "licenc", "credential"].iter().any(|beginning| {
        heading.split(|letter: char| !letter.is_alphanumeric()).any(|word| word.starts_with(beginning))
    })
}

/// A heading has at most so many words; what is longer is a line.
const MOST_WORDS: usize = 6;

/// What a heading means; nothing for one that is not in the table.
pub(super) fn look_up(heading: &str) -> Option<Meaning> {
    // Most lines are no headings: turn them away before anything is copied.
    if heading.len() > 60 {
        return None;
    }
    let words = fold(heading);
    if words.is_empty() || words.len() > MOST_WORDS {
        return None;
    }
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    whole(&words).or_else(|| {
        let and = words.iter().position(|word| *word == "and")?;
        whole(&words[..and])
    })
}

/// Looks the words up together, then without the modifiers before them.
fn whole(words: &[&str]) -> Option<Meaning> {
    let table = &*TABLE;
    let mut words = words;
    loop {
        if let Some(meaning) = table.meanings.get(words.join(" ").as_str()) {
            return Some(*meaning);
        }
        let (first, rest) = words.split_first()?;
        if rest.is_empty() || !table.modifiers.contains(*first) {
            return None;
        }
        words = rest.strip_prefix(&["and"]).unwrap_or(rest);
    }
}

/// The words of a heading: small letters, "&" and "/" as "and", what is in brackets left out.
fn fold(heading: &str) -> Vec<String> {
    let open = heading.find(['(', '[']).filter(|&at| at > 0).unwrap_or(heading.len());
    let spelled = heading[..open].replace(['&', '/', '+'], " and ");
    let words = spelled.split(|letter: char| !letter.is_alphanumeric() && letter != '\'');
    let mut words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    // "1. Experience", "II. Experience"
    if words.len() > 1 && words[0].chars().all(|letter| letter.is_ascii_digit() || matches!(letter, 'i' | 'v' | 'x')) {
        words.remove(0);
    }
    // "Technologies used include:"
    if words.len() > 1
        && words
            .last()
            .is_some_and(|last| matches!(last.as_str(), "include" | "included" | "includes" | "used" | "were"))
    {
        words.pop();
    }
    respace(words)
}

/// "E X P E R I E N C E" is one word in wide type.
fn respace(words: Vec<String>) -> Vec<String> {
    if words.len() > 3 && words.iter().all(|word| word.chars().nth(1).is_none()) {
        return vec![words.concat()];
    }
    words
}

struct Table {
    meanings: HashMap<String, Meaning>,
    modifiers: HashSet<String>,
    fields: HashMap<String, Field>,
}

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    experience: Vec<String>,
    project: Vec<String>,
    volunteer: Vec<String>,
    education: Vec<String>,
    award: Vec<String>,
    summary: Vec<String>,
    skills: Vec<String>,
    other: Vec<String>,
    within: Vec<String>,
    modifiers: Vec<String>,
    job_labels: Vec<String>,
    employer_labels: Vec<String>,
    dates_labels: Vec<String>,
    tasks_labels: Vec<String>,
    aside_labels: Vec<String>,
}

// The file is built in and a test reads it: the default is never met.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let file: File = serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/sections.json"))).unwrap_or_default();
    let kinds = [
        (file.experience, Meaning::Kind(LineKind::Experience)),
        (file.project, Meaning::Kind(LineKind::Project)),
        (file.volunteer, Meaning::Kind(LineKind::Volunteer)),
        (file.education, Meaning::Kind(LineKind::Education)),
        (file.award, Meaning::Kind(LineKind::Award)),
        (file.summary, Meaning::Kind(LineKind::Summary)),
        (file.skills, Meaning::Kind(LineKind::Skills)),
        (file.other, Meaning::Kind(LineKind::Other)),
        (file.within, Meaning::Within),
    ];
    let meanings = kinds.into_iter().flat_map(|(words, meaning)| words.into_iter().map(move |word| (word, meaning)));
    let fields = [
        (file.job_labels, Field::Job),
        (file.employer_labels, Field::Employer),
        (file.dates_labels, Field::Dates),
        (file.tasks_labels, Field::Tasks),
        (file.aside_labels, Field::Aside),
    ];
    let fields = fields.into_iter().flat_map(|(labels, field)| labels.into_iter().map(move |label| (label, field)));
    Table { meanings: meanings.collect(), modifiers: file.modifiers.into_iter().collect(), fields: fields.collect() }
});

#[cfg(test)]
mod tests {
    use super::super::LineKind;
    use super::{File, Meaning, look_up};

    #[test]
    fn the_table_is_sound() {
        let file: File =
            serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/sections.json"))).expect("sections.yaml");
        assert!(file.experience.len() > 10 && file.modifiers.len() > 10);
    }

    #[test]
    fn headings_in_their_many_spellings() {
        let kind = |heading| match look_up(heading) {
            Some(Meaning::Kind(kind)) => Some(kind),
            _ => None,
        };
        assert_eq!(kind("WORK EXPERIENCE"), Some(LineKind::Experience));
        assert_eq!(kind("1. Relevant Professional Experience:"), Some(LineKind::Experience));
        assert_eq!(kind("E X P E R I E N C E"), Some(LineKind::Experience));
        assert_eq!(kind("💼 Experience (2015–2023)"), Some(LineKind::Experience));
        assert_eq!(kind("Selected Projects"), Some(LineKind::Project));
        assert_eq!(kind("Skills & Tools"), Some(LineKind::Skills));
        assert_eq!(kind("Education / Certifications"), Some(LineKind::Education));
        assert_eq!(kind("References"), Some(LineKind::Other));
        assert_eq!(look_up("Key Achievements:"), Some(Meaning::Within));
    }

    #[test]
    fn other_lines_are_no_headings() {
        for line in ["", "Jane Doe", "Head of Customer Experience", "Led projects and education", "Research", "- - -"] {
            assert_eq!(look_up(line), None, "{line}");
        }
    }
}
