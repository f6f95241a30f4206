//! Styles and marks. Words are set off by weight and underline alone, which are readable on any background: of the 16
//! base colours none is, so they only repeat what a mark or a bar says by its shape.

use anstyle::{AnsiColor, Style};

use crate::report::Strength;

/// The role's title, a section's name.
pub(super) const HEADING: Style = Style::new().bold();
/// What stands beside the matter: numbers of lines, labels.
pub(super) const QUIET: Style = Style::new().dimmed();
/// Words that are evidence, or that changed.
pub(super) const EVIDENCE: Style = Style::new().bold().underline();
/// What to do next.
pub(super) const NEXT: Style = Style::new().bold();

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

/// The colour of a strength's mark.
pub(super) fn color(strength: Strength) -> Style {
    match strength {
        Strength::Strong => AnsiColor::Green.on_default(),
        Strength::Partial => AnsiColor::Yellow.on_default(),
        Strength::None => AnsiColor::Red.on_default(),
    }
}

/// Mark and word, padded to one width, the mark coloured.
pub(super) fn badge(strength: Strength) -> String {
    format!("{} {:<7}", paint(&mark(strength).to_string(), color(strength)), word(strength))
}
