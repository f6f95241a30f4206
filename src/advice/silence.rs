//! Which advice is silenced: by a comment in the source, or by the rule's id on the command line.

use std::collections::HashMap;

use strsim::damerau_levenshtein;

use crate::resume::{IgnoreComment, Line};

use super::rules::{all, is_rule};

/// A rule's id that no rule has.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule is called \"{id}\"{}", .nearest.map(|id| format!("; did you mean \"{id}\"?")).unwrap_or_default())]
pub struct UnknownRule {
    /// The id as it was written.
    pub id: String,
    /// The rule whose id is most like it, where one is.
    pub nearest: Option<&'static str>,
    /// The source line of the comment that names it, from 1; none where it was not named in the source.
    pub line: Option<usize>,
}

impl UnknownRule {
    /// What `id` is if no rule is called so.
    #[must_use]
    pub fn check(id: &str, line: Option<usize>) -> Option<Self> {
        (!is_rule(id)).then(|| Self { id: id.to_owned(), nearest: nearest(id), line })
    }
}

/// The id that needs the fewest changes, if they are few.
fn nearest(id: &str) -> Option<&'static str> {
    let id = id.to_lowercase().replace('_', "-");
    let far = |known: &str| damerau_levenshtein(known, &id);
    let nearest = all().iter().map(|rule| rule.id.as_str()).min_by_key(|known| far(known))?;
    let contained = !id.is_empty() && all().iter().filter(|rule| rule.id.contains(&id)).count() == 1;
    if contained {
        return all().iter().map(|rule| rule.id.as_str()).find(|known| known.contains(&id));
    }
    (far(nearest) <= 1 + nearest.len() / 3).then_some(nearest)
}

/// The rules that comments name and that there are none of.
#[must_use]
pub fn unknown_in(comments: &[IgnoreComment]) -> Vec<UnknownRule> {
    let named = comments.iter().flat_map(|comment| comment.rules.iter().map(|rule| (rule, comment.line)));
    named.filter_map(|(rule, line)| UnknownRule::check(rule, Some(line))).collect()
}

/// The comments of a source, by the source lines where the resume's lines begin that they are for.
pub(super) struct Silence<'c>(HashMap<usize, Vec<&'c IgnoreComment>>);

impl<'c> Silence<'c> {
    /// A comment that stands alone is for the line that begins next, another for the one that it stands in.
    pub(super) fn new(comments: &'c [IgnoreComment], lines: &[Line]) -> Self {
        let mut starts: Vec<usize> = lines.iter().map(|line| line.place.line).collect();
        starts.sort_unstable();
        let mut for_lines: HashMap<usize, Vec<&IgnoreComment>> = HashMap::new();
        for comment in comments {
            let behind = starts.partition_point(|start| *start <= comment.line);
            let place = if comment.alone { Some(behind) } else { behind.checked_sub(1) };
            if let Some(start) = place.and_then(|place| starts.get(place)) {
                for_lines.entry(*start).or_default().push(comment);
            }
        }
        Self(for_lines)
    }

    /// Whether `rule` is silenced for a line.
    pub(super) fn covers(&self, line: &Line, rule: &str) -> bool {
        let comments = self.0.get(&line.place.line).into_iter().flatten();
        comments.into_iter().any(|comment| comment.rules.is_empty() || comment.rules.iter().any(|id| id == rule))
    }
}
