//! Reads what the arguments name.

use std::fs::File;
use std::io::{self, ErrorKind, Read};

use anyhow::{Result, anyhow};
use rolefit::resume::{self, MOST_BYTES, Resume};

use super::args::ResumeArg;

/// Reads the resume.
pub(crate) fn resume(arg: &ResumeArg) -> Result<Resume> {
    let bytes = bytes(&arg.resume, MOST_BYTES, "a resume's file")?;
    Ok(resume::read(&arg.resume, &bytes, arg.input_format)?)
}

/// The bytes of the file `path`, or of standard input for "-"; `what` belongs there. One byte above `most` at most:
/// enough to see that a file is too large.
pub(crate) fn bytes(path: &str, most: usize, what: &str) -> Result<Vec<u8>> {
    read(path, most as u64 + 1).map_err(|error| anyhow!("{path}: {}", because(&error, what)))
}

fn read(path: &str, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path == "-" {
        io::stdin().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

fn because(error: &io::Error, what: &str) -> String {
    match error.kind() {
        ErrorKind::NotFound => format!("there is no such file. Name {what}, or \"-\" for standard input"),
        ErrorKind::IsADirectory => format!("this is a folder. Name {what} in it"),
        ErrorKind::PermissionDenied => "this file may not be read. Change its permissions".to_owned(),
        _ => format!("this file cannot be read: {error}"),
    }
}
