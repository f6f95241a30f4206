//! Writes the lexicon as Rust source: sorted words, a tree of phrases over them, senses and relations.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::{Concept, Lexicon, Sense};

#[derive(Default)]
struct Node {
    next: BTreeMap<usize, usize>,
    senses: Option<BTreeSet<Sense>>,
}

pub(super) fn write(lexicon: &Lexicon) -> String {
    let words: BTreeSet<&str> = lexicon.forms.keys().flatten().map(String::as_str).collect();
    let number: BTreeMap<&str, usize> = words.iter().enumerate().map(|(at, word)| (*word, at)).collect();
    let nodes = tree(lexicon, &number);
    let mut out = String::new();
    line(&mut out, &format!("pub(super) const WRITTEN_FORMS: usize = {};", lexicon.written));
    list(&mut out, "WORDS", "&str", words.iter().map(|word| format!("{word:?}")));
    write_concepts(&mut out, &lexicon.concepts);
    write_tree(&mut out, &nodes, &lexicon.concepts);
    out
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

/// A node's edges and senses stand behind one another in two long lists; a node says where its own begin and end.
fn write_tree(out: &mut String, nodes: &[Node], concepts: &[Concept]) {
    let (mut edges, mut senses, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for node in nodes {
        let edge = edges.len();
        edges.extend(node.next.iter().map(|(word, to)| format!("({word}, {to})")));
        let sense = senses.len();
        let first = |action: bool| {
            let alike = node.senses.iter().flatten().filter(|sense| concepts[sense.concept].action == action);
            alike.map(|sense| sense.rank).min()
        };
        for s in node.senses.iter().flatten() {
            senses.push(format!(
                "Sense {{ concept: {}, doubtful: {}, verb: {}, finite: {}, field: {}, first: {} }}",
                s.concept, s.doubtful, s.verb, s.finite, s.field, first(concepts[s.concept].action) == Some(s.rank)
            ));
        }
        rows.push(format!(
            "Node {{ edges: ({edge}, {}), senses: ({sense}, {}), ends: {} }}",
            edges.len(),
            senses.len(),
            node.senses.is_some()
        ));
    }
    list(out, "EDGES", "(u32, u32)", edges.into_iter());
    list(out, "SENSES", "Sense", senses.into_iter());
    list(out, "NODES", "Node", rows.into_iter());
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
