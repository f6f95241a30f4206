use anyhow::Result;
use rolefit::drafting::lines::build;

use super::{SheetArg, Sources, write};
use crate::cli::Answer;
use crate::cli::advise::{IgnoreArg, warn_of_comments};
use crate::cli::settings::{RoleAndResumeArg, Usage};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit draft lines back-end-developer resume.md -o lines.md
  rolefit draft lines my-role.yaml resume.docx --ignore no-result

What is neither in your resume nor in the role spec stands in a [slot]. Run it
again after the role or your resume changed: every word of yours stays.")]
pub(crate) struct LinesArgs {
    #[command(flatten)]
    named: RoleAndResumeArg,
    #[command(flatten)]
    ignore: IgnoreArg,
    #[command(flatten)]
    sheet: SheetArg,
}

pub(super) fn run(args: &LinesArgs) -> Result<Answer> {
    let named = args.named.named(Usage::of_resume("draft lines"))?;
    let (role, resume) = named.read()?;
    warn_of_comments(&resume);
    let sheet = build(&role, &resume, args.ignore.settings(&[], &named.config))?;
    let sources = Sources { role: &role, role_name: &named.role, resume_name: &named.resume };
    write(&sheet, &args.sheet, &sources, "section")
}
