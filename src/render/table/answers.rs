//! `answer-check` for reading: each answer with its length, parts, KPIs and findings; then topics and stories.

use super::findings::style;
use crate::render::findings::word;
use crate::render::layout::{Width, apart, count, hang};
use crate::render::plain::plain;
use crate::render::style::{HEADING, NEXT, QUIET, paint};
use crate::render::words::judged;
use crate::report::{AnswerFinding, AnswerReport, CheckedAnswer};

/// Where what is said of an answer begins.
const INDENT: &str = "      ";

/// The whole check. Questions without an answer are counted by topic and not listed.
#[must_use]
pub fn answers(report: &AnswerReport, width: Width) -> String {
    let path = if report.path == "-" { "standard input" } else { &report.path };
    let title = paint(&plain(&report.role.title), HEADING);
    let mut text = apart(&title, &paint(&plain(path), QUIET), width.prose());
    let counted = format!("{} of {} answered", report.answered.answered, report.answered.total);
    text.push_str(&format!("\n{}", apart(&paint("Answers", HEADING), &counted, width.prose())));
    for answer in report.answers.iter().filter(|answer| answer.words > 0) {
        text.push('\n');
        text.push_str(&block(answer, width));
    }
    text + &topics(report, width) + &stories(report, width)
}

/// One answer alone.
#[must_use]
pub fn answer(answer: &CheckedAnswer, width: Width) -> String {
    block(answer, width)
}

fn block(answer: &CheckedAnswer, width: Width) -> String {
    let question = paint(&plain(&answer.question), HEADING);
    let mut text = hang(&format!("{:>4}. ", answer.number), &question, width.prose());
    let time = format!("{}:{:02} minutes, {}", answer.seconds / 60, answer.seconds % 60, count(answer.words, "word"));
    text.push_str(&labelled("length", &time, width));
    if let Some(judged) = judged(answer) {
        text.push_str(&labelled("judged", &plain(&judged), width));
    }
    let parts: Vec<String> = answer.parts.iter().map(|part| format!("{} {}", part.part, part.words)).collect();
    if answer.parts.iter().any(|part| part.words > 0) {
        text.push_str(&labelled("parts", &parts.join(", "), width));
    }
    let kpis: Vec<String> =
        answer.kpis.iter().map(|kpi| format!("{} {}", plain(&kpi.name), kpi.score.short())).collect();
    let kpis = if kpis.is_empty() { "none".to_owned() } else { kpis.join(", ") };
    text.push_str(&labelled("KPIs", &kpis, width));
    text.extend(answer.findings.iter().map(|finding| found(finding, width)));
    text
}

fn found(finding: &AnswerFinding, width: Width) -> String {
    let severity = paint(word(finding.severity), style(finding.severity));
    let rule = paint(&format!("[{}]", plain(&finding.rule)), QUIET);
    hang(INDENT, &format!("{severity} {} {rule}", plain(&finding.message)), width.prose())
        + &hang(&format!("{INDENT}{} ", paint("next  ", NEXT)), &plain(&finding.help), width.prose())
}

fn labelled(label: &str, text: &str, width: Width) -> String {
    hang(&format!("{INDENT}{} ", paint(&format!("{label:<6}"), QUIET)), text, width.prose())
}

fn topics(report: &AnswerReport, width: Width) -> String {
    let without: Vec<String> = report
        .topics
        .iter()
        .filter(|topic| topic.answered == 0)
        .map(|topic| format!("{} ({})", plain(&topic.topic), count(topic.questions, "question")))
        .collect();
    if without.is_empty() {
        return String::new();
    }
    format!("\n{}\n{}", paint("Topics without an answer", HEADING), hang("  ", &without.join(", "), width.prose()))
}

fn stories(report: &AnswerReport, width: Width) -> String {
    if report.stories.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", paint("Stories told more than once", HEADING));
    for story in &report.stories {
        let numbers: Vec<String> = story.questions.iter().map(ToString::to_string).collect();
        let shared = plain(&story.shared.join(", "));
        let line = format!("in the answers to {}: {shared}", numbers.join(", "));
        text.push_str(&hang("  ", &line, width.prose()));
    }
    text
}
