//! `answer-check`: what is answered, what to mend, each question with its answer.

use minijinja::Error;
use serde::Serialize;

use crate::render::findings::word;
use crate::render::words::judged;
use crate::report::{AnswerFinding, AnswerReport, CheckedAnswer, Severity, Story, Strength, ToldPart, TopicAnswers};

use super::page::page;

/// The whole check as an HTML page. The error is one of the built-in templates.
pub fn answers(report: &AnswerReport) -> Result<String, Error> {
    page("answers.html", &View::new(report), report.matcher_version)
}

#[derive(Serialize)]
struct View<'r> {
    role: &'r str,
    path: &'r str,
    resume: Option<&'r str>,
    answered: usize,
    total: usize,
    /// How many questions are in which state.
    states: Vec<Counted>,
    /// All answers together, such as "12:30".
    spoken: String,
    /// How many answers take neither too little time nor too much.
    in_time: usize,
    topics_answered: usize,
    rules: Vec<Rule<'r>>,
    answers: Vec<Answer<'r>>,
    topics: Vec<Topic<'r>>,
    stories: &'r [Story],
}

/// How a question stands. The marks are those of evidence.
#[derive(Clone, Copy, Serialize)]
struct State {
    strength: Strength,
    name: &'static str,
}

#[derive(Serialize)]
struct Counted {
    #[serde(flatten)]
    state: State,
    count: usize,
}

/// A rule, and the numbers of the questions whose answers it says something of.
#[derive(Serialize)]
struct Rule<'r> {
    id: &'r str,
    severity: &'static str,
    help: &'r str,
    numbers: Vec<usize>,
    #[serde(skip)]
    rank: Severity,
}

#[derive(Serialize)]
struct Answer<'r> {
    number: usize,
    question: &'r str,
    topics: String,
    kind: &'static str,
    line: Option<usize>,
    state: State,
    judged: Option<String>,
    words: usize,
    seconds: usize,
    time: String,
    balance: Vec<Length<'r>>,
    told: &'r [ToldPart],
    kpis: Vec<Kpi<'r>>,
    findings: Vec<Finding<'r>>,
}

/// How much of an answer one part takes, in percent of its words, and how much stands before it.
#[derive(Serialize)]
struct Length<'r> {
    part: &'r str,
    words: usize,
    start: usize,
    percent: usize,
}

#[derive(Serialize)]
struct Kpi<'r> {
    name: &'r str,
    score: String,
    strength: Strength,
}

#[derive(Serialize)]
struct Finding<'r> {
    rule: &'r str,
    severity: &'static str,
    message: &'r str,
    help: &'r str,
}

#[derive(Serialize)]
struct Topic<'r> {
    name: &'r str,
    answered: usize,
    questions: usize,
    percent: usize,
}

const STATES: [State; 3] = [
    State { strength: Strength::Strong, name: "nothing to mend" },
    State { strength: Strength::Partial, name: "to mend" },
    State { strength: Strength::None, name: "no answer" },
];

impl<'r> View<'r> {
    fn new(report: &'r AnswerReport) -> Self {
        let in_state = |strength: Strength| report.answers.iter().filter(|one| state(one).strength == strength).count();
        let off_time = |one: &CheckedAnswer| one.findings.iter().any(|found| found.rule.starts_with("too-"));
        let given = || report.answers.iter().filter(|one| one.words > 0);
        Self {
            role: &report.role.title,
            path: named(&report.path),
            resume: report.resume.as_ref().map(|resume| named(&resume.path)),
            answered: report.answered.answered,
            total: report.answered.total,
            states: STATES.map(|state| Counted { state, count: in_state(state.strength) }).into(),
            spoken: minutes(given().map(|one| one.seconds).sum()),
            in_time: given().filter(|one| !off_time(one)).count(),
            topics_answered: report.topics.iter().filter(|topic| topic.answered > 0).count(),
            rules: rules(&report.answers),
            answers: report.answers.iter().map(Answer::from).collect(),
            topics: report.topics.iter().map(Topic::from).collect(),
            stories: &report.stories,
        }
    }
}

fn named(path: &str) -> &str {
    if path == "-" { "standard input" } else { path }
}

fn minutes(seconds: usize) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn state(answer: &CheckedAnswer) -> State {
    let [fine, odd, none] = STATES;
    match (answer.words, answer.findings.is_empty()) {
        (0, _) => none,
        (_, true) => fine,
        (_, false) => odd,
    }
}

/// The rules that say something of an answer, the gravest first, then the one with the most answers. That there is no
/// answer is told beside each question.
fn rules(answers: &[CheckedAnswer]) -> Vec<Rule<'_>> {
    let mut rules: Vec<Rule<'_>> = Vec::new();
    for answer in answers {
        for found in &answer.findings {
            match rules.iter_mut().find(|rule| rule.id == found.rule) {
                Some(rule) if rule.numbers.last() == Some(&answer.number) => {}
                Some(rule) => rule.numbers.push(answer.number),
                None => rules.push(Rule {
                    id: &found.rule,
                    severity: word(found.severity),
                    help: &found.help,
                    numbers: vec![answer.number],
                    rank: found.severity,
                }),
            }
        }
    }
    rules.sort_by_key(|rule| std::cmp::Reverse((rule.rank, rule.numbers.len())));
    rules
}

impl<'r> From<&'r CheckedAnswer> for Answer<'r> {
    fn from(answer: &'r CheckedAnswer) -> Self {
        let kpis = answer.kpis.iter();
        Self {
            number: answer.number,
            question: &answer.question,
            topics: answer.topics.join(", "),
            kind: answer.kind,
            line: answer.line,
            state: state(answer),
            judged: judged(answer),
            words: answer.words,
            seconds: answer.seconds,
            time: minutes(answer.seconds),
            balance: balance(answer),
            told: &answer.told,
            kpis: kpis.map(|kpi| Kpi { name: &kpi.name, score: kpi.score.short(), strength: kpi.strength }).collect(),
            findings: answer.findings.iter().map(Finding::from).collect(),
        }
    }
}

/// The parts that have words, in percent that make 100; none where the answer is not divided.
fn balance(answer: &CheckedAnswer) -> Vec<Length<'_>> {
    let whole: usize = answer.parts.iter().map(|part| part.words).sum();
    let mut before = 0;
    let present = answer.parts.iter().filter(|part| part.words > 0);
    let length = present.map(|part| {
        let start = before * 100 / whole;
        before += part.words;
        Length { part: &part.part, words: part.words, start, percent: before * 100 / whole - start }
    });
    length.collect()
}

impl<'r> From<&'r AnswerFinding> for Finding<'r> {
    fn from(found: &'r AnswerFinding) -> Self {
        Self { rule: &found.rule, severity: word(found.severity), message: &found.message, help: &found.help }
    }
}

impl<'r> From<&'r TopicAnswers> for Topic<'r> {
    fn from(topic: &'r TopicAnswers) -> Self {
        let TopicAnswers { answered, questions, .. } = *topic;
        Self { name: &topic.topic, answered, questions, percent: (answered * 100).checked_div(questions).unwrap_or(0) }
    }
}
