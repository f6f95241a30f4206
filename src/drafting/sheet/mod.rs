//! A sheet: generated blocks with room to write below each, in a file that belongs to the person who edits it.
//!
//! A generated block stands between two marks, each a line of its own:
//!
//! ```text
//! <!-- rolefit answers: 5f3a9c1b 77e0c2d4 -->
//! …
//! <!-- rolefit answers: end -->
//! ```
//!
//! with the sheet's kind, the block's id and a checksum of its body. What is byte for byte a generated block is written
//! anew; everything else is the person's and stays, in its order. A block that was edited is written anew too, and the
//! lines of it that are not generated stand below it from then on. The room below a block is the person's as soon as they
//! write there. A block that is no longer part of the sheet stays where something was written below it, as a heading that
//! says so at the end of the file; when it is part again, it goes back to its place.
//!
//! The first block holds the record of all blocks that were ever written, so that one that was deleted stays deleted, and
//! the role that the sheet is for.

mod leftover;
mod marks;
mod role;
mod update;

pub(super) use marks::checksum;
pub use role::SheetRole;
pub use update::Update;

use self::marks::{Piece, begin, end, pieces, written};

/// What a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Answers to interview questions.
    Answers,
    /// Better resume lines.
    Lines,
}

/// One generated block with the room below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Eight hexadecimal digits; the same for the same matter, whatever else changes.
    pub id: String,
    /// Its text, ending in a line break. No line of it is a mark.
    pub body: String,
    /// What is written below it, once.
    pub room: String,
    /// Whether it is added where it is missing.
    pub wanted: bool,
}

/// A sheet as it would be written today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is for.
    pub kind: Kind,
    /// The role that it is for.
    pub role: SheetRole,
    /// What stands at its head.
    pub head: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Every room that was ever written below a block: where nothing else stands below one, nobody wrote there.
    pub rooms: Vec<String>,
    /// What is put before the heading of a block that is no longer part of the sheet, such as "No longer asked".
    pub gone: &'static str,
    /// What that heading loses from its beginning: "Missing KPI" is said of no line that is there.
    pub labels: &'static [&'static str],
}

/// A file that no sheet of this kind was ever written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing in this file was written by `rolefit draft {}`", kind.name())]
pub struct NotASheet {
    kind: Kind,
}

/// The id of the block at the head.
const HEAD: &str = "head";

impl Kind {
    /// The kind's name in marks, and that of the command.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Lines => "lines",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Answers, Self::Lines].into_iter().find(|kind| kind.name() == name)
    }
}

impl Sheet {
    /// The sheet as a new file: only the blocks that are wanted.
    #[must_use]
    pub fn fresh(&self) -> String {
        let wanted: Vec<&Block> = self.blocks.iter().filter(|block| block.wanted).collect();
        let ids: Vec<String> = wanted.iter().map(|block| block.id.clone()).collect();
        let mut text = self.head_block(&ids);
        for block in wanted {
            text.push('\n');
            text.push_str(&self.marked(&block.id, &block.body));
            text.push_str(&block.room);
        }
        text
    }

    /// The role that `old` was written for, where it says so and it is another than this sheet's.
    #[must_use]
    pub fn other_role(&self, old: &str) -> Option<SheetRole> {
        marks::role_of(old, self.kind).filter(|known| !known.is(&self.role))
    }

    /// The old sheet `old` brought up to date, keeping every word that is not generated.
    pub fn update(&self, old: &str, restore: bool) -> Result<Update, NotASheet> {
        if old.trim().is_empty() {
            let added = self.blocks.iter().filter(|block| block.wanted).count();
            return Ok(Update { text: self.fresh(), added, ..Update::default() });
        }
        is_sheet(old, self.kind)?;
        Ok(update::update(self, old, restore))
    }

    fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    fn head_block(&self, ids: &[String]) -> String {
        let record = if ids.is_empty() { String::new() } else { written(self.kind, ids) };
        self.marked(HEAD, &format!("{}{}{record}", self.head, marks::role(self.kind, &self.role)))
    }

    fn marked(&self, id: &str, body: &str) -> String {
        marked(self.kind, id, body)
    }
}

/// `body` between its marks.
pub(super) fn marked(kind: Kind, id: &str, body: &str) -> String {
    begin(kind, id, body) + body + &end(kind)
}

/// A stretch of a sheet as it was read: a block and what the person wrote below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section<'t> {
    /// The block's id; none for what stands before the first.
    pub(super) id: Option<&'t str>,
    /// What the block says.
    pub(super) body: &'t str,
    /// The person's words, with those that they wrote into the block.
    pub(super) text: String,
    /// The line of the file, from 1, at which the block's body begins.
    pub(super) line: usize,
}

/// The role that a sheet says it was written for.
pub(super) fn role_of(text: &str, kind: Kind) -> Option<SheetRole> {
    marks::role_of(text, kind)
}

fn is_sheet(text: &str, kind: Kind) -> Result<(), NotASheet> {
    let marked = text.lines().any(|line| marks::read(line).is_some_and(|(of, _)| of == kind));
    if marked { Ok(()) } else { Err(NotASheet { kind }) }
}

/// Cuts a sheet into its sections, in order: first what stands before the first block, with or without the head.
pub(super) fn sections(text: &str, kind: Kind) -> Result<Vec<Section<'_>>, NotASheet> {
    is_sheet(text, kind)?;
    let mut found = vec![Section { id: None, body: "", text: String::new(), line: 1 }];
    for piece in pieces(text, kind) {
        match piece {
            Piece::Block { id: HEAD, body, edited } => add(&mut found, own_words(body, edited)),
            Piece::Block { id, body, edited } => {
                let line = 1 + text[..offset(text, body)].matches('\n').count();
                found.push(Section { id: Some(id), body, text: String::new(), line });
                add(&mut found, own_words(body, edited));
            }
            Piece::Text(words) => add(&mut found, words),
        }
    }
    Ok(found)
}

/// Where in `text` everything ends that stands below the block `id`, in bytes; none where there is no such block.
pub(super) fn below(text: &str, kind: Kind, id: &str) -> Result<Option<usize>, NotASheet> {
    is_sheet(text, kind)?;
    let pieces = pieces(text, kind);
    let own = pieces.iter().position(|piece| matches!(piece, Piece::Block { id: known, .. } if *known == id));
    let next = own.map(|own| {
        pieces[own + 1..].iter().find_map(|piece| match piece {
            Piece::Block { body, .. } => Some(offset(text, body)),
            Piece::Text(_) => None,
        })
    });
    // The next block's mark stands on the line before its body.
    let before_mark = |body: usize| text[..body].trim_end_matches('\n').rfind('\n').map_or(0, |at| at + 1);
    Ok(next.map(|body| body.map_or(text.len(), before_mark)))
}

/// Of an edited block nobody can tell which lines are the person's until it is written anew: its heading is left out.
fn own_words(body: &str, edited: bool) -> &str {
    if !edited {
        return "";
    }
    let heading = body.split_inclusive('\n').next().filter(|line| line.starts_with('#'));
    &body[heading.map_or(0, str::len)..]
}

fn add(found: &mut [Section<'_>], words: &str) {
    if let Some(last) = found.last_mut() {
        last.text.push_str(words);
    }
}

/// Where `part`, a slice of `text`, begins.
fn offset(text: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(text.as_ptr() as usize).min(text.len())
}
