//! What was left in a text that does not belong there.

use std::sync::LazyLock;

use regex::Regex;

use super::Spec;

/// A tag, a comment or a character reference of HTML.
static HTML: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"</?[A-Za-z][A-Za-z0-9]*(\s[^<>]*)?/?>|<!--|&([a-zA-Z]{2,8}|#[0-9]+|#x[0-9a-fA-F]+);").ok()
});

/// Reports HTML in any text.
pub(super) fn check(spec: &mut Spec<'_>) {
    let root = spec.root;
    let Some(html) = &*HTML else { return };
    for (node, text) in root.all_texts() {
        if let Some(found) = html.find(text) {
            let message = format!("HTML was left here: {}", found.as_str());
            spec.report("role/html", node, message, Some("write it as plain text".to_owned()));
        }
    }
}
