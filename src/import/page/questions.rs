//! The interview questions of a page: a list, a table, or a table whose cells stand on lines of their own.

use std::sync::LazyLock;

use regex::Regex;

use super::rows::is_header;
use crate::import::blocks::{Block, BlockKind, pattern};
use crate::import::draft::Draft;
use crate::import::tally::Part;
use crate::role::Question;

pattern!(TAGGED, r"^(.*[?.])\s*[(\[]\s*([^()\[\]]{2,60})[)\]]$");
pattern!(TOPIC, r"(?i)^(?:topics?|topic\(s\)|tags?)\s*:\s*(.+)$");

/// Whether a block is the heading of a group of questions ("Security", and a list below).
pub(super) fn is_topic(block: &Block, next: Option<&Block>) -> bool {
    let leads = next.is_some_and(|next| next.is_item() || next.text.ends_with('?'));
    let is_name = block.text.split_whitespace().count() <= 5 && !block.text.ends_with(['?', '.', '!']);
    matches!(block.kind, BlockKind::Text | BlockKind::Heading(_)) && leads && is_name && !TOPIC.is_match(&block.text)
}

/// Reads one block of the section. `cells` is there where the page has a table with cells on lines of their own.
pub(super) fn block<'b>(draft: &mut Draft, cells: &mut Option<Vec<Vec<&'b Block>>>, block: &'b Block) {
    match (&block.kind, cells) {
        (BlockKind::Row(row), _) if is_header(row) => draft.used(block, Part::Headings),
        (BlockKind::Row(row), _) => self::row(draft, block, row),
        (BlockKind::Bar, Some(cells)) => cells.push(Vec::new()),
        (BlockKind::Text | BlockKind::Heading(_), Some(cells)) => {
            if cells.is_empty() {
                cells.push(Vec::new());
            }
            if let Some(cell) = cells.last_mut() {
                cell.push(block);
            }
        }
        _ => entry(draft, block),
    }
}

/// The questions of a table whose cells stand on lines of their own: an empty cell stands between its rows.
pub(super) fn cells(draft: &mut Draft, cells: Vec<Vec<&Block>>) {
    let mut row: Vec<Vec<&Block>> = Vec::new();
    for cell in cells.into_iter().chain([Vec::new()]) {
        if !cell.is_empty() {
            row.push(cell);
            continue;
        }
        let whole = |cell: &[&Block]| cell.iter().map(|block| block.text.as_str()).collect::<Vec<_>>().join("\n");
        if let Some(first) = row.first().and_then(|cell| cell.first()) {
            let texts: Vec<String> = row.iter().map(|cell| whole(cell)).collect();
            self::row(draft, first, &texts);
            row.iter().flatten().skip(1).for_each(|block| draft.used(block, Part::Questions));
        }
        row.clear();
    }
}

/// A row: its longest cell is the question, what stands behind it the topics.
fn row(draft: &mut Draft, block: &Block, cells: &[String]) {
    let longest = cells.iter().enumerate().max_by_key(|(at, cell)| (cell.chars().count(), usize::MAX - at));
    let Some((at, text)) = longest.filter(|(_, text)| text.split_whitespace().count() >= 2) else {
        return draft.nowhere(block, &block.text);
    };
    let topics = cells[at + 1..].iter().flat_map(|cell| topics(cell)).collect();
    draft.spec.questions.push(Question { text: text.replace('\n', " "), topics });
    draft.used(block, Part::Questions);
}

/// A question of a list, its topics behind it in brackets or on the next line.
fn entry(draft: &mut Draft, block: &Block) {
    if let (Some(found), Some(last)) = (TOPIC.captures(&block.text), draft.spec.questions.last_mut()) {
        last.topics.extend(topics(&found[1]));
        return draft.used(block, Part::Questions);
    }
    let is_question = block.is_item() || block.text.ends_with('?') || TAGGED.is_match(&block.text);
    if !is_question || block.is_heading() && !block.text.ends_with('?') {
        return draft.nowhere(block, &block.text);
    }
    let tagged = TAGGED.captures(&block.text);
    let question = match tagged {
        Some(found) => Question { text: found[1].to_owned(), topics: topics(&found[2]) },
        None => Question { text: block.text.clone(), topics: Vec::new() },
    };
    draft.spec.questions.push(question);
    draft.used(block, Part::Questions);
}

fn topics(text: &str) -> Vec<String> {
    text.split([',', ';', '\n']).map(|topic| topic.trim().to_owned()).filter(|topic| !topic.is_empty()).collect()
}
