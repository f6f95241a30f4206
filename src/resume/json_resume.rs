//! JSON Resume: schema 1.0.0, and the older keys (`company`, `website`, `picture`).

use super::error::ReadError;
use super::tree::{Node, Tree};
use super::{Found, LineKind, json};

/// How the entries of one top-level key become lines.
struct Group {
    key: &'static str,
    /// The section of lines whose entry has no title of its own.
    heading: &'static str,
    kind: LineKind,
    /// What the entry is called: the first text of each list of keys.
    titles: &'static [&'static [&'static str]],
    /// Texts that are a line as they are.
    lines: &'static [&'static str],
    /// Texts of one or more sentences.
    prose: &'static [&'static str],
    /// Lists.
    items: &'static [&'static str],
}

const NO_GROUP: Group =
    Group { key: "", heading: "", kind: LineKind::Other, titles: &[], lines: &[], prose: &[], items: &[] };

/// The keys of JSON Resume that hold lines; all others are passed over.
const GROUPS: &[Group] = &[
    Group {
        key: "work",
        heading: "Work",
        kind: LineKind::Experience,
        titles: &[&["position"], &["name", "company", "organization"]],
        prose: &["summary", "description"],
        items: &["highlights"],
        ..NO_GROUP
    },
    Group {
        key: "volunteer",
        heading: "Volunteer",
        kind: LineKind::Volunteer,
        titles: &[&["position"], &["organization", "name", "company"]],
        prose: &["summary", "description"],
        items: &["highlights"],
        ..NO_GROUP
    },
    Group {
        key: "projects",
        heading: "Projects",
        kind: LineKind::Project,
        titles: &[&["name", "title"]],
        prose: &["summary", "description"],
        items: &["highlights"],
        ..NO_GROUP
    },
    Group {
        key: "awards",
        heading: "Awards",
        kind: LineKind::Award,
        titles: &[&["awarder"]],
        lines: &["title"],
        prose: &["summary"],
        ..NO_GROUP
    },
    Group {
        key: "publications",
        heading: "Publications",
        kind: LineKind::Award,
        titles: &[&["publisher"]],
        lines: &["name"],
        prose: &["summary"],
        ..NO_GROUP
    },
    Group {
        key: "education",
        heading: "Education",
        kind: LineKind::Education,
        titles: &[&["studyType"], &["area"], &["institution"]],
        prose: &["summary"],
        items: &["highlights", "courses"],
        ..NO_GROUP
    },
    Group {
        key: "certificates",
        heading: "Certificates",
        kind: LineKind::Education,
        titles: &[&["issuer"]],
        lines: &["name"],
        ..NO_GROUP
    },
    Group { key: "references", heading: "References", prose: &["reference"], ..NO_GROUP },
];

/// Keys whose entries are a name and a list: key, section, kind, and the keys of name and list.
const LISTS: &[(&str, &str, LineKind, &str, &str)] = &[
    ("skills", "Skills", LineKind::Skills, "name", "keywords"),
    ("languages", "Languages", LineKind::Skills, "language", "fluency"),
    ("interests", "Interests", LineKind::Other, "name", "keywords"),
];

/// The lines of a JSON Resume.
///
/// # Errors
/// [`ReadError::Damaged`] where the text is no JSON.
pub(super) fn lines(path: &str, source: &str) -> Result<Found, ReadError> {
    let root = json::tree(path, source)?;
    let mut tree = Tree::new(source);
    for (key, node) in root.pairs() {
        if key == "basics" {
            tree.on_top(node, &["name"]);
            if let Some(location) = node.get("location") {
                tree.on_top(location, &["address", "city"]);
            }
            if let Some(summary) = node.get("summary") {
                tree.prose(summary, "basics.summary", Some("Summary"), LineKind::Summary);
            }
        }
        for (at, entry) in node.elements().iter().enumerate() {
            let path = format!("{key}[{at}]");
            tree.tag_from_here(entry);
            if let Some(group) = GROUPS.iter().find(|group| group.key == key) {
                read_entry(&mut tree, group, entry, &path);
            } else if let Some(list) = LISTS.iter().find(|list| list.0 == key) {
                read_list(&mut tree, list, entry, &path);
            }
        }
    }
    Ok(tree.finish())
}

fn read_entry(tree: &mut Tree, group: &Group, entry: &Node, path: &str) {
    let titles: Vec<String> = group.titles.iter().filter_map(|keys| entry.first_text(keys)).collect();
    let section = if titles.is_empty() { group.heading.to_owned() } else { titles.join(", ") };
    if group.kind == LineKind::Education && group.lines.is_empty() && !titles.is_empty() {
        tree.trained(&section, entry, path, group.heading);
    }
    let section = Some(section.as_str());
    tree.entry(entry, "startDate", "endDate");
    for (key, node) in entry.pairs() {
        let path = format!("{path}.{key}");
        let is = |keys: &[&str]| keys.contains(&key.as_str());
        if is(group.lines) {
            if let Some(text) = node.text() {
                tree.line(&text, node, &path, section, group.kind);
            }
        } else if is(group.prose) {
            tree.prose(node, &path, section, group.kind);
        } else if is(group.items) {
            tree.items(node, &path, section, group.kind);
        }
    }
}

fn read_list(tree: &mut Tree, list: &(&str, &str, LineKind, &str, &str), entry: &Node, path: &str) {
    let &(_, heading, kind, name, words) = list;
    let named = entry.text().or_else(|| entry.first_text(&[name])).unwrap_or_default();
    tree.entry(entry, "startDate", "endDate");
    let words = entry.get(words).map_or(&[][..], Node::elements);
    let words = words.iter().filter_map(Node::text).collect::<Vec<_>>().join(", ");
    let named = named.trim_end_matches(':');
    let text =
        if words.is_empty() || named.is_empty() { format!("{named}{words}") } else { format!("{named}: {words}") };
    tree.line(&text, entry.get(name).unwrap_or(entry), path, Some(heading), kind);
}

#[cfg(test)]
mod tests {
    use super::super::{Line, LineKind};

    fn lines(source: &str) -> Vec<Line> {
        super::lines("a.json", source).expect("sound JSON").lines
    }

    fn places(lines: &[Line]) -> Vec<(usize, usize, &str)> {
        let path = |line: &'_ Line| -> (usize, usize) { (line.place.line, line.place.column) };
        lines.iter().map(|line| (path(line).0, path(line).1, line.place.path.as_deref().unwrap_or(""))).collect()
    }

    #[test]
    fn repeated_texts_have_their_own_places() {
        let source = "{\"work\": [\n  {\"company\": \"Acme\", \"position\": \"Clerk\",\n   \"highlights\": [\"Led a\", \"é\", \"Led a\"]},\n\
            {\"name\": \"Beta\", \"summary\": \"I sold \\u00e9. I won.\",\n\"highlights\": [\"Led a\"]}]}";
        let lines = lines(source);
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Led a", "é", "Led a", "I sold é.", "I won.", "Led a"]);
        assert_eq!(
            places(&lines),
            [
                (3, 20, "work[0].highlights[0]"),
                (3, 29, "work[0].highlights[1]"),
                (3, 34, "work[0].highlights[2]"),
                (4, 30, "work[1].summary"),
                (4, 45, "work[1].summary"),
                (5, 17, "work[1].highlights[0]"),
            ]
        );
        assert_eq!(lines[0].section.as_deref(), Some("Clerk, Acme"));
        assert_eq!(lines[5].section.as_deref(), Some("Beta"));
    }

    #[test]
    fn kinds_follow_the_keys() {
        let source = r#"{"basics": {"summary": "I build shops."}, "unknown": [1, {"x": null}], "meta": true,
            "volunteer": [{"organization": "Club", "highlights": ["Taught a"]}],
            "projects": [{"name": "Shop", "description": "Sells hats to all of Rome.", "highlights": ["Built **b**", "Tools: Go, SQL"]}],
            "skills": [{"name": "Web:", "keywords": ["HTML", "CSS"]}, "Go"], "languages": [{"language": "French", "fluency": "Fair"}],
            "awards": [{"title": "Best Clerk", "awarder": "Acme", "summary": "For selling most."}],
            "publications": [{"name": "On Hats"}], "interests": [{"name": "Chess"}], "references": [{"reference": "She is good."}],
            "education": [{"institution": "U", "courses": ["Maths"]}]}"#;
        let lines = lines(source);
        let kinds: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.kind)).collect();
        assert_eq!(
            kinds,
            [
                ("I build shops.", LineKind::Summary),
                ("Taught a", LineKind::Volunteer),
                ("Sells hats to all of Rome.", LineKind::Project),
                ("Built b", LineKind::Project),
                ("Tools: Go, SQL", LineKind::Skills),
                ("Web: HTML, CSS", LineKind::Skills),
                ("Go", LineKind::Skills),
                ("French: Fair", LineKind::Skills),
                ("Best Clerk", LineKind::Award),
                ("For selling most.", LineKind::Award),
                ("On Hats", LineKind::Award),
                ("Chess", LineKind::Other),
                ("She is good.", LineKind::Other),
                ("Maths", LineKind::Education),
            ]
        );
        assert_eq!(lines.iter().filter(|line| line.is_accomplishment()).count(), 6);
    }

    #[test]
    fn bullets_within_a_text_are_items() {
        let lines = lines(r#"{"work": [{"summary": "I ran it.\n- Led a\n• Sold \"b\""}]}"#);
        let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["I ran it.", "Led a", "Sold \"b\""]);
        assert_eq!(lines[1].place.column, 37);
    }

    #[test]
    fn errors_name_the_place() {
        let error = super::lines("a.json", "{\"work\":\n  [\"é\",]}").expect_err("a comma too many");
        assert!(error.to_string().starts_with("a.json:2:8: "), "{error}");
        let deep = format!("{{\"work\": {}1{}}}", "[".repeat(500), "]".repeat(500));
        let error = super::lines("a.json", &deep).expect_err("too deep");
        assert!(error.to_string().contains("128"), "{error}");
    }
}
