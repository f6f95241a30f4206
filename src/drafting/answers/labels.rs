//! Labels of parts within lines: "**Situation:** … Task: …", "S: … T: … A: … R: …".

use crate::drafting::questions::Part;

/// A stretch of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stretch<'t> {
    /// The part whose label stands before it; none for what no label stands before.
    pub(super) part: Option<&'static Part>,
    /// What is said.
    pub(super) text: &'t str,
}

/// Signs that a label may end with, beside a colon.
const DASHES: [char; 3] = ['-', '–', '—'];

/// A line cut before each label. `letters`: "S:" is a label.
pub(super) fn stretches(line: &str, letters: bool) -> Vec<Stretch<'_>> {
    let mut found: Vec<Stretch<'_>> = Vec::new();
    let (mut from, mut part, mut at) = (0, None, 0);
    while let Some(rest) = line.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some((named, length)) = label(line, at, letters) {
            found.push(Stretch { part, text: &line[from..at] });
            (part, at) = (Some(named), at + length);
            from = at;
        } else {
            // On to the next word: labels begin nowhere else.
            let word = rest.find(' ').map_or(rest.len(), |space| space + 1);
            at += word;
        }
    }
    found.push(Stretch { part, text: &line[from..] });
    found.retain(|stretch| stretch.part.is_some() || !opens_line(stretch.text));
    found
}

/// Whether the letters of a story are its labels: at least three of "S:", "T:", "A:" and "R:" stand in `text`.
pub(super) fn has_letters(text: &str) -> bool {
    let words = || text.split(char::is_whitespace).map(|word| word.trim_start_matches(['*', '_', '-', '>']));
    let has = |letter: &str| words().any(|word| Part::of_letter(bare(word)).is_some_and(|part| part.letter == letter));
    ["S", "T", "A", "R"].into_iter().filter(|letter| has(letter)).count() >= 3
}

/// "S" of "S:" and "S**:"; empty where no colon ends it.
fn bare(word: &str) -> &str {
    let name = word.trim_end_matches(['*', '_', ':']);
    if word[name.len()..].contains(':') { name } else { "" }
}

/// The part whose label begins at the byte `at` of a line, and the label's length in bytes.
fn label(line: &str, at: usize, letters: bool) -> Option<(&'static Part, usize)> {
    let (before, rest) = line.split_at_checked(at)?;
    let opens = opens_line(before);
    let style = ["**", "__", "*", "_"].into_iter().find(|style| rest.starts_with(style)).unwrap_or_default();
    let inner = &rest[style.len()..];
    let (name, behind) = if style.is_empty() { plain(inner, opens)? } else { styled(inner, style, opens)? };
    let is_letter = name.chars().count() == 1;
    let part = if is_letter { Part::of_letter(name).filter(|_| letters)? } else { Part::named(name)? };
    // In the middle of a line "the result: …" and "my answer: …" are words of a sentence.
    let is_heading = name.eq_ignore_ascii_case(&part.heading) || is_letter;
    let fits = opens || !style.is_empty() || (is_heading && !follows_article(before));
    fits.then_some((part, rest.len() - behind.len()))
}

/// "Situation: …", and where it opens the line "Situation – …".
fn plain(rest: &str, opens: bool) -> Option<(&str, &str)> {
    const LONGEST: usize = 40;
    let end = rest.find([':', '.', ';', ',', '!', '?', '–', '—']).filter(|end| *end <= LONGEST);
    let dash = rest.find(" - ").filter(|dash| *dash <= LONGEST && end.is_none_or(|end| dash < &end));
    let (name, behind) = rest.split_at_checked(dash.or(end)?)?;
    let behind = behind.trim_start();
    let is_dash = behind.starts_with(DASHES);
    let is_label = behind.starts_with(':') || (opens && is_dash && name.starts_with(char::is_uppercase));
    let is_name = name.starts_with(char::is_alphabetic);
    (is_label && is_name).then(|| (name.trim(), without_sign(behind)))
}

/// "**Situation:** …", "**Situation** – …", "**Situation** …".
fn styled<'t>(inner: &'t str, style: &str, opens: bool) -> Option<(&'t str, &'t str)> {
    let (name, behind) = inner.split_once(style)?;
    let signed = name.trim_end().ends_with(':')
        || behind.trim_start().starts_with(':')
        || behind.trim_start().starts_with(DASHES);
    let name = name.trim().trim_end_matches(':').trim();
    (opens || signed).then(|| (name, without_sign(behind)))
}

/// What follows a label, without the sign between.
fn without_sign(behind: &str) -> &str {
    let rest = behind.trim_start();
    let rest = rest.strip_prefix(':').unwrap_or(rest);
    let dashed = rest.trim_start().strip_prefix(DASHES).filter(|rest| rest.starts_with(' '));
    dashed.unwrap_or(rest)
}

/// Whether nothing but signs of lists and quotations stands before a place.
fn opens_line(before: &str) -> bool {
    let signs =
        |c: char| c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+' | '•' | '.' | ')') || c.is_ascii_digit();
    before.chars().all(signs)
}

fn follows_article(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    ["a", "an", "the", "my", "our", "this", "that", "of", "in", "as", "good", "final", "end", "main", "first", "new"]
        .contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Vec<(&'static str, &str)> {
        let stretches = stretches(line, has_letters(line)).into_iter();
        stretches.map(|stretch| (stretch.part.map_or("", |part| part.id.as_str()), stretch.text.trim())).collect()
    }

    #[test]
    fn a_line_is_cut_before_each_label() {
        let star = [("situation", "a b."), ("task", "c."), ("action", "d"), ("result", "e")];
        for line in [
            "Situation: a b. Task: c. Action: d Result: e",
            "situation: a b. task: c. action: d result: e",
            "**Situation:** a b. **Task** – c. **Action**: d **Result:** e",
            "S: a b. T: c. A: d R: e",
            "- **S:** a b. **T:** c. **A:** d **R:** e",
            "> *Situation:* a b. *Task:* c. *Action:* d *Outcome:* e",
        ] {
            assert_eq!(told(line), star, "{line}");
        }
        assert_eq!(told("1. Situation – a b"), [("situation", "a b")]);
        assert_eq!(told("Result - 20% more"), [("result", "20% more")]);
    }

    #[test]
    fn words_of_a_sentence_are_no_labels() {
        for line in [
            "I did this: nothing.",
            "We met and the result: 20% more.",
            "She asked a question: why?",
            "A: yes, and B: no",
            "Result-driven work - of all kinds",
            "Vitamin A: 20 mg",
        ] {
            assert_eq!(told(line), [("", line)], "{line}");
        }
    }
}
