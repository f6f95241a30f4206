//! The O*NET database's text files → a role spec.
//!
//! Tasks become activities, core tasks first, by the importance that workers gave them; the general work activities that
//! matter most follow. Technologies become requirements, a group of products each, with the products as keywords. O*NET has
//! no KPIs, stages or questions.

mod occupation;
mod table;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use regex::Regex;

use super::blocks::pattern;
use super::draft::{Draft, Guess, Place, item};
use super::posting::names::of_duty;
use super::tally::{Fate, Part, Piece, Reason};
use super::{Imported, draft};
use crate::role::{Item, Weight};

use self::occupation::Occupation;
use self::table::Table;

/// From this importance on (1 to 5), a core task is one that nobody is taken without; O*NET calls a mean of 4 "very
/// important".
const MUST_FROM: f64 = 4.0;
/// So many general work activities are taken: O*NET has 41 for every occupation, and most fit any.
const MOST_WORK_ACTIVITIES: usize = 5;
/// Work activities of less importance are not taken.
const WORK_ACTIVITY_FROM: f64 = 4.0;
/// So many products of a group are keywords.
const MOST_PRODUCTS: usize = 12;

const GROUPS: &str = include_str!("major_groups.yaml");

pattern!(VERSION, r"(?i)O\*NET[^\d\n]{0,20}(\d+\.\d+)");
pattern!(FOLDER_VERSION, r"db_(\d+)_(\d+)");

/// Why nothing was made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OnetError {
    /// It is no folder.
    #[error("{}: this is no folder. Name the folder of the O*NET database's text files (db_…_text)", .0.display())]
    NoFolder(PathBuf),
    /// A file is missing.
    #[error("{}: there is no \"{name}\" in it. Name the folder of the O*NET database's text files (db_…_text)", folder.display())]
    MissingFile {
        /// The folder.
        folder: PathBuf,
        /// The file.
        name: &'static str,
    },
    /// A file cannot be read.
    #[error("{}: this file cannot be read: {why}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
    /// A column is missing.
    #[error("{}:1: there is no column \"{column}\". Columns: {found}", path.display())]
    MissingColumn {
        /// The file.
        path: PathBuf,
        /// The column.
        column: &'static str,
        /// Those that are there.
        found: String,
    },
    /// No occupation is called so.
    #[error(
        "no occupation is called \"{wanted}\"{}",
        listed(titles, "Name its code or its title, as in \"Occupation Data.txt\"")
    )]
    Unknown {
        /// What was asked for.
        wanted: String,
        /// The nearest, with their codes.
        titles: Vec<String>,
    },
    /// Several occupations are called so.
    #[error("several occupations are called \"{wanted}\"{}", listed(titles, "Name one by its code"))]
    Several {
        /// What was asked for.
        wanted: String,
        /// They, with their codes.
        titles: Vec<String>,
    },
    /// The occupation has neither tasks nor technologies.
    #[error("{code} {title}: the database has no task and no technology of it. Name a more detailed occupation")]
    Nothing {
        /// Its code.
        code: String,
        /// Its title.
        title: String,
    },
}

fn listed(titles: &[String], otherwise: &str) -> String {
    if titles.is_empty() {
        format!(". {otherwise}")
    } else {
        format!(". Did you mean one of these?\n  {}", titles.join("\n  "))
    }
}

/// Makes a role spec of the occupation `wanted` (a code or a title) from the text files in `folder`.
pub fn import_onet(folder: &Path, wanted: &str) -> Result<Imported, OnetError> {
    if !folder.is_dir() {
        return Err(OnetError::NoFolder(folder.to_owned()));
    }
    let found = occupation::find(folder, wanted)?;
    let mut draft = Draft::new();
    front(&mut draft, &found);
    tasks(&mut draft, folder, &found.code)?;
    work_activities(&mut draft, folder, &found.code)?;
    technologies(&mut draft, folder, &found.code)?;
    if !draft.has_content() {
        return Err(OnetError::Nothing { code: found.code, title: found.title });
    }
    let version = version(folder).map(|number| format!(" {number}")).unwrap_or_default();
    Ok(Imported {
        name: folder.display().to_string(),
        read_as: format!("O*NET{version} database, occupation {}", found.code),
        notes: attribution(&version),
        spec: draft.spec,
        guesses: draft.guesses,
        tally: draft.tally,
    })
}

/// What the licence asks to be said.
fn attribution(version: &str) -> Vec<String> {
    vec![
        format!(
            "This file includes information from the O*NET{version} Database by the U.S. Department of Labor, Employment and \
             Training Administration (USDOL/ETA), used under the CC BY 4.0 license \
             (https://creativecommons.org/licenses/by/4.0/)."
        ),
        "O*NET is a trademark of USDOL/ETA. The information was changed: shortened to names, put in order, weighed. \
         USDOL/ETA has not approved, endorsed or tested these changes."
            .to_owned(),
    ]
}

/// The database's version, from its read-me or the folder's name.
fn version(folder: &Path) -> Option<String> {
    let read_me = ["Read Me.txt", "README.txt"].iter().find_map(|name| std::fs::read(folder.join(name)).ok());
    let told = read_me.and_then(|bytes| Some(VERSION.captures(&String::from_utf8_lossy(&bytes))?[1].to_owned()));
    told.or_else(|| {
        let path = folder.canonicalize().ok()?;
        let found = FOLDER_VERSION.captures(path.file_name()?.to_str()?)?;
        Some(format!("{}.{}", &found[1], &found[2]))
    })
}

fn front(draft: &mut Draft, found: &Occupation) {
    let used = |part| Piece {
        line: found.line,
        text: format!("Occupation Data.txt: {}", found.title),
        fate: Fate::Used(part),
    };
    draft.tally.pieces.push(used(Part::Title));
    draft.spec.title.clone_from(&found.title);
    if let Some(name) = &found.found_by {
        draft.guess(Place::Title, &format!("\"{name}\" is another title of it"));
        draft.spec.aliases.push(name.clone());
    }
    if !found.description.is_empty() {
        draft.about(&found.description);
    }
    // The list is built in and a test reads it.
    let groups: BTreeMap<String, String> = serde_yaml::from_str(GROUPS).unwrap_or_default();
    let group = found.code.get(..2).unwrap_or_default();
    if let Some(function) = groups.get(group) {
        draft.spec.function = Some(function.clone());
        draft.guess(Place::Function, &format!("from the major group {group} of its code"));
    }
}

/// One task of the occupation.
struct Task<'t> {
    line: usize,
    text: &'t str,
    /// Core; supplemental where false.
    is_core: bool,
    /// Said to be the one or the other.
    is_rated: bool,
    /// 1 to 5.
    importance: Option<f64>,
}

fn tasks(draft: &mut Draft, folder: &Path, code: &str) -> Result<(), OnetError> {
    let table = Table::read(folder, "Task Statements.txt")?;
    let column = |name| table.column(folder, name);
    let (of, id, text, kind) = (column("O*NET-SOC Code")?, column("Task ID")?, column("Task")?, column("Task Type")?);
    let ratings = importance(folder, code, "Task Ratings.txt", "Task ID")?;
    let own = table.rows().filter(|row| row.get(of) == code && !row.get(text).is_empty());
    let mut tasks: Vec<Task<'_>> = own
        .map(|row| Task {
            line: row.line,
            text: row.get(text),
            is_core: row.get(kind).eq_ignore_ascii_case("core"),
            is_rated: !row.get(kind).is_empty(),
            importance: ratings.get(row.get(id)).copied(),
        })
        .collect();
    let weight = |task: &Task<'_>| task.importance.unwrap_or_default();
    tasks.sort_by(|a, b| b.is_core.cmp(&a.is_core).then(weight(b).total_cmp(&weight(a))));
    for task in tasks {
        let place = Place::Activity(draft.spec.activities.len());
        draft.spec.activities.push(activity(&task));
        draft.guesses.extend(guess(&task).map(|how| Guess { place, how }));
        draft.tally.pieces.push(used(table.name, task.line, task.text, Part::Activities));
    }
    Ok(())
}

fn activity(task: &Task<'_>) -> Item {
    let weight = match task.importance {
        Some(importance) if task.is_core && importance >= MUST_FROM => Some(Weight::Must),
        _ if task.is_rated && !task.is_core => Some(Weight::Nice),
        _ => None,
    };
    Item { weight, ..item(&of_duty(task.text), Some(task.text)) }
}

/// What is read into a task's row.
fn guess(task: &Task<'_>) -> Option<String> {
    let importance = task.importance.map(|number| format!("importance {number:.2} of 5"));
    match (task.is_rated, task.is_core, importance) {
        (false, _, None) => None,
        (false, _, Some(importance)) => Some(importance),
        (true, true, importance) => Some(with("core task", importance)),
        (true, false, importance) => Some(with("supplemental task", importance)),
    }
}

fn with(what: &str, more: Option<String>) -> String {
    more.map_or_else(|| what.to_owned(), |more| format!("{what}, {more}"))
}

/// The mean importance (1 to 5) of an occupation's tasks or elements, by the column `key`; nothing where there is no file.
fn importance(
    folder: &Path,
    code: &str,
    file: &'static str,
    key: &'static str,
) -> Result<BTreeMap<String, f64>, OnetError> {
    let Some(table) = Table::read_if_there(folder, file)? else { return Ok(BTreeMap::new()) };
    let column = |name| table.column(folder, name);
    let (of, key, scale, value) = (column("O*NET-SOC Code")?, column(key)?, column("Scale ID")?, column("Data Value")?);
    let rated = table.rows().filter(|row| row.get(of) == code && row.get(scale) == "IM");
    Ok(rated.filter_map(|row| Some((row.get(key).to_owned(), row.get(value).parse().ok()?))).collect())
}

fn work_activities(draft: &mut Draft, folder: &Path, code: &str) -> Result<(), OnetError> {
    const FILE: &str = "Work Activities.txt";
    let Some(table) = Table::read_if_there(folder, FILE)? else { return Ok(()) };
    let (of, name) = (table.column(folder, "O*NET-SOC Code")?, table.column(folder, "Element Name")?);
    let scale = table.column(folder, "Scale ID")?;
    let ratings = importance(folder, code, FILE, "Element Name")?;
    let own = table.rows().filter(|row| row.get(of) == code && row.get(scale) == "IM");
    let mut rated: Vec<(usize, &str, f64)> =
        own.map(|row| (row.line, row.get(name), ratings.get(row.get(name)).copied().unwrap_or_default())).collect();
    rated.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)));
    for (at, (line, name, importance)) in rated.into_iter().enumerate() {
        if at >= MOST_WORK_ACTIVITIES || importance < WORK_ACTIVITY_FROM {
            draft.tally.pieces.push(left_out(FILE, line, name));
            continue;
        }
        draft.guess(
            Place::Activity(draft.spec.activities.len()),
            &format!("general work activity, importance {importance:.2} of 5"),
        );
        draft.spec.activities.push(item(name, None));
        draft.tally.pieces.push(used(FILE, line, name, Part::Activities));
    }
    Ok(())
}

/// Products of one kind.
#[derive(Default)]
struct Group<'t> {
    rows: Vec<(usize, &'t str)>,
    hot: Vec<&'t str>,
    in_demand: Vec<&'t str>,
}

fn technologies(draft: &mut Draft, folder: &Path, code: &str) -> Result<(), OnetError> {
    const FILE: &str = "Technology Skills.txt";
    let Some(table) = Table::read_if_there(folder, FILE)? else { return Ok(()) };
    let column = |name| table.column(folder, name);
    let (of, product, title) = (column("O*NET-SOC Code")?, column("Example")?, column("Commodity Title")?);
    let (hot, demand) = (table.column_if_there("Hot Technology"), table.column_if_there("In Demand"));
    let mut groups: BTreeMap<&str, Group<'_>> = BTreeMap::new();
    for row in table.rows().filter(|row| row.get(of) == code && !row.get(product).is_empty()) {
        let group = groups.entry(row.get(title)).or_default();
        let says_yes =
            |column: Option<table::Column>| column.is_some_and(|column| row.get(column).eq_ignore_ascii_case("y"));
        group.rows.push((row.line, row.get(product)));
        if says_yes(demand) {
            group.in_demand.push(row.get(product));
        } else if says_yes(hot) {
            group.hot.push(row.get(product));
        }
    }
    let mut groups: Vec<(&str, Group<'_>)> = groups.into_iter().collect();
    groups.sort_by_key(|(_, group)| std::cmp::Reverse((group.in_demand.len(), group.hot.len())));
    for (title, group) in groups {
        // Where the file marks what is asked for, the rest is software that somebody somewhere uses.
        if hot.is_some() && group.hot.is_empty() && group.in_demand.is_empty() {
            draft.tally.pieces.extend(group.rows.iter().map(|(line, product)| left_out(FILE, *line, product)));
            continue;
        }
        requirement(draft, title, &group);
        draft
            .tally
            .pieces
            .extend(group.rows.iter().map(|(line, product)| used(FILE, *line, product, Part::Requirements)));
    }
    Ok(())
}

fn requirement(draft: &mut Draft, title: &str, group: &Group<'_>) {
    let place = Place::Requirement(draft.spec.requirements.len());
    let weight = (group.in_demand.is_empty()).then_some(Weight::Nice);
    let how = match (group.in_demand.is_empty(), group.hot.is_empty()) {
        (false, _) => format!("in demand: {}", group.in_demand.join(", ")),
        (true, false) => format!("hot technology: {}", group.hot.join(", ")),
        (true, true) => "technology".to_owned(),
    };
    let rest = group.rows.iter().map(|(_, product)| *product);
    let mut keywords: Vec<String> = Vec::new();
    for product in group.in_demand.iter().chain(&group.hot).copied().chain(rest) {
        if keywords.len() < MOST_PRODUCTS && !keywords.iter().any(|known| known == product) {
            keywords.push(product.to_owned());
        }
    }
    let name = draft::capitalised(title);
    draft.spec.requirements.push(Item { keywords, weight, ..item(&name, None) });
    draft.guess(place, &how);
}

fn used(file: &str, line: usize, text: &str, part: Part) -> Piece {
    Piece { line, text: format!("{file}: {text}"), fate: Fate::Used(part) }
}

fn left_out(file: &str, line: usize, text: &str) -> Piece {
    Piece { line, text: format!("{file}: {text}"), fate: Fate::LeftOut(Reason::Lesser) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_major_group_has_a_function() {
        let groups: BTreeMap<String, String> = serde_yaml::from_str(GROUPS).expect("the list");
        assert_eq!(groups.len(), 23);
    }
}
