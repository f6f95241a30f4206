//! What is said of a sheet that was written for another role, or for none.

use anyhow::{Error, anyhow};
use rolefit::drafting::{NotASheet, SheetRole};
use rolefit::render::plain;
use rolefit::role::Role;

use super::input;
use super::settings::typed;

/// The file called `name` is no answers file: how one is written for `role`.
pub(crate) fn no_answers(name: &str, why: NotASheet, role: &str) -> Error {
    anyhow!("{name}: {why}. Let it write one:\n  rolefit draft answers {} resume.md -o answers.md", typed(role))
}

/// "this sheet is for the role …", and how the command `before` ROLE `behind` is typed for it.
pub(crate) fn of_other_role(sheet: &SheetRole, asked: &Role, before: &str, behind: &str) -> String {
    let (id, title) = (&sheet.id, &sheet.title);
    let known = input::role_called(id).is_some();
    let (role, hint) = if known { (typed(id), "") } else { ("ROLE.yaml".to_owned(), ", with that role's spec") };
    format!(
        "this was written for the role \"{title}\" ({id}), not for \"{}\". What fits it{hint}:\n  rolefit {before} {role} {behind}",
        plain(&asked.spec.title)
    )
}
