use std::path::Path;

use anyhow::{Result, bail};
use rolefit::render::{json, markdown, table};
use rolefit::report::{ResumeFormat, compare};

use super::args::{Format, FormatArg, resume_formats};
use super::settings::{ConfigArg, is_role, may_be_file, role_in, role_of_words, typed};
use super::{Answer, complete, input, output};

#[derive(Debug, clap::Args)]
#[command(
    override_usage = "rolefit compare [OPTIONS] [FIRST] <SECOND>",
    after_help = "\
Examples:
  rolefit compare teacher \"instructional designer\"
  rolefit compare back-end-developer data-engineer --resume resume.md
  rolefit compare my-role.yaml posting.yaml --format markdown > change.md

A criterion of SECOND is shared where its name, description or example is evidence
for one of FIRST and the other way round, and where they share more than a
subject: what is done, or how it is measured. The lines below \"because\" show
which words are."
)]
pub(crate) struct CompareArgs {
    /// The role you come from: an id, a title or an alias in any case, or the path of a role spec (.yaml); may be left out
    /// where rolefit.yaml names it
    #[arg(value_name = "FIRST", add = complete::role())]
    first: Option<String>,
    /// The role you go to
    #[arg(value_name = "SECOND", add = complete::role())]
    second: Option<String>,
    /// Say of each new criterion what this resume already shows; "-" for standard input
    #[arg(long, value_name = "RESUME", add = complete::resume())]
    resume: Option<String>,
    /// Read the resume as this format, whatever its name and content say
    #[arg(long, value_name = "FORMAT", value_parser = resume_formats(), requires = "resume")]
    input_format: Option<ResumeFormat>,
    #[command(flatten)]
    config: ConfigArg,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &CompareArgs) -> Result<Answer> {
    let (first, second) = named(args)?;
    let (first, second) = (input::find_role(&first)?, input::find_role(second)?);
    let resume = match &args.resume {
        Some(path) => Some(input::resume_called(path, path.as_ref(), args.input_format)?),
        None => None,
    };
    let report = compare(&first, &second, resume.as_ref())?;
    let text = match args.format.format {
        Format::Table => table::comparison(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::comparison(&report),
    };
    Ok(text.into())
}

/// The names of the two roles.
fn named(args: &CompareArgs) -> Result<(String, &str)> {
    let names: Vec<&str> = args.first.iter().chain(&args.second).map(String::as_str).collect();
    if let Some((role, 2)) = role_of_words(&names) {
        let role = typed(&role);
        bail!(
            "{role} is one role, and `compare` is for two, each in quotes where it has more than one word:\n  \
             rolefit compare FIRST {role}"
        );
    }
    if let Some(file) = names.iter().find(|name| may_be_file(name)) {
        let role = names.iter().find(|name| is_role(name)).map_or("ROLE".into(), |role| typed(role));
        let shown = typed(file);
        bail!(
            "{file} is no role, and `compare` is for two roles. What a file shows of a role, and what a change to it asks for:\n  \
             rolefit kpi-check {role} {shown}\n  rolefit compare FIRST {role} --resume {shown}"
        );
    }
    let Some(first) = &args.first else {
        bail!(
            "no role is named, and `compare` is for two: the one you come from and the one you go to:\n  \
               rolefit compare FIRST SECOND\n`rolefit roles` lists all roles"
        );
    };
    match &args.second {
        Some(second) => Ok((first.clone(), second)),
        None => match role_in(&args.config.near(Path::new("."))?)? {
            Some(role) => Ok((role, first)),
            None => bail!(
                "one role is named, and `compare` is for two: the one you come from and the one you go to:\n  \
                 rolefit compare FIRST {}\n`rolefit roles` lists all roles",
                typed(first)
            ),
        },
    }
}
