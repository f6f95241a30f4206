//! Names in title case: acronyms that lost their capitals, or were split by a program that sets words apart at capitals
//! ("Ap Is" for "APIs").

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The list as it stands in its file.
#[derive(Default, Deserialize)]
struct Source {
    words: Vec<String>,
    phrases: BTreeMap<String, String>,
}

/// What the list says, by the title-cased form.
struct List {
    words: BTreeMap<String, String>,
    phrases: BTreeMap<String, String>,
}

static LIST: LazyLock<List> = LazyLock::new(|| {
    // The file is part of the program, and a test reads it.
    let source: Source =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/acronyms.json"))).unwrap_or_default();
    let plurals = source.words.iter().filter(|word| word.len() > 2 && word.chars().all(char::is_uppercase));
    let plurals: Vec<String> = plurals.map(|word| format!("{word}s")).collect();
    let titled = |word: &String| (title_case(word), word.clone());
    let mut phrases = source.phrases;
    phrases.extend(plurals.iter().filter_map(|word| split_plural(word).map(|split| (split, word.clone()))));
    List { words: plurals.iter().chain(&source.words).map(titled).collect(), phrases }
});

/// `name` with its acronyms mended.
pub(super) fn mended(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for (is_word, part) in parts(name) {
        words.push(if is_word { LIST.words.get(part).map_or(part, String::as_str) } else { part }.to_owned());
        while join_last(&mut words) {}
    }
    words.concat()
}

/// Joins the last two words where together they are one of the list, or a plural split at its last capital.
fn join_last(words: &mut Vec<String>) -> bool {
    let [.., first, gap, second] = words.as_slice() else { return false };
    if gap != " " {
        return false;
    }
    let pair = format!("{} {}", title_case(first), title_case(second));
    let known = LIST.phrases.get(&pair).cloned().or_else(|| unknown_plural(first, second));
    let Some(known) = known.filter(|_| first.starts_with(char::is_uppercase) && second.starts_with(char::is_uppercase))
    else {
        return false;
    };
    words.truncate(words.len() - 3);
    words.push(known);
    true
}

/// "Vp Cs" is "VPCs": two letters without a vowel, and a capital before an "s" that is no word ("Is", "As", "Us").
fn unknown_plural(first: &str, second: &str) -> Option<String> {
    let has_vowel = |word: &str| word.to_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let fits = (2..=3).contains(&first.len()) && second.len() == 2 && second.ends_with('s') && first.is_ascii();
    (fits && !has_vowel(first) && !has_vowel(second)).then(|| format!("{}{second}", first.to_uppercase()))
}

/// "Ap Is" for "APIs".
fn split_plural(word: &str) -> Option<String> {
    let capitals = word.strip_suffix('s').filter(|rest| rest.len() >= 2 && rest.chars().all(char::is_uppercase))?;
    let (first, last) = capitals.split_at(capitals.len() - 1);
    Some(format!("{} {last}s", title_case(first)))
}

fn title_case(word: &str) -> String {
    super::draft::capitalised(&word.to_lowercase())
}

/// The runs of letters and figures of `name`, and what stands between them.
fn parts(name: &str) -> Vec<(bool, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut inside = name.starts_with(char::is_alphanumeric);
    for (at, c) in name.char_indices() {
        if c.is_alphanumeric() != inside {
            found.push((inside, &name[start..at]));
            (start, inside) = (at, !inside);
        }
    }
    found.push((inside, &name[start..]));
    found
}

#[cfg(test)]
mod tests {
    use super::{LIST, mended};

    #[test]
    fn acronyms_get_their_capitals_and_other_words_keep_theirs() {
        for (name, told) in [
            ("Implementing Ap Is & Web Services", "Implementing APIs & Web Services"),
            ("Ui/Ux Design", "UI/UX Design"),
            ("Sql & No Sql Databases", "SQL & NoSQL Databases"),
            ("Writing Java Script And Type Script", "Writing JavaScript And TypeScript"),
            ("Tracking Kp Is And Vp Cs", "Tracking KPIs And VPCs"),
            ("Ci/Cd Pipelines", "CI/CD Pipelines"),
            ("Supporting It Systems", "Supporting IT Systems"),
            ("What It Is", "What It Is"),
            ("API integration", "API integration"),
            ("", ""),
        ] {
            assert_eq!(mended(name), told);
        }
    }

    #[test]
    fn the_list_is_read() {
        assert!(LIST.words.len() > 50 && LIST.phrases.contains_key("Ap Is"));
    }
}
