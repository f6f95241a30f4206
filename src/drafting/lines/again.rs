//! A line of the person's again, with slots where a number, a result or a stronger verb belongs.

use crate::report::LineAdvice;
use crate::role::Item;
use crate::text::{TokenKind, tokens};

use super::patterns::{result, vague, verb};

/// A stretch of a line to fill in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The person's words.
    Words(String),
    /// One slot or more.
    Slots(String),
}

/// Rules whose words give way to a strong verb, and those that want one before the line.
const WEAK_BEGINNING: &str = "weak-opener";
const NO_BEGINNING: [&str; 2] = ["no-verb-first", "passive"];
/// The rule whose words give way to a fact.
const EMPTY_WORDS: &str = "buzzword";
/// Rules that a slot behind the line answers.
const NO_MORE_SAID: [&str; 2] = ["no-result", "too-short"];
/// What ties a weak beginning to its object, and goes with it: "Helped with".
const TIES: [&str; 4] = [" with ", " in ", " on ", " to "];

/// Whether a slot answers any of the advice on a line; a full stop too many makes no line weak.
pub(super) fn wants_slots(advice: &[LineAdvice]) -> bool {
    let mut answered = [WEAK_BEGINNING, EMPTY_WORDS].into_iter().chain(NO_BEGINNING).chain(NO_MORE_SAID);
    answered.any(|rule| said(advice, rule).next().is_some())
}

/// `line` with slots. `item` is the criterion that the line comes nearest to.
pub(super) fn again(line: &str, item: Option<&Item>, advice: &[LineAdvice]) -> Vec<Part> {
    let line = line.trim_end_matches(['.', ' ']);
    let mut slots: Vec<(usize, usize, String)> = Vec::new();
    let weak = said(advice, WEAK_BEGINNING).find(|weak| weak.start == 0);
    slots.extend(weak.map(|weak| (0, tied(line, kept_with(line, weak.end)), verb().to_owned())));
    if slots.is_empty() && NO_BEGINNING.iter().any(|rule| said(advice, rule).next().is_some()) {
        slots.push((0, 0, format!("{} ", verb())));
    }
    slots.extend(said(advice, EMPTY_WORDS).map(|w| (w.start, w.end, "[fact]".to_owned())));
    slots.extend(vague_quantities(line));
    let length = line.chars().count();
    if !has_number(line) {
        slots.push((length, length, result(item)));
    } else if slots.is_empty() {
        slots.push((length, length, ", [by which means], [with which result]".to_owned()));
    }
    cut(line, slots)
}

/// The end of a weak beginning, in characters: with whom or what somebody worked is said by the "with" behind it.
fn kept_with(line: &str, end: usize) -> usize {
    const KEEPS: [&str; 4] = ["worked with", "working with", "work with", "collaborated with"];
    let beginning: String = line.chars().take(end).collect();
    if KEEPS.contains(&beginning.trim_end().to_lowercase().as_str()) { end - " with".len() } else { end }
}

/// The end of a weak beginning, in characters, with the word that ties it to what follows.
fn tied(line: &str, end: usize) -> usize {
    if kept_with(line, end + " with".len()) == end {
        return end;
    }
    let rest: String = line.chars().skip(end).collect();
    let tie = TIES.iter().find(|tie| rest.starts_with(**tie));
    tie.map_or(end, |tie| end + tie.trim_end().len())
}

/// What one rule says.
fn said<'a>(advice: &'a [LineAdvice], rule: &'a str) -> impl Iterator<Item = &'a LineAdvice> {
    advice.iter().filter(move |weakness| weakness.rule == rule)
}

/// A line with its slots in place; of slots that overlap the first stays.
fn cut(line: &str, mut slots: Vec<(usize, usize, String)>) -> Vec<Part> {
    let characters: Vec<char> = line.chars().collect();
    let words = |from: usize, to: usize| Part::Words(characters[from..to].iter().collect());
    slots.sort_by_key(|(start, _, _)| *start);
    let mut parts = Vec::new();
    let mut at = 0;
    for (start, end, slot) in slots {
        let (start, end) = (start.min(characters.len()), end.min(characters.len()));
        if start < at || end < start {
            continue;
        }
        if start > at {
            parts.push(words(at, start));
        }
        parts.push(Part::Slots(slot));
        at = end;
    }
    if at < characters.len() {
        parts.push(words(at, characters.len()));
    }
    parts
}

/// The places of words like "several", in characters, each with its slot.
fn vague_quantities(line: &str) -> Vec<(usize, usize, String)> {
    let words = tokens(line);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let fits = vague().iter().filter_map(|phrase| {
            let phrase: Vec<&str> = phrase.split(' ').collect();
            let stands =
                words[at..].iter().map(|word| word.text.as_str()).take(phrase.len()).eq(phrase.iter().copied());
            stands.then_some(phrase.len())
        });
        let Some(length) = fits.max() else {
            at += 1;
            continue;
        };
        let in_characters = |byte: usize| line[..byte].chars().count();
        let (start, end) = (in_characters(words[at].start), in_characters(words[at + length - 1].end));
        found.push((start, end, "[how many]".to_owned()));
        at += length;
    }
    found
}

fn has_number(line: &str) -> bool {
    tokens(line).iter().any(|token| token.kind == TokenKind::Number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(line: &str, advice: &[LineAdvice]) -> String {
        let parts = again(line, None, advice).into_iter();
        parts
            .map(|part| match part {
                Part::Words(text) | Part::Slots(text) => text,
            })
            .collect()
    }

    fn weakness(rule: &str, place: (usize, usize)) -> LineAdvice {
        let (start, end) = place;
        LineAdvice {
            rule: rule.into(),
            start,
            end,
            message: String::new(),
            mend: String::new(),
            example: String::new(),
        }
    }

    #[test]
    fn slots_stand_where_a_verb_a_number_and_a_result_belong() {
        let weak = [weakness("weak-opener", (0, 15))];
        assert_eq!(
            shown("Responsible for several back ends.", &weak),
            "[Strong verb: what you did yourself] [how many] back ends, [with which result: how much, how many, how fast]"
        );
        assert_eq!(shown("Wrote 9 tests", &[]), "Wrote 9 tests, [by which means], [with which result]");
    }

    #[test]
    fn a_weak_beginning_goes_with_the_word_that_ties_it() {
        let again = shown("Helped with 3 labs", &[weakness("weak-opener", (0, 6))]);
        assert_eq!(again, "[Strong verb: what you did yourself] 3 labs");
    }

    #[test]
    fn with_whom_somebody_worked_stays() {
        let again = shown("Worked with 3 nurses", &[weakness("weak-opener", (0, 11))]);
        assert_eq!(again, "[Strong verb: what you did yourself] with 3 nurses");
        let again = shown("Worked with 3 nurses", &[weakness("weak-opener", (0, 6))]);
        assert_eq!(again, "[Strong verb: what you did yourself] with 3 nurses");
    }

    #[test]
    fn a_full_stop_too_many_makes_no_line_weak() {
        assert!(!wants_slots(&[weakness("end-punctuation", (0, 1))]));
        assert!(wants_slots(&[weakness("no-result", (0, 1))]));
    }

    #[test]
    fn a_line_without_a_verb_gets_one_before_it() {
        let weak = [weakness("no-verb-first", (0, 4))];
        assert!(
            shown("Till and 4 shelves", &weak).starts_with("[Strong verb: what you did yourself] Till and 4 shelves")
        );
    }

    #[test]
    fn all_words_stay_but_those_that_a_slot_replaces() {
        let parts = again("Über 3 Projekte – a lot of é", None, &[]);
        let words: String = parts
            .iter()
            .filter_map(|part| match part {
                Part::Words(words) => Some(words.as_str()),
                Part::Slots(_) => None,
            })
            .collect();
        assert_eq!(words, "Über 3 Projekte –  é");
    }
}
