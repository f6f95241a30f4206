//! Whether two stages of a selection process are the same thing under two names.

use serde::Deserialize;

use crate::role::{same_name, slug};

const KINDS: &str = include_str!(concat!(env!("OUT_DIR"), "/stage_kinds.json"));

#[derive(Deserialize)]
struct Kind {
    kind: String,
    words: Vec<String>,
}

/// What kinds of stages there are.
pub(super) struct StageKinds(Vec<Kind>);

impl StageKinds {
    /// Those that are built in.
    pub(super) fn built_in() -> Self {
        // The list is built in and a test reads it.
        Self(serde_json::from_str(KINDS).unwrap_or_default())
    }

    /// Whether stages called `a` and `b` are alike: by name, or by their kind.
    pub(super) fn alike(&self, a: &str, b: &str) -> bool {
        same_name(a, b) || self.kind(a).is_some_and(|kind| self.kind(b) == Some(kind))
    }

    fn kind(&self, name: &str) -> Option<&str> {
        let name = format!("-{}-", slug(name));
        let says = |word: &String| name.contains(&format!("-{}-", slug(word)));
        self.0.iter().find(|kind| kind.words.iter().any(says)).map(|kind| kind.kind.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::StageKinds;

    #[test]
    fn one_step_under_two_names_is_alike() {
        let kinds = StageKinds::built_in();
        assert!(kinds.alike("Phone screening", "Recruiter Call"));
        assert!(kinds.alike("Final Interview & Offer", "Executive interview"));
        assert!(kinds.alike("Teaching demo", "Teaching Demo"));
        assert!(!kinds.alike("Phone screening", "Offer"));
        assert!(!kinds.alike("Technical interview", "Teaching demo"));
    }
}
