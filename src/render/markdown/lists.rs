//! What is a list: roles, questions, topics, stages, a resume's lines.

use crate::report::{LinesReport, QuestionList, RoleEntry, RoleList, StageList, TopicList};

use super::{escaped, table};

/// The list of roles, by function; of each in which words were searched for, where they were found.
pub(super) fn roles(list: &RoleList) -> String {
    let row = |role: &RoleEntry| {
        let mut row = vec![escaped(&role.id), escaped(&role.title)];
        row.push(escaped(role.function.as_deref().unwrap_or_default()));
        row.push(escaped(role.path.as_deref().unwrap_or("built in")));
        row.extend(role.matches.iter().map(|matches| {
            let texts: Vec<String> = matches.iter().map(|found| escaped(&found.text)).collect();
            texts.join("<br>")
        }));
        row
    };
    if list.search.is_some() {
        return table(&["Id", "Title", "Function", "From", "Found in"], list.roles.iter().map(row));
    }
    let grouped = list.by_function().into_iter().flat_map(|(_, roles)| roles);
    table(&["Id", "Title", "Function", "From"], grouped.map(row))
}

/// Interview questions, each with its number in the spec.
pub(super) fn questions(list: &QuestionList) -> String {
    let rows = list.questions.iter().map(|question| {
        vec![question.number.to_string(), escaped(&question.text), escaped(&question.topics.join(", "))]
    });
    heading(&list.title, "questions") + &table(&["#", "Question", "Topics"], rows)
}

/// The topics of a role's questions.
pub(super) fn topics(list: &TopicList) -> String {
    let rows = list.topics.iter().map(|topic| vec![escaped(&topic.topic), topic.questions.to_string()]);
    heading(&list.title, "topics") + &table(&["Topic", "Questions"], rows)
}

/// A role's selection process.
pub(super) fn stages(list: &StageList) -> String {
    let rows = (1..).zip(&list.stages).map(|(number, stage): (usize, _)| {
        let what = stage.description.as_deref().unwrap_or_default();
        vec![number.to_string(), escaped(&stage.name), escaped(what), escaped(&stage.topics.join(", "))]
    });
    heading(&list.title, "stages") + &table(&["#", "Stage", "What happens", "Prepare"], rows)
}

/// What was read of a resume.
pub(super) fn lines(report: &LinesReport) -> String {
    let tagged = report.lines.iter().any(|line| !line.tags.is_empty());
    let rows = report.lines.iter().map(|line| {
        let section = line.location.section.as_deref().unwrap_or_default();
        let kind = format!("{:?}", line.kind).to_lowercase();
        let judged = if line.judged { "yes" } else { "no" };
        let place = line.location.line.to_string();
        let cells = vec![place, escaped(&line.text), escaped(section), kind, judged.to_owned()];
        cells.into_iter().chain(tagged.then(|| escaped(&line.tags.join(" ")))).collect()
    });
    let header = ["Line", "Text", "Section", "Kind", "Judged", "Tags"];
    format!("# {}\n\n", escaped(&report.path)) + &table(&header[..if tagged { 6 } else { 5 }], rows)
}

fn heading(title: &str, what: &str) -> String {
    format!("# {}: {what}\n\n", escaped(title))
}
