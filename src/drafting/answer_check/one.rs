//! One answer by itself.

use crate::advice::{buzzwords_in, deeds_of};
use crate::drafting::answers::{AnsweredPart, AnsweredQuestion, WORDS_A_MINUTE, question_id};
use crate::drafting::questions::QuestionKind;
use crate::drafting::relevance::kpis_asked_about;
use crate::matching::{Judge, Matcher, PARTIAL_FROM, Strength};
use crate::report::{AddressedKpi, AnswerFinding, CheckedAnswer, PartLength, Score, ToldPart};
use crate::role::{Criterion, CriterionKind, Question, Role};
use crate::text::{TokenKind, tokens};

use super::claims::Known;
use super::empty_result::empty_result;
use super::judged::Judged;
use super::rules::{RULES, finding};

/// Shorter answers than this, in seconds, are too short; longer ones than the other, too long.
const SHORTEST: usize = 60;
const LONGEST: usize = 150;
/// An answer of fewer words has no balance to speak of.
const BALANCED_FROM: usize = 80;

/// Looks at one answer after another.
pub(super) struct Checker<'c> {
    criteria: Vec<Criterion<'c>>,
    matcher: &'c Matcher,
    known: Option<&'c Known>,
    /// The names of the KPIs that each question of the role is about.
    about: Vec<Vec<String>>,
}

impl<'c> Checker<'c> {
    pub(super) fn new(role: &'c Role, matcher: &'c Matcher, known: Option<&'c Known>) -> Self {
        let about = kpis_asked_about(role, matcher);
        Self { criteria: role.criteria(), matcher, known, about }
    }

    pub(super) fn check(&self, number: usize, question: &Question, judged: &Judged) -> CheckedAnswer {
        let (written, in_file) = (&judged.answer, judged.in_file);
        let kind = told_as(QuestionKind::of(&question.text), written);
        let words = written.words();
        let kpis = self.kpis(&written.answer());
        let findings = match (in_file, words) {
            (false, _) => Vec::new(),
            (true, 0) => finding("unanswered", "has no answer".to_owned()).into_iter().collect(),
            (true, _) => self.findings(number, question, kind, judged, &kpis),
        };
        CheckedAnswer {
            number,
            id: question_id(question),
            question: question.text.clone(),
            topics: question.topics.clone(),
            kind: kind.name(),
            judged: judged.told.clone(),
            line: in_file.then_some(written.line),
            words,
            seconds: seconds(words),
            told: told(written),
            parts: parts(kind, written),
            kpis,
            findings,
        }
    }

    fn findings(
        &self,
        number: usize,
        question: &Question,
        kind: QuestionKind,
        judged: &Judged,
        kpis: &[AddressedKpi],
    ) -> Vec<AnswerFinding> {
        let written = &judged.answer;
        let answer = written.answer();
        let mut found = Vec::new();
        let mut tell = |rule: &str, message: String| found.extend(finding(rule, message));
        for slot in slots(&answer) {
            tell("slot-left", format!("has a slot left: {slot}"));
        }
        let divided = written.parts.iter().any(|part| part.part.is_some());
        if divided {
            let missing: Vec<String> =
                parts(kind, written).into_iter().filter(|part| part.words == 0).map(|part| part.part).collect();
            if !missing.is_empty() {
                tell("missing-part", format!("lacks {}", missing.join(", ")));
            }
            if let Some(parts) = repeated(written) {
                tell("repeated-part", format!("says the same under {}", parts.join(" and ")));
            }
            for message in balance(kind, written) {
                tell("balance", message);
            }
        } else if !judged.is_practised() {
            tell("undivided", "has no headings of parts".to_owned());
        }
        let words = written.words();
        let time = spoken_time(seconds(words));
        if seconds(words) < SHORTEST {
            tell("too-short", format!("takes {time} to speak"));
        } else if seconds(words) > LONGEST {
            tell("too-long", format!("takes {time} to speak"));
        }
        if let Some(message) = others_work(kind, written) {
            tell("not-own-work", message);
        }
        let praise = empty_result(kind, written);
        if let Some(praise) = &praise {
            tell("empty-result", format!("says of the result only that it was good: \"{praise}\""));
        } else if let Some(part) = without_number(kind, written) {
            tell("no-number", format!("has no number in {part}"));
        }
        if kpis.is_empty() {
            let about = number.checked_sub(1).and_then(|at| self.about.get(at)).filter(|about| !about.is_empty());
            if let Some(about) = about {
                tell("no-kpi", format!("speaks of none of: {}", about.join(", ")));
            }
        }
        if let Some(known) = self.known {
            let claims = known.claims_beyond(&answer, question);
            if !claims.is_empty() {
                tell("not-in-resume", format!("claims what is not in the resume: {}", claims.join(", ")));
            }
        }
        let mut filler = filler(&answer);
        // What the result consists of is told once.
        filler.retain(|said| !praise.iter().flat_map(|praise| praise.split(", ")).any(|praise| said.contains(praise)));
        if !filler.is_empty() {
            tell("filler", format!("has words that say nothing: {}", filler.join(", ")));
        }
        found
    }

    /// The KPIs that any sentence speaks of.
    fn kpis(&self, answer: &str) -> Vec<AddressedKpi> {
        let mut judge = self.matcher.judge();
        let mut best = vec![0.0_f32; self.criteria.len()];
        for sentence in sentences(answer) {
            raise(&mut best, &mut judge, sentence);
        }
        let scored = self.criteria.iter().zip(best).filter(|(known, _)| known.kind == CriterionKind::Kpi);
        let mut addressed: Vec<AddressedKpi> = scored
            .filter(|(_, score)| *score >= PARTIAL_FROM)
            .map(|(known, score)| AddressedKpi {
                id: known.id.clone(),
                name: known.item.name.clone(),
                score: Score(score),
                strength: Strength::of(score),
            })
            .collect();
        addressed.sort_by(|a, b| b.score.0.total_cmp(&a.score.0));
        addressed
    }
}

/// The kind whose parts the answer has: who tells a story where knowledge was asked for is held to the story's parts.
fn told_as(asked: QuestionKind, written: &AnsweredQuestion) -> QuestionKind {
    let told = |kind: QuestionKind| parts(kind, written).iter().filter(|part| part.words > 0).count();
    let better = |best: QuestionKind, kind: QuestionKind| if told(kind) > told(best) { kind } else { best };
    QuestionKind::ALL.into_iter().fold(asked, better)
}

fn told(written: &AnsweredQuestion) -> Vec<ToldPart> {
    let parts = written.parts.iter();
    parts.map(|part| ToldPart { part: part.part.map(|part| part.heading.clone()), text: part.text.clone() }).collect()
}

fn raise(best: &mut [f32], judge: &mut Judge<'_>, text: &str) {
    for (best, judged) in best.iter_mut().zip(judge.judge(text)) {
        *best = best.max(judged.score);
    }
}

/// How long so many words take to speak, in seconds.
fn seconds(words: usize) -> usize {
    (words * 60).div_ceil(WORDS_A_MINUTE)
}

fn spoken_time(seconds: usize) -> String {
    if seconds == 1 {
        "1 second".to_owned()
    } else if seconds < 60 {
        format!("{seconds} seconds")
    } else {
        format!("{}:{:02} minutes", seconds / 60, seconds % 60)
    }
}

fn parts(kind: QuestionKind, written: &AnsweredQuestion) -> Vec<PartLength> {
    let words = |id: &str| {
        let own = written.parts.iter().filter(|part| part.part.is_some_and(|part| part.id == id));
        own.map(AnsweredPart::words).sum()
    };
    kind.parts().map(|part| PartLength { part: part.heading.clone(), words: words(&part.id) }).collect()
}

/// What is said of parts that take too much or too little of a whole answer.
fn balance(kind: QuestionKind, written: &AnsweredQuestion) -> Vec<String> {
    let lengths = parts(kind, written);
    let whole: usize = lengths.iter().map(|part| part.words).sum();
    if whole < BALANCED_FROM || lengths.iter().any(|part| part.words == 0) {
        return Vec::new();
    }
    let odd = kind.parts().zip(lengths).filter_map(|(part, length)| {
        let percent = length.words * 100 / whole;
        let (least, most) = part.share;
        let word = if percent < least { "only " } else { "" };
        let is_odd = !(least..=most).contains(&percent);
        is_odd.then(|| format!("gives {} {word}{percent}% of its words; {least}% to {most}% are usual", part.heading))
    });
    odd.collect()
}

/// The headings of parts that have the same sentence of some length.
fn repeated(written: &AnsweredQuestion) -> Option<Vec<String>> {
    const FEWEST: usize = 5;
    let told = |part: &AnsweredPart| -> Vec<String> {
        let words = sentences(&part.text).map(|sentence| tokens(sentence).into_iter().map(|token| token.text));
        words
            .map(Iterator::collect::<Vec<_>>)
            .filter(|words| words.len() >= FEWEST)
            .map(|words| words.join(" "))
            .collect()
    };
    let headed: Vec<(&str, Vec<String>)> =
        written.parts.iter().filter_map(|part| Some((part.part?.heading.as_str(), told(part)))).collect();
    let (_, first) = headed.iter().enumerate().find_map(|(at, (_, sentences))| {
        let again = |sentence: &&String| headed[at + 1..].iter().any(|(_, others)| others.contains(sentence));
        sentences.iter().find(again).map(|sentence| (at, sentence))
    })?;
    let same = headed.iter().filter(|(_, sentences)| sentences.contains(first));
    Some(same.map(|(heading, _)| (*heading).to_owned()).collect())
}

/// The part that should have a number and has none: the result, or the own example. Of an undivided answer about the
/// person's work, the whole.
fn without_number(kind: QuestionKind, written: &AnsweredQuestion) -> Option<String> {
    let wanted = kind.number_in()?;
    let divided = written.parts.iter().any(|part| part.part.is_some());
    if !divided {
        let about_work = !kind.is_about_deeds() && !has_number(&written.answer());
        return about_work.then(|| "it".to_owned());
    }
    let part = written.parts.iter().find(|part| part.part.is_some_and(|part| part.id == wanted))?;
    (!has_number(&part.text)).then(|| part.part.map_or_else(String::new, |part| part.heading.clone()))
}

/// Whether a text gives a figure, or a number in words that measures ("doubled", "half", "twelve").
pub(super) fn has_number(text: &str) -> bool {
    const IN_WORDS: [&str; 26] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen",
        "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million", "half", "third", "quarter", "doubled",
        "tripled", "halved", "dozen",
    ];
    tokens(text).iter().any(|token| token.kind == TokenKind::Number || IN_WORDS.contains(&token.text.as_str()))
}

pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split_inclusive(". ")).map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// What is said of an answer that tells more of what "we" did than of what "I" did, as a whole or in the part that tells the
/// person's deeds. Where something is explained, "we" may be anybody ("we use an index where …"), so that only what was done
/// counts there.
fn others_work(kind: QuestionKind, written: &AnsweredQuestion) -> Option<String> {
    let answer = written.answer();
    let count: fn(&[String], &str) -> usize = if kind.is_about_deeds() { deeds_of } else { mentions };
    let of_what = if kind.is_about_deeds() { " of what was done" } else { "" };
    let told = |text: &str, place: &str| {
        let (own, shared) = (count(&RULES.own, text), count(&RULES.shared, text));
        let times = format!("\"we\" {}, \"I\" {}", times(shared), times(own));
        (shared > own).then(|| format!("says{of_what}{place} {times}"))
    };
    let besides = || {
        let all = |first: &[String], besides: &[String]| mentions(first, &answer) + mentions(besides, &answer);
        let (own, shared) = (all(&RULES.own, &RULES.own_besides), all(&RULES.shared, &RULES.shared_besides));
        let is_more = shared > own && !kind.is_about_deeds();
        is_more.then(|| format!("says \"we\" or \"our\" {}, \"I\" or \"my\" {}", times(shared), times(own)))
    };
    let part = || {
        let tells_deeds =
            |part: &&AnsweredPart| part.part.is_some_and(|part| Some(part.id.as_str()) == kind.deeds_in());
        let part = written.parts.iter().find(tells_deeds)?;
        told(&part.text, &format!(" under {}", part.part?.heading))
    };
    told(&answer, "").or_else(besides).or_else(part)
}

fn times(count: usize) -> String {
    match count {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        _ => format!("{count} times"),
    }
}

fn mentions(words: &[String], text: &str) -> usize {
    tokens(text).iter().filter(|token| words.contains(&token.text)).count()
}

/// "[how many]", but not "[1]".
fn slots(text: &str) -> Vec<&str> {
    let starts = text.match_indices('[').map(|(at, _)| &text[at..]);
    let slot = |rest: &'_ str| rest.find(']').map(|end| end + 1).filter(|end| *end < 80);
    starts
        .filter_map(|rest| slot(rest).map(|end| &rest[..end]))
        .filter(|slot| slot.contains(char::is_alphabetic))
        .collect()
}

/// The words that say nothing, each with how often.
fn filler(text: &str) -> Vec<String> {
    let words: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
    let spaced = format!(" {} ", words.join(" "));
    let times = RULES.filler.iter().map(|filler| (filler, spaced.matches(&format!(" {filler} ")).count()));
    let mut said: Vec<(String, usize)> =
        times.filter(|(_, times)| *times > 0).map(|(filler, times)| (filler.clone(), times)).collect();
    for praise in sentences(text).flat_map(buzzwords_in).map(|praise| praise.to_lowercase()) {
        match said.iter_mut().find(|(known, _)| *known == praise) {
            Some((_, times)) => *times += 1,
            None => said.push((praise, 1)),
        }
    }
    said.into_iter()
        .map(|(words, times)| if times == 1 { format!("\"{words}\"") } else { format!("\"{words}\" ({times} times)") })
        .collect()
}
