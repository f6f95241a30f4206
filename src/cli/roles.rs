use anyhow::Result;
use rolefit::render::{json, markdown, table};
use rolefit::report::RoleList;
use rolefit::role::Catalogue;

use super::args::{Format, FormatArg};
use super::{Answer, complete, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  rolefit roles\n  rolefit roles --function marketing --format json")]
pub(crate) struct RolesArgs {
    /// Only the roles of this function, such as "Technology"
    #[arg(long, value_name = "FUNCTION", add = complete::function())]
    function: Option<String>,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &RolesArgs) -> Result<Answer> {
    let all = RoleList::new(Catalogue.roles());
    let list = match &args.function {
        Some(function) => all.of_function(function)?,
        None => all,
    };
    let text = match args.format.format {
        Format::Table => table::roles(&list, output::width()),
        Format::Json => json(&list),
        Format::Markdown => markdown::roles(&list),
    };
    Ok(text.into())
}
