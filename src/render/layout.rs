//! Fitting text into columns.

use std::ops::Range;

use comfy_table::{ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle, Width as ColumnWidth, presets};
use textwrap::{Options, WordSplitter};

use crate::report::Evidence;

use super::evidence::set_off;
use super::plain::plain;
use super::style::{EVIDENCE, HEADING, paint};

/// Less than this is not wrapped for.
const NARROWEST: usize = 40;
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
    let rest = " ".repeat(textwrap::core::display_width(first));
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
    let columns = textwrap::core::display_width;
    let gap = width.saturating_sub(columns(first) + columns(left) + columns(right));
    if gap < 2 {
        let fits = columns(right) <= width;
        let right = if fits { " ".repeat(width - columns(right)) + right + "\n" } else { hang("", right, width) };
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

/// A table with a rule below its header.
pub(super) fn table(header: &[(&str, Column)], rows: impl IntoIterator<Item = Vec<String>>, width: Width) -> String {
    const STYLE: TableStyle = presets::NOTHING.header_separator(LineStyle::none().fill('─').junction('─'));
    let mut table = Table::new();
    table.load_style(STYLE).set_content_arrangement(ContentArrangement::Dynamic);
    table
        .set_width(u16::try_from(width.columns()).unwrap_or(u16::MAX))
        .set_header(header.iter().map(|(name, _)| *name));
    table.add_rows(rows.into_iter().map(|row| row.iter().map(|cell| breakable(&plain(cell))).collect::<Vec<_>>()));
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

    fn at(start: usize, end: usize) -> Evidence {
        Evidence { start, end, text: String::new(), why: String::new() }
    }

    #[test]
    fn evidence_is_shown_word_by_word_and_once_where_places_overlap() {
        let shown = highlighted("é Redis caching on", &[at(2, 15), at(8, 15)]);
        assert_eq!(shown, format!("é {} {} on", paint("Redis", EVIDENCE), paint("caching", EVIDENCE)));
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
        let text = highlighted("aaaa bbbb cccc", &[at(5, 9)]);
        assert_eq!(hang("1. ", &text, 12), format!("1. aaaa {}\n   cccc\n", paint("bbbb", EVIDENCE)));
    }
}
