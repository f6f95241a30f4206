//! `answer-check` as Markdown: a row a question, what was found, topics and stories.

use crate::render::findings::word;
use crate::render::words::judged;
use crate::report::{AnswerReport, CheckedAnswer};

use super::{escaped, table};

/// The whole check.
pub(super) fn answers(report: &AnswerReport) -> String {
    let title = escaped(&report.role.title);
    let mut text = format!("# {title}: answers in {}\n\n", escaped(&report.path));
    text.push_str(&format!("{} of {} questions answered.\n\n", report.answered.answered, report.answered.total));
    text.push_str(&table(&["#", "Question", "Time", "Parts", "KPIs"], report.answers.iter().map(row)));
    let found = report.answers.iter().filter(|answer| !answer.findings.is_empty());
    for answer in found {
        text.push_str(&format!("\n## {}. {}\n\n", answer.number, escaped(&answer.question)));
        if let Some(judged) = judged(answer) {
            text.push_str(&format!("Judged: {}.\n\n", escaped(&judged)));
        }
        for finding in &answer.findings {
            let (severity, rule) = (word(finding.severity), escaped(&finding.rule));
            text.push_str(&format!(
                "- {severity}: {} ({rule}). {}\n",
                escaped(&finding.message),
                escaped(&finding.help)
            ));
        }
    }
    let rows = report.topics.iter();
    let rows = rows.map(|topic| vec![escaped(&topic.topic), topic.answered.to_string(), topic.questions.to_string()]);
    text.push_str(&format!("\n## Topics\n\n{}", table(&["Topic", "Answered", "Questions"], rows)));
    if !report.stories.is_empty() {
        text.push_str("\n## Stories told more than once\n\n");
        for story in &report.stories {
            let numbers: Vec<String> = story.questions.iter().map(ToString::to_string).collect();
            let shared = escaped(&story.shared.join(", "));
            text.push_str(&format!("- in the answers to {}: {shared}\n", numbers.join(", ")));
        }
    }
    text
}

fn row(answer: &CheckedAnswer) -> Vec<String> {
    let parts: Vec<String> = answer.parts.iter().map(|part| format!("{} {}", part.part, part.words)).collect();
    let kpis: Vec<String> = answer.kpis.iter().map(|kpi| escaped(&kpi.name)).collect();
    let time = if answer.words == 0 {
        "none".to_owned()
    } else {
        format!("{}:{:02}", answer.seconds / 60, answer.seconds % 60)
    };
    let parts = if answer.words == 0 { String::new() } else { parts.join(", ") };
    vec![answer.number.to_string(), escaped(&answer.question), time, parts, kpis.join(", ")]
}
