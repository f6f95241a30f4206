mod card;
mod check;
mod cohort;
mod compare;
mod diff;
mod explain;
mod findings;
mod fit;
mod lists;

pub use card::card;
pub use check::check;
pub use cohort::cohort;
pub use compare::comparison;
pub use diff::diff;
pub use explain::explanation;
pub use findings::findings;
pub use fit::fit;
pub use lists::{lines, questions, roles, stages, topics};
