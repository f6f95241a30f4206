//! Text, Markdown or HTML as plain blocks: headings, list items, table rows, text.

mod front_matter;
mod html;
mod inline;
mod lines;

pub(in crate::import) use inline::{compiled, pattern};

use super::ImportError;

/// What a block is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    /// A heading; the smaller the number, the higher it stands.
    Heading(u8),
    /// A list item; the larger the number, the deeper it stands.
    Item(usize),
    /// A line or a paragraph.
    Text,
    /// A table row, by cells. A cell's own lines are kept.
    Row(Vec<String>),
    /// The bar between two cells of a table whose cells stand on lines of their own.
    Bar,
    /// A menu's or a footer's text.
    Aside,
}

/// A piece of the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// What it is.
    pub(super) kind: BlockKind,
    /// Its text, without markup.
    pub(super) text: String,
    /// The line of the source that it begins on, from 1.
    pub(super) line: usize,
}

impl Block {
    pub(super) fn is_item(&self) -> bool {
        matches!(self.kind, BlockKind::Item(_))
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }
}

/// The blocks of `source`, which is HTML where it looks like it.
pub(super) fn read(name: &str, source: &str) -> Result<Vec<Block>, ImportError> {
    let blocks = if is_html(source) { html::blocks(name, source)? } else { lines::blocks(source) };
    Ok(blocks.into_iter().filter(|block| block.kind == BlockKind::Bar || !block.text.is_empty()).collect())
}

/// Whether tags of a page stand in the text; Markdown may hold some too, in the cells of a table above all.
fn is_html(source: &str) -> bool {
    const WHOLE: [&str; 3] = ["<!doctype html", "<html", "<body"];
    const PARTS: [&str; 8] = ["<p>", "<p ", "<li", "<div", "<h1", "<h2", "<td", "<br"];
    let lower = source.to_ascii_lowercase();
    let is_markdown = || source.lines().any(lines::is_markdown);
    WHOLE.iter().any(|tag| lower.contains(tag))
        || PARTS.iter().map(|tag| lower.matches(tag).count()).sum::<usize>() >= 3
            && lower.contains("</")
            && !is_markdown()
}
