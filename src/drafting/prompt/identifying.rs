//! Words that tell who somebody is, and words that do not. The lists are data: `identifying.yaml` beside this file.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::lexicon;
use crate::resume::{LineKind, Resume};
use crate::role::Role;
use crate::text::{one_spelling, stem, tokens};

#[derive(Default, Deserialize)]
struct Source {
    names: HashSet<String>,
    titles: HashSet<String>,
    streets: Vec<String>,
    streets_in_one: Vec<String>,
    ordinary: HashSet<String>,
    job_words: HashSet<String>,
    legal_forms: HashSet<String>,
}

// The file is part of the program, and a test reads it.
static SOURCE: LazyLock<Source> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("identifying.yaml")).unwrap_or_default());

/// What is known of words: from the lexicon, from the role, from the resume's headings.
pub(super) struct Words {
    role: HashSet<String>,
    /// Names of employers and schools, in small letters, the longest first.
    pub(super) employers: Vec<String>,
}

impl Words {
    pub(super) fn new(role: &Role, resume: &Resume) -> Self {
        let spec = &role.spec;
        let items = spec.activities.iter().chain(&spec.kpis).chain(&spec.requirements);
        let texts = items.flat_map(|item| {
            let told = [Some(&item.name), item.description.as_ref(), item.example.as_ref()];
            told.into_iter().flatten().chain(&item.keywords).chain(&item.measures).cloned().collect::<Vec<_>>()
        });
        let known = texts.flat_map(|text| tokens(&text)).map(|token| stem(&token.text)).collect();
        Self { role: known, employers: employers(resume) }
    }

    /// Whether a word says nothing of who somebody is: the lexicon, the role or the list of ordinary words has it.
    pub(super) fn is_known(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let spelt = one_spelling(&word);
        let spelt = spelt.as_deref().unwrap_or(&word);
        SOURCE.ordinary.contains(&word)
            || lexicon::word(spelt).is_some()
            || self.role.contains(&stem(spelt))
            || word
                .split(['-', '/', '’', '\''])
                .all(|part| part.len() < word.len() && (part.is_empty() || self.is_known(part)))
    }
}

/// Whether a word is a first name that is an ordinary word too.
pub(super) fn is_name(word: &str) -> bool {
    SOURCE.names.contains(&word.to_lowercase())
}

/// Whether a word stands before a name.
pub(super) fn is_title(word: &str) -> bool {
    SOURCE.titles.contains(&word.trim_end_matches('.').to_lowercase())
}

/// Words that end a street's name, and ends of such names in one word; for patterns.
pub(super) fn streets() -> (String, String) {
    (SOURCE.streets.join("|"), SOURCE.streets_in_one.join("|"))
}

/// What stands in headings of jobs, projects and schools and is no title, in small letters, the longest first.
fn employers(resume: &Resume) -> Vec<String> {
    let held = |kind: LineKind| {
        matches!(
            kind,
            LineKind::Experience | LineKind::Volunteer | LineKind::Education | LineKind::Project | LineKind::Award
        )
    };
    let lines = resume.lines.iter().filter(|line| held(line.kind));
    let mut found: Vec<String> = lines.filter_map(|line| line.section.as_deref()).flat_map(parts_of_heading).collect();
    found.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    found.dedup();
    found
}

/// The parts of "Senior Developer at Acme Corp, Malmö (2021 – now)" that name no job.
fn parts_of_heading(heading: &str) -> Vec<String> {
    let heading = heading.replace(" at ", "|").replace(" @ ", "|").replace(" for ", "|").replace(" - ", "|");
    let parts = heading.split(['|', ',', ';', '(', ')', '–', '—', '·', '•', ':', '/']).map(str::trim);
    let names_employer = |part: &&str| {
        let words: Vec<String> = part.split_whitespace().map(str::to_lowercase).collect();
        let job = words.iter().any(|word| SOURCE.job_words.contains(word.trim_matches(|c: char| !c.is_alphanumeric())));
        let month =
            words.iter().all(|word| SOURCE.ordinary.contains(word) || word.starts_with(|c: char| c.is_ascii_digit()));
        !job && !month && part.chars().filter(|c| c.is_alphabetic()).count() >= 2 && !is_heading_word(part)
    };
    let whole: Vec<String> = parts.filter(names_employer).map(str::to_lowercase).collect();
    let short = whole.iter().filter_map(|name| without_legal_form(name)).collect::<Vec<String>>();
    whole.into_iter().chain(short).collect()
}

/// "acme" of "acme inc.", where something is left.
fn without_legal_form(name: &str) -> Option<String> {
    let (rest, form) = name.rsplit_once(' ')?;
    let is_form = SOURCE.legal_forms.contains(form.trim_matches(|c: char| !c.is_alphanumeric()));
    is_form.then(|| rest.trim_end_matches([',', ' ']).to_owned()).filter(|rest| rest.chars().count() > 2)
}

/// "Experience", "Projects", "now": headings of sections and ends of times.
fn is_heading_word(part: &str) -> bool {
    const WORDS: [&str; 22] = [
        "experience",
        "work",
        "employment",
        "projects",
        "project",
        "education",
        "awards",
        "volunteering",
        "volunteer",
        "professional",
        "history",
        "present",
        "now",
        "today",
        "current",
        "open",
        "source",
        "remote",
        "full-time",
        "part-time",
        "personal",
        "selected",
    ];
    part.split_whitespace().all(|word| WORDS.contains(&word.to_lowercase().as_str()))
}
