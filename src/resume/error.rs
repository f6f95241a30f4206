//! Why a resume could not be read, and what to do about it.

use super::format::Format;

/// Why a resume could not be read. Each message names the file, the place where one is known, and
/// the mend.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The bytes are clearly something else than a resume format.
    #[error("{path}: this is {found}, which is not read as a resume. {}", mend(found))]
    UnknownFormat {
        /// The file as it was named.
        path: String,
        /// What the file is instead, with its article: "an RTF document".
        found: String,
    },
    /// The format is known, but its reader was left out when the program was built.
    #[error(
        "{path}: this build of rolefit was made without the feature \"{format}\", so it cannot read {format} files. Build it with `--features {format}`, or save the resume as text, Markdown, HTML or DOCX"
    )]
    SwitchedOff {
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
    /// The file is longer than [`super::MOST_BYTES`], or, as text, than [`super::MOST_TEXT_BYTES`].
    #[error(
        "{path}: {} MiB is too large for a resume (at most {} MiB). Take out pictures, or save its text alone",
        bytes.div_ceil(1024 * 1024),
        most / (1024 * 1024)
    )]
    TooLarge {
        /// The file as it was named.
        path: String,
        /// Its length.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// Nothing but white space is in the file.
    #[error("{path}: this is empty. Save your resume to it, or name another file")]
    Empty {
        /// The file as it was named.
        path: String,
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
    /// The file cannot be opened without a password.
    #[error("{path}: this file is protected by a password. Save a copy without one (open it, then print or export it)")]
    Encrypted {
        /// The file as it was named.
        path: String,
    },
    /// A PDF without a letter in it: a scan, or text turned to outlines.
    #[error(
        "{path}: this PDF holds pictures of its pages and no text. Export it anew from the program it was written in, or run text recognition (OCR) on it"
    )]
    NoTextLayer {
        /// The file as it was named.
        path: String,
    },
    /// The file is damaged where no line can be named, as in an archive.
    #[error("{path}: this {format} file is damaged: {message}. Save or export it anew")]
    Broken {
        /// The file as it was named.
        path: String,
        /// What it was read as.
        format: Format,
        /// What is wrong.
        message: String,
    },
}

/// What to do with a file that is `found`.
fn mend(found: &str) -> String {
    const MENDS: [(&str, &str); 3] = [
        (
            "picture",
            "Export the resume from the program it was written in, as PDF or Word (.docx), or run text recognition (OCR) on it",
        ),
        ("archive", "Unpack it, and name the resume that is in it"),
        ("text", "Name the resume's own file, or export it anew as PDF, Word (.docx) or text"),
    ];
    match MENDS.iter().find(|(part, _)| found.contains(part)) {
        Some((_, mend)) => (*mend).to_owned(),
        None if found.starts_with("JSON") || found.starts_with("YAML") || found.starts_with("no ") => {
            format!("Save it as one of these: {}", Format::list())
        }
        None => "Open it in the program it was written in, and save it as Word (.docx) or PDF".to_owned(),
    }
}

impl ReadError {
    /// The message without the file's name, for where the name stands beside it.
    #[must_use]
    pub fn reason(&self) -> String {
        if let Self::Damaged { line, column, message, .. } = self {
            return format!("line {line}, column {column}: {message}");
        }
        let whole = self.to_string();
        whole.strip_prefix(self.path()).and_then(|rest| rest.strip_prefix(": ")).unwrap_or(&whole).to_owned()
    }

    fn path(&self) -> &str {
        match self {
            Self::UnknownFormat { path, .. }
            | Self::SwitchedOff { path, .. }
            | Self::Damaged { path, .. }
            | Self::TooLarge { path, .. }
            | Self::NoLines { path, .. }
            | Self::Empty { path }
            | Self::Encrypted { path }
            | Self::NoTextLayer { path }
            | Self::Broken { path, .. } => path,
        }
    }

    /// The same error of a file that is named otherwise.
    #[must_use]
    pub(super) fn called(mut self, name: &str) -> Self {
        name.clone_into(self.path_mut());
        self
    }

    fn path_mut(&mut self) -> &mut String {
        match self {
            Self::UnknownFormat { path, .. }
            | Self::SwitchedOff { path, .. }
            | Self::Damaged { path, .. }
            | Self::TooLarge { path, .. }
            | Self::NoLines { path, .. }
            | Self::Empty { path }
            | Self::Encrypted { path }
            | Self::NoTextLayer { path }
            | Self::Broken { path, .. } => path,
        }
    }
}
