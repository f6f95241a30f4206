//! What an answer claims beyond the resume: numbers, technologies, names.

use std::collections::{BTreeSet, HashSet};

use crate::resume::Resume;
use crate::role::{Question, Role};
use crate::text::{Token, TokenKind, letters, stem, tokens};

use super::names::{Name, names};
use super::rules::RULES;

/// What a resume says, word for word.
pub(super) struct Known {
    resume: Said,
    role: Said,
}

/// The words and figures of some texts, in every form in which they may be said again.
#[derive(Default)]
struct Said {
    numbers: HashSet<String>,
    stems: HashSet<String>,
    /// Two words in one (`PowerBI`) and the first letters of names ("AHA").
    joined: HashSet<String>,
}

impl Known {
    pub(super) fn new(resume: &Resume, role: &Role) -> Self {
        let headings = resume.lines.iter().filter_map(|line| line.section.as_deref());
        let lines = resume.lines.iter().map(|line| line.text.as_str());
        let top = resume.top.iter().map(String::as_str);
        let training = resume.training().into_iter().map(|line| line.text.as_str());
        let spec = &role.spec;
        let names =
            spec.activities.iter().chain(&spec.kpis).map(|item| item.name.as_str()).chain([spec.title.as_str()]);
        let mut of_role = Said::of(names);
        // A role's figures are nobody's.
        of_role.numbers.clear();
        Self { resume: Said::of(lines.chain(headings).chain(training).chain(top)), role: of_role }
    }

    /// The claims of `answer` that neither the resume nor the question has, in order, each once: figures, and names whole.
    pub(super) fn claims_beyond(&self, answer: &str, question: &Question) -> Vec<String> {
        let asked = Said::of([question.text.as_str()]);
        let known = [&self.resume, &self.role, &asked];
        let mut told = BTreeSet::new();
        let mut claims = Vec::new();
        for line in answer.lines() {
            let words = tokens(line);
            let names = names(line, &words);
            let mut coming = names.iter().peekable();
            for (at, token) in words.iter().enumerate() {
                if let Some(name) = coming.next_if(|name| name.words.start == at) {
                    let new: Vec<&str> = unknown(name, &words, &known);
                    let before = told.len();
                    told.extend(new.into_iter().map(str::to_owned));
                    if told.len() > before {
                        let last = &words[name.words.end - 1];
                        claims.push(without_possessive(&line[token.start..last.end]).to_owned());
                    }
                } else if token.kind == TokenKind::Number {
                    let raw = &line[token.start..token.end];
                    let number = figure(&token.text);
                    let is_known = known.iter().any(|said| said.numbers.contains(&number));
                    if !is_small(&number) && !is_year(raw) && !is_known && told.insert(token.text.clone()) {
                        claims.push(raw.to_owned());
                    }
                }
            }
        }
        claims
    }
}

/// The words of a name that nothing says; none where the name is said in another form.
fn unknown<'w>(name: &Name, words: &'w [Token], known: &[&Said]) -> Vec<&'w str> {
    let own = &words[name.words.clone()];
    let whole: String = own.iter().map(|word| letters(&word.text)).collect();
    let forms = [whole, initials(own)];
    if known.iter().any(|said| forms.iter().any(|form| said.joined.contains(form) || said.stems.contains(form))) {
        return Vec::new();
    }
    let says = |said: &Said, word: &str| said.stems.contains(&stem(word)) || said.joined.contains(&letters(word));
    let telling = name.telling.iter().map(|at| words[*at].text.as_str());
    telling.filter(|word| !known.iter().any(|said| says(said, word))).collect()
}

/// "aha" of "the American Heart Association"; nothing of a single word.
fn initials(name: &[Token]) -> String {
    const FEWEST: usize = 2;
    let telling = || name.iter().filter(|word| !RULES.joining_names.contains(&word.text));
    if telling().count() < FEWEST {
        return String::new();
    }
    telling().filter_map(|word| word.text.chars().next()).collect()
}

fn without_possessive(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

impl Said {
    fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut said = Self::default();
        for text in texts {
            let words = tokens(text);
            for word in &words {
                if word.kind == TokenKind::Number {
                    said.numbers.insert(figure(&word.text));
                }
                said.stems.insert(stem(&word.text));
            }
            said.joined.extend(words.windows(2).map(|two| letters(&two[0].text) + &letters(&two[1].text)));
            said.joined.extend(names(text, &words).iter().map(|name| initials(&words[name.words.clone()])));
        }
        said.joined.remove("");
        said
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
