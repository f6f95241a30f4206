//! A card as YAML: a role spec that can be edited and read back.

use crate::report::RoleCard;

/// `card` as YAML.
#[must_use]
pub fn yaml(card: &RoleCard) -> String {
    // A card holds texts and lists only: nothing in it fails to serialise.
    serde_yaml::to_string(card).unwrap_or_default()
}
