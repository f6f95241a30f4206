//! Colours and marks.

use anstyle::{AnsiColor, Style};

use crate::report::Strength;

/// The role's title, a section's name.
pub(super) const HEADING: Style = Style::new().bold();
/// What stands beside the matter: numbers of lines, labels.
pub(super) const QUIET: Style = Style::new().dimmed();
/// Words that are evidence.
pub(super) const EVIDENCE: Style = AnsiColor::Cyan.on_default().bold();
/// What to do next.
pub(super) const NEXT: Style = AnsiColor::Yellow.on_default().bold();

/// `text` in `style`.
pub(super) fn paint(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

/// A sign for a strength, one column wide.
pub(super) fn mark(strength: Strength) -> char {
    match strength {
        Strength::Strong => '●',
        Strength::Partial => '◐',
        Strength::None => '○',
    }
}

/// The word for a strength.
pub(super) fn word(strength: Strength) -> &'static str {
    match strength {
        Strength::Strong => "strong",
        Strength::Partial => "partial",
        Strength::None => "none",
    }
}

/// Mark and word, padded to one width and coloured.
pub(super) fn badge(strength: Strength) -> String {
    let style = match strength {
        Strength::Strong => AnsiColor::Green.on_default(),
        Strength::Partial => AnsiColor::Yellow.on_default(),
        Strength::None => AnsiColor::Red.on_default(),
    };
    paint(&format!("{} {:<7}", mark(strength), word(strength)), style)
}
