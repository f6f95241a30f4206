//! Role guide pages, job postings and O*NET occupations → a role spec, with what was guessed and where every line went.
//!
//! Rules, no learning: a page's sections stand under known headings; a posting's are told by their headings, and lines
//! without a heading by their wording. What fits no rule is listed, never dropped in silence.

mod acronyms;
mod blocks;
mod decode;
mod draft;
mod onet;
mod page;
mod posting;
mod tally;
mod write;

pub use draft::{Guess, Place};
pub use onet::{OnetError, import_onet};
pub use tally::{Fate, Part, Piece, Reason, Tally};
pub use write::yaml;

use crate::role::RoleSpec;

/// A longer file is no page and no posting.
pub const MOST_BYTES: usize = 5 * 1024 * 1024;

/// What is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A role guide: primary activities, key performance indicators, selection process, interview questions.
    Page,
    /// A job posting.
    Posting,
}

/// What an import made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file as it was named; "-" for standard input.
    pub name: String,
    /// What it was read as, such as "job posting".
    pub read_as: String,
    /// What must be said of the source, a paragraph each.
    pub notes: Vec<String>,
    /// The role spec.
    pub spec: RoleSpec,
    /// What the file does not say outright.
    pub guesses: Vec<Guess>,
    /// Where each line went.
    pub tally: Tally,
}

/// Why nothing was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file is longer than [`MOST_BYTES`].
    #[error("{name}: too large for a page or a posting (at most {} MiB). Save its text alone", MOST_BYTES / (1024 * 1024))]
    TooLarge {
        /// The file as it was named.
        name: String,
    },
    /// The file is no text.
    #[error("{name}: this is {found}, and text, Markdown or HTML is needed. Copy its text into a .txt file")]
    Binary {
        /// The file as it was named.
        name: String,
        /// What it is, with its article.
        found: String,
    },
    /// A tag goes on and on.
    #[error("{name}:{line}: a tag begins here or above and does not end: close its quotes and its bracket")]
    EndlessTag {
        /// The file as it was named.
        name: String,
        /// Line, from 1.
        line: usize,
    },
    /// No activity, KPI, requirement, stage or question was found.
    #[error(
        "{name}: nothing found to import (lines read: {read}, as a {kind}). {}", kind.hint()
    )]
    NothingFound {
        /// The file as it was named.
        name: String,
        /// What it was read as.
        kind: Kind,
        /// How many lines it has.
        read: usize,
    },
}

impl Kind {
    fn hint(self) -> &'static str {
        match self {
            Self::Page => {
                "A page has headings such as \"Primary Activities\" or \"Interview Questions\"; for a job posting say --from posting"
            }
            Self::Posting => {
                "A posting has headings such as \"Responsibilities\" or \"Requirements\" with a list below; for a role page say --from page"
            }
        }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Page => "role page",
            Self::Posting => "job posting",
        })
    }
}

/// Whether the file `name` reads like a job posting or a role page, by its headings.
#[must_use]
pub fn reads_like_posting(name: &str, bytes: &[u8]) -> bool {
    let Ok(source) = decode::text(name, bytes) else { return false };
    blocks::read(name, &source).is_ok_and(|blocks| page::is_page(&blocks) || posting::is_posting(&blocks))
}

/// Makes a role spec of the file `name`, read as `kind` or as what it looks like.
pub fn import(name: &str, bytes: &[u8], kind: Option<Kind>) -> Result<Imported, ImportError> {
    let source = decode::text(name, bytes)?;
    let blocks = blocks::read(name, &source)?;
    let kind = kind.unwrap_or_else(|| if page::is_page(&blocks) { Kind::Page } else { Kind::Posting });
    let mut draft = match kind {
        Kind::Page => page::read(&blocks),
        Kind::Posting => posting::read(&blocks),
    };
    if !draft.has_content() {
        return Err(ImportError::NothingFound { name: name.to_owned(), kind, read: blocks.len() });
    }
    draft.title_from_file(name);
    draft.fold_lines();
    draft.mend_names();
    Ok(Imported {
        name: name.to_owned(),
        read_as: kind.to_string(),
        notes: Vec::new(),
        spec: draft.spec,
        guesses: draft.guesses,
        tally: draft.tally,
    })
}
