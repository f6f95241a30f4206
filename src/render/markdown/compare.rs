//! `compare` as Markdown: tables of what is shared and what is new, lists of topics and stages.

use crate::render::style::{mark, word};
use crate::report::{CompareReport, NewCriterion, SharedCriterion, Weight};

use super::check::emphasised;
use super::{escaped, table};

/// The whole comparison.
pub(super) fn comparison(report: &CompareReport) -> String {
    let mut text = format!("# {} → {}\n", escaped(&report.from.title), escaped(&report.to.title));
    let total = report.shared.len() + report.new.len();
    text.push_str(&format!("\n## Shared\n\n{} of {total}.\n\n", report.shared.len()));
    let header = ["Strength", "Likeness", "Criterion", "Kind", "Like", "Because"];
    text.push_str(&table(&header, report.shared.iter().map(shared)));
    text.push_str(&format!("\n## New\n\n{} of {total}.\n\n", report.new.len()));
    let header: &[&str] = if report.resume.is_some() {
        &["Criterion", "Kind", "Prompts", "Resume", "Best line"]
    } else {
        &["Criterion", "Kind", "Prompts"]
    };
    text.push_str(&table(header, report.new.iter().map(new_one)));
    text.push_str("\n## Question topics\n\n");
    for (label, topics) in [("new", &report.topics.new), ("shared", &report.topics.shared)] {
        for topic in topics {
            text.push_str(&format!("- {label}: {} ({})\n", escaped(&topic.topic), topic.questions));
        }
    }
    text.push_str("\n## Stages\n\n");
    let new = report.stages.new.iter().map(|stage| ("new", &stage.name));
    let shared = report.stages.shared.iter().map(|pair| ("shared", &pair.to));
    let gone = report.stages.gone.iter().map(|name| ("gone", name));
    for (label, name) in new.chain(shared).chain(gone) {
        text.push_str(&format!("- {label}: {}\n", escaped(name)));
    }
    text
}

fn shared(pair: &SharedCriterion) -> Vec<String> {
    let reasons = pair.because.iter().filter(|reason| !reason.evidence.is_empty());
    let because: Vec<String> = reasons
        .map(|reason| format!("{} speaks for {}", emphasised(&reason.text, &reason.evidence), escaped(&reason.against)))
        .collect();
    vec![
        format!("{} {}", mark(pair.strength), word(pair.strength)),
        pair.likeness.short(),
        escaped(&pair.to.name),
        pair.to.kind.name().to_owned(),
        escaped(&pair.from.name),
        because.join("; "),
    ]
}

fn new_one(criterion: &NewCriterion) -> Vec<String> {
    let weight = match criterion.weight {
        Some(Weight::Must) => " (must)",
        Some(Weight::Nice) => " (nice to have)",
        None => "",
    };
    let prompts: Vec<String> = criterion.prompts.iter().map(|prompt| escaped(prompt)).collect();
    let mut row = vec![
        format!("{}{weight}", escaped(&criterion.name.name)),
        criterion.name.kind.name().to_owned(),
        prompts.join(" "),
    ];
    if let Some(found) = &criterion.resume {
        let line = found.line.as_ref();
        let shown = line.map(|line| format!("line {}: {}", line.location.line, emphasised(&line.text, &line.evidence)));
        row.extend([format!("{} {}", mark(found.strength), word(found.strength)), shown.unwrap_or_default()]);
    }
    row
}
