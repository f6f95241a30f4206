//! Finds a role: by path, or by id, title or alias among the user's own and those built into the program.

use std::path::{Path, PathBuf};

use crate::text::same_name;

use super::built_in::BuiltIn;
use super::find_error::FindError;
use super::folder::{Folder, FolderError, has_yaml_ending};
use super::guess::guesses;
use super::resolve::{Place, own_names, whole};
use super::spec::{Role, RoleSpec};

/// What a list of roles says of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleSummary {
    /// The id, such as "back-end-developer".
    pub id: String,
    /// The title.
    pub title: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The part of a firm that it belongs to.
    pub function: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a role comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the program.
    BuiltIn,
    /// From a file of the user's folder.
    File {
        /// The file.
        path: PathBuf,
        /// It takes the place of a built-in role.
        overrides: bool,
    },
}

/// A file of the user's folder that gives no role.
#[derive(Debug)]
pub struct Unread {
    /// The id that its role would have.
    pub id: String,
    /// The file.
    pub path: PathBuf,
    /// Why not.
    pub why: FindError,
}

/// The roles that can be named: those built into the program, and those of a folder, which go first.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    folder: Folder,
}

impl Catalogue {
    /// Only the roles built into the program.
    #[must_use]
    pub fn built_in() -> Self {
        Self::default()
    }

    /// Those, and the specs (`.yaml`, `.yml`) in `folder`; one with the id of a built-in role takes its place. A file
    /// with a fault harms no other: it is an error only where it is asked for.
    pub fn with_folder(folder: &Path) -> Result<Self, FolderError> {
        Ok(Self { folder: Folder::list(folder)? })
    }

    /// All roles that can be read, by id.
    #[must_use]
    pub fn roles(&self) -> Vec<RoleSummary> {
        self.list().0
    }

    /// All roles by id, and the files that give none.
    #[must_use]
    pub fn list(&self) -> (Vec<RoleSummary>, Vec<Unread>) {
        let built_in = BuiltIn::all().iter().filter(|role| self.folder.with_id(role.id).is_none());
        let mut roles: Vec<RoleSummary> = built_in.map(RoleSummary::from).collect();
        let mut unread = Vec::new();
        for file in &self.folder.files {
            match self.read(&Place::File(file.path.clone())) {
                Ok(role) => roles.push(RoleSummary::of_file(role, &file.path)),
                Err(why) => unread.push(Unread { id: file.id.clone(), path: file.path.clone(), why }),
            }
        }
        roles.sort_by(|a, b| a.id.cmp(&b.id));
        (roles, unread)
    }

    /// The role that `name` names: an id, a title or an alias in any case, else the path of a role spec.
    pub fn find(&self, name: &str) -> Result<Role, FindError> {
        if let Some(place) = self.place_of(name) {
            return self.read(&place);
        }
        let path = Path::new(name);
        if has_yaml_ending(path) || path.is_file() {
            return self.read(&Place::File(path.to_owned()));
        }
        Err(self.unknown(name))
    }

    /// The whole spec whose `text` stands in the file at `path`, with all that it builds on.
    pub fn spec(&self, text: &str, path: &Path) -> Result<RoleSpec, FindError> {
        whole(self, &Place::File(path.to_owned()), text, &mut Vec::new())
    }

    /// Where the role stands that is called so. Ids go first, then the user's own titles and aliases.
    pub(super) fn place_of(&self, name: &str) -> Option<Place> {
        if let Some(place) = self.with_id(name) {
            return Some(place);
        }
        let own =
            self.folder.files.iter().filter(|file| file.fault.is_none()).map(|file| Place::File(file.path.clone()));
        let called = |place: &Place| {
            let names = place.text().map(|text| own_names(&text)).unwrap_or_default();
            names.iter().any(|known| same_name(known, name))
        };
        own.into_iter().find(called).or_else(|| self.with_id(BuiltIn::called(name)?.id))
    }

    fn with_id(&self, id: &str) -> Option<Place> {
        let own = self.folder.with_id(id).map(|file| Place::File(file.path.clone()));
        own.or_else(|| BuiltIn::with_id(id).map(Place::BuiltIn))
    }

    /// The ids of the roles with a name most like `name`, of the user's roles the id alone: no spec is read, as this is
    /// asked for while one is.
    pub(super) fn nearest_ids(&self, name: &str) -> Vec<String> {
        let own = self.folder.files.iter().map(|file| RoleSummary {
            id: file.id.clone(),
            title: file.id.clone(),
            aliases: Vec::new(),
            function: None,
            origin: Origin::File { path: file.path.clone(), overrides: false },
        });
        guesses(name, &own.chain(BuiltIn::all().iter().map(RoleSummary::from)).collect::<Vec<_>>())
    }

    fn read(&self, place: &Place) -> Result<Role, FindError> {
        Ok(Role { id: place.id(), spec: whole(self, place, &self.text(place)?, &mut Vec::new())? })
    }

    /// The text of the spec at `place`; none of a file that the folder must not give.
    pub(super) fn text(&self, place: &Place) -> Result<String, FindError> {
        let file = if let Place::File(path) = place { self.folder.at(path) } else { None };
        match file.and_then(|file| file.fault.clone()) {
            Some(why) => Err(FindError::Unreadable { path: place.name(), why }),
            None => place.text(),
        }
    }

    fn unknown(&self, name: &str) -> FindError {
        let (roles, unread) = self.list();
        let nearest = guesses(name, &roles);
        FindError::Unknown { name: name.to_owned(), nearest, known: roles.len(), unread: unread.len() }
    }
}

impl RoleSummary {
    fn of_file(role: Role, path: &Path) -> Self {
        let overrides = BuiltIn::with_id(&role.id).is_some();
        let Role { id, spec } = role;
        let origin = Origin::File { path: path.to_owned(), overrides };
        Self { id, title: spec.title, aliases: spec.aliases, function: spec.function, origin }
    }

    /// Id, title, aliases.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        [self.id.as_str(), self.title.as_str()].into_iter().chain(self.aliases.iter().map(String::as_str))
    }
}

impl From<&BuiltIn> for RoleSummary {
    fn from(role: &BuiltIn) -> Self {
        Self {
            id: role.id.to_owned(),
            title: role.title.to_owned(),
            aliases: role.aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            function: role.function.map(str::to_owned),
            origin: Origin::BuiltIn,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str) -> String {
        Catalogue::built_in().find(name).expect("a role").id
    }

    #[test]
    fn id_title_and_alias_name_a_role_in_any_case() {
        for name in ["back-end-developer", "Back-End Developer", "BACKEND ENGINEER", "server side developer"] {
            assert_eq!(found(name), "back-end-developer");
        }
    }

    #[test]
    fn every_name_of_every_role_names_that_role() {
        for role in BuiltIn::all() {
            for name in role.names() {
                assert_eq!(found(name), role.id, "{name}");
            }
        }
    }

    #[test]
    fn a_stranger_gets_the_nearest_and_is_told_of_all() {
        let error = Catalogue::built_in().find("bakend/developer").expect_err("unknown").to_string();
        assert!(error.contains("did you mean \"back-end-developer\"?"), "{error}");
        assert!(error.contains(&format!("`rolefit roles` lists all {}.", BuiltIn::all().len())), "{error}");
        assert!(error.lines().all(|line| line.chars().count() <= 80), "{error}");
    }

    #[test]
    fn a_missing_file_is_said_to_be_missing() {
        let error = Catalogue::built_in().find("no/such/role.yml").expect_err("no file").to_string();
        assert!(error.starts_with("no/such/role.yml: there is no such role spec"), "{error}");
    }

    #[test]
    fn a_built_in_role_is_what_its_file_says() {
        for role in BuiltIn::all() {
            let path = format!("roles/{}.yaml", role.id);
            let source = std::fs::read_to_string(&path).expect("the role's file");
            let written = super::super::load::parse(&source, &path).expect("a role spec");
            assert_eq!(Catalogue::built_in().find(role.id).expect("a built-in role").spec, written, "{path}");
        }
    }
}
