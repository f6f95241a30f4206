mod card;
mod check;
mod cohort;
mod explain;
mod findings;
mod lists;

pub use card::card;
pub use check::check;
pub use cohort::cohort;
pub use explain::explanation;
pub use findings::findings;
pub use lists::{lines, questions, roles, stages, topics};
