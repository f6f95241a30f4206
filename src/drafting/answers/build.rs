//! A role's questions as a sheet.

use std::collections::BTreeSet;

use crate::drafting::questions::{Part, QuestionKind};
use crate::drafting::relevance::{Relevant, relevant};
use crate::drafting::sheet::{Block, Kind, Sheet, SheetRole};
use crate::drafting::wording::markdown;
use crate::resume::Resume;
use crate::role::{Criterion, Question, Role, TopicError, questions_on};

use super::{GONE, question_id};

/// The sheet of all questions of `role` with what `resume` gives to answer them; wanted are those on any of `topics`, all
/// where none is named. A topic that the role does not have is an error.
pub fn build(role: &Role, resume: &Resume, topics: &[String]) -> Result<Sheet, TopicError> {
    let wanted: BTreeSet<usize> = questions_on(&role.spec, topics)?.into_iter().map(|(number, _)| number).collect();
    let relevant = relevant(role, resume);
    let mut blocks: Vec<Block> = Vec::new();
    for (number, (question, relevant)) in (1..).zip(role.spec.questions.iter().zip(&relevant)) {
        let id = question_id(question);
        if blocks.iter().any(|block| block.id == id) {
            continue;
        }
        let kind = QuestionKind::of(&question.text);
        let body = body(number, question, kind, relevant);
        blocks.push(Block { id, body, room: room_of(kind), wanted: wanted.contains(&number) });
    }
    let rooms = QuestionKind::ALL.map(room_of).to_vec();
    Ok(Sheet {
        kind: Kind::Answers,
        role: SheetRole::of(role),
        head: head(role, resume),
        blocks,
        rooms,
        gone: GONE,
        labels: &[],
    })
}

fn head(role: &Role, resume: &Resume) -> String {
    format!(
        "# {}: answers to prepare\n\n\
         Evidence from {}. What stands between two marks like those around this text is written anew by\n\
         `rolefit draft answers`; everything else is yours and stays. An answer of about two minutes has 280 words.\n",
        markdown(&role.spec.title),
        markdown(if resume.path == "-" { "standard input" } else { &resume.path }),
    )
}

fn room_of(kind: QuestionKind) -> String {
    room(&kind.parts().collect::<Vec<_>>())
}

/// The headings of `parts`, each with room below it.
pub(in crate::drafting) fn room(parts: &[&Part]) -> String {
    let headings: Vec<&str> = parts.iter().map(|part| part.heading.as_str()).collect();
    format!("\n### {}\n", headings.join("\n\n### "))
}

fn body(number: usize, question: &Question, kind: QuestionKind, relevant: &Relevant<'_>) -> String {
    let mut text = format!("## {number}. {}\n\n", markdown(&question.text));
    if !question.topics.is_empty() {
        text.push_str(&format!("Topics: {}. ", markdown(&question.topics.join(", "))));
    }
    text.push_str(&format!("{}\n\n", kind.lead()));
    for part in kind.parts() {
        text.push_str(&format!("- {}: {}\n", part.heading, part.hint));
    }
    text.push('\n');
    text.push_str(&evidence(relevant));
    if !relevant.kpis.is_empty() {
        text.push_str("\nKPIs to bring in:\n\n");
        text.extend(relevant.kpis.iter().map(kpi));
    }
    text
}

fn evidence(relevant: &Relevant<'_>) -> String {
    if relevant.lines.is_empty() {
        return "No line of your resume speaks of this. Which work of yours comes nearest?\n".to_owned();
    }
    let lead = if relevant.general { "Your strongest lines, one of which may fit:" } else { "Evidence to tell:" };
    let line = |line: &&crate::resume::Line| {
        let page = line.place.page.map(|page| format!("p. {page}, ")).unwrap_or_default();
        format!("- {} ({page}line {})\n", markdown(&line.text), line.place.line)
    };
    format!("{lead}\n\n{}", relevant.lines.iter().map(line).collect::<String>())
}

fn kpi(criterion: &Criterion<'_>) -> String {
    let item = criterion.item;
    let measured = item.measures.iter().map(|measure| markdown(measure)).collect::<Vec<_>>().join("; ");
    let colon = if measured.is_empty() { "" } else { ": " };
    format!("- {}{colon}{measured}\n", markdown(&item.name))
}
