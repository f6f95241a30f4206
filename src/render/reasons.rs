//! Why words are evidence, said for people: in quotes what stands in the line, then what it counts for.

use crate::report::{Evidence, Explanation, Why};

/// One sentence: `"Fixed bugs" is a keyword and counts as bugs, "Fixed" as fix`. Words that count for the same stand together.
pub(super) fn reasons(evidence: &[Evidence]) -> String {
    let mut told: Vec<(Vec<String>, Said)> = Vec::new();
    for (words, said) in by_words(evidence) {
        match told.last_mut() {
            Some((others, same)) if *same == said => others.push(quoted(words)),
            _ => told.push((vec![quoted(words)], said)),
        }
    }
    let mut sentence: Vec<String> = Vec::new();
    let mut counted = false;
    for (words, said) in told {
        sentence.push(format!("{} {}", listed(&words), said.predicate(words.len() > 1, counted)));
        counted = !said.counts_as.is_empty();
    }
    sentence.join(", ")
}

/// Why these words are evidence: `"Cut" counts as reduce`.
pub(super) fn reason(evidence: &Evidence) -> String {
    reasons(std::slice::from_ref(evidence))
}

/// What of an explained line counts for nothing, where anything does.
pub(super) fn denied(report: &Explanation) -> Option<String> {
    let parts: Vec<String> = report.denied.iter().map(|part| quoted(part)).collect();
    let tells = "not done, or got worse: no evidence.";
    (!parts.is_empty())
        .then(|| format!("{} {} what was {tells}", listed(&parts), if parts.len() > 1 { "tell" } else { "tells" }))
}

/// All that is said of the same words.
#[derive(Clone, Default, PartialEq, Eq)]
struct Said {
    keyword: bool,
    /// They are words of the criterion's texts.
    word: Option<Word>,
    /// They are in the criterion's own terms.
    asked_for: bool,
    counts_as: Vec<&'static str>,
}

/// Where a word of the criterion stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    InName,
    /// In some text of the spec, and there for this criterion more than for the others.
    Own,
}

impl Said {
    fn add(&mut self, words: &str, why: &Why) {
        match why {
            Why::Keyword(_) => self.keyword = true,
            Why::WordOfName => self.word = Some(Word::InName),
            Why::OwnWord => self.word = self.word.or(Some(Word::Own)),
            Why::CountsAs(meant) if is_same(meant, words) => self.asked_for = true,
            Why::CountsAs(meant) if !self.counts_as.contains(meant) => self.counts_as.push(meant),
            Why::CountsAs(_) => {}
        }
    }

    fn is_no_more_than_a_word(&self) -> bool {
        !self.keyword && self.counts_as.is_empty()
    }

    /// What is said; `after_counting` where the words before were told to count as something.
    fn predicate(&self, many: bool, after_counting: bool) -> String {
        let mut parts = Vec::new();
        if self.keyword {
            parts.push(if many { "are keywords" } else { "is a keyword" }.to_owned());
        }
        match self.word.filter(|_| self.is_no_more_than_a_word()) {
            Some(Word::InName) => parts.push(if many { "are in its name" } else { "is in its name" }.to_owned()),
            Some(Word::Own) => parts.push(if many { "are its words" } else { "is one of its words" }.to_owned()),
            None => {}
        }
        if self.asked_for && parts.is_empty() {
            parts.push(if many { "are asked for" } else { "is asked for" }.to_owned());
        }
        if !self.counts_as.is_empty() {
            let verb = match (after_counting && parts.is_empty(), many) {
                (true, _) => "",
                (false, true) => "count ",
                (false, false) => "counts ",
            };
            parts.push(format!("{verb}as {}", self.counts_as.join(" and ")));
        }
        parts.join(" and ")
    }
}

/// What is said of each words, in the order in which they come up.
fn by_words(evidence: &[Evidence]) -> Vec<(&str, Said)> {
    let mut all: Vec<(&str, Said)> = Vec::new();
    for found in evidence.iter().filter(|found| !is_told_by_longer(found, evidence)) {
        let at = all.iter().position(|(words, _)| *words == found.text).unwrap_or_else(|| {
            all.push((&found.text, Said::default()));
            all.len() - 1
        });
        all[at].1.add(&found.text, &found.why);
    }
    all
}

/// Whether a longer keyword holds the words, and they count for nothing else.
fn is_told_by_longer(found: &Evidence, evidence: &[Evidence]) -> bool {
    let holds = |other: &Evidence| {
        let is_longer = other.end - other.start > found.end - found.start;
        matches!(other.why, Why::Keyword(_)) && is_longer && other.start <= found.start && found.end <= other.end
    };
    let counts_for_more = matches!(found.why, Why::CountsAs(meant) if !is_same(meant, &found.text));
    !counts_for_more && evidence.iter().any(holds)
}

/// Whether they are the same but for capitals and a plural.
fn is_same(one: &str, other: &str) -> bool {
    let bare = |words: &str| words.to_lowercase().trim_end_matches('s').to_owned();
    bare(one) == bare(other)
}

fn quoted(words: &str) -> String {
    format!("\"{words}\"")
}

/// "a", "a and b", "a, b and c".
fn listed(words: &[String]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(start: usize, text: &str, why: Why) -> Evidence {
        Evidence { start, end: start + text.len(), text: text.to_owned(), why }
    }

    fn told(evidence: &[(&str, Why)]) -> String {
        let places = (0..).step_by(100).zip(evidence);
        let evidence: Vec<Evidence> = places.map(|(start, (text, why))| at(start, text, why.clone())).collect();
        reasons(&evidence)
    }

    fn keyword() -> Why {
        Why::Keyword("a".to_owned())
    }

    #[test]
    fn the_words_stand_in_quotes_and_what_they_count_for_behind_them() {
        assert_eq!(
            told(&[("acquired", Why::CountsAs("procure")), ("a week", Why::CountsAs("volume of work"))]),
            "\"acquired\" counts as procure, \"a week\" as volume of work"
        );
        assert_eq!(told(&[("p95", keyword()), ("latency", keyword())]), "\"p95\" and \"latency\" are keywords");
    }

    #[test]
    fn what_is_known_of_the_same_words_is_said_together_and_once() {
        let code_reviews = [keyword(), Why::CountsAs("review"), Why::CountsAs("code review"), keyword()];
        assert_eq!(
            told(&code_reviews.map(|why| ("Code reviews", why))),
            "\"Code reviews\" is a keyword and counts as review"
        );
        assert_eq!(
            told(&[("Fixed bugs", keyword()), ("Fixed", Why::CountsAs("fix")), ("Fixed bugs", Why::CountsAs("bugs"))]),
            "\"Fixed bugs\" is a keyword and counts as bugs, \"Fixed\" as fix"
        );
    }

    #[test]
    fn the_criterions_own_words_are_told_to_be_that() {
        assert_eq!(told(&[("API", Why::CountsAs("API"))]), "\"API\" is asked for");
        assert_eq!(
            told(&[("code", Why::WordOfName), ("code", Why::OwnWord), ("tests", Why::OwnWord), ("bugs", Why::OwnWord)]),
            "\"code\" is in its name, \"tests\" and \"bugs\" are its words"
        );
    }

    #[test]
    fn a_keyword_within_a_longer_one_is_not_told_again() {
        let nested =
            [at(0, "Tuned queries", keyword()), at(6, "queries", keyword()), at(0, "Tuned", Why::CountsAs("fix"))];
        assert_eq!(reasons(&nested), "\"Tuned queries\" is a keyword, \"Tuned\" counts as fix");
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!(told(&[]), "");
    }
}
