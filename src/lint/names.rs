//! Names that are taken: within the spec, and by other roles.

use crate::role::{Catalogue, same_name};
use crate::text::{stem, tokens};

use super::Spec;
use super::tree::Node;

/// Reports names and keywords that stand twice.
pub(super) fn check_twins(spec: &mut Spec<'_>) {
    let root = spec.root;
    let title = root.get("title").and_then(|node| Some((node, node.text()?)));
    let own: Vec<(&Node, &str)> = title.into_iter().chain(root.texts("aliases")).collect();
    twins(spec, "role/duplicate-alias", &own, same_name);
    for key in ["activities", "kpis", "requirements", "stages"] {
        let names: Vec<(&Node, &str)> = root
            .list(key)
            .iter()
            .filter_map(|item| item.get("name"))
            .filter_map(|node| Some((node, node.text()?)))
            .collect();
        twins(spec, "role/duplicate-name", &names, same_name);
    }
    for item in ["activities", "kpis", "requirements"].into_iter().flat_map(|key| root.list(key)) {
        twins(spec, "role/duplicate-keyword", &item.texts("keywords"), |a, b| stems(a) == stems(b));
    }
}

/// Reports each text that is the same as one before it.
pub(super) fn twins(
    spec: &mut Spec<'_>,
    rule: &'static str,
    texts: &[(&Node, &str)],
    same: impl Fn(&str, &str) -> bool,
) {
    for (at, (node, text)) in texts.iter().enumerate() {
        if let Some((first, twin)) = texts[..at].iter().find(|(_, before)| same(before, text)) {
            let message = format!("\"{text}\" is the same as \"{twin}\" on line {}", first.line);
            spec.report(rule, node, message, Some("keep one".to_owned()));
        }
    }
}

fn stems(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| stem(&token.text)).collect()
}

/// Reports names of the role with the id `id` that lead to another role. A spec that is named by its path only may be
/// called as it likes.
pub(super) fn check_taken(spec: &mut Spec<'_>, id: &str, catalogue: &Catalogue) {
    let root = spec.root;
    let roles = catalogue.roles();
    if !roles.iter().any(|role| same_name(&role.id, id)) {
        return;
    }
    let others = roles.iter().filter(|role| !same_name(&role.id, id));
    let names: Vec<(&str, &str)> = others
        .flat_map(|role| {
            let names = [&role.id, &role.title].into_iter().chain(&role.aliases);
            names.map(|name| (name.as_str(), role.id.as_str()))
        })
        .collect();
    let title = root.get("title").and_then(|node| Some((node, node.text()?)));
    for (node, name) in title.into_iter().chain(root.texts("aliases")) {
        if let Some((_, other)) = names.iter().find(|(known, _)| same_name(known, name)) {
            let mend = Some("give it a name of its own".to_owned());
            spec.report("role/name-taken", node, format!("the role `{other}` is called \"{name}\" too"), mend);
        }
    }
}
