//! `practice`: asks, listens, keeps time.

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use rolefit::drafting::practice::{Attempt, Exercise, checked, exercises, kept, minutes};
use rolefit::render::{plain, table};
use rolefit::report::ResumeFormat;
use rolefit::resume::Resume;
use rolefit::role::Role;

use super::args::{RoleArg, resume_formats};
use super::target::Updated;
use super::{Answer, input, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit practice back-end-developer --topic security
  rolefit practice data-analyst --resume resume.md --answers answers.md --sample 3

Speak your answer and press Enter, or type it and end it with a line that holds only a
full stop. \"skip\" goes on to the next question, \"quit\" ends. With --answers, every line
that you type is in the file at once, below its question, with the date.")]
pub(crate) struct PracticeArgs {
    #[command(flatten)]
    role: RoleArg,
    /// Only questions on this topic, in any case; may be given more than once
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    /// Draw so many of the questions
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// Draw the same sample for the same number
    #[arg(long, value_name = "S", requires = "sample")]
    seed: Option<u64>,
    /// Keep the attempts in this file, which `rolefit draft answers` wrote
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Show what to tell out of this resume, and hold answers against it
    #[arg(long, value_name = "RESUME")]
    resume: Option<String>,
    /// Read the resume as this format, whatever its name and content say
    #[arg(long, value_name = "FORMAT", value_parser = resume_formats(), requires = "resume")]
    input_format: Option<ResumeFormat>,
    /// Time to think before an answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    thinking: u64,
}

pub(crate) fn run(args: &PracticeArgs) -> Result<Answer> {
    let role = input::role(&args.role)?;
    let resume = args.resume.as_deref().map(|name| input::resume_called(name, Path::new(name), args.input_format));
    let resume = resume.transpose()?;
    let mut all = exercises(&role, resume.as_ref(), &args.topic)?;
    if let Some(count) = args.sample {
        let mut draw = fastrand::Rng::with_seed(args.seed.unwrap_or_else(|| fastrand::u64(..)));
        while all.len() > count {
            all.remove(draw.usize(..all.len()));
        }
    }
    if all.is_empty() {
        bail!("the role \"{}\" has no questions to practise. Add `questions:` to its spec", role.spec.title);
    }
    let keeper = args.answers.as_deref().map(|path| Keeper::open(path, args)).transpose()?;
    let started = Instant::now();
    let interview = Interview { role: &role, resume: resume.as_ref(), thinking: args.thinking, keeper };
    interview.hold(&all, &mut io::stdin().lock(), &mut || started.elapsed())
}

/// Keeps attempts in an answers file.
struct Keeper<'p> {
    path: &'p Path,
    sources: Vec<&'p str>,
    when: String,
}

impl<'p> Keeper<'p> {
    fn open(path: &'p Path, args: &'p PracticeArgs) -> Result<Self> {
        let sources: Vec<&str> =
            [Some(args.role.role.as_str()), args.resume.as_deref()].into_iter().flatten().collect();
        if !path.exists() {
            bail!("{}: there is no such file. `rolefit draft answers` writes it", path.display());
        }
        let keeper = Self { path, sources, when: now() };
        rolefit::drafting::answers::parse(Updated::open(path, &keeper.sources)?.old())
            .with_context(|| path.display().to_string())?;
        Ok(keeper)
    }

    /// Writes what there is of an attempt; gives it back as the record to be replaced by the next.
    fn keep(&self, exercise: &Exercise, last: Option<&str>, attempt: &Attempt) -> Result<String> {
        let record = attempt.record(&self.when);
        let file = Updated::open(self.path, &self.sources)?;
        let text = kept(file.old(), exercise, last, &record).with_context(|| self.path.display().to_string())?;
        file.save(&text)?;
        Ok(record)
    }
}

struct Interview<'i> {
    role: &'i Role,
    resume: Option<&'i Resume>,
    thinking: u64,
    keeper: Option<Keeper<'i>>,
}

/// How an attempt ended.
#[derive(PartialEq, Eq)]
enum End {
    Done,
    Skipped,
    Quit,
}

impl Interview<'_> {
    fn hold(&self, all: &[Exercise], lines: &mut dyn BufRead, clock: &mut dyn FnMut() -> Duration) -> Result<Answer> {
        let (mut practised, mut time) = (0, 0);
        for (place, exercise) in all.iter().enumerate() {
            say(&asked(place + 1, all.len(), exercise, self.thinking))?;
            let (attempt, end) = self.listen(exercise, lines, clock)?;
            if end != End::Skipped && (attempt.answered > 0 || !attempt.lines.is_empty() || end == End::Done) {
                practised += 1;
                time += attempt.answered;
                say(&self.told(exercise, &attempt))?;
            }
            if end == End::Quit {
                break;
            }
        }
        let saved =
            self.keeper.as_ref().map(|keeper| format!(", kept in {}", keeper.path.display())).unwrap_or_default();
        Ok(format!("\nPractised: {practised} of {}, {} minutes of answers{saved}\n", all.len(), minutes(time)).into())
    }

    fn listen(
        &self,
        exercise: &Exercise,
        lines: &mut dyn BufRead,
        clock: &mut dyn FnMut() -> Duration,
    ) -> Result<(Attempt, End)> {
        let mut attempt = Attempt::default();
        let began = clock();
        match line(lines)?.as_deref().map(str::trim) {
            None | Some("quit") => return Ok((attempt, End::Quit)),
            Some("skip") => return Ok((attempt, End::Skipped)),
            Some(_) => {}
        }
        let thought = clock();
        attempt.thought = thought.saturating_sub(began).as_secs();
        let late = attempt.thought > self.thinking;
        say(&format!("  The clock runs.{}\n", if late { " You took longer to think than was given." } else { "" }))?;
        let mut record: Option<String> = None;
        let end = loop {
            let Some(typed) = line(lines)? else { break End::Quit };
            attempt.answered = clock().saturating_sub(thought).as_secs();
            let word = typed.trim();
            let first = attempt.lines.is_empty();
            if word == "." || (first && word.is_empty()) {
                break End::Done;
            }
            if first && word == "skip" {
                return Ok((attempt, End::Skipped));
            }
            if first && word == "quit" {
                return Ok((attempt, End::Quit));
            }
            attempt.lines.push(typed);
            record = self.keep(exercise, record.as_deref(), &attempt)?;
        };
        if end == End::Done || !attempt.lines.is_empty() {
            self.keep(exercise, record.as_deref(), &attempt)?;
        }
        Ok((attempt, end))
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

fn asked(place: usize, of: usize, exercise: &Exercise, thinking: u64) -> String {
    let parts: Vec<&str> = exercise.parts.iter().map(|part| part.heading.as_str()).collect();
    let topics =
        if exercise.topics.is_empty() { String::new() } else { format!(" ({})", plain(&exercise.topics.join(", "))) };
    format!(
        "\nQuestion {place} of {of}{topics}\n\n  {}\n\n  {}. Think for up to {thinking} seconds, then press Enter.\n",
        plain(&exercise.question),
        parts.join(", ")
    )
}

fn listed(label: &str, items: &[String]) -> String {
    let items: Vec<String> = items.iter().map(|item| plain(item)).collect();
    if items.is_empty() { String::new() } else { format!("\n  {label}:\n  - {}\n", items.join("\n  - ")) }
}

/// The next line without its end; none at the end of the input.
fn line(lines: &mut dyn BufRead) -> Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = lines.read_until(b'\n', &mut bytes).context("standard input cannot be read")?;
    let text = String::from_utf8_lossy(&bytes);
    Ok((read > 0).then(|| text.trim_end_matches(['\n', '\r']).to_owned()))
}

/// The day and the time in UTC, "2026-11-25 14:05 UTC".
fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (year, month, day) = day(seconds / 86_400);
    let minute = seconds / 60;
    format!("{year}-{month:02}-{day:02} {:02}:{:02} UTC", minute / 60 % 24, minute % 60)
}

/// Year, month and day of the day number `days` from 1970-01-01 (after Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
fn day(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        assert_eq!(day(0), (1970, 1, 1));
        assert_eq!(day(19_782), (2024, 2, 29));
        assert_eq!(day(20_782), (2026, 11, 25));
    }

    #[test]
    fn the_clock_counts_thinking_and_answering_apart() {
        let role = rolefit::role::Catalogue::built_in().find("teacher").expect("a role");
        let all = exercises(&role, None, &[]).expect("questions");
        let interview = Interview { role: &role, resume: None, thinking: 5, keeper: None };
        let mut ticks = [0, 12, 20, 115].into_iter();
        let mut clock = || Duration::from_secs(ticks.next().expect("a tick"));
        let (attempt, end) =
            interview.listen(&all[0], &mut "\nI taught.\n.\n".as_bytes(), &mut clock).expect("an attempt");
        assert!(end == End::Done);
        assert_eq!((attempt.thought, attempt.answered, attempt.lines), (12, 103, vec!["I taught.".to_owned()]));
    }

    #[test]
    fn what_was_typed_before_the_input_ended_counts() {
        let role = rolefit::role::Catalogue::built_in().find("teacher").expect("a role");
        let all = exercises(&role, None, &[]).expect("questions");
        let interview = Interview { role: &role, resume: None, thinking: 5, keeper: None };
        let (attempt, end) =
            interview.listen(&all[0], &mut "\nhalf a".as_bytes(), &mut || Duration::ZERO).expect("an attempt");
        assert!(end == End::Quit && attempt.lines == ["half a"]);
    }
}
