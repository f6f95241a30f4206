use std::path::Path;

use anyhow::{Result, bail};
use rolefit::render::{json, markdown, table};
use rolefit::report::{Change, Checker, DEFAULT_MIN_SCORE, DiffReport};
use rolefit::resume::Resume;

use super::args::{Format, FormatArg, TagArg};
use super::settings::{ReadingArg, Usage, is_role, may_be_file, role_in, typed};
use super::{Answer, Verdict, complete, input, output};

const USAGE: Usage = Usage::new("diff", "resume.old.md");

#[derive(Debug, clap::Args)]
#[command(
    override_usage = "rolefit diff [OPTIONS] [ROLE] <OLD> <NEW>",
    after_help = "\
Examples:
  rolefit diff back-end-developer resume.old.md resume.md
  git show HEAD~1:resume.md | rolefit diff back-end-developer - resume.md
  rolefit diff back-end-developer resume.old.md resume.md --fail-on-loss

A criterion is gained or lost where its evidence comes or goes, stronger or
weaker where it goes from partial to strong or back. Lines are those that are
judged (`rolefit lines`); one that was reworded is shown as it was and as it is.

Exit status: 0 done; 1 with --fail-on-loss, a criterion is lost or weaker;
2 wrong arguments or input."
)]
pub(crate) struct DiffArgs {
    /// The role, which may be left out where rolefit.yaml names it; the resume as it was; the resume as it is. "-" is
    /// standard input
    #[arg(value_name = "[ROLE] OLD NEW", num_args = 0..=3, add = complete::resume())]
    named: Vec<String>,
    #[command(flatten)]
    reading: ReadingArg,
    /// Exit with status 1 if the evidence for any criterion is lost or weaker
    #[arg(long)]
    fail_on_loss: bool,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &DiffArgs) -> Result<Answer> {
    let Named { role, old, new, tags } = named(args)?;
    let role = input::find_role(&role)?;
    let checker = Checker::new(&role)?;
    if old == "-" && new == "-" {
        bail!("standard input can be one of OLD and NEW, and not both");
    }
    let mut worker = checker.worker();
    let was = worker.check(&resume(old, args, &tags)?, DEFAULT_MIN_SCORE)?;
    let is = worker.check(&resume(new, args, &tags)?, DEFAULT_MIN_SCORE)?;
    let report = DiffReport::new(&was, &is);
    let text = match args.format.format {
        Format::Table => table::diff(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::diff(&report),
    };
    let verdict = if args.fail_on_loss { verdict(&report) } else { Verdict::Fine };
    Ok(Answer { verdict, ..text.into() })
}

/// What is compared, with what was left out filled in.
struct Named<'a> {
    role: String,
    old: &'a str,
    new: &'a str,
    tags: TagArg,
}

fn named(args: &DiffArgs) -> Result<Named<'_>> {
    let names: Vec<&str> = args.named.iter().map(String::as_str).collect();
    let role = names.iter().find(|name| is_role(name));
    let files: Vec<&str> = names.iter().filter(|name| Some(name) != role.as_ref()).copied().collect();
    if let Some(role) = role.filter(|role| may_be_file(names[0]) && names[0] != **role) {
        return Err(USAGE.swapped(role, &files));
    }
    let (role, old, new) = match (names.as_slice(), role) {
        ([role, old, new], _) => (Some(*role), *old, *new),
        ([old, new], None) => (None, *old, *new),
        _ => {
            let role = role.map_or("ROLE", |role| role);
            let old = files.first().unwrap_or(&USAGE.behind);
            bail!(
                "OLD and NEW are needed, the resume as it was and as it is:\n{}\nAs it was may come from git:\n  \
                 git show HEAD:./resume.md | rolefit diff {} - resume.md",
                USAGE.line(role, &[old, "NEW"]),
                typed(role)
            )
        }
    };
    let config = args.reading.config.for_resume(Path::new(new))?;
    let tags = args.reading.tags.or(&config);
    let role = role.map_or_else(|| role_in(&config), |role| Ok(Some(role.to_owned())))?;
    match role {
        Some(role) => Ok(Named { role, old, new, tags }),
        None => Err(USAGE.role_wanted(&config, &[old, new], Some(Path::new(new)))),
    }
}

fn resume(path: &str, args: &DiffArgs, tags: &TagArg) -> Result<Resume> {
    let resume = input::resume_called(path, Path::new(path), args.reading.input_format)?;
    // A tag may be new, or gone: what has none of its lines is no fault here.
    Ok(resume.for_targets(&tags.tags))
}

fn verdict(report: &DiffReport) -> Verdict {
    let named = |change| report.that(change).map(|criterion| criterion.name.as_str()).collect::<Vec<_>>();
    let told = |what: &str, names: Vec<&str>| (!names.is_empty()).then(|| format!("{what}: {}", names.join(", ")));
    let losses = [told("lost", named(Change::Lost)), told("weaker", named(Change::Weaker))];
    let losses: Vec<String> = losses.into_iter().flatten().collect();
    if losses.is_empty() { Verdict::Fine } else { Verdict::Lost(losses.join("; ")) }
}
