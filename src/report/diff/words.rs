//! Which words of a reworded line are other words.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// A stretch of a line's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// First character, from 0 (characters, not bytes).
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
}

/// The words of `old` that are gone, and those of `new` that are new.
pub(super) fn changed_words(old: &str, new: &str) -> (Vec<Span>, Vec<Span>) {
    let (mut gone, mut come) = (Side::default(), Side::default());
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let text = change.value();
        match change.tag() {
            ChangeTag::Delete => gone.marked(text),
            ChangeTag::Insert => come.marked(text),
            ChangeTag::Equal => {
                gone.passed(text);
                come.passed(text);
            }
        }
    }
    (gone.spans, come.spans)
}

/// One of the two lines, while it is gone through.
#[derive(Default)]
struct Side {
    at: usize,
    spans: Vec<Span>,
}

impl Side {
    fn passed(&mut self, text: &str) {
        self.at += text.chars().count();
    }

    fn marked(&mut self, text: &str) {
        let start = self.at;
        self.passed(text);
        if text.trim().is_empty() {
            return;
        }
        match self.spans.last_mut().filter(|last| last.end + 1 >= start) {
            Some(last) => last.end = self.at,
            None => self.spans.push(Span { start, end: self.at }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::changed_words;

    #[test]
    fn spans_are_in_characters_and_join_over_spaces() {
        let (gone, come) = changed_words("Café bugs fixed", "Café réparé by me fixed");
        let told = |spans: Vec<super::Span>| spans.iter().map(|span| (span.start, span.end)).collect::<Vec<_>>();
        assert_eq!((told(gone), told(come)), (vec![(5, 9)], vec![(5, 17)]));
        let (gone, come) = changed_words("a b", "a b");
        assert!(gone.is_empty() && come.is_empty());
    }
}
