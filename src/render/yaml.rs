//! A card as YAML: a role spec that can be edited and read back.

use crate::report::RoleCard;

use super::plain::is_unsafe;

/// `card` as YAML. Tabs and line breaks stay, other control characters are escaped; marks that turn the direction of text,
/// which YAML may hold as they are, become U+FFFD.
#[must_use]
pub fn yaml(card: &RoleCard) -> String {
    // A card holds texts and lists only: nothing in it fails to serialise.
    let text = serde_yaml::to_string(card).unwrap_or_default();
    let safe = |c: char| if !matches!(c, '\n' | '\t') && is_unsafe(c) { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().map(safe).collect()
}
