use anyhow::Result;
use rolefit::drafting::lines::build;

use super::{SheetArg, write};
use crate::cli::args::{ResumeArg, RoleArg};
use crate::cli::{Answer, input};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit draft lines back-end-developer resume.md -o lines.md
  rolefit draft lines my-role.yaml resume.docx

What is neither in your resume nor in the role spec stands in a [slot]. Run it again
after the role or your resume changed: every word of yours stays.")]
pub(crate) struct LinesArgs {
    #[command(flatten)]
    role: RoleArg,
    #[command(flatten)]
    resume: ResumeArg,
    #[command(flatten)]
    sheet: SheetArg,
}

pub(super) fn run(args: &LinesArgs) -> Result<Answer> {
    let role = input::role(&args.role)?;
    let resume = input::resume(&args.resume)?;
    let sheet = build(&role, &resume)?;
    write(&sheet, &args.sheet, &[&args.resume.resume, &args.role.role], "block")
}
