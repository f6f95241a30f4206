//! A block for every weak line: what weakens it, and the line again with slots.

use crate::drafting::wording::{escaped, markdown};
use crate::matching::Strength;
use crate::report::{CheckReport, CheckedLine, CriterionReport, LineMatch};
use crate::resume::Resume;
use crate::role::{Item, Role};

use super::again::{Part, again};
use super::gaps::{list, place};

/// What advice says of a line.
pub(super) struct Weakness {
    /// The rule's id.
    pub(super) rule: String,
    /// The characters of the line that it is about.
    pub(super) place: (usize, usize),
    /// What is wrong, and what to do.
    pub(super) message: String,
}

/// What each block is about, and its body, in the resume's order.
pub(super) fn blocks(role: &Role, resume: &Resume, report: &CheckReport) -> Vec<(String, String)> {
    let weaknesses = weaknesses(resume, report.lines.len());
    let all = report.lines.iter().zip(weaknesses);
    all.filter_map(|(line, advice)| block(role, report, line, &advice)).collect()
}

fn block(role: &Role, report: &CheckReport, line: &CheckedLine, advice: &[Weakness]) -> Option<(String, String)> {
    let best = line.matches.iter().filter(|found| found.strength != Strength::None);
    let best = best.reduce(|best, next| if next.score > best.score { next } else { best });
    let partial = best.filter(|found| found.strength == Strength::Partial);
    if partial.is_none() && advice.is_empty() {
        return None;
    }
    let criterion = |found: &LineMatch| report.criteria.iter().position(|known| known.id == found.criterion);
    let criteria = role.criteria();
    let item: Option<&Item> = best.and_then(criterion).and_then(|at| criteria.get(at)).map(|known| known.item);
    let evidence = partial.and_then(criterion).map(|at| partly(&report.criteria[at], item));
    let advised = advice.iter().map(|weakness| markdown(&weakness.message));
    let text = format!(
        "## Weak line: {}\n\nStands at {}.\n{}{}",
        markdown(&line.text),
        place(&line.location),
        list("What weakens it", evidence.into_iter().chain(advised)),
        list("To fill in", [shown(&again(&line.text, item, advice))]),
    );
    Some((format!("line {}", line.text), text))
}

fn partly(criterion: &CriterionReport, item: Option<&Item>) -> String {
    let prompt = item.and_then(|item| item.prompts.first());
    let asks = prompt.map(|prompt| format!(". {}", markdown(prompt))).unwrap_or_default();
    format!("only partial evidence of {}{asks}", markdown(&criterion.name))
}

/// The words of the line escaped, the slots as they are.
fn shown(parts: &[Part]) -> String {
    let text = parts.iter().map(|part| match part {
        Part::Words(words) => escaped(words),
        Part::Slots(slots) => slots.clone(),
    });
    text.collect()
}

/// What advice says of each line that says what was done.
fn weaknesses(_resume: &Resume, lines: usize) -> Vec<Vec<Weakness>> {
    (0..lines).map(|_| Vec::new()).collect()
}
