//! `compare` for reading: what is shared and why, what is new, topics, stages.

use crate::render::layout::{Width, apart, hang, highlighted, spread};
use crate::render::plain::plain;
use crate::render::style::{HEADING, QUIET, badge, paint};
use crate::report::{
    CompareReport, CriterionKind, NewCriterion, ResumeEvidence, SharedCriterion, Stages, TopicCount, Topics, Weight,
};

use super::check::{labelled, located, next};

/// How many prompts are shown of each new criterion.
const MOST_PROMPTS: usize = 2;

/// The whole comparison.
#[must_use]
pub fn comparison(report: &CompareReport, width: Width) -> String {
    let title = format!("{} → {}", plain(&report.from.title), plain(&report.to.title));
    let mut text = hang("", &paint(&title, HEADING), width.prose());
    if let Some(resume) = &report.resume {
        text.push_str(&hang(
            "",
            &paint(&plain(&format!("new criteria held against {}", resume.path)), QUIET),
            width.prose(),
        ));
    }
    let total = report.shared.len() + report.new.len();
    text.push_str(&heading("Shared", &format!("{} of {total}", report.shared.len()), width));
    for pair in &report.shared {
        text.push('\n');
        text.push_str(&shared(pair, width));
    }
    for (one, name) in [
        (CriterionKind::Kpi, "New KPIs"),
        (CriterionKind::Activity, "New activities"),
        (CriterionKind::Requirement, "New requirements"),
    ] {
        text.push_str(&new_ones(report, one, name, width));
    }
    text.push_str(&topics(&report.topics, width));
    text.push_str(&stages(&report.stages, width));
    text
}

fn heading(name: &str, counted: &str, width: Width) -> String {
    format!("\n{}", apart(&paint(name, HEADING), counted, width.prose()))
}

fn shared(pair: &SharedCriterion, width: Width) -> String {
    let mark = format!("  {} ", badge(pair.strength));
    let name = format!("{} {}", plain(&pair.to.name), paint(&format!("({})", pair.to.kind.name()), QUIET));
    let mut text = spread(&mark, &name, &pair.likeness.short(), width.prose());
    text.push_str(&labelled("like", &plain(&format!("{} ({})", pair.from.name, pair.from.kind.name())), width));
    let mut label = "because";
    for reason in pair.because.iter().filter(|reason| !reason.evidence.is_empty()) {
        let shown =
            format!("\"{}\" speaks for {}", highlighted(&reason.text, &reason.evidence), plain(&reason.against));
        text.push_str(&labelled(label, &shown, width));
        label = "and";
    }
    text
}

fn new_ones(report: &CompareReport, one: CriterionKind, name: &str, width: Width) -> String {
    let new: Vec<&NewCriterion> = report.new.iter().filter(|criterion| criterion.name.kind == one).collect();
    if new.is_empty() {
        return String::new();
    }
    let mut text = heading(name, &new.len().to_string(), width);
    for criterion in new {
        text.push('\n');
        text.push_str(&new_one(criterion, width));
    }
    text
}

fn new_one(criterion: &NewCriterion, width: Width) -> String {
    let weight = match criterion.weight {
        Some(Weight::Must) => paint(" (must)", QUIET),
        Some(Weight::Nice) => paint(" (nice to have)", QUIET),
        None => String::new(),
    };
    let name = format!("{}{weight}", paint(&plain(&criterion.name.name), HEADING));
    let mut text = match &criterion.resume {
        Some(found) => spread(&format!("  {} ", badge(found.strength)), &name, &found.score.short(), width.prose()),
        None => hang("            ", &name, width.prose()),
    };
    if let Some(ResumeEvidence { line: Some(line), .. }) = &criterion.resume {
        return text + &located(line, width);
    }
    for prompt in criterion.prompts.iter().take(MOST_PROMPTS) {
        text.push_str(&next(prompt, width));
    }
    text
}

fn topics(topics: &Topics, width: Width) -> String {
    let list = |topics: &[TopicCount]| {
        topics.iter().map(|topic| format!("{} ({})", topic.topic, topic.questions)).collect::<Vec<_>>().join(", ")
    };
    if topics.new.is_empty() && topics.shared.is_empty() {
        return String::new();
    }
    let mut text = heading("Question topics", &format!("{} new", topics.new.len()), width);
    text.push('\n');
    for (label, some) in [("new", &topics.new), ("shared", &topics.shared)] {
        if !some.is_empty() {
            text.push_str(&labelled(label, &plain(&list(some)), width));
        }
    }
    text
}

fn stages(stages: &Stages, width: Width) -> String {
    if stages.new.is_empty() && stages.shared.is_empty() && stages.gone.is_empty() {
        return String::new();
    }
    let mut text = heading("Stages", &format!("{} new", stages.new.len()), width);
    text.push('\n');
    for stage in &stages.new {
        let what = stage.description.as_ref().map(|what| format!(": {what}")).unwrap_or_default();
        text.push_str(&labelled("new", &plain(&format!("{}{what}", stage.name)), width));
    }
    let shared: Vec<String> = stages.shared.iter().map(|pair| plain(&pair.to)).collect();
    for (label, names) in [("shared", shared), ("gone", stages.gone.iter().map(|name| plain(name)).collect())] {
        if !names.is_empty() {
            text.push_str(&labelled(label, &names.join(", "), width));
        }
    }
    text
}
