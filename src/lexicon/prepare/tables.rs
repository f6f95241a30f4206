//! Writes the lexicon as tables: sorted words, a tree of phrases over them, senses and relations.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Concept, Lexicon, Sense};

#[derive(Default)]
struct Node {
    next: BTreeMap<usize, usize>,
    senses: Option<BTreeSet<Sense>>,
}

/// The lexicon as the program carries it. The large tables are bytes, which cost the compiler nothing.
#[derive(Default)]
pub(crate) struct Tables {
    /// Rust source: the concepts and their relations.
    pub(crate) source: String,
    /// All words in alphabetical order, one behind the other.
    pub(crate) words: String,
    /// Where each word begins in `words`, and where the last ends.
    pub(crate) word_starts: Vec<u8>,
    pub(crate) nodes: Vec<u8>,
    pub(crate) edges: Vec<u8>,
    pub(crate) senses: Vec<u8>,
}

pub(super) fn write(lexicon: &Lexicon) -> Tables {
    let words: BTreeSet<&str> = lexicon.forms.keys().flatten().map(String::as_str).collect();
    let number_of: BTreeMap<&str, usize> = words.iter().enumerate().map(|(at, word)| (*word, at)).collect();
    let mut tables = Tables::default();
    for word in &words {
        tables.word_starts.extend(number(tables.words.len()).to_le_bytes());
        tables.words.push_str(word);
    }
    tables.word_starts.extend(number(tables.words.len()).to_le_bytes());
    line(&mut tables.source, &format!("pub(super) const WRITTEN_FORMS: usize = {};", lexicon.written));
    write_concepts(&mut tables.source, &lexicon.concepts);
    write_tree(&tree(lexicon, &number_of), &lexicon.concepts, &mut tables);
    tables
}

fn tree(lexicon: &Lexicon, number: &BTreeMap<&str, usize>) -> Vec<Node> {
    let mut nodes = vec![Node::default()];
    for (phrase, senses) in &lexicon.forms {
        let mut at = 0;
        for word in phrase {
            let fresh = nodes.len();
            let next = *nodes[at].next.entry(number[word.as_str()]).or_insert(fresh);
            if next == fresh {
                nodes.push(Node::default());
            }
            at = next;
        }
        nodes[at].senses = Some(senses.clone());
    }
    nodes
}

fn write_concepts(out: &mut String, concepts: &[Concept]) {
    let mut relations = Vec::new();
    let rows: Vec<String> = concepts
        .iter()
        .map(|concept| {
            let from = relations.len();
            relations.extend(concept.shows.iter().map(|(to, degree)| format!("({to}, {degree:?})")));
            format!(
                "Concept {{ id: {:?}, name: {:?}, action: {}, weak: {}, decisive: {}, general: {}, people: {}, shows: ({from}, {}) }}",
                concept.id,
                concept.name,
                concept.action,
                concept.weak,
                concept.decisive,
                concept.general,
                concept.people,
                relations.len()
            )
        })
        .collect();
    list(out, "CONCEPTS", "Concept", rows.into_iter());
    list(out, "RELATIONS", "(u16, f32)", relations.into_iter());
}

/// The flag of a sense's byte that says it.
const DOUBTFUL: u8 = 1;
const VERB: u8 = 2;
const FINITE: u8 = 4;
const FIRST: u8 = 8;
/// The bit of a node's second number that says that a phrase ends there.
const ENDS: u32 = 1 << 31;

/// A node's edges and senses stand behind one another in two long lists; a node says where its own begin, and the next
/// node where they end.
fn write_tree(nodes: &[Node], concepts: &[Concept], tables: &mut Tables) {
    for node in nodes {
        tables.nodes.extend(number(tables.edges.len() / EDGE).to_le_bytes());
        let ends = if node.senses.is_some() { ENDS } else { 0 };
        tables.nodes.extend((number(tables.senses.len() / SENSE) | ends).to_le_bytes());
        for (word, to) in &node.next {
            tables.edges.extend(number(*word).to_le_bytes());
            tables.edges.extend(number(*to).to_le_bytes());
        }
        let first = |action: bool| {
            let alike = node.senses.iter().flatten().filter(|sense| concepts[sense.concept].action == action);
            alike.map(|sense| sense.rank).min()
        };
        for sense in node.senses.iter().flatten() {
            let flag = |set: bool, flag: u8| if set { flag } else { 0 };
            let is_first = first(concepts[sense.concept].action) == Some(sense.rank);
            let flags = flag(sense.doubtful, DOUBTFUL)
                | flag(sense.verb, VERB)
                | flag(sense.finite, FINITE)
                | flag(is_first, FIRST);
            tables.senses.extend(u16::try_from(sense.concept).unwrap_or(u16::MAX).to_le_bytes());
            tables.senses.extend([flags, u8::try_from(sense.field).unwrap_or(u8::MAX)]);
        }
    }
    tables.nodes.extend(number(tables.edges.len() / EDGE).to_le_bytes());
    tables.nodes.extend(number(tables.senses.len() / SENSE).to_le_bytes());
}

/// The bytes of one edge and of one sense.
const EDGE: usize = 8;
const SENSE: usize = 4;

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(u32::MAX)
}

fn list(out: &mut String, name: &str, of: &str, items: impl Iterator<Item = String>) {
    line(out, &format!("pub(super) static {name}: &[{of}] = &["));
    for item in items {
        line(out, &format!("{item},"));
    }
    line(out, "];");
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}
