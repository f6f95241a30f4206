use anyhow::Result;
use rolefit::drafting::answers::build;

use super::{SheetArg, Sources, write};
use crate::cli::settings::{RoleAndResumeArg, Usage};
use crate::cli::{Answer, complete, questions};

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
    #[arg(long, value_name = "TOPIC", add = complete::topic())]
    topic: Vec<String>,
    #[command(flatten)]
    sheet: SheetArg,
}

pub(super) fn run(args: &AnswersArgs) -> Result<Answer> {
    let named = args.named.named(Usage::of_resume("draft answers"))?;
    let (role, resume) = named.read()?;
    questions::are_wanted(&role)?;
    let sheet = build(&role, &resume, &args.topic)?;
    let sources = Sources { role: &role, role_name: &named.role, resume_name: &named.resume };
    write(&sheet, &args.sheet, &sources, "question")
}
