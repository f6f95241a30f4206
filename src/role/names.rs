//! How names are compared, turned into ids, and guessed from a misspelling.

/// How alike two names must be (normalised Damerau–Levenshtein, 0 to 1) to be offered as "did you mean". Two slips in
/// a word of five letters still pass; unrelated short words do not.
const LIKENESS: f64 = 0.5;

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

fn letters(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#')).flat_map(char::to_lowercase).collect()
}

/// The candidate most like `name`, if any is alike enough.
#[must_use]
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = letters(name);
    candidates
        .into_iter()
        .map(|candidate| (strsim::normalized_damerau_levenshtein(&wanted, &letters(candidate)), candidate))
        .filter(|(likeness, _)| *likeness >= LIKENESS)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_keeps_what_tells_names_apart() {
        assert_eq!(slug("Developing & Maintaining Server Side Applications"), "developing-and-maintaining-server-side-applications");
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
    }
}
