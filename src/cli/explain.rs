use anyhow::{Result, bail};
use rolefit::render::{json, markdown, table};
use rolefit::report::explain;

use super::args::{Format, FormatArg, RoleArg};
use super::{Answer, input, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  rolefit explain back-end-developer \"Cut p95 latency by 40% with Redis caching\"")]
pub(crate) struct ExplainArgs {
    #[command(flatten)]
    role: RoleArg,
    /// One line of a resume, in quotes
    #[arg(value_name = "LINE", allow_hyphen_values = true)]
    line: String,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<Answer> {
    let role = input::role(&args.role)?;
    if args.line.trim().is_empty() {
        bail!("LINE is empty. Give one line of a resume, in quotes");
    }
    let report = explain(&role, &args.line);
    let text = match args.format.format {
        Format::Table => table::explanation(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::explanation(&report),
    };
    Ok(text.into())
}
