//! What is a list: questions, topics, stages, a resume's lines.

use crate::render::layout::Column::{AtMost, Flexible, Rigid};
use crate::render::layout::{Width, count, hang, table};
use crate::render::plain::plain;
use crate::render::style::{HEADING, QUIET, paint};
use crate::report::{LinesReport, QuestionList, StageList, TopicList};

/// Interview questions.
#[must_use]
pub fn questions(list: &QuestionList, width: Width) -> String {
    let shown = list.questions.len();
    let count =
        if shown == list.of { count(shown, "question") } else { format!("{shown} of {}", count(list.of, "question")) };
    if shown == 0 {
        let hint = match list.of {
            0 => ". `questions:` in the role's spec gives it some, and `extends: ROLE` those of another role",
            _ => ". Try fewer or other words; `--topics` lists what the questions are about",
        };
        return heading(&list.title) + &quiet(&format!("{count}{hint}"), width);
    }
    let rows = list
        .questions
        .iter()
        .map(|question| vec![format!("{:>3}", question.number), question.text.clone(), question.topics.join(", ")]);
    heading(&list.title)
        + &table(&[("  #", Rigid), ("QUESTION", Flexible), ("TOPICS", AtMost(25))], rows, width)
        + "\n"
        + &quiet(&count, width)
}

/// The topics of a role's questions.
#[must_use]
pub fn topics(list: &TopicList, width: Width) -> String {
    let rows = list.topics.iter().map(|topic| vec![topic.topic.clone(), format!("{:>9}", topic.questions)]);
    heading(&list.title) + &table(&[("TOPIC", Flexible), ("QUESTIONS", Rigid)], rows, width)
}

/// A role's selection process.
#[must_use]
pub fn stages(list: &StageList, width: Width) -> String {
    if list.stages.is_empty() {
        return heading(&list.title) + &paint("The role's spec names no stages.", QUIET) + "\n";
    }
    let rows = (1..).zip(&list.stages).map(|(number, stage)| {
        let what = stage.description.clone().unwrap_or_default();
        vec![format!("{number:>2}"), stage.name.clone(), what, stage.topics.join(", ")]
    });
    let header = [(" #", Rigid), ("STAGE", AtMost(25)), ("WHAT HAPPENS", Flexible), ("PREPARE", AtMost(25))];
    heading(&list.title) + &table(&header, rows, width)
}

/// What was read of a resume.
#[must_use]
pub fn lines(report: &LinesReport, width: Width) -> String {
    let tagged = report.lines.iter().any(|line| !line.tags.is_empty());
    let rows = report.lines.iter().map(|line| {
        let place = &line.location;
        let page = place.page.map(|page| format!("p. {page}, ")).unwrap_or_default();
        let judged = if line.judged { "yes" } else { "no" };
        let kind = format!("{:?}", line.kind).to_lowercase();
        let path = place.path.as_deref().map(by_steps);
        let section: Vec<String> = place.section.clone().into_iter().chain(path).collect();
        let at = format!("{page}{:>3}", place.line);
        let cells = vec![at, line.text.clone(), section.join("\n"), kind, judged.to_owned()];
        cells.into_iter().chain(tagged.then(|| line.tags.join(" "))).collect()
    });
    let judged = report.lines.iter().filter(|line| line.judged).count();
    let read = format!("{} read as {}, {judged} of them judged", count(report.lines.len(), "line"), report.format);
    let mut header =
        vec![("LINE", Rigid), ("TEXT", Flexible), ("SECTION", AtMost(25)), ("KIND", Rigid), ("JUDGED", Rigid)];
    header.extend(tagged.then_some(("TAGS", AtMost(15))));
    heading(&report.path) + &table(&header, rows, width) + "\n" + &quiet(&read, width)
}

/// A path with a line break before each step that would make its line longer than the narrowest column for it.
fn by_steps(path: &str) -> String {
    const LONGEST: usize = 20;
    let mut lines: Vec<String> = vec![String::new()];
    for step in path.split_inclusive('.') {
        match lines.last_mut() {
            Some(line) if line.is_empty() || line.chars().count() + step.chars().count() <= LONGEST => {
                line.push_str(step);
            }
            _ => lines.push(step.to_owned()),
        }
    }
    lines.join("\n")
}

fn heading(title: &str) -> String {
    format!("{}\n\n", paint(&plain(title), HEADING))
}

fn quiet(text: &str, width: Width) -> String {
    hang("", text, width.columns()).lines().map(|line| paint(line, QUIET) + "\n").collect()
}
