//! A folder of the user's own roles: one spec a file, found by the file's name. Nothing in it leads out of it.

use std::collections::HashMap;
use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Component, Path, PathBuf};

use crate::text::letters;

/// The most bytes that a role spec may have: 4 MiB, a hundred times the largest built-in one.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// A folder of roles that cannot be listed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path}: this folder of roles cannot be read: {why}")]
pub struct FolderError {
    /// The folder as it was named.
    pub path: String,
    /// Why.
    pub why: String,
}

/// The spec files of a folder, by id; none of them is read yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Folder {
    pub(super) files: Vec<FolderFile>,
    /// The first file of each id, by the id's letters.
    by_id: HashMap<String, usize>,
    by_path: HashMap<PathBuf, usize>,
}

/// A spec file of the folder.
#[derive(Clone, Debug)]
pub(super) struct FolderFile {
    /// The file's name without its ending.
    pub(super) id: String,
    pub(super) path: PathBuf,
    /// Why it is not to be read.
    pub(super) fault: Option<String>,
}

fn because(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such folder".to_owned(),
        ErrorKind::NotADirectory => "it is a file".to_owned(),
        ErrorKind::PermissionDenied => "its permissions do not allow it".to_owned(),
        _ => error.to_string(),
    }
}

impl Folder {
    /// Lists the specs in `path`, but not those in folders within, nor hidden files.
    pub(super) fn list(path: &Path) -> Result<Self, FolderError> {
        let fault = |error: io::Error| FolderError { path: path.display().to_string(), why: because(&error) };
        let own = path.canonicalize().map_err(fault)?;
        let mut files = Vec::new();
        for entry in fs::read_dir(path).map_err(fault)? {
            let path = entry.map_err(fault)?.path();
            let id = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            if has_yaml_ending(&path) && !id.starts_with('.') && !path.is_dir() {
                let fault = check(&own, &path).err();
                files.push(FolderFile { id, path, fault });
            }
        }
        files.sort_by(|a, b| (&a.id, &a.path).cmp(&(&b.id, &b.path)));
        let by_id = mark_twins(&mut files);
        let by_path = files.iter().enumerate().map(|(at, file)| (file.path.clone(), at)).collect();
        Ok(Self { files, by_id, by_path })
    }

    /// The file of the role with this id.
    pub(super) fn with_id(&self, id: &str) -> Option<&FolderFile> {
        self.files.get(*self.by_id.get(&letters(id))?)
    }

    /// The file at `path`, by whatever way that leads to it.
    pub(super) fn at(&self, path: &Path) -> Option<&FolderFile> {
        if let Some(at) = self.by_path.get(path) {
            return self.files.get(*at);
        }
        let real = path.canonicalize().ok()?;
        self.files.iter().find(|file| file.path.canonicalize().is_ok_and(|path| path == real))
    }
}

/// Whether a file's name ends as that of a spec.
pub(super) fn has_yaml_ending(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml)))
}

/// The file `name` of `folder`, or of a folder in it; never one outside, by whatever way.
pub(super) fn within(folder: &Path, name: &str) -> Result<PathBuf, String> {
    let stays = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !stays || name.contains('\\') {
        return Err("this leads out of the spec's folder".to_owned());
    }
    let path = folder.join(name);
    let own = folder.canonicalize().map_err(|error| error.to_string())?;
    check(&own, &path).map(|()| path)
}

/// Whether `path` is a file that lies in `folder`, a path without links.
fn check(folder: &Path, path: &Path) -> Result<(), String> {
    let real = path.canonicalize().map_err(|error| match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        _ => error.to_string(),
    })?;
    match () {
        () if !real.starts_with(folder) => Err("this is a link that leads out of its folder".to_owned()),
        () if !real.is_file() => Err("this is no file".to_owned()),
        () => Ok(()),
    }
}

/// Of files that give a role the same id, only the first counts: the places of those, by the id's letters.
fn mark_twins(files: &mut [FolderFile]) -> HashMap<String, usize> {
    let mut first: HashMap<String, usize> = HashMap::new();
    for at in 0..files.len() {
        let id = letters(&files[at].id);
        let Some(twin) = first.get(&id) else {
            first.insert(id, at);
            continue;
        };
        let name = files[*twin].path.file_name().unwrap_or_default().to_string_lossy();
        files[at].fault = Some(format!("{name} gives a role the same id. Rename one of them"));
    }
    first
}

/// The text of the spec at `path`, or why there is none.
pub(super) fn text(path: &Path) -> Result<String, io::Error> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(io::Error::new(ErrorKind::FileTooLarge, "it is larger than 4 MiB"));
    }
    String::from_utf8(bytes).map_err(|error| {
        let place = error.utf8_error().valid_up_to() + 1;
        io::Error::new(ErrorKind::InvalidData, format!("byte {place} is not UTF-8. Save it as UTF-8"))
    })
}
