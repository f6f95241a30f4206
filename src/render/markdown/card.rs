//! A role's card.

use crate::report::{Item, RoleCard, Weight};

use super::escaped;

/// The card, section under section.
pub(super) fn card(card: &RoleCard) -> String {
    let mut text = format!("# {}\n", escaped(&card.title));
    let facts =
        [("Function", card.function.clone()), ("Also called", card.aliases.as_ref().map(|names| names.join(", ")))];
    for (label, value) in facts {
        text.push_str(&value.map(|value| format!("\n{label}: {}\n", escaped(&value))).unwrap_or_default());
    }
    if let Some(about) = &card.about {
        text.push_str(&format!("\n{}\n", escaped(about)));
    }
    for (name, items) in [("Activities", &card.activities), ("KPIs", &card.kpis), ("Requirements", &card.requirements)]
    {
        if let Some(items) = items {
            text.push_str(&format!("\n## {name}\n"));
            text.extend(items.iter().map(item));
        }
    }
    if let Some(stages) = &card.stages {
        text.push_str("\n## Stages\n\n");
        for (number, stage) in (1..).zip(stages) {
            let number: usize = number;
            let what = stage.description.as_deref().map(|what| format!(": {}", escaped(what))).unwrap_or_default();
            text.push_str(&format!("{number}. **{}**{what}{}\n", escaped(&stage.name), topics(&stage.topics)));
        }
    }
    if let Some(questions) = &card.questions {
        text.push_str("\n## Questions\n\n");
        for (number, question) in (1..).zip(questions) {
            let number: usize = number;
            text.push_str(&format!("{number}. {}{}\n", escaped(&question.text), topics(&question.topics)));
        }
    }
    text
}

fn topics(topics: &[String]) -> String {
    if topics.is_empty() { String::new() } else { format!(" ({})", escaped(&topics.join(", "))) }
}

fn item(item: &Item) -> String {
    let weight = match item.weight {
        Some(Weight::Must) => " (must have)",
        Some(Weight::Nice) => " (nice to have)",
        None => "",
    };
    let mut text = format!("\n### {}{weight}\n\n", escaped(&item.name));
    if let Some(description) = &item.description {
        text.push_str(&format!("{}\n\n", escaped(description)));
    }
    let facts = [
        ("Keywords", item.keywords.join(", ")),
        ("Measures", item.measures.join("; ")),
        ("Prompts", item.prompts.join(" ")),
        ("Example", item.example.clone().unwrap_or_default()),
    ];
    for (label, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        text.push_str(&format!("- {label}: {}\n", escaped(value)));
    }
    text
}
