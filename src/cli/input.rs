//! Reads what the arguments name.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use anyhow::Result;
use rolefit::report::ResumeFormat;
use rolefit::resume::{self, MOST_BYTES, ReadError, Resume};

use super::args::ResumeArg;

/// Why a file gave no resume.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unreadable {
    #[error("{name}: {why}")]
    File { name: String, why: String },
    #[error(transparent)]
    Content(#[from] ReadError),
}

impl Unreadable {
    /// The message without the file's name.
    pub(crate) fn reason(&self) -> String {
        match self {
            Self::File { why, .. } => why.clone(),
            Self::Content(error) => error.reason(),
        }
    }
}

/// Reads the resume.
pub(crate) fn resume(arg: &ResumeArg) -> Result<Resume> {
    Ok(resume_called(&arg.resume, Path::new(&arg.resume), arg.input_format)?)
}

/// Reads the resume at `path`, to be called `name`.
pub(crate) fn resume_called(name: &str, path: &Path, format: Option<ResumeFormat>) -> Result<Resume, Unreadable> {
    let bytes = read(path).map_err(|error| Unreadable::File { name: name.to_owned(), why: because(&error) })?;
    Ok(resume::read_called(name, &path.to_string_lossy(), &bytes, format)?)
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    // One byte above the limit is enough to see that a file is too large.
    let most = MOST_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// What an error of the file system means, and what to do.
pub(crate) fn because(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file. Name a resume's file, or \"-\" for standard input".to_owned(),
        ErrorKind::IsADirectory => "this is a folder. Name a resume's file in it".to_owned(),
        ErrorKind::PermissionDenied => "this file may not be read. Change its permissions".to_owned(),
        _ => format!("this file cannot be read: {error}"),
    }
}
