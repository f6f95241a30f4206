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

use crate::report::{PARTIAL_FROM, STRONG_FROM, Score, Strength};

/// The shade of a score in the heat map: 1 and 2 for the lower and the upper half of partial evidence, 3 and 4 of strong; 0
/// where there is no evidence.
fn shade(strength: Strength, score: Score) -> u8 {
    let upper = |from: f32, to: f32| u8::from(score.0 >= f32::midpoint(from, to));
    match strength {
        Strength::None => 0,
        Strength::Partial => 1 + upper(PARTIAL_FROM, STRONG_FROM),
        Strength::Strong => 3 + upper(STRONG_FROM, 1.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strong_evidence_is_darker_than_any_partial() {
        let partial = [PARTIAL_FROM, STRONG_FROM - 0.01].map(|score| shade(Strength::Partial, Score(score)));
        let strong = [STRONG_FROM, 1.0].map(|score| shade(Strength::Strong, Score(score)));
        assert_eq!((partial, strong), ([1, 2], [3, 4]));
        assert_eq!(shade(Strength::None, Score(0.3)), 0);
    }
}
