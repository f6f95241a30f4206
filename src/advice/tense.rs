//! The rule on tenses, where the dates beside the heading say whether a job goes on.

use crate::resume::{JobEnd, LineKind};
use crate::text::Gap;

use super::reading::Reading;
use super::verbs::{Form, is_determiner, is_listed, is_surely_verb, verb};
use super::{Date, Found};

/// A past job told in the present; what goes on "currently" told in the past; both in one line.
pub(super) fn tense(reading: &Reading, today: Option<Date>) -> Vec<Found> {
    let of_time = matches!(reading.line.kind, LineKind::Experience | LineKind::Volunteer);
    let found = reading.line.job_end.filter(|_| of_time).and_then(|end| misplaced(reading, end, today));
    found.or_else(|| mixed(reading)).or_else(|| mixed_apart(reading)).into_iter().collect()
}

fn misplaced(reading: &Reading, end: JobEnd, today: Option<Date>) -> Option<Found> {
    let opener = reading.opener.filter(|_| is_surely_verb(&reading.words[reading.begins..]))?;
    let words = reading.begins..reading.begins + opener.words;
    match (end, opener.form) {
        (JobEnd::In { year, month }, Form::Base | Form::Third | Form::Ing) if is_over(year, month, today) => {
            Some(Found::at(reading, words, |verb| {
                format!("\"{verb}\" is not in the past tense, and this job ended in {year}")
            }))
        }
        (JobEnd::Open, Form::Past) if is_current(reading, words.end) => Some(Found::at(reading, words, |verb| {
            format!("\"{verb}\" is in the past tense, and goes on \"currently\"")
        })),
        _ => None,
    }
}

/// "Currently led", "led currently"; not "built tills that are currently in use".
fn is_current(reading: &Reading, behind: usize) -> bool {
    reading.plain.iter().take(behind + 1).any(|word| word == "currently")
}

/// "Organized and lead a club": two verbs beside each other, one of each tense.
fn mixed(reading: &Reading) -> Option<Found> {
    let first = reading.opener?;
    let and = reading.begins + first.words;
    let joint = reading.words.get(and).filter(|word| word.text == "and" && word.gap == Gap::Space);
    let rest = joint.and_then(|_| reading.words.get(and + 1..))?;
    let second = verb(rest).filter(|_| is_surely_verb(rest) && rest[0].gap == Gap::Space)?;
    let goes_on = rest.get(second.words).is_some_and(|next| next.gap == Gap::Space);
    let tenses = matches!((first.form, second.form), (Form::Past, Form::Base) | (Form::Base, Form::Past));
    (goes_on && tenses).then(|| {
        let words = reading.begins..and + 1 + second.words;
        Found::at(reading, words, |verbs| format!("\"{verbs}\" mixes past and present"))
    })
}

/// "Tested the tills and document the faults": a verb of the other tense behind "and", with an object of its own.
fn mixed_apart(reading: &Reading) -> Option<Found> {
    // Behind these a verb belongs to something else: "nurses who …", "tools to …", "helped nurses …".
    const OTHERS: [&str; 15] = [
        "to", "who", "which", "that", "where", "when", "how", "can", "could", "will", "would", "should", "may", "must",
        "if",
    ];
    const LET: [&str; 4] = ["help", "let", "make", "made"];
    let first = reading.opener.filter(|_| is_surely_verb(&reading.words[reading.begins..]))?;
    if LET.contains(&reading.stems[reading.begins].as_str()) {
        return None;
    }
    let end = reading.clauses().first()?.end;
    let behind = reading.begins + first.words..end;
    let own = behind.take_while(|at| !OTHERS.contains(&reading.plain[*at].as_str()));
    let second = own.skip(1).find_map(|at| {
        let joined = reading.plain[at - 1] == "and" && reading.words[at].gap == Gap::Space;
        let words = &reading.words[at..end];
        let other = verb(words).filter(|_| joined && is_listed(words) && is_surely_verb(words))?;
        let object =
            reading.words.get(at + other.words).is_some_and(|next| is_determiner(next) && next.gap == Gap::Space);
        let tenses = matches!(
            (first.form, other.form),
            (Form::Past, Form::Base | Form::Third) | (Form::Base | Form::Third, Form::Past)
        );
        (object && tenses).then_some(at..at + other.words)
    })?;
    let opener = reading.slice(reading.begins..reading.begins + first.words);
    Some(Found::at(reading, second, |verb| format!("\"{verb}\" is not in the tense of \"{opener}\"")))
}

/// Whether a job had ended by `today`. Where the day is not known, an end that is written down counts.
fn is_over(year: u16, month: Option<u8>, today: Option<Date>) -> bool {
    let Some(today) = today else { return true };
    let year = i32::from(year);
    year < today.year || year == today.year && month.is_none_or(|month| u32::from(month) <= today.month)
}
