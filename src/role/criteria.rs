//! A role's criteria: its activities, its KPIs, then its requirements, each with an id that is unique within the role.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::spec::{Item, Role};
use crate::text::slug;

/// What a criterion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CriterionKind {
    /// Something that the role does.
    Activity,
    /// Something that the role is judged by.
    Kpi,
    /// Something that the role asks for.
    Requirement,
}

impl CriterionKind {
    /// Its name within a sentence: "activity", "KPI" or "requirement".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::Kpi => "KPI",
            Self::Requirement => "requirement",
        }
    }

    /// What several are called within a sentence: "activities", "KPIs" or "requirements".
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Activity => "activities",
            Self::Kpi => "KPIs",
            Self::Requirement => "requirements",
        }
    }
}

/// One activity, KPI or requirement of a role, as resume lines are held against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion<'role> {
    /// Slug of the name; where two criteria share it, the later one ends in its kind or a number.
    pub id: String,
    /// Activity, KPI or requirement.
    pub kind: CriterionKind,
    /// What the spec says of it.
    pub item: &'role Item,
}

impl Role {
    /// The activities, the KPIs, then the requirements, in the file's order.
    #[must_use]
    pub fn criteria(&self) -> Vec<Criterion<'_>> {
        let activities = self.spec.activities.iter().map(|item| (CriterionKind::Activity, item));
        let kpis = self.spec.kpis.iter().map(|item| (CriterionKind::Kpi, item));
        let requirements = self.spec.requirements.iter().map(|item| (CriterionKind::Requirement, item));
        let mut taken = HashSet::new();
        activities
            .chain(kpis)
            .chain(requirements)
            .map(|(kind, item)| Criterion { id: unique_id(&item.name, kind, &mut taken), kind, item })
            .collect()
    }
}

fn unique_id(name: &str, kind: CriterionKind, taken: &mut HashSet<String>) -> String {
    let kind = match kind {
        CriterionKind::Activity => "activity",
        CriterionKind::Kpi => "kpi",
        CriterionKind::Requirement => "requirement",
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

#[cfg(test)]
mod tests {
    use crate::role::{Role, parse};

    fn ids(spec: &str) -> Vec<String> {
        let role = Role { id: "t".into(), spec: parse(spec, "t.yaml").expect("a spec") };
        role.criteria().into_iter().map(|criterion| criterion.id).collect()
    }

    #[test]
    fn an_id_is_the_slug_of_the_name() {
        assert_eq!(ids("title: T\nkpis:\n  - name: Time & Cost (per unit)\n"), ["time-and-cost-per-unit"]);
    }

    #[test]
    fn names_that_recur_get_ids_of_their_own() {
        let spec = "title: T\nactivities:\n  - name: Testing\n  - name: testing\nkpis:\n  - name: Testing\n  - name: TESTING\n";
        assert_eq!(ids(spec), ["testing", "testing-activity", "testing-kpi", "testing-kpi-2"]);
    }

    #[test]
    fn requirements_come_last() {
        let spec = "title: T\nrequirements:\n  - name: SQL\nactivities:\n  - name: SQL\n";
        assert_eq!(ids(spec), ["sql", "sql-requirement"]);
    }

    #[test]
    fn a_name_without_letters_has_an_id_too() {
        assert_eq!(ids("title: T\nkpis:\n  - name: '%'\n  - name: '!!'\n"), ["kpi", "kpi-kpi"]);
    }
}
