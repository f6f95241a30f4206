//! Reports as one HTML file each, which holds its style and its script, loads nothing and sends nothing. How they look is
//! in the templates, the style sheet and the script beside this file; here stands what they are given.

mod answers;
mod check;
mod cohort;
mod page;
mod passage;
mod wording;

pub use answers::answers;
pub use check::check;
pub use cohort::cohort;
/// Why a template gave no page.
pub use minijinja::Error as TemplateError;

use crate::report::{Score, Strength};

/// The shade of a score in the heat map, 1 to 5; 0 where there is no evidence.
fn shade(strength: Strength, score: Score) -> u8 {
    if strength == Strength::None {
        return 0;
    }
    [0.2, 0.4, 0.6, 0.8].iter().fold(1, |shade, limit| shade + u8::from(score.0 > *limit))
}
