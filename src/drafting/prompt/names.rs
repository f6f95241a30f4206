//! Which words of a line name a person, a firm or a place. A word that nobody knows and that begins with a capital is taken
//! for a name, unless what stands beside it makes it a technology.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::identifying::{SOURCE, Words, is_english};
use super::removed::RemovedKind;

/// A word of a line, by its bytes.
pub(super) struct Piece {
    span: Range<usize>,
    is_placeholder: bool,
}

/// The words of `text`; a placeholder is one.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    // The pattern is part of the program, and a test uses it.
    static WORD: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let kinds = RemovedKind::ALL.map(RemovedKind::placeholder).join("|");
        Regex::new(&format!(
            r"\[(?:{kinds})(?: \d+)?\]|[\p{{L}}\p{{N}}](?:[\p{{L}}\p{{N}}\p{{M}}.'’&+#_–-]*[\p{{L}}\p{{N}}+#])?"
        ))
        .ok()
    });
    let Some(word) = WORD.as_ref() else { return Vec::new() };
    let found = word.find_iter(text);
    found
        .map(|found| {
            let bare = without_possessive(found.as_str());
            Piece { span: found.start()..found.start() + bare.len(), is_placeholder: bare.starts_with('[') }
        })
        .collect()
}

/// The places of the words to take out.
pub(super) fn taken(pieces: &[Piece], text: &str, words: &Words) -> Vec<Range<usize>> {
    let line = Line { pieces, text, words };
    let mut names: Vec<bool> = (0..pieces.len()).map(|at| line.is_name(at)).collect();
    for at in 1..pieces.len() {
        if line.is_whole_name(at) {
            names[at - 1] = true;
            names[at] = true;
        }
    }
    // "Sarah J. Miller", "J. Miller"
    for at in 0..pieces.len().saturating_sub(1) {
        let begins = line.is_large(at + 1) && line.gap(at + 1) == ". " && line.is_initial(at);
        let behind_name = at > 0 && names[at - 1] && line.gap(at) == " ";
        if begins && (behind_name || names[at + 1] || !words.is_known(line.word(at + 1))) {
            names[at] = true;
            names[at + 1] = true;
        }
    }
    // "Mark Jensen": what may be a name beside one is a part of it.
    for at in 0..pieces.len() {
        let before = at > 0 && names[at - 1] && line.gap(at) == " ";
        let after = names.get(at + 1).is_some_and(|name| *name) && line.gap(at + 1) == " ";
        names[at] |=
            line.is_large(at) && ((before && line.may_be_family_name(at)) || (after && line.may_be_first_name(at)));
    }
    pieces.iter().zip(names).filter(|(_, name)| *name).map(|(piece, _)| piece.span.clone()).collect()
}

struct Line<'l> {
    pieces: &'l [Piece],
    text: &'l str,
    words: &'l Words,
}

impl<'l> Line<'l> {
    fn word(&self, at: usize) -> &'l str {
        &self.text[self.pieces[at].span.clone()]
    }

    fn small(&self, at: usize) -> String {
        self.word(at).to_lowercase()
    }

    /// What stands between a word and the one before it.
    fn gap(&self, at: usize) -> &'l str {
        let start = at.checked_sub(1).map_or(0, |before| self.pieces[before].span.end);
        &self.text[start..self.pieces[at].span.start]
    }

    fn is_large(&self, at: usize) -> bool {
        !self.pieces[at].is_placeholder && self.word(at).starts_with(char::is_uppercase)
    }

    fn is_initial(&self, at: usize) -> bool {
        self.is_large(at) && self.word(at).chars().count() == 1
    }

    /// Whether a sentence or a part of one begins here, where any word has a capital.
    fn opens(&self, at: usize) -> bool {
        at == 0 || self.gap(at).contains([':', ';', '!', '?', '•', '"', '“']) || self.gap(at).contains(". ")
    }

    /// The word before, in the same phrase.
    fn before(&self, at: usize) -> Option<String> {
        let before = at.checked_sub(1)?;
        (self.gap(at) == " ").then(|| self.small(before))
    }

    fn is_name(&self, at: usize) -> bool {
        if self.pieces[at].is_placeholder || !self.word(at).contains(char::is_alphabetic) {
            return false;
        }
        if self.is_large(at) && self.is_behind_title(at) {
            return true;
        }
        let (word, small) = (self.word(at), self.small(at));
        if self.words.is_known(word) || is_unit(word) {
            let country = SOURCE.places.contains(&small) && self.begins_name(at);
            return country || (SOURCE.names.contains(&small) && self.is_person(at));
        }
        let shape = Shape::of(word);
        match shape {
            Shape::Small => false,
            Shape::Large => self.is_named_by_firm(at) || !self.is_beside_technology(at),
            Shape::Mixed => self.is_named_by_firm(at),
        }
    }

    /// "Ms Diaz", but not "140 ms to".
    fn is_behind_title(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let title = self.word(before).starts_with(char::is_uppercase) && SOURCE.titles.contains(&self.small(before));
        title && matches!(self.gap(at), " " | ". ")
    }

    /// "reported to Mark": a name that is a word as well, where a line speaks of a person.
    fn is_person(&self, at: usize) -> bool {
        let speaks = self.before(at).is_some_and(|before| SOURCE.before_persons.contains(&before));
        let goes_on = self.pieces.get(at + 1).is_some_and(|next| {
            let next_word = &self.text[next.span.clone()];
            let own = SOURCE.family_names.contains(&next_word.to_lowercase()) || !self.words.is_known(next_word);
            self.gap(at + 1) == " " && next_word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) && !own
        });
        self.is_large(at) && !self.opens(at) && speaks && !goes_on && !SOURCE.months.contains(&self.small(at))
    }

    /// "Bill Baker": a first name and a family name, though both are words as well. In a line where all
    /// words have a capital they are words.
    fn is_whole_name(&self, at: usize) -> bool {
        let first = at - 1;
        let small = self.small(first);
        let row = self.is_large(first) && self.is_large(at) && self.gap(at) == " ";
        let next_goes_on = at + 1 < self.pieces.len() && self.gap(at + 1) == " " && self.is_large(at + 1);
        let opening = self.opens(first) && SOURCE.no_names_at_the_beginning.contains(&small);
        row && !next_goes_on
            && !opening
            && !SOURCE.months.contains(&small)
            && self.is_first_name_before(at)
            && !self.has_capitals_everywhere()
    }

    /// Whether the word before `at`, which may be a first name, is one before this word: the word is a family name as well,
    /// the first name is nothing else, or a person is spoken of ("with Mark Cable").
    fn is_first_name_before(&self, at: usize) -> bool {
        let first = self.small(at - 1);
        let is_technology = self.words.is_technology(self.word(at));
        if SOURCE.names.contains(&first) {
            let is_person = self.before(at - 1).is_some_and(|before| SOURCE.before_persons_only.contains(&before));
            let is_likely =
                SOURCE.likely_persons.contains(&first) || !SOURCE.no_names_at_the_beginning.contains(&first);
            return SOURCE.family_names.contains(&self.small(at))
                || (is_person && is_likely && !is_technology && !self.words.is_technology(self.word(at - 1)));
        }
        SOURCE.first_names.contains(&first) && !is_technology
    }

    /// Whether all words that can name nobody have a capital, as in a title.
    fn has_capitals_everywhere(&self) -> bool {
        let may_name = |at: usize| {
            let small = self.small(at);
            SOURCE.names.contains(&small) || SOURCE.family_names.contains(&small)
        };
        let others = || {
            let words = (0..self.pieces.len()).filter(|at| self.word(*at).starts_with(char::is_alphabetic));
            words.filter(|at| !may_name(*at))
        };
        others().count() > 1 && others().all(|at| self.is_large(at))
    }

    /// "British Gas", but not "British customers".
    fn begins_name(&self, at: usize) -> bool {
        let next = at + 1;
        next < self.pieces.len()
            && !self.opens(at)
            && self.gap(next) == " "
            && self.is_large(next)
            && is_english(&self.small(next))
    }

    /// "at Acme", "Acme's", "Acme Ltd".
    fn is_named_by_firm(&self, at: usize) -> bool {
        let next = at + 1;
        let behind = &self.text[self.pieces[at].span.end..];
        let before = self.before(at).is_some_and(|before| SOURCE.before_firms.contains(&before));
        let form = next < self.pieces.len()
            && self.is_large(next)
            && self.gap(next) == " "
            && SOURCE.legal_forms.contains(&self.small(next));
        before || form || behind.starts_with("'s") || behind.starts_with("’s")
    }

    /// "Redis, Zed", "Apache Zed", "using Zed": what stands with technologies is one.
    fn is_beside_technology(&self, at: usize) -> bool {
        const LISTED: [&str; 5] = [", ", "/", " / ", " & ", ","];
        let technology =
            |other: usize| self.words.is_technology(self.word(other)) || Shape::of(self.word(other)) == Shape::Mixed;
        let listed = |at: usize| LISTED.contains(&self.gap(at));
        let before = at > 0 && (listed(at) || self.gap(at) == " ") && technology(at - 1);
        let after = at + 1 < self.pieces.len() && listed(at + 1) && technology(at + 1);
        before || after || self.is_named_as_technology(at)
    }

    /// "using Zed", "such as Zed"
    fn is_named_as_technology(&self, at: usize) -> bool {
        let Some(before) = self.before(at) else { return false };
        let such = || before == "as" && self.before(at - 1).is_some_and(|word| word == "such");
        SOURCE.before_technologies.contains(&before) || such()
    }

    fn may_be_family_name(&self, at: usize) -> bool {
        SOURCE.family_names.contains(&self.small(at)) || self.may_be_first_name(at)
    }

    fn may_be_first_name(&self, at: usize) -> bool {
        SOURCE.names.contains(&self.small(at)) && !self.pieces[at].is_placeholder
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// "word"
    Small,
    /// "Word"
    Large,
    /// "SQL", "JavaScript", "iOS", "FS2", "Node.js"
    Mixed,
}

impl Shape {
    fn of(word: &str) -> Self {
        let is_mixed = |part: &str| part.chars().skip(1).any(|c| !c.is_lowercase() && !matches!(c, '\'' | '’'));
        if word.split(['-', '–']).any(is_mixed) && !is_family_name(word) {
            return Self::Mixed;
        }
        if word.starts_with(char::is_uppercase) { Self::Large } else { Self::Small }
    }
}

/// "O'Brien", "Mc" and "De" before a name: a capital inside, and a name all the same.
fn is_family_name(word: &str) -> bool {
    const BEGINNINGS: [&str; 12] = ["Mc", "Mac", "O'", "O’", "D'", "D’", "De", "Di", "La", "Le", "Van", "Fitz"];
    BEGINNINGS.iter().any(|beginning| {
        let Some(rest) = word.strip_prefix(beginning) else { return false };
        rest.len() > 3 && rest.starts_with(char::is_uppercase) && rest.chars().skip(1).all(char::is_lowercase)
    })
}

/// "$20", "400ms".
fn is_unit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn without_possessive(word: &str) -> &str {
    word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word)
}
