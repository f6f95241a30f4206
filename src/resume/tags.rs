//! Tags, which say for which target a line is meant: `{.backend}` at its end.

/// `text` without the tags at its end, and the tags: "Led a team {.backend .lead}" has two.
pub(super) fn split(text: &str) -> (&str, Vec<String>) {
    let (mut rest, mut groups) = (text, Vec::new());
    while let Some((before, group)) = last_group(rest) {
        groups.push(group);
        rest = before.trim_end();
    }
    groups.reverse();
    (rest, distinct(groups.concat()))
}

/// The tags that a value holds, such as the `tags` of a JSON entry or the attribute of an HTML element: words with or
/// without the dot, with spaces or commas between them. What cannot be a tag is left out.
pub(super) fn listed(value: &str) -> Vec<String> {
    let words = value.split(|c: char| c.is_whitespace() || c == ',');
    let names = words.map(|word| word.strip_prefix('.').unwrap_or(word));
    distinct(names.filter(|name| is_name(name)).map(str::to_owned).collect())
}

/// The tags as they stand at a line's end.
pub(super) fn written(tags: &[String]) -> String {
    tags.iter().map(|tag| format!(" {{.{tag}}}")).collect::<Vec<_>>().concat()
}

/// The tag that is meant where somebody names one: "backend", ".backend" and "{.backend}" are the same. None where it can
/// be no tag.
#[must_use]
pub fn tag_name(typed: &str) -> Option<&str> {
    let typed = typed.trim();
    let inner = typed.strip_prefix('{').and_then(|inner| inner.strip_suffix('}')).unwrap_or(typed).trim();
    let name = inner.strip_prefix('.').unwrap_or(inner);
    is_name(name).then_some(name)
}

/// Whether two tags are the same, which they are in any case.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

fn last_group(text: &str) -> Option<(&str, Vec<String>)> {
    let (before, inner) = text.trim_end().strip_suffix('}')?.rsplit_once('{')?;
    let names: Option<Vec<&str>> = inner.split_whitespace().map(|word| word.strip_prefix('.')).collect();
    let names = names.filter(|names| !names.is_empty() && names.iter().all(|name| is_name(name)))?;
    Some((before, names.into_iter().map(str::to_owned).collect()))
}

fn is_name(name: &str) -> bool {
    name.starts_with(char::is_alphanumeric) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

fn distinct(tags: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags {
        if !kept.iter().any(|known| same(known, &tag)) {
            kept.push(tag);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{listed, split, tag_name};

    #[test]
    fn tags_stand_at_the_end_and_nowhere_else() {
        let told = |text: &'static str| (split(text).0, split(text).1.join(" "));
        assert_eq!(told("Led a team {.backend}"), ("Led a team", "backend".into()));
        assert_eq!(told("Led a team. {.backend .lead}{.BACKEND} "), ("Led a team.", "backend lead".into()));
        assert_eq!(told("{.backend}"), ("", "backend".into()));
        for text in
            ["Wrote {.css} rules", "Set {x}", "Set {}", "Set {.}", "Set {.a b}", "Set {.-a}", "a }", "Ran f(){ .x }{"]
        {
            assert_eq!(told(text), (text, String::new()));
        }
    }

    #[test]
    fn a_tag_is_named_with_its_signs_or_without() {
        for typed in ["lead", ".lead", "{.lead}", "{lead}", " { .lead } "] {
            assert_eq!(tag_name(typed), Some("lead"), "{typed}");
        }
        for typed in ["", ".", "{.}", "{.a .b}", "a b", "{.lead", "..a"] {
            assert_eq!(tag_name(typed), None, "{typed}");
        }
    }

    #[test]
    fn lists_of_tags_are_read_in_their_usual_spellings() {
        assert_eq!(listed("backend, .lead  back-end <b>"), ["backend", "lead", "back-end"]);
    }
}
