//! What lies beside resumes in a folder and is none.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use rolefit::config;

use crate::cli::input::is_role_spec;

/// Why a file of a folder is no resume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Skipped {
    /// This program's settings: what they are for is known, and nobody needs to be told.
    Settings,
    /// This program wrote it: a sheet, a report, a schema, a backup.
    Written,
    /// A role's spec.
    Spec,
    /// A link, which may lead out of the folder.
    Link,
}

/// Where in a file what this program wrote into it about itself stands, in bytes from either end.
const END: u64 = 1_024;

/// What stands in what this program writes, all of it, by the endings under which it is kept.
const WRITTEN: [(&str, &[&str]); 9] = [
    ("md", &["<!-- rolefit "]),
    ("html", &["<meta name=\"generator\" content=\"rolefit "]),
    ("json", &["\"matcher_version\":"]),
    ("jsonl", &["\"matcher_version\":"]),
    ("json", &["\"name\": \"rolefit\""]),
    ("json", &["\"$defs\": {"]),
    ("csv", &["path,kpis_covered,"]),
    ("xml", &["<testsuites name=\"rolefit\""]),
    ("txt", &["\nKPIs ", " evidenced, ", " strong\n"]),
];

/// Why the file at `path` is no resume, if it is none. Whoever names such a file means it; in a folder it lies beside the
/// resumes.
pub(super) fn skipped(path: &Path) -> Option<Skipped> {
    if path.file_name().is_some_and(|name| name == config::FILE_NAME) {
        return Some(Skipped::Settings);
    }
    let ending = path.extension().unwrap_or_default();
    if ending == "yaml" || ending == "yml" {
        return is_role_spec(path).then_some(Skipped::Spec);
    }
    (ending == "bak" || ending == "sarif" || is_written(path)).then_some(Skipped::Written)
}

fn is_written(path: &Path) -> bool {
    let ending = path.extension().unwrap_or_default();
    let mut marks = WRITTEN.iter().filter(|(kind, _)| ending == *kind).peekable();
    if marks.peek().is_none() {
        return false;
    }
    let Ok((head, tail)) = ends(path) else { return false };
    marks.any(|(kind, marks)| match *kind {
        // A resume may hold a comment for this program, and then not at its very beginning or end.
        "md" => marks.iter().any(|mark| head.starts_with(mark) || last_line(&tail).starts_with(mark)),
        _ => marks.iter().all(|mark| head.contains(mark)),
    })
}

/// How the file at `path` begins and ends.
fn ends(path: &Path) -> io::Result<(String, String)> {
    let mut file = File::open(path)?;
    let from = file.metadata()?.len().saturating_sub(END);
    let mut part = |from| -> io::Result<String> {
        let mut bytes = Vec::new();
        file.seek(SeekFrom::Start(from))?;
        (&mut file).take(END).read_to_end(&mut bytes)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    };
    Ok((part(0)?, part(from)?))
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().next_back().unwrap_or_default()
}
