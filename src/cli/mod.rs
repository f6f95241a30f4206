//! The arguments and, one file a command, the few lines that join the library's rooms.

mod advise;
mod answer_check;
mod args;
mod compare;
pub(crate) mod complete;
mod completions;
mod diff;
mod draft;
mod explain;
mod files;
mod findings;
mod fit;
mod import;
mod in_order;
mod init;
mod input;
pub(crate) mod interrupts;
mod kpi_check;
mod lines;
mod lint;
mod man;
pub(crate) mod mistyped;
pub(crate) mod output;
mod pager;
mod practice;
mod progress;
mod prompt;
mod questions;
mod report_format;
mod roles;
mod saves;
mod schema;
mod settings;
mod sheet_role;
mod show;
mod stages;
mod target;

pub(crate) use args::{Args, Syntax, is_for_reading, manner_among};

use anyhow::Result;

use self::args::Command;
use self::interrupts::Interrupt;

/// What a command has to say.
pub(crate) struct Answer {
    /// For standard output.
    pub(crate) text: String,
    /// For the exit status.
    pub(crate) verdict: Verdict,
    /// For standard error, behind the text.
    pub(crate) summary: Option<String>,
}

/// How a command's check went.
pub(crate) enum Verdict {
    /// Nothing was asked for that is not met.
    Fine,
    /// Less was found than asked for; with the reason.
    Below(String),
    /// A rewrite lost what it was asked to keep; with what.
    Lost(String),
    /// What must be mended was found, which has been said.
    Found,
    /// More was found than is allowed; with the reason.
    Above(String),
    /// The user or the system ended the command before it was done, which has been said.
    Interrupted(Interrupt),
    /// A part of the input could not be read, which has been said.
    Failed,
}

impl From<String> for Answer {
    fn from(text: String) -> Self {
        Self { text, verdict: Verdict::Fine, summary: None }
    }
}

/// Runs one command.
pub(crate) fn run(command: Command) -> Result<Answer> {
    match command {
        Command::Roles(args) => roles::run(&args),
        Command::Show(args) => show::run(&args),
        Command::Questions(args) => questions::run(args),
        Command::Stages(args) => stages::run(&args),
        Command::KpiCheck(args) => kpi_check::run(&args),
        Command::Lines(args) => lines::run(&args),
        Command::Advise(args) => advise::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Fit(args) => fit::run(&args),
        Command::Compare(args) => compare::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Init(args) => init::run(args),
        Command::Import(args) => import::run(&args),
        Command::Draft(args) => draft::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
        Command::Practice(args) => practice::run(&args),
        Command::Prompt(args) => prompt::run(&args),
        Command::AnswerCheck(args) => answer_check::run(&args),
        Command::Lint(args) => lint::run(&args),
        Command::Schema(_) => Ok(schema::run()),
    }
}
