//! The role that a sheet is for, as its head says it.

use crate::drafting::wording::one_line;
use crate::role::{Role, same_name};
use crate::text::slug;

/// The role that a sheet was written for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRole {
    /// Its id, in letters, digits and hyphens.
    pub id: String,
    /// Its title, on one line.
    pub title: String,
}

impl SheetRole {
    pub(in crate::drafting) fn of(role: &Role) -> Self {
        let mut title = one_line(&role.spec.title).replace(['<', '>'], "");
        // Two hyphens could end the comment that the title stands in.
        while title.contains("--") {
            title = title.replace("--", "-");
        }
        Self { id: slug(&role.id), title }
    }

    /// Whether both are one role: a spec whose file got another name, or whose title was reworded, is still itself.
    pub(super) fn is(&self, other: &Self) -> bool {
        self.id == other.id || same_name(&self.title, &other.title)
    }

    /// Whether this is `role`.
    #[must_use]
    pub fn is_of(&self, role: &Role) -> bool {
        self.is(&Self::of(role))
    }
}

#[cfg(test)]
mod tests {
    use super::super::marks::{role, role_of};
    use super::super::{Kind, SheetRole};

    #[test]
    fn a_role_is_read_back_unless_somebody_wrote_into_the_mark() {
        let known = SheetRole { id: "data-analyst".into(), title: "Data Analyst".into() };
        let mark = role(Kind::Answers, &known);
        assert_eq!(role_of(&mark, Kind::Answers), Some(known.clone()));
        assert_eq!(role_of(&mark, Kind::Lines), None);
        assert_eq!(role_of(&mark.replace("Data", "My"), Kind::Answers), None);
    }

    #[test]
    fn a_renamed_file_or_a_reworded_title_is_the_same_role() {
        let role = |id: &str, title: &str| SheetRole { id: id.into(), title: title.into() };
        let known = role("data-analyst", "Data Analyst");
        assert!(known.is(&role("mine", "data analyst")) && known.is(&role("data-analyst", "Senior Data Analyst")));
        assert!(!known.is(&role("teacher", "Teacher")));
    }
}
