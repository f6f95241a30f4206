//! Reads what the arguments name.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use etcetera::BaseStrategy;
use rayon::prelude::*;
use rolefit::import::reads_like_posting;
use rolefit::matching::{MOST_WORDS, is_cut};
use rolefit::report::ResumeFormat;
use rolefit::resume::{self, MOST_BYTES, ReadError, Resume, has_dated_job, same_tag};
use rolefit::role::{Catalogue, FindError, Role, RoleSummary, nearest};

use super::args::TagArg;
use super::output;
use super::settings::typed;

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

/// The variable that names the folder of the user's own roles.
const ROLES_VARIABLE: &str = "ROLEFIT_ROLES";

/// The roles that can be named: the built-in ones, and those of the user's folder.
pub(crate) fn catalogue() -> Result<Catalogue> {
    if let Some(named) = std::env::var_os(ROLES_VARIABLE) {
        if named.is_empty() {
            return Ok(Catalogue::built_in());
        }
        let mend = format!("{ROLES_VARIABLE} names it as the folder of your own roles: mend that, or unset it");
        return Catalogue::with_folder(Path::new(&named)).map_err(|error| anyhow!("{error}. {mend}"));
    }
    match usual_folder().filter(|folder| folder.is_dir()) {
        Some(folder) => Ok(Catalogue::with_folder(&folder)?),
        None => Ok(Catalogue::built_in()),
    }
}

/// Where this platform keeps a program's data. Without a home, the user has no roles of their own.
fn usual_folder() -> Option<PathBuf> {
    let platform = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(platform.data_dir().join("rolefit").join("roles"))
}

/// Finds the role of this name, or at this path.
pub(crate) fn find_role(name: &str) -> Result<Role> {
    let found = catalogue()?.find(name);
    let faulty = matches!(&found, Err(FindError::Spec(_) | FindError::Unreadable { .. }));
    if faulty && Path::new(name).is_file() && !reads_like_spec(Path::new(name)) {
        bail!("{name}: this is no role spec, and ROLE belongs here: an id, a title or an alias (`rolefit roles`)");
    }
    Ok(found?)
}

/// The keys of which one begins a role spec.
const SPEC_KEYS: [&str; 5] = ["title:", "extends:", "aliases:", "function:", "about:"];

/// What a file begins with; empty where it cannot be read.
fn beginning(path: &Path) -> String {
    const MOST: u64 = 64 * 1024;
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(MOST).read_to_end(&mut bytes));
    if read.is_ok() { String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').to_owned() } else { String::new() }
}

/// Whether the YAML file at `path` is a role spec, with faults or without, and no resume.
pub(crate) fn is_role_spec(path: &Path) -> bool {
    let text = beginning(path);
    !is_rendercv(&text) && text.lines().any(|line| SPEC_KEYS.iter().any(|key| line.starts_with(key)))
}

/// Whether a YAML file's text is a resume's: that is how one of `RenderCV` begins.
fn is_rendercv(text: &str) -> bool {
    text.lines().any(|line| line.starts_with("cv:"))
}

/// Whether the file at `path` may be meant as a role spec, with faults or without.
pub(crate) fn reads_like_spec(path: &Path) -> bool {
    let text = beginning(path);
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("yaml") || ending.eq_ignore_ascii_case("yml"))
    {
        return !is_rendercv(&text);
    }
    let first = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'));
    first.is_some_and(|first| SPEC_KEYS.iter().any(|key| first.starts_with(key)))
}

/// What a list says of every role: for completions, which must not fail.
pub(crate) fn known_roles() -> Vec<RoleSummary> {
    catalogue().unwrap_or_default().roles()
}

/// The role that `name` names, if it names one.
pub(crate) fn role_called(name: &str) -> Option<Role> {
    catalogue().ok()?.find(name).ok()
}

/// Reads every role that can be read, by id.
pub(crate) fn every_role() -> Result<Vec<Role>> {
    let catalogue = catalogue()?;
    Ok(catalogue.roles().par_iter().map(|role| catalogue.find(&role.id)).collect::<Result<_, _>>()?)
}

/// The resume for the targets that are asked for. One that no line is meant for is an error; a resume that is not in English
/// is warned of.
pub(crate) fn for_targets(resume: Resume, arg: &TagArg) -> Result<Resume> {
    for doubt in doubts_of_lines(&resume) {
        output::warning(&doubt);
    }
    let known = resume.tags();
    if let Some(strange) = arg.tags.iter().find(|tag| !known.iter().any(|known| same_tag(known, tag))) {
        let mend = match nearest(strange, known.iter().copied()) {
            Some(tag) => format!("Did you mean \"{tag}\"?"),
            None if known.is_empty() => "No line has a tag: put {.TAG} at the end of those for one target".to_owned(),
            None => format!("Its tags are: {}", known.join(", ")),
        };
        bail!("{}: no line has the tag \"{strange}\". {mend}", resume.path);
    }
    Ok(resume.for_targets(&arg.tags))
}

/// What is doubtful about a resume's lines: that they are in another language, or go on beyond what is judged.
pub(crate) fn doubts_of_lines(resume: &Resume) -> Vec<String> {
    let foreign = resume.foreign_language().map(|language| {
        format!(
            "{}: this reads like {language}. Roles and rules are in English, and little will be found: give an English version",
            resume.path
        )
    });
    foreign.into_iter().chain(long_lines(resume)).collect()
}

/// Where a line goes on beyond what is judged.
fn long_lines(resume: &Resume) -> Option<String> {
    let mut long = resume.accomplishments().filter(|line| is_cut(&line.text));
    let first = long.next()?;
    let place = &first.place;
    let others = match long.count() {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    Some(format!(
        "{}:{}:{}: this line{others} has more than {MOST_WORDS} words, of which the first {MOST_WORDS} are judged: make several \
         lines of it",
        resume.path, place.line, place.column
    ))
}

/// How a sheet begins.
const SHEET: &[u8] = b"<!-- rolefit ";

/// Reads the resume at `path`, to be called `name`. What it may be instead is warned of.
pub(crate) fn resume_called(name: &str, path: &Path, format: Option<ResumeFormat>) -> Result<Resume, Unreadable> {
    let (resume, doubts) = doubtful_resume(name, path, format)?;
    for doubt in doubts {
        output::warning(&doubt);
    }
    Ok(resume)
}

/// Reads the resume at `path`, to be called `name`, with what it may be instead.
pub(crate) fn doubtful_resume(
    name: &str,
    path: &Path,
    format: Option<ResumeFormat>,
) -> Result<(Resume, Vec<String>), Unreadable> {
    let unreadable = |error: io::Error| {
        let is_role = error.kind() == ErrorKind::NotFound && role_called(name).is_some();
        let why = if is_role {
            "this is a role, and a resume's file belongs here".to_owned()
        } else if is_address(name) {
            format!("{NOTHING_FETCHED}, and name the file")
        } else {
            because(&error, "a resume's file")
        };
        Unreadable::File { name: name.to_owned(), why }
    };
    let bytes = read(path, MOST_BYTES).map_err(unreadable)?;
    let resume = resume::read_called(name, &path.to_string_lossy(), &bytes, format)?;
    let mut doubts = Vec::new();
    if bytes.starts_with(SHEET) {
        doubts.push(format!("{name}: this is a sheet of `rolefit draft` with its slots, and no resume"));
    } else if may_be_posting(&resume) && reads_like_posting(name, &bytes) {
        doubts.push(format!(
            "{name}: this reads like a job posting, and no resume. `rolefit import` makes a role of it:\n  \
             rolefit import {} -o my-role.yaml",
            typed(name)
        ));
    }
    Ok((resume, doubts))
}

/// Whether nothing in it says that it is a resume, and it is of a format that postings have.
fn may_be_posting(resume: &Resume) -> bool {
    matches!(resume.format, ResumeFormat::Text | ResumeFormat::Markdown | ResumeFormat::Html) && !has_dated_job(resume)
}

/// The bytes of the file `path`, or of standard input for "-"; `what` belongs there.
pub(crate) fn bytes(path: &str, most: usize, what: &str) -> Result<Vec<u8>> {
    bytes_or_reason(path, most, what).map_err(|reason| anyhow!("{path}: {reason}"))
}

/// The same, with the reason without the file's name.
pub(crate) fn bytes_or_reason(path: &str, most: usize, what: &str) -> Result<Vec<u8>, String> {
    read(Path::new(path), most).map_err(|error| because(&error, what))
}

fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    // One byte above the limit is enough to see that a file is too large.
    let most = most as u64 + 1;
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        io::stdin().take(most).read_to_end(&mut bytes)?;
    } else {
        File::open(path)?.take(most).read_to_end(&mut bytes)?;
    }
    Ok(bytes)
}

/// What is said where an address of the web stands in a file's place.
pub(crate) const NOTHING_FETCHED: &str =
    "this is an address, and rolefit fetches nothing. Open it in a browser, save the page (Ctrl+S, as HTML or text)";

/// Whether `name` is an address of the web.
pub(crate) fn is_address(name: &str) -> bool {
    let name = name.to_lowercase();
    ["http://", "https://", "www."].iter().any(|start| name.starts_with(start))
}

/// What an error of the file system means, and what to do.
pub(crate) fn because(error: &io::Error, what: &str) -> String {
    match error.kind() {
        ErrorKind::NotFound => format!("there is no such file. Name {what}, or \"-\" for standard input"),
        ErrorKind::IsADirectory => format!("this is a folder. Name {what} in it"),
        ErrorKind::PermissionDenied => "this file may not be read. Change its permissions".to_owned(),
        _ => format!("this file cannot be read: {error}"),
    }
}
