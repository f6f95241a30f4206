//! The names of the months.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a word in small letters is the name of a month or what is left of it in dates ("jan", "sept").
#[must_use]
pub fn is_month(word: &str) -> bool {
    month(word).is_some()
}

/// The number of a month, 1 to 12, from its name in small letters or what is left of it in dates.
#[must_use]
pub fn month(word: &str) -> Option<u32> {
    let is_called =
        |name: &&str| *name == word || (matches!(word.len(), 3) || word == "sept") && name.starts_with(word);
    (1..).zip(MONTHS).find(|(_, name)| is_called(name)).map(|(number, _)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_have_their_numbers_long_and_short() {
        assert_eq!(["january", "may", "sept", "dec"].map(month), [Some(1), Some(5), Some(9), Some(12)]);
        assert!(is_month("jun") && !is_month("ju") && !is_month("mars") && !is_month(""));
    }
}
