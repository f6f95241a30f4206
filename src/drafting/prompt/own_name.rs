//! The person's own name, as it stands at the top of their resume, and what is made of it: file names, names of users.

use regex::{Captures, Regex};

use super::identifying::{SOURCE, is_ordinary};

/// How a name is written.
pub(super) struct OwnName {
    patterns: Vec<Regex>,
}

/// How many of the texts at the top may hold the name.
const MOST_ABOVE: usize = 4;

impl OwnName {
    /// The name that stands in `top`; nothing is known of one that does not.
    pub(super) fn on_top(top: &[String]) -> Self {
        Self::of(top.iter().take(MOST_ABOVE).find_map(|text| name(text)).unwrap_or_default())
    }

    fn of(words: Vec<&str>) -> Self {
        let parts: Vec<&str> =
            words.into_iter().filter(|word| word.chars().count() > 1 && !is_particle(word)).collect();
        if parts.is_empty() {
            return Self { patterns: Vec::new() };
        }
        // What is too long for a pattern is no name.
        let patterns = joined(&parts).into_iter().chain([alone(&parts)]);
        Self { patterns: patterns.filter_map(|pattern| Regex::new(&pattern).ok()).collect() }
    }

    /// `text` with `placeholder` wherever the name or a part of it stands. In small letters an ordinary word is none.
    pub(super) fn replace(&self, text: &str, placeholder: &mut dyn FnMut() -> String) -> String {
        self.patterns.iter().fold(text.to_owned(), |text, pattern| {
            pattern.replace_all(&text, |_: &Captures<'_>| placeholder()).into_owned()
        })
    }
}

/// "Grace-Field-CV.pdf", "grace.field", "gfield", "fieldg2": the first and the last part in one word, or one with the
/// letter of the other.
fn joined(parts: &[&str]) -> Option<String> {
    let (first, last) = (parts.first()?, parts.last().filter(|_| parts.len() > 1)?);
    let initial = |part: &str| part.chars().take(1).collect::<String>();
    let (a, z, a1) = (regex::escape(first), regex::escape(last), regex::escape(&initial(first)));
    let whole = format!(r"[\p{{L}}\p{{N}}._-]*(?:{a}[._-]?{z}|{z}[._-]?{a})(?:[\p{{L}}\p{{N}}._-]*[\p{{L}}\p{{N}}])?");
    // "Cook" of Sue Cook is no "scook": shorter ones are words too often.
    let short = (last.chars().count() > 3).then(|| format!(r"|\b(?:{a1}[._-]?{z}|{z}[._-]?{a1})\d{{0,4}}\b"));
    Some(format!("(?i){whole}{}", short.unwrap_or_default()))
}

/// "Grace", "GRACE M. FIELD", "Field, Grace".
fn alone(parts: &[&str]) -> String {
    let written = parts.iter().map(|part| {
        let small = part.to_lowercase();
        if !is_ordinary(&small) {
            return format!("(?i:{})", regex::escape(part));
        }
        let mut letters = small.chars();
        let large: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        format!("{}|{}", regex::escape(&large), regex::escape(&small.to_uppercase()))
    });
    let part = format!(r"\b(?:{})\b", written.collect::<Vec<_>>().join("|"));
    format!(r"{part}(?:,?\s+(?:\p{{Lu}}\.?\s+)?{part})*")
}

/// The words of the name that `text` begins with: "Jane Doe, RN | Malmö".
fn name(text: &str) -> Option<Vec<&str>> {
    let text = SOURCE.before_own_name.iter().fold(text.trim(), |text, before| without(text, before));
    let end = text.find([',', '|', '·', '•', '–', '—', '(', '/', '@', ':', '\n']).unwrap_or(text.len());
    let whole = text[..end].split(" - ").next().unwrap_or_default().trim();
    let bare = |word: &str| word.trim_end_matches('.').to_lowercase();
    let words: Vec<&str> = whole.split_whitespace().collect();
    let words: Vec<&str> = words
        .into_iter()
        .filter(|word| !SOURCE.titles.contains(&bare(word)) && !SOURCE.behind_own_name.contains(&bare(word)))
        .map(|word| word.trim_end_matches('.'))
        .collect();
    let is_part = |word: &&str| {
        let letters = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '.');
        (word.starts_with(char::is_uppercase) || is_particle(word)) && word.chars().all(letters)
    };
    let says_other = words.iter().any(|word| {
        let small = bare(word);
        SOURCE.job_words.contains(&small) || SOURCE.heading_words.contains(&small)
    });
    ((2..=5).contains(&words.len()) && words.iter().all(is_part) && !says_other).then_some(words)
}

/// `text` without the words `before` at its beginning, in any case.
fn without<'t>(text: &'t str, before: &str) -> &'t str {
    let rest = text.get(before.len()..).filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let is_there = text.get(..before.len()).is_some_and(|start| start.eq_ignore_ascii_case(before));
    rest.filter(|_| is_there).map_or(text, |rest| rest.trim_start_matches([' ', ':', '-', '–', '|', '\t']))
}

/// "van", "de la": a word of many names.
fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 17] =
        ["van", "von", "der", "den", "de", "la", "le", "da", "di", "del", "dos", "bin", "ben", "al", "el", "zu", "du"];
    PARTICLES.contains(&word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(top: &str, text: &str) -> String {
        OwnName::on_top(&[top.to_owned()]).replace(text, &mut || "[ME]".to_owned())
    }

    #[test]
    fn the_name_goes_wherever_it_stands() {
        let name = "Grace M. Field, RN";
        for (text, expected) in [
            ("Grace led 14 nurses", "[ME] led 14 nurses"),
            ("Used Grace's template, and FIELD’s", "Used [ME]'s template, and [ME]’s"),
            ("Signed Grace M. Field and Field, Grace", "Signed [ME] and [ME]"),
            ("Sent Grace_Field_CV.pdf to gracefield and gfield2", "Sent [ME] to [ME] and [ME]"),
            ("With grace, in the field", "With grace, in the field"),
            ("Disgraceful fields", "Disgraceful fields"),
        ] {
            assert_eq!(shown(name, text), expected);
        }
        assert_eq!(shown("ZYXWA QWERTZ", "zyxwa did it"), "[ME] did it");
        assert_eq!(shown("Jan van Zyxwa", "Taken by van to Zyxwa"), "Taken by van to [ME]");
    }

    #[test]
    fn a_name_is_found_among_what_stands_at_the_top() {
        for top in [
            "Grace Field",
            "GRACE FIELD",
            "Dr. Grace Field PhD",
            "Grace Field | Nurse",
            "Resume of Grace Field",
            "Curriculum Vitae: Grace Field",
            "Name: Grace Field",
            "Grace Field - Registered Nurse",
        ] {
            assert_eq!(shown(top, "Grace did"), "[ME] did", "{top}");
        }
        for top in ["Registered Nurse", "Grace is a nurse", "12 Elm St", "Grace", "Curriculum Vitae"] {
            assert_eq!(shown(top, "Grace did"), "Grace did", "{top}");
        }
    }
}
