use anyhow::Result;
use clap::ValueEnum;
use rolefit::import::{Imported, Kind, MOST_BYTES, import, yaml};
use rolefit::render::plain;

use super::target::{OutputArg, Target};
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
    #[command(flatten)]
    output: OutputArg,
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
    let target = args.output.target(&[&args.file])?;
    let bytes = input::bytes(&args.file, MOST_BYTES, "the file of a page or a posting")?;
    let kind = args.from.map(|from| match from {
        From::Page => Kind::Page,
        From::Posting => Kind::Posting,
    });
    let imported = import(&args.file, &bytes, kind)?;
    let text = yaml(&imported);
    let answer = match &target {
        Some(target) => {
            target.write(&text)?;
            told(&imported, target)
        }
        None => text,
    };
    if args.report {
        output::report(&imported.tally.to_string());
    }
    Ok(answer.into())
}

fn told(imported: &Imported, target: &Target<'_>) -> String {
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
    let counts = counts.collect::<Vec<_>>().join(", ");
    format!("{}: {} ({counts})\n", target.name(), plain(&spec.title))
}
