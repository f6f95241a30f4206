//! What a spec builds on, and what it comes to as a whole.

use std::path::Path;

use crate::role::{FindError, RoleSpec, Weight};

use super::tree::{Node, Value};
use super::{Spec, is_of, of_fault, rules};

/// Where more than this share of many criteria is a must, the weight tells nothing.
const MOST_MUSTS: f64 = 0.75;
/// A role of a few criteria may well need all of them.
const MANY_CRITERIA: usize = 6;

/// Reports why the spec could not be read whole, unless the schema has said so.
pub(super) fn report(spec: &mut Spec<'_>, error: &FindError, path: &Path) {
    match error {
        FindError::Spec(fault) if is_of(fault, path) => {
            let about_base = [spec.root.get("extends"), spec.root.get("without")].into_iter().flatten();
            let about_base = about_base.flat_map(Node::all_texts);
            let places: Vec<(usize, usize)> = about_base.map(|(node, _)| (node.line, node.column)).collect();
            if places.contains(&(fault.line, fault.column)) {
                spec.problems.push(of_fault(rules::rule("role/extends"), fault));
            } else if spec.problems.is_empty() {
                spec.problems.push(of_fault(rules::rule("role/schema"), fault));
            }
        }
        FindError::Base { why, .. } => {
            let root = spec.root;
            let mend = Some(why.to_string().lines().next().unwrap_or_default().to_owned());
            let node = root.get("extends").unwrap_or(root);
            spec.report("role/extends", node, "the role that this one builds on cannot be read", mend);
        }
        other => {
            let root = spec.root;
            spec.report("role/schema", root, other.reason(), None);
        }
    }
}

/// Reports what the role is short of as a whole.
pub(super) fn check_whole(spec: &mut Spec<'_>, whole: &RoleSpec) {
    let criteria: Vec<_> = whole.activities.iter().chain(&whole.kpis).chain(&whole.requirements).collect();
    let root = spec.root;
    if criteria.is_empty() {
        let mend = Some("write what the role does and what it is judged by".to_owned());
        spec.report("role/no-criteria", root, "no activities, KPIs or requirements: no resume can be checked", mend);
    }
    let musts = criteria.iter().filter(|item| item.weight == Some(Weight::Must)).count();
    if criteria.len() >= MANY_CRITERIA && musts as f64 > MOST_MUSTS * criteria.len() as f64 {
        let message = format!("{musts} of {} criteria are a must, so that the weight tells nothing", criteria.len());
        let mend = Some("keep `must` for what nobody is taken without".to_owned());
        let first = first_weight(root).unwrap_or(root);
        spec.report("role/weight", first, message, mend);
    }
}

fn first_weight(root: &Node) -> Option<&Node> {
    let lists = ["activities", "kpis", "requirements"];
    let items = lists.into_iter().flat_map(|key| root.list(key));
    items.filter(|item| matches!(item.value, Value::Map(_))).find_map(|item| item.get("weight"))
}
