//! A block for every weak line, and for every line that could say more: what is to be said of it, and the line again with
//! slots.

use crate::advice::{Level, rule};
use crate::drafting::wording::{escaped, markdown};
use crate::matching::Strength;
use crate::report::{CheckReport, CheckedLine, CriterionReport, LineAdvice, LineMatch};
use crate::role::{Item, Role};

use super::again::{Part, again, wants_slots};
use super::gaps::{list, place};

/// What each block is about, and its body, in the resume's order.
pub(super) fn blocks(role: &Role, report: &CheckReport) -> Vec<(String, String)> {
    report.lines.iter().filter_map(|line| block(role, report, line)).collect()
}

fn block(role: &Role, report: &CheckReport, line: &CheckedLine) -> Option<(String, String)> {
    let best = best(line);
    let partial = only_partly(line);
    if partial.is_none() && !wants_slots(&line.advice) {
        return None;
    }
    let criterion = |found: &LineMatch| report.criteria.iter().position(|known| known.id == found.criterion);
    let criteria = role.criteria();
    let item: Option<&Item> = best.and_then(criterion).and_then(|at| criteria.get(at)).map(|known| known.item);
    let evidence = partial.and_then(criterion).map(|at| partly(&report.criteria[at], item));
    // A line that only lacks more of what is good is not called weak.
    let (title, label) = if weaknesses(line).next().is_some() {
        ("Weak line", "What weakens it")
    } else {
        ("Line that could say more", "What it could say")
    };
    let advised = line.advice.iter().map(advised);
    let text = format!(
        "## {title}: {}\n\nStands at {}.\n{}{}",
        markdown(&line.text),
        place(&line.location),
        list(label, evidence.into_iter().chain(advised)),
        list("To fill in", [shown(&again(&line.text, item, &line.advice))]),
    );
    Some((format!("line {}", line.text), text))
}

/// The match that scores most among those that are evidence, the first of equals.
fn best(line: &CheckedLine) -> Option<&LineMatch> {
    let evidence = line.matches.iter().filter(|found| found.strength != Strength::None);
    evidence.reduce(|best, next| if next.score > best.score { next } else { best })
}

/// The best match of a line that is no strong evidence for anything; none where it is evidence for nothing.
pub(in crate::drafting) fn only_partly(line: &CheckedLine) -> Option<&LineMatch> {
    best(line).filter(|found| found.strength == Strength::Partial)
}

/// The advice on a line that calls its wording weak; the rest is about lines that are good and could say more.
pub(in crate::drafting) fn weaknesses(line: &CheckedLine) -> impl Iterator<Item = &LineAdvice> {
    line.advice.iter().filter(|advice| rule(&advice.rule).is_none_or(|rule| rule.level == Level::Warning))
}

fn partly(criterion: &CriterionReport, item: Option<&Item>) -> String {
    let prompt = item.and_then(|item| item.prompts.first());
    let asks = prompt.map(|prompt| format!(". {}", markdown(prompt))).unwrap_or_default();
    format!("only partial evidence of {}{asks}", markdown(&criterion.name))
}

fn advised(advice: &LineAdvice) -> String {
    let LineAdvice { rule, message, mend, .. } = advice;
    format!("{rule}: {}. {}", markdown(message), markdown(mend))
}

/// The words of the line escaped, the slots as they are.
fn shown(parts: &[Part]) -> String {
    let text = parts.iter().map(|part| match part {
        Part::Words(words) => escaped(words),
        Part::Slots(slots) => slots.clone(),
    });
    text.collect()
}
