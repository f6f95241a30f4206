//! Advice for reading: every line once with what it lacks, then what to do, rule by rule; and the rules themselves.

use std::ops::Range;

use anstyle::{AnsiColor, Style};

use crate::render::layout::{Width, count, emphasised, hang};
use crate::render::plain::plain;
use crate::render::style::{HEADING, NEXT, QUIET, paint};
use crate::report::{AdviceLevel, AdviceRule, Finding, Findings, Severity};

/// Where the words beside a line's number begin.
const INDENT: &str = "            ";

/// All advice; only a sentence where there is none.
#[must_use]
pub fn advice(findings: &Findings, width: Width) -> String {
    let mut text = String::new();
    let mut lines = 0;
    for one_file in findings.findings.chunk_by(|a, b| a.path == b.path) {
        let path = if one_file[0].path == "-" { "standard input" } else { &one_file[0].path };
        text.push_str(&format!("{}\n\n", paint(&plain(path), HEADING)));
        for one_line in one_file.chunk_by(|a, b| place(a) == place(b)) {
            text.push_str(&line(one_line, width));
            lines += 1;
        }
        text.push('\n');
    }
    if lines == 0 {
        return format!("No advice on {}.\n", count(findings.passed.len(), "line"));
    }
    text.push_str(&mends(findings, width));
    let judged = count(lines + findings.passed.len(), "line");
    text + &format!("\n{} on {lines} of {judged}\n", count(findings.findings.len(), "finding"))
}

fn place(finding: &Finding) -> (usize, usize, Option<&str>) {
    (finding.line, finding.column, finding.excerpt.as_ref().map(|excerpt| excerpt.text.as_str()))
}

/// A line with its marked words, and below it what it lacks.
fn line(found: &[Finding], width: Width) -> String {
    let label = paint(&format!("{:<9}", format!("line {}", found[0].line)), QUIET);
    let words = found[0].excerpt.as_ref().map_or_else(String::new, |excerpt| emphasised(&excerpt.text, marks(found)));
    let mut text = hang(&format!("  {label} "), &words, width.prose());
    for finding in found {
        let rule = paint(&plain(&finding.rule), style(finding.severity));
        text.push_str(&hang(INDENT, &format!("{rule}: {}", plain(&finding.message)), width.prose()));
    }
    text
}

/// The words that the findings are about, but for those that are about all of the line.
fn marks(found: &[Finding]) -> impl Iterator<Item = Range<usize>> {
    let parts = found.iter().filter_map(|finding| finding.excerpt.as_ref());
    let parts = parts.filter(|excerpt| excerpt.start > 0 || excerpt.end < excerpt.text.chars().count());
    parts.map(|part| part.start..part.end)
}

/// What to do, once for each rule that found something.
fn mends(findings: &Findings, width: Width) -> String {
    let widest = findings.rules.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let widest = if width.is_narrow() { 0 } else { widest };
    let mut text = format!("{}\n", paint("What to do", HEADING));
    for rule in &findings.rules {
        let found: Vec<&Finding> = findings.findings.iter().filter(|finding| finding.rule == rule.id).collect();
        let Some(mend) = found.first().and_then(|finding| finding.help.as_ref()) else { continue };
        let id = paint(&format!("{:<widest$}", plain(&rule.id)), NEXT);
        let head = format!("  {:>3} × {id}", found.len());
        if width.is_narrow() {
            text.push_str(&format!("{head}\n{}", hang("        ", &plain(mend), width.prose())));
        } else {
            text.push_str(&hang(&format!("{head}  "), &plain(mend), width.prose()));
        }
    }
    text
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default(),
        Severity::Warning => AnsiColor::Yellow.on_default(),
        Severity::Note => AnsiColor::Cyan.on_default(),
    }
}

/// All rules, each with its reason, its mend and its examples.
#[must_use]
pub fn advice_rules(rules: &[AdviceRule], width: Width) -> String {
    let blocks: Vec<String> = rules.iter().map(|rule| block(rule, width)).collect();
    blocks.join("\n")
}

fn block(rule: &AdviceRule, width: Width) -> String {
    let level = match rule.level {
        AdviceLevel::Note => "note",
        AdviceLevel::Warning => "warning",
    };
    let mut text = format!("{} {}\n", paint(&plain(&rule.id), HEADING), paint(level, QUIET));
    let rows = [
        (paint("why ", QUIET), &rule.reason),
        (paint("mend", NEXT), &rule.mend),
        (paint("weak", QUIET), &rule.weak),
        (paint("good", QUIET), &rule.example),
    ];
    for (label, words) in rows {
        text.push_str(&hang(&format!("  {label} "), &plain(words), width.prose()));
    }
    text
}
