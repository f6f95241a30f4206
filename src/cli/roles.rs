use anyhow::Result;
use rolefit::render::{json, markdown, table};
use rolefit::report::RoleList;

use super::args::{Format, FormatArg};
use super::{Answer, complete, input, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit roles
  rolefit roles --function marketing --format json
  rolefit roles --search \"load balancing\"

Role specs (.yaml) in the folder that ROLEFIT_ROLES names, else in the folder
rolefit/roles of this platform's data folder (~/.local/share on Linux), are
listed too. One with the id of a built-in role takes its place.")]
pub(crate) struct RolesArgs {
    /// Only the roles of this function, such as "Technology"
    #[arg(long, value_name = "FUNCTION", add = complete::function())]
    function: Option<String>,
    /// Only roles with all of these words in one of their texts: a title, an alias, a KPI, a question …
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &RolesArgs) -> Result<Answer> {
    let catalogue = input::catalogue()?;
    let (roles, unread) = catalogue.list();
    for file in &unread {
        output::unread(&file.path.display().to_string(), &file.why.reason());
    }
    let mut list = RoleList::new(&roles);
    if let Some(function) = &args.function {
        list = list.of_function(function)?;
    }
    if let Some(search) = &args.search {
        list = list.with_words(search, &catalogue)?;
    }
    let text = match args.format.format {
        Format::Table => table::roles(&list, output::width()),
        Format::Json => json(&list),
        Format::Markdown => markdown::roles(&list),
    };
    Ok(text.into())
}
