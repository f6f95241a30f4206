//! Which line of a rewrite was which line before.

use std::collections::{HashMap, VecDeque};

/// From here on two lines are one that was reworded. Half of the words that say something, counted as in [`likeness`]:
/// a line that only grew is found again, and two lines with nothing but "led a team of" in common are not one.
const ALIKE_FROM: f32 = 0.5;

/// Lines on either side that are compared with each other, so that no file makes it slow; those behind count as added or
/// removed. A resume has fewer.
const MOST_COMPARED: usize = 1000;

/// Words that say nothing of what a line is about.
const SMALL: [&str; 24] = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "it", "its", "my", "of", "on", "or", "our",
    "that", "the", "their", "this", "to", "which", "with",
];

/// The lines of both sides, by index.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Pairs {
    /// How many have the same text.
    pub(super) same: usize,
    /// Old line, new line, how alike they are (0 to 1); in the order of the new lines.
    pub(super) alike: Vec<(usize, usize, f32)>,
    /// New lines without an old one.
    pub(super) added: Vec<usize>,
    /// Old lines without a new one.
    pub(super) removed: Vec<usize>,
}

/// Pairs the lines: those with the same text first, then the most alike.
pub(super) fn pair(old: &[String], new: &[String]) -> Pairs {
    let mut by_text: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (at, text) in old.iter().enumerate() {
        by_text.entry(text).or_default().push_back(at);
    }
    let mut old_taken = vec![false; old.len()];
    let mut rest = Vec::new();
    for (at, text) in new.iter().enumerate() {
        match by_text.get_mut(text.as_str()).and_then(VecDeque::pop_front) {
            Some(same) => old_taken[same] = true,
            None => rest.push(at),
        }
    }
    let gone: Vec<usize> = (0..old.len()).filter(|at| !old_taken[*at]).collect();
    let same = old.len() - gone.len();
    let alike = most_alike(old, &gone, new, &rest);
    let is_paired = |at: usize, side: fn(&(usize, usize, f32)) -> usize| alike.iter().any(|pair| side(pair) == at);
    let removed = gone.into_iter().filter(|at| !is_paired(*at, |pair| pair.0)).collect();
    let added = rest.into_iter().filter(|at| !is_paired(*at, |pair| pair.1)).collect();
    Pairs { same, alike, added, removed }
}

/// The best pair first, then the best of what is left; of equals the first.
fn most_alike(old: &[String], gone: &[usize], new: &[String], rest: &[usize]) -> Vec<(usize, usize, f32)> {
    let worded = |lines: &[String], of: &[usize]| -> Vec<(usize, Vec<String>)> {
        of.iter().take(MOST_COMPARED).map(|at| (*at, words(&lines[*at]))).collect()
    };
    let (gone, rest) = (worded(old, gone), worded(new, rest));
    let mut pairs: Vec<(usize, usize, f32)> = Vec::new();
    for (one, before) in &gone {
        let found = rest.iter().map(|(other, after)| (*one, *other, likeness(before, after)));
        pairs.extend(found.filter(|pair| pair.2 >= ALIKE_FROM));
    }
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.0.cmp(&b.0)).then(a.1.cmp(&b.1)));
    let mut best: Vec<(usize, usize, f32)> = Vec::new();
    for pair in pairs {
        if !best.iter().any(|taken| taken.0 == pair.0 || taken.1 == pair.1) {
            best.push(pair);
        }
    }
    best.sort_by_key(|pair| pair.1);
    best
}

/// The words that say something, sorted; all of them where none does.
fn words(text: &str) -> Vec<String> {
    let all = text.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#' | '%'));
    let mut all: Vec<String> = all.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    all.sort_unstable();
    let telling: Vec<String> = all.iter().filter(|word| !SMALL.contains(&word.as_str())).cloned().collect();
    if telling.is_empty() { all } else { telling }
}

/// How alike two lines are, 0 to 1: half for the words that they share among all of both, half for those that the
/// shorter one shares.
fn likeness(one: &[String], other: &[String]) -> f32 {
    let shorter = one.len().min(other.len());
    if shorter == 0 {
        return 0.0;
    }
    let shared = shared(one, other) as f32;
    shared / (one.len() + other.len()) as f32 + shared / (2 * shorter) as f32
}

/// How many words stand in both of two sorted lists.
fn shared(one: &[String], other: &[String]) -> usize {
    let (mut at, mut count) = (0, 0);
    for word in one {
        at += other[at..].iter().take_while(|known| *known < word).count();
        if other.get(at) == Some(word) {
            count += 1;
            at += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paired(old: &[&str], new: &[&str]) -> Pairs {
        let owned = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        pair(&owned(old), &owned(new))
    }

    #[test]
    fn a_line_that_only_grew_is_the_same_line() {
        let pairs = paired(&["Fixed bugs", "Sang in a choir"], &["Fixed 40 bugs in the payment service"]);
        assert_eq!(pairs.alike.iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), [(0, 0)]);
        assert_eq!((pairs.removed, pairs.added), (vec![1], vec![]));
    }

    #[test]
    fn lines_with_nothing_but_small_words_in_common_are_two() {
        let pairs = paired(&["Led a team of five in the shop"], &["Sold a box of hats in the rain"]);
        assert_eq!((pairs.alike, pairs.removed, pairs.added), (vec![], vec![0], vec![0]));
    }

    #[test]
    fn same_texts_go_first_and_a_text_that_stands_twice_counts_twice() {
        let pairs = paired(&["Ran a shop", "Ran a shop", "Ran two shops"], &["Ran two shops", "Ran a shop"]);
        assert_eq!((pairs.same, pairs.removed), (2, vec![1]));
    }

    #[test]
    fn of_several_the_most_alike_are_paired() {
        let old = ["Cut costs of all shops by 5%", "Cut costs"];
        let new = ["Cut costs in Rome", "Cut costs of all shops by 9%"];
        let pairs = paired(&old, &new);
        assert_eq!(pairs.alike.iter().map(|pair| (pair.0, pair.1)).collect::<Vec<_>>(), [(1, 0), (0, 1)]);
    }

    #[test]
    fn all_of_equal_words_are_wholly_alike() {
        let same = words("Led a team");
        assert!((likeness(&same, &same) - 1.0).abs() < f32::EPSILON);
        assert!(likeness(&words(""), &same) < f32::EPSILON);
    }
}
