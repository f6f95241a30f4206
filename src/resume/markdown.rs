//! Markdown (`CommonMark`): lists, paragraphs and headings; HTML, comments and code are passed over.

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::error::ReadError;
use super::outline::Outline;
use super::places::{Joined, Places};
use super::wording::{self, Mark};
use super::{Found, text};

/// Lists and quotations within each other; the parser's time grows with each level on every line.
const MOST_NESTED: usize = 128;

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
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    let mut reader = Reader::new(source);
    for (event, range) in Parser::new_ext(&source[start..], options).into_offset_iter() {
        reader.event(event, range.start + start);
    }
    reader.close(false);
    Ok(reader.outline.finish())
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
    rest.find("\n---\n").map_or(0, |end| "---\n".len() + end + "\n---\n".len())
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
    /// Nothing in it is read.
    Skipped,
    /// Indented text, which an author of resumes does not mean as code.
    Indented,
}

struct Reader<'a> {
    outline: Outline,
    places: Places<'a>,
    block: Block,
    parts: Vec<Part>,
    /// Bold and italic, within each other.
    bold: usize,
    styles: usize,
    items: usize,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        let places = Places::new(source);
        Self {
            outline: Outline::default(),
            places,
            block: Block::None,
            parts: Vec::new(),
            bold: 0,
            styles: 0,
            items: 0,
        }
    }

    fn event(&mut self, event: Event, offset: usize) {
        match event {
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
            Tag::List(_) => self.close(true),
            Tag::CodeBlock(CodeBlockKind::Indented) => {
                self.close(false);
                self.block = Block::Indented;
            }
            Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => {
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
            TagEnd::Heading(_) | TagEnd::TableCell | TagEnd::CodeBlock | TagEnd::HtmlBlock => self.close(false),
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
            Block::Heading(level) => self.outline.heading(level, joined(parts).text()),
            Block::Item => self.close_item(parts, before_list),
            Block::Paragraph => self.close_paragraph(parts),
            Block::None | Block::Skipped | Block::Indented => {}
        }
    }

    fn close_item(&mut self, parts: Vec<Part>, before_list: bool) {
        let styled = parts.iter().all(|part| part.styled);
        if before_list && parts.iter().all(|part| is_title(part.text.text(), part.styled)) {
            for part in &parts {
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
    if part.text.text().starts_with(char::is_lowercase) {
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

#[cfg(test)]
mod tests {
    use super::super::{Line, LineKind};

    fn lines(source: &str) -> Vec<Line> {
        super::lines("a.md", source).expect("sound Markdown").lines
    }

    fn only(lines: &[Line]) -> Vec<(&str, Option<&str>, LineKind)> {
        lines.iter().map(|line| (line.text.as_str(), line.section.as_deref(), line.kind)).collect()
    }

    #[test]
    fn a_resume_with_bold_titles() {
        let source = "# Jane Doe\njane@example.com | [Site](https://example.com)\n\n## Summary\nI build shops. I like trains.\n\n\
            ## Experience\n\n**Senior Engineer**  \n*Acme, Austin, TX*  \n**Jul 2022 - Mar 2024**\n- Built `ETL` for [three](x) &amp; more\n\
            - Technologies used: Java (7, 8), Go\n\n**Clerk**\n*Beta Ltd, Rome*\n\nLed a desk\nof five. Cut costs by 5%.\n\n\
            ### Skills\n- **Languages:** Java\n";
        assert_eq!(
            only(&lines(source)),
            [
                ("I build shops.", Some("Summary"), LineKind::Summary),
                ("I like trains.", Some("Summary"), LineKind::Summary),
                ("Built ETL for three & more", Some("Senior Engineer, Acme"), LineKind::Experience),
                ("Technologies used: Java (7, 8), Go", Some("Senior Engineer, Acme"), LineKind::Skills),
                ("Led a desk of five.", Some("Clerk, Beta Ltd"), LineKind::Experience),
                ("Cut costs by 5%.", Some("Clerk, Beta Ltd"), LineKind::Experience),
                ("Languages: Java", Some("Skills"), LineKind::Skills),
            ]
        );
    }

    #[test]
    fn places_are_those_of_the_words() {
        let lines = lines("## Work\n\n- é **Led** a\n  - Built b\n\nWe sold. We won.\n");
        let places: Vec<_> = lines.iter().map(|line| (line.place.line, line.place.column)).collect();
        assert_eq!(places, [(3, 3), (4, 5), (6, 1), (6, 10)]);
    }

    #[test]
    fn nested_items_are_lines_and_their_titles_are_headings() {
        let source =
            "# Work\n- **Acme Corp**, 2019 – 2020\n  - Built a\n\n- Led the team to:\n    - cut costs\n1. Won x\n";
        assert_eq!(
            only(&lines(source)),
            [
                ("Built a", Some("Acme Corp"), LineKind::Experience),
                ("Led the team to:", Some("Acme Corp"), LineKind::Experience),
                ("cut costs", Some("Acme Corp"), LineKind::Experience),
                ("Won x", Some("Acme Corp"), LineKind::Experience),
            ]
        );
    }

    #[test]
    fn html_comments_code_and_front_matter_are_passed_over() {
        let source = "---\ntitle: x\n---\n<!-- - no -->\n<ul><li>no</li></ul>\n\n```\n- no\n```\n\n- Led a\n";
        let lines = lines(source);
        assert_eq!(only(&lines), [("Led a", None, LineKind::Other)]);
        assert_eq!(lines[0].place.line, 11);
    }

    #[test]
    fn bullets_that_are_no_markdown_are_items() {
        let source = "## Work\n• Led a\nteam\n• Built b\n\n    - Cut c\n";
        let lines = lines(source);
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Led a team", "Built b", "Cut c"]);
        assert_eq!((lines[2].place.line, lines[2].place.column), (6, 7));
    }

    #[test]
    fn deep_nesting_is_an_error_with_its_place() {
        let error = super::lines("a.md", &format!("x\n{}a", "> ".repeat(1000))).expect_err("too deep");
        assert!(error.to_string().starts_with("a.md:2:1: "), "{error}");
        assert!(super::lines("a.md", &"- ".repeat(1000)).is_ok());
    }
}
