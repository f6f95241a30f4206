//! Sheets that people fill in: whatever bytes a file holds, every word of theirs is in it after an update.

use std::collections::{HashMap, HashSet};

use rolefit::drafting::{Sheet, answers};

use crate::two_years::{NOW, THEN};

/// The bytes as an answers file and as a worksheet, each brought up to date for one year's role and then for the other's.
pub fn sheets(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    for kind in 0..2 {
        let mut text = text.to_owned();
        for sheet in [&THEN[kind], &NOW[kind]] {
            let Some(updated) = updated(sheet, &text) else { return };
            text = updated;
        }
        if kind == 0 {
            let file = answers::parse(&text).expect("what was just written");
            assert!(!file.questions.is_empty() || text.contains(" written "), "{text}");
        }
    }
}

/// The text brought up to date; none where it is no sheet.
fn updated(sheet: &Sheet, text: &str) -> Option<String> {
    let update = sheet.update(text, false).ok()?.text;
    let all = sheet.update(text, true).expect("a sheet").text;
    let generated = generated();
    for new in [&update, &all] {
        // A block that is no longer part of the sheet moves to its end with what stands below it.
        let mut kept: HashMap<&str, usize> = HashMap::new();
        new.lines().map(bare).for_each(|line| *kept.entry(line).or_default() += 1);
        for line in own_lines(text, &generated) {
            let left = kept.get_mut(line).filter(|left| **left > 0);
            let left = left.unwrap_or_else(|| panic!("{line:?} of\n{text:?}\nis not in\n{new:?}"));
            *left -= 1;
        }
    }
    assert_eq!(sheet.update(&update, false).expect("a sheet").text, update, "a second update changes\n{text:?}");
    Some(update)
}

/// The lines that the person wrote: neither marks, nor what a sheet of either year says, nor what stands in a
/// block that nobody edited.
fn own_lines<'t>(text: &'t str, generated: &HashSet<String>) -> Vec<&'t str> {
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut own = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        if let Some(end) = untouched(&lines[at..]) {
            at += end;
            continue;
        }
        let line = bare(lines[at]);
        let is_of_a_room = line.split_whitespace().all(|word| generated.contains(word));
        if !is_of_a_room && !generated.contains(line) && !is_mark(line) {
            own.push(line);
        }
        at += 1;
    }
    own
}

/// How many lines a block has that begins at the first of `lines` and is as its checksum says.
fn untouched(lines: &[&str]) -> Option<usize> {
    let checksum = bare(lines[0]).strip_prefix("<!-- rolefit ")?.strip_suffix(" -->")?.split(' ').nth(2)?;
    let end = 1 + lines[1..].iter().position(|line| is_mark(bare(line)) && line.contains(": end -->"))?;
    (checksum == self::checksum(&lines[1..end].concat())).then_some(end + 1)
}

/// As the format of sheets says, worked out once more: FNV-1a over all bytes but carriage returns, folded to 32 bits.
fn checksum(text: &str) -> String {
    let bytes = text.bytes().filter(|byte| *byte != b'\r');
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{:08x}", (hash ^ (hash >> 32)) & 0xffff_ffff)
}

/// Every line that a sheet of either year says, and every word of the rooms below the blocks.
fn generated() -> HashSet<String> {
    let sheets = || NOW.iter().chain(THEN.iter());
    let rooms = sheets().flat_map(|sheet| &sheet.rooms).flat_map(|room| room.split_whitespace());
    let gone = sheets().map(|sheet| format!("## {}", sheet.gone.trim()));
    let fresh: Vec<String> = sheets().map(Sheet::fresh).collect();
    let lines = fresh.iter().flat_map(|text| text.lines()).map(bare);
    lines.chain(rooms).map(str::to_owned).chain(gone).collect()
}

fn is_mark(line: &str) -> bool {
    line.starts_with("<!-- rolefit ") && line.ends_with(" -->")
}

fn bare(line: &str) -> &str {
    line.trim_start_matches('\u{feff}').trim()
}
