use anyhow::Result;
use rolefit::render::{json, markdown, table};
use rolefit::report::{ResumeFormat, compare};

use super::args::{Format, FormatArg, RoleArg, resume_formats};
use super::{Answer, complete, input, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit compare teacher \"instructional designer\"
  rolefit compare back-end-developer data-engineer --resume resume.md
  rolefit compare my-role.yaml posting.yaml --format markdown > change.md

A criterion of SECOND is shared where its name, description or example is evidence for one of FIRST and the other way
round; the lines below \"because\" show which words are.")]
pub(crate) struct CompareArgs {
    /// The role you come from: an id, a title or an alias in any case, or the path of a role spec (.yaml)
    #[arg(value_name = "FIRST", add = complete::role())]
    first: String,
    /// The role you go to
    #[arg(value_name = "SECOND", add = complete::role())]
    second: String,
    /// Say of each new criterion what this resume already shows; \"-\" for standard input
    #[arg(long, value_name = "RESUME", add = complete::resume())]
    resume: Option<String>,
    /// Read the resume as this format, whatever its name and content say
    #[arg(long, value_name = "FORMAT", value_parser = resume_formats(), requires = "resume")]
    input_format: Option<ResumeFormat>,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &CompareArgs) -> Result<Answer> {
    let role = |name: &String| input::role(&RoleArg { role: name.clone() });
    let (first, second) = (role(&args.first)?, role(&args.second)?);
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
