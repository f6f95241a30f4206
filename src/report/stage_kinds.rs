//! What two stages of a selection process have in common, whatever they are called.

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

    /// How many kinds stages called `a` and `b` have in common; more than any where their names are the same.
    pub(super) fn in_common(&self, a: &str, b: &str) -> usize {
        if same_name(a, b) {
            self.0.len() + 1
        } else {
            self.of(a).filter(|kind| self.of(b).any(|other| other == *kind)).count()
        }
    }

    fn of<'k>(&'k self, name: &str) -> impl Iterator<Item = &'k str> {
        let name = format!("-{}-", slug(name));
        let says = move |kind: &&Kind| kind.words.iter().any(|word| name.contains(&format!("-{}-", slug(word))));
        self.0.iter().filter(says).map(|kind| kind.kind.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::StageKinds;

    #[test]
    fn one_step_under_two_names_is_alike() {
        let kinds = StageKinds::built_in();
        let alike = |a, b| kinds.in_common(a, b) > 0;
        assert!(alike("Phone screening", "Recruiter Call"));
        assert!(alike("Final Interview & Offer", "Executive interview"));
        assert!(alike("Teaching lesson", "Teaching Lesson"));
        assert!(alike("Chat with our recruiter", "Screening call"));
        assert!(!alike("Phone screening", "Offer"));
        assert!(!alike("Application", "Phone screening"));
        assert!(!alike("Technical interview", "Teaching demo"));
        assert!(
            kinds.in_common("Final interview & offer", "Final interview and offer")
                > kinds.in_common("Offer", "Final offer")
        );
    }
}
