//! The command `rolefit`: reads the arguments, runs one command, says how it went.

#![forbid(unsafe_code)]

mod cli;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use self::cli::{Answer, Args, Verdict, complete, output};

/// What a shell or a pipeline sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExitStatus {
    /// The command did what was asked.
    Done = 0,
    /// The check ran, and a resume is below the coverage asked for.
    BelowMinimum = 1,
    /// The arguments or a file are wrong; in a cohort, at least one file.
    BadInput = 2,
}

fn main() -> ExitCode {
    complete::answer();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return output::usage(&error),
    };
    output::choose_color(args.color);
    let status = cli::run(args.command).and_then(tell).unwrap_or_else(|error| {
        output::error(&error);
        ExitStatus::BadInput
    });
    ExitCode::from(status as u8)
}

/// Writes what a command has to say.
fn tell(answer: Answer) -> Result<ExitStatus> {
    output::print(&answer.text)?;
    if let Some(summary) = &answer.summary {
        output::summary(summary);
    }
    Ok(match answer.verdict {
        Verdict::Fine => ExitStatus::Done,
        Verdict::Failed => ExitStatus::BadInput,
        Verdict::Below(why) => {
            output::note(&why);
            ExitStatus::BelowMinimum
        }
    })
}
