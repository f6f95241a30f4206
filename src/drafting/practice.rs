//! A mock interview: what is asked, what there is to tell, how it went. Who asks, and with which clock, is the caller's.

use crate::matching::Matcher;
use crate::report::CheckedAnswer;
use crate::resume::Resume;
use crate::role::{Question, Role, TopicError, questions_on};

use super::answer_check;
use super::answers::{question_id, room, typed};
use super::questions::{Part, QuestionKind};
use super::relevance::relevant;
use super::sheet::{Kind, NotASheet, below, marked};
use super::wording::markdown;

/// A question to practise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercise {
    /// Its number in the role, from 1.
    pub number: usize,
    /// Its id in answers files.
    pub id: String,
    /// The question.
    pub question: String,
    /// Its topics.
    pub topics: Vec<String>,
    /// The parts of a good answer.
    pub parts: Vec<&'static Part>,
    /// The lines of the resume that are evidence to tell, the best first.
    pub lines: Vec<String>,
    /// The KPIs to bring in.
    pub kpis: Vec<String>,
}

/// How long a person thought and answered, in seconds, and what they typed; nothing where they spoke.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attempt {
    /// Before the answer.
    pub thought: u64,
    /// The answer.
    pub answered: u64,
    /// What was typed, line by line.
    pub lines: Vec<String>,
}

/// The questions of `role` on any of `topics`, on all where none is named, with what `resume` gives to answer them.
pub fn exercises(role: &Role, resume: Option<&Resume>, topics: &[String]) -> Result<Vec<Exercise>, TopicError> {
    let relevance = resume.map(|resume| relevant(role, resume)).unwrap_or_default();
    let asked = questions_on(&role.spec, topics)?;
    let exercise = |(number, question): (usize, &Question)| {
        let kind = QuestionKind::of(&question.text);
        let relevant = number.checked_sub(1).and_then(|at| relevance.get(at)).cloned().unwrap_or_default();
        Exercise {
            number,
            id: question_id(question),
            question: question.text.clone(),
            topics: question.topics.clone(),
            parts: kind.parts().collect(),
            lines: relevant.lines.iter().map(|line| line.text.clone()).collect(),
            kpis: relevant.kpis.iter().map(|kpi| kpi.item.name.clone()).collect(),
        }
    };
    Ok(asked.into_iter().map(exercise).collect())
}

/// What [`answer_check`] says of a typed answer, but that it has no headings: nobody speaks them.
#[must_use]
pub fn checked(role: &Role, resume: Option<&Resume>, exercise: &Exercise, attempt: &Attempt) -> Option<CheckedAnswer> {
    let question = role.spec.questions.get(exercise.number.checked_sub(1)?)?;
    let typed = typed(&attempt.lines.join("\n"));
    Some(answer_check::check_one(role, &Matcher::new(role), resume, exercise.number, question, typed))
}

impl Attempt {
    /// What is kept of the attempt in an answers file. `when` is the day and the time. Typed lines are quoted, so that
    /// none of them is read as a heading.
    #[must_use]
    pub fn record(&self, when: &str) -> String {
        let words: usize = self.lines.iter().map(|line| line.split_whitespace().count()).sum();
        let how = if self.lines.is_empty() {
            "spoken".to_owned()
        } else {
            format!("typed, {words} word{}", if words == 1 { "" } else { "s" })
        };
        let (thought, answered) = (minutes(self.thought), minutes(self.answered));
        let mut text = format!("### Practice, {when}\n\nThought for {thought}, answered in {answered} ({how}).\n");
        if !self.lines.is_empty() {
            text.push('\n');
        }
        for line in &self.lines {
            text.push_str(format!("> {line}").trim_end());
            text.push('\n');
        }
        text
    }
}

/// Puts `record` into the text of an answers file: in place of `last`, the record of the same attempt so far, else behind
/// everything that stands below the question; a question that is not in the file comes to its end, with the room to write.
pub fn kept(file: &str, exercise: &Exercise, last: Option<&str>, record: &str) -> Result<String, NotASheet> {
    let line_break = if file.contains("\r\n") { "\r\n" } else { "\n" };
    let broken = |text: &str| text.replace('\n', line_break);
    let record = broken(record);
    if let Some(last) = last.map(broken).filter(|last| file.contains(last.as_str())) {
        return Ok(file.replacen(&last, &record, 1));
    }
    let Some(at) = below(file, Kind::Answers, &exercise.id)? else {
        let block = broken(&exercise.block());
        return Ok(format!("{}{line_break}{line_break}{block}{line_break}{record}", file.trim_end()));
    };
    let (before, behind) = file.split_at(at);
    let text = before.trim_end();
    let gap = if behind.is_empty() { "" } else { line_break };
    Ok(format!("{text}{line_break}{line_break}{record}{gap}{behind}"))
}

impl Exercise {
    /// The question as `draft answers` brings it up to date later, with room to write.
    fn block(&self) -> String {
        let body = format!("## {}. {}\n", self.number, markdown(&self.question));
        marked(Kind::Answers, &self.id, &body) + &room(&self.parts)
    }
}

/// "1:43".
#[must_use]
pub fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use crate::drafting::answers::parse;

    use super::*;

    const FILE: &str = "<!-- rolefit answers: 0badcafe 00000000 -->\n## 1. Why?\n<!-- rolefit answers: end -->\n\nMine.\n\n\
                        <!-- rolefit answers: 0badbeef 00000000 -->\n## 2. How?\n<!-- rolefit answers: end -->\n\nYours.";

    fn exercise(id: &str) -> Exercise {
        Exercise {
            number: 1,
            id: id.into(),
            question: "Why?".into(),
            topics: Vec::new(),
            parts: Vec::new(),
            lines: Vec::new(),
            kpis: Vec::new(),
        }
    }

    fn attempt(lines: &[&str]) -> Attempt {
        Attempt { thought: 12, answered: 103, lines: lines.iter().map(|line| (*line).to_owned()).collect() }
    }

    #[test]
    fn a_record_quotes_what_was_typed() {
        let record = attempt(&["# I did", "", "it"]).record("2026-11-25 14:05 UTC");
        assert_eq!(
            record,
            "### Practice, 2026-11-25 14:05 UTC\n\nThought for 0:12, answered in 1:43 (typed, 4 words).\n\n> # I did\n>\n> it\n"
        );
        assert!(attempt(&[]).record("x").ends_with("(spoken).\n"));
    }

    #[test]
    fn a_record_stands_below_its_question_and_grows_in_place() {
        let first = attempt(&["one"]).record("now");
        let text = kept(FILE, &exercise("0badcafe"), None, &first).expect("a sheet");
        let place = text.find("> one").expect("the record");
        assert!(text.find("Mine.").expect("kept") < place && place < text.find("## 2.").expect("kept"), "{text}");
        let grown =
            kept(&text, &exercise("0badcafe"), Some(&first), &attempt(&["one", "two"]).record("now")).expect("a sheet");
        assert!(grown.contains("> one\n> two\n\n<!--") && grown.matches("### Practice").count() == 1, "{grown}");
        assert!(grown.ends_with("Yours."), "{grown}");
    }

    #[test]
    fn a_question_that_is_not_in_the_file_comes_to_its_end_and_is_answered_there() {
        let text = kept(FILE, &exercise("00000000"), None, &attempt(&["one"]).record("now")).expect("a sheet");
        assert!(text.contains("Yours.\n\n<!-- rolefit answers: 00000000 "), "{text}");
        let file = parse(&text).expect("a sheet");
        let practised: Vec<usize> = file.questions.iter().map(|question| question.practised.len()).collect();
        assert_eq!((practised, file.questions[2].heading.as_str()), (vec![0, 0, 1], "Why?"), "{text}");
    }
}
