//! A role spec as YAML with comments on what was guessed.

use std::collections::HashMap;
use std::path::Path;

use super::Imported;
use super::draft::{Place, PlaceOf};
use super::tally::Fate;
use crate::role::{Item, Question, Stage, Weight};

/// The YAML text: a role spec that can be edited and given as ROLE.
#[must_use]
pub fn yaml(imported: &Imported) -> String {
    let spec = &imported.spec;
    let comments = comments(imported);
    let comment = |place| comments.get(&place).map_or("", String::as_str);
    let mut text = head(imported);
    entry(&mut text, "", "title", &spec.title, comment(Place::Title));
    if !spec.aliases.is_empty() {
        let aliases: Vec<String> = spec.aliases.iter().map(|alias| quoted(alias)).collect();
        text.push_str(&format!("aliases: [{}]\n", aliases.join(", ")));
    }
    if let Some(function) = &spec.function {
        entry(&mut text, "", "function", function, comment(Place::Function));
    }
    if let Some(about) = &spec.about {
        entry(&mut text, "", "about", about, comment(Place::About));
    }
    let lists: [(&str, &[Item], PlaceOf); 3] = [
        ("activities", &spec.activities, Place::Activity),
        ("kpis", &spec.kpis, Place::Kpi),
        ("requirements", &spec.requirements, Place::Requirement),
    ];
    for (key, items, place) in lists {
        list(&mut text, key, items, |text, at, one| item(text, one, comment(place(at))));
    }
    list(&mut text, "stages", &spec.stages, |text, at, one| stage(text, one, comment(Place::Stage(at))));
    list(&mut text, "questions", &spec.questions, |text, at, one| {
        question(text, one, comment(Place::Question(at)));
    });
    text
}

fn head(imported: &Imported) -> String {
    let name = if imported.name == "-" { "standard input".to_owned() } else { file_name(&imported.name) };
    let mut text = format!("# Made by `rolefit import` from {name}, read as {}.\n", with_article(&imported.read_as));
    for note in &imported.notes {
        text.push_str(&textwrap::fill(
            &one_line(note),
            textwrap::Options::new(120).initial_indent("# ").subsequent_indent("# "),
        ));
        text.push('\n');
    }
    if !imported.guesses.is_empty() {
        text.push_str("# What the source does not say outright is marked \"guessed\": look at it.\n");
    }
    let nowhere = imported.tally.count(Fate::Nowhere);
    if nowhere > 0 {
        text.push_str(&format!("# Lines of the source that stand nowhere here: {nowhere}. `--report` lists them.\n"));
    }
    text
}

fn with_article(what: &str) -> String {
    let article = if what.starts_with(['a', 'e', 'i', 'o', 'u', 'A', 'E', 'I', 'O', 'U']) { "an" } else { "a" };
    format!("{article} {}", one_line(what))
}

/// The name without its folders: a role spec may be handed on.
fn file_name(path: &str) -> String {
    one_line(&Path::new(path).file_name().map_or_else(|| path.to_owned(), |name| name.to_string_lossy().into_owned()))
}

/// What was guessed at each place, as a comment behind its value.
fn comments(imported: &Imported) -> HashMap<Place, String> {
    let mut comments: HashMap<Place, String> = HashMap::new();
    for guess in &imported.guesses {
        let comment = comments.entry(guess.place).or_default();
        let lead = if comment.is_empty() { "  # guessed: " } else { "; " };
        comment.extend([lead, &one_line(&guess.how)]);
    }
    comments
}

fn list<T>(text: &mut String, key: &str, entries: &[T], write: impl Fn(&mut String, usize, &T)) {
    if entries.is_empty() {
        return;
    }
    text.push_str(&format!("{key}:\n"));
    entries.iter().enumerate().for_each(|(at, one)| write(text, at, one));
}

fn item(text: &mut String, item: &Item, comment: &str) {
    entry(text, "  - ", "name", &item.name, comment);
    if let Some(description) = &item.description {
        entry(text, "    ", "description", description, "");
    }
    if !item.keywords.is_empty() {
        let keywords: Vec<String> = item.keywords.iter().map(|keyword| quoted(keyword)).collect();
        text.push_str(&format!("    keywords: [{}]\n", keywords.join(", ")));
    }
    match item.weight {
        Some(Weight::Must) => entry(text, "    ", "weight", "must", ""),
        Some(Weight::Nice) => entry(text, "    ", "weight", "nice", ""),
        None => {}
    }
}

fn stage(text: &mut String, stage: &Stage, comment: &str) {
    entry(text, "  - ", "name", &stage.name, comment);
    if let Some(description) = &stage.description {
        entry(text, "    ", "description", description, "");
    }
}

fn question(text: &mut String, question: &Question, comment: &str) {
    entry(text, "  - ", "text", &question.text, comment);
    if !question.topics.is_empty() {
        let topics: Vec<String> = question.topics.iter().map(|topic| quoted(topic)).collect();
        text.push_str(&format!("    topics: [{}]\n", topics.join(", ")));
    }
}

fn entry(text: &mut String, indent: &str, key: &str, value: &str, comment: &str) {
    text.push_str(&format!("{indent}{key}: {}{comment}\n", scalar(value)));
}

/// A text as it is where YAML reads it as that, else in quotes.
fn scalar(value: &str) -> String {
    const WORDS: [&str; 10] = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan"];
    let fine = |c: char| {
        c.is_alphanumeric()
            || matches!(c, ' ' | ',' | '.' | '/' | '&' | '(' | ')' | '+' | '-' | '\'' | '’' | '–' | '%' | '?' | ';')
    };
    let plain = value.starts_with(char::is_alphabetic)
        && value.chars().all(fine)
        && !value.ends_with(' ')
        && !WORDS.contains(&value.to_lowercase().as_str());
    if plain { value.to_owned() } else { quoted(value) }
}

/// A text in quotes. What JSON says in quotes, YAML reads the same; control characters that JSON lets stand are spaces.
fn quoted(value: &str) -> String {
    serde_json::Value::String(one_line(value)).to_string()
}

fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn texts_are_quoted_where_yaml_would_read_them_otherwise() {
        for (value, told) in [
            ("Honey yield (kg)", "Honey yield (kg)"),
            ("Cost: high", "\"Cost: high\""),
            ("a # b", "\"a # b\""),
            ("No", "\"No\""),
            ("5 years", "\"5 years\""),
            ("[x] \"y\" \\", "\"[x] \\\"y\\\" \\\\\""),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(value), told);
        }
    }
}
