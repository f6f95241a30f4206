use std::path::Path;

use anyhow::{Error, Result, anyhow, bail};
use rolefit::render::{json, markdown, table};
use rolefit::report::explain;

use super::args::{Format, FormatArg};
use super::settings::{ConfigArg, Usage, is_role, role_in, role_of_words, typed};
use super::{Answer, complete, input, output};

const USAGE: Usage = Usage::new("explain", "Cut build time by 40%");

#[derive(Debug, clap::Args)]
#[command(
    override_usage = "rolefit explain [OPTIONS] [ROLE] <LINE>",
    after_help = "Example:\n  rolefit explain back-end-developer \"Cut p95 latency by 40% with Redis caching\""
)]
pub(crate) struct ExplainArgs {
    /// Id, title or alias of a role in any case, or the path of a role spec (.yaml); may be left out where rolefit.yaml
    /// names it
    #[arg(value_name = "ROLE", add = complete::role())]
    first: Option<String>,
    /// One line of a resume, in quotes
    #[arg(value_name = "LINE", allow_hyphen_values = true)]
    second: Option<String>,
    #[command(flatten)]
    config: ConfigArg,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &ExplainArgs) -> Result<Answer> {
    let (role, line) = named(args)?;
    let role = input::find_role(&role)?;
    if line.trim().is_empty() {
        bail!("LINE is empty. Give one line of a resume, in quotes");
    }
    if Path::new(line).is_file() {
        let (role, file) = (typed(&role.id), typed(line));
        bail!(
            "{line} is a file, and `explain` is for one line of it. For all its lines:\n  rolefit kpi-check {role} {file}"
        );
    }
    let report = explain(&role, line);
    let text = match args.format.format {
        Format::Table => table::explanation(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::explanation(&report),
    };
    Ok(text.into())
}

/// The role's name and the line.
fn named(args: &ExplainArgs) -> Result<(String, &str)> {
    let Some(first) = &args.first else { return Err(line_wanted("ROLE")) };
    match &args.second {
        Some(second) if role_of_words(&[first, second]).is_some() => Err(line_wanted(&format!("{first} {second}"))),
        Some(second) if is_role(second) && !is_role(first) => Err(USAGE.swapped(second, &[first])),
        Some(second) => Ok((first.clone(), second)),
        None if is_role(first) => Err(line_wanted(first)),
        None => {
            let config = args.config.near(Path::new("."))?;
            let file = Some(Path::new(first)).filter(|path| path.is_file());
            let behind = if file.is_some() { [USAGE.behind] } else { [first.as_str()] };
            let role = role_in(&config)?.ok_or_else(|| USAGE.role_wanted(&config, &behind, file))?;
            Ok((role, first))
        }
    }
}

fn line_wanted(role: &str) -> Error {
    anyhow!("no line is given. Give one line of a resume, in quotes:\n{}", USAGE.line(role, &[]))
}
