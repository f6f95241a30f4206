use anyhow::Result;
use rolefit::render::{json, markdown, table};
use rolefit::report::StageList;

use super::args::{Format, FormatArg};
use super::settings::{OptionalRoleArg, Usage};
use super::{Answer, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  rolefit stages back-end-developer")]
pub(crate) struct StagesArgs {
    #[command(flatten)]
    role: OptionalRoleArg,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &StagesArgs) -> Result<Answer> {
    let list = StageList::from(args.role.role(Usage::of_role("stages"))?);
    let text = match args.format.format {
        Format::Table => table::stages(&list, output::width()),
        Format::Json => json(&list),
        Format::Markdown => markdown::stages(&list),
    };
    Ok(text.into())
}
