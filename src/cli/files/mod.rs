//! Which files the arguments mean.

mod own;

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use globset::{Glob, GlobBuilder, GlobMatcher};

use self::own::{Skipped, skipped};
use super::input::because;
use super::output;

/// A file to read, or the reason why there is none.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    pub(crate) fault: Option<String>,
}

/// A file that is named once more.
#[derive(Debug)]
struct Repeated {
    path: PathBuf,
    /// The name under which it counts.
    first: PathBuf,
}

/// What folders hold: the files, and what was skipped in them.
#[derive(Default)]
struct Held {
    found: Vec<Found>,
    skipped: Vec<(Skipped, PathBuf)>,
}

/// The files that `paths` name: each file as it is, each folder with the files below it in the order of their names.
/// Hidden files, links, role specs and what this program wrote are left out in folders, so nothing outside a folder is read,
/// and neither a report nor a role is a resume. A file that is named twice counts once. What is skipped or counts once is said
/// on standard error, without names where pseudonyms stand for them.
pub(crate) fn find(paths: &[PathBuf], globs: &[String], pseudonyms: bool) -> Result<Vec<Found>> {
    let wanted = globs.iter().map(|pattern| Wanted::new(pattern)).collect::<Result<Vec<_>>>()?;
    let mut held = Held::default();
    for path in paths {
        if path.is_dir() {
            walk(path, &wanted, &mut held);
        } else {
            held.found.push(Found { path: path.clone(), fault: None });
        }
    }
    if let Some(told) = told(&held.skipped, pseudonyms) {
        output::note("skipped", &told);
    }
    let found = held.found;
    if found.is_empty() {
        let names = paths.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>().join(", ");
        let like = if globs.is_empty() { String::new() } else { format!(" like {}", globs.join(" or ")) };
        bail!(
            "{names}: there is no file{like} in it to read. Hidden files, links, role specs and what rolefit wrote do not count"
        );
    }
    let (once, repeated) = each_once(found);
    for repeated in &repeated {
        output::warning(&once_only(repeated, pseudonyms));
    }
    Ok(once)
}

/// "2 files that rolefit wrote (a.md, b.html), 1 role spec (c.yaml)".
fn told(skipped: &[(Skipped, PathBuf)], pseudonyms: bool) -> Option<String> {
    let kinds = [
        (Skipped::Written, "file that rolefit wrote", "files that rolefit wrote"),
        (Skipped::Spec, "role spec", "role specs"),
        (Skipped::Link, "link", "links"),
    ];
    let told = kinds.iter().filter_map(|(kind, one, many)| {
        let paths: Vec<&PathBuf> = skipped.iter().filter(|(why, _)| why == kind).map(|(_, path)| path).collect();
        let what = if paths.len() == 1 { one } else { many };
        let counted = format!("{} {what}", paths.len());
        (!paths.is_empty()).then(|| if pseudonyms { counted } else { format!("{counted} ({})", named(&paths)) })
    });
    let told = told.collect::<Vec<_>>().join(", ");
    (!told.is_empty()).then_some(told)
}

/// The first names, and how many more there are.
fn named(paths: &[&PathBuf]) -> String {
    const MOST: usize = 5;
    let mut names: Vec<String> = paths.iter().take(MOST).map(|path| path.display().to_string()).collect();
    if paths.len() > MOST {
        names.push(format!("{} more", paths.len() - MOST));
    }
    names.join(", ")
}

/// That a file counts once; under pseudonyms without its name.
fn once_only(repeated: &Repeated, pseudonyms: bool) -> String {
    let (path, first) = (repeated.path.display(), repeated.first.display());
    match () {
        () if pseudonyms => "a file is named twice, and counts once".to_owned(),
        () if repeated.path.as_os_str() == repeated.first.as_os_str() => {
            format!("{path}: this is named twice, and counts once")
        }
        () => format!("{path}: this is {first} once more, and counts once"),
    }
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

fn walk(folder: &Path, wanted: &[Wanted], held: &mut Held) {
    // The last is next, so that what stands in a folder comes where the folder would.
    let mut next = vec![(folder.to_path_buf(), Kind::Folder)];
    while let Some((path, kind)) = next.pop() {
        if kind != Kind::Folder {
            if wanted.is_empty() || wanted.iter().any(|pattern| pattern.is_met(&path, folder)) {
                match if kind == Kind::Link { Some(Skipped::Link) } else { skipped(&path) } {
                    Some(why) => held.skipped.push((why, path)),
                    None => held.found.push(Found { path, fault: None }),
                }
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
                held.found.push(Found { path, fault: Some(why) });
            }
        }
    }
}

/// What an entry of a folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    File,
    Link,
    Folder,
}

/// The files, links and folders in a folder, hidden ones and devices left out.
fn entries(folder: &Path) -> io::Result<Vec<(PathBuf, Kind)>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let is = entry.file_type()?;
        let kinds = [(is.is_file(), Kind::File), (is.is_symlink(), Kind::Link), (is.is_dir(), Kind::Folder)];
        let kind = kinds.into_iter().find(|(is, _)| *is).map(|(_, kind)| kind);
        let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
        if let Some(kind) = kind.filter(|_| !hidden) {
            entries.push((entry.path(), kind));
        }
    }
    Ok(entries)
}
