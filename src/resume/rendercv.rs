//! The YAML of `RenderCV`: `cv.sections`, whose entries are texts, bullets, labels or jobs.

use super::error::ReadError;
use super::sections::{self, Meaning};
use super::tree::{Node, Tree, Value};
use super::{Found, LineKind, wording, yaml};

/// The lines of a `RenderCV` file.
///
/// # Errors
/// [`ReadError::Damaged`] where the text is no YAML.
pub(super) fn lines(path: &str, source: &str) -> Result<Found, ReadError> {
    let root = yaml::tree(path, source)?;
    let mut tree = Tree::new(source);
    if let Some(person) = root.get("cv") {
        tree.on_top(person, &["name", "location"]);
    }
    let sections = root.get("cv").and_then(|cv| cv.get("sections")).map_or(&[][..], Node::pairs);
    for (name, entries) in sections {
        let section = Section::new(name);
        for (at, entry) in entries.elements().iter().enumerate() {
            let path = format!("cv.sections.{name}[{at}]");
            tree.tag_from_here(entry);
            tree.entry(entry, "start_date", "end_date");
            match &entry.value {
                Value::Text(_) => section.text(&mut tree, entry, &path),
                Value::Map(_) => section.entry(&mut tree, entry, &path),
                Value::List(_) | Value::Other => {}
            }
        }
    }
    Ok(tree.finish())
}

/// A section: its name as people read it, and what its name means.
struct Section {
    heading: String,
    known: Option<LineKind>,
}

impl Section {
    fn new(name: &str) -> Self {
        let heading = name.replace('_', " ");
        let known = match sections::look_up(&heading) {
            Some(Meaning::Kind(kind)) => Some(kind),
            Some(Meaning::Within) => Some(LineKind::Experience),
            None => None,
        };
        Self { heading, known }
    }

    /// An entry that is a text: sentences, or a list of skills in one.
    fn text(&self, tree: &mut Tree, entry: &Node, path: &str) {
        let kind = self.known.unwrap_or(LineKind::Other);
        match kind {
            LineKind::Skills | LineKind::Award | LineKind::Education => {
                tree.items(entry, path, Some(&self.heading), kind);
            }
            _ => tree.prose(entry, path, Some(&self.heading), kind),
        }
    }

    /// An entry with keys, of whichever type: `RenderCV` tells them by their keys, and so is it here.
    fn entry(&self, tree: &mut Tree, entry: &Node, path: &str) {
        let kind = self.kind_of(entry);
        if let (Some(label), Some(details)) = (entry.first_text(&["label"]), entry.first_text(&["details"])) {
            let text = format!("{}: {details}", label.trim_end_matches(':'));
            let kind = match kind {
                LineKind::Experience | LineKind::Project | LineKind::Volunteer if !wording::is_list(&text) => kind,
                LineKind::Education | LineKind::Award | LineKind::Other if self.known.is_some() => kind,
                _ => LineKind::Skills,
            };
            tree.line(&text, entry.get("label").unwrap_or(entry), path, Some(&self.heading), kind);
            return;
        }
        let titles =
            [&["position", "degree"][..], &["area"], &["company", "institution", "organization", "name", "title"]];
        let titles: Vec<String> = titles.iter().filter_map(|keys| entry.first_text(keys)).collect();
        let flat = titles.is_empty()
            || matches!(kind, LineKind::Other | LineKind::Skills | LineKind::Summary) && self.known.is_some();
        let section = if flat { self.heading.clone() } else { titles.join(", ") };
        if kind == LineKind::Education && !titles.is_empty() {
            tree.trained(&titles.join(", "), entry, path, &self.heading);
        }
        for (key, node) in entry.pairs() {
            let path = format!("{path}.{key}");
            match key.as_str() {
                "highlights" | "bullet" | "number" | "reversed_number" => tree.items(node, &path, Some(&section), kind),
                "summary" | "description" => tree.prose(node, &path, Some(&section), kind),
                // An award or a paper is what its title says.
                "title" | "name" if kind == LineKind::Award => tree.items(node, &path, Some(&self.heading), kind),
                _ => {}
            }
        }
    }

    /// What the section's name says, else what the entry's keys say.
    fn kind_of(&self, entry: &Node) -> LineKind {
        let has = |key| entry.get(key).is_some();
        self.known.unwrap_or_else(|| {
            if has("company") || has("position") {
                LineKind::Experience
            } else if has("institution") {
                LineKind::Education
            } else if has("authors") || has("journal") {
                LineKind::Award
            } else {
                LineKind::Other
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Line, LineKind};

    fn lines(source: &str) -> Vec<Line> {
        super::lines("a.yaml", source).expect("sound YAML").lines
    }

    const SAMPLE: &str = "cv:
  name: Jane Doe
  phone: 5550100
  sections:
    summary:
      - I build é shops. I like hats.
    experience:
      - company: Acme
        position: Clerk
        start_date: 2020-01
        highlights:
          - \"Led **a** team\"
          - Sold hats
          - 'Sold hats'
          - Ran three shops:
              - one in Rome
    odd_jobs:
      - company: Beta
        summary: >-
          Helped to carry
          all the hats.
      - bullet: Cut costs
    skills:
      - label: Tools
        details: Go, SQL
    awards:
      - title: Best Clerk
        date: 2020
    references:
      - name: A Person
        highlights: [She is good]
design: {theme: classic}
";

    #[test]
    fn all_types_of_entries_are_read() {
        let lines = lines(SAMPLE);
        let only: Vec<_> =
            lines.iter().map(|line| (line.text.as_str(), line.section.as_deref().unwrap_or(""), line.kind)).collect();
        assert_eq!(
            only,
            [
                ("I build é shops.", "summary", LineKind::Summary),
                ("I like hats.", "summary", LineKind::Summary),
                ("Led a team", "Clerk, Acme", LineKind::Experience),
                ("Sold hats", "Clerk, Acme", LineKind::Experience),
                ("Sold hats", "Clerk, Acme", LineKind::Experience),
                ("Ran three shops", "Clerk, Acme", LineKind::Experience),
                ("one in Rome", "Clerk, Acme", LineKind::Experience),
                ("Helped to carry all the hats.", "Beta", LineKind::Experience),
                ("Cut costs", "odd jobs", LineKind::Other),
                ("Tools: Go, SQL", "skills", LineKind::Skills),
                ("Best Clerk", "awards", LineKind::Award),
                ("She is good", "references", LineKind::Other),
            ]
        );
        assert_eq!(lines.iter().filter(|line| line.is_accomplishment()).count(), 8);
    }

    #[test]
    fn places_are_those_of_the_words() {
        let lines = lines(SAMPLE);
        let place = |at: usize| (lines[at].place.line, lines[at].place.column);
        assert_eq!(
            [place(0), place(1), place(2), place(3), place(4), place(7)],
            [(6, 9), (6, 26), (12, 14), (13, 13), (14, 14), (20, 11)]
        );
        assert_eq!(lines[4].place.path.as_deref(), Some("cv.sections.experience[0].highlights[2]"));
    }

    #[test]
    fn errors_name_the_place() {
        let error = super::lines("a.yaml", "cv:\n  sections:\n    a: [\"b\n").expect_err("no end").to_string();
        assert!(error.starts_with("a.yaml:") && error.contains("YAML"), "{error}");
        assert!(super::lines("a.yaml", &format!("cv: {}", "[".repeat(100_000))).is_err());
        for depth in [200, 1500, 50_000] {
            let nested = format!("cv: {{sections: {{a: {}x{}}}}}", "[".repeat(depth), "]".repeat(depth));
            assert!(super::lines("a.yaml", &nested).is_err(), "{depth}");
            let nested: Vec<_> = (0..depth.min(2000)).map(|level| " ".repeat(level) + "a:").collect();
            assert!(super::lines("a.yaml", &nested.join("\n")).is_err(), "{depth}");
        }
        assert!(super::lines("a.yaml", "cv: {sections: 5}").expect("YAML").lines.is_empty());
    }
}
