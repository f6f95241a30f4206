//! What an answer claims beyond the resume: numbers, technologies, names.

use std::collections::{BTreeSet, HashSet};

use crate::lexicon;
use crate::resume::Resume;
use crate::role::{Question, Role};
use crate::text::{TokenKind, is_month, one_spelling, stem, tokens};

/// What a resume says, word for word.
pub(super) struct Known {
    numbers: HashSet<String>,
    stems: HashSet<String>,
    role: HashSet<String>,
}

impl Known {
    pub(super) fn new(resume: &Resume, role: &Role) -> Self {
        let (mut numbers, mut stems) = (HashSet::new(), HashSet::new());
        let headings = resume.lines.iter().filter_map(|line| line.section.as_deref());
        for text in resume.lines.iter().map(|line| line.text.as_str()).chain(headings) {
            add(text, &mut numbers, &mut stems);
        }
        let spec = &role.spec;
        let names =
            spec.activities.iter().chain(&spec.kpis).map(|item| item.name.as_str()).chain([spec.title.as_str()]);
        let mut of_role = HashSet::new();
        for name in names {
            add(name, &mut HashSet::new(), &mut of_role);
        }
        Self { numbers, stems, role: of_role }
    }

    /// The claims of `answer` that neither the resume nor the question has, in order, each once.
    pub(super) fn claims_beyond(&self, answer: &str, question: &Question) -> Vec<String> {
        let (mut asked_numbers, mut asked) = (HashSet::new(), HashSet::new());
        add(&question.text, &mut asked_numbers, &mut asked);
        let mut told = BTreeSet::new();
        let mut claims = Vec::new();
        for line in answer.lines() {
            for (at, token) in tokens(line).into_iter().enumerate() {
                let raw = &line[token.start..token.end];
                let new = match token.kind {
                    TokenKind::Number => {
                        let number = figure(&token.text);
                        !is_small(&number)
                            && !is_year(raw)
                            && !self.numbers.contains(&number)
                            && !asked_numbers.contains(&number)
                    }
                    TokenKind::Word => {
                        let stem = stem(&token.text);
                        let opens = at == 0 || opens_sentence(&line[..token.start]);
                        is_name(raw, &token.text, opens)
                            && ![&self.stems, &self.role, &asked].into_iter().any(|known| known.contains(&stem))
                    }
                };
                if new && told.insert(token.text.clone()) {
                    claims.push(raw.to_owned());
                }
            }
        }
        claims
    }
}

fn add(text: &str, numbers: &mut HashSet<String>, stems: &mut HashSet<String>) {
    for token in tokens(text) {
        if token.kind == TokenKind::Number {
            numbers.insert(figure(&token.text));
        }
        stems.insert(stem(&token.text));
    }
}

/// A figure without signs and unit: "40%" and "40 percent" are one claim.
fn figure(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>().trim_end_matches('.').to_owned()
}

/// "2 days later", "the 3 of us": numbers of the telling.
fn is_small(number: &str) -> bool {
    number.parse::<f64>().is_ok_and(|number| number <= 3.0)
}

/// "In 2021": when it was is told with every story, and claims nothing.
fn is_year(raw: &str) -> bool {
    raw.len() == 4 && raw.parse::<usize>().is_ok_and(|year| (1950..2100).contains(&year))
}

/// Whether a word names something: a capital inside a sentence, or capitals or signs inside the word; and the lexicon
/// knows no ordinary word like it, unless as a term with signs ("C++").
fn is_name(raw: &str, text: &str, opens: bool) -> bool {
    let inner =
        raw.chars().skip(1).any(|c| c.is_uppercase() || matches!(c, '+' | '#')) || (raw.contains('.') && raw.len() > 2);
    let large = raw.starts_with(char::is_uppercase) && raw.chars().count() > 1;
    if inner {
        return raw.chars().any(char::is_alphabetic) && !is_ordinary(text);
    }
    let spelt = one_spelling(text);
    let known = lexicon::word(spelt.as_deref().unwrap_or(text)).is_some();
    large && !is_ordinary(text) && !(opens && (!known || !is_term(raw)))
}

/// Behind the end of a sentence every word has a capital, so only what is always written with one counts.
fn is_term(raw: &str) -> bool {
    raw.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
}

fn opens_sentence(before: &str) -> bool {
    before.trim_end().ends_with(['.', '!', '?', ':', '"', '“'])
}

/// Whether a word that has a capital wherever it stands says nothing.
fn is_ordinary(word: &str) -> bool {
    const ALWAYS_LARGE: [&str; 16] = [
        "i'm",
        "i've",
        "i'd",
        "i'll",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "ok",
        "english",
        "kpi",
        "kpis",
        "ceo",
    ];
    is_month(word) || ALWAYS_LARGE.contains(&word)
}
