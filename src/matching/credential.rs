//! A degree, a licence or a certificate that a role asks for, and whether the education section of a resume says it. What
//! counts are the words: they must stand there, in one of the forms in which such things are written. The words are data:
//! `credentials.yaml` beside this file.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::text::{Token, stem, tokens};

use super::evidence::{Evidence, in_characters};
use super::requirement::Requirement;
use super::score::Strength;
use super::vocabulary::is_function_word;
use super::why::Why;

/// The score of a line that says all that is asked for, and of one that says a part or says that it is not there yet.
const WHOLE: f32 = 1.0;
const PART: f32 = 0.5;
/// The most words whose first letters are read as one ("BSN").
const MOST_INITIALS: usize = 6;

#[derive(Default, Deserialize)]
struct Source {
    levels: Vec<Level>,
    named: HashSet<String>,
    generic: HashSet<String>,
    or_higher: HashSet<String>,
    unfinished: HashSet<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Level {
    words: HashSet<String>,
    before_of: HashSet<String>,
    short: HashSet<String>,
}

static SOURCE: LazyLock<Source> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/credentials.json"))).unwrap_or_default()
});

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Credential {
    /// The degrees, by their places from the lowest, one of which will do; any where there are none.
    levels: Vec<usize>,
    or_higher: bool,
    is_degree: bool,
    /// Subjects of a degree, of which one will do; else the licences and certificates.
    parts: Vec<Vec<String>>,
    one_will_do: bool,
}

/// Where a resume says it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Said {
    /// The place of the line among those that were given.
    pub(crate) line: usize,
    /// 0 to 1.
    pub(crate) score: f32,
    /// The score in a word.
    pub(crate) strength: Strength,
    /// The words that say it.
    pub(crate) evidence: Vec<Evidence>,
}

/// A line, read.
struct Told<'l> {
    text: &'l str,
    words: Vec<Token>,
    /// Each word without its full stops ("bsc" of "B.Sc.").
    plain: Vec<String>,
}

/// The words of a line that say something, by their places.
type Places = Vec<usize>;

impl Credential {
    /// What a requirement's name asks for; none where it asks for no degree, licence or certificate, or says not which.
    pub(crate) fn of(name: &str) -> Option<Self> {
        let asked = Requirement::of(name);
        if !asked.is_degree {
            return None;
        }
        let told = Told::new(name);
        let has = |list: &HashSet<String>| told.plain.iter().any(|word| list.contains(word));
        let is_named = |place: &usize| SOURCE.named.contains(&told.plain[*place]);
        let levels = told.levels().into_iter().filter(|(place, _)| !is_named(place)).map(|(_, level)| level);
        let levels: Vec<usize> = levels.collect();
        let is_degree = !levels.is_empty() || told.plain.iter().any(|word| word == "degree" || word == "degrees");
        let parts = asked.about.split(", ").map(telling).filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let says_which = !parts.is_empty() || is_degree;
        let or_higher = has(&SOURCE.or_higher);
        says_which.then_some(Self { levels, or_higher, is_degree, parts, one_will_do: asked.one_will_do })
    }

    /// The line of `lines` that says it best, the first of equals.
    pub(crate) fn said_in(&self, lines: &[&str]) -> Option<Said> {
        let told: Vec<Told<'_>> = lines.iter().map(|line| Told::new(line)).collect();
        if self.is_degree { self.degree_in(&told) } else { self.certificates_in(&told) }
    }

    fn degree_in(&self, lines: &[Told<'_>]) -> Option<Said> {
        let said = lines.iter().enumerate().filter_map(|(line, told)| {
            let mut places = self.level_in(told)?;
            let subject = self.parts.iter().find_map(|part| told.has(part));
            let is_named = |part: &Vec<String>| part.iter().any(|word| SOURCE.named.contains(word));
            if subject.is_none() && self.parts.iter().any(is_named) {
                return None;
            }
            let whole = subject.is_some() || self.parts.is_empty();
            places.extend(subject.into_iter().flatten());
            Some(told.said(line, &places, whole))
        });
        best(said)
    }

    /// The words of a line that say a degree of the level that is asked for.
    fn level_in(&self, told: &Told<'_>) -> Option<Places> {
        let least = self.levels.iter().min();
        let fits = |level: usize| {
            self.levels.is_empty()
                || self.levels.contains(&level)
                || self.or_higher && least.is_some_and(|l| level >= *l)
        };
        told.levels().into_iter().find(|(_, level)| fits(*level)).map(|(place, _)| vec![place])
    }

    fn certificates_in(&self, lines: &[Told<'_>]) -> Option<Said> {
        let found = |part: &Vec<String>| {
            let said =
                lines.iter().enumerate().filter_map(|(line, told)| Some(told.said(line, &told.has(part)?, true)));
            best(said)
        };
        let found: Vec<Option<Said>> = self.parts.iter().map(found).collect();
        let all_there = found.iter().all(Option::is_some) || self.one_will_do;
        let least_of_all = found.iter().flatten().map(|said| said.score).fold(WHOLE, f32::min);
        let mut said = best(found.into_iter().flatten())?;
        let score = match (all_there, self.one_will_do) {
            (false, _) => PART,
            (true, true) => said.score,
            (true, false) => least_of_all,
        };
        (said.score, said.strength) = (score, Strength::of(score));
        Some(said)
    }
}

/// The one with the highest score, the first of equals.
fn best(said: impl Iterator<Item = Said>) -> Option<Said> {
    said.reduce(|best, next| if next.score > best.score { next } else { best })
}

/// The words of a part of a requirement that say what is asked for.
fn telling(part: &str) -> Vec<String> {
    let told = Told::new(part);
    let levels: Places = told.levels().into_iter().map(|(place, _)| place).collect();
    let words = told.plain.iter().enumerate().filter(|(place, word)| {
        let is_level = levels.contains(place) && !SOURCE.named.contains(*word);
        !is_level && !SOURCE.generic.contains(*word) && !is_function_word(word) && word.chars().count() > 1
    });
    words.map(|(_, word)| word.clone()).collect()
}

impl<'l> Told<'l> {
    fn new(text: &'l str) -> Self {
        let words = tokens(text);
        let plain = words.iter().map(|word| word.text.replace('.', "")).collect();
        Self { text, words, plain }
    }

    /// The degrees that it says: the place of the word, and the degree's place from the lowest.
    fn levels(&self) -> Vec<(usize, usize)> {
        let says = |place: usize, level: &Level| {
            let word = &self.plain[place];
            let next = self.plain.get(place + 1).map(String::as_str);
            let raw = &self.text[self.words[place].start..self.words[place].end];
            level.words.contains(word)
                || level.before_of.contains(word)
                    && (matches!(next, Some("of" | "in" | "degree")) || raw.ends_with("'s") || raw.ends_with("’s"))
                || level.short.contains(word) && (place == 0 || next == Some("in"))
        };
        let level = |place: usize| SOURCE.levels.iter().position(|level| says(place, level));
        (0..self.plain.len()).filter_map(|place| Some((place, level(place)?))).collect()
    }

    /// The places of all words of `part`, or of what stands for it: first letters ("RN", "Registered Nurse").
    fn has(&self, part: &[String]) -> Option<Places> {
        let stems: Vec<String> = self.plain.iter().map(|word| stem(word)).collect();
        let place = |wanted: &String| {
            let wanted_stem = stem(wanted);
            let same = stems.iter().zip(&self.plain).position(|(stem, word)| *stem == wanted_stem || word == wanted);
            same.map(|place| vec![place]).or_else(|| self.spelt_out(wanted))
        };
        let all: Option<Vec<Places>> = part.iter().map(place).collect();
        let initials = || {
            let letters: String = part.iter().filter_map(|word| word.chars().next()).collect();
            (part.len() > 1).then(|| self.plain.iter().position(|word| *word == letters))?.map(|place| vec![place])
        };
        all.map(|places| places.concat()).or_else(initials)
    }

    /// The places of words with capitals whose first letters are `letters`.
    fn spelt_out(&self, letters: &str) -> Option<Places> {
        const FEWEST: usize = 2;
        let count = letters.chars().count();
        let large = |place: &usize| self.text[self.words[*place].start..].starts_with(char::is_uppercase);
        let telling: Places = (0..self.plain.len()).filter(|place| !is_function_word(&self.plain[*place])).collect();
        let spells = |places: &&[usize]| {
            let first = places.iter().filter_map(|place| self.plain[*place].chars().next());
            places.iter().all(large) && first.eq(letters.chars())
        };
        let in_reach = (FEWEST..=MOST_INITIALS).contains(&count);
        in_reach.then(|| telling.windows(count).find(spells).map(<[usize]>::to_vec)).flatten()
    }

    fn said(&self, line: usize, places: &[usize], whole: bool) -> Said {
        let is_there = !self.plain.iter().any(|word| SOURCE.unfinished.contains(word));
        let score = if whole && is_there { WHOLE } else { PART };
        let mut places = places.to_vec();
        places.sort_unstable();
        places.dedup();
        let words = places.iter().map(|place| &self.words[*place]);
        let evidence = words.map(|word| in_characters(self.text, word.start, word.end, Why::WordOfName)).collect();
        Said { line, score, strength: Strength::of(score), evidence }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strength(requirement: &str, lines: &[&str]) -> Strength {
        let credential = Credential::of(requirement).expect("a degree, a licence or a certificate");
        credential.said_in(lines).map_or(Strength::None, |said| said.strength)
    }

    #[test]
    fn the_words_are_read() {
        assert_eq!(SOURCE.levels.len(), 4);
        assert!(!SOURCE.named.is_empty() && !SOURCE.unfinished.is_empty());
    }

    #[test]
    fn what_stands_there_counts_in_each_of_its_forms() {
        for (requirement, line) in [
            ("Bachelor's degree", "B.Sc. Computer Science, Lund University, 2017"),
            ("Bachelor's degree", "Bachelor of Arts, History"),
            ("Bachelor’s degree in computer science or equivalent", "BS in Computer Science, MIT"),
            ("Bachelor's degree in computer science, engineering or a related field", "B.Eng. Engineering"),
            ("Master's or PhD in statistics", "M.Sc. Statistics"),
            ("Degree in nursing", "Bachelor of Science in Nursing"),
            ("Bachelor's degree or higher", "Master of Arts, History"),
            ("RN licence", "RN License, Minnesota Board of Nursing"),
            ("Active RN license", "Registered Nurse, State of Minnesota"),
            ("Registered Nurse license", "RN, Minnesota"),
            ("BSN degree", "Bachelor of Science in Nursing"),
            ("CPA certification", "Certified Public Accountant (2019)"),
            ("PMP certification or PRINCE2", "PMP, 2020"),
            ("High school diploma", "High School Diploma, Springfield"),
        ] {
            assert_eq!(strength(requirement, &["Lund University", line]), Strength::Strong, "{requirement}: {line}");
        }
    }

    #[test]
    fn a_part_or_what_is_not_there_yet_is_partial() {
        for (requirement, line) in [
            ("Bachelor's degree in computer science", "B.A. History"),
            ("Bachelor's degree", "B.Sc. Physics, expected 2027"),
            ("BLS and ACLS certification", "BLS, American Heart Association"),
            ("CPA certification", "CPA candidate"),
        ] {
            assert_eq!(strength(requirement, &[line]), Strength::Partial, "{requirement}: {line}");
        }
    }

    #[test]
    fn what_does_not_stand_there_is_not_made_up() {
        for (requirement, line) in [
            ("Bachelor's degree", "Lund University, 2017"),
            ("Bachelor's degree", "Scrum Master, Boston, MA"),
            ("Master's degree", "Certified Scrum Master"),
            ("Master's degree", "B.Sc. Physics"),
            ("BSN degree", "B.Sc. Computer Science"),
            ("RN licence", "Driver's licence"),
            ("CPA certification", "Accounting certification"),
        ] {
            assert_eq!(strength(requirement, &[line]), Strength::None, "{requirement}: {line}");
        }
        assert_eq!(Credential::of("Python"), None);
        assert_eq!(Credential::of("Certification"), None, "it says not which");
    }

    #[test]
    fn several_certificates_may_stand_on_several_lines() {
        assert_eq!(strength("BLS and ACLS certification", &["ACLS, 2024", "BLS, 2023"]), Strength::Strong);
    }
}
