//! How well the questions of a role are answered in an answers file.
//!
//! Each answer is looked at alone: its parts, how long it takes to speak, whose work it tells, its numbers, the KPIs that
//! it speaks of, and what it claims beyond the resume. Where nothing is written, what was typed last in practice is. Then all together: stories told too often, topics without an answer.

mod claims;
mod empty_result;
mod judged;
mod names;
mod one;
mod rules;
mod stories;

use crate::matching::{Matcher, VERSION};
use crate::report::{AnswerReport, Answered, CheckedAnswer, ResumeName, RoleName, SCHEMA_VERSION, TopicAnswers};
use crate::resume::Resume;
use crate::role::{Question, Role, same_name, topic_counts};

use self::claims::Known;
use self::judged::Judged;
use self::rules::{RULES, described, finding};
use super::answers::{AnsweredQuestion, AnswersFile, question_id};

/// Looks at one answer alone, as it was typed in practice.
pub(super) fn check_one(
    role: &Role,
    matcher: &Matcher,
    resume: Option<&Resume>,
    number: usize,
    question: &Question,
    typed: AnsweredQuestion,
) -> CheckedAnswer {
    let known = resume.map(|resume| Known::new(resume, role));
    one::Checker::new(role, matcher, known.as_ref()).check(number, question, &Judged::typed(typed))
}

/// Holds an answers file against `role`, and against `resume` where one is given. `path` names the file in the report.
#[must_use]
pub fn check(role: &Role, path: &str, file: &AnswersFile, resume: Option<&Resume>) -> AnswerReport {
    let matcher = Matcher::new(role);
    let known = resume.map(|resume| Known::new(resume, role));
    let checker = one::Checker::new(role, &matcher, known.as_ref());
    let mut judged: Vec<Judged> = Vec::new();
    let mut answers: Vec<CheckedAnswer> = Vec::new();
    for (number, question) in (1..).zip(&role.spec.questions) {
        let id = question_id(question);
        if answers.iter().any(|answer| answer.id == id) {
            continue;
        }
        let answer = Judged::of(&id, file);
        answers.push(checker.check(number, question, &answer));
        judged.push(answer);
    }
    let stories = stories::stories(role, &judged, &answers);
    for story in &stories {
        if story.questions.len() > RULES.most_answers_a_story {
            tell(&mut answers, &story.questions);
        }
    }
    let answered = answers.iter().filter(|answer| answer.words > 0).count();
    AnswerReport {
        schema_version: SCHEMA_VERSION,
        matcher_version: VERSION,
        role: RoleName { id: role.id.clone(), title: role.spec.title.clone() },
        path: path.to_owned(),
        resume: resume.map(|resume| ResumeName { path: resume.path.clone(), format: resume.format }),
        answered: Answered { answered, total: answers.len() },
        topics: topics(role, &answers),
        answers,
        stories,
        rules: described(),
    }
}

fn tell(answers: &mut [CheckedAnswer], questions: &[usize]) {
    let numbers: Vec<String> = questions.iter().map(ToString::to_string).collect();
    let message =
        format!("tells the same story as {} answers: those to questions {}", questions.len(), numbers.join(", "));
    for answer in answers.iter_mut().filter(|answer| questions.contains(&answer.number)) {
        answer.findings.extend(finding("repeated-story", message.clone()));
    }
}

fn topics(role: &Role, answers: &[CheckedAnswer]) -> Vec<TopicAnswers> {
    let on = |answer: &&CheckedAnswer, topic: &str| answer.topics.iter().any(|own| same_name(own, topic));
    let counts = topic_counts(&role.spec).into_iter();
    counts
        .map(|(topic, questions)| {
            let answered = answers.iter().filter(|answer| answer.words > 0 && on(answer, topic)).count();
            TopicAnswers { topic: topic.to_owned(), answered, questions }
        })
        .collect()
}
