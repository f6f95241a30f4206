//! The one next thing to do about a criterion that is not strong.

use crate::matching::Requirement;
use crate::role::{Criterion, CriterionKind, Item};

/// For a gap: the spec's first question to jog the memory, else a figure to give, else what the criterion means.
pub(super) fn for_gap(criterion: &Criterion<'_>) -> String {
    let item = criterion.item;
    if let Some(prompt) = item.prompts.first() {
        return format!("Write a line that answers: {prompt}");
    }
    if let Some(measure) = item.measures.first() {
        return format!("Write a line that shows, with a figure: {measure}");
    }
    match required(criterion) {
        Some(asked) if asked.is_degree => {
            format!("Say it under education, licences or certificates, if you have it: {}", item.name)
        }
        Some(asked) if !asked.skills.is_empty() => {
            format!("Write a line about work that you did with: {}", listed(&asked))
        }
        _ => format!("Write a line that shows: {}", meaning(item)),
    }
}

/// For partial evidence: the figure that its best line lacks, else the first question that may bring out more.
pub(super) fn for_partial(criterion: &Criterion<'_>, best_line: &str) -> String {
    let item = criterion.item;
    let has_figure = best_line.chars().any(char::is_numeric);
    let measure = item.measures.first().filter(|_| !has_figure);
    match (measure, item.prompts.first(), item.measures.first()) {
        (Some(measure), ..) => format!("Put a figure on this line: {measure}"),
        (None, Some(prompt), _) => format!("Say more: {prompt}"),
        (None, None, Some(measure)) => format!("Give this figure: {measure}"),
        (None, None, None) => match required(criterion).filter(|asked| !asked.skills.is_empty()) {
            Some(asked) => format!("Say outright what you did with: {}", listed(&asked)),
            None => format!("Say outright that you did this: {}", meaning(item)),
        },
    }
}

/// For what an education section says in part, or as not there yet: what it says, and what is asked for.
pub(super) fn for_said_in_part(criterion: &Criterion<'_>, said: &str) -> String {
    format!("\"{said}\" says a part of this. Say all of it, if you have it: {}", criterion.item.name)
}

fn meaning(item: &Item) -> &str {
    item.description.as_ref().unwrap_or(&item.name)
}

/// What a requirement asks for.
fn required(criterion: &Criterion<'_>) -> Option<Requirement> {
    (criterion.kind == CriterionKind::Requirement).then(|| Requirement::of(&criterion.item.name))
}

fn listed(asked: &Requirement) -> String {
    asked.skills.join(if asked.one_will_do { " or " } else { ", " })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(prompts: &[&str], measures: &[&str]) -> Item {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        Item {
            name: "Speed".into(),
            description: Some("Is quick.".into()),
            keywords: Vec::new(),
            measures: owned(measures),
            prompts: owned(prompts),
            example: None,
            weight: None,
        }
    }

    fn criterion(item: &Item, kind: CriterionKind) -> Criterion<'_> {
        Criterion { id: "speed".into(), kind, item }
    }

    fn gap(item: &Item) -> String {
        for_gap(&criterion(item, CriterionKind::Kpi))
    }

    fn partial(item: &Item, line: &str) -> String {
        for_partial(&criterion(item, CriterionKind::Kpi), line)
    }

    #[test]
    fn a_gap_asks_the_first_prompt_then_the_first_measure_then_the_description() {
        assert_eq!(gap(&item(&["How fast?", "Why?"], &["ms"])), "Write a line that answers: How fast?");
        assert_eq!(gap(&item(&[], &["ms"])), "Write a line that shows, with a figure: ms");
        assert_eq!(gap(&item(&[], &[])), "Write a line that shows: Is quick.");
    }

    #[test]
    fn partial_evidence_wants_a_figure_where_it_has_none() {
        assert_eq!(partial(&item(&["How fast?"], &["ms"]), "Made it fast"), "Put a figure on this line: ms");
        assert_eq!(partial(&item(&["How fast?"], &["ms"]), "Cut 3 ms"), "Say more: How fast?");
        assert_eq!(partial(&item(&[], &["ms"]), "Cut 3"), "Give this figure: ms");
        assert_eq!(partial(&item(&[], &[]), "Cut 3"), "Say outright that you did this: Is quick.");
    }

    #[test]
    fn a_requirement_asks_for_work_with_its_skills() {
        let step = |name: &str| {
            let asked = Item { name: name.into(), description: None, ..item(&[], &[]) };
            let asked = criterion(&asked, CriterionKind::Requirement);
            (for_gap(&asked), for_partial(&asked, "Line"))
        };
        let said = |gap: &str, partial: &str| (gap.to_owned(), partial.to_owned());
        assert_eq!(
            step("5+ years with AWS or GCP"),
            said("Write a line about work that you did with: AWS or GCP", "Say outright what you did with: AWS or GCP")
        );
        assert_eq!(
            step("Bachelor's degree in law"),
            said(
                "Say it under education, licences or certificates, if you have it: Bachelor's degree in law",
                "Say outright that you did this: Bachelor's degree in law"
            )
        );
    }
}
