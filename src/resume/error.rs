//! Why a resume could not be read, and what to do about it.

use super::format::Format;

/// Why a resume could not be read. Each message names the file, the place where one is known, and
/// the mend.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The bytes are clearly something else than a resume format.
    #[error("{path}: this is {found}, which is not read as a resume. Save it as one of these: {}", Format::list())]
    UnknownFormat {
        /// The file as it was named.
        path: String,
        /// What the file is instead, with its article: "an RTF document".
        found: String,
    },
    /// The format is known, but this build has no reader for it.
    #[error(
        "{path}: {format} files are not read by this build. Save it as text, Markdown or HTML, or name the format if it is something else"
    )]
    NotYetRead {
        /// The file as it was named.
        path: String,
        /// What it was found to be.
        format: Format,
    },
    /// The file breaks the rules of its format.
    #[error("{path}:{line}:{column}: {message}")]
    Damaged {
        /// The file as it was named.
        path: String,
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What is wrong there and how to mend it.
        message: String,
    },
    /// The file is longer than [`super::MOST_BYTES`].
    #[error(
        "{path}: {} MiB is too large for a resume (at most {} MiB). Take out pictures, or save its text alone",
        bytes.div_ceil(1024 * 1024),
        super::MOST_BYTES / (1024 * 1024)
    )]
    TooLarge {
        /// The file as it was named.
        path: String,
        /// Its length.
        bytes: usize,
    },
    /// The file was read, but no line of a resume is in it.
    #[error(
        "{path}: no resume line found in this {format} file. Write each thing you did as a list item (\"- Cut build time by 40%\") under a heading such as \"Experience\""
    )]
    NoLines {
        /// The file as it was named.
        path: String,
        /// What it was read as.
        format: Format,
    },
}
