use anyhow::{Result, bail};
use rolefit::lint::SampleLines;
use rolefit::report::{Findings, SpecText, lint_specs};

use super::findings::FindingsFormat;
use super::{Answer, Verdict, input};

/// The most bytes that a role spec may have.
const MOST_BYTES: usize = 4 * 1024 * 1024;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit lint my-role.yaml
  rolefit lint roles/*.yaml --deny-warnings
  rolefit lint my-role.yaml --format sarif > lint.sarif

Exit status: 0 no errors; 1 errors, or warnings with --deny-warnings; 2 a file cannot be read.")]
pub(crate) struct LintArgs {
    /// Role specs (.yaml); "-" for standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// End with 1 on warnings too
    #[arg(long)]
    deny_warnings: bool,
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = FindingsFormat::Table)]
    format: FindingsFormat,
}

pub(crate) fn run(args: &LintArgs) -> Result<Answer> {
    let catalogue = input::catalogue()?;
    let specs = args.files.iter().map(|file| read(file)).collect::<Result<Vec<_>>>()?;
    let found = lint_specs(&specs, &catalogue, &SampleLines::built_in()?);
    let verdict = if fails(&found, args.deny_warnings) { Verdict::Found } else { Verdict::Fine };
    Ok(Answer { verdict, ..Answer::from(args.format.write(&found)) })
}

fn fails(found: &Findings, deny_warnings: bool) -> bool {
    found.counts.errors > 0 || deny_warnings && found.counts.warnings > 0
}

fn read(file: &str) -> Result<SpecText> {
    let bytes = input::bytes(file, MOST_BYTES, "a role spec")?;
    if bytes.len() > MOST_BYTES {
        bail!("{file}: this file is larger than 4 MiB. A role spec has some kilobytes");
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SpecText { path: file.to_owned(), text }),
        Err(error) => bail!("{file}: byte {} is not UTF-8. Save it as UTF-8", error.utf8_error().valid_up_to() + 1),
    }
}
