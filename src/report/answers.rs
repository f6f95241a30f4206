//! What the check of an answers file found.

use serde::Serialize;

use crate::matching::Strength;

use super::check::{ResumeName, RoleName};
use super::findings::{Finding, Findings, Passed, RuleInfo, Severity};
use super::score::Score;

/// What the check of an answers file against a role found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnswerReport {
    /// [`SCHEMA_VERSION`](super::SCHEMA_VERSION).
    pub schema_version: u32,
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The role.
    pub role: RoleName,
    /// The answers file as it was named; "-" for standard input.
    pub path: String,
    /// The resume that claims were held against, if one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume: Option<ResumeName>,
    /// How many of the role's questions are answered.
    pub answered: Answered,
    /// The role's questions, in its order, answered or not.
    pub answers: Vec<CheckedAnswer>,
    /// The role's topics, in the order in which they first appear.
    pub topics: Vec<TopicAnswers>,
    /// Stories told in more answers than one.
    pub stories: Vec<Story>,
    /// The rules that were in force.
    #[serde(skip)]
    pub rules: Vec<RuleInfo>,
}

/// How many questions are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// With at least one word.
    pub answered: usize,
    /// All.
    pub total: usize,
}

/// One question and how well it is answered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckedAnswer {
    /// The question's number in the role, from 1.
    pub number: usize,
    /// The question's id in answers files.
    pub id: String,
    /// The question.
    pub question: String,
    /// Its topics.
    pub topics: Vec<String>,
    /// "motivation", "behavioural", "situational" or "technical".
    pub kind: &'static str,
    /// The line of the answers file, from 1, where the question stands; none where it is not in the file.
    pub line: Option<usize>,
    /// Which answer was judged; none where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged: Option<JudgedAnswer>,
    /// How many words the answer has.
    pub words: usize,
    /// How long it takes to speak, in seconds.
    pub seconds: usize,
    /// The answer as it is judged, part by part, in the file's order.
    pub told: Vec<ToldPart>,
    /// The parts that it should have, in order.
    pub parts: Vec<PartLength>,
    /// The KPIs that it speaks of, the highest score first.
    pub kpis: Vec<AddressedKpi>,
    /// What could be better.
    pub findings: Vec<AnswerFinding>,
}

/// Which of a question's answers was judged: the written one, else the one that was practised last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct JudgedAnswer {
    /// Where it stands.
    pub source: AnswerSource,
    /// When it was practised, as the file says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    /// How many typed attempts the file holds.
    pub attempts: usize,
}

/// Where an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AnswerSource {
    /// Below the question.
    Written,
    /// In what was kept of a practice.
    Practised,
}

/// What is told in one part of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ToldPart {
    /// The part's heading; none for what stands below none.
    pub part: Option<String>,
    /// The words as they are spoken, without markup; a line a paragraph or item.
    pub text: String,
}

/// One question of a report by itself, for outputs of a line a question.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AnswerRecord<'r> {
    /// [`SCHEMA_VERSION`](super::SCHEMA_VERSION).
    pub schema_version: u32,
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The role's id.
    pub role: &'r str,
    /// The answers file as it was named.
    pub path: &'r str,
    /// The question and its answer.
    #[serde(flatten)]
    pub answer: &'r CheckedAnswer,
}

/// How long one part of an answer is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartLength {
    /// The part's heading.
    pub part: String,
    /// Its words; 0 where it is missing.
    pub words: usize,
}

/// A KPI that an answer speaks of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AddressedKpi {
    /// The criterion's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The score of the sentence that speaks of it most.
    pub score: Score,
    /// The score in a word.
    pub strength: Strength,
}

/// Something about an answer that could be better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerFinding {
    /// The rule's id, such as "missing-part".
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: String,
}

/// How many questions on a topic are answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicAnswers {
    /// The topic.
    pub topic: String,
    /// How many of its questions are answered.
    pub answered: usize,
    /// How many it has.
    pub questions: usize,
}

/// A story that more answers than one tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Story {
    /// The numbers of the questions, in their order.
    pub questions: Vec<usize>,
    /// The words that they share.
    pub shared: Vec<String>,
}

impl AnswerReport {
    /// The questions one by one, in their order.
    pub fn records(&self) -> impl Iterator<Item = AnswerRecord<'_>> {
        self.answers.iter().map(|answer| AnswerRecord {
            schema_version: self.schema_version,
            matcher_version: self.matcher_version,
            role: &self.role.id,
            path: &self.path,
            answer,
        })
    }
}

impl Answered {
    /// The answered share in percent; none where there is nothing to answer.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.total > 0).then(|| 100.0 * self.answered as f64 / self.total as f64)
    }
}

impl From<&AnswerReport> for Findings {
    fn from(report: &AnswerReport) -> Self {
        let in_file = report.answers.iter().filter_map(|answer| Some((answer, answer.line?)));
        let findings = in_file.clone().flat_map(|(answer, line)| {
            answer.findings.iter().map(move |found| Finding {
                rule: found.rule.clone(),
                severity: found.severity,
                path: report.path.clone(),
                line,
                column: 1,
                end_column: None,
                message: format!("question {} (\"{}\"): {}", answer.number, answer.question, found.message),
                help: Some(found.help.clone()),
                excerpt: None,
                is_aside: false,
            })
        });
        let fine = in_file.filter(|(answer, _)| answer.findings.is_empty());
        let passed = fine.map(|(answer, _)| Passed { path: report.path.clone(), name: answer.question.clone() });
        Self::new(findings.collect(), passed.collect(), report.rules.clone())
    }
}
