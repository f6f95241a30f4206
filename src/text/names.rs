//! How names are compared, turned into ids, and guessed from a misspelling.

/// How alike two names must be (normalised Damerau–Levenshtein, 0 to 1) to be offered as "did you mean". Two slips in
/// a word of five letters still pass; unrelated short words do not.
const LIKENESS: f64 = 0.5;
/// How alike a part must be: one slip in five letters.
const PART_LIKENESS: f64 = 0.8;
/// A part is worth less than a whole that is as alike.
const PART_WORTH: f64 = 0.9;
/// Shorter parts stand in too many names.
const SHORTEST_PART: usize = 3;

/// `name` as an id: lower case, words joined by hyphens, "&" as "and", signs of terms spelt out ("C++" is "c-plus-plus").
#[must_use]
pub fn slug(name: &str) -> String {
    let spelt = name.replace('&', " and ").replace("++", " plus plus").replace('#', " sharp");
    let words: Vec<String> = spelt
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .map(|word| word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    words.join("-")
}

/// Whether two names are the same but for case, hyphens and spaces ("Backend developer" is "back-end-developer").
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

/// What is the same in all spellings of a name.
pub(crate) fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#')).flat_map(char::to_lowercase).collect()
}

/// The candidate most like `name`, if any is alike enough: as a whole, or a part of it that is nearly the same
/// ("bakend" for "Backend Developer", "nurse" for "Registered Nurse").
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = letters(name);
    let alike = |candidate: &str| {
        let whole = strsim::normalized_damerau_levenshtein(&wanted, &letters(candidate));
        let part = part_likeness(&wanted, candidate);
        if part >= PART_LIKENESS { whole.max(part * PART_WORTH) } else { whole }
    };
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let likeness = alike(candidate);
        if likeness >= LIKENESS && best.is_none_or(|(highest, _)| likeness > highest) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// How alike `wanted` is to the part of `candidate` that begins at one of its words and is about as long.
fn part_likeness(wanted: &str, candidate: &str) -> f64 {
    let length = wanted.chars().count();
    if length < SHORTEST_PART {
        return 0.0;
    }
    let divides = |(_, c): &(usize, char)| !c.is_alphanumeric();
    let behind = candidate.char_indices().filter(divides).map(|(at, c)| at + c.len_utf8());
    let starts = std::iter::once(0).chain(behind);
    let parts = starts.flat_map(|start| {
        let rest = letters(&candidate[start..]);
        [length, length + 1].map(|most| rest.chars().take(most).collect::<String>())
    });
    parts.map(|part| strsim::normalized_damerau_levenshtein(wanted, &part)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_what_tells_names_apart() {
        assert_eq!(
            slug("Developing & Maintaining Server Side Applications"),
            "developing-and-maintaining-server-side-applications"
        );
        assert_eq!(slug("C++ / C#"), "c-plus-plus-c-sharp");
        assert_eq!(slug("Patient's safety"), "patients-safety");
    }

    #[test]
    fn names_are_the_same_in_any_case_with_hyphen_or_space() {
        assert!(same_name("backend developer", "Back-End Developer"));
        assert!(!same_name("C++", "C"));
    }

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_finds_none() {
        assert_eq!(nearest("keyword", ["keywords", "name"]), Some("keywords"));
        assert_eq!(nearest("zebra", ["keywords", "name"]), None);
        assert_eq!(nearest("", ["keywords", "name"]), None);
    }

    #[test]
    fn a_part_of_a_name_finds_it_but_a_whole_goes_first() {
        assert_eq!(nearest("bakend", ["Account Manager", "Backend Developer"]), Some("Backend Developer"));
        assert_eq!(nearest("nurse", ["Teacher", "Registered Nurse"]), Some("Registered Nurse"));
        assert_eq!(nearest("tec", ["Product", "Technology"]), Some("Technology"));
        assert_eq!(nearest("data analist", ["Data Analyst Lead", "Data Analyst"]), Some("Data Analyst"));
    }
}
