//! The rows of a page's tables.

use super::{item, normal};
use crate::role::Item;

/// The item that a table row tells: its name and its description are the first two cells that say something.
pub(super) fn in_row(cells: &[String]) -> Option<Item> {
    let mut telling = cells.iter().filter(|cell| cell.chars().any(char::is_alphabetic));
    telling.next().map(|name| item(name, telling.next().map(String::as_str)))
}

/// Whether a table row names its columns.
pub(super) fn is_header(cells: &[String]) -> bool {
    const NAMES: [&str; 18] = [
        "",
        "#",
        "no",
        "link",
        "question",
        "questions",
        "topic",
        "topics",
        "activity",
        "kpi",
        "metric",
        "description",
        "name",
        "stage",
        "step",
        "what it means",
        "definition",
        "details",
    ];
    cells.iter().all(|cell| NAMES.contains(&normal(cell).replace("topic s", "topics").as_str()) || cell == "#")
}
