//! The marks that tell generated blocks from the person's words.
//!
//! A mark is a line of its own. Anything that is not exactly a mark is text.

use std::collections::BTreeSet;

use super::{Kind, SheetRole};

/// What a line says of the blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark<'t> {
    /// A block begins: its id and the checksum of its body.
    Begin { id: &'t str, checksum: &'t str },
    /// The block ends.
    End,
    /// The ids of all blocks that were ever written.
    Written(&'t str),
    /// The role that the sheet is for: its id and its title.
    Role { id: &'t str, title: &'t str },
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
const ROLE: &str = "role";
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

/// With its checksum, as a mark that a person wrote into is one no longer.
pub(super) fn role(kind: Kind, role: &SheetRole) -> String {
    let named = format!("{} {}", role.id, role.title);
    format!("<!-- rolefit {}: {ROLE} {} {named} -->\n", kind.name(), checksum(&named))
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
    if first == ROLE {
        let (sum, named) = rest.split_once(' ')?;
        let (id, title) = named.split_once(' ')?;
        return (checksum(named) == sum).then_some((kind, Mark::Role { id, title }));
    }
    (is_id(first) && is_checksum(rest)).then_some((kind, Mark::Begin { id: first, checksum: rest }))
}

/// Cuts a sheet into its pieces, in order. Marks are in none of them.
pub(super) fn pieces(text: &str, kind: Kind) -> Vec<Piece<'_>> {
    let bounds = |mark: Mark<'_>| matches!(mark, Mark::Begin { .. } | Mark::End);
    let own = |line: &'_ str| read(line).is_some_and(|(of, mark)| of == kind && bounds(mark));
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

/// The ids that the sheet says were ever written.
pub(super) fn recorded(text: &str, kind: Kind) -> BTreeSet<String> {
    let ids = in_head(text, kind).into_iter().filter_map(|mark| match mark {
        Mark::Written(ids) => Some(ids),
        _ => None,
    });
    ids.flat_map(|ids| ids.split(' ')).map(str::to_owned).collect()
}

/// The role that the sheet says it is for.
pub(super) fn role_of(text: &str, kind: Kind) -> Option<SheetRole> {
    in_head(text, kind).into_iter().find_map(|mark| match mark {
        Mark::Role { id, title } => Some(SheetRole { id: id.to_owned(), title: title.to_owned() }),
        _ => None,
    })
}

/// The marks in the sheet's head, or anywhere where the head is no longer one.
fn in_head(text: &str, kind: Kind) -> Vec<Mark<'_>> {
    let heads = pieces(text, kind).into_iter().filter_map(|piece| match piece {
        Piece::Block { id: super::HEAD, body, .. } => Some(body),
        _ => None,
    });
    let heads: Vec<&str> = heads.collect();
    let places = if heads.is_empty() { vec![text] } else { heads };
    let lines = places.into_iter().flat_map(str::lines);
    lines.filter_map(read).filter(|(of, _)| *of == kind).map(|(_, mark)| mark).collect()
}

/// Whether a line is the record of ids or of the role, which is no word of the person's wherever it stands.
pub(super) fn is_record(line: &str) -> bool {
    matches!(read(line), Some((_, Mark::Written(_) | Mark::Role { .. })))
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
