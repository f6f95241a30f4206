//! Word's DOCX: an archive of XML. Its body's paragraphs go to the outline, in reading order; what
//! was deleted under tracked changes, and what is only shown by a program that cannot do better,
//! is left out. Headers, footers, comments and footnotes stand in parts of their own, unread.

mod archive;
mod styles;
mod walk;

use std::collections::BTreeMap;

use super::bullet;
use super::outline::Outline;
use super::{Format, Found, Place, ReadError, sections};
pub(super) use archive::is_encrypted;
use styles::Styles;
use walk::Paragraph;

/// A heading has at most so many words, whatever its style says: some documents are in "Heading 1"
/// from beginning to end.
const MOST_HEADING_WORDS: usize = 16;

/// The lines of a DOCX file. Places count paragraphs, from 1, in the order of the document.
pub(super) fn lines(path: &str, bytes: &[u8]) -> Result<Found, ReadError> {
    if is_encrypted(bytes) {
        return Err(ReadError::Encrypted { path: path.to_owned() });
    }
    let broken = |message: String| ReadError::Broken { path: path.to_owned(), format: Format::Docx, message };
    let parts = archive::parts(bytes).map_err(broken)?;
    let styles = Styles::read(&parts.styles);
    let paragraphs = walk::paragraphs(&parts.document, &styles).map_err(broken)?;
    let (body, boxes) = stories(paragraphs);
    let mut found = told(&body, &styles);
    for story in boxes {
        let aside = told(&story, &styles);
        found.lines.extend(aside.lines);
        found.top.extend(aside.top);
    }
    Ok(found)
}

/// Parts the text boxes that begin a section of their own (a sidebar) from the body, so that their
/// headings do not rule what follows in the body. Any other box is read where it is anchored.
fn stories(mut paragraphs: Vec<Paragraph>) -> (Vec<Paragraph>, Vec<Vec<Paragraph>>) {
    // A paragraph ends after the boxes anchored in it; it is numbered by where it begins.
    paragraphs.sort_by_key(|paragraph| paragraph.number);
    let mut boxes: BTreeMap<usize, Vec<Paragraph>> = BTreeMap::new();
    for paragraph in paragraphs.extract_if(.., |paragraph| paragraph.text_box > 0) {
        boxes.entry(paragraph.text_box).or_default().push(paragraph);
    }
    let is_section = |paragraph: &Paragraph| sections::look_up(&folded(&paragraph.text)).is_some();
    let (apart, within): (Vec<_>, Vec<_>) =
        boxes.into_values().partition(|story| story.len() > 1 && story.iter().any(is_section));
    paragraphs.extend(within.into_iter().flatten());
    paragraphs.sort_by_key(|paragraph| paragraph.number);
    (paragraphs, apart)
}

fn told(paragraphs: &[Paragraph], styles: &Styles) -> Found {
    let mut outline = Outline::default();
    for paragraph in paragraphs {
        tell(&mut outline, paragraph, styles);
    }
    outline.finish()
}

/// Tells the outline what a paragraph is: a heading, list items, or prose.
fn tell(outline: &mut Outline, paragraph: &Paragraph, styles: &Styles) {
    let style = styles.get(paragraph.style.as_deref());
    let level = paragraph.level.or(style.level);
    let text = folded(&paragraph.text);
    if text.is_empty() {
        return;
    }
    outline.at(place(paragraph));
    let short = text.split(' ').nth(MOST_HEADING_WORDS).is_none();
    if let Some(level) = level.filter(|_| short) {
        return outline.heading(level, bullet::strip(&text).unwrap_or(&text));
    }
    if paragraph.listed.unwrap_or(style.list) {
        // Numbered sections are list items in Word's eyes ("1. Experience").
        if paragraph.bold && sections::look_up(&text).is_some() {
            return outline.heading_by_look(&text);
        }
        return outline.item(bullet::strip(&text).unwrap_or(&text), place(paragraph));
    }
    for piece in pieces(&paragraph.text) {
        match bullet::strip(&piece) {
            Some(item) => outline.item(item, place(paragraph)),
            None if looks_like_heading(outline, &piece, paragraph.bold) => outline.heading_by_look(&piece),
            None => outline.paragraph(&piece, paragraph.bold, |_| place(paragraph)),
        }
    }
}

/// The text of a paragraph, cut at the line breaks after which a typed bullet or, beside list
/// items, a title begins.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let has_items = text.lines().any(|line| bullet::strip(line).is_some());
    for line in text.lines().map(folded).filter(|line| !line.is_empty()) {
        match pieces.last_mut() {
            Some(last) if bullet::strip(&line).is_none() && (!has_items || bullet::strip(last).is_some()) => {
                last.push(' ');
                last.push_str(&line);
            }
            _ => pieces.push(line),
        }
    }
    pieces
}

/// Section words alone in a paragraph, or a short bold line in capitals. In a list of skills,
/// "Leadership" is a skill unless it is bold.
fn looks_like_heading(outline: &Outline, text: &str, bold: bool) -> bool {
    let capitals = text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase);
    let known = sections::look_up(text).is_some();
    let plain_skill = outline.known() == Some(super::LineKind::Skills) && !bold && !capitals && !text.ends_with(':');
    let short = text.split(' ').nth(5).is_none();
    known && !plain_skill || bold && capitals && short
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn place(paragraph: &Paragraph) -> Place {
    let path = Some(format!("paragraph {}", paragraph.number));
    Place { line: paragraph.number, column: 1, path, ..Place::default() }
}
