//! Roles: what a role does, what it is judged by, how selection goes and what is asked.

mod built_in;
mod catalogue;
mod criteria;
mod extend;
mod file;
mod filled;
mod find_error;
mod folder;
mod guess;
#[cfg(feature = "schema")]
mod json_schema;
mod load;
mod resolve;
mod spec;
mod topics;

pub use catalogue::{Catalogue, Origin, RoleSummary, Unread};
pub use criteria::{Criterion, CriterionKind};
pub use file::SpecFile;
pub use find_error::FindError;
pub use folder::FolderError;
#[cfg(feature = "schema")]
pub use json_schema::json_schema;
pub use load::{SpecError, parse};
pub use spec::{Item, Question, Role, RoleSpec, Stage, Weight};
pub use topics::{TopicError, questions_on, topic_counts};

pub use crate::text::{nearest, same_name, slug};
pub use crate::yaml::Placed;
