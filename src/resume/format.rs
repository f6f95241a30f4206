//! Which format a resume is written in: by its content first, by its extension second.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::error::ReadError;

/// A format in which resumes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Plain text, with or without bullets.
    Text,
    /// Markdown (`CommonMark`).
    Markdown,
    /// JSON Resume, schema 1.0.0 and the older keys.
    JsonResume,
    /// The YAML of `RenderCV`.
    #[serde(rename = "rendercv")]
    RenderCv,
    /// LaTeX: plain lists, `moderncv`, and the `\resumeItem` family.
    Latex,
    /// HTML.
    Html,
    /// Word's DOCX.
    Docx,
    /// PDF.
    Pdf,
    /// A record of a stream: one line, one JSON object.
    Jsonl,
}

/// Every format of a file with its name and its extensions, the usual one first.
const FORMATS: [(Format, &str, &[&str]); 8] = [
    (Format::Text, "text", &["txt", "text"]),
    (Format::Markdown, "markdown", &["md", "markdown", "mdown", "mkd"]),
    (Format::JsonResume, "json-resume", &["json"]),
    (Format::RenderCv, "rendercv", &["yaml", "yml"]),
    (Format::Latex, "latex", &["tex", "ltx", "latex"]),
    (Format::Html, "html", &["html", "htm", "xhtml"]),
    (Format::Docx, "docx", &["docx"]),
    (Format::Pdf, "pdf", &["pdf"]),
];

impl Format {
    /// The format of that name, as it is written in a command ("json-resume") or as an extension
    /// ("md"); letter case does not matter.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let named = |known: &&str| known.eq_ignore_ascii_case(name);
        FORMATS
            .iter()
            .find(|(_, known, extensions)| named(known) || extensions.iter().any(&named))
            .map(|&(format, _, _)| format)
    }

    /// Its name, as [`Format::from_name`] takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        FORMATS.iter().find(|(format, _, _)| *format == self).map_or("jsonl", |&(_, name, _)| name)
    }

    /// All formats of files, in the order in which they are named to people.
    pub fn all() -> impl Iterator<Item = Self> {
        FORMATS.iter().map(|&(format, _, _)| format)
    }

    /// Finds the format of a file from its bytes, and from the extension of its path where the
    /// bytes do not tell. What tells nothing is text.
    ///
    /// # Errors
    /// [`ReadError::UnknownFormat`] when the bytes are clearly something else: a picture, an
    /// archive, another program's document, other JSON or YAML.
    pub fn detect(bytes: &[u8], path: &str) -> Result<Self, ReadError> {
        let unknown = |found: &str| Err(ReadError::UnknownFormat { path: path.to_owned(), found: found.to_owned() });
        if holds(&bytes[..bytes.len().min(1024)], b"%PDF-") {
            return Ok(Self::Pdf);
        }
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return of_zip(bytes).or_else(unknown);
        }
        if super::docx::is_encrypted(bytes) {
            return Ok(Self::Docx);
        }
        if let Some(found) = foreign(bytes) {
            return unknown(found);
        }
        let text = super::decode::text(bytes);
        let extension = extension(path).and_then(Self::from_name);
        of_text(&text, extension).or_else(unknown)
    }

    /// The names of all formats, for messages.
    pub(super) fn list() -> String {
        FORMATS.iter().map(|&(_, name, _)| name).collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for Format {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(self.name())
    }
}

fn extension(path: &str) -> Option<&str> {
    std::path::Path::new(path).extension()?.to_str()
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What a zip archive holds, told by the names in it: names are stored unpacked.
fn of_zip(bytes: &[u8]) -> Result<Format, &'static str> {
    const KINDS: [(&[u8], &str); 6] = [
        (b"application/vnd.oasis.opendocument", "an OpenDocument file (.odt)"),
        (b"application/epub+zip", "an e-book (.epub)"),
        (b"xl/workbook", "an Excel workbook"),
        (b"ppt/presentation", "a PowerPoint presentation"),
        (b"Index/Document.iwa", "a Pages document"),
        (b"", "a zip archive"),
    ];
    if holds(bytes, b"word/document") || holds(bytes, b"word/_rels") {
        return Ok(Format::Docx);
    }
    let found = KINDS.iter().find(|(part, _)| part.is_empty() || holds(bytes, part));
    Err(found.map_or("a zip archive", |&(_, found)| found))
}

/// What a file is that no reader takes, told by its first bytes or by bytes no text has.
fn foreign(bytes: &[u8]) -> Option<&'static str> {
    const STARTS: [(&[u8], &str); 10] = [
        (b"\xD0\xCF\x11\xE0", "an old Word document (.doc) or another OLE file"),
        (b"{\\rtf", "an RTF document"),
        (b"\x89PNG", "a PNG picture"),
        (b"\xFF\xD8\xFF", "a JPEG picture"),
        (b"GIF8", "a GIF picture"),
        (b"II*\0", "a TIFF picture"),
        (b"MM\0*", "a TIFF picture"),
        (b"RIFF", "a WebP picture or another RIFF file"),
        (b"\x1F\x8B", "a gzip archive"),
        (b"\x7FELF", "a program, not text"),
    ];
    if let Some(&(_, found)) = STARTS.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Some(found);
    }
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let foreign = |byte: &&u8| matches!(**byte, 0..=8 | 14..=26 | 28..=31);
    // A stray control character happens in pasted text; one in fifty bytes does not.
    (!wide && bytes.iter().filter(foreign).count() * 50 > bytes.len()).then_some("binary data, not text")
}

/// What a text is: marks in its content decide, then its extension.
fn of_text(text: &str, extension: Option<Format>) -> Result<Format, &'static str> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) {
        if start.starts_with('{') && (has_key(text, "basics") || has_key(text, "work")) {
            return Ok(Format::JsonResume);
        }
        if extension == Some(Format::JsonResume) || start[1..].trim_start().starts_with(['"', '{']) {
            return Err("JSON without the \"basics\" or \"work\" of JSON Resume");
        }
    }
    if text
        .lines()
        .map(str::trim_start)
        .any(|line| ["\\documentclass", "\\begin{document}"].iter().any(|mark| line.starts_with(mark)))
    {
        return Ok(Format::Latex);
    }
    if is_html(start, extension) {
        return Ok(Format::Html);
    }
    if text.lines().any(|line| line.strip_prefix("cv:").is_some_and(is_yaml_end)) {
        return Ok(Format::RenderCv);
    }
    match extension {
        Some(Format::JsonResume) => Err("no JSON, although it is named so"),
        Some(Format::RenderCv) => Err("YAML without the top-level \"cv:\" of RenderCV"),
        None if text.lines().any(is_markdown_heading) => Ok(Format::Markdown),
        // The bytes would have said so: what is named so is text all the same.
        Some(Format::Docx | Format::Pdf) | None => Ok(Format::Text),
        Some(format) => Ok(format),
    }
}

/// Whether `"name"` stands in the text with a colon after it.
fn has_key(text: &str, name: &str) -> bool {
    let after_name = |(at, _)| text[at + name.len()..].strip_prefix('"');
    let quoted = |&(at, _): &(usize, &str)| text[..at].ends_with('"');
    text.match_indices(name).filter(quoted).filter_map(after_name).any(|rest| rest.trim_start().starts_with(':'))
}

fn is_html(start: &str, extension: Option<Format>) -> bool {
    let mut start = start;
    while let Some(end) = ["<!--", "<?xml"].iter().find(|mark| start.starts_with(*mark)).and_then(|_| start.find('>')) {
        start = start[end + 1..].trim_start();
    }
    let begins = |mark: &&str| start.get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark));
    // Markdown may begin with a `<div>`, never with a whole page.
    ["<!doctype html", "<html", "<head", "<body"].iter().any(begins) && extension != Some(Format::Markdown)
        || extension == Some(Format::Html)
}

fn is_markdown_heading(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.strip_prefix(' ').is_some_and(|name| !name.trim().is_empty())
}

fn is_yaml_end(rest: &str) -> bool {
    let rest = rest.trim();
    rest.is_empty() || rest.starts_with(['#', '{', '&', '!'])
}

#[cfg(test)]
mod tests {
    use super::{Format, ReadError};

    fn detect(bytes: &[u8], path: &str) -> Format {
        Format::detect(bytes, path).expect("a known format")
    }

    fn found(bytes: &[u8], path: &str) -> String {
        match Format::detect(bytes, path) {
            Err(ReadError::UnknownFormat { found, .. }) => found,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn names_go_both_ways() {
        for format in Format::all() {
            assert_eq!(Format::from_name(format.name()), Some(format));
            assert_eq!(serde_json::to_string(&format).expect("a name"), format!("\"{format}\""));
        }
        assert_eq!(Format::from_name("MD"), Some(Format::Markdown));
        assert_eq!(Format::from_name("odt"), None);
    }

    #[test]
    fn content_goes_before_the_extension() {
        assert_eq!(detect(b"%PDF-1.7", "a.txt"), Format::Pdf);
        assert_eq!(detect(b"PK\x03\x04....word/document.xml", "a"), Format::Docx);
        assert_eq!(detect(b"{ \"basics\" : {} }", "a.txt"), Format::JsonResume);
        assert_eq!(detect(b"% mine\n\\documentclass{article}", "-"), Format::Latex);
        assert_eq!(detect(b"<!-- x -->\n<!DOCTYPE HTML><p>", "a.txt"), Format::Html);
        assert_eq!(detect(b"# mine\ncv:\n  name: A", "-"), Format::RenderCv);
    }

    #[test]
    fn the_extension_decides_the_rest() {
        assert_eq!(detect(b"- Led a team", "a.md"), Format::Markdown);
        assert_eq!(detect(b"- Led a team", "a.txt"), Format::Text);
        assert_eq!(detect(b"- Led a team", "-"), Format::Text);
        assert_eq!(detect(b"\\item Led", "a.tex"), Format::Latex);
        assert_eq!(detect(b"<ul><li>Led", "a.htm"), Format::Html);
        assert_eq!(detect(b"", "-"), Format::Text);
        assert_eq!(detect(b"# Jane\n\n## Work\n\n- Led a team", "-"), Format::Markdown);
        assert_eq!(detect(b"#1 in sales\n####### a\n# ", "-"), Format::Text);
    }

    #[test]
    fn what_is_no_resume_is_named() {
        assert_eq!(found(b"{\\rtf1", "a.txt"), "an RTF document");
        assert!(found(b"\xD0\xCF\x11\xE0", "a").contains(".doc"));
        assert!(found(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "a").contains(".odt"));
        assert!(found(b"\x89PNG\r\n", "a.txt").contains("picture"));
        assert!(found(b"ab\0\0\0\0", "a.txt").contains("binary"));
        assert!(found(b"{\"name\": 1}", "-").contains("JSON"));
        assert!(found(b"name: A", "a.yaml").contains("cv:"));
        let error = Format::detect(b"{\\rtf1", "cv.rtf").expect_err("RTF").to_string();
        assert!(error.starts_with("cv.rtf: ") && error.contains("docx"), "{error}");
    }
}
