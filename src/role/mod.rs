//! Roles: what a role does, what it is judged by, how selection goes and what is asked.

mod catalogue;
mod criteria;
mod load;
mod spec;
mod topics;

pub use catalogue::{Catalogue, FindError, RoleSummary};
pub use criteria::{Criterion, CriterionKind};
pub use load::{SpecError, parse};
pub use spec::{Item, Question, Role, RoleSpec, Stage, Weight};
pub use topics::{TopicError, questions_on, topic_counts};

pub use crate::text::{nearest, same_name, slug};
