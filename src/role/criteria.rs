//! A role's criteria: its activities, then its KPIs, each with an id that is unique within the role.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::names::slug;
use super::spec::{Item, Role};

/// What a criterion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CriterionKind {
    /// Something that the role does.
    Activity,
    /// Something that the role is judged by.
    Kpi,
}

/// One activity or KPI of a role, as resume lines are held against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion<'role> {
    /// Slug of the name; where an activity and a KPI share it, the later one ends in its kind or a number.
    pub id: String,
    /// Activity or KPI.
    pub kind: CriterionKind,
    /// What the spec says of it.
    pub item: &'role Item,
}

impl Role {
    /// The activities, then the KPIs, in the file's order.
    #[must_use]
    pub fn criteria(&self) -> Vec<Criterion<'_>> {
        let activities = self.spec.activities.iter().map(|item| (CriterionKind::Activity, item));
        let kpis = self.spec.kpis.iter().map(|item| (CriterionKind::Kpi, item));
        let mut taken = HashSet::new();
        activities
            .chain(kpis)
            .map(|(kind, item)| Criterion { id: unique_id(&item.name, kind, &mut taken), kind, item })
            .collect()
    }
}

fn unique_id(name: &str, kind: CriterionKind, taken: &mut HashSet<String>) -> String {
    let kind = match kind {
        CriterionKind::Activity => "activity",
        CriterionKind::Kpi => "kpi",
    };
    let base = Some(slug(name)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| kind.to_owned());
    let mut id = base.clone();
    if taken.contains(&id) {
        id = format!("{base}-{kind}");
    }
    let mut count = 2;
    while !taken.insert(id.clone()) {
        id = format!("{base}-{kind}-{count}");
        count += 1;
    }
    id
}
