//! An interview: asks, listens, keeps time.

use std::time::Duration;

use anyhow::Result;
use rolefit::drafting::practice::{Attempt, Exercise, checked, minutes};
use rolefit::render::{plain, table};
use rolefit::resume::Resume;
use rolefit::role::Role;

use super::keeper::Keeper;
use super::typing::{Typed, Typing};
use crate::cli::interrupts::Interrupt;
use crate::cli::{Answer, Verdict, output};

/// What is said to whoever thought for longer than was given.
const HOW_TO_LEAVE: &str = "To leave it out type skip, to end quit.";
const HOW_TO_ANSWER: &str = "Speak and press Enter, or type and end with a line that holds a full stop alone.";
const LATE: &str = " You took longer to think than was given.";

/// Asks one question after another.
pub(super) struct Interview<'i> {
    pub(super) role: &'i Role,
    pub(super) resume: Option<&'i Resume>,
    pub(super) thinking: u64,
    pub(super) keeper: Option<Keeper<'i>>,
}

/// How an attempt ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Done,
    Skipped,
    /// The person had enough before they answered.
    Quit,
    /// The answer is the last: "quit" stands behind it.
    Over,
    /// The answer is the last, as the input ended within it or before it.
    InputEnded,
    Stopped(Interrupt),
}

impl Interview<'_> {
    /// Asks until all is asked, the input ends, or an interrupt comes; says what was practised and where it is kept.
    pub(super) fn hold(
        &self,
        all: &[Exercise],
        typing: &mut Typing,
        clock: &mut dyn FnMut() -> Duration,
    ) -> Result<Answer> {
        let (mut practised, mut time, mut typed) = (0, 0, false);
        let mut verdict = Verdict::Fine;
        let mut why_over = String::new();
        for (place, exercise) in all.iter().enumerate() {
            say(&asked(place + 1, all.len(), exercise, self.thinking))?;
            let (attempt, end) = self.listen(exercise, typing, clock)?;
            typed |= !attempt.lines.is_empty();
            let answered = attempt.answered > 0 || !attempt.lines.is_empty() || end == End::Done;
            let tried = answered && !matches!(end, End::Skipped | End::Quit);
            if tried {
                practised += 1;
                time += attempt.answered;
            }
            match end {
                End::Stopped(interrupt) => {
                    verdict = Verdict::Interrupted(interrupt);
                    break;
                }
                End::Done | End::Over | End::InputEnded if tried => say(&self.told(exercise, &attempt))?,
                _ => {}
            }
            if end == End::InputEnded {
                why_over = input_ended(place, all.len(), &attempt);
            }
            if matches!(end, End::Quit | End::Over | End::InputEnded) {
                break;
            }
        }
        let stopped = if matches!(verdict, Verdict::Interrupted(_)) { "\nStopped." } else { "" };
        let of_answers = format!("{practised} of {}, {} minutes", all.len(), minutes(time));
        let text = format!("{stopped}{why_over}\nPractised: {of_answers}\n{}", self.kept(typed));
        Ok(Answer { verdict, ..text.into() })
    }

    /// What was kept and where.
    fn kept(&self, typed: bool) -> String {
        match &self.keeper {
            Some(keeper) => keeper.told().unwrap_or_default(),
            None if typed => "Nothing was kept: --answers FILE keeps what you type.\n".to_owned(),
            None => String::new(),
        }
    }

    fn listen(
        &self,
        exercise: &Exercise,
        typing: &mut Typing,
        clock: &mut dyn FnMut() -> Duration,
    ) -> Result<(Attempt, End)> {
        let began = clock();
        let first = typing.next()?;
        let thought = clock();
        let mut attempt = Attempt { thought: thought.saturating_sub(began).as_secs(), answered: 0, lines: Vec::new() };
        let next = match &first {
            Typed::Line(words) => match words.trim() {
                "quit" => return Ok((attempt, End::Quit)),
                "skip" => return Ok((attempt, End::Skipped)),
                words => {
                    let late = if attempt.thought > self.thinking { LATE } else { "" };
                    let how = indented(HOW_TO_ANSWER, "  ", "  ");
                    say(&format!("  The clock runs.{late}\n{how}\n"))?;
                    // Whoever answers at once, without Enter before it, loses no word.
                    if matches!(words, "" | ".") { typing.next()? } else { first }
                }
            },
            _ => first,
        };
        let mut clock = || clock().saturating_sub(thought).as_secs();
        let end = self.write_down(exercise, next, typing, &mut attempt, &mut clock)?;
        Ok((attempt, end))
    }

    /// Takes down an answer from its first line on, and keeps every line at once.
    fn write_down(
        &self,
        exercise: &Exercise,
        mut next: Typed,
        typing: &mut Typing,
        attempt: &mut Attempt,
        clock: &mut dyn FnMut() -> u64,
    ) -> Result<End> {
        let mut record: Option<String> = None;
        let end = loop {
            attempt.answered = clock();
            let (line, end) = match next {
                Typed::Line(line) => (line, None),
                Typed::End(rest) => (rest, Some(End::InputEnded)),
                Typed::Stop(rest, interrupt) => (rest, Some(End::Stopped(interrupt))),
            };
            let first = attempt.lines.is_empty();
            match (line.trim(), end) {
                ("." | "", Some(end)) => break end,
                (".", None) => break End::Done,
                ("", None) if first => break End::Done,
                ("skip", None) if first => return Ok(End::Skipped),
                ("quit", None) if first => return Ok(End::Quit),
                ("quit", None) => break End::Over,
                _ => {}
            }
            attempt.lines.push(line);
            record = self.keep(exercise, record.as_deref(), attempt)?;
            if let Some(end) = end {
                break end;
            }
            next = typing.next()?;
        };
        if end == End::Done || attempt.answered > 0 || !attempt.lines.is_empty() {
            self.keep(exercise, record.as_deref(), attempt)?;
        }
        Ok(end)
    }

    fn keep(&self, exercise: &Exercise, last: Option<&str>, attempt: &Attempt) -> Result<Option<String>> {
        self.keeper.as_ref().map(|keeper| keeper.keep(exercise, last, attempt)).transpose()
    }

    /// The time, what there was to tell, and what the check says of a typed answer.
    fn told(&self, exercise: &Exercise, attempt: &Attempt) -> String {
        let mut text = format!("\n  Answered in {}; about 2:00 is good.\n", minutes(attempt.answered));
        text.push_str(&listed("To tell", &exercise.lines));
        text.push_str(&listed("KPIs to bring in", &exercise.kpis));
        if !attempt.lines.is_empty()
            && let Some(answer) = checked(self.role, self.resume, exercise, attempt)
        {
            text.push('\n');
            text.push_str(&table::answer(&answer, output::width()));
        }
        text
    }
}

/// Says something in the course of an interview, without a pager.
fn say(text: &str) -> Result<()> {
    output::print(text, output::Reader::Person { pager: false })
}

/// What is said where the input ends at the question at `place`, from 0, of `of`: lines that were meant for several answers
/// are all in this one.
fn input_ended(place: usize, of: usize, attempt: &Attempt) -> String {
    let left = of - place - 1;
    let (within, left) = match (attempt.lines.len(), left) {
        (0, _) => (format!("before an answer to question {}", place + 1), left + 1),
        (1, _) => (format!("within the answer to question {}", place + 1), left),
        (lines, _) => {
            (format!("within the answer to question {}: its {lines} lines count as one answer", place + 1), left)
        }
    };
    let not_asked = match left {
        0 => String::new(),
        1 => " One question was left unanswered.".to_owned(),
        _ => format!(" {left} questions were left unanswered."),
    };
    let how = if attempt.lines.is_empty() { "" } else { " A line with a full stop alone ends an answer." };
    format!("\n{}\n", indented(&format!("The input ended {within}.{how}{not_asked}"), "", ""))
}

fn asked(place: usize, of: usize, exercise: &Exercise, thinking: u64) -> String {
    let parts: Vec<&str> = exercise.parts.iter().map(|part| part.heading.as_str()).collect();
    let topics =
        if exercise.topics.is_empty() { String::new() } else { format!(" ({})", plain(&exercise.topics.join(", "))) };
    let question = indented(&plain(&exercise.question), "  ", "  ");
    let parts = indented(&format!("{}.", parts.join(", ")), "  ", "  ");
    let think = indented(&to_think(thinking), "  ", "  ");
    format!("\nQuestion {place} of {of}{topics}\n\n{question}\n\n{parts}\n{think}\n")
}

fn to_think(seconds: u64) -> String {
    match seconds {
        0 => format!("Press Enter and answer at once. {HOW_TO_LEAVE}"),
        1 => format!("Think for up to 1 second, then press Enter. {HOW_TO_LEAVE}"),
        _ => format!("Think for up to {seconds} seconds, then press Enter. {HOW_TO_LEAVE}"),
    }
}

fn listed(label: &str, items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| indented(&plain(item), "  - ", "    ")).collect();
    if items.is_empty() { String::new() } else { format!("\n  {label}:\n{}\n", items.join("\n")) }
}

/// `text` in lines that fit, the first behind `first`, the others behind `other`.
fn indented(text: &str, first: &str, other: &str) -> String {
    let options = textwrap::Options::new(output::columns_to_write()).initial_indent(first).subsequent_indent(other);
    textwrap::fill(text, options)
}

#[cfg(test)]
mod tests {
    use rolefit::drafting::practice::exercises;

    use super::super::typing::typing;
    use super::*;

    #[test]
    fn the_clock_counts_thinking_and_answering_apart() {
        let role = rolefit::role::Catalogue::built_in().find("teacher").expect("a role");
        let all = exercises(&role, None, &[]).expect("questions");
        let interview = Interview { role: &role, resume: None, thinking: 5, keeper: None };
        let mut ticks = [0, 12, 20, 115].into_iter();
        let mut clock = || Duration::from_secs(ticks.next().expect("a tick"));
        let (attempt, end) =
            interview.listen(&all[0], &mut typing("\nI taught.\n.\n", None), &mut clock).expect("an attempt");
        assert!(end == End::Done);
        assert_eq!((attempt.thought, attempt.answered, attempt.lines), (12, 103, vec!["I taught.".to_owned()]));
    }

    #[test]
    fn what_was_typed_before_the_input_ended_counts() {
        let role = rolefit::role::Catalogue::built_in().find("teacher").expect("a role");
        let all = exercises(&role, None, &[]).expect("questions");
        let interview = Interview { role: &role, resume: None, thinking: 5, keeper: None };
        let (attempt, end) =
            interview.listen(&all[0], &mut typing("\nhalf a", None), &mut || Duration::ZERO).expect("an attempt");
        assert!(end == End::InputEnded && attempt.lines == ["half a"]);
    }

    #[test]
    fn an_interrupt_ends_the_interview_with_the_half_line_in_it() {
        let role = rolefit::role::Catalogue::built_in().find("teacher").expect("a role");
        let all = exercises(&role, None, &[]).expect("questions");
        let interview = Interview { role: &role, resume: None, thinking: 5, keeper: None };
        let mut typing = typing("I taught at once\nand then I", Some(Interrupt::Request));
        let (attempt, end) = interview.listen(&all[0], &mut typing, &mut || Duration::ZERO).expect("an attempt");
        assert_eq!(end, End::Stopped(Interrupt::Request));
        assert_eq!(attempt.lines, ["I taught at once", "and then I"], "no Enter is needed before an answer");
    }
}
