//! Markdown (`CommonMark`): lists, paragraphs, headings and the HTML among them. Comments are passed over, and so is code
//! unless all of the resume stands in it.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::error::ReadError;
use super::outline::Outline;
use super::places::{Joined, Places};
use super::wording::{self, Mark};
use super::{Found, html, text};

/// Lists and quotations within each other; the parser's time grows with each level on every line.
const MOST_NESTED: usize = 128;

const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The lines of a Markdown document.
///
/// # Errors
/// [`ReadError::Damaged`] where one line opens more than 128 lists and quotations.
pub(super) fn lines(path: &str, source: &str) -> Result<Found, ReadError> {
    if let Some(line) = source.lines().position(nests_too_deep) {
        let message = format!("more than {MOST_NESTED} lists or quotations within each other: write plain lists");
        return Err(ReadError::Damaged { path: path.to_owned(), line: line + 1, column: 1, message });
    }
    let start = after_front_matter(source);
    let mut reader = Reader::new(source);
    for (event, range) in Parser::new_ext(&source[start..], OPTIONS).into_offset_iter() {
        reader.event(event, range.start + start..range.end + start);
    }
    reader.close(false);
    let found = reader.outline.finish();
    Ok(if found.lines.is_empty() { lines_in_code(source, start) } else { found })
}

/// The lines of a resume that its author fenced as a whole, to keep its columns.
fn lines_in_code(source: &str, start: usize) -> Found {
    let mut code = Vec::new();
    let mut in_code = false;
    for (event, range) in Parser::new_ext(&source[start..], OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) if in_code => code.push(range.start + start..range.end + start),
            _ => {}
        }
    }
    text::lines_within(source, &code)
}

/// Whether a line opens too many blocks. A line of nothing but such signs is a rule, except `>`.
pub(super) fn nests_too_deep(line: &str) -> bool {
    let is_sign = |letter: &char| " \t>-*+".contains(*letter);
    let opening = line.chars().take_while(is_sign);
    let signs = opening.clone().filter(|letter| !letter.is_whitespace()).count();
    signs > MOST_NESTED
        && (opening.clone().any(|letter| letter == '>') || opening.count() < line.chars().count() && line.contains(' '))
}

/// Where the text begins after a YAML block between two rules at the top.
fn after_front_matter(source: &str) -> usize {
    let Some(rest) = source.strip_prefix("---\n") else { return 0 };
    let is_key = |line: &str| line.split_once(':').is_some_and(|(key, _)| !key.is_empty() && !key.contains([' ', '*']));
    if !rest.lines().next().is_some_and(is_key) {
        return 0;
    }
    let ends = ["\n---\n", "\n...\n"].map(|mark| rest.find(mark));
    ends.into_iter().flatten().min().map_or(0, |end| "---\n".len() + end + "\n---\n".len())
}

/// A stretch of a paragraph that ends at a line break of the source.
#[derive(Debug, Default)]
struct Part {
    text: Joined,
    /// All of it is bold or italic.
    styled: bool,
    begins_bold: bool,
    /// The break before it was asked for, with two spaces or a backslash.
    after_hard_break: bool,
}

/// What the text being read belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Block {
    None,
    Paragraph,
    Item,
    Heading(u8),
    /// What a definition defines: the label of the text below it.
    Term,
    /// Nothing in it is read.
    Skipped,
    /// Indented text, which an author of resumes does not mean as code.
    Indented,
}

struct Reader<'a> {
    source: &'a str,
    outline: Outline,
    places: Places<'a>,
    block: Block,
    parts: Vec<Part>,
    /// Bold and italic, within each other.
    bold: usize,
    styles: usize,
    items: usize,
    /// The HTML block that is open, in the source.
    html: Option<Range<usize>>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        let places = Places::new(source);
        Self {
            source,
            outline: Outline::default(),
            places,
            block: Block::None,
            parts: Vec::new(),
            bold: 0,
            styles: 0,
            items: 0,
            html: None,
        }
    }

    fn event(&mut self, event: Event, range: Range<usize>) {
        let offset = range.start;
        match event {
            Event::Html(_) => self.html(range),
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.block == Block::Indented => self.indented(&text, offset),
            Event::Text(text) => self.push(&text, offset),
            Event::Code(text) => self.push(&text, offset + 1),
            Event::SoftBreak => self.line_break(false),
            Event::HardBreak => self.line_break(true),
            Event::InlineHtml(html) if html.starts_with("<br") => self.line_break(true),
            Event::Rule => self.close(false),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::DefinitionList => self.outline.list_begins(),
            Tag::DefinitionListTitle => {
                self.close(false);
                self.block = Block::Term;
            }
            Tag::DefinitionListDefinition => {
                self.close(false);
                self.block = Block::Paragraph;
            }
            Tag::Paragraph | Tag::TableCell => {
                self.close(false);
                self.block = if self.items > 0 { Block::Item } else { Block::Paragraph };
            }
            Tag::Heading { level, .. } => {
                self.close(false);
                self.block = Block::Heading(level_of(*level));
            }
            Tag::Item => {
                self.close(false);
                self.items += 1;
                self.block = Block::Item;
            }
            Tag::List(_) => {
                self.close(true);
                self.outline.list_begins();
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.close(false);
                self.block = Block::Indented;
            }
            Tag::HtmlBlock => self.close(false),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.close(false);
                self.block = Block::Skipped;
            }
            Tag::Strong => {
                self.bold += 1;
                self.styles += 1;
            }
            Tag::Emphasis => self.styles += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Item => {
                self.close(false);
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::List(_) | TagEnd::DefinitionList => {
                self.close(false);
                self.outline.list_ends();
            }
            TagEnd::Heading(_)
            | TagEnd::TableCell
            | TagEnd::CodeBlock
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition => self.close(false),
            TagEnd::HtmlBlock => self.html_ends(),
            // A paragraph in an item waits: a list may follow, which makes it the list's heading.
            TagEnd::Paragraph if self.block == Block::Paragraph => self.close(false),
            TagEnd::Strong => {
                self.bold = self.bold.saturating_sub(1);
                self.styles = self.styles.saturating_sub(1);
            }
            TagEnd::Emphasis => self.styles = self.styles.saturating_sub(1),
            _ => {}
        }
    }

    fn push(&mut self, text: &str, offset: usize) {
        if matches!(self.block, Block::None | Block::Skipped) {
            return;
        }
        if self.parts.is_empty() {
            self.parts.push(Part { styled: true, ..Part::default() });
        }
        let (bold, styles) = (self.bold > 0, self.styles > 0);
        if let Some(part) = self.parts.last_mut() {
            part.begins_bold |= part.text.is_empty() && bold;
            part.styled &= styles || !text.contains(char::is_alphanumeric);
            part.text.push(offset, text);
        }
    }

    fn line_break(&mut self, hard: bool) {
        self.parts.push(Part { styled: true, after_hard_break: hard, ..Part::default() });
    }

    /// A row of a block of HTML.
    fn html(&mut self, row: Range<usize>) {
        self.html = Some(self.html.take().map_or(row.start, |block| block.start)..row.end);
    }

    fn html_ends(&mut self) {
        if let Some(block) = self.html.take() {
            self.outline = html::block(self.source, block, std::mem::take(&mut self.outline));
        }
    }

    /// Lines of an indented block, bullets or not.
    fn indented(&mut self, text: &str, offset: usize) {
        let mut at = offset;
        for row in text.split_inclusive('\n') {
            let inner = row.trim_start();
            let item = text::after_bullet(inner.trim_end());
            let words = item.unwrap_or(inner.trim_end());
            let place = self.places.at(at + row.len() - inner.len() + inner.trim_end().len() - words.len());
            if item.is_some() {
                self.outline.item(words, place);
            } else if !words.is_empty() {
                self.outline.paragraph(words, false, |_| place.clone());
            }
            at += row.len();
        }
    }

    /// Ends what was being read. `before_list`: a list follows within it.
    fn close(&mut self, before_list: bool) {
        let mut parts = std::mem::take(&mut self.parts);
        parts.retain(|part| !part.text.is_empty());
        let block = std::mem::replace(&mut self.block, Block::None);
        if parts.is_empty() {
            return;
        }
        match block {
            Block::Heading(level) => {
                let text = joined(parts);
                self.outline.at(self.places.at(text.origin(0)));
                self.outline.heading(level, text.text());
            }
            Block::Item => self.close_item(parts, before_list),
            Block::Term => {
                let text = joined(parts);
                self.outline.at(self.places.at(text.origin(0)));
                self.outline.term(text.text());
            }
            Block::Paragraph => self.close_paragraph(parts),
            Block::None | Block::Skipped | Block::Indented => {}
        }
    }

    fn close_item(&mut self, parts: Vec<Part>, before_list: bool) {
        let styled = parts.iter().all(|part| part.styled);
        if before_list && parts.iter().all(|part| is_title(part.text.text(), part.styled)) {
            for part in &parts {
                self.outline.at(self.places.at(part.text.origin(0)));
                self.outline.title(part.text.text());
            }
            return;
        }
        let mut parts = parts;
        // "Technologies: Java, Go" right below an item, without a bullet of its own.
        let label = |part: &Part| part.text.text().contains(": ") && wording::is_list(part.text.text());
        let labelled = parts.iter().skip(1).position(label).map(|at| parts.split_off(at + 1));
        let text = joined(parts);
        let place = self.places.at(text.origin(0));
        if before_list && styled && text.text().ends_with(':') {
            self.outline.at(place);
            self.outline.heading_by_look(text.text());
        } else {
            self.outline.item(text.text(), place);
        }
        if let Some(text) = labelled.map(joined) {
            let place = self.places.at(text.origin(0));
            self.outline.item(text.text(), place);
        }
    }

    fn close_paragraph(&mut self, parts: Vec<Part>) {
        let mut units: Vec<Vec<Part>> = Vec::new();
        for part in parts {
            match units.last_mut() {
                Some(unit) if unit.last().is_some_and(|last| goes_on(last, unit.len(), &part)) => unit.push(part),
                _ => units.push(vec![part]),
            }
        }
        for unit in units {
            let styled = unit.iter().all(|part| part.styled);
            let text = joined(unit);
            let places = &mut self.places;
            if let Some(item) = text::after_bullet(text.text()) {
                let before = text.text().len() - item.len();
                self.outline.item(item, places.at(text.origin(before)));
            } else if is_short_label(text.text()) {
                self.outline.at(places.at(text.origin(0)));
                self.outline.heading_by_look(text.text());
            } else {
                self.outline.paragraph(text.text(), styled, |at| places.at(text.origin(at)));
            }
        }
    }
}

fn is_title(text: &str, styled: bool) -> bool {
    wording::is_date(text) || wording::is_title(text, styled)
}

/// "Key achievements:" on a line of its own.
fn is_short_label(text: &str) -> bool {
    text.ends_with(':') && text.len() <= 60 && text.split(' ').count() <= 5
}

/// Whether a part goes on with the line before it; authors forget the two spaces of a hard break.
fn goes_on(last: &Part, count: usize, part: &Part) -> bool {
    if part.after_hard_break || part.begins_bold || text::after_bullet(part.text.text()).is_some() {
        return false;
    }
    if part.text.text().starts_with(char::is_lowercase) || last.text.text().ends_with(',') {
        return true;
    }
    let whole = |part: &Part| part.styled || wording::mark(part.text.text(), false) != Mark::Prose;
    !(whole(part) || count == 1 && whole(last))
}

fn joined(parts: Vec<Part>) -> Joined {
    let mut parts = parts.into_iter().map(|part| part.text);
    let mut text = parts.next().unwrap_or_default();
    for part in parts {
        text.line_break();
        text.append(&part);
    }
    text
}

fn level_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
