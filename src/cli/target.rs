//! The file that a command writes: replaced only when that was asked for, and never seen half written.
//!
//! The new text goes to a file of its own in the same folder, is brought to the disk, and takes the target's name: at
//! any moment the old file or the new one is there, whole. A file that is replaced keeps its permissions; where the name
//! is a link, the file it leads to is replaced and the link stays. A run that is killed can leave a hidden
//! `.rolefit-….new` behind, which nothing reads.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use rolefit::render::plain;

/// The output file, in every command that can write one.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct OutputArg {
    /// Write to this file and not to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the output file where there is one
    #[arg(long, requires = "output")]
    force: bool,
}

/// Endings of file names, and the format that each asks for.
const ENDINGS: [(&str, &str); 9] = [
    ("html", "html"),
    ("htm", "html"),
    ("json", "json"),
    ("jsonl", "jsonl"),
    ("csv", "csv"),
    ("md", "markdown"),
    ("markdown", "markdown"),
    ("sarif", "sarif"),
    ("xml", "junit"),
];

/// Endings of files that are not written, the formats that come nearest, best first, and what takes those.
const NOT_WRITTEN: [(&[&str], &[&str], &str); 3] = [
    (&["pdf"], &["html", "md"], "which can be printed to PDF"),
    (&["docx", "doc", "odt", "rtf"], &["html", "md"], "which word processors open"),
    (&["xlsx", "xls", "ods"], &["csv", "json"], "which spreadsheets open"),
];

/// The format, by its name, that a file's name asks for; none where it says nothing.
pub(crate) fn format_of(path: &Path) -> Option<&'static str> {
    let ending = path.extension()?;
    ENDINGS.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map(|(_, format)| *format)
}

impl OutputArg {
    /// The format to write in: that of `--format`, else that of the output file's name, else `usual`.
    pub(crate) fn format_or<F: ValueEnum>(&self, asked: Option<F>, usual: F) -> Result<F> {
        Ok(match asked {
            Some(asked) => asked,
            None => self.format()?.unwrap_or(usual),
        })
    }

    /// The format that the output file's name asks for, where there is no `--format`; none where it says nothing. A name
    /// that asks for what is not written is an error.
    fn format<F: ValueEnum>(&self) -> Result<Option<F>> {
        let Some(path) = &self.output else { return Ok(None) };
        let known = |name: &str| F::from_str(name, true).ok();
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
        let format = format_of(path);
        if let Some(found) = format.and_then(known) {
            return Ok(Some(found));
        }
        let not_written = NOT_WRITTEN.iter().find(|(endings, ..)| endings.contains(&ending.as_str()));
        let (instead, takes): (&[&str], _) = match (format, not_written) {
            (_, Some((_, instead, takes))) => (instead, format!(", {takes}")),
            (Some(_), None) => (&["md", "json"], String::new()),
            (None, None) => return Ok(None),
        };
        let near = instead
            .iter()
            .find(|ending| format_of(&path.with_extension(ending)).is_some_and(|name| known(name).is_some()));
        let mend = near.map(|ending| format!(". Name {}{takes}", path.with_extension(ending).display()));
        bail!(
            "{}: no .{ending} is written here{}, or say by --format what to write",
            path.display(),
            mend.unwrap_or_default()
        );
    }

    /// The file that is there and would have to be replaced, though nobody said so.
    pub(crate) fn in_the_way(&self) -> Option<&Path> {
        self.output.as_deref().filter(|path| !self.force && path.is_file())
    }

    /// The file to write, if one was named; asked for before the work, so that nothing is worked out in vain.
    /// `sources` are the files that are read: none of them may be the target.
    pub(crate) fn target<S: AsRef<Path>>(&self, sources: &[S]) -> Result<Option<Target<'_>>> {
        self.output.as_deref().map(|path| Target::new(path, self.force, sources)).transpose()
    }
}

/// A file that may be written.
#[derive(Clone)]
pub(crate) struct Target<'p> {
    /// As it was named.
    path: &'p Path,
    /// What is replaced, if anything is.
    old: Option<Old>,
}

/// A file that is there and may be replaced.
#[derive(Clone)]
struct Old {
    /// Where it is, links followed.
    path: PathBuf,
    permissions: Permissions,
}

impl<'p> Target<'p> {
    /// `path` as a target. A folder, a device, a write-protected file, one of the `sources`, and without `force` any
    /// file that is there, are errors.
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
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
            bail!("{name}: there is no folder {}. Make it first, or name a file in another", folder.display());
        }
        if path.symlink_metadata().is_err() {
            return Ok(Self { path, old: None });
        }
        if !force {
            bail!("{name}: there is such a file. Name another, or say --force to replace it");
        }
        Ok(Self { path, old: Some(Old::new(path)?) })
    }

    /// The file's name for messages, safe for a terminal.
    pub(crate) fn name(&self) -> String {
        plain(&self.path.to_string_lossy())
    }

    /// Writes `text`, whole.
    pub(crate) fn write(&self, text: &str) -> Result<()> {
        let mut draft = self.draft()?;
        draft.add(text)?;
        draft.finish()
    }

    /// Begins to write: to a file beside the target, which takes its name when all is written.
    pub(crate) fn draft(&self) -> Result<Draft<'p>> {
        let real = self.old.as_ref().map_or(self.path, |old| &old.path);
        let opened = open_beside(real, self.old.is_some());
        let (beside, file) = opened.with_context(|| unwritable(self.path))?;
        Ok(Draft { target: self.clone(), beside, named: false, file: BufWriter::new(file) })
    }
}

impl Old {
    fn new(path: &Path) -> Result<Self> {
        let name = path.display();
        let real = path.canonicalize().with_context(|| format!("{name}: this link leads nowhere. Take it away"))?;
        let found = real.metadata().with_context(|| format!("{name}: this file cannot be replaced"))?;
        if !found.is_file() {
            bail!("{name}: this is no ordinary file. Leave --output out to write to standard output");
        }
        if found.permissions().readonly() {
            bail!("{name}: this file is write-protected. Change its permissions, or name another");
        }
        Ok(Self { path: real, permissions: found.permissions() })
    }
}

/// A file that is being written. One that is dropped before it is finished leaves nothing behind.
pub(crate) struct Draft<'p> {
    target: Target<'p>,
    beside: PathBuf,
    /// It has no other name any more than the target's.
    named: bool,
    file: BufWriter<File>,
}

impl Draft<'_> {
    /// Writes `text` behind what is there.
    pub(crate) fn add(&mut self, text: &str) -> Result<()> {
        self.file.write_all(text.as_bytes()).with_context(|| unwritable(self.target.path))
    }

    /// Gives the file its name.
    pub(crate) fn finish(mut self) -> Result<()> {
        let path = self.target.path;
        self.settle().with_context(|| unwritable(path))
    }

    fn settle(&mut self) -> io::Result<()> {
        self.file.flush()?;
        let file = self.file.get_ref();
        let Some(old) = self.target.old.clone() else {
            file.sync_all()?;
            self.take_free_name()?;
            to_disk(self.target.path);
            return Ok(());
        };
        file.set_permissions(old.permissions)?;
        file.sync_all()?;
        self.take_name(&old.path)?;
        to_disk(&old.path);
        Ok(())
    }

    fn take_name(&mut self, name: &Path) -> io::Result<()> {
        fs::rename(&self.beside, name)?;
        self.named = true;
        Ok(())
    }

    /// Takes the target's name unless a file came there in the meantime: a second name can be given to a file only where
    /// none is. Where files cannot have two names, it is looked for once more.
    fn take_free_name(&mut self) -> io::Result<()> {
        let name = self.target.path;
        match fs::hard_link(&self.beside, name) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists && name.symlink_metadata().is_err() => {
                self.take_name(name)
            }
            linked => linked,
        }
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if !self.named {
            // What went wrong first is what is told.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Opens a new file in the folder of `target`. What an earlier run left behind keeps its name and is never written to.
/// Whoever may not read a file that is replaced may not read a `private` one.
fn open_beside(target: &Path, private: bool) -> io::Result<(PathBuf, File)> {
    const MOST_LEFT: u32 = 100;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    if private {
        keep_private(&mut options);
    }
    let mut number = 0;
    loop {
        let path = target.with_file_name(format!(".rolefit-{}-{number}.new", std::process::id()));
        match options.open(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && number < MOST_LEFT => number += 1,
            opened => return opened.map(|file| (path, file)),
        }
    }
}

#[cfg(unix)]
fn keep_private(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

#[cfg(not(unix))]
fn keep_private(_: &mut OpenOptions) {}

/// Brings the folder's list of names to the disk. Some systems cannot; the file itself is there already.
fn to_disk(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}

fn unwritable(path: &Path) -> String {
    format!("{}: this file cannot be written", path.display())
}

/// A file of the user's that is brought up to date: nothing in it is lost, and what it was stays beside it.
pub(crate) struct Updated {
    path: PathBuf,
    old: String,
}

/// What became of a file.
pub(crate) enum Saved {
    /// It was not there before.
    New,
    /// It holds what it held.
    Unchanged,
    /// It was written; what it held stands in this file.
    Changed(PathBuf),
}

/// What every sheet has in it.
const SHEET: &str = "<!-- rolefit ";

impl Updated {
    /// The file at `path`, which need not be there yet. A folder, one of the `sources` that are read, and what is no
    /// UTF-8 are errors.
    pub(crate) fn open(path: &Path, sources: &[&str]) -> Result<Self> {
        // Beside a link's file, not beside the link, its backup stands; any other file keeps the name that was typed.
        let path = if path.is_symlink() { path.canonicalize() } else { Ok(path.to_owned()) };
        let path = path.context("this link leads nowhere. Take it away")?;
        let name = path.display().to_string();
        Target::new(&path, true, sources)?;
        let bytes = match fs::read(&path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            read => read.with_context(|| format!("{name}: this file cannot be read"))?,
        };
        let Ok(old) = String::from_utf8(bytes) else { bail!("{name}: this is no UTF-8 text. Save it as UTF-8") };
        Ok(Self { path, old })
    }

    /// What the file holds; nothing where it is not there yet.
    pub(crate) fn old(&self) -> &str {
        &self.old
    }

    /// Writes `text`, and what the file held to a file beside it.
    pub(crate) fn save(&self, text: &str) -> Result<Saved> {
        if text == self.old && self.path.exists() {
            return Ok(Saved::Unchanged);
        }
        let target = Target::new::<&Path>(&self.path, true, &[])?;
        if self.old.is_empty() {
            target.write(text)?;
            return Ok(Saved::New);
        }
        let backup = self.backup()?;
        Target::new::<&Path>(&backup, true, &[])?.write(&self.old)?;
        target.write(text)?;
        Ok(Saved::Changed(backup))
    }

    /// Writes `text` once more in a run that has saved before: what stands beside the file stays what it was before.
    pub(crate) fn save_again(&self, text: &str) -> Result<()> {
        if text == self.old {
            return Ok(());
        }
        Target::new::<&Path>(&self.path, true, &[])?.write(text)
    }

    /// Where what the file held is written. A file of that name which `rolefit` did not write is an error.
    pub(crate) fn backup(&self) -> Result<PathBuf> {
        let mut name = self.path.file_name().unwrap_or_default().to_owned();
        name.push(".bak");
        let backup = self.path.with_file_name(name);
        if fs::read(&backup).is_ok_and(|held| !String::from_utf8_lossy(&held).contains(SHEET)) {
            bail!("{}: `rolefit` did not write this file, and needs its name. Move it away", backup.display());
        }
        Ok(backup)
    }
}
