//! Reads what the arguments name.

use std::fs::File;
use std::io::{self, ErrorKind, Read};

use anyhow::{Result, anyhow};
use rolefit::resume::{self, MOST_BYTES, Resume};

use super::args::ResumeArg;

/// Reads the resume.
pub(crate) fn resume(arg: &ResumeArg) -> Result<Resume> {
    let bytes = read(&arg.resume).map_err(|error| anyhow!("{}: {}", arg.resume, because(&error)))?;
    Ok(resume::read(&arg.resume, &bytes, arg.input_format)?)
}

fn read(path: &str) -> io::Result<Vec<u8>> {
    // One byte above the limit is enough to see that a file is too large.
    let most = MOST_BYTES as u64 + 1;
    let mut bytes = Vec::new();
    if path == "-" {
        io::stdin().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn because(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file. Name a resume's file, or \"-\" for standard input".to_owned(),
        ErrorKind::IsADirectory => "this is a folder. Name a resume's file in it".to_owned(),
        ErrorKind::PermissionDenied => "this file may not be read. Change its permissions".to_owned(),
        _ => format!("this file cannot be read: {error}"),
    }
}
