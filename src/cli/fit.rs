use anyhow::{Result, bail};
use rolefit::render::{json, markdown, table};
use rolefit::report::{RoleList, fit};
use rolefit::resume::Resume;

use super::args::{Format, FormatArg};
use super::settings::{OneResumeArg, Usage, is_role, typed};
use super::{Answer, complete, input, output};

const USAGE: Usage = Usage::of_resume("fit");

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit fit resume.md
  rolefit fit resume.pdf --top 3 --function Data
  rolefit fit - --format json < resume.txt

Fit is the root of coverage × lines. Coverage: how much of the role the resume
evidences; strong evidence counts 1, partial ½, musts double, what is nice to
have half. Lines: how much of the resume speaks for the role; each line counts
by its odds here against its best odds for any role.")]
pub(crate) struct FitArgs {
    #[command(flatten)]
    resume: OneResumeArg,
    /// Show so many roles, the best first
    #[arg(long, value_name = "N", default_value_t = 10)]
    top: usize,
    /// Only the roles of this function, such as "Technology"; their fits stay what they are among all roles
    #[arg(long, value_name = "FUNCTION", add = complete::function())]
    function: Option<String>,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &FitArgs) -> Result<Answer> {
    if args.top == 0 {
        bail!("--top 0 would show nothing. Say how many roles you want to see");
    }
    let wanted = match &args.function {
        Some(function) => Some(RoleList::new(&input::catalogue()?.roles()).of_function(function)?),
        None => None,
    };
    let resume = resume(args)?;
    let mut report = fit(&input::every_role()?, &resume)?;
    if let Some(wanted) = wanted {
        report = report.among(&wanted);
    }
    let report = report.top(args.top);
    let text = match args.format.format {
        Format::Table => table::fit(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::fit(&report),
    };
    Ok(text.into())
}

fn resume(args: &FitArgs) -> Result<Resume> {
    let names = args.resume.names();
    if let Some(role) = names.iter().find(|name| is_role(name)) {
        let file = names.iter().find(|name| *name != role).unwrap_or(&USAGE.behind);
        let line = Usage::of_resume("kpi-check").line(role, &[file]);
        let shown = typed(file);
        bail!(
            "`fit` takes no ROLE, as it is for all of them. For all roles, or for this one:\n  rolefit fit {shown}\n{line}"
        );
    }
    args.resume.read(USAGE)
}
