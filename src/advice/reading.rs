//! A line as the rules read it: words with their places, stems, the verb that it begins with.

use std::ops::Range;

use crate::resume::{Line, LineKind};
use crate::text::{Gap, Token, stem, tokens};

use super::lists::lists;
use super::verbs::{Form, Verb, verb};

/// A line, read.
pub(super) struct Reading<'l> {
    pub(super) line: &'l Line,
    pub(super) words: Vec<Token>,
    pub(super) stems: Vec<String>,
    /// The words in small letters.
    pub(super) plain: Vec<String>,
    /// Where what the line says begins, behind a label ("Migration: Moved …") and adverbs.
    pub(super) begins: usize,
    /// The verb there.
    pub(super) opener: Option<Verb>,
}

/// A stretch of a line that begins a sentence or follows a semicolon, in words.
pub(super) type Clause = Range<usize>;

impl<'l> Reading<'l> {
    pub(super) fn new(line: &'l Line) -> Self {
        let words = tokens(&line.text);
        let stems = words.iter().map(|word| stem(&word.text)).collect::<Vec<_>>();
        let plain = words.iter().map(|word| word.text.clone()).collect();
        let begins = after_label(&line.text, &words).unwrap_or(0);
        let (begins, opener) = opening(&words, &stems, begins);
        Self { line, words, stems, plain, begins, opener }
    }

    /// Whether the line is held to what makes a good account of work. Awards, courses and texts in the person's own
    /// words are not.
    pub(super) fn tells_work(&self) -> bool {
        !matches!(self.line.kind, LineKind::Award | LineKind::Education)
    }

    /// The text as it is written.
    pub(super) fn text(&self) -> &'l str {
        &self.line.text
    }

    /// The words `range` as they are written.
    pub(super) fn slice(&self, range: Range<usize>) -> &'l str {
        &self.text()[self.bytes(range)]
    }

    /// Where the words `range` stand, in bytes.
    pub(super) fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let end = range.end.min(self.words.len());
        match (self.words.get(range.start), self.words.get(end.wrapping_sub(1))) {
            (Some(first), Some(last)) if range.start < end => first.start..last.end,
            _ => 0..0,
        }
    }

    /// The word at a place as it is written.
    pub(super) fn raw(&self, at: usize) -> &'l str {
        self.words.get(at).map_or("", |word| &self.line.text[word.start..word.end])
    }

    /// What stands between a word and the one before it.
    pub(super) fn before(&self, at: usize) -> &'l str {
        let end = self.words.get(at).map_or(self.text().len(), |word| word.start);
        let start = if at == 0 { 0 } else { self.words.get(at - 1).map_or(0, |word| word.end) };
        &self.text()[start..end]
    }

    /// How many words a reader counts: what stands between white space and has a letter or a digit.
    pub(super) fn count(&self) -> usize {
        self.text().split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    }

    /// The sentences and what semicolons part.
    pub(super) fn clauses(&self) -> Vec<Clause> {
        let parts = |at: &usize| {
            self.words[*at].gap == Gap::Sentence || self.words[*at].gap == Gap::Clause && self.before(*at).contains(';')
        };
        let mut starts: Vec<usize> = (1..self.words.len()).filter(parts).collect();
        starts.insert(0, 0);
        starts.push(self.words.len());
        starts.windows(2).map(|pair| pair[0]..pair[1]).filter(|clause| !clause.is_empty()).collect()
    }

    /// The verb that begins a clause, with its place.
    pub(super) fn opener_of(&self, clause: &Clause) -> Option<(usize, Verb)> {
        if clause.start == 0 {
            return self.opener.map(|verb| (self.begins, verb));
        }
        let (at, verb) = opening(&self.words[..clause.end], &self.stems[..clause.end], clause.start);
        verb.map(|verb| (at, verb))
    }
}

/// The first word behind a label, where one of at most five words is followed by what begins with a verb.
fn after_label(text: &str, words: &[Token]) -> Option<usize> {
    // "Migration: Moved …", "Migration - Moved …"
    let marks = text.char_indices().filter(|(_, c)| matches!(c, ':' | '-' | '–' | '—'));
    let ends = marks.map(|(at, c)| at + c.len_utf8());
    let label = ends.take_while(|end| *end < 100).find(|end| text[*end..].starts_with(' '))?;
    let at = words.iter().position(|word| word.start >= label)?;
    let begins = text[words[at].start..].starts_with(char::is_uppercase);
    let verb = verb(&words[at..])?;
    // "Note: moved …"
    let is_note = at == 1 && text[..words[at].start].trim_end().ends_with(':') && verb.form == Form::Past;
    ((1..=5).contains(&at) && begins || is_note).then_some(at)
}

/// Passes over adverbs, then says which verb comes.
fn opening(words: &[Token], stems: &[String], from: usize) -> (usize, Option<Verb>) {
    let mut at = from;
    // More than a few of them are no opening.
    for _ in 0..4 {
        let Some(word) = words.get(at) else { break };
        if let Some(found) = verb(&words[at..]) {
            return (at, Some(found));
        }
        let adverb = word.text.len() > 4 && word.text.ends_with("ly") && !lists().no_adverbs.contains(&word.text);
        let skipped = lists().before_the_verb.at(&stems[at..]).or(adverb.then_some(1));
        let Some(skipped) = skipped else { break };
        at += skipped;
    }
    // "Co-led", "Co led", "Hand-built", "Unit-tested"
    let prefixed = words.get(at).is_some_and(|word| lists().prefixes.contains(&word.text));
    let apart = words.get(at).is_some_and(|word| word.text == "co");
    if let Some(next) = words.get(at + 1).filter(|next| next.gap == Gap::Joined || apart && next.gap == Gap::Space)
        && let Some(found) = verb(&words[at + 1..]).filter(|found| found.form == Form::Past || prefixed)
        && next.text != "based"
        && next.text != "driven"
    {
        return (at, Some(Verb { words: found.words + 1, ..found }));
    }
    let at = if at < words.len() { at } else { from };
    (at, None)
}
