use std::path::Path;

use anyhow::{Result, bail};
use clap::ValueEnum;
use rolefit::import::{Imported, Kind, MOST_BYTES, import, import_onet, yaml};
use rolefit::render::plain;
use rolefit::resume::reads_like_resume;

use super::input::NOTHING_FETCHED;
use super::settings::typed;
use super::target::{OutputArg, Target};
use super::{Answer, complete, input, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit import posting.md -o my-role.yaml && rolefit kpi-check my-role.yaml resume.md
  rolefit import saved-page.html --report > my-role.yaml
  rolefit import - --from posting < posting.txt
  rolefit import db_30_1_text --from onet --occupation 15-1252.00 -o developer.yaml

What the source does not say outright is marked \"# guessed: …\" in the role spec.")]
pub(crate) struct ImportArgs {
    /// The page's or posting's file, as text, Markdown or HTML; "-" for standard input. With --from onet, the folder of the
    /// database's text files
    #[arg(value_name = "FILE", add = complete::resume())]
    file: String,
    #[command(flatten)]
    output: OutputArg,
    /// Read the file as this, whatever it looks like
    #[arg(long, value_enum, value_name = "KIND", requires_if("onet", "occupation"))]
    from: Option<From>,
    /// The occupation of the O*NET database: its code, such as 15-1252.00, or its title
    #[arg(long, value_name = "OCCUPATION", requires = "from")]
    occupation: Option<String>,
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
    /// The O*NET database: tasks, work activities, technologies of one occupation
    Onet,
}

pub(crate) fn run(args: &ImportArgs) -> Result<Answer> {
    if let Some(old) = args.output.in_the_way().filter(|old| *old != Path::new(&args.file)) {
        bail!("{}", would_be_lost(args, old));
    }
    let target = args.output.target(&[&args.file])?;
    let imported = read(args)?;
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

fn read(args: &ImportArgs) -> Result<Imported> {
    let kind = match (args.from, &args.occupation) {
        (Some(From::Onet), Some(occupation)) => return Ok(import_onet(Path::new(&args.file), occupation)?),
        (_, Some(_)) => bail!("--occupation goes with --from onet only"),
        (Some(From::Page), None) => Some(Kind::Page),
        (Some(From::Posting), None) => Some(Kind::Posting),
        // A folder without an occupation never comes here: the arguments are refused before.
        (Some(From::Onet) | None, None) => None,
    };
    if input::is_address(&args.file) && !Path::new(&args.file).exists() {
        bail!("{}: {NOTHING_FETCHED}, and name the file:\n  rolefit import page.html -o my-role.yaml", args.file);
    }
    let bytes = input::bytes(&args.file, MOST_BYTES, "the file of a page or a posting")?;
    let imported = import(&args.file, &bytes, kind)?;
    if kind.is_none() && reads_like_resume(&args.file, &bytes) {
        let file = typed(&args.file);
        output::warning(&format!(
            "{}: this reads like a resume, and `import` makes a role of a posting or a role page. Which roles it fits, and \
             what it shows of one:\n  rolefit fit {file}\n  rolefit kpi-check ROLE {file}\nIf it is a posting, say --from posting",
            args.file
        ));
    }
    Ok(imported)
}

/// That `--force` would lose what was edited in the role at `old`, and what to do instead.
fn would_be_lost(args: &ImportArgs, old: &Path) -> String {
    let beside = old.with_extension("new.yaml");
    let name = |path: &Path| typed(&path.to_string_lossy());
    let occupation = args.occupation.as_ref().map(|one| format!(" --from onet --occupation {}", typed(one)));
    format!(
        "{}: there is such a file, and what you changed in it would be lost. Write the new role beside it, and see what differs:\n  \
         rolefit import {}{} -o {new}\n  rolefit compare {} {new}\nOr say --force to replace it",
        old.display(),
        typed(&args.file),
        occupation.unwrap_or_default(),
        name(old),
        new = name(&beside)
    )
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
