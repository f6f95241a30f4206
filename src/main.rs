//! The command `rolefit`: reads the arguments, runs one command, says how it went.

#![forbid(unsafe_code)]

mod cli;

use std::env;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, FromArgMatches};

use self::cli::interrupts::Interrupt;
use self::cli::output::{self, Reader};
use self::cli::{Answer, Args, Syntax, Verdict, complete, is_for_reading, manner_among, mistyped};

/// What a shell or a pipeline sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExitStatus {
    /// The command did what was asked.
    Done = 0,
    /// The check ran, and found less than asked for, more than is allowed, or what must be mended.
    BelowMinimum = 1,
    /// The arguments or a file are wrong; in a cohort, at least one file.
    BadInput = 2,
    /// The terminal was closed, as shells tell signal 1.
    HungUp = 129,
    /// Ctrl-C, as shells tell signal 2.
    Interrupted = 130,
    /// The system asked the program to end, as shells tell signal 15.
    Terminated = 143,
}

fn main() -> ExitCode {
    complete::answer();
    let parsed = Args::command().try_get_matches().and_then(|found| Ok((Args::from_arg_matches(&found)?, found)));
    let (args, matches) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            let words: Vec<String> = env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
            let (color, ascii) = manner_among(&words);
            output::choose_manner(color, ascii.then_some(Syntax::Plain));
            return output::usage(&error, mistyped::message(&error, &complete::command(), &words));
        }
    };
    output::choose_manner(args.color, args.ascii.then(|| Syntax::of(&matches)));
    let reader = if is_for_reading(&matches) { Reader::Person { pager: !args.no_pager } } else { Reader::Program };
    let status = cli::run(args.command).and_then(|answer| tell(&answer, reader)).unwrap_or_else(|error| {
        output::error(&error);
        ExitStatus::BadInput
    });
    ExitCode::from(status as u8)
}

/// Writes what a command has to say.
fn tell(answer: &Answer, reader: Reader) -> Result<ExitStatus> {
    output::print(&answer.text, reader)?;
    if let Some(summary) = &answer.summary {
        output::summary(summary);
    }
    Ok(match &answer.verdict {
        Verdict::Fine => ExitStatus::Done,
        Verdict::Failed => ExitStatus::BadInput,
        Verdict::Interrupted(Interrupt::Keyboard) => ExitStatus::Interrupted,
        Verdict::Interrupted(Interrupt::Request) => ExitStatus::Terminated,
        Verdict::Interrupted(Interrupt::HangUp) => ExitStatus::HungUp,
        Verdict::Found => ExitStatus::BelowMinimum,
        Verdict::Above(why) => {
            output::note("too many", why);
            ExitStatus::BelowMinimum
        }
        Verdict::Below(why) => {
            output::note("below minimum", why);
            ExitStatus::BelowMinimum
        }
        Verdict::Lost(what) => {
            output::note("loss", what);
            ExitStatus::BelowMinimum
        }
    })
}
