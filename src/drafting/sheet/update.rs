//! Brings an old sheet up to date.

use std::collections::BTreeSet;

use super::leftover::leftover;
use super::marks::{Piece, pieces, recorded};
use super::{Block, HEAD, Sheet};

/// An old sheet brought up to date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Update {
    /// The whole text.
    pub text: String,
    /// How many blocks came.
    pub added: usize,
    /// How many blocks were there and say something else now.
    pub updated: usize,
    /// How many blocks were there and say what they said.
    pub unchanged: usize,
    /// How many are no longer part of the sheet and stay because of what was written below them.
    pub kept: usize,
    /// How many are no longer part of the sheet and went, as nothing was written below them.
    pub removed: usize,
    /// How many stay out because the person deleted them.
    pub deleted: usize,
}

/// A block of the old sheet, or none, with the person's text below it.
#[derive(Default)]
struct Group<'t> {
    block: Option<(&'t str, &'t str, bool)>,
    text: String,
}

/// A stretch of the new sheet: the block at its head and everything up to the next.
struct Stretch<'t> {
    id: Option<&'t str>,
    text: String,
}

pub(super) fn update(sheet: &Sheet, old: &str, restore: bool) -> Update {
    let bom = if old.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let old = old.trim_start_matches('\u{feff}');
    let mut done = Update::default();
    let mut record = recorded(old, sheet.kind);
    let writer = Writer { sheet, line_break: line_break(old) };
    // Those that are no longer part of the sheet come last; those that are again go back to their place.
    let (mut stretches, mut kept, mut back): (Vec<Stretch<'_>>, Vec<Stretch<'_>>, Vec<Stretch<'_>>) =
        Default::default();
    for group in groups(old, sheet) {
        let Some((id, body, edited)) = group.block else {
            stretches.push(Stretch { id: None, text: group.text });
            continue;
        };
        if id != HEAD && writer.goes(&group) {
            record.remove(id);
            done.removed += 1;
            continue;
        }
        let text = writer.written_anew(id, body, edited) + &writer.below(&group);
        let stretch = Stretch { id: Some(id), text };
        match sheet.block(id) {
            _ if id == HEAD => stretches.push(stretch),
            None => {
                done.kept += 1;
                kept.push(stretch);
            }
            Some(block) => {
                let same = !edited && body.lines().eq(block.body.lines());
                *(if same { &mut done.unchanged } else { &mut done.updated }) += 1;
                if writer.is_gone(body) { back.push(stretch) } else { stretches.push(stretch) }
            }
        }
    }
    for (place, block) in sheet.blocks.iter().enumerate() {
        for stretch in back.extract_if(.., |stretch| stretch.id == Some(&block.id)) {
            writer.insert(&mut stretches, place, stretch);
        }
        let present = stretches.iter().any(|stretch| stretch.id == Some(&block.id));
        if !present && block.wanted && !restore && record.contains(&block.id) {
            done.deleted += 1;
        } else if !present && block.wanted {
            done.added += 1;
            let text = writer.broken(&(sheet.marked(&block.id, &block.body) + &block.room));
            writer.insert(&mut stretches, place, Stretch { id: Some(&block.id), text });
        }
    }
    for stretch in kept {
        stretches.last_mut().into_iter().for_each(|last| writer.end_paragraph(last));
        stretches.push(stretch);
    }
    let present = stretches.iter().filter_map(|stretch| stretch.id).filter(|id| *id != HEAD);
    record.extend(present.map(str::to_owned));
    writer.put_head(&mut stretches, record);
    done.text = bom.to_owned() + &stretches.into_iter().map(|stretch| stretch.text).collect::<String>();
    done
}

/// The old sheet, block by block.
fn groups<'t>(old: &'t str, sheet: &Sheet) -> Vec<Group<'t>> {
    let mut groups: Vec<Group<'t>> = Vec::new();
    for piece in pieces(old, sheet.kind) {
        match (piece, groups.last_mut()) {
            (Piece::Block { id, body, edited }, _) => {
                groups.push(Group { block: Some((id, body, edited)), text: String::new() });
            }
            (Piece::Text(text), Some(last)) => last.text.push_str(text),
            (Piece::Text(text), None) => groups.push(Group { block: None, text: text.to_owned() }),
        }
    }
    groups
}

fn line_break(text: &str) -> &'static str {
    let carried = text.matches("\r\n").count();
    if carried * 2 > text.matches('\n').count() { "\r\n" } else { "\n" }
}

/// The heading at the top of a block.
fn heading(body: &str) -> Option<&str> {
    body.lines().find_map(|line| line.strip_prefix("## "))
}

struct Writer<'s> {
    sheet: &'s Sheet,
    /// What the old sheet ends its lines with.
    line_break: &'static str,
}

impl<'s> Writer<'s> {
    /// Whether a block is no longer part of the sheet, and nobody wrote into it or below it.
    fn goes(&self, group: &Group<'_>) -> bool {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let text = words(&group.text);
        // One whose text was deleted holds nothing of anybody's.
        let is_untouched = |body: &str, edited: bool| !edited || body.trim().is_empty();
        group.block.is_some_and(|(id, body, edited)| is_untouched(body, edited) && self.sheet.block(id).is_none())
            && (text.is_empty() || self.sheet.rooms.iter().any(|room| words(room) == text))
    }

    /// What stands below a block: the room as it is now, where nobody wrote into that of an earlier one.
    fn below(&self, group: &Group<'_>) -> String {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let text = words(&group.text);
        let block = group.block.and_then(|(id, _, _)| self.sheet.block(id));
        let is_room = self.sheet.rooms.iter().any(|room| words(room) == text);
        match block.filter(|block| is_room && words(&block.room) != text) {
            Some(block) => {
                let behind = &group.text[group.text.trim_end().len()..];
                self.broken(block.room.trim_end()) + behind
            }
            None => group.text.clone(),
        }
    }

    /// A block that was there, as it is now, and below it what the person wrote into it.
    fn written_anew(&self, id: &str, body: &str, edited: bool) -> String {
        // The head is put in at the end, when the record is known.
        let (fresh, text) = match self.sheet.block(id) {
            Some(block) => (block.body.clone(), self.sheet.marked(id, &block.body)),
            None if id == HEAD => (self.sheet.head.clone(), String::new()),
            None => {
                let fresh = self.gone(body, edited);
                (fresh.clone(), self.sheet.marked(id, &fresh))
            }
        };
        let mut text = self.broken(&text);
        let own = if edited { leftover(body, &fresh) } else { Vec::new() };
        if !own.is_empty() {
            text.push_str(self.line_break);
            for line in own {
                text.extend([line, self.line_break]);
            }
        }
        text
    }

    /// The body of a block that is no longer part of the sheet: its heading. That of an edited block is the person's.
    fn gone(&self, body: &str, edited: bool) -> String {
        let heading = heading(body).filter(|_| !edited).unwrap_or_default();
        let title = heading.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(". ");
        let labels = [self.sheet.gone].into_iter().chain(self.sheet.labels.iter().copied());
        let title = labels.fold(title.trim(), |title, label| {
            title.strip_prefix(label).map_or(title, |rest| rest.trim_start_matches([':', ' ']))
        });
        if title.is_empty() {
            format!("## {}\n", self.sheet.gone)
        } else {
            format!("## {}: {title}\n", self.sheet.gone)
        }
    }

    /// Whether a block's body says that it was no longer part of the sheet.
    fn is_gone(&self, body: &str) -> bool {
        heading(body).is_some_and(|heading| heading.starts_with(self.sheet.gone))
    }

    /// Puts the block at `place` of the sheet behind the nearest one before it, else before the nearest behind it.
    fn insert(&self, stretches: &mut Vec<Stretch<'s>>, place: usize, mut stretch: Stretch<'s>) {
        let blocks = &self.sheet.blocks;
        let at = |block: &Block| stretches.iter().rposition(|stretch| stretch.id == Some(&block.id));
        let behind = blocks[..=place].iter().rev().find_map(at).map(|found| found + 1);
        let place_in_sheet = behind.or_else(|| {
            let first = |block: &Block| stretches.iter().position(|stretch| stretch.id == Some(&block.id));
            blocks[place + 1..].iter().find_map(first)
        });
        let at = place_in_sheet.unwrap_or(stretches.len());
        if let Some(before) = at.checked_sub(1).and_then(|before| stretches.get_mut(before)) {
            self.end_paragraph(before);
        }
        if at < stretches.len() {
            self.end_paragraph(&mut stretch);
        }
        stretches.insert(at, stretch);
    }

    /// Sees to it that a blank line follows.
    fn end_paragraph(&self, stretch: &mut Stretch<'_>) {
        // The head comes before its text at the end, and ends its line.
        let breaks = if stretch.id == Some(HEAD) && stretch.text.trim().is_empty() { 1 } else { 2 };
        let text = &mut stretch.text;
        if text.is_empty() && breaks > 1 {
            return;
        }
        while !text.ends_with('\n') || text[text.trim_end_matches(['\n', '\r']).len()..].matches('\n').count() < breaks
        {
            text.push_str(self.line_break);
        }
    }

    /// Puts the head where it was, or first. Its record follows the sheet's order.
    fn put_head(&self, stretches: &mut Vec<Stretch<'_>>, mut record: BTreeSet<String>) {
        let in_order = self.sheet.blocks.iter().filter_map(|block| record.take(&block.id));
        let mut ids: Vec<String> = in_order.collect();
        ids.extend(record);
        let head = self.broken(&self.sheet.head_block(&ids));
        if let Some(stretch) = stretches.iter_mut().find(|stretch| stretch.id == Some(HEAD)) {
            stretch.text.insert_str(0, &head);
        } else {
            stretches.insert(0, Stretch { id: Some(HEAD), text: head + self.line_break });
        }
    }

    /// `text` with the old sheet's line breaks.
    fn broken(&self, text: &str) -> String {
        if self.line_break == "\n" { text.to_owned() } else { text.replace('\n', self.line_break) }
    }
}
