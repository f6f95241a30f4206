//! Finds a role: by path, or by id, title or alias among those built into the program.

use std::path::Path;

use super::load::{SpecError, parse};
use super::names::{nearest, same_name};
use super::spec::Role;

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
        "no role is called \"{name}\"{}\nroles: {}\nA path to a role spec (.yaml) works too.",
        nearest.as_ref().map(|n| format!("; did you mean \"{n}\"?")).unwrap_or_default(),
        known.join(", ")
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// The id of the role whose id, title or alias is most like it.
        nearest: Option<String>,
        /// The ids of all roles.
        known: Vec<String>,
    },
    /// The file could not be read.
    #[error("{path}: cannot read this role spec: {source}")]
    Unreadable {
        /// The file as it was named.
        path: String,
        /// Why.
        source: std::io::Error,
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

    /// The role that `name` names: an id, a title or an alias in any case, or the path of a YAML file.
    pub fn find(self, name: &str) -> Result<Role, FindError> {
        if is_path(name) {
            return read_file(name);
        }
        match self.roles().iter().find(|role| role.is_called(name)) {
            Some(role) => Ok(Role { id: role.id.to_owned(), spec: parse(role.source, &format!("{}.yaml", role.id))? }),
            None => Err(self.unknown(name)),
        }
    }

    fn unknown(self, name: &str) -> FindError {
        let names = self.roles().iter().flat_map(|role| role.names().map(move |known| (known, role.id)));
        let names: Vec<(&str, &str)> = names.collect();
        let nearest = nearest(name, names.iter().map(|(known, _)| *known))
            .and_then(|best| names.iter().find(|(known, _)| *known == best))
            .map(|(_, id)| (*id).to_owned());
        let known = self.roles().iter().map(|role| role.id.to_owned()).collect();
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

fn is_path(name: &str) -> bool {
    let path = Path::new(name);
    let yaml = path.extension().is_some_and(|ending| ["yaml", "yml"].iter().any(|y| ending.eq_ignore_ascii_case(y)));
    yaml || name.contains(std::path::MAIN_SEPARATOR) && !name.contains(" / ")
}

fn read_file(path: &str) -> Result<Role, FindError> {
    let unreadable = |source| FindError::Unreadable { path: path.to_owned(), source };
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let source = String::from_utf8(bytes)
        .map_err(|error| unreadable(std::io::Error::new(std::io::ErrorKind::InvalidData, error.utf8_error())))?;
    let id = Path::new(path).file_stem().map_or_else(|| path.to_owned(), |stem| stem.to_string_lossy().into_owned());
    Ok(Role { id, spec: parse(&source, path)? })
}
