//! Why no role could be given.

use std::io::{self, ErrorKind};

use super::load::SpecError;

/// Why no role could be given.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// No role has that name.
    #[error(
        "no role is called \"{name}\"{}\n{}`rolefit roles` lists all {known}{}.\n\
         Or give the path of a role spec (.yaml); `rolefit import` makes one of a posting",
        meant(nearest).map_or_else(|| ", nor anything like it".to_owned(), |meant| format!("; {meant}")),
        unread_note(*unread),
        if nearest.is_empty() { ", and with --search WORD those that speak of it" } else { "" }
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// The ids of the roles with a name most like it, the likest first.
        nearest: Vec<String>,
        /// How many roles there are.
        known: usize,
        /// How many files of the user's folder could not be read.
        unread: usize,
    },
    /// There is no such file.
    #[error(
        "{path}: there is no such role spec. Give the path of a YAML file, or the name of a role (`rolefit roles`)"
    )]
    NoFile {
        /// The file as it was named.
        path: String,
    },
    /// The file could not be read.
    #[error("{path}: this role spec cannot be read: {why}")]
    Unreadable {
        /// The file as it was named.
        path: String,
        /// Why.
        why: String,
    },
    /// The spec has a fault.
    #[error(transparent)]
    Spec(#[from] SpecError),
    /// The role that a spec builds on could not be given.
    #[error("{why}\n{path} builds on it")]
    Base {
        /// The file that builds on it.
        path: String,
        /// Why not.
        why: Box<FindError>,
    },
}

impl FindError {
    /// The message without the file's name, on one line.
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::NoFile { .. } => "there is no such file".to_owned(),
            Self::Unreadable { why, .. } => why.clone(),
            Self::Spec(fault) => {
                let mend = fault.mend.as_ref().map(|mend| format!(" ({mend})")).unwrap_or_default();
                format!("line {}, column {}: {}{mend}", fault.line, fault.column, fault.message)
            }
            Self::Unknown { .. } | Self::Base { .. } => self.to_string().lines().next().unwrap_or_default().to_owned(),
        }
    }

    /// What `error` means for the spec at `path`.
    pub(super) fn of_file(path: String, error: &io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::NoFile { path },
            _ => Self::Unreadable { path, why: error.to_string() },
        }
    }
}

/// "did you mean "a", "b" or "c"?", where there are any.
pub(super) fn meant(ids: &[String]) -> Option<String> {
    let quoted: Vec<String> = ids.iter().map(|id| format!("\"{id}\"")).collect();
    let (last, others) = quoted.split_last()?;
    let named = if others.is_empty() { last.clone() } else { format!("{} or {last}", others.join(", ")) };
    Some(format!("did you mean {named}?"))
}

/// The role asked for may be in one of them.
fn unread_note(unread: usize) -> String {
    match unread {
        0 => String::new(),
        1 => "1 file of your own roles cannot be read; `rolefit roles` says why.\n".to_owned(),
        more => format!("{more} files of your own roles cannot be read; `rolefit roles` says why.\n"),
    }
}
