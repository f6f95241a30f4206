//! What JSON and YAML have in common: a tree of values with their places, and how its texts
//! become lines.

use pulldown_cmark::{Event, Parser};

use super::job_end;
use super::outline::Outline;
use super::places::{Joined, Places};
use super::wording::{self, Mark};
use super::{Found, LineKind, Place, markdown, tags, text};

/// Lists and maps within each other.
pub(super) const MOST_NESTED: usize = 128;

/// A value and where it begins, in bytes.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) offset: usize,
    pub(super) value: Value,
}

/// A value, as far as resumes need it.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// A string, by lines, none of them empty.
    Text(Vec<Joined>),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
    /// A number, a truth value, nothing.
    Other,
}

impl Node {
    /// The pairs of a map, in the document's order; none of anything else.
    pub(super) fn pairs(&self) -> &[(String, Node)] {
        if let Value::Map(pairs) = &self.value { pairs } else { &[] }
    }

    /// The elements of a list; anything else stands alone.
    pub(super) fn elements(&self) -> &[Node] {
        match &self.value {
            Value::List(list) => list,
            Value::Other => &[],
            _ => std::slice::from_ref(self),
        }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&Node> {
        self.pairs().iter().find(|(known, _)| known == key).map(|(_, node)| node)
    }

    /// The text, where it is one that says something.
    pub(super) fn text(&self) -> Option<String> {
        let Value::Text(lines) = &self.value else { return None };
        let text = lines.iter().map(|line| inline(line).text().to_owned()).collect::<Vec<_>>().join(" ");
        Some(text).filter(|text| text.contains(char::is_alphanumeric))
    }

    /// The first of the keys that holds a text.
    pub(super) fn first_text(&self, keys: &[&str]) -> Option<String> {
        keys.iter().find_map(|key| self.get(key)?.text())
    }
}

/// The lines of a structured resume, while it is read.
pub(super) struct Tree<'a> {
    outline: Outline,
    places: Places<'a>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { outline: Outline::default(), places: Places::new(source) }
    }

    pub(super) fn finish(self) -> Found {
        self.outline.finish()
    }

    /// Tells what stands at the top: the texts under these keys of a map.
    pub(super) fn on_top(&mut self, map: &Node, keys: &[&str]) {
        for text in keys.iter().filter_map(|key| map.get(key)?.text()) {
            self.outline.on_top(&text);
        }
    }

    /// Gives all lines from here on the tags that an entry has under `tags`, but for those with tags of their own.
    pub(super) fn tag_from_here(&mut self, entry: &Node) {
        let named = entry.get("tags").map_or(&[][..], Node::elements).iter().filter_map(Node::text);
        self.outline.tag_from_here(tags::listed(&named.collect::<Vec<_>>().join(" ")));
    }

    /// The items of a list, or of a text with bullets; lists within it are items as well.
    pub(super) fn items(&mut self, node: &Node, path: &str, section: Option<&str>, kind: LineKind) {
        match &node.value {
            Value::List(list) => {
                for (at, node) in list.iter().enumerate() {
                    self.items(node, &format!("{path}[{at}]"), section, kind);
                }
            }
            Value::Map(pairs) => {
                // "- Led a team:" before a deeper list is a key in YAML.
                for (key, node) in pairs {
                    let place = self.place(node.offset, path);
                    self.outline.line_as(key, place, section, listed(key, kind), true);
                    self.items(node, path, section, kind);
                }
            }
            Value::Text(lines) if lines.iter().any(|line| text::after_bullet(line.text()).is_some()) => {
                self.prose(node, path, section, kind);
            }
            Value::Text(lines) => {
                let mut all = Joined::default();
                for line in lines {
                    all.line_break();
                    all.append(line);
                }
                let text = inline(&all);
                if !wording::is_contact(text.text(), 1) && !wording::is_date(text.text()) {
                    let place = self.place(text.origin(0), path);
                    self.outline.line_as(text.text(), place, section, listed(text.text(), kind), true);
                }
            }
            Value::Other => {}
        }
    }

    /// The sentences of a text. Lines in it that begin with a bullet are items.
    pub(super) fn prose(&mut self, node: &Node, path: &str, section: Option<&str>, kind: LineKind) {
        let Value::Text(lines) = &node.value else { return };
        for line in lines {
            let line = inline(line);
            let whole = line.text();
            if let Some(item) = text::after_bullet(whole) {
                let place = self.place(line.origin(whole.len() - item.len()), path);
                self.outline.line_as(item, place, section, listed(item, kind), true);
                continue;
            }
            let (bare, tags) = tags::split(whole);
            if !matches!(wording::mark(bare, false), Mark::Prose | Mark::List) {
                continue;
            }
            let tags = tags::written(&tags);
            for range in wording::sentences(bare) {
                let (place, sentence) = (self.place(line.origin(range.start), path), &bare[range]);
                self.outline.line_as(&format!("{sentence}{tags}"), place, section, listed(sentence, kind), false);
            }
        }
    }

    /// One line put together by the reader, at the place of a node.
    pub(super) fn line(&mut self, text: &str, node: &Node, path: &str, section: Option<&str>, kind: LineKind) {
        let offset = if let Value::Text(lines) = &node.value { lines.first().map(|line| line.origin(0)) } else { None };
        let place = self.place(offset.unwrap_or(node.offset), path);
        self.outline.line_as(text, place, section, kind, false);
    }

    /// The heading of a degree, a school or a certificate, put together by the reader, at the place of a node.
    pub(super) fn trained(&mut self, text: &str, node: &Node, path: &str, section: &str) {
        let place = self.place(node.offset, path);
        self.outline.trained_as(text, place, Some(section.to_owned()));
    }

    /// The entry whose lines come next, with the keys of its first and its last date.
    pub(super) fn entry(&mut self, entry: &Node, start: &str, end: &str) {
        let date = |key: &str| entry.first_text(&[key]);
        // A date that is no text, such as a bare year of YAML, is not read as "goes on".
        let unread = entry.get(end).is_some_and(|node| matches!(node.value, Value::Other));
        let known = job_end::keyed(date(start).as_deref(), date(end).as_deref());
        self.outline.entry_ends(known.filter(|_| !unread));
    }

    fn place(&mut self, offset: usize, path: &str) -> Place {
        Place { path: Some(path.to_owned()), ..self.places.at(offset) }
    }
}

/// The kind of a line, which is Skills for a bare list of them among things done.
fn listed(text: &str, kind: LineKind) -> LineKind {
    let text = tags::split(text).0;
    let done = matches!(kind, LineKind::Experience | LineKind::Project | LineKind::Volunteer);
    if done && wording::is_list(text) { LineKind::Skills } else { kind }
}

/// A text of another format without the inline markup of Markdown, which many authors use there.
fn inline(text: &Joined) -> Joined {
    let source = text.text();
    if !["*", "`", "](", "__"].iter().any(|mark| source.contains(mark)) || markdown::nests_too_deep(source) {
        return text.clone();
    }
    let mut plain = Joined::default();
    // The bullet or number at the start is no markup here: what it says is for the reader to know.
    let start = source.len() - text::after_bullet(source).unwrap_or(source).len();
    plain.push(text.origin(0), &source[..start]);
    for (event, range) in Parser::new(&source[start..]).into_offset_iter() {
        match event {
            Event::Text(part) => plain.push(text.origin(range.start + start), &part),
            Event::Code(part) => plain.push(text.origin(range.start + start) + 1, &part),
            _ => {}
        }
    }
    plain
}
