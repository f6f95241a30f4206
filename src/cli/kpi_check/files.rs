//! Which files the arguments mean.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use globset::{Glob, GlobBuilder, GlobMatcher};
use rolefit::config;

use crate::cli::input::{because, is_role_spec};

/// A file to read, or the reason why there is none.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) path: PathBuf,
    pub(super) fault: Option<String>,
}

/// A file that is named once more.
#[derive(Debug)]
pub(super) struct Repeated {
    pub(super) path: PathBuf,
    /// The name under which it counts.
    pub(super) first: PathBuf,
}

/// The files that `paths` name: each file as it is, each folder with the files below it in the order of their names.
/// Hidden files, links, role specs and what this program wrote are left out in folders, so nothing outside a folder is read,
/// and neither a report nor a role is a resume. A file that is named twice counts once; the repetitions come beside the files.
pub(super) fn find(paths: &[PathBuf], globs: &[String]) -> Result<(Vec<Found>, Vec<Repeated>)> {
    let wanted = globs.iter().map(|pattern| Wanted::new(pattern)).collect::<Result<Vec<_>>>()?;
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, &wanted, &mut found);
        } else {
            found.push(Found { path: path.clone(), fault: None });
        }
    }
    if found.is_empty() {
        let names = paths.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>().join(", ");
        let like = if globs.is_empty() { String::new() } else { format!(" like {}", globs.join(" or ")) };
        bail!("{names}: there is no file{like} in it to read. Hidden files, links and role specs do not count");
    }
    Ok(each_once(found))
}

/// The files without those that are there already, under the same name or another, and these with the name that counts.
fn each_once(found: Vec<Found>) -> (Vec<Found>, Vec<Repeated>) {
    let mut counted: HashMap<PathBuf, PathBuf> = HashMap::new();
    let (mut once, mut repeated) = (Vec::new(), Vec::new());
    for file in found {
        let place = file.path.canonicalize().unwrap_or_else(|_| file.path.clone());
        if let Some(first) = counted.get(&place) {
            repeated.push(Repeated { path: file.path, first: first.clone() });
        } else {
            counted.insert(place, file.path.clone());
            once.push(file);
        }
    }
    (once, repeated)
}

/// A pattern of `--glob`.
struct Wanted {
    glob: GlobMatcher,
    whole_path: bool,
}

impl Wanted {
    fn new(pattern: &str) -> Result<Self> {
        let glob: Glob = GlobBuilder::new(pattern)
            .literal_separator(true)
            .build()
            .with_context(|| format!("--glob '{pattern}' is no pattern"))?;
        Ok(Self { glob: glob.compile_matcher(), whole_path: pattern.contains('/') })
    }

    fn is_met(&self, path: &Path, folder: &Path) -> bool {
        if self.whole_path {
            return path.strip_prefix(folder).is_ok_and(|within| self.glob.is_match(within));
        }
        path.file_name().is_some_and(|name| self.glob.is_match(name))
    }
}

fn walk(folder: &Path, wanted: &[Wanted], found: &mut Vec<Found>) {
    // The last is next, so that what stands in a folder comes where the folder would.
    let mut next = vec![(folder.to_path_buf(), true)];
    while let Some((path, is_folder)) = next.pop() {
        if !is_folder {
            if !is_own(&path) && (wanted.is_empty() || wanted.iter().any(|pattern| pattern.is_met(&path, folder))) {
                found.push(Found { path, fault: None });
            }
            continue;
        }
        match entries(&path) {
            Ok(mut entries) => {
                entries.sort_unstable_by(|one, other| other.0.cmp(&one.0));
                next.append(&mut entries);
            }
            Err(error) => {
                let why = match error.kind() {
                    io::ErrorKind::PermissionDenied => because(&error, "a resume's file").replace("file", "folder"),
                    _ => format!("this folder cannot be read: {error}"),
                };
                found.push(Found { path, fault: Some(why) });
            }
        }
    }
}

/// Where in a file what this program wrote into it about itself stands, in bytes.
const HEAD: usize = 1_024;

/// What stands in the head of what this program writes, by the endings under which it is kept.
const WRITTEN: [(&str, &str); 8] = [
    ("md", "<!-- rolefit "),
    ("html", "<meta name=\"generator\" content=\"rolefit "),
    ("json", "\"matcher_version\":"),
    ("jsonl", "\"matcher_version\":"),
    ("json", "\"name\": \"rolefit\""),
    ("json", "\"$defs\": {"),
    ("csv", "path,kpis_covered,"),
    ("xml", "<testsuites name=\"rolefit\""),
];

/// Whether a file is no resume but one of this program's own: its settings, a backup, a sheet, a report, a role spec.
/// Whoever names such a file means it; in a folder it lies beside the resumes.
fn is_own(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    if path.file_name().is_some_and(|name| name == config::FILE_NAME) || ending == "bak" || ending == "sarif" {
        return true;
    }
    if ending == "yaml" || ending == "yml" {
        return is_role_spec(path);
    }
    let mut marks = WRITTEN.iter().filter(|(kind, _)| ending == *kind).peekable();
    if marks.peek().is_none() {
        return false;
    }
    let mut head = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    let head = String::from_utf8_lossy(&head);
    read.is_ok() && marks.any(|(kind, mark)| if *kind == "md" { head.starts_with(mark) } else { head.contains(mark) })
}

/// The files and folders in a folder, hidden ones, links and devices left out; `true` marks a folder.
fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, bool)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let kind = entry.file_type()?;
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if !hidden && (kind.is_file() || kind.is_dir()) {
            entries.push((entry.path(), kind.is_dir()));
        }
    }
    Ok(entries)
}
