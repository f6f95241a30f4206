//! A role's card.

use crate::render::layout::{Width, hang};
use crate::render::plain::plain;
use crate::render::style::{HEADING, QUIET, paint};
use crate::report::{Item, Question, RoleCard, Stage, Weight};

/// The card, section under section.
#[must_use]
pub fn card(card: &RoleCard, width: Width) -> String {
    let mut sections = vec![head(card, width)];
    for (name, items) in [("Activities", &card.activities), ("KPIs", &card.kpis), ("Requirements", &card.requirements)]
    {
        if let Some(items) = items {
            sections.push(section(name, items.len(), items.iter().enumerate().map(|(at, it)| item(at + 1, it, width))));
        }
    }
    if let Some(stages) = &card.stages {
        sections.push(section(
            "Stages",
            stages.len(),
            stages.iter().enumerate().map(|(at, it)| stage(at + 1, it, width)),
        ));
    }
    if let Some(list) = &card.questions {
        sections.push(section(
            "Questions",
            list.len(),
            list.iter().enumerate().map(|(at, it)| question(at + 1, it, width)),
        ));
    }
    sections.join("\n")
}

fn head(card: &RoleCard, width: Width) -> String {
    let mut text = format!("{}\n", paint(&plain(&card.title), HEADING));
    let names = [card.id.clone(), card.function.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
    text.push_str(&format!("{}\n", paint(&plain(&names), QUIET)));
    if let Some(aliases) = &card.aliases {
        text.push_str(&labelled("", "also", &aliases.join(", "), width));
    }
    if let Some(about) = &card.about {
        text.push('\n');
        text.push_str(&hang("", &plain(about), width.prose()));
    }
    text
}

fn section(name: &str, count: usize, entries: impl Iterator<Item = String>) -> String {
    let heading = format!("{} {}\n", paint(name, HEADING), paint(&format!("({count})"), QUIET));
    heading + &entries.collect::<String>()
}

fn item(number: usize, item: &Item, width: Width) -> String {
    const INDENT: &str = "    ";
    let weight = match item.weight {
        Some(Weight::Must) => paint(" (must have)", QUIET),
        Some(Weight::Nice) => paint(" (nice to have)", QUIET),
        None => String::new(),
    };
    let name = paint(&plain(&item.name), HEADING) + &weight;
    let mut text = format!("\n{}", hang(&format!("{number:>2}. "), &name, width.prose()));
    if let Some(description) = &item.description {
        text.push_str(&hang(INDENT, &plain(description), width.prose()));
    }
    let rows = [
        ("keywords", some_of(&item.keywords)),
        ("measures", item.measures.join("; ")),
        ("prompts", item.prompts.join("\n")),
        ("example", item.example.clone().unwrap_or_default()),
    ];
    for (label, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
        for (at, value) in value.lines().enumerate() {
            text.push_str(&labelled(INDENT, if at == 0 { label } else { "" }, value, width));
        }
    }
    text
}

/// The first keywords, and how many more there are: a card is read by people.
fn some_of(keywords: &[String]) -> String {
    const SHOWN: usize = 8;
    let first = keywords.iter().take(SHOWN).map(String::as_str).collect::<Vec<_>>().join(", ");
    match keywords.len().saturating_sub(SHOWN) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

fn stage(number: usize, stage: &Stage, width: Width) -> String {
    let name = paint(&plain(&stage.name), HEADING);
    let mut text = format!("\n{}", hang(&format!("{number:>2}. "), &name, width.prose()));
    if let Some(description) = &stage.description {
        text.push_str(&hang("    ", &plain(description), width.prose()));
    }
    if !stage.topics.is_empty() {
        text.push_str(&labelled("    ", "prepare", &stage.topics.join(", "), width));
    }
    text
}

fn question(number: usize, question: &Question, width: Width) -> String {
    let topics = if question.topics.is_empty() { String::new() } else { format!(" [{}]", question.topics.join(", ")) };
    let gap = if number == 1 { "\n" } else { "" };
    let text = plain(&question.text) + &paint(&plain(&topics), QUIET);
    gap.to_owned() + &hang(&format!("{number:>3}. "), &text, width.prose())
}

fn labelled(indent: &str, label: &str, value: &str, width: Width) -> String {
    let label = paint(&format!("{label:<8}"), QUIET);
    hang(&format!("{indent}{label} "), &plain(value), width.prose())
}
