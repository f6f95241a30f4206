//! Reads an answers file back: the questions, what was answered, what was noted.

use crate::drafting::questions::{Part, is_note};
use crate::drafting::sheet::{Kind, NotASheet, Section, SheetRole, role_of, sections};

use super::GONE;
use super::labels::{has_letters, stretches};

/// What a person wrote in an answers file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswersFile {
    /// The role that the file was written for, where it says so.
    pub role: Option<SheetRole>,
    /// What stands before the first question, as it was written.
    pub preface: String,
    /// The questions, in the file's order, answered or not.
    pub questions: Vec<AnsweredQuestion>,
}

/// One question with what was written below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnsweredQuestion {
    /// Its id; see [`question_id`](super::question_id).
    pub id: String,
    /// Its heading, without number.
    pub heading: String,
    /// The line of the file, from 1, where its heading stands.
    pub line: usize,
    /// Whether the file was last updated for a role that has the question.
    pub is_asked: bool,
    /// The parts in which something was written, in the file's order.
    pub parts: Vec<AnsweredPart>,
    /// What stands below headings of notes and practice, as it was written.
    pub notes: String,
    /// What was typed in practice, in the file's order; attempts that were spoken are not among it.
    pub practised: Vec<Practised>,
}

/// An answer that was typed in practice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Practised {
    /// When, as the heading says it, such as "2026-11-25 14:05 UTC".
    pub when: String,
    /// What was typed, line by line.
    pub text: String,
}

/// Something that was written in one part of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnsweredPart {
    /// The part; none for what stands below no part's heading.
    pub part: Option<&'static Part>,
    /// The words as they would be spoken: without markup, comments and addresses of links. A line a paragraph or item.
    pub text: String,
}

/// Reads the text of an answers file.
pub fn parse(text: &str) -> Result<AnswersFile, NotASheet> {
    let mut sections = sections(text, Kind::Answers)?.into_iter();
    let role = role_of(text, Kind::Answers);
    let preface = sections.next().map(|section| section.text).unwrap_or_default();
    Ok(AnswersFile { role, preface, questions: sections.map(|section| question(&section)).collect() })
}

impl AnsweredQuestion {
    /// The whole answer, part behind part.
    #[must_use]
    pub fn answer(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// How many words it has.
    #[must_use]
    pub fn words(&self) -> usize {
        self.parts.iter().map(AnsweredPart::words).sum()
    }
}

impl AnsweredPart {
    /// How many words it has: what holds a letter or a digit.
    #[must_use]
    pub fn words(&self) -> usize {
        self.text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
    }
}

fn question(section: &Section<'_>) -> AnsweredQuestion {
    let heading = section.body.lines().next().unwrap_or_default().trim_start_matches('#').trim();
    let unnumbered = heading.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(". ");
    let title = unnumbered.strip_prefix(GONE);
    let mut found = AnsweredQuestion {
        id: section.id.unwrap_or_default().to_owned(),
        heading: title.unwrap_or(unnumbered).trim_start_matches(':').trim().replace('\\', ""),
        line: section.line,
        is_asked: title.is_none(),
        ..AnsweredQuestion::default()
    };
    read(&section.text, &mut found);
    found.practised.retain(|attempt| attempt.text.contains(char::is_alphanumeric));
    found
}

/// An answer as it was typed, with headings or labels of parts or without.
pub(in crate::drafting) fn typed(text: &str) -> AnsweredQuestion {
    let mut found = AnsweredQuestion { line: 1, is_asked: true, ..AnsweredQuestion::default() };
    read(text, &mut found);
    found
}

fn read(text: &str, found: &mut AnsweredQuestion) {
    let text = without_comments(text);
    let letters = has_letters(&text);
    let mut reader = Reader { question: found, at: Place::Answer(None), fenced: false, letters };
    text.lines().for_each(|line| reader.line(line));
}

/// What the next line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Answer(Option<&'static Part>),
    Notes,
    /// The last of what was practised.
    Practice,
}

struct Reader<'q> {
    question: &'q mut AnsweredQuestion,
    at: Place,
    fenced: bool,
    /// "S:" is a label.
    letters: bool,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        if line.trim_start().starts_with("```") {
            self.fenced = !self.fenced;
        }
        if self.at == Place::Practice
            && let Some(typed) = line.trim_start().strip_prefix('>')
        {
            return self.typed(line, typed);
        }
        if let Some(name) = heading(line).filter(|_| !self.fenced) {
            return self.headed(name, line);
        }
        if self.fenced || self.at == Place::Practice {
            return self.words(line);
        }
        let stretches = stretches(line, self.letters);
        if stretches.is_empty() {
            return self.words(line);
        }
        for stretch in stretches {
            self.at = stretch.part.map_or(self.at, |part| Place::Answer(Some(part)));
            self.words(stretch.text);
        }
    }

    /// A heading: of a part, of notes, of practice, or of the person's own, below which the answer goes on.
    fn headed(&mut self, name: &str, line: &str) {
        // "### Situation: my first week" has words behind the part's name.
        let (part, rest) = match Part::named(name) {
            Some(part) => (Some(part), ""),
            None => match stretches(name, self.letters)[..] {
                [stretch] => (stretch.part, stretch.text),
                _ => (None, ""),
            },
        };
        if part.is_some() {
            self.at = Place::Answer(part);
            return self.words(rest);
        }
        self.at = match practised(name) {
            Some(when) => {
                self.question.practised.push(Practised { when: when.to_owned(), text: String::new() });
                Place::Practice
            }
            None if is_note(name) => Place::Notes,
            None => Place::Answer(None),
        };
        if matches!(self.at, Place::Notes | Place::Practice) {
            self.words(line);
        }
    }

    /// A line of what was typed in practice, `typed` without the sign of quotations before it.
    fn typed(&mut self, line: &str, typed: &str) {
        self.question.notes.extend([line, "\n"]);
        if let Some(attempt) = self.question.practised.last_mut() {
            attempt.text.extend([typed.strip_prefix(' ').unwrap_or(typed), "\n"]);
        }
    }

    fn words(&mut self, line: &str) {
        match self.at {
            Place::Notes | Place::Practice => self.question.notes.extend([line, "\n"]),
            Place::Answer(part) => {
                let spoken = spoken(line);
                if spoken.is_empty() {
                    return;
                }
                match self.question.parts.iter_mut().find(|known| known.part == part) {
                    Some(known) => known.text.extend(["\n", &spoken]),
                    None => self.question.parts.push(AnsweredPart { part, text: spoken }),
                }
            }
        }
    }
}

/// The words of a heading.
fn heading(line: &str) -> Option<&str> {
    let line = line.trim();
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with(' ')).then(|| words.trim().trim_end_matches('#').trim())
}

/// When it was practised, of the heading of an attempt.
fn practised(heading: &str) -> Option<&str> {
    let when = heading.strip_prefix("Practice")?;
    when.strip_prefix(',').map(str::trim).or_else(|| when.is_empty().then_some(""))
}

/// `text` without `<!-- … -->`; what has no end stays.
fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--") {
        let Some((_, after)) = comment.split_once("-->") else { break };
        kept.push_str(before);
        rest = after;
    }
    kept.push_str(rest);
    kept
}

/// A line as it is spoken.
fn spoken(line: &str) -> String {
    let line = line.trim().trim_start_matches(['>', ' ']);
    let item = ["- ", "* ", "+ "].iter().find_map(|bullet| line.strip_prefix(bullet)).unwrap_or(line);
    let item = item.strip_prefix("[ ] ").or_else(|| item.strip_prefix("[x] ")).unwrap_or(item);
    if item.starts_with("```") || item.chars().all(|c| matches!(c, '-' | '*' | '_' | '=' | ' ')) {
        return String::new();
    }
    let mut spoken = without_links(item).replace("**", "").replace("__", "");
    spoken.retain(|c| !matches!(c, '*' | '`' | '\\'));
    spoken.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `[words](address)` as its words.
fn without_links(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        let Some((_, behind)) = after.split_once(')') else { break };
        let (head, words) = before.rsplit_once('[').unwrap_or(("", before));
        kept.extend([head, words]);
        rest = behind;
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(below: &str) -> AnsweredQuestion {
        let text =
            format!("<!-- rolefit answers: 0badcafe 00000000 -->\n## 3. Why?\n<!-- rolefit answers: end -->\n{below}");
        parse(&text).expect("a sheet").questions.remove(0)
    }

    fn parts(below: &str) -> Vec<(&'static str, String)> {
        let id = |part: Option<&'static Part>| part.map_or("", |part| part.id.as_str());
        parsed(below).parts.into_iter().map(|part| (id(part.part), part.text)).collect()
    }

    #[test]
    fn parts_are_found_however_they_are_headed() {
        let below = "### Situation\nA *b*\n\n**Task:** c\n**Action**\n- d\n- e\n\n# Outcome\nf [g](h)\n";
        let expected = [("situation", "A b"), ("task", "c"), ("action", "d\ne"), ("result", "f g")];
        assert_eq!(parts(below), expected.map(|(part, text)| (part, text.to_owned())));
    }

    #[test]
    fn notes_practice_and_comments_are_no_part_of_the_answer() {
        let found = parsed("Free words\n\n### Practice, 2026-11-25\nsaid\n\n### Result\nGood <!-- not\nthis --> end\n");
        assert_eq!(found.answer(), "Free words\nGood end");
        assert_eq!((found.notes.contains("said"), found.words()), (true, 4));
        assert_eq!((found.id.as_str(), found.heading.as_str(), found.line), ("0badcafe", "Why?", 2));
    }

    #[test]
    fn what_was_typed_in_practice_is_read_apart_from_what_was_spoken_and_noted() {
        let attempt = |when: &str, text: &str| format!("### Practice, {when}\n\nThought for 0:12.\n\n{text}\n");
        let below = attempt("2026-11-25", "> Situation: It was cold.\n>\n> # I did\nA note.") + &attempt("later", "");
        let found = parsed(&below);
        assert_eq!(found.words(), 0, "a label in practice is no part of the written answer");
        let typed = "Situation: It was cold.\n\n# I did\n".to_owned();
        assert_eq!(found.practised, [Practised { when: "2026-11-25".into(), text: typed }]);
        assert!(found.notes.contains("A note."));
    }

    #[test]
    fn a_story_on_one_line_has_its_parts() {
        let expected =
            [("situation", "It was cold."), ("task", "Heat."), ("action", "I lit it."), ("result", "20 degrees")];
        let expected = expected.map(|(part, text)| (part, text.to_owned()));
        let lines = [
            "Situation: It was cold. Task: Heat. Action: I lit it. Result: 20 degrees\n",
            "**Situation** – It was cold.\n**Task** – Heat.\n**Action** – I lit it.\n**Result** – 20 degrees\n",
            "S: It was cold.\nT: Heat.\nA: I lit it.\nR: 20 degrees\n",
            "### Situation: It was cold.\n\n### Task\nHeat.\n### Action\nI lit it.\n### Result\n20 degrees\n",
        ];
        for line in lines {
            assert_eq!(parts(line), expected, "{line}");
        }
    }

    #[test]
    fn a_colon_in_a_sentence_is_no_label() {
        assert_eq!(parts("I did this: nothing.\n"), [("", "I did this: nothing.".to_owned())]);
    }

    #[test]
    fn what_no_sheet_was_written_to_is_refused() {
        assert!(parse("# Notes\n").expect_err("no sheet").to_string().contains("rolefit draft answers"));
    }
}
