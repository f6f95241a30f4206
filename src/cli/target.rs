//! The file that a command writes: replaced only when that was asked for, and never seen half written.

use std::fs::{self, File, OpenOptions};
use std::io::{BufWriter, Write};
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
    pub(crate) fn target<S: AsRef<Path>>(&self, sources: &[S]) -> Result<Option<Target<'_>>> {
        self.output.as_deref().map(|path| Target::new(path, self.force, sources)).transpose()
    }
}

/// A file that may be written.
pub(crate) struct Target<'p> {
    path: &'p Path,
}

impl<'p> Target<'p> {
    /// `path` as a target. A folder, one of the `sources`, and without `force` any file that is there, are errors.
    pub(crate) fn new<S: AsRef<Path>>(path: &'p Path, force: bool, sources: &[S]) -> Result<Self> {
        let name = path.display();
        if path.is_dir() {
            bail!("{name}: this is a folder. Name a file in it");
        }
        let same = |path: &Path| path.canonicalize().ok();
        let own = same(path);
        if own.is_some() && sources.iter().any(|source| same(source.as_ref()) == own) {
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

    /// Writes `text`, whole.
    pub(crate) fn write(&self, text: &str) -> Result<()> {
        let mut draft = self.draft()?;
        draft.add(text)?;
        draft.finish()
    }

    /// Begins to write: to a file beside the target, which takes its name when all is written, so that whatever happens
    /// the old file or the new one is there, whole.
    pub(crate) fn draft(&self) -> Result<Draft<'p>> {
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = self.path.with_file_name(format!(".{name}.{}.new", std::process::id()));
        let file = OpenOptions::new().write(true).create_new(true).open(&beside);
        let file = file.with_context(|| unwritable(self.path))?;
        Ok(Draft { path: self.path, beside, file: BufWriter::new(file) })
    }
}

/// A file that is being written. One that is dropped before it is finished leaves nothing behind.
pub(crate) struct Draft<'p> {
    path: &'p Path,
    beside: PathBuf,
    file: BufWriter<File>,
}

impl Draft<'_> {
    /// Writes `text` behind what is there.
    pub(crate) fn add(&mut self, text: &str) -> Result<()> {
        self.file.write_all(text.as_bytes()).with_context(|| unwritable(self.path))
    }

    /// Gives the file its name.
    pub(crate) fn finish(mut self) -> Result<()> {
        let written = self.file.flush().and_then(|()| self.file.get_ref().sync_all());
        written.and_then(|()| fs::rename(&self.beside, self.path)).with_context(|| unwritable(self.path))
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        // A finished one has lost this name; of another, what went wrong first is what is told.
        let _ = fs::remove_file(&self.beside);
    }
}

fn unwritable(path: &Path) -> String {
    format!("{}: this file cannot be written", path.display())
}
