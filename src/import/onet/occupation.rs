//! Which occupation of the database is meant, and what it is.

use std::path::Path;

use crate::role::{nearest, same_name};

use super::OnetError;
use super::table::Table;

/// So many titles are named where none is the one.
const MOST_TITLES: usize = 5;

/// One occupation.
pub(super) struct Occupation {
    /// Its code, such as "15-1252.00".
    pub(super) code: String,
    /// Its title, such as "Software Developers".
    pub(super) title: String,
    /// What it does.
    pub(super) description: String,
    /// The line of its row.
    pub(super) line: usize,
    /// The name it was found by, where that is not its code or its title.
    pub(super) found_by: Option<String>,
}

/// Finds the occupation that `wanted` names: its code (with or without ".00"), its title in any case, or another title of
/// one occupation alone.
pub(super) fn find(folder: &Path, wanted: &str) -> Result<Occupation, OnetError> {
    let table = Table::read(folder, "Occupation Data.txt")?;
    let all = all(folder, &table)?;
    let wanted = wanted.trim();
    let code = |occupation: &&Occupation| {
        occupation.code == wanted || occupation.code.strip_suffix(".00").is_some_and(|short| short == wanted)
    };
    let title = |occupation: &&Occupation| same_name(&occupation.title, wanted);
    let one = |occupation: &Occupation, found_by| Occupation {
        code: occupation.code.clone(),
        title: occupation.title.clone(),
        description: occupation.description.clone(),
        line: occupation.line,
        found_by,
    };
    if let Some(found) = all.iter().find(code).or_else(|| all.iter().find(title)) {
        return Ok(one(found, None));
    }
    let others = other_titles(folder)?;
    let mut codes: Vec<&String> =
        others.iter().filter(|(_, other)| same_name(other, wanted)).map(|(code, _)| code).collect();
    codes.sort();
    codes.dedup();
    let named: Vec<&Occupation> = all.iter().filter(|occupation| codes.contains(&&occupation.code)).collect();
    match named.as_slice() {
        [only] => Ok(one(only, Some(wanted.to_owned()))),
        [] => Err(OnetError::Unknown { wanted: wanted.to_owned(), titles: nearest_titles(wanted, &all, &others) }),
        several => Err(OnetError::Several {
            wanted: wanted.to_owned(),
            titles: several.iter().take(MOST_TITLES).map(|occupation| named_with_code(occupation)).collect(),
        }),
    }
}

fn all(folder: &Path, table: &Table) -> Result<Vec<Occupation>, OnetError> {
    let column = |name| table.column(folder, name);
    let (code, title, description) = (column("O*NET-SOC Code")?, column("Title")?, column("Description")?);
    let occupation = |row: super::table::Row<'_>| Occupation {
        code: row.get(code).to_owned(),
        title: row.get(title).to_owned(),
        description: row.get(description).to_owned(),
        line: row.line,
        found_by: None,
    };
    Ok(table.rows().map(occupation).filter(|occupation| !occupation.title.is_empty()).collect())
}

/// Codes with the other titles of their occupations, where the file of them is there.
fn other_titles(folder: &Path) -> Result<Vec<(String, String)>, OnetError> {
    let Some(table) = Table::read_if_there(folder, "Alternate Titles.txt")? else { return Ok(Vec::new()) };
    let (code, title) = (table.column(folder, "O*NET-SOC Code")?, table.column(folder, "Alternate Title")?);
    Ok(table.rows().map(|row| (row.get(code).to_owned(), row.get(title).to_owned())).collect())
}

/// The titles most like `wanted`: those that hold one of its words, the one that is spelt most alike first.
fn nearest_titles(wanted: &str, all: &[Occupation], others: &[(String, String)]) -> Vec<String> {
    let words: Vec<String> = wanted.to_lowercase().split_whitespace().map(|word| stem(word).to_owned()).collect();
    let held = |title: &str| {
        let title = title.to_lowercase();
        words.iter().filter(|word| word.len() > 2 && title.contains(word.as_str())).count()
    };
    let names = all.iter().map(|occupation| occupation.title.as_str());
    let alike = nearest(wanted, names.chain(others.iter().map(|(_, other)| other.as_str())));
    let is_alike = |occupation: &Occupation| {
        let of_it = |(code, other): &&(String, String)| *code == occupation.code && Some(other.as_str()) == alike;
        Some(occupation.title.as_str()) == alike || others.iter().any(|other| of_it(&other))
    };
    let mut found: Vec<(bool, usize, &Occupation)> =
        all.iter().map(|occupation| (is_alike(occupation), held(&occupation.title), occupation)).collect();
    found.retain(|(alike, held, _)| *alike || *held > 0);
    found.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then_with(|| a.2.title.cmp(&b.2.title)));
    found.into_iter().take(MOST_TITLES).map(|(_, _, occupation)| named_with_code(occupation)).collect()
}

/// "developer" and "developers" are one word to look for.
fn stem(word: &str) -> &str {
    word.strip_suffix('s').unwrap_or(word)
}

fn named_with_code(occupation: &Occupation) -> String {
    format!("{} {}", occupation.code, occupation.title)
}
