//! What stands at the top of a page of a static site, between two lines of dashes or plus signs: its title and its data.

use std::sync::LazyLock;

use regex::Regex;

use super::inline::pattern;
use super::{Block, BlockKind};

/// So many lines it may have.
const MOST_LINES: usize = 80;

pattern!(ENTRY, r#"^(\w[\w -]*?)\s*[:=]\s*["']?(.*?)["']?\s*$"#);

/// How many of the first lines it takes; none where the page has none.
pub(super) fn lines(lines: &[&str]) -> usize {
    let Some(fence) = lines.first().filter(|line| matches!(**line, "---" | "+++")) else { return 0 };
    let inside = lines.iter().skip(1).take(MOST_LINES);
    let end = inside.clone().position(|line| line == fence).unwrap_or(0);
    // A rule, and another below, part other texts as well.
    let is_data = end > 0
        && inside
            .take(end)
            .all(|line| line.is_empty() || line.starts_with([' ', '-', '#', ']']) || ENTRY.is_match(line));
    if is_data { end + 2 } else { 0 }
}

/// The title as the top heading; all else is data for the site.
pub(super) fn blocks(lines: &[&str]) -> Vec<Block> {
    let fence = |line: &str| matches!(line, "---" | "+++");
    let entries = lines.iter().enumerate().filter(|(_, line)| !line.trim().is_empty() && !fence(line));
    let block = |(at, line): (usize, &&str)| {
        let title = ENTRY
            .captures(line)
            .filter(|found| found[1].eq_ignore_ascii_case("title"))
            .map(|found| found[2].to_owned());
        let kind = if title.is_some() { BlockKind::Heading(1) } else { BlockKind::Aside };
        Block { kind, text: title.unwrap_or_else(|| line.trim().to_owned()), line: at + 1 }
    };
    entries.map(block).filter(|block| !block.text.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, blocks, lines};

    #[test]
    fn the_title_is_a_heading() {
        for (source, head, title) in [
            ("---\ntitle: \"Shop assistant\"\ndraft: true\n---\n\nSell tea", 4, Some("Shop assistant")),
            ("+++\ntitle = 'Cook'\n\n+++", 4, Some("Cook")),
            ("---\nSell tea and cakes to all who come in\n---", 0, None),
            ("---\n---", 0, None),
            ("Title: Cook", 0, None),
            ("", 0, None),
        ] {
            let all: Vec<&str> = source.lines().collect();
            assert_eq!(lines(&all), head, "{source}");
            let found = blocks(&all[..head]).into_iter().find(|block| block.kind == BlockKind::Heading(1));
            assert_eq!(found.map(|block| block.text).as_deref(), title);
        }
    }
}
