//! Turns of phrase that tables and Markdown share.

use crate::report::{Coverage, CriterionKind, FitReport, Missing, Weight};

/// "KPIs 3/10, activities 4/10".
pub(super) fn counts(coverage: &Coverage) -> String {
    let all = [
        ("KPIs", Some(coverage.kpis)),
        ("activities", Some(coverage.activities)),
        ("requirements", coverage.requirements),
    ];
    let shown = all.into_iter().filter_map(|(name, counts)| counts.map(|counts| (name, counts)));
    let shown = shown.filter(|(_, counts)| counts.total > 0);
    shown.map(|(name, counts)| format!("{name} {}/{}", counts.covered, counts.total)).collect::<Vec<_>>().join(", ")
}

/// The name of a gap, with what weighs.
pub(super) fn gap(missing: &Missing) -> String {
    match missing.weight {
        Some(Weight::Must) => format!("{} (must)", missing.name),
        Some(Weight::Nice) => format!("{} (nice to have)", missing.name),
        None => missing.name.clone(),
    }
}

/// "best 10 of 42 roles".
pub(super) fn held(report: &FitReport) -> String {
    format!("{} of {} roles", report.roles.len(), report.roles_held)
}

/// The word for a kind.
pub(super) fn kind(kind: CriterionKind) -> &'static str {
    match kind {
        CriterionKind::Activity => "activity",
        CriterionKind::Kpi => "KPI",
        CriterionKind::Requirement => "requirement",
    }
}
