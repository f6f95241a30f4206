//! The worksheet for better resume lines: a sheet (see [`Sheet`]) with a block for every gap, the KPIs first, and one for
//! every weak line.
//!
//! The person's words are kept; whatever is neither theirs nor the role spec's stands in a `[slot]`.

mod again;
mod gaps;
mod patterns;
mod weak;

pub(super) use weak::{only_partly, weaknesses};

use crate::advice::Settings;
use crate::report::{CheckError, CheckReport, Checker};
use crate::resume::Resume;
use crate::role::Role;

use super::sheet::{Block, Kind, Sheet, SheetRole, checksum};
use super::wording::markdown;

/// What is written below a block, once.
const ROOM: &str = "\nYour line:\n";

/// The worksheet of `role` for `resume`, with the advice on wording that `advice` asks for. A resume that says nothing of any
/// work, and a role that asks for nothing, are errors.
pub fn build(role: &Role, resume: &Resume, advice: Settings) -> Result<Sheet, CheckError> {
    let report = Checker::new(role)?.advising(advice).worker().check(resume, 0.0)?;
    let gaps = gaps::blocks(role, &report);
    let weak = weak::blocks(role, &report);
    let mut blocks: Vec<Block> = Vec::new();
    for (matter, body) in gaps.into_iter().chain(weak) {
        let id = checksum(&matter);
        if blocks.iter().all(|block| block.id != id) {
            blocks.push(Block { id, body, room: ROOM.to_owned(), wanted: true });
        }
    }
    let rooms = vec![ROOM.to_owned()];
    Ok(Sheet {
        kind: Kind::Lines,
        role: SheetRole::of(role),
        head: head(role, &report),
        blocks,
        rooms,
        gone: "Kept from an earlier draft",
        labels: &["Missing KPI", "Missing activity", "Missing requirement", "Weak line", "Line that could say more"],
    })
}

fn head(role: &Role, report: &CheckReport) -> String {
    let path = &report.resume.path;
    format!(
        "# {}: lines to write\n\n\
         Lines from {}. Fill the [slots] with what is true, and leave out what is not. What stands between two\n\
         marks like those around this text is written anew by `rolefit draft lines`; everything else is yours and stays.\n",
        markdown(&role.spec.title),
        markdown(if path == "-" { "standard input" } else { path }),
    )
}
