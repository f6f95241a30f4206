//! The marks that tell generated blocks from the person's words.
//!
//! A mark is a line of its own. Anything that is not exactly a mark is text.

use std::collections::BTreeSet;

use super::Kind;

/// What a line says of the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark<'t> {
    /// A block begins: its id and the checksum of its body.
    Begin { id: &'t str, checksum: &'t str },
    /// The block ends.
    End,
    /// The ids of all blocks that were ever written.
    Written(&'t str),
}

/// A stretch of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'t> {
    /// Words of the person.
    Text(&'t str),
    /// A generated block, or what became of one. `edited`: not byte for byte what was generated (line breaks apart).
    Block { id: &'t str, body: &'t str, edited: bool },
}

const WRITTEN: &str = "written";
const END: &str = "end";

pub(super) fn begin(kind: Kind, id: &str, body: &str) -> String {
    format!("<!-- rolefit {}: {id} {} -->\n", kind.name(), checksum(body))
}

pub(super) fn end(kind: Kind) -> String {
    format!("<!-- rolefit {}: {END} -->\n", kind.name())
}

pub(super) fn written(kind: Kind, ids: &[String]) -> String {
    format!("<!-- rolefit {}: {WRITTEN} {} -->\n", kind.name(), ids.join(" "))
}

/// The mark that `line` is, with the kind of sheet that it belongs to.
pub(super) fn read(line: &str) -> Option<(Kind, Mark<'_>)> {
    let line = line.trim_start_matches('\u{feff}').trim_end();
    let inner = line.strip_prefix("<!-- rolefit ")?.strip_suffix(" -->")?;
    let (kind, what) = inner.split_once(": ")?;
    let kind = Kind::from_name(kind)?;
    if what == END {
        return Some((kind, Mark::End));
    }
    let (first, rest) = what.split_once(' ')?;
    if first == WRITTEN {
        return rest.split(' ').all(is_id).then_some((kind, Mark::Written(rest)));
    }
    (is_id(first) && is_checksum(rest)).then_some((kind, Mark::Begin { id: first, checksum: rest }))
}

/// Cuts a sheet into its pieces, in order. Marks are in none of them.
pub(super) fn pieces(text: &str, kind: Kind) -> Vec<Piece<'_>> {
    let own = |line: &'_ str| read(line).is_some_and(|(of, mark)| of == kind && !matches!(mark, Mark::Written(_)));
    let mut found = Vec::new();
    let mut open: Option<(&str, &str)> = None;
    let (mut from, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if own(line) {
            push(&mut found, open.take(), &text[from..at], line);
            if let Some((_, Mark::Begin { id, checksum })) = read(line) {
                open = Some((id, checksum));
            }
            from = at + line.len();
        }
        at += line.len();
    }
    push(&mut found, open, &text[from..], "");
    found
}

/// Adds what stands before the mark `closing`.
fn push<'t>(found: &mut Vec<Piece<'t>>, open: Option<(&'t str, &'t str)>, body: &'t str, closing: &str) {
    match open {
        Some((id, sum)) => {
            let ended = matches!(read(closing), Some((_, Mark::End)));
            found.push(Piece::Block { id, body, edited: !ended || checksum(body) != sum });
        }
        None if body.is_empty() => {}
        None => found.push(Piece::Text(body)),
    }
}

/// The ids that the sheet says were ever written: in its head, or anywhere where the head is no longer one.
pub(super) fn recorded(text: &str, kind: Kind) -> BTreeSet<String> {
    let heads = pieces(text, kind).into_iter().filter_map(|piece| match piece {
        Piece::Block { id: super::HEAD, body, .. } => Some(body),
        _ => None,
    });
    let heads: Vec<&str> = heads.collect();
    let places = if heads.is_empty() { vec![text] } else { heads };
    let ids = places.iter().flat_map(|place| place.lines()).filter_map(|line| match read(line) {
        Some((of, Mark::Written(ids))) if of == kind => Some(ids),
        _ => None,
    });
    ids.flat_map(|ids| ids.split(' ')).map(str::to_owned).collect()
}

/// Whether a line is the record of ids, which is no word of the person's wherever it stands.
pub(super) fn is_record(line: &str) -> bool {
    matches!(read(line), Some((_, Mark::Written(_))))
}

fn is_id(text: &str) -> bool {
    text == super::HEAD || is_checksum(text)
}

fn is_checksum(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Eight hexadecimal digits that change with every byte of `text` but for carriage returns (FNV-1a, folded to 32 bits).
pub(in crate::drafting) fn checksum(text: &str) -> String {
    let hash = text
        .bytes()
        .filter(|byte| *byte != b'\r')
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", (hash ^ (hash >> 32)) & 0xffff_ffff)
}
