//! Keywords and examples: whether they find what they are there for.

use rustc_hash::FxHashMap;

use crate::matching::{Matcher, Strength, is_function_word, stands_in};
use crate::role::{Catalogue, FindError, Role};
use crate::text::{stem, tokens};

use super::Spec;
use super::tree::Node;

/// A keyword in more than this share of lines of every kind tells nothing of a criterion. Of the built-in roles' own
/// keywords "on time" goes furthest, with 1.3 % of them; "customers" stands in 5 %.
const BROADEST: f64 = 0.03;

/// Lines of every kind that keywords are measured against.
pub struct SampleLines {
    /// The stems of each line.
    lines: Vec<Vec<Option<String>>>,
    /// Numbers of the lines that hold a stem.
    by_stem: FxHashMap<String, Vec<usize>>,
}

impl SampleLines {
    /// The examples of all built-in roles.
    pub fn built_in() -> Result<Self, FindError> {
        let catalogue = Catalogue::built_in();
        let mut sample = Self { lines: Vec::new(), by_stem: FxHashMap::default() };
        for role in catalogue.roles() {
            let role = catalogue.find(&role.id)?;
            let criteria = role.criteria();
            criteria.iter().filter_map(|criterion| criterion.item.example.as_deref()).for_each(|line| sample.add(line));
        }
        Ok(sample)
    }

    fn add(&mut self, line: &str) {
        let stems = stems(line);
        for stem in &stems {
            let numbers = self.by_stem.entry(stem.clone()).or_default();
            if numbers.last() != Some(&self.lines.len()) {
                numbers.push(self.lines.len());
            }
        }
        self.lines.push(stems.into_iter().map(Some).collect());
    }

    /// The share of the lines that `keyword` stands in, 0 to 1.
    #[must_use]
    pub fn share_with(&self, keyword: &str) -> f64 {
        let keyword = stems(keyword);
        let candidates = keyword.first().and_then(|first| self.by_stem.get(first)).into_iter().flatten();
        let found = candidates.filter(|number| stands_in(&keyword, &self.lines[**number])).count();
        found as f64 / self.lines.len().max(1) as f64
    }
}

fn stems(text: &str) -> Vec<String> {
    tokens(text).into_iter().map(|token| stem(&token.text)).collect()
}

/// Reports keywords that find nothing, or nearly everything.
pub(super) fn check(spec: &mut Spec<'_>, lines: &SampleLines) {
    let root = spec.root;
    for (node, keyword) in items(root).flat_map(|item| item.texts("keywords")) {
        let words = tokens(keyword);
        if words.is_empty() && !keyword.trim().is_empty() {
            let message = format!("\"{keyword}\" has no word in it: no line can hold it");
            spec.report("role/keyword-never-matches", node, message, Some("write words, or take it out".to_owned()));
        } else if !words.is_empty() && words.iter().all(|word| is_function_word(&word.text)) {
            let message = format!("\"{keyword}\" is of words that stand in any line");
            spec.report("role/keyword-too-broad", node, message, Some("add a word that tells more".to_owned()));
        } else if lines.share_with(keyword) > BROADEST {
            let percent = (lines.share_with(keyword) * 100.0).round();
            let message = format!("\"{keyword}\" stands in {percent} % of resume lines of every kind");
            spec.report("role/keyword-too-broad", node, message, Some("add a word that tells more".to_owned()));
        }
    }
}

/// Reports examples that are no strong evidence for their own criterion.
pub(super) fn check_examples(spec: &mut Spec<'_>, role: &Role) {
    let root = spec.root;
    let examples: Vec<&Node> = items(root).filter_map(|item| item.get("example")).collect();
    if examples.is_empty() {
        return;
    }
    let matcher = Matcher::new(role);
    let mut judge = matcher.judge();
    for (place, criterion) in role.criteria().iter().enumerate() {
        let Some(example) = &criterion.item.example else { continue };
        let Some(node) = examples.iter().find(|node| node.text() == Some(example)) else { continue };
        let judged = &judge.judge(example)[place];
        if judged.strength != Strength::Strong {
            let strength = if judged.strength == Strength::Partial { "only partial" } else { "no" };
            let message = format!("this example is {strength} evidence for \"{}\"", criterion.item.name);
            let mend = "name what was done, in the words of the name, the description or a keyword";
            spec.report("role/example-not-strong", node, message, Some(mend.to_owned()));
        }
    }
}

fn items(root: &Node) -> impl Iterator<Item = &Node> {
    ["activities", "kpis", "requirements"].into_iter().flat_map(|key| root.list(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keyword of a built-in role that stands in most lines, with its share of them.
    fn broadest() -> (String, f64) {
        let lines = SampleLines::built_in().expect("the roles");
        let catalogue = Catalogue::built_in();
        let mut broadest = (String::new(), 0.0);
        for role in catalogue.roles() {
            let role = catalogue.find(&role.id).expect("a role");
            for keyword in role.criteria().iter().flat_map(|criterion| &criterion.item.keywords) {
                let share = lines.share_with(keyword);
                if share > broadest.1 {
                    broadest = (keyword.clone(), share);
                }
            }
        }
        broadest
    }

    #[test]
    fn the_limit_lies_between_telling_keywords_and_words_of_every_kind_of_work() {
        let (keyword, share) = broadest();
        assert!(share <= BROADEST, "{keyword}: {share}");
        let lines = SampleLines::built_in().expect("the roles");
        for word in ["team", "led", "customers"] {
            assert!(lines.share_with(word) > BROADEST, "{word}: {}", lines.share_with(word));
        }
    }
}
