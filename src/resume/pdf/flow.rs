//! From rows to the outline: wrapped rows are joined to items and paragraphs, and what looks like
//! a heading is told as one.

use super::super::outline::Outline;
use super::super::places::Joined;
use super::super::{Found, LineKind, Place, bullet, sections, wording};
use super::layout::Row;

/// Rows begin at the same place if they are not further apart than this, in points.
const SLACK: f64 = 2.5;

/// The lines of a document's rows, which come in the order of reading.
pub(super) fn lines(rows: &[Row]) -> Found {
    let mut flow = Flow {
        outline: Outline::default(),
        open: None,
        bullet_alone: false,
        hangs: hangs(rows),
        size: usual_size(rows),
    };
    for (at, row) in rows.iter().enumerate() {
        flow.row(row, &rows[at + 1..]);
    }
    flow.close();
    flow.outline.finish()
}

/// Whether items are set with their rows under each other, right of the bullet, as nearly all are.
fn hangs(rows: &[Row]) -> bool {
    rows.windows(2).any(|pair| {
        let deep = pair[0].text_left > pair[0].left + SLACK;
        deep && item(&pair[0]).is_some() && item(&pair[1]).is_none() && near(pair[1].left, pair[0].text_left)
    })
}

/// The size of most letters.
fn usual_size(rows: &[Row]) -> f64 {
    let mut sizes: Vec<(f64, usize)> = rows.iter().map(|row| (row.size, row.text.len())).collect();
    sizes.sort_by(|one, other| one.0.total_cmp(&other.0));
    let half = sizes.iter().map(|(_, letters)| letters).sum::<usize>() / 2;
    let mut before = 0;
    let mut passed = sizes.iter().find(|(_, letters)| {
        before += letters;
        before > half
    });
    passed.take().map_or(10.0, |&(size, _)| size)
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < SLACK
}

/// The text of a row after its bullet.
fn item(row: &Row) -> Option<&str> {
    bullet::strip(&row.text)
}

/// An item or a paragraph that may go on.
struct Open<'a> {
    text: Joined,
    is_item: bool,
    first: &'a Row,
    last: &'a Row,
}

struct Flow<'a> {
    outline: Outline,
    open: Option<Open<'a>>,
    /// The row before was a bullet and nothing else.
    bullet_alone: bool,
    hangs: bool,
    size: f64,
}

impl<'a> Flow<'a> {
    fn row(&mut self, row: &'a Row, after: &'a [Row]) {
        // A date in the margin belongs to the title beside it, and parts no item.
        if row.is_label && wording::is_date(&row.text) {
            return;
        }
        if !row.text.contains(char::is_alphanumeric) {
            self.bullet_alone = bullet::strip(&format!("{} A", row.text)).is_some();
            return;
        }
        let after_bullet = self.after_bullet(row);
        if after_bullet.is_none() && self.goes_on(row) {
            return self.add(row, &row.text);
        }
        self.close();
        self.outline.at(Place { line: row.line, column: 1, page: Some(row.page), path: None });
        match after_bullet {
            Some(item) => self.begin(row, item, true),
            None if self.is_heading(row) => self.outline.heading_by_look(row.text.trim()),
            None if leads_to_items(row, after) => self.outline.title(&row.text),
            None => self.begin(row, &row.text, false),
        }
        if let Some(tail) = row.tail.as_deref() {
            self.tail(row, tail);
        }
    }

    /// The text of an item that this row begins.
    fn after_bullet(&mut self, row: &'a Row) -> Option<&'a str> {
        let alone = std::mem::take(&mut self.bullet_alone);
        let Some(text) = item(row) else { return Some(row.text.as_str()).filter(|_| alone) };
        // "– and", "1. " at the start of a wrapped row are no bullets: they stand where the rows
        // of the open item go on.
        let within = self.open.as_ref().is_some_and(|open| {
            open.is_item && open.first.text_left > open.first.left + SLACK && near(row.left, open.first.text_left)
        });
        let dash = row.text.starts_with(|letter: char| letter.is_ascii() || "–—".contains(letter));
        if within && dash && self.goes_on(row) && self.open.as_ref().is_some_and(|open| is_full(open.last, row)) {
            return None;
        }
        // Icons beside contact data look the same as bullets of unknown fonts.
        let icon = row.sign && self.outline.known().is_none() && text.split(' ').nth(3).is_none();
        (!icon).then_some(text)
    }

    /// Whether a row goes on with what is open.
    fn goes_on(&self, row: &Row) -> bool {
        let Some(open) = &self.open else { return false };
        let same_column = open.last.page == row.page && open.last.column.number == row.column.number;
        let small = row.text.starts_with(char::is_lowercase);
        if row.is_label || (row.size - open.last.size).abs() > 0.12 * row.size {
            return false;
        }
        let dated = row.tail.as_deref().is_some_and(wording::is_date);
        let full = is_full(open.last, row);
        if !same_column {
            // Over the end of a page or column only what is in the middle of a sentence goes on.
            let ended = open.text.text().ends_with(['.', '!', '?', ':']);
            return open.is_item
                && !dated
                && !ended
                && (small || full && row.column.left + SLACK < row.left && !row.bold);
        }
        let step = row.base - open.last.base;
        let most = (1.35 * row.column.pitch).max(if open.is_item { 1.9 } else { 1.5 } * row.size);
        if step > most || step < 0.0 || dated || (row.bold && !open.last.bold && !small) {
            return false;
        }
        if !open.is_item {
            return row.bold == open.last.bold
                && near(row.left, open.last.left)
                && (full || small)
                && open.last.tail.is_none();
        }
        let hanging = open.first.text_left > open.first.left + SLACK;
        if hanging && near(row.left, open.first.text_left) {
            return true;
        }
        small && full || full && !self.hangs && near(row.left, open.first.left) && !self.is_heading(row)
    }

    fn is_heading(&self, row: &Row) -> bool {
        let text = row.text.trim();
        let short = text.split(' ').nth(6).is_none() && text.len() <= 60;
        if !short || row.tail.is_some() && sections::look_up(text).is_none() {
            return false;
        }
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        let capitals = letters > 3 && !text.chars().any(char::is_lowercase) && !text.contains(',');
        let large = row.size > 1.15 * self.size;
        if sections::look_up(text).is_some() {
            // In a list of skills, "Leadership" is a skill.
            let plain = !capitals && !large && !row.bold && !text.ends_with(':');
            let skill = plain && self.outline.known() == Some(LineKind::Skills);
            return !skill && !text.starts_with(char::is_lowercase);
        }
        !wording::is_contact(text, 4)
            && !text.ends_with('.')
            && (capitals || large && wording::is_title(text, row.bold))
    }

    fn begin(&mut self, row: &'a Row, text: &str, is_item: bool) {
        let mut joined = Joined::default();
        push(&mut joined, text);
        self.open = Some(Open { text: joined, is_item, first: row, last: row });
    }

    fn add(&mut self, row: &'a Row, text: &str) {
        if let Some(open) = &mut self.open {
            push(&mut open.text, text);
            open.last = row;
        }
        if let Some(tail) = row.tail.as_deref() {
            self.tail(row, tail);
        }
    }

    /// What stands at the right of a row: a date says when, and nothing of what was done.
    fn tail(&mut self, row: &'a Row, tail: &str) {
        if wording::is_date(tail) {
            return;
        }
        match &mut self.open {
            Some(open) if open.is_item || !wording::is_title(&row.text, row.bold) => open.text.push(0, tail),
            // Beside a title stands a place or an employer: "Acme Ltd.     Springfield".
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let place = Place { line: open.first.line, column: 1, page: Some(open.first.page), path: None };
        if open.is_item {
            self.outline.item(open.text.text(), place);
        } else {
            self.outline.paragraph(open.text.text(), open.first.bold && open.last.bold, |_| place.clone());
        }
    }
}

/// Adds a row. A hyphen at its end is mended with the row that follows, and a soft one is gone.
fn push(text: &mut Joined, row: &str) {
    if let Some(broken) = row.trim_end().strip_suffix('\u{AD}') {
        return text.push(0, broken);
    }
    // Some fonts have no other hyphen than U+2010.
    text.push(0, &row.replace(['\u{2010}', '\u{2011}'], "-"));
    // Typesetters break after the stroke in "CI/CD" and in links.
    let stroke = row.strip_suffix('/').is_some_and(|before| before.ends_with(char::is_alphanumeric));
    if !stroke {
        text.line_break();
    }
}

/// Whether the first word of the next row had no room on a row.
fn is_full(row: &Row, next: &Row) -> bool {
    row.right + 0.2 * row.size + next.first_width > row.column.right - 0.6 * row.size
}

/// A short line that is no sentence, with a list below it.
fn leads_to_items(row: &Row, after: &[Row]) -> bool {
    let next = after.iter().find(|row| !row.is_label);
    next.is_some_and(|next| item(next).is_some() && next.page == row.page)
        && row.text.split(' ').nth(12).is_none()
        && wording::is_title(&row.text, row.bold)
        && !wording::is_contact(&row.text, 4)
}

#[cfg(test)]
mod tests {
    use super::{Joined, push};

    #[test]
    fn words_broken_over_rows_are_mended() {
        for (rows, whole) in [
            (["opti\u{AD}", "mised"], "optimised"),
            (["opti\u{2010}", "mised"], "optimised"),
            (["front-", "end"], "front-end"),
            (["CI/", "CD"], "CI/CD"),
            (["this /", "that"], "this / that"),
            (["a team", "of five"], "a team of five"),
        ] {
            let mut text = Joined::default();
            for row in rows {
                push(&mut text, row);
            }
            assert_eq!(text.text(), whole);
        }
    }
}
