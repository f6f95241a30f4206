//! A resume: its lines with their places. Every reader yields this and nothing else.
//!
//! Bytes come in, a [`Resume`] goes out: [`Format::detect`] says what the bytes are, one reader
//! a format finds the lines, and the outline says what kind of line each is.

mod bullet;
#[cfg(test)]
mod damage;
mod dates;
mod decode;
mod docx;
mod error;
mod format;
mod html;
mod html_pieces;
mod job_end;
mod json;
mod json_resume;
mod language;
mod latex;
mod leaders;
mod markdown;
#[cfg(test)]
mod markdown_tests;
mod outline;
#[cfg(feature = "pdf")]
mod pdf;
mod places;
mod recognise;
mod record;
mod remarks;
mod rendercv;
mod sections;
mod tags;
mod text;
mod tree;
mod wording;
mod words;
mod yaml;

use serde::{Deserialize, Serialize};

pub use error::ReadError;
pub use format::Format;
pub use job_end::JobEnd;
pub use recognise::{has_dated_job, reads_like_resume};
pub use record::{RecordError, read_record};
pub use remarks::IgnoreComment;
pub use tags::{same as same_tag, tag_name};

/// The longest file that is read, in bytes (20 MiB): a resume is never longer, a wrong file may be.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// The longest text that is read, in bytes (2 MiB): some 500 pages. PDF and Word files are longer, as they hold pictures
/// and fonts.
pub const MOST_TEXT_BYTES: usize = 2 * 1024 * 1024;

/// Reads a resume from the bytes of a file.
///
/// `path` names the file in messages and may give the format away by its extension; it is not
/// opened. Without `format` the format is found from the bytes ([`Format::detect`]).
///
/// # Errors
/// [`ReadError::TooLarge`] above [`MOST_BYTES`], for text above [`MOST_TEXT_BYTES`]; [`ReadError::UnknownFormat`] for what is no
/// resume format; [`ReadError::Damaged`] where the format's own rules are broken;
/// [`ReadError::Broken`], [`ReadError::Encrypted`] and [`ReadError::NoTextLayer`] for what only
/// archives and PDFs can be; [`ReadError::SwitchedOff`] for PDF in a build without the feature
/// `pdf`; [`ReadError::NoLines`] when nothing was found in it, [`ReadError::Empty`] when nothing is in it.
pub fn read(path: &str, bytes: &[u8], format: Option<Format>) -> Result<Resume, ReadError> {
    read_called(path, path, bytes, format)
}

/// The same for a file that is called `name` in messages and in the resume, whatever its path is.
///
/// # Errors
/// Those of [`read`].
pub fn read_called(name: &str, path: &str, bytes: &[u8], format: Option<Format>) -> Result<Resume, ReadError> {
    let too_large = |most| ReadError::TooLarge { path: name.to_owned(), bytes: bytes.len(), most };
    if bytes.len() > MOST_BYTES {
        return Err(too_large(MOST_BYTES));
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty { path: name.to_owned() });
    }
    let format = match format {
        Some(format) => format,
        None => Format::detect(bytes, path).map_err(|error| error.called(name))?,
    };
    if bytes.len() > MOST_TEXT_BYTES && !matches!(format, Format::Docx | Format::Pdf) {
        return Err(too_large(MOST_TEXT_BYTES));
    }
    let Found { lines, trained, top } = read_as(format, name, bytes)?;
    if lines.is_empty() {
        return Err(ReadError::NoLines { path: name.to_owned(), format });
    }
    let ignored = remarks::ignore_comments(format, bytes);
    Ok(Resume { path: name.to_owned(), format, lines, trained, top, ignored })
}

/// What a reader finds.
#[derive(Debug)]
struct Found {
    lines: Vec<Line>,
    /// See [`Resume::trained`].
    trained: Vec<Line>,
    /// See [`Resume::top`].
    top: Vec<String>,
}

/// The register of readers: one line a format.
fn read_as(format: Format, path: &str, bytes: &[u8]) -> Result<Found, ReadError> {
    match format {
        Format::Text => Ok(text::lines(&decode::text(bytes))),
        Format::Markdown => markdown::lines(path, &decode::text(bytes)),
        Format::JsonResume => json_resume::lines(path, &decode::text(bytes)),
        Format::RenderCv => rendercv::lines(path, &decode::text(bytes)),
        Format::Latex => Ok(latex::lines(&decode::text(bytes))),
        Format::Html => html::lines(path, &decode::text(bytes)),
        Format::Docx => docx::lines(path, bytes),
        Format::Jsonl => record::lines(path, bytes),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::lines(path, bytes),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(ReadError::SwitchedOff { path: path.to_owned(), format }),
    }
}

/// A resume as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resume {
    /// The file as it was named; "-" for standard input.
    pub path: String,
    /// What it was read as.
    pub format: Format,
    /// All lines that say something, in the document's order.
    pub lines: Vec<Line>,
    /// The headings of degrees, schools, licences and certificates, which are no lines of their own.
    trained: Vec<Line>,
    /// The texts at its top, before the first known heading and the first list item: who the person is and where they live.
    pub top: Vec<String>,
    /// The comments in the source that silence advice.
    pub ignored: Vec<IgnoreComment>,
}

impl Resume {
    /// The lines that say what was done: work, projects, unpaid work, awards, list items under no
    /// known heading, and whole sentences about training. Never who the person says they are, and
    /// never a bare list of skills.
    pub fn accomplishments(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(|line| line.is_accomplishment())
    }

    /// What stands under education, licences and certificates, in the document's order: the headings of degrees, schools and
    /// certificates, and the lines there.
    #[must_use]
    pub fn training(&self) -> Vec<&Line> {
        let under = self.lines.iter().filter(|line| {
            let names_them = || line.section.as_deref().is_some_and(sections::names_certificates);
            line.kind == LineKind::Education || line.kind == LineKind::Skills && names_them()
        });
        let mut all: Vec<&Line> = self.trained.iter().chain(under).collect();
        all.sort_by_key(|line| (line.place.page, line.place.line, line.place.column));
        all
    }

    /// The language that it is clearly in where that is not English, such as "German", or "another script".
    #[must_use]
    pub fn foreign_language(&self) -> Option<&'static str> {
        language::foreign(&self.lines)
    }

    /// The tags of its lines, each once, in the order in which they come.
    #[must_use]
    pub fn tags(&self) -> Vec<&str> {
        let mut tags: Vec<&str> = Vec::new();
        for tag in self.lines.iter().flat_map(|line| &line.tags) {
            if !tags.iter().any(|known| tags::same(known, tag)) {
                tags.push(tag);
            }
        }
        tags
    }

    /// The resume for these targets: the lines with one of `tags`, in any case, and those without a tag. Without `tags`
    /// it is the whole resume.
    #[must_use]
    pub fn for_targets(mut self, tags: &[String]) -> Self {
        let wanted = |tag: &String| tags.iter().any(|wanted| tags::same(wanted, tag));
        for lines in [&mut self.lines, &mut self.trained] {
            lines.retain(|line| tags.is_empty() || line.tags.is_empty() || line.tags.iter().any(wanted));
        }
        self
    }
}

/// One line of a resume: a list item joined over wrapped lines, or a sentence of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The text, without bullet and markup, white space folded.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The nearest heading above: employer, project or section.
    pub section: Option<String>,
    /// What kind of line it is.
    pub kind: LineKind,
    /// The targets that it is meant for, its own or its heading's (`{.backend}`); empty where it is for all.
    pub tags: Vec<String>,
    /// It is an item of a list; else a sentence of a paragraph.
    #[serde(skip)]
    pub is_item: bool,
    /// When the job it stands under ended, where the dates beside its heading say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_end: Option<JobEnd>,
}

impl Line {
    /// Whether the line says what was done; see [`Resume::accomplishments`].
    #[must_use]
    pub fn is_accomplishment(&self) -> bool {
        match self.kind {
            LineKind::Experience | LineKind::Project | LineKind::Volunteer | LineKind::Award => true,
            LineKind::Education => wording::is_full_sentence(&self.text),
            // Interests and references are known headings of kind Other; what stands under none
            // may be work.
            LineKind::Other => self.section.as_deref().is_none_or(|heading| sections::look_up(heading).is_none()),
            LineKind::Summary | LineKind::Skills => false,
        }
    }
}

/// Where a line begins in its source.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Page, from 1, where the format has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The path of the value, such as `work[0].highlights[2]`, where the format is structured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

/// What a line is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineKind {
    /// Work done in a job.
    Experience,
    /// Work done in a project.
    Project,
    /// Unpaid work.
    Volunteer,
    /// Courses, degrees, training.
    Education,
    /// Awards and publications.
    Award,
    /// Who the person is, in their own words.
    Summary,
    /// A bare list of skills or tools.
    Skills,
    /// Anything else (interests, references …).
    Other,
}

#[cfg(test)]
mod tests {
    use super::{Format, MOST_BYTES, MOST_TEXT_BYTES, ReadError, read};

    #[test]
    fn a_file_without_anything_is_empty_in_every_format() {
        for (path, text) in [("a.txt", ""), ("a.md", " \n\n"), ("a.json", "\n"), ("a.pdf", "")] {
            let error = read(path, text.as_bytes(), None).expect_err("empty");
            assert!(matches!(error, ReadError::Empty { .. }), "{error}");
        }
    }

    #[test]
    fn a_resume_without_lines_says_so() {
        for (path, text) in [("a.txt", "Jane Doe\n"), ("a.md", "# Jane Doe\n"), ("a.json", "{\"work\": []}")] {
            let error = read(path, text.as_bytes(), None).expect_err("no lines");
            assert!(matches!(error, ReadError::NoLines { .. }), "{error}");
            assert!(error.to_string().starts_with(path), "{error}");
        }
    }

    #[test]
    fn large_files_and_pdfs_without_a_page_are_refused() {
        let error = read("a.txt", &vec![b'a'; MOST_BYTES + 1], None).expect_err("too large");
        assert!(error.to_string().contains("21 MiB"), "{error}");
        let error = read("a.txt", &vec![b'a'; MOST_TEXT_BYTES + 1], None).expect_err("too large");
        assert!(error.to_string().contains("at most 2 MiB"), "{error}");
        let error = read("a.pdf", b"%PDF-1.7", None).expect_err("no page");
        let off = cfg!(not(feature = "pdf"));
        assert!(matches!(error, ReadError::Broken { .. } if !off) || off, "{error}");
        assert!(error.to_string().contains("feature") == off, "{error}");
    }

    #[test]
    fn a_format_that_is_named_is_taken() {
        let resume = read("a.json", b"- Led a team", Some(Format::Text)).expect("text");
        assert_eq!((resume.format, resume.accomplishments().count()), (Format::Text, 1));
    }
}
