//! Results that say no more than that all went well.

use crate::drafting::answers::AnsweredQuestion;
use crate::drafting::questions::QuestionKind;
use crate::text::tokens;

use super::one::{has_number, sentences};
use super::rules::RULES;

/// A result with more words than this beside those of praise says something.
const MOST_BESIDE: usize = 3;

/// What a result consists of that says only that all went well; none where it gives a number, or says what came of it. In an
/// answer without headings, the last sentence is the result.
pub(super) fn empty_result(kind: QuestionKind, written: &AnsweredQuestion) -> Option<String> {
    if kind != QuestionKind::Behavioural {
        return None;
    }
    let divided = written.parts.iter().any(|part| part.part.is_some());
    let result = if divided {
        let result = written.parts.iter().find(|part| part.part.is_some_and(|part| part.id == "result"))?;
        result.text.clone()
    } else {
        sentences(&written.answer()).last()?.to_owned()
    };
    if has_number(&result) {
        return None;
    }
    let words: Vec<String> = tokens(&result).into_iter().map(|token| token.text).collect();
    let mut praise: Vec<String> = Vec::new();
    let (mut at, mut beside) = (0, 0);
    while at < words.len() {
        let length = RULES.empty_results.iter().filter_map(|phrase| length_of(phrase, &words[at..])).max();
        if let Some(length) = length {
            praise.push(words[at..at + length].join(" "));
            at += length;
        } else {
            beside += usize::from(!RULES.empty_words.contains(&words[at]));
            at += 1;
        }
    }
    praise.dedup();
    (!praise.is_empty() && beside <= MOST_BESIDE).then(|| praise.join(", "))
}

/// How many words a phrase takes up where it stands at the beginning of `words`; "very" and "really" between them count.
fn length_of(phrase: &str, words: &[String]) -> Option<usize> {
    const BETWEEN: [&str; 6] = ["very", "really", "so", "extremely", "all", "quite"];
    let mut at = 0;
    for word in phrase.split(' ') {
        while at > 0 && words.get(at).is_some_and(|word| BETWEEN.contains(&word.as_str())) {
            at += 1;
        }
        if words.get(at).is_none_or(|known| known != word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::drafting::answers::typed;

    fn of(result: &str) -> Option<String> {
        empty_result(QuestionKind::Behavioural, &typed(&format!("Situation: It was cold.\nResult: {result}")))
    }

    #[test]
    fn praise_alone_is_no_result() {
        assert_eq!(of("It went very well, everyone was happy.").as_deref(), Some("went very well, was happy"));
        assert_eq!(of("The project was a great success.").as_deref(), Some("was a great success"));
        assert_eq!(
            of("In the end it all worked out and the team was really happy.").as_deref(),
            Some("worked out, was really happy")
        );
    }

    #[test]
    fn a_number_or_what_came_of_it_is_one() {
        for result in [
            "It went very well: 20% fewer falls.",
            "It went well, and the ward took over the round for all its shifts.",
            "The clinic adopted the template.",
            "Nobody fell any more.",
        ] {
            assert_eq!(of(result), None, "{result}");
        }
    }

    #[test]
    fn without_headings_the_last_sentence_is_the_result() {
        let answer = typed("I fed 40 bees. I built a hive. It was a huge success.");
        assert_eq!(empty_result(QuestionKind::Behavioural, &answer).as_deref(), Some("was a huge success"));
    }
}
