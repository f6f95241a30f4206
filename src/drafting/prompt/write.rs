//! The prompt's text.

use crate::drafting::lines::{only_partly, weaknesses};
use crate::drafting::questions::QuestionKind;
use crate::drafting::wording::one_line;
use crate::matching::Strength;
use crate::report::{CheckReport, CheckedLine, Checker, LineMatch};
use crate::resume::{LineKind, Resume};
use crate::role::{Criterion, CriterionKind, Role, questions_on};

use super::anonymous::Anonymous;
use super::identifying::Words;
use super::{Prompt, PromptError, Purpose, RemovedKind, Request};

const RULES: &str = "\
Rules, without exception:

1. Use only these facts: the numbered ones under \"Facts\". Add no number, name, technology, employer, duty or result that
   does not stand there, and combine no two facts into a new one.
2. Leave [slots]: where something is missing, write what belongs there in square brackets, such as [how many] or [result],
   for me to fill in.
3. Words in brackets like [NAME 1] or [EMPLOYER 1] stand for what I took out, [MY NAME] for me. Leave them as they are, and
   guess nothing.
4. Behind each line or answer, name the facts that it rests on, such as (F2, F5). What rests on no fact, leave out, and ask
   me a question instead.
";

/// What was asked for, in front of the rules.
fn task(purpose: Purpose, title: &str) -> String {
    match purpose {
        Purpose::Lines => format!(
            "Help me to write better resume lines for the role \"{title}\". For each criterion under \"Missing\", write one \
             line out of my facts, or ask me what I did. For each fact marked \"weak\", write it again: a strong verb first, \
             what I did, by which means, with which result; behind \"weak\" stands what it lacks. Say outright what a fact only \
             \"hints at\". At most 30 words a line.\n"
        ),
        Purpose::Answers => format!(
            "Help me to prepare spoken answers for interviews for the role \"{title}\". For each question, write an answer in \
             the parts that are named with it, in the first person, of about 280 words in all (two minutes).\n"
        ),
    }
}

pub(super) fn prompt(role: &Role, resume: &Resume, request: &Request<'_>) -> Result<Prompt, PromptError> {
    let report = Checker::new(role)?.advising(request.advice.clone()).worker().check(resume, 0.0)?;
    let mut anonymous = Anonymous::new(Words::new(role), resume, request);
    let mut text = format!("{}\n{RULES}", task(request.purpose, &one_line(&role.spec.title)));
    text.push_str(&match request.purpose {
        Purpose::Lines => missing(role, &report),
        Purpose::Answers => questions(role, request.topics)?,
    });
    text.push_str(&facts(resume, &report, request.purpose, &mut anonymous));
    Ok(Prompt { text, removed: anonymous.removed() })
}

fn missing(role: &Role, report: &CheckReport) -> String {
    let criteria = role.criteria();
    let without = report.criteria.iter().zip(&criteria).filter(|(found, _)| found.strength == Strength::None);
    let list: String = without.map(|(_, criterion)| described(criterion)).collect();
    if list.is_empty() { String::new() } else { format!("\nMissing:\n\n{list}") }
}

fn described(criterion: &Criterion<'_>) -> String {
    let kind = match criterion.kind {
        CriterionKind::Kpi => "KPI",
        CriterionKind::Activity => "activity",
        CriterionKind::Requirement => "requirement",
    };
    let item = criterion.item;
    let mut text = format!("- {} ({kind})", one_line(&item.name));
    if let Some(description) = &item.description {
        text.push_str(&format!(": {}.", one_line(description).trim_end_matches('.')));
    }
    if !item.measures.is_empty() {
        text.push_str(&format!(" Measured as: {}.", one_line(&item.measures.join("; "))));
    }
    text + "\n"
}

fn questions(role: &Role, topics: &[String]) -> Result<String, PromptError> {
    let asked = questions_on(&role.spec, topics)?;
    let mut text = "\nQuestions:\n\n".to_owned();
    for (number, question) in asked {
        let parts: Vec<&str> = QuestionKind::of(&question.text).parts().map(|part| part.heading.as_str()).collect();
        text.push_str(&format!("- Q{number}: {} (parts: {})\n", one_line(&question.text), parts.join(", ")));
    }
    Ok(text)
}

/// The lines that say what was done, and the skills; who the person is and where they learnt stays out.
fn facts(resume: &Resume, report: &CheckReport, purpose: Purpose, anonymous: &mut Anonymous) -> String {
    let mut text = "\nFacts:\n\n".to_owned();
    for (number, line) in (1..).zip(&report.lines) {
        let lacks = if purpose == Purpose::Lines { lacks(report, line) } else { String::new() };
        text.push_str(&format!("- F{number}{lacks}: {}\n", anonymous.text(&one_line(&line.text), false)));
    }
    let skills = resume.lines.iter().filter(|line| line.kind == LineKind::Skills);
    let told = skills.map(|line| anonymous.text(&one_line(&line.text), true)).filter(|text| !says_who(text));
    for (number, text_of_skills) in (report.lines.len() + 1..).zip(told) {
        text.push_str(&format!("- F{number} (skills): {text_of_skills}\n"));
    }
    text
}

/// What is to be mended in a line: the rules on wording that call it weak, and the criterion that it shows only in part.
fn lacks(report: &CheckReport, line: &CheckedLine) -> String {
    let mut rules: Vec<&str> = weaknesses(line).map(|advice| advice.rule.as_str()).collect();
    rules.dedup();
    let weak = (!rules.is_empty()).then(|| format!("weak: {}", rules.join(", ")));
    let named = |found: &LineMatch| report.criteria.iter().find(|known| known.id == found.criterion);
    let hints = only_partly(line).and_then(named).map(|found| format!("hints at: {}", one_line(&found.name)));
    let told: Vec<String> = weak.into_iter().chain(hints).collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join("; ")) }
}

/// Whether a list holds what a row of contacts holds: it is none of skills, and what is left of it says who somebody is.
fn says_who(text: &str) -> bool {
    let contacts =
        [RemovedKind::Email, RemovedKind::Phone, RemovedKind::Address, RemovedKind::Number, RemovedKind::Birth];
    let mut held = contacts.map(|kind| format!("[{}", kind.placeholder())).into_iter();
    held.any(|placeholder| text.contains(&placeholder)) || text == RemovedKind::Own.shown(0)
}
