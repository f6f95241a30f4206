//! Turns of phrase that tables and Markdown share.

use crate::report::{
    AnswerSource, CheckedAnswer, Coverage, CriterionKind, FitReport, Missing, Weight, Weighted, WeightedShare,
};

/// "KPIs 3/10, activities 4/10".
pub(super) fn counts(coverage: &Coverage) -> String {
    let shown = coverage.by_kind();
    let shown = shown.map(|(kind, counts)| format!("{} {}/{}", kind.plural(), counts.covered, counts.total));
    shown.collect::<Vec<_>>().join(", ")
}

/// "uptime ×3, churn ×0".
pub(super) fn weights(weights: &[Weighted]) -> String {
    let told = weights.iter().map(|weighted| format!("{} ×{}", weighted.id, weighted.weight));
    told.collect::<Vec<_>>().join(", ")
}

/// "66.6%": one decimal at most, cut and not rounded.
pub(super) fn percent(share: WeightedShare) -> String {
    format!("{}%", (share.percent() * 10.0).floor() / 10.0)
}

/// Which of a question's answers was judged, where there was a choice or it is not the written one.
pub(super) fn judged(answer: &CheckedAnswer) -> Option<String> {
    let judged = answer.judged.as_ref()?;
    match (judged.source, judged.when.as_deref()) {
        (AnswerSource::Practised, Some(when)) => Some(format!("what was practised, {when}; nothing is written yet")),
        (AnswerSource::Practised, None) => Some("what was practised; nothing is written yet".to_owned()),
        (AnswerSource::Written, _) if judged.attempts > 0 => {
            Some("what is written, and not what was practised".to_owned())
        }
        (AnswerSource::Written, _) => None,
    }
}

/// The name of a gap, with what weighs.
pub(super) fn gap(missing: &Missing) -> String {
    match missing.weight {
        Some(Weight::Must) => format!("{} (must)", missing.name),
        Some(Weight::Nice) => format!("{} (nice to have)", missing.name),
        None => missing.name.clone(),
    }
}

/// "the best 10 of 42 roles": those that are shown of those that the resume was held against.
pub(super) fn ranked(report: &FitReport) -> String {
    match (report.roles.len(), report.roles_held) {
        (_, 1) => "the only role".to_owned(),
        (shown, all) if shown == all => format!("all {all} roles, the best fit first"),
        (1, all) => format!("the best of {all} roles"),
        (shown, all) => format!("the best {shown} of {all} roles"),
    }
}

/// What one criterion of a kind is called in a heading.
pub(super) fn singular(kind: CriterionKind) -> &'static str {
    match kind {
        CriterionKind::Kpi => "KPI",
        CriterionKind::Activity => "Activity",
        CriterionKind::Requirement => "Requirement",
    }
}

/// What the criteria of a kind are called in a heading.
pub(super) fn plural(kind: CriterionKind) -> &'static str {
    match kind {
        CriterionKind::Kpi => "KPIs",
        CriterionKind::Activity => "Activities",
        CriterionKind::Requirement => "Requirements",
    }
}
