use anyhow::Result;
use rolefit::drafting::answers::build;

use super::{SheetArg, write};
use crate::cli::Answer;
use crate::cli::settings::{RoleAndResumeArg, Usage};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit draft answers data-analyst resume.md -o answers.md
  rolefit draft answers data-analyst resume.md --topic sql --topic statistics

Run it again after the role or your resume changed: the questions and the
evidence are written anew, and every word of yours stays.")]
pub(crate) struct AnswersArgs {
    #[command(flatten)]
    named: RoleAndResumeArg,
    /// Only questions on this topic, in any case; may be given more than once
    #[arg(long, value_name = "TOPIC")]
    topic: Vec<String>,
    #[command(flatten)]
    sheet: SheetArg,
}

pub(super) fn run(args: &AnswersArgs) -> Result<Answer> {
    let named = args.named.named(Usage::of_resume("draft answers"))?;
    let (role, resume) = named.read()?;
    let sheet = build(&role, &resume, &args.topic)?;
    write(&sheet, &args.sheet, &[&named.resume, &named.role], "question")
}
