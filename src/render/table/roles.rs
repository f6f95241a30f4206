//! The list of roles, function by function.

use crate::render::layout::{Width, count, hang};
use crate::render::plain::plain;
use crate::render::style::{HEADING, QUIET, paint};
use crate::report::{RoleEntry, RoleList, RoleSource, SearchMatch};

/// So many columns a title needs beside an id; where there are less it stands below.
const TITLE_COLUMNS: usize = 24;
/// So many places where words were found are shown of a role.
const MOST_MATCHES: usize = 3;

/// The list of roles.
#[must_use]
pub fn roles(list: &RoleList, width: Width) -> String {
    let ids = list.roles.iter().map(|role| role.id.chars().count()).max().unwrap_or_default();
    let mut text = String::new();
    if list.search.is_some() {
        for role in &list.roles {
            text += &found(role, ids, width);
        }
    } else {
        for (function, roles) in list.by_function() {
            text += &format!("{}\n", paint(&plain(function.unwrap_or("Other")), HEADING));
            for role in roles {
                text += &entry(role, ids, width);
            }
            text.push('\n');
        }
    }
    text + &quiet("", &counted(list), width)
}

fn counted(list: &RoleList) -> String {
    let number = list.roles.len();
    match &list.search {
        Some(search) if number == 0 => format!(
            "No role speaks of \"{}\". Try fewer or other words; `rolefit roles` lists all, and `rolefit fit RESUME` those \
             that a resume fits",
            plain(search)
        ),
        Some(search) => format!("{} with \"{}\"", count(number, "role"), plain(search)),
        None => count(number, "role"),
    }
}

/// Id and title, and below them where the role comes from, unless it is built in.
fn entry(role: &RoleEntry, ids: usize, width: Width) -> String {
    let (id, title) = (plain(&role.id), plain(&role.title));
    let beside = ids + 4 + TITLE_COLUMNS <= width.columns();
    let indent = if beside { " ".repeat(ids + 4) } else { " ".repeat(4) };
    let mut text = if beside {
        hang(&format!("  {id:<ids$}  "), &title, width.columns())
    } else {
        format!("  {id}\n{}", hang(&indent, &title, width.columns()))
    };
    if let Some(origin) = origin(role) {
        text += &quiet(&indent, &origin, width);
    }
    text
}

/// The same with where the words were found.
fn found(role: &RoleEntry, ids: usize, width: Width) -> String {
    let mut text = entry(role, ids, width);
    let matches = role.matches.as_deref().unwrap_or_default();
    let indent = " ".repeat(4);
    for one in matches.iter().take(MOST_MATCHES) {
        text += &quiet(&indent, &place(one), width);
    }
    if matches.len() > MOST_MATCHES {
        text += &quiet(&indent, &format!("and {} more", matches.len() - MOST_MATCHES), width);
    }
    text.push('\n');
    text
}

fn quiet(indent: &str, text: &str, width: Width) -> String {
    let mut lines = String::new();
    for line in hang(indent, text, width.columns()).lines() {
        lines += &format!("{indent}{}\n", paint(&line[indent.len()..], QUIET));
    }
    lines
}

/// Where a role that is not built in comes from.
fn origin(role: &RoleEntry) -> Option<String> {
    let path = plain(role.path.as_deref()?);
    Some(match role.source {
        RoleSource::Override => format!("from {path}, in place of the built-in role"),
        _ => format!("from {path}"),
    })
}

fn place(found: &SearchMatch) -> String {
    let part = format!("{:?}", found.part).to_lowercase().replace("kpi", "KPI");
    let text = plain(&found.text);
    match &found.name {
        Some(name) if *name != found.text => format!("{part} \"{}\": {text}", plain(name)),
        _ => format!("{part}: {text}"),
    }
}
