use anyhow::Result;
use rolefit::render::{json, markdown, table};
use rolefit::report::LinesReport;

use super::args::{Format, FormatArg, ResumeArg};
use super::{Answer, input, output};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  rolefit lines resume.md\n  rolefit lines - --input-format text < resume.txt\n  rolefit lines resume.md --tag backend"
)]
pub(crate) struct LinesArgs {
    #[command(flatten)]
    resume: ResumeArg,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &LinesArgs) -> Result<Answer> {
    let report = LinesReport::from(input::resume(&args.resume)?);
    let text = match args.format.format {
        Format::Table => table::lines(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::lines(&report),
    };
    Ok(text.into())
}
