//! `draft`: worksheets that a person fills in.

mod answers;
mod lines;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use clap::Subcommand;
use rolefit::drafting::{Sheet, Update};
use rolefit::render::plain;

use super::Answer;
use super::target::{Saved, Updated};

#[derive(Debug, clap::Args)]
pub(crate) struct DraftArgs {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write a sheet for answers to interview questions, each with what to tell of your work
    Answers(answers::AnswersArgs),
    /// Write a worksheet for better resume lines: every gap and every weak line, with patterns to fill in
    Lines(lines::LinesArgs),
}

/// Where a sheet goes.
#[derive(Debug, clap::Args)]
struct SheetArg {
    /// Write to this file and not to standard output; one that `rolefit draft` wrote before is brought up to date,
    /// keeps all that you wrote, and stays as it was beside it with ".bak" behind its name
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write again what you deleted from the file
    #[arg(long, requires = "output")]
    restore: bool,
}

pub(crate) fn run(args: &DraftArgs) -> Result<Answer> {
    match &args.what {
        What::Answers(args) => answers::run(args),
        What::Lines(args) => lines::run(args),
    }
}

/// Writes the sheet, or brings the one that is there up to date. `one` names a block, such as "question".
fn write(sheet: &Sheet, arg: &SheetArg, sources: &[&str], one: &str) -> Result<Answer> {
    let Some(path) = &arg.output else { return Ok(sheet.fresh().into()) };
    let file = Updated::open(path, sources)?;
    let update = sheet.update(file.old(), arg.restore).with_context(|| path.display().to_string())?;
    let saved = file.save(&update.text)?;
    Ok(told(path, &update, &saved, one).into())
}

fn told(path: &Path, update: &Update, saved: &Saved, one: &str) -> String {
    let counts = [
        (update.added, "new"),
        (update.updated, "brought up to date"),
        (update.kept, "no longer needed, kept for what you wrote"),
        (update.removed, "no longer needed, removed"),
        (update.deleted, "left out as you deleted them (--restore brings them back)"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let name = plain(&path.to_string_lossy());
    match saved {
        Saved::Unchanged => format!("{name}: {one}s: {counts}. Nothing changed\n"),
        Saved::New => format!("{name}: {one}s: {counts}\n"),
        Saved::Changed(backup) => {
            format!("{name}: {one}s: {counts}. As it was: {}\n", plain(&backup.to_string_lossy()))
        }
    }
}
