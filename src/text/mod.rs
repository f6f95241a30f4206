//! Text as matching sees it: tokens with their places, one spelling, stems; and how names are compared.

mod months;
mod names;
mod spelling;
mod stems;
mod tokens;

pub use months::{is_month, month};
pub(crate) use names::letters;
pub use names::{nearest, same_name, slug};
pub use spelling::one_spelling;
pub use stems::stem;
pub use tokens::{Gap, Token, TokenKind, tokens};
