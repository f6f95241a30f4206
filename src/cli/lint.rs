use std::path::Path;

use anyhow::Result;
use rolefit::import::reads_like_posting;
use rolefit::lint::SampleLines;
use rolefit::report::{Failure, Finding, Findings, SpecText, lint_specs};
use rolefit::resume::reads_like_resume;

use super::findings::FindingsFormat;
use super::settings::typed;
use super::{Answer, Verdict, input, output};

/// The most bytes that a role spec may have.
const MOST_BYTES: usize = 4 * 1024 * 1024;

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit lint my-role.yaml
  rolefit lint roles/*.yaml --deny-warnings
  rolefit lint my-role.yaml --format sarif > lint.sarif

A file that cannot be read is reported, and the others go on.

Exit status: 0 no errors; 1 errors, or warnings with --deny-warnings; 2 a file
cannot be read.")]
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
    let (mut specs, mut unread) = (Vec::new(), Vec::new());
    for file in &args.files {
        match read(file) {
            Ok(spec) => specs.push(spec),
            Err(error) if args.files.len() == 1 => return Err(error.into()),
            Err(Unreadable { reason, .. }) => {
                output::unread(file, &reason);
                unread.push(Finding::from(&Failure { path: file.clone(), reason }));
            }
        }
    }
    let failed = !unread.is_empty();
    let found = lint_specs(&specs, &catalogue, &SampleLines::built_in()?);
    let found = Findings::together([found, Findings::new(unread, Vec::new(), Vec::new())]);
    let verdict = match fails(&found, args.deny_warnings) {
        _ if failed => Verdict::Failed,
        true => Verdict::Found,
        false => Verdict::Fine,
    };
    Ok(Answer { verdict, ..Answer::from(args.format.write(&found)) })
}

fn fails(found: &Findings, deny_warnings: bool) -> bool {
    found.counts.errors > 0 || deny_warnings && found.counts.warnings > 0
}

/// Why a file gave no spec to lint.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {reason}")]
struct Unreadable {
    file: String,
    reason: String,
}

/// What the file is instead of a role spec, and what to do with it, as far as that can be told.
fn is_other(file: &str, bytes: &[u8]) -> Option<String> {
    let path = Path::new(file);
    if !path.is_file() || input::reads_like_spec(path) {
        return None;
    }
    if reads_like_resume(file, bytes) {
        return Some(format!(
            "this reads like a resume, and `lint` is for role specs. What is to be said of its wording:\n  rolefit advise {}",
            typed(file)
        ));
    }
    let what = if reads_like_posting(file, bytes) {
        "this reads like a job posting or a role page, and is"
    } else {
        "this is"
    };
    Some(format!(
        "{what} no role spec (YAML). What makes one of a posting or a role page:\n  rolefit import {} -o my-role.yaml",
        typed(file)
    ))
}

fn read(file: &str) -> Result<SpecText, Unreadable> {
    let unreadable = |reason| Unreadable { file: file.to_owned(), reason };
    let bytes = input::bytes_or_reason(file, MOST_BYTES, "a role spec").map_err(unreadable)?;
    if bytes.len() > MOST_BYTES {
        return Err(unreadable("this file is larger than 4 MiB. A role spec has some kilobytes".to_owned()));
    }
    if let Some(other) = is_other(file, &bytes) {
        return Err(unreadable(other));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(SpecText { path: file.to_owned(), text }),
        Err(error) => {
            Err(unreadable(format!("byte {} is not UTF-8. Save it as UTF-8", error.utf8_error().valid_up_to() + 1)))
        }
    }
}
