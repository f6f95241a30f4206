//! `draft`: worksheets that a person fills in.

mod answers;
mod lines;

use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use clap::Subcommand;
use rolefit::drafting::{Sheet, Update};
use rolefit::render::plain;
use rolefit::role::Role;

use super::Answer;
use super::settings::typed;
use super::sheet_role::of_other_role;
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
    /// Make a file that was written for another role one of this role; what you wrote stays
    #[arg(long, requires = "output")]
    change_role: bool,
}

pub(crate) fn run(args: &DraftArgs) -> Result<Answer> {
    match &args.what {
        What::Answers(args) => answers::run(args),
        What::Lines(args) => lines::run(args),
    }
}

/// What a sheet is made of, as it was named.
struct Sources<'s> {
    role: &'s Role,
    role_name: &'s str,
    resume_name: &'s str,
}

/// Writes the sheet, or brings the one that is there up to date. `one` names a block, such as "question".
fn write(sheet: &Sheet, arg: &SheetArg, sources: &Sources<'_>, one: &str) -> Result<Answer> {
    let Some(path) = &arg.output else { return Ok(sheet.fresh().into()) };
    let file = Updated::open(path, &[sources.resume_name, sources.role_name])?;
    if let Some(other) = sheet.other_role(file.old()).filter(|_| !arg.change_role) {
        let name = path.to_string_lossy();
        let behind = format!("{} -o {}", typed(sources.resume_name), typed(&name));
        let told = of_other_role(&other, sources.role, &format!("draft {}", sheet.kind.name()), &behind);
        let title = plain(&sources.role.spec.title);
        bail!("{name}: {told}\nFor \"{title}\" name another file, or say --change-role: what you wrote stays in it");
    }
    let update = sheet.update(file.old(), arg.restore);
    let update = update
        .map_err(|error| anyhow!("{}: {error}. Name a file that was, or one that is not there yet", path.display()))?;
    let saved = file.save(&update.text)?;
    Ok(told(path, &update, &saved, one).into())
}

/// What became of the file, in a sentence: "answers.md: 3 questions written".
fn told(path: &Path, update: &Update, saved: &Saved, one: &str) -> String {
    let name = plain(&path.to_string_lossy());
    let of = |count: usize| if count == 1 { one.to_owned() } else { format!("{one}s") };
    let backup = match saved {
        Saved::New => return format!("{name}: {} {} written\n", update.added, of(update.added)),
        Saved::Unchanged => String::new(),
        Saved::Changed(backup) => format!(". As it was: {}", plain(&backup.to_string_lossy())),
    };
    let kept = if update.kept == 1 { "it no longer applies" } else { "they no longer apply" };
    let deleted = match update.deleted {
        1 => "as you deleted it (--restore brings it back)",
        _ => "as you deleted them (--restore brings them back)",
    };
    let counts = [
        (update.added, "new".to_owned()),
        (update.updated, "updated".to_owned()),
        (update.unchanged, "as before".to_owned()),
        (update.kept, format!("kept for what you wrote, though {kept}")),
        (update.removed, "removed, as nothing was written there".to_owned()),
        (update.deleted, format!("left out {deleted}")),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}"));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let unchanged = if matches!(saved, Saved::Unchanged) { "; nothing changed" } else { "" };
    format!("{name}: {one}s: {counts}{unchanged}{backup}\n")
}
