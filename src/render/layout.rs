//! Fitting text into columns.

use std::ops::Range;

use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width as ColumnWidth, presets};
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter};

use crate::report::Evidence;

use super::evidence::set_off;
use super::plain::plain;
use super::style::{EVIDENCE, HEADING, QUIET, paint};

/// Less than this is not wrapped for.
const NARROWEST: usize = 40;
/// With fewer columns what usually stands beside each other stands below each other.
const NARROW: usize = 60;
/// Longer lines of prose are hard to read.
const WIDEST_PROSE: usize = 100;

/// How many columns there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Width(usize);

impl Width {
    /// What is taken where the width is not known.
    pub const USUAL: Self = Self(80);

    /// `columns`, but never too few to wrap for.
    #[must_use]
    pub fn new(columns: usize) -> Self {
        Self(columns.max(NARROWEST))
    }

    /// Whether words beside labels and numbers would have too little room.
    pub(super) fn is_narrow(self) -> bool {
        self.0 < NARROW
    }

    /// All columns.
    pub(super) fn columns(self) -> usize {
        self.0
    }

    /// The columns that prose is set in.
    pub(super) fn prose(self) -> usize {
        self.0.min(WIDEST_PROSE)
    }
}

/// `text` wrapped to `width`, its first line behind `first` and the others behind as many spaces, with a line break.
/// Styles may stand in both.
pub(super) fn hang(first: &str, text: &str, width: usize) -> String {
    let rest = " ".repeat(display_width(first));
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(&rest)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(true);
    let mut lines = textwrap::wrap(text, options).join("\n");
    lines.push('\n');
    lines
}

/// `left` and `right` on one line of `width` columns; below each other where they do not fit, and wrapped where one of
/// them is too long alone.
pub(super) fn apart(left: &str, right: &str, width: usize) -> String {
    spread("", left, right, width)
}

/// The same with `left` behind `first`, and hanging there where it is wrapped.
pub(super) fn spread(first: &str, left: &str, right: &str, width: usize) -> String {
    let gap = width.saturating_sub(display_width(first) + display_width(left) + display_width(right));
    if gap < 2 {
        let fits = display_width(right) <= width;
        let right = if fits { " ".repeat(width - display_width(right)) + right + "\n" } else { hang("", right, width) };
        let indent = if first.is_empty() { left.len() - left.trim_start().len() } else { 0 };
        let first = format!("{first}{}", &left[..indent]);
        return hang(&first, &left[indent..], width) + &right;
    }
    let left = format!("{first}{left}");
    format!("{left}{}{right}\n", " ".repeat(gap))
}

/// `text`, made plain, with the evidence in it shown.
pub(super) fn highlighted(text: &str, evidence: &[Evidence]) -> String {
    emphasised(text, evidence.iter().map(|place| place.start..place.end))
}

/// `text`, made plain, with these characters set off. Word by word, so that a wrapped line's indent stays unstyled.
pub(super) fn emphasised(text: &str, places: impl Iterator<Item = Range<usize>>) -> String {
    let painted = |word: &str| match word.trim_end() {
        "" => word.to_owned(),
        bare => paint(bare, EVIDENCE) + &word[bare.len()..],
    };
    let words = |part: &str| part.split_inclusive(char::is_whitespace).map(painted).collect();
    let parts = set_off(&plain(text), places).into_iter();
    parts.map(|(part, is_set_off)| if is_set_off { words(&part) } else { part }).collect()
}

/// How a column takes part in the table's width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Keeps the width of its content.
    Rigid,
    /// Takes its share.
    Flexible,
    /// Takes at most so many percent.
    AtMost(u16),
}

/// A table with a rule below its header, a cell with the lines that it has; row by row below each other where there is no room for columns.
pub(super) fn table(header: &[(&str, Column)], rows: impl IntoIterator<Item = Vec<String>>, width: Width) -> String {
    const STYLE: TableStyle = presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─'));
    let rows: Vec<Vec<String>> = rows.into_iter().collect();
    if width.is_narrow() && natural_width(header, &rows) > width.columns() {
        return stacked(header, &rows, width);
    }
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table
        .set_width(u16::try_from(width.columns()).unwrap_or(u16::MAX))
        .set_header(header.iter().map(|(name, _)| *name));
    let broken = |cell: &String| cell.lines().map(|line| breakable(&plain(line))).collect::<Vec<_>>().join("\n");
    table.add_rows(rows.iter().map(|row| row.iter().map(broken).collect::<Vec<_>>()));
    for (place, (column, (_, kind))) in table.column_iter_mut().zip(header).enumerate() {
        column.set_padding(if place == 0 { (0, 1) } else { (1, 1) });
        match kind {
            Column::Rigid => column.set_constraint(ColumnConstraint::ContentWidth),
            Column::Flexible => column,
            Column::AtMost(percent) => {
                let most = width.columns() * usize::from(*percent) / 100;
                let most = ColumnWidth::Fixed(u16::try_from(most).unwrap_or(u16::MAX));
                column.set_constraint(ColumnConstraint::UpperBoundary(most))
            }
        };
    }
    let mut text = String::new();
    for (place, line) in table.lines().enumerate() {
        let line = line.trim_end();
        text.push_str(&if place == 0 { paint(line, HEADING) } else { line.to_owned() });
        text.push('\n');
    }
    text
}

/// The columns that a table takes where nothing in it is wrapped.
fn natural_width(header: &[(&str, Column)], rows: &[Vec<String>]) -> usize {
    let widest = |place: usize, name: &str| {
        let cells = rows.iter().filter_map(|row| row.get(place)).map(|cell| display_width(cell));
        cells.chain([display_width(name)]).max().unwrap_or_default()
    };
    header.iter().enumerate().map(|(place, (name, _))| widest(place, name) + 2).sum::<usize>().saturating_sub(1)
}

/// Each row as a block: its first words, behind the numbers before them, then the other cells with their columns' names.
fn stacked(header: &[(&str, Column)], rows: &[Vec<String>], width: Width) -> String {
    let title = header.iter().position(|(_, kind)| *kind != Column::Rigid).unwrap_or_default();
    let names = || header.iter().skip(title + 1).map(|(name, _)| name.trim());
    let widest = names().map(display_width).max().unwrap_or_default();
    let block = |row: &Vec<String>| {
        let numbers: String = row.iter().take(title).map(|cell| plain(cell) + "  ").collect();
        let indent = " ".repeat(display_width(&numbers).max(2));
        let words = row.get(title).map(|cell| plain(cell)).unwrap_or_default();
        let mut text = hang(&numbers, &words, width.columns());
        for (name, cell) in names().zip(row.iter().skip(title + 1)).filter(|(_, cell)| !cell.trim().is_empty()) {
            let name = paint(&format!("{name:<widest$}"), QUIET);
            text.push_str(&hang(&format!("{indent}{name}  "), plain(cell).trim(), width.columns()));
        }
        text
    };
    rows.iter().map(block).collect::<Vec<_>>().join("\n")
}

/// `text` with line breaks in words that are longer than any line: a table takes the square of a word's length to lay it
/// out, so a page without a space would stop the program.
fn breakable(text: &str) -> String {
    const LONGEST_WORD: usize = 400;
    let mut length = 0;
    let mut broken = String::with_capacity(text.len());
    for c in text.chars() {
        length = if c.is_whitespace() { 0 } else { length + 1 };
        if length > LONGEST_WORD {
            broken.push('\n');
            length = 1;
        }
        broken.push(c);
    }
    broken
}

/// "1 line", "2 lines".
pub(super) fn count(number: usize, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_shown_word_by_word_and_once_where_places_overlap() {
        let shown = emphasised("é Redis caching on", [2..15, 8..15].into_iter());
        assert_eq!(shown, format!("é {} {} on", paint("Redis", EVIDENCE), paint("caching", EVIDENCE)));
    }

    #[test]
    fn a_table_without_room_for_its_columns_is_a_block_a_row() {
        let header = [(" #", Column::Rigid), ("QUESTION", Column::Flexible), ("TOPICS", Column::AtMost(25))];
        let row = |number: &str, words: &str, topic: &str| [number, words, topic].map(str::to_owned).to_vec();
        let rows = [row(" 1", "Where does the front end begin, and why there?", "General"), row(" 2", "Why?", "")];
        let told =
            |columns| anstream::adapter::strip_str(&table(&header, rows.clone(), Width::new(columns))).to_string();
        assert_eq!(
            told(40),
            " 1  Where does the front end begin, and\n    why there?\n    TOPICS  General\n\n 2  Why?\n"
        );
        assert!(told(80).starts_with(" #   QUESTION"));
    }

    #[test]
    fn what_does_not_fit_on_one_line_stands_on_two() {
        assert_eq!(apart("left", "right", 12), "left   right\n");
        assert_eq!(apart("left", "right", 10), "left\n     right\n");
        assert_eq!(apart("  left side", "right", 8), "  left\n  side\n   right\n");
        assert_eq!(apart("left", "right", 5), "left\nright\n");
        assert_eq!(apart("left end", "right", 5), "left\nend\nright\n");
    }

    #[test]
    fn a_word_without_end_is_broken_and_nothing_else() {
        assert_eq!(breakable("Led a team of five"), "Led a team of five");
        let lines: Vec<usize> = breakable(&"é".repeat(1000)).lines().map(|line| line.chars().count()).collect();
        assert_eq!(lines, [400, 400, 200]);
    }

    #[test]
    fn wrapping_does_not_count_styles() {
        let text = emphasised("aaaa bbbb cccc", std::iter::once(5..9));
        assert_eq!(hang("1. ", &text, 12), format!("1. aaaa {}\n   cccc\n", paint("bbbb", EVIDENCE)));
    }
}
