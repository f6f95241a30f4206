//! Reads a role's spec with all that it builds on.

use std::path::{Path, PathBuf};

use crate::text::same_name;

use super::built_in::BuiltIn;
use super::catalogue::Catalogue;
use super::extend::{alone, extended};
use super::find_error::{FindError, meant};
use super::folder::{has_yaml_ending, text, within};
use super::load::{read, read_prepared};
use super::spec::RoleSpec;

/// How many roles may build on one another; a chain as long as this nobody can follow.
const LONGEST_CHAIN: usize = 8;

/// Where a spec stands.
#[derive(Clone, Debug)]
pub(super) enum Place {
    BuiltIn(&'static BuiltIn),
    File(PathBuf),
}

impl Place {
    /// The role's id.
    pub(super) fn id(&self) -> String {
        match self {
            Self::BuiltIn(role) => role.id.to_owned(),
            Self::File(path) => {
                path.file_stem().map_or_else(|| self.name(), |stem| stem.to_string_lossy().into_owned())
            }
        }
    }

    /// What it is called in messages.
    pub(super) fn name(&self) -> String {
        match self {
            Self::BuiltIn(role) => format!("{}.yaml", role.id),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// What it is called in a command.
    fn called(&self) -> String {
        match self {
            Self::BuiltIn(role) => role.id.to_owned(),
            Self::File(_) => self.name(),
        }
    }

    /// The spec's text.
    pub(super) fn text(&self) -> Result<String, FindError> {
        match self {
            Self::BuiltIn(role) => Ok(role.source.to_owned()),
            Self::File(path) => text(path).map_err(|error| FindError::of_file(self.name(), &error)),
        }
    }

    /// Whether it is the file at `path`.
    pub(super) fn is_file(&self, path: &Path) -> bool {
        matches!(self, Self::File(own) if same_file(own, path))
    }

    fn is(&self, other: &Self) -> bool {
        match other {
            Self::BuiltIn(role) => matches!(self, Self::BuiltIn(own) if own.id == role.id),
            Self::File(path) => self.is_file(path),
        }
    }
}

fn same_file(one: &Path, two: &Path) -> bool {
    one == two || one.canonicalize().is_ok_and(|one| two.canonicalize().is_ok_and(|two| one == two))
}

/// The whole spec of the role whose text stands at `place`. `above` are the places that build on it.
pub(super) fn whole(
    catalogue: &Catalogue,
    place: &Place,
    text: &str,
    above: &mut Vec<Place>,
) -> Result<RoleSpec, FindError> {
    let name = place.name();
    let file = match place {
        Place::BuiltIn(_) => read_prepared(text, &name)?,
        Place::File(_) => read(text, &name)?,
    };
    let Some(base) = &file.extends else { return Ok(alone(file)) };
    let fault = |(message, mend)| base.fault(text, &name, message, mend);
    let base_place = base_of(catalogue, place, &base.value).map_err(fault)?;
    above.push(place.clone());
    check_chain(above, &base_place).map_err(fault)?;
    let base_text = catalogue.text(&base_place);
    let base_spec = base_text.and_then(|text| whole(catalogue, &base_place, &text, above));
    let base_spec = base_spec.map_err(|why| FindError::Base { path: name.clone(), why: Box::new(why) })?;
    let takes_its_place = same_name(&place.id(), &base_place.id());
    extended(base_spec, file, takes_its_place).map_err(|unknown| {
        let message = format!("\"{}\" is not in the role that this one builds on", unknown.name.value);
        let listed = || format!("`rolefit show {}` lists what it has", base_place.called());
        let mend = unknown.nearest.map_or_else(listed, |nearest| format!("did you mean \"{nearest}\"?"));
        unknown.name.fault(text, &name, message, Some(mend)).into()
    })
}

/// What is wrong, and the mend.
type Fault = (String, Option<String>);

/// The place of the role that `extends` names in the spec at `place`.
fn base_of(catalogue: &Catalogue, place: &Place, name: &str) -> Result<Place, Fault> {
    if has_yaml_ending(Path::new(name)) {
        return beside(place, name);
    }
    match catalogue.place_of(name) {
        // A role of the user's that takes the place of a built-in one may build on it under their common name.
        Some(found) if found.is(place) => BuiltIn::with_id(name).map(Place::BuiltIn).ok_or_else(|| {
            ("this role builds on itself".to_owned(), Some("name another role, or take `extends` out".to_owned()))
        }),
        Some(found) => Ok(found),
        None => Err(unknown(catalogue, place, name)),
    }
}

fn beside(place: &Place, name: &str) -> Result<Place, Fault> {
    let Place::File(path) = place else {
        return Err(("a built-in role has no file beside it".to_owned(), Some("name a role".to_owned())));
    };
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mend = "name a role, or a file of the spec's own folder";
    within(folder, name).map(Place::File).map_err(|why| (format!("{name}: {why}"), Some(mend.to_owned())))
}

fn unknown(catalogue: &Catalogue, place: &Place, name: &str) -> Fault {
    let with_ending = format!("{name}.yaml");
    let mend = if beside(place, &with_ending).is_ok() {
        format!("write `{with_ending}` for the file beside this one")
    } else {
        meant(&catalogue.nearest_ids(name)).unwrap_or_else(|| "`rolefit roles` lists those there are".to_owned())
    };
    (format!("no role is called \"{name}\""), Some(mend))
}

fn check_chain(above: &[Place], base: &Place) -> Result<(), Fault> {
    if let Some(first) = above.iter().position(|place| place.is(base)) {
        let round = above[first..].iter().chain([base]).map(Place::id).collect::<Vec<_>>().join(" → ");
        return Err((format!("these roles build on one another: {round}"), Some("take one `extends` out".to_owned())));
    }
    if above.len() >= LONGEST_CHAIN {
        let message = format!("more than {LONGEST_CHAIN} roles build on one another");
        return Err((message, Some("name a role further down the chain".to_owned())));
    }
    Ok(())
}

/// The names that a spec gives its role itself, those of the file aside.
pub(super) fn own_names(text: &str) -> Vec<String> {
    let Ok(file) = read(text, "") else { return Vec::new() };
    file.title.into_iter().chain(file.aliases).collect()
}
