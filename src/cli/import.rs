use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use rolefit::import::{Imported, Kind, MOST_BYTES, import, yaml};

use super::{Answer, input, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit import posting.md -o my-role.yaml && rolefit kpi-check my-role.yaml resume.md
  rolefit import saved-page.html --report > my-role.yaml
  rolefit import - --from posting < posting.txt

What the source does not say outright is marked \"# guessed: …\" in the role spec.")]
pub(crate) struct ImportArgs {
    /// The page's or posting's file, as text, Markdown or HTML; \"-\" for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Write the role spec to this file and not to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the output file where there is one
    #[arg(long, requires = "output")]
    force: bool,
    /// Read the file as this, whatever it looks like
    #[arg(long, value_enum, value_name = "KIND")]
    from: Option<From>,
    /// Say on standard error which lines went where, and which nowhere
    #[arg(long)]
    report: bool,
}

/// What a file is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum From {
    /// A role guide: activities, KPIs, selection process, interview questions
    Page,
    /// A job posting: responsibilities, requirements
    Posting,
}

pub(crate) fn run(args: &ImportArgs) -> Result<Answer> {
    if let Some(target) = &args.output {
        may_write(target, &args.file, args.force)?;
    }
    let bytes = input::bytes(&args.file, MOST_BYTES, "the file of a page or a posting")?;
    let kind = args.from.map(|from| match from {
        From::Page => Kind::Page,
        From::Posting => Kind::Posting,
    });
    let imported = import(&args.file, &bytes, kind)?;
    let text = yaml(&imported);
    let answer = match &args.output {
        Some(target) => {
            write(target, &text).with_context(|| format!("{}: this file cannot be written", target.display()))?;
            told(&imported, target)
        }
        None => text,
    };
    if args.report {
        output::report(&imported.tally.to_string());
    }
    Ok(answer.into())
}

/// Said before the work, so that nothing is read in vain.
fn may_write(target: &Path, source: &str, force: bool) -> Result<()> {
    if target.is_dir() {
        bail!("{}: this is a folder. Name a file in it", target.display());
    }
    let same = |path: &Path| path.canonicalize().ok();
    if same(target).is_some_and(|target| same(Path::new(source)) == Some(target)) {
        bail!("{}: this is the file to be read. Name another for the role spec", target.display());
    }
    if !force && target.symlink_metadata().is_ok() {
        bail!("{}: there is such a file. Name another, or say --force to replace it", target.display());
    }
    Ok(())
}

/// Writes a file beside `target` and gives it that name, so that nobody ever sees half of it.
fn write(target: &Path, text: &str) -> io::Result<()> {
    let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = target.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let written = fill(&mut file, text).and_then(|()| fs::rename(&beside, target));
    if written.is_err() {
        // What went wrong first is what is told.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn fill(file: &mut File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn told(imported: &Imported, target: &Path) -> String {
    let spec = &imported.spec;
    let counts = [
        (spec.activities.len(), "activities"),
        (spec.kpis.len(), "KPIs"),
        (spec.requirements.len(), "requirements"),
        (spec.stages.len(), "stages"),
        (spec.questions.len(), "questions"),
        (imported.guesses.len(), "guesses to look at"),
    ];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{what}: {count}"));
    format!("{}: {} ({})\n", target.display(), spec.title, counts.collect::<Vec<_>>().join(", "))
}
