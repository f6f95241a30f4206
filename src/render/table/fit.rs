//! `fit` for reading: a block a role, the best fit first.

use crate::render::layout::{Width, apart, count, hang};
use crate::render::plain::plain;
use crate::render::style::{HEADING, QUIET, badge, paint};
use crate::render::words::{counts, gap, ranked};
use crate::report::{FitReport, Missing, RoleFit};

use super::check::{labelled, located, reasons};

/// How many gaps are named of each role.
const MOST_GAPS: usize = 3;
/// How the number is made, for who has not read the manual.
const HOW: &str = "Fit is the root of coverage × lines. Coverage: how much of the role is evidenced; strong counts 1, partial \
                   ½, musts double, what is nice to have half. Lines: how much of the resume speaks for the role, each \
                   line by its odds here against its best odds for any role.";

/// The roles, then how fit is made.
#[must_use]
pub fn fit(report: &FitReport, width: Width) -> String {
    let path = if report.resume.path == "-" { "standard input" } else { &report.resume.path };
    let name = format!("{} ({}, {})", plain(path), report.resume.format, count(report.lines, "line"));
    let mut text = apart(&paint(&name, HEADING), &paint(&ranked(report), QUIET), width.prose());
    if report.roles.is_empty() {
        text.push_str("\nNone of these roles is evidenced by any line.\n");
        return text;
    }
    for role in &report.roles {
        text.push('\n');
        text.push_str(&block(role, width));
    }
    text.push('\n');
    text.push_str(&paint(hang("", HOW, width.prose()).trim_end(), QUIET));
    text.push('\n');
    text
}

fn block(role: &RoleFit, width: Width) -> String {
    let id = [Some(role.id.clone()), role.function.clone()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    let name = format!("{:>3}  {}", role.rank, paint(&plain(&role.title), HEADING));
    let mut text = apart(&name, &role.fit.short(), width.prose());
    text.push_str(&hang("     ", &paint(&plain(&id), QUIET), width.prose()));
    let shares =
        format!("{} ({}); lines {}", role.coverage_share.short(), counts(&role.coverage), role.lines_share.short());
    text.push_str(&labelled("coverage", &shares, width));
    let best = &role.strongest;
    let name = format!("{} {}", badge(best.strength), plain(&best.name));
    text.push_str(&labelled("best", &name, width));
    text.push_str(&located(&best.line, width));
    if !best.line.evidence.is_empty() {
        text.push_str(&labelled("because", &reasons(&best.line.evidence), width));
    }
    text.push_str(&missing(&role.missing, width));
    text
}

fn missing(gaps: &[Missing], width: Width) -> String {
    let mut named: Vec<String> = gaps.iter().take(MOST_GAPS).map(|found| plain(&gap(found))).collect();
    if gaps.len() > MOST_GAPS {
        named.push(format!("{} more", gaps.len() - MOST_GAPS));
    }
    if named.is_empty() { String::new() } else { labelled("missing", &named.join("; "), width) }
}
