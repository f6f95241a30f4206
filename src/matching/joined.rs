//! What a name with an "and" leaves unsaid: "Collecting & Cleaning Data" collects data too, and "Data privacy &
//! governance" is data governance.

use crate::text::{Gap, Token, tokens};

use super::reading::Reading;

/// A half of a name, with the words that it shares with the other half.
pub(crate) struct Half {
    pub(crate) reading: Reading,
    /// Its first word that stands in the other half, or in its own behind one of the other's.
    pub(crate) seam: usize,
    /// It is the first of the two.
    pub(crate) first: bool,
}

/// The halves of a name of two parts, each completed out of the other; `read` reads a text.
pub(crate) fn halves(name: &str, read: impl Fn(&str) -> Reading) -> Vec<Half> {
    let words = tokens(name);
    let parts: Vec<&[Token]> = parts(&words);
    let [left, right] = parts[..] else { return Vec::new() };
    let text = |words: &[&Token]| words.iter().map(|word| &name[word.start..word.end]).collect::<Vec<_>>().join(" ");
    let mut halves = Vec::new();
    let mut add = |start: &[Token], end: &[Token], first: bool| {
        let all: Vec<&Token> = start.iter().chain(end).collect();
        halves.push(Half { reading: read(&text(&all)), seam: start.len(), first });
    };
    match (left, right) {
        ([_], [_, rest @ ..]) if !rest.is_empty() => {
            add(left, rest, true);
            if rest.len() > 1 {
                add(left, &rest[rest.len() - 1..], true);
            }
        }
        ([lead @ .., _], [next, ..]) if !lead.is_empty() && !next.text.ends_with("ing") => add(lead, right, false),
        _ => {}
    }
    halves
}

/// The parts of a name between "&", "and" and commas, without the "and".
fn parts(words: &[Token]) -> Vec<&[Token]> {
    let and = |word: &Token| matches!(word.text.as_str(), "and" | "or");
    let starts = |at: usize| at == 0 || words[at].gap == Gap::Comma || and(&words[at]);
    let from: Vec<usize> = (0..words.len()).filter(|at| starts(*at)).collect();
    let ends = from.iter().skip(1).copied().chain([words.len()]);
    let part = |(from, end): (usize, usize)| if and(&words[from]) { &words[from + 1..end] } else { &words[from..end] };
    from.iter().copied().zip(ends).map(part).filter(|part| !part.is_empty()).collect()
}
