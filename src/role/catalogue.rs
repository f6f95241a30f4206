//! Finds a role: by path, or by id, title or alias among those built into the program.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

use textwrap::{Options, WordSeparator, WordSplitter};

use super::load::{SpecError, parse};
use super::spec::Role;
use crate::text::{nearest, same_name};

include!(concat!(env!("OUT_DIR"), "/roles.rs"));

/// What a list of roles says of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSummary {
    /// The id, such as "back-end-developer".
    pub id: &'static str,
    /// The title.
    pub title: &'static str,
    /// Other names.
    pub aliases: &'static [&'static str],
    /// The part of a firm that it belongs to.
    pub function: Option<&'static str>,
    source: &'static str,
}

/// Why no role could be given.
#[derive(Debug, thiserror::Error)]
pub enum FindError {
    /// No role has that name.
    #[error(
        "no role is called \"{name}\"{}\nName a role below, or give the path of a role spec (.yaml):\n{}",
        nearest.as_ref().map(|n| format!("; did you mean \"{n}\"?")).unwrap_or_default(),
        grouped(known)
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// The id of the role whose id, title or alias is most like it.
        nearest: Option<String>,
        /// The ids of all roles, by function.
        known: BTreeMap<String, Vec<String>>,
    },
    /// There is no such file.
    #[error(
        "{path}: there is no such role spec. Give the path of a YAML file, or the name of a role (`rolefit roles`)"
    )]
    NoFile {
        /// The file as it was named.
        path: String,
    },
    /// The file could not be read.
    #[error("{path}: this role spec cannot be read: {why}")]
    Unreadable {
        /// The file as it was named.
        path: String,
        /// Why.
        why: String,
    },
    /// The spec has a fault.
    #[error(transparent)]
    Spec(#[from] SpecError),
}

/// The roles built into the program.
#[derive(Clone, Copy, Debug, Default)]
pub struct Catalogue;

impl Catalogue {
    /// All roles, by id.
    #[must_use]
    pub fn roles(self) -> &'static [RoleSummary] {
        BUILT_IN
    }

    /// The role that `name` names: an id, a title or an alias in any case, else the path of a role spec.
    pub fn find(self, name: &str) -> Result<Role, FindError> {
        if let Some(role) = self.roles().iter().find(|role| role.is_called(name)) {
            return Ok(Role { id: role.id.to_owned(), spec: parse(role.source, &format!("{}.yaml", role.id))? });
        }
        if has_yaml_ending(name) || Path::new(name).is_file() {
            return read_file(name);
        }
        Err(self.unknown(name))
    }

    fn unknown(self, name: &str) -> FindError {
        let names = self.roles().iter().flat_map(|role| role.names().map(move |known| (known, role.id)));
        let names: Vec<(&str, &str)> = names.collect();
        let nearest = nearest(name, names.iter().map(|(known, _)| *known))
            .and_then(|best| names.iter().find(|(known, _)| *known == best))
            .map(|(_, id)| (*id).to_owned());
        let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for role in self.roles() {
            known.entry(role.function.unwrap_or("Other").to_owned()).or_default().push(role.id.to_owned());
        }
        FindError::Unknown { name: name.to_owned(), nearest, known }
    }
}

impl RoleSummary {
    fn names(&self) -> impl Iterator<Item = &'static str> {
        [self.id, self.title].into_iter().chain(self.aliases.iter().copied())
    }

    fn is_called(&self, name: &str) -> bool {
        self.names().any(|known| same_name(known, name))
    }
}

fn has_yaml_ending(name: &str) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|ending| ["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml)))
}

fn read_file(path: &str) -> Result<Role, FindError> {
    let bytes = std::fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => FindError::NoFile { path: path.to_owned() },
        _ => FindError::Unreadable { path: path.to_owned(), why: error.to_string() },
    })?;
    let source = String::from_utf8(bytes).map_err(|error| FindError::Unreadable {
        path: path.to_owned(),
        why: format!("byte {} is not UTF-8. Save it as UTF-8", error.utf8_error().valid_up_to() + 1),
    })?;
    let id = Path::new(path).file_stem().map_or_else(|| path.to_owned(), |stem| stem.to_string_lossy().into_owned());
    Ok(Role { id, spec: parse(&source, path)? })
}

/// One function a paragraph, its ids behind it.
fn grouped(known: &BTreeMap<String, Vec<String>>) -> String {
    let longest = known.keys().map(|function| function.chars().count()).max().unwrap_or_default();
    let indent = " ".repeat(longest + 4);
    let paragraph = |(function, ids): (&String, &Vec<String>)| {
        let first = format!("  {function:<longest$}  ");
        let options = Options::new(80).initial_indent(&first).subsequent_indent(&indent);
        let options = options.word_splitter(WordSplitter::NoHyphenation).word_separator(WordSeparator::AsciiSpace);
        textwrap::fill(&ids.join(", "), options)
    };
    known.iter().map(paragraph).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> String {
        Catalogue.find(name).expect("a role").id
    }

    #[test]
    fn id_title_and_alias_name_a_role_in_any_case() {
        for name in ["back-end-developer", "Back-End Developer", "BACKEND ENGINEER", "server side developer"] {
            assert_eq!(found(name), "back-end-developer");
        }
    }

    #[test]
    fn every_name_of_every_role_names_that_role() {
        for role in Catalogue.roles() {
            for name in role.names() {
                assert_eq!(found(name), role.id, "{name}");
            }
        }
    }

    #[test]
    fn a_stranger_gets_the_nearest_and_all_others() {
        let error = Catalogue.find("bakend/developer").expect_err("unknown").to_string();
        assert!(error.contains("did you mean \"back-end-developer\"?"), "{error}");
        assert!(Catalogue.roles().iter().all(|role| error.contains(role.id)), "{error}");
        assert!(error.lines().all(|line| line.chars().count() <= 80), "{error}");
    }

    #[test]
    fn a_missing_file_is_said_to_be_missing() {
        let error = Catalogue.find("no/such/role.yml").expect_err("no file").to_string();
        assert!(error.starts_with("no/such/role.yml: there is no such role spec"), "{error}");
    }
}
