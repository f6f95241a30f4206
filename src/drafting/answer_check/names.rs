//! Names in an answer, whole: "Mayo Clinic", "University of Lund", "Ernst & Young", "Dr. Sarah Kim".

use std::ops::Range;

use crate::drafting::prompt::is_english;
use crate::matching::is_function_word;
use crate::text::{Gap, Token, TokenKind, is_month};

use super::rules::RULES;

/// A name, by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name {
    /// All its words, those that join them among them.
    pub(super) words: Range<usize>,
    /// The words that name something.
    pub(super) telling: Vec<usize>,
}

/// The names of a line, in order. `words` are the line's tokens.
pub(super) fn names(line: &str, words: &[Token]) -> Vec<Name> {
    let text = Text { line, words };
    let mut names: Vec<Name> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        if text.is_name(at) {
            let from = names.last().map_or(0, |name| name.words.end);
            let words = text.start(at, from)..text.end(at);
            let telling = words.clone().filter(|word| text.is_name(*word) || text.is_unknown_opener(*word)).collect();
            at = words.end;
            names.push(Name { words, telling });
        } else {
            at += 1;
        }
    }
    names
}

struct Text<'t> {
    line: &'t str,
    words: &'t [Token],
}

impl Text<'_> {
    fn raw(&self, at: usize) -> &str {
        &self.line[self.words[at].start..self.words[at].end]
    }

    fn between(&self, at: usize) -> &str {
        let before = at.checked_sub(1).map_or(0, |before| self.words[before].end);
        &self.line[before..self.words[at].start]
    }

    /// Whether a word names something: a capital inside a sentence, or capitals or signs inside the word; and it is none
    /// that has a capital wherever it stands. Where every word has a capital, only what is always written with one counts.
    fn is_name(&self, at: usize) -> bool {
        let (raw, word) = (self.raw(at), &self.words[at]);
        if word.kind != TokenKind::Word || is_ordinary(&word.text) {
            return false;
        }
        let inner = raw.chars().skip(1).any(|c| c.is_uppercase() || matches!(c, '+' | '#'))
            || (raw.contains('.') && raw.len() > 2);
        if inner { raw.chars().any(char::is_alphabetic) } else { self.is_large(at) && !self.opens(at) }
    }

    /// "Mayo" of "Mayo Clinic asked", at the beginning of a sentence.
    fn is_unknown_opener(&self, at: usize) -> bool {
        self.is_large(at) && self.opens(at) && !is_english(&self.words[at].text)
    }

    fn is_large(&self, at: usize) -> bool {
        let raw = self.raw(at);
        raw.starts_with(char::is_uppercase) && raw.chars().count() > 1 && self.words[at].kind == TokenKind::Word
    }

    fn opens(&self, at: usize) -> bool {
        at == 0
            || (self.between(at).trim_end().ends_with(['.', '!', '?', ':', '"', '“']) && !self.is_abbreviated(at - 1))
    }

    /// "Dr." ends no sentence.
    fn is_abbreviated(&self, at: usize) -> bool {
        RULES.abbreviations.contains(&self.words[at].text)
    }

    /// Whether the word at `at` goes on with the name that the one before it is part of.
    fn goes_on(&self, at: usize) -> bool {
        let between = self.between(at);
        let abbreviated = between.trim() == "." && self.is_abbreviated(at - 1);
        self.words[at].gap <= Gap::Space || between.trim() == "&" || abbreviated
    }

    /// Whether a word with a capital can be part of a name: at the beginning of a sentence, many cannot.
    fn is_part(&self, at: usize) -> bool {
        let word = &self.words[at].text;
        let begins_otherwise = || {
            is_function_word(word)
                || RULES.openers.contains(word)
                || ["ing", "ly", "ed"].iter().any(|ending| word.ends_with(ending) && is_english(word))
        };
        self.is_large(at) && !is_ordinary(word) && !(self.opens(at) && begins_otherwise())
    }

    fn joins(&self, at: usize) -> bool {
        RULES.joining_names.contains(&self.words[at].text) && !self.is_large(at)
    }

    fn start(&self, mut at: usize, from: usize) -> usize {
        loop {
            let one = at.checked_sub(1).filter(|one| *one >= from && self.goes_on(at));
            let Some(one) = one else { return at };
            // "University of the Arts"
            let joined = (1..3).take_while(|back| at - back > from && self.joins(at - back) && self.goes_on(at - back));
            let before = one - joined.count();
            if !self.is_part(before) || self.words[before + 1].text == "the" {
                return at;
            }
            at = before;
        }
    }

    /// Behind the last word of the name that has the word `at`.
    fn end(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            let joined = (end..end + 2)
                .take_while(|next| *next < self.words.len() && self.joins(*next) && self.goes_on(*next))
                .count();
            let next = end + joined;
            let joined_by_the = joined > 0 && self.words[end].text == "the";
            if next >= self.words.len() || joined_by_the || !self.goes_on(next) || !self.is_part(next) {
                return end;
            }
            end = next + 1;
        }
    }
}

/// Whether a word that has a capital wherever it stands says nothing.
fn is_ordinary(word: &str) -> bool {
    is_month(word) || RULES.always_large.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens;

    fn named(line: &str) -> Vec<String> {
        let words = tokens(line);
        let span = |name: &Name| line[words[name.words.start].start..words[name.words.end - 1].end].to_owned();
        names(line, &words).iter().map(span).collect()
    }

    #[test]
    fn a_name_is_told_whole() {
        for (line, expected) in [
            ("I was at Mayo Clinic.", vec!["Mayo Clinic"]),
            ("Mayo Clinic asked me.", vec!["Mayo Clinic"]),
            ("At Mayo Clinic I led.", vec!["Mayo Clinic"]),
            (
                "I left the University of Lund and Ernst & Young for ACME.",
                vec!["University of Lund", "Ernst & Young", "ACME"],
            ),
            (
                "Then I met Dr. Sarah Kim. She used Epic and Cerner Millennium.",
                vec!["Dr. Sarah Kim", "Epic", "Cerner Millennium"],
            ),
            ("I asked Jo. Next came C++.", vec!["Jo", "C++"]),
            ("Using Epic, I saw it. On Monday I asked in March.", vec!["Epic"]),
            ("I went to St. Mary's Hospital.", vec!["St. Mary's Hospital"]),
            ("I told Kim the Epic plan of the University of the Arts.", vec!["Kim", "Epic", "University of the Arts"]),
            ("We fed them. They grew.", vec![]),
        ] {
            assert_eq!(named(line), expected, "{line}");
        }
    }
}
