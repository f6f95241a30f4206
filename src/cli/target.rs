//! The file that a command writes: replaced only when that was asked for, and never seen half written.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The output file, in every command that can write one.
#[derive(Debug, clap::Args)]
pub(crate) struct OutputArg {
    /// Write to this file and not to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the output file where there is one
    #[arg(long, requires = "output")]
    force: bool,
}

impl OutputArg {
    /// The file to write, if one was named; asked for before the work, so that nothing is worked out in vain.
    /// `sources` are the files that are read: none of them may be the target.
    pub(crate) fn target(&self, sources: &[&str]) -> Result<Option<Target<'_>>> {
        self.output.as_deref().map(|path| Target::new(path, self.force, sources)).transpose()
    }
}

/// A file that may be written.
pub(crate) struct Target<'p> {
    path: &'p Path,
}

impl<'p> Target<'p> {
    /// `path` as a target. A folder, one of the `sources`, and without `force` any file that is there, are errors.
    pub(crate) fn new(path: &'p Path, force: bool, sources: &[&str]) -> Result<Self> {
        let name = path.display();
        if path.is_dir() {
            bail!("{name}: this is a folder. Name a file in it");
        }
        let same = |path: &Path| path.canonicalize().ok();
        let own = same(path);
        if own.is_some() && sources.iter().any(|source| same(Path::new(source)) == own) {
            bail!("{name}: this is the file to be read. Name another to write to");
        }
        if !force && path.symlink_metadata().is_ok() {
            bail!("{name}: there is such a file. Name another, or say --force to replace it");
        }
        Ok(Self { path })
    }

    /// The file's name for messages.
    pub(crate) fn name(&self) -> std::path::Display<'p> {
        self.path.display()
    }

    /// Writes `text`: to a file beside the target, which then takes its name, so that whatever happens the old file or
    /// the new one is there, whole.
    pub(crate) fn write(&self, text: &str) -> Result<()> {
        replace(self.path, text).with_context(|| format!("{}: this file cannot be written", self.name()))
    }
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
    let written = fill(&mut file, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // What went wrong first is what is told.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn fill(file: &mut File, text: &str) -> io::Result<()> {
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
