use anyhow::Result;
use rolefit::drafting::answers::build;

use super::{SheetArg, write};
use crate::cli::args::{ResumeArg, RoleArg};
use crate::cli::{Answer, input};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit draft answers data-analyst resume.md -o answers.md
  rolefit draft answers data-analyst resume.md --topic sql --topic statistics

Run it again after the role or your resume changed: the questions and the evidence
are written anew, and every word of yours stays.")]
pub(crate) struct AnswersArgs {
    #[command(flatten)]
    role: RoleArg,
    #[command(flatten)]
    resume: ResumeArg,
    /// Only questions on this topic, in any case; may be given more than once
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    #[command(flatten)]
    sheet: SheetArg,
}

pub(super) fn run(args: &AnswersArgs) -> Result<Answer> {
    let role = input::role(&args.role)?;
    let resume = input::resume(&args.resume)?;
    let sheet = build(&role, &resume, &args.topic)?;
    write(&sheet, &args.sheet, &[&args.resume.resume, &args.role.role], "question")
}
