use anyhow::Result;
use rolefit::render::{json, markdown, table};
use rolefit::report::LinesReport;

use super::args::{Format, FormatArg};
use super::settings::{OneResumeArg, Usage};
use super::{Answer, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit lines resume.md
  rolefit lines                (resume from rolefit.yaml)
  rolefit lines - --input-format text < resume.txt
  rolefit lines resume.md --tag backend")]
pub(crate) struct LinesArgs {
    #[command(flatten)]
    resume: OneResumeArg,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &LinesArgs) -> Result<Answer> {
    let report = LinesReport::from(args.resume.read(Usage::of_resume("lines"))?);
    let text = match args.format.format {
        Format::Table => table::lines(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::lines(&report),
    };
    Ok(text.into())
}
