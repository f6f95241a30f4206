//! What is a list: roles, questions, topics, stages, a resume's lines.

use crate::report::{LinesReport, QuestionList, RoleList, StageList, TopicList};

use super::{escaped, table};

/// The list of roles.
#[must_use]
pub fn roles(list: &RoleList) -> String {
    let row = |role: &crate::report::RoleEntry| {
        vec![escaped(&role.id), escaped(&role.title), escaped(role.function.as_deref().unwrap_or_default())]
    };
    table(&["Id", "Title", "Function"], list.0.iter().map(row))
}

/// Interview questions, each with its number in the spec.
#[must_use]
pub fn questions(list: &QuestionList) -> String {
    let rows = list.questions.iter().map(|question| {
        vec![question.number.to_string(), escaped(&question.text), escaped(&question.topics.join(", "))]
    });
    heading(&list.title, "questions") + &table(&["#", "Question", "Topics"], rows)
}

/// The topics of a role's questions.
#[must_use]
pub fn topics(list: &TopicList) -> String {
    let rows = list.topics.iter().map(|topic| vec![escaped(&topic.topic), topic.questions.to_string()]);
    heading(&list.title, "topics") + &table(&["Topic", "Questions"], rows)
}

/// A role's selection process.
#[must_use]
pub fn stages(list: &StageList) -> String {
    let rows = (1..).zip(&list.stages).map(|(number, stage): (usize, _)| {
        let what = stage.description.as_deref().unwrap_or_default();
        vec![number.to_string(), escaped(&stage.name), escaped(what), escaped(&stage.topics.join(", "))]
    });
    heading(&list.title, "stages") + &table(&["#", "Stage", "What happens", "Prepare"], rows)
}

/// What was read of a resume.
#[must_use]
pub fn lines(report: &LinesReport) -> String {
    let tagged = report.lines.iter().any(|line| !line.tags.is_empty());
    let rows = report.lines.iter().map(|line| {
        let section = line.section.as_deref().unwrap_or_default();
        let kind = format!("{:?}", line.kind).to_lowercase();
        let cells = vec![line.place.line.to_string(), escaped(&line.text), escaped(section), kind];
        cells.into_iter().chain(tagged.then(|| escaped(&line.tags.join(" ")))).collect()
    });
    let header = ["Line", "Text", "Section", "Kind", "Tags"];
    format!("# {}\n\n", escaped(&report.path)) + &table(&header[..if tagged { 5 } else { 4 }], rows)
}

fn heading(title: &str, what: &str) -> String {
    format!("# {}: {what}\n\n", escaped(title))
}
