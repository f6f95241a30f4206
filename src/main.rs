//! The command `rolefit`: reads the arguments, runs one command, says how it went.

mod cli;

use std::process::ExitCode;

use clap::Parser;

use self::cli::{Args, Verdict, output};

/// What a shell or a pipeline sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ExitStatus {
    /// The command did what was asked.
    Done = 0,
    /// The check ran, and the resume is below the coverage asked for.
    BelowMinimum = 1,
    /// The arguments or a file are wrong.
    BadInput = 2,
}

fn main() -> ExitCode {
    let args = Args::parse();
    output::choose_color(args.color);
    let status = match cli::run(args.command).and_then(|answer| output::print(&answer.text).map(|()| answer.verdict)) {
        Ok(Verdict::Fine) => ExitStatus::Done,
        Ok(Verdict::Below(why)) => {
            output::note(&why);
            ExitStatus::BelowMinimum
        }
        Err(error) => {
            output::error(&error);
            ExitStatus::BadInput
        }
    };
    ExitCode::from(status as u8)
}
