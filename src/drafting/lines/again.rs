//! A line of the person's again, with slots where a number, a result or a stronger verb belongs.

use crate::drafting::prompt::is_english;
use crate::matching::is_function_word;
use crate::report::LineAdvice;
use crate::role::Item;
use crate::text::{Gap, TokenKind, tokens};

use super::patterns::{before_weak, persons, result, vague, verb};

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
/// What ties a weak beginning to its object, and goes with it: "Helped with"; "Helped to cut" keeps what it was for.
const TIES: [&str; 3] = [" with ", " in ", " on "];
/// What stays of a weak beginning that ends so.
const KEPT: [&str; 3] = [" as", " with", " to"];
/// Weak beginnings that say what somebody was.
const PLACES: [&str; 2] = ["member of", "part of"];
/// Verbs whose "with" says with whom or what.
const MEETS: [&str; 4] = ["worked", "working", "work", "collaborated"];

/// Whether a slot answers any of the advice on a line; a full stop too many makes no line weak.
pub(super) fn wants_slots(advice: &[LineAdvice]) -> bool {
    let mut answered = [WEAK_BEGINNING, EMPTY_WORDS].into_iter().chain(NO_BEGINNING).chain(NO_MORE_SAID);
    answered.any(|rule| said(advice, rule).next().is_some())
}

/// `line` with slots. `item` is the criterion that the line comes nearest to.
pub(super) fn again(line: &str, item: Option<&Item>, advice: &[LineAdvice]) -> Vec<Part> {
    let line = line.trim_end_matches(['.', ' ']);
    let mut slots: Vec<(usize, usize, String)> = Vec::new();
    let weak = said(advice, WEAK_BEGINNING).find(|weak| opens(line, weak.start));
    slots.extend(weak.map(|weak| in_place_of(line, weak)));
    if slots.is_empty() && NO_BEGINNING.iter().any(|rule| said(advice, rule).next().is_some()) {
        slots.push(before(line));
    }
    let vague = vague_quantities(line);
    let is_vague = |w: &&LineAdvice| vague.iter().any(|(start, end, _)| *start < w.end && w.start < *end);
    slots.extend(said(advice, EMPTY_WORDS).filter(|w| !is_vague(w)).map(|w| empty_words(line, w)));
    slots.extend(vague);
    let length = line.chars().count();
    if !has_number(line) {
        slots.push((length, length, result(item)));
    } else if slots.is_empty() {
        slots.push((length, length, ", [by which means], [with which result]".to_owned()));
    }
    cut(line, slots)
}

/// Whether the first `start` characters are nothing but "Was", "I have been".
fn opens(line: &str, start: usize) -> bool {
    let before: String = line.chars().take(start).collect();
    tokens(&before).iter().all(|word| before_weak().contains(&word.text))
}

/// The slot that takes the place of a weak beginning, and of no word behind it that says something: as what, with whom or
/// what for somebody worked.
fn in_place_of(line: &str, weak: &LineAdvice) -> (usize, usize, String) {
    let beginning: String = line.chars().take(weak.end).skip(weak.start).collect();
    let beginning = beginning.trim_end().to_lowercase();
    if PLACES.contains(&beginning.as_str()) {
        // "Member of the board" was something there.
        return (0, weak.end, format!("{} as {beginning}", verb()));
    }
    let kept = KEPT.iter().find(|kept| beginning.ends_with(*kept) && !said_otherwise(&beginning));
    let end = kept.map(|kept| weak.end - kept.len());
    (0, end.unwrap_or_else(|| tied(line, weak.end)), verb().to_owned())
}

/// "Contributed to a launch": what was done to it comes in its place; "worked with SQL" would be said of a person.
fn said_otherwise(beginning: &str) -> bool {
    beginning.starts_with("contribut")
        || (beginning.ends_with(" with") && !MEETS.iter().any(|verb| beginning.starts_with(verb)))
}

/// The slot before a line without a verb; one that names what somebody was is told as that.
fn before(line: &str) -> (usize, usize, String) {
    let words = tokens(line);
    let in_one = words.iter().enumerate().take_while(|(at, word)| *at == 0 || word.gap <= Gap::Space);
    let phrase = in_one.map(|(_, word)| word).take_while(|word| !is_function_word(&word.text));
    let is_person = phrase.last().is_some_and(|head| persons().contains(head.text.trim_end_matches('s')));
    let first = line.chars().next().filter(|_| is_person && words.first().is_some_and(|word| is_english(&word.text)));
    let is_acronym = line.chars().nth(1).is_some_and(char::is_uppercase);
    match first.filter(|_| !is_acronym) {
        Some(first) => (0, 1, format!("{} as {}", verb(), first.to_lowercase())),
        None if is_person => (0, 0, format!("{} as ", verb())),
        None => (0, 0, format!("{} ", verb())),
    }
}

/// The slot in place of empty words: for those that stand for a number, one.
fn empty_words(line: &str, words: &LineAdvice) -> (usize, usize, String) {
    let said: String = line.chars().take(words.end).skip(words.start).collect();
    if !said.ends_with(" of") {
        return (words.start, words.end, "[fact]".to_owned());
    }
    let before: String = line.chars().take(words.start).collect();
    let article = ["a ", "A "].iter().find(|article| before.ends_with(**article)).map_or(0, |article| article.len());
    (words.start - article, words.end, "[how many]".to_owned())
}

/// The end of a weak beginning, in characters, with the word that ties it to what follows.
fn tied(line: &str, end: usize) -> usize {
    let beginning: String = line.chars().take(end).collect();
    let rest: String = line.chars().skip(end).collect();
    let meets = MEETS.iter().any(|verb| beginning.trim_end().to_lowercase() == *verb);
    let tie = TIES.iter().find(|tie| rest.starts_with(**tie) && !(meets && **tie == " with "));
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
        // "Some experience" is none that is counted.
        let counted = words[at].text != "some" || words.get(at + length).is_none_or(|next| next.text.ends_with('s'));
        let slot = if counted { "[how many]" } else { "[how much]" };
        let (start, end) = (in_characters(words[at].start), in_characters(words[at + length - 1].end));
        found.push((start, end, slot.to_owned()));
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
    fn as_what_and_what_for_somebody_worked_stays() {
        let verb = "[Strong verb: what you did yourself]";
        for (line, end, expected) in [
            ("Served as liaison to 3 wards", 9, "as liaison to 3 wards"),
            ("Member of 2 boards", 9, "as member of 2 boards"),
            ("Helped to cut 3 delays", 6, "to cut 3 delays"),
            ("Tasked to build 3 plans", 9, "to build 3 plans"),
            ("Contributed to 3 launches", 14, "3 launches"),
            ("Participated in 3 launches", 12, "3 launches"),
        ] {
            assert_eq!(shown(line, &[weakness("weak-opener", (0, end))]), format!("{verb} {expected}"));
        }
        let behind = [weakness("weak-opener", (4, 15))];
        assert_eq!(shown("Was tasked with 3 plans", &behind), format!("{verb} 3 plans"));
    }

    #[test]
    fn who_names_what_they_were_is_told_as_that() {
        let verb = "[Strong verb: what you did yourself]";
        for (line, expected) in [
            ("Relief charge nurse for 12 beds", "as relief charge nurse for 12 beds"),
            ("RN preceptor to 4 graduates", "as RN preceptor to 4 graduates"),
            ("Patient care of 4 wards", "Patient care of 4 wards"),
        ] {
            assert_eq!(shown(line, &[weakness("no-verb-first", (0, 2))]), format!("{verb} {expected}"));
        }
    }

    #[test]
    fn what_is_counted_keeps_its_noun() {
        let empty = [weakness("buzzword", (5, 21))];
        assert_eq!(shown("Wrote various projects of 2021", &empty), "Wrote [how many] projects of 2021");
        assert_eq!(
            shown("Led a wide range of 2021 sales", &[weakness("buzzword", (6, 19))]),
            "Led [how many] 2021 sales"
        );
        assert_eq!(shown("Wrote 2 cutting-edge sites", &[weakness("buzzword", (8, 20))]), "Wrote 2 [fact] sites");
        assert_eq!(shown("Got some training in 2021", &[]), "Got [how much] training in 2021");
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
