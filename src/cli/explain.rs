use std::path::Path;

use anyhow::{Result, bail};
use rolefit::render::{json, markdown, table};
use rolefit::report::explain;

use super::args::{Format, FormatArg};
use super::settings::{ConfigArg, role_of};
use super::{Answer, complete, input, output};

#[derive(Debug, clap::Args)]
#[command(
    override_usage = "rolefit explain [OPTIONS] [ROLE] <LINE>",
    after_help = "Example:\n  rolefit explain back-end-developer \"Cut p95 latency by 40% with Redis caching\""
)]
pub(crate) struct ExplainArgs {
    /// Id, title or alias of a role in any case, or the path of a role spec (.yaml); may be left out where rolefit.yaml
    /// names it
    #[arg(value_name = "ROLE", add = complete::role())]
    first: String,
    /// One line of a resume, in quotes
    #[arg(value_name = "LINE", allow_hyphen_values = true)]
    second: Option<String>,
    #[command(flatten)]
    config: ConfigArg,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<Answer> {
    let (role, line) = match &args.second {
        Some(line) => (args.first.clone(), line),
        None => (role_of(&args.config.near(Path::new("."))?)?, &args.first),
    };
    let role = input::find_role(&role)?;
    if line.trim().is_empty() {
        bail!("LINE is empty. Give one line of a resume, in quotes");
    }
    let report = explain(&role, line);
    let text = match args.format.format {
        Format::Table => table::explanation(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::explanation(&report),
    };
    Ok(text.into())
}
