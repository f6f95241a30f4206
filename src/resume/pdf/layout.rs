//! From words to rows in the order of reading: which words stand on one line, where columns part,
//! and which part of a line is a label at its left or a date at its right.

use super::super::wording;
use super::words::Word;

/// A gap this wide within a line parts it, in letter sizes; justified text stays below.
const WIDE: f64 = 1.8;
/// The least width of the gap between two columns, in letter sizes.
const GUTTER: f64 = 0.8;
/// A column has at least so many lines.
const FEWEST_LINES: usize = 4;
/// Columns within columns; more is a table.
const MOST_SPLITS: usize = 6;
/// A page has at most so many places where columns may begin, and so many words to look for them:
/// a page made to be slow has more.
const MOST_EDGES: usize = 48;
const MOST_WORDS: usize = 20_000;
/// Lines cannot be set more exactly than this, in points.
const SLACK: f64 = 2.0;

/// The rows of one page, in the order of reading.
#[derive(Debug)]
pub(super) struct PageRows {
    pub(super) height: f64,
    pub(super) rows: Vec<Row>,
}

/// A line of one column.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) page: usize,
    /// The line on the page, from 1, counted over all columns.
    pub(super) line: usize,
    /// Its text with the bullet, if it has one.
    pub(super) text: String,
    /// What stands far to the right on the same line: mostly a date or a place.
    pub(super) tail: Option<String>,
    /// It stands in the margin left of the text.
    pub(super) is_label: bool,
    /// It begins with a sign that is no letter.
    pub(super) sign: bool,
    pub(super) left: f64,
    /// Where the text after the bullet begins.
    pub(super) text_left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    /// The width of its first word.
    pub(super) first_width: f64,
    /// The column it is in.
    pub(super) column: Column,
}

/// A column, or a part of a page that has one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Column {
    /// Which one on the page.
    pub(super) number: usize,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The usual distance from one line to the next.
    pub(super) pitch: f64,
}

/// A word and the line of the page on which it stands, from 1.
#[derive(Clone, Debug)]
struct Placed {
    word: Word,
    line: usize,
}

/// The rows of a page. Their `page` is set by the caller, who knows it.
pub(super) fn rows(words: Vec<Word>, height: f64) -> PageRows {
    let mut columns = Vec::new();
    split(placed(words), &mut columns, 0);
    let rows = columns.into_iter().enumerate().flat_map(|(number, words)| column_rows(&words, number)).collect();
    PageRows { height, rows }
}

/// Finds out which words stand on one line.
fn placed(mut words: Vec<Word>) -> Vec<Placed> {
    words.sort_by(|one, other| one.base.total_cmp(&other.base));
    // A watermark must not draw all lines it touches together.
    let largest = 1.6 * median(words.iter().map(|word| word.size)).unwrap_or(10.0);
    let (mut line, mut top, mut size) = (0, f64::NEG_INFINITY, 0.0_f64);
    let mut placed: Vec<Placed> = Vec::with_capacity(words.len());
    for word in words {
        size = size.max(word.size).min(largest);
        if word.base - top > 0.45 * size {
            (line, top, size) = (line + 1, word.base, word.size.min(largest));
        }
        placed.push(Placed { word, line });
    }
    placed.sort_by(|one, other| one.line.cmp(&other.line).then(one.word.left.total_cmp(&other.word.left)));
    // A word drawn twice, a hair apart, is bold.
    placed.dedup_by(|second, first| {
        let same = first.line == second.line && first.word.text == second.word.text;
        let twin = same && second.word.left - first.word.left < 0.08 * first.word.size;
        first.word.bold |= twin;
        twin
    });
    placed
}

/// Parts words into columns, in the order of reading: what is above, left, right, below.
fn split(words: Vec<Placed>, columns: &mut Vec<Vec<Placed>>, splits: usize) {
    if words.is_empty() {
        return;
    }
    let may_split = splits < MOST_SPLITS && words.len() <= MOST_WORDS;
    let Some(gutter) = may_split.then(|| gutter(&words)).flatten() else { return columns.push(words) };
    let mut parts: [Vec<Placed>; 4] = Default::default();
    for word in words {
        let part = match word.line {
            line if line < gutter.from => 0,
            line if line > gutter.to => 3,
            _ if word.word.left < gutter.right - SLACK => 1,
            _ => 2,
        };
        parts[part].push(word);
    }
    for part in parts {
        split(part, columns, splits + 1);
    }
}

/// A gap between columns: its right edge, and the lines from which and to which it goes.
#[derive(Clone, Copy, Debug)]
struct Gutter {
    right: f64,
    from: usize,
    to: usize,
    lines: usize,
}

/// The longest gap between two columns, if there is one.
fn gutter(words: &[Placed]) -> Option<Gutter> {
    let lines: Vec<&[Placed]> = words.chunk_by(|one, other| one.line == other.line).collect();
    let size = median(words.iter().map(|word| word.word.size))?;
    let edges = edges(&lines, size);
    edges.into_iter().flat_map(|edge| bands(&lines, edge, size)).max_by_key(|gutter| gutter.lines)
}

/// Where parts of lines begin on three lines or more. Bullets before them belong to them.
fn edges(lines: &[&[Placed]], size: f64) -> Vec<f64> {
    let mut lefts: Vec<f64> =
        lines.iter().flat_map(|line| parts(line, GUTTER * size)).map(|part| part[0].word.left).collect();
    lefts.sort_by(f64::total_cmp);
    let first = lefts.first().copied().unwrap_or(0.0);
    let groups = lefts.chunk_by(|one, other| other - one < SLACK);
    let mut groups: Vec<&[f64]> = groups.filter(|group| group.len() >= 3 && group[0] > first + 4.0 * size).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    groups.into_iter().take(MOST_EDGES).map(|group| with_bullets(lines, group[0], size)).collect()
}

/// The left edge of the bullets that stand before an edge; the edge, if there are none.
fn with_bullets(lines: &[&[Placed]], edge: f64, size: f64) -> f64 {
    let pairs = lines.iter().flat_map(|line| line.windows(2));
    let before = pairs.filter(|pair| (pair[1].word.left - edge).abs() < SLACK && pair[0].word.is_bullet());
    let lefts = before.map(|pair| pair[0].word.left).filter(|left| edge - left < 3.0 * size);
    lefts.fold(edge, f64::min)
}

/// The stretches of lines along which nothing crosses the gap left of an edge, and which have a
/// column on each side.
fn bands(lines: &[&[Placed]], edge: f64, size: f64) -> Vec<Gutter> {
    let crossed = |line: &&[Placed]| {
        line.iter().any(|word| word.word.left < edge - SLACK && word.word.right > edge - GUTTER * size)
    };
    lines
        .split(crossed)
        .filter(|band| parts_columns(band, edge))
        .filter_map(|band| {
            let (from, to) = (band.first()?[0].line, band.last()?[0].line);
            Some(Gutter { right: edge, from, to, lines: band.len() })
        })
        .collect()
}

/// Whether what stands on both sides of an edge are columns, and not text with dates at its right
/// or labels at its left.
fn parts_columns(band: &[&[Placed]], edge: f64) -> bool {
    let side = |right: bool| -> Vec<Option<String>> {
        let within = |word: &&Placed| (word.word.left >= edge - SLACK) == right;
        band.iter()
            .map(|line| text_of(line.iter().filter(within)))
            .map(|text| (!text.is_empty()).then_some(text))
            .collect()
    };
    let (left, right) = (side(false), side(true));
    is_column(&left, &right) && is_column(&right, &left)
}

/// Whether one side is a column of its own. Labels and dates stand here and there, most of them
/// beside a line of the other side.
fn is_column(side: &[Option<String>], other: &[Option<String>]) -> bool {
    let count = side.iter().flatten().count();
    let beside = side.iter().zip(other).filter(|(one, other)| one.is_some() && other.is_some()).count();
    let dates = side.iter().flatten().filter(|text| wording::is_date(text)).count();
    let (first, last) = (side.iter().position(Option::is_some), side.iter().rposition(Option::is_some));
    let stretch = first.zip(last).map_or(0, |(first, last)| last - first + 1);
    let sparse = count * 2 < stretch && beside * 2 >= count;
    count >= FEWEST_LINES && dates * 2 < count && !sparse
}

/// The rows of one column.
fn column_rows(words: &[Placed], number: usize) -> Vec<Row> {
    let lines: Vec<&[Placed]> = words.chunk_by(|one, other| one.line == other.line).collect();
    let size = median(words.iter().map(|word| word.word.size)).unwrap_or(10.0);
    let parted: Vec<Vec<&[Placed]>> = lines.iter().map(|line| parts(line, WIDE * size)).collect();
    let bases: Vec<f64> = lines.iter().map(|line| line[0].word.base).collect();
    let pitches = bases.windows(2).map(|pair| pair[1] - pair[0]).filter(|pitch| *pitch < 3.0 * size);
    let column = Column {
        number,
        left: words.iter().map(|word| word.word.left).fold(f64::INFINITY, f64::min),
        right: words.iter().map(|word| word.word.right).fold(0.0, f64::max),
        pitch: median(pitches).unwrap_or(1.2 * size),
    };
    let mut starts: Vec<f64> = parted.iter().filter_map(|parts| parts.first()).map(|part| part[0].word.left).collect();
    starts.sort_by(f64::total_cmp);
    let mut rows = Vec::new();
    for parts in &parted {
        // What is left of where other lines begin is a label; what is right of the text, a tail.
        let labelled = parts.get(1).is_some_and(|part| {
            let left = part[0].word.left;
            let upto = |limit: f64| starts.partition_point(|start| *start < limit);
            upto(left + SLACK) - upto(left - SLACK) >= 2
        });
        let (labels, rest) = parts.split_at(usize::from(labelled));
        rows.extend(labels.iter().map(|label| Row { is_label: true, ..row(label, column) }));
        if let Some((main, tails)) = rest.split_first() {
            let tail = text_of(tails.iter().copied().flatten());
            rows.push(Row { tail: Some(tail).filter(|tail| !tail.is_empty()), ..row(main, column) });
        }
    }
    rows
}

fn row(words: &[Placed], column: Column) -> Row {
    let first = &words[0].word;
    let after_bullet = words.get(1).filter(|_| first.is_bullet()).map_or(first, |word| &word.word);
    let letters = |word: &&Placed| word.word.text.contains(char::is_alphanumeric);
    Row {
        page: 0,
        line: words[0].line,
        text: text_of(words),
        tail: None,
        is_label: false,
        sign: first.sign,
        left: first.left,
        text_left: after_bullet.left,
        right: words.iter().map(|word| word.word.right).fold(0.0, f64::max),
        base: after_bullet.base,
        size: words.iter().map(|word| word.word.size).fold(0.0, f64::max),
        bold: words.iter().any(|word| letters(&word)) && words.iter().filter(letters).all(|word| word.word.bold),
        first_width: first.right - first.left,
        column,
    }
}

/// The words of a line as text. A sign says nothing, except that one that begins a line is its
/// bullet.
fn text_of<'a>(words: impl IntoIterator<Item = &'a Placed>) -> String {
    let mut text = String::new();
    let mut last: Option<&Word> = None;
    for Placed { word, .. } in words {
        let near = |last: &Word| !last.spaced && word.left - last.right < 0.12 * word.size.max(last.size);
        if last.is_some_and(|last| !near(last) || last.sign) {
            text.push(' ');
        }
        match (word.sign, last) {
            (true, None) => text.push('•'),
            (true, Some(_)) => {}
            (false, _) => text.push_str(&word.text),
        }
        last = Some(word);
    }
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Parts a line at its wide gaps. A bullet stays with its text.
fn parts(line: &[Placed], wide: f64) -> Vec<&[Placed]> {
    let mut parts = Vec::new();
    let mut start = 0;
    for at in 1..line.len() {
        let far = line[at].word.left - line[at - 1].word.right > wide;
        if far && !(at - start == 1 && line[start].word.is_bullet()) {
            parts.push(&line[start..at]);
            start = at;
        }
    }
    parts.push(&line[start..]);
    parts
}

fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
