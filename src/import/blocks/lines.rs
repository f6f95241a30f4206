//! Text and Markdown, line by line. Forgiving: what is no sound Markdown is read as it was meant.

use super::front_matter;
use super::inline::{pattern, plain};
use super::{Block, BlockKind};

use std::sync::LazyLock;

use regex::Regex;

/// A longer line was not wrapped by hand.
const LONGEST_WRAPPED: usize = 100;
/// A shorter line was not wrapped because it was full.
const SHORTEST_WRAPPED: usize = 55;
/// A heading has no more words.
const MOST_HEADING_WORDS: usize = 9;

pattern!(HASHES, r"^(#{1,6})\s+(.*?)\s*#*$");
pattern!(
    BULLET,
    r"^(?:(?:[-*+–—o]|\[[ xX]?\])(?:\s+|$)|[•●○◦▪▫■□‣⁃·✓✔✅➢➤►▶→»§\u{f0b7}\u{f0a7}]\s*|\(?\d{1,3}[.)]\s+|\(?[a-z][.)]\s+)+"
);
pattern!(RULE, r"^(?:[-_*=~]\s*){3,}$");
pattern!(TABLE_RULE, r"^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$");
pattern!(BOLD, r"^(?:\*\*|__)([^*_]+)(?:\*\*|__)\s*:?$");

/// The blocks of a text.
pub(super) fn blocks(source: &str) -> Vec<Block> {
    let lines: Vec<&str> = source.lines().flat_map(|line| line.split('\r')).map(str::trim_end).collect();
    let mut reader = Reader { wrapped: is_wrapped(&lines), ..Reader::default() };
    let head = front_matter::lines(&lines);
    reader.blocks = front_matter::blocks(&lines[..head]);
    for (at, line) in lines.iter().enumerate().skip(head) {
        reader.line(at + 1, line, lines.get(at + 1).copied().unwrap_or_default());
    }
    reader.blocks.iter_mut().for_each(|block| {
        if !matches!(block.kind, BlockKind::Row(_)) {
            block.text = plain(&block.text);
        }
    });
    reader.blocks
}

/// Whether a line is Markdown for certain: a heading with hashes, or the rule of a table.
pub(super) fn is_markdown(line: &str) -> bool {
    HASHES.is_match(line) || TABLE_RULE.is_match(line) && line.contains('|')
}

/// Whether the lines of `lines` were broken by hand or by a mail program.
fn is_wrapped(lines: &[&str]) -> bool {
    let lengths = || lines.iter().map(|line| line.chars().count());
    lengths().all(|length| length <= LONGEST_WRAPPED)
        && lengths().filter(|length| *length >= SHORTEST_WRAPPED).count() >= 3
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    wrapped: bool,
    /// An empty line stands above.
    after_gap: bool,
    /// A bullet stands alone above: its text comes next.
    bullet: Option<usize>,
    /// Characters of the line above.
    last_length: usize,
    /// Indent of the list item above.
    item_indent: Option<usize>,
}

impl Reader {
    fn line(&mut self, number: usize, raw: &str, next: &str) {
        let line = raw.trim_start();
        let indent = raw.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { 4 } else { 1 }).sum();
        if line.is_empty() {
            self.after_gap = true;
            return;
        }
        if !self.underline(line) {
            self.block(number, line, indent, next);
        }
        self.after_gap = false;
        self.last_length = raw.chars().count();
    }

    /// Whether `line` is a rule; one below a line of text makes that a heading.
    fn underline(&mut self, line: &str) -> bool {
        if TABLE_RULE.is_match(line) && line.contains('|') {
            return true;
        }
        if !RULE.is_match(line) {
            return false;
        }
        let level = if line.starts_with('=') { 1 } else { 2 };
        if let Some(above) = self.blocks.last_mut().filter(|above| above.kind == BlockKind::Text && !self.after_gap)
            && line.starts_with(['=', '-'])
            && above.text.split_whitespace().count() <= MOST_HEADING_WORDS
        {
            above.kind = BlockKind::Heading(level);
        }
        true
    }

    fn block(&mut self, number: usize, line: &str, indent: usize, next: &str) {
        let push = |blocks: &mut Vec<Block>, kind, text: &str| {
            blocks.push(Block { kind, text: text.to_owned(), line: number });
        };
        if line == "|" {
            return push(&mut self.blocks, BlockKind::Bar, "");
        }
        if let Some(cells) = cells(line, next) {
            return push(&mut self.blocks, BlockKind::Row(cells.clone()), &cells.join(" | "));
        }
        if let Some(rest) = after_bullet(line) {
            self.item_indent = Some(indent);
            if rest.is_empty() {
                self.bullet = Some(indent);
            } else {
                self.bullet = None;
                push(&mut self.blocks, BlockKind::Item(indent), rest);
            }
            return;
        }
        if let Some(indent) = self.bullet.take() {
            return push(&mut self.blocks, BlockKind::Item(indent), line);
        }
        let behind_bar = self.blocks.last().is_some_and(|above| above.kind == BlockKind::Bar);
        if let Some((level, text)) = heading(line).filter(|_| !behind_bar) {
            self.item_indent = None;
            return push(&mut self.blocks, BlockKind::Heading(level), text);
        }
        if self.continues(line, indent)
            && let Some(above) = self.blocks.last_mut()
        {
            above.text.extend([" ", line]);
            return;
        }
        push(&mut self.blocks, BlockKind::Text, line);
    }

    /// Whether `line` goes on with what the line above began.
    fn continues(&self, line: &str, indent: usize) -> bool {
        let Some(above) = self.blocks.last().filter(|_| !self.after_gap) else { return false };
        let begins_small = line.starts_with(char::is_lowercase);
        let is_full = self.last_length >= SHORTEST_WRAPPED || begins_small && self.last_length >= 40;
        match above.kind {
            BlockKind::Item(_) => {
                let hangs = self.item_indent.is_some_and(|item| indent > item);
                (hangs || begins_small) && is_full && self.last_length <= LONGEST_WRAPPED || hangs && begins_small
            }
            BlockKind::Text => {
                let ended = above.text.ends_with(['.', '!', '?', ':', ';']);
                begins_small && is_full && !ended || self.wrapped && is_full && (!ended || self.last_length >= 60)
            }
            _ => false,
        }
    }
}

/// A table row's cells. A line with bars within it only is one where a rule stands below it.
fn cells(line: &str, next: &str) -> Option<Vec<String>> {
    let has_rule = TABLE_RULE.is_match(next.trim()) && next.contains('|');
    if line.contains('\t') && after_bullet(line).is_none() {
        let cells: Vec<String> = line.split('\t').map(plain_cell).collect();
        return (cells.len() > 1).then_some(cells);
    }
    let outer = line.len() > 1 && (line.starts_with('|') || line.ends_with('|'));
    if !(outer || has_rule && line.contains('|')) {
        return None;
    }
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    Some(inner.split('|').map(plain_cell).collect())
}

fn plain_cell(cell: &str) -> String {
    const LINES: [(&str, &str); 6] =
        [("<br/>", "<br>"), ("<br />", "<br>"), ("<li>", "<br>"), ("</li>", ""), ("<ul>", ""), ("</ul>", "")];
    let lines = LINES.iter().fold(cell.to_owned(), |cell, (tag, line)| cell.replace(tag, line));
    lines.split("<br>").map(plain).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What stands behind a bullet or a number.
pub(super) fn after_bullet(line: &str) -> Option<&str> {
    BULLET.find(line).map(|found| line[found.end()..].trim()).filter(|_| !BOLD.is_match(line))
}

/// The level and the text of a line that is a heading by its look: hashes, bold type, capitals or a colon at its end.
pub(super) fn heading(line: &str) -> Option<(u8, &str)> {
    if let Some(found) = HASHES.captures(line) {
        let text = found.get(2).map_or("", |text| text.as_str());
        return Some((u8::try_from(found[1].len()).unwrap_or(6), text));
    }
    if line.split_whitespace().count() > MOST_HEADING_WORDS {
        return None;
    }
    if let Some(found) = BOLD.captures(line) {
        return found.get(1).map(|text| (5, text.as_str().trim_end_matches(':')));
    }
    let letters = || line.chars().filter(|c| c.is_alphabetic());
    if letters().count() >= 4 && letters().all(|c| !c.is_lowercase()) && !line.ends_with(['.', '?']) {
        return Some((3, line.trim_end_matches(':')));
    }
    line.strip_suffix(':').filter(|text| !text.contains(": ")).map(|text| (6, text.trim_end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(source: &str) -> Vec<String> {
        let letter = |kind: &BlockKind| match kind {
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Item(depth) => format!("i{depth}"),
            BlockKind::Text => "t".to_owned(),
            BlockKind::Row(cells) => format!("r{}", cells.len()),
            BlockKind::Bar => "|".to_owned(),
            BlockKind::Aside => "a".to_owned(),
        };
        blocks(source).iter().map(|block| format!("{} {}", letter(&block.kind), block.text).trim().to_owned()).collect()
    }

    #[test]
    fn bullets_and_headings_of_any_look() {
        let source = "# One\nTwo\n===\n**Three**\nFOUR FIVE\nSix:\n- a\n* b\n• c\n1. d\n  - e\n– f\n[x] g\n-\nh\ni";
        let shown = shown(source);
        let headings = ["h1 One", "h1 Two", "h5 Three", "h3 FOUR FIVE", "h6 Six"];
        let items = ["i0 a", "i0 b", "i0 c", "i0 d", "i2 e", "i0 f", "i0 g", "i0 h", "t i"];
        assert_eq!(shown, [&headings[..], &items[..]].concat());
    }

    #[test]
    fn tables_with_cells_on_lines_of_their_own() {
        assert_eq!(shown("A | B |\n---|---|\nq?\n|\nSQL\n|"), ["r2 A | B", "t q?", "|", "t SQL", "|"]);
        assert_eq!(shown("A | B\n--|--\nEngineer | Rome"), ["r2 A | B", "t Engineer | Rome"]);
    }

    #[test]
    fn lines_broken_by_hand_are_one() {
        let long = "We look for someone who keeps the books of a shop that";
        assert_eq!(
            shown(&format!("{long}\nsells tea.\n- Keeps\n  the ledger")),
            [&format!("t {long} sells tea."), "i0 Keeps the ledger"]
        );
        assert_eq!(shown("- Phone screening\n  Initial call"), ["i0 Phone screening", "t Initial call"]);
    }
}
