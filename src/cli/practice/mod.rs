//! `practice`: a mock interview.

mod interview;
mod keeper;
mod terminal;
mod typing;

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Result, bail};
use rolefit::drafting::practice::exercises;
use rolefit::report::ResumeFormat;

use self::interview::Interview;
use self::keeper::Keeper;
use self::typing::Typing;
use super::args::resume_formats;
use super::settings::{OptionalRoleArg, Usage, resume_in};
use super::{Answer, complete, input, questions};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit practice back-end-developer --topic security
  rolefit practice data-analyst --resume resume.md --answers answers.md --sample 3

Speak your answer and press Enter, or type it and end it with a line that holds
only a full stop. \"skip\" goes on to the next question, \"quit\" ends. With
--answers, every line that you type is in the file at once, below its question,
with the date.")]
pub(crate) struct PracticeArgs {
    #[command(flatten)]
    role: OptionalRoleArg,
    /// Only questions on this topic, in any case; may be given more than once
    #[arg(long, value_name = "TOPIC", add = complete::topic())]
    topic: Vec<String>,
    /// Draw so many of the questions
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// Draw the same sample for the same number
    #[arg(long, value_name = "S", requires = "sample")]
    seed: Option<u64>,
    /// Keep the attempts in this file, which `rolefit draft answers` wrote
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Show what to tell out of this resume, and hold answers against it; may be left out where rolefit.yaml names one
    #[arg(long, value_name = "RESUME")]
    resume: Option<String>,
    /// Read the resume as this format, whatever its name and content say
    #[arg(long, value_name = "FORMAT", value_parser = resume_formats(), requires = "resume")]
    input_format: Option<ResumeFormat>,
    /// Time to think before an answer, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    thinking: u64,
}

pub(crate) fn run(args: &PracticeArgs) -> Result<Answer> {
    let name = args.role.name(Usage::of_role("practice"))?;
    let role = input::find_role(&name)?;
    questions::are_wanted(&role)?;
    let configured = if args.resume.is_none() { resume_in(&args.role.config()?)? } else { None };
    let resume_name = args.resume.as_deref().or(configured.as_deref());
    let resume = resume_name.map(|name| input::resume_called(name, Path::new(name), args.input_format));
    let resume = resume.transpose()?;
    let mut all = exercises(&role, resume.as_ref(), &args.topic)?;
    if args.sample == Some(0) {
        bail!("--sample 0 draws no question. Say how many, or leave it out for all");
    }
    if let Some(count) = args.sample {
        let mut draw = fastrand::Rng::with_seed(args.seed.unwrap_or_else(|| fastrand::u64(..)));
        while all.len() > count {
            all.remove(draw.usize(..all.len()));
        }
    }
    let keeper = args.answers.as_deref().map(|path| Keeper::open(path, &role, &name, resume_name)).transpose()?;
    let started = Instant::now();
    let interview = Interview { role: &role, resume: resume.as_ref(), thinking: args.thinking, keeper };
    interview.hold(&all, &mut Typing::standard()?, &mut || started.elapsed())
}
