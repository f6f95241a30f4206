//! The one next thing to do about a criterion that is not strong.

use crate::role::Item;

/// For a gap: the spec's first question to jog the memory, else a figure to give, else what the criterion means.
pub(super) fn for_gap(item: &Item) -> String {
    if let Some(prompt) = item.prompts.first() {
        return format!("Write a line that answers: {prompt}");
    }
    let what = item.description.as_ref().unwrap_or(&item.name);
    match item.measures.first() {
        Some(measure) => format!("Write a line that shows, with a figure: {measure}"),
        None => format!("Write a line that shows: {what}"),
    }
}

/// For partial evidence: the figure that its best line lacks, else the first question that may bring out more.
pub(super) fn for_partial(item: &Item, best_line: &str) -> String {
    let has_figure = best_line.chars().any(char::is_numeric);
    let measure = item.measures.first().filter(|_| !has_figure);
    match (measure, item.prompts.first()) {
        (Some(measure), _) => format!("Put a figure on this line: {measure}"),
        (None, Some(prompt)) => format!("Say more: {prompt}"),
        (None, None) => match item.measures.first() {
            Some(measure) => format!("Give this figure: {measure}"),
            None => format!("Say outright that you did this: {}", item.description.as_ref().unwrap_or(&item.name)),
        },
    }
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

    #[test]
    fn a_gap_asks_the_first_prompt_then_the_first_measure_then_the_description() {
        assert_eq!(for_gap(&item(&["How fast?", "Why?"], &["ms"])), "Write a line that answers: How fast?");
        assert_eq!(for_gap(&item(&[], &["ms"])), "Write a line that shows, with a figure: ms");
        assert_eq!(for_gap(&item(&[], &[])), "Write a line that shows: Is quick.");
    }

    #[test]
    fn partial_evidence_wants_a_figure_where_it_has_none() {
        assert_eq!(for_partial(&item(&["How fast?"], &["ms"]), "Made it fast"), "Put a figure on this line: ms");
        assert_eq!(for_partial(&item(&["How fast?"], &["ms"]), "Cut 3 ms"), "Say more: How fast?");
        assert_eq!(for_partial(&item(&[], &["ms"]), "Cut 3"), "Give this figure: ms");
        assert_eq!(for_partial(&item(&[], &[]), "Cut 3"), "Say outright that you did this: Is quick.");
    }
}
