//! Takes out what tells who a person is. What cannot be told is taken out rather than left in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::identifying::{Words, is_name, is_title, streets};

/// What was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemovedKind {
    /// An e-mail address.
    Email,
    /// The address of a page or a file, or a name in a network.
    Link,
    /// A telephone number or a number of another kind that is one person's.
    Phone,
    /// A postal address or a part of one.
    Address,
    /// An employer, a school or a project.
    Employer,
    /// A name, or a word that may be one.
    Name,
}

/// How many different ones of a kind were taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The kind.
    pub kind: RemovedKind,
    /// How many.
    pub count: usize,
}

impl RemovedKind {
    /// All kinds, in the order in which they are taken out.
    pub const ALL: [Self; 6] = [Self::Email, Self::Link, Self::Phone, Self::Address, Self::Employer, Self::Name];

    /// What stands in its place.
    fn placeholder(self) -> &'static str {
        match self {
            Self::Email => "EMAIL",
            Self::Link => "LINK",
            Self::Phone => "PHONE",
            Self::Address => "ADDRESS",
            Self::Employer => "EMPLOYER",
            Self::Name => "NAME",
        }
    }

    /// Its name in a report, in the plural.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Email => "e-mail addresses",
            Self::Link => "links",
            Self::Phone => "telephone and other personal numbers",
            Self::Address => "addresses",
            Self::Employer => "employers, schools and projects",
            Self::Name => "names and words that may be names",
        }
    }
}

fn pattern(text: &str) -> Option<Regex> {
    // The patterns are part of the program, and a test compiles them.
    Regex::new(text).ok()
}

/// What is known by its shape, in the order in which it is looked for.
static SHAPES: LazyLock<Vec<(RemovedKind, Option<Regex>)>> = LazyLock::new(|| {
    let (before, behind) = streets();
    // "12 Long Hill Road", "Ringgasse 5".
    let street = format!(
        r"\b\d+[a-z]?,?\s+(?:\p{{Lu}}[\p{{L}}.'-]*\s+){{1,4}}(?i:{before})\b\.?|\b\p{{L}}+(?:{behind})\s+\d+[a-z]?\b"
    );
    vec![
        (RemovedKind::Email, pattern(r"[\p{L}\p{N}._%+'-]+\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}.-]+\.\p{L}{2,}")),
        (RemovedKind::Link, pattern(r"(?i)\b(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>()\[\]]+")),
        (RemovedKind::Link, pattern(r"(?i)\b(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>()\[\]]*")),
        (RemovedKind::Link, pattern(r"(?:^|[\s(])@[\p{L}\p{N}_.-]{2,}")),
        (RemovedKind::Phone, pattern(r"(?:\+|\b00)?\(?\d{1,5}\)?(?:[\s./-]{0,2}\(?\d+\)?)+")),
        (RemovedKind::Address, pattern(&street)),
        (
            RemovedKind::Address,
            pattern(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\b\d{5} \p{Lu}\p{L}+"),
        ),
        (RemovedKind::Address, pattern(r"(?i)\bp\.? ?o\.? box \d+")),
    ]
});

/// Takes out of one text after another, the same for the same words.
pub(super) struct Anonymous {
    words: Words,
    taken: BTreeMap<RemovedKind, Vec<String>>,
    employers: Vec<Regex>,
}

impl Anonymous {
    pub(super) fn new(words: Words) -> Self {
        let whole =
            |name: &String| pattern(&format!(r"(?i)(^|[^\p{{L}}\p{{N}}]){}($|[^\p{{L}}\p{{N}}])", regex::escape(name)));
        let employers = words.employers.iter().filter_map(whole).collect();
        Self { words, taken: BTreeMap::new(), employers }
    }

    /// `text` with placeholders.
    pub(super) fn text(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        for (kind, shape) in SHAPES.iter() {
            let Some(shape) = shape else { return "[TEXT]".to_owned() };
            text = shape.replace_all(&text, |found: &Captures<'_>| self.shape(*kind, &found[0])).into_owned();
        }
        for employer in self.employers.clone() {
            text = employer
                .replace_all(&text, |found: &Captures<'_>| {
                    let name = found[0].strip_prefix(&found[1]).unwrap_or(&found[0]);
                    let name = name.strip_suffix(&found[2]).unwrap_or(name).to_owned();
                    format!("{}{}{}", &found[1], self.placeholder(RemovedKind::Employer, &name), &found[2])
                })
                .into_owned();
        }
        self.names(&text)
    }

    /// What was taken out of all texts.
    pub(super) fn removed(&self) -> Vec<Removed> {
        self.taken.iter().map(|(kind, taken)| Removed { kind: *kind, count: taken.len() }).collect()
    }

    /// A placeholder for what has the shape of something personal, but for telephone numbers that are none.
    fn shape(&mut self, kind: RemovedKind, found: &str) -> String {
        let digits = found.chars().filter(char::is_ascii_digit).count();
        let harmless = kind == RemovedKind::Phone && (digits < 7 || is_years(found) || is_count(found));
        let lead: String =
            found.chars().take_while(|c| c.is_whitespace() || (*c == '(' && kind == RemovedKind::Link)).collect();
        if harmless { found.to_owned() } else { format!("{lead}{}", self.placeholder(kind, &found[lead.len()..])) }
    }

    fn placeholder(&mut self, kind: RemovedKind, found: &str) -> String {
        let taken = self.taken.entry(kind).or_default();
        let key = found.to_lowercase();
        let number = taken.iter().position(|known| *known == key).unwrap_or_else(|| {
            taken.push(key);
            taken.len() - 1
        });
        format!("[{} {}]", kind.placeholder(), number + 1)
    }

    /// Takes out words with a capital, or with a capital or a full stop inside, that nobody knows, and what belongs to them.
    fn names(&mut self, text: &str) -> String {
        let words: Vec<&str> = text.split(' ').collect();
        let mut doubtful: Vec<bool> = Vec::with_capacity(words.len());
        for (at, word) in words.iter().enumerate() {
            let number = at.checked_sub(1).is_some_and(|before| is_placeholder(words[before]));
            doubtful.push(!is_placeholder(word) && !number && self.may_be_name(word, at, &words));
        }
        // "Mark Jensen": a known word with a capital beside a name belongs to it.
        for at in 0..words.len() {
            let beside = at.checked_sub(1).is_some_and(|before| doubtful[before] && !ends_phrase(words[before]))
                || (!ends_phrase(words[at]) && doubtful.get(at + 1).copied().unwrap_or_default());
            let first_of_line = at == 0;
            doubtful[at] |= beside && !first_of_line && is_name(core(words[at])) && starts_large(core(words[at]));
        }
        let mut shown: Vec<String> = Vec::new();
        for (word, doubtful) in words.iter().zip(doubtful) {
            shown.push(if doubtful {
                let name = core(word);
                word.replacen(name, &self.placeholder(RemovedKind::Name, name), 1)
            } else {
                (*word).to_owned()
            });
        }
        shown.join(" ")
    }

    fn may_be_name(&self, word: &str, at: usize, words: &[&str]) -> bool {
        let name = core(word);
        if name.is_empty() || !name.contains(char::is_alphabetic) {
            return false;
        }
        let inner = name.chars().skip(1).any(char::is_uppercase) || name.trim_end_matches('.').contains('.');
        let large = starts_large(name);
        // "Ms Diaz", but not "140 ms to".
        let behind_title = large && at > 0 && starts_large(words[at - 1]) && is_title(words[at - 1]);
        let first = at == 0;
        let named = large && !first && is_name(name);
        let unit = name.chars().next().is_some_and(|c| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'));
        behind_title
            || named
            || ((large || inner) && !unit && !self.words.is_known(name) && !(first && is_verb_like(name)))
    }
}

/// "[NAME", the first word of a placeholder.
fn is_placeholder(word: &str) -> bool {
    RemovedKind::ALL.iter().any(|kind| word.trim_start_matches('(').strip_prefix('[') == Some(kind.placeholder()))
}

/// The word without the marks around it.
fn core(word: &str) -> &str {
    let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#'));
    trimmed.strip_suffix("'s").or_else(|| trimmed.strip_suffix("’s")).unwrap_or(trimmed)
}

fn starts_large(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn ends_phrase(word: &str) -> bool {
    word.ends_with([',', '.', ';', ':', ')'])
}

/// The first word of a line is nearly always what was done.
fn is_verb_like(word: &str) -> bool {
    let word = word.to_lowercase();
    word.ends_with("ed") || word.ends_with("ing")
}

/// "3000000": a number without a sign, a leading zero or gaps, and shorter than numbers of telephones are.
fn is_count(text: &str) -> bool {
    text.len() < 10 && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// "2019-2021".
fn is_years(text: &str) -> bool {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    parts.len() == 2 && parts.iter().all(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume::{self, Format};
    use crate::role::Catalogue;

    fn anonymous() -> Anonymous {
        let resume =
            "# Jo Doe\n\n## Experience\n\n### Senior Developer at Acme Google, Lund (2019 – now)\n\n- Built it\n";
        let resume = resume::read("r.md", resume.as_bytes(), Some(Format::Markdown)).expect("a resume");
        Anonymous::new(Words::new(&Catalogue::built_in().find("back-end-developer").expect("a role"), &resume))
    }

    fn shown(text: &str) -> String {
        anonymous().text(text)
    }

    #[test]
    fn every_shape_is_a_pattern() {
        assert!(SHAPES.iter().all(|(_, shape)| shape.is_some()));
    }

    #[test]
    fn what_has_the_shape_of_an_address_or_a_number_is_taken_out() {
        assert_eq!(shown("Mail jo.doe@example.org"), "Mail [EMAIL 1]");
        assert_eq!(shown("Wrote https://example.org/jo?x=1 and www.example.org"), "Wrote [LINK 1] and [LINK 2]");
        assert_eq!(shown("Kept github.com/jodoe running"), "Kept [LINK 1] running");
        assert_eq!(shown("Reached at +46 (0)70 123 45 67"), "Reached at [PHONE 1]");
        assert_eq!(shown("Lives at 12 Long Hill Road"), "Lives at [ADDRESS 1]");
    }

    #[test]
    fn numbers_of_work_stay() {
        for line in [
            "Cut p95 latency from 900 ms to 140 ms",
            "Served 10,000 requests a second in 2019-2021",
            "Moved 400 million rows",
        ] {
            assert_eq!(shown(line), line);
        }
    }

    #[test]
    fn employers_and_names_go_and_technologies_stay() {
        assert_eq!(
            shown("Built Java services for Acme Google with Redis"),
            "Built Java services for [EMPLOYER 1] with Redis"
        );
        assert_eq!(
            shown("Worked with Zyxwa Qwertz on SQL, then Zyxwa's team"),
            "Worked with [NAME 1] [NAME 2] on SQL, then [NAME 1]'s team"
        );
        assert_eq!(shown("Reported to Mark"), "Reported to [NAME 1]");
        assert_eq!(shown("Worked in Lund on acme google"), "Worked in [EMPLOYER 2] on [EMPLOYER 1]");
    }

    #[test]
    fn a_firm_is_known_without_its_legal_form() {
        let resume = "## Experience\n\n### Clerk at Foo Bar Inc. | Lund\n\n- Built it\n";
        let resume = resume::read("r.md", resume.as_bytes(), Some(Format::Markdown)).expect("a resume");
        let words = Words::new(&Catalogue::built_in().find("back-end-developer").expect("a role"), &resume);
        assert_eq!(Anonymous::new(words).text("Sold for foo bar"), "Sold for [EMPLOYER 1]");
    }

    #[test]
    fn the_same_words_get_the_same_placeholder() {
        let mut anonymous = anonymous();
        assert_eq!(anonymous.text("Asked Zyxwa"), "Asked [NAME 1]");
        assert_eq!(anonymous.text("Asked Qwertz and Zyxwa"), "Asked [NAME 2] and [NAME 1]");
        assert_eq!(anonymous.removed(), [Removed { kind: RemovedKind::Name, count: 2 }]);
    }
}
