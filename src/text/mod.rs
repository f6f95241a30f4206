//! Text as matching sees it: tokens with their places, one spelling, stems.

mod spelling;
mod stems;
mod tokens;

pub use spelling::one_spelling;
pub use stems::stem;
pub use tokens::{Gap, Token, TokenKind, tokens};
