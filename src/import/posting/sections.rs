//! A posting's sections, told by their headings.

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;

use crate::import::blocks::pattern;
use crate::import::tally::Reason;
use crate::role::Weight;

/// What stands below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Above the first known heading.
    Front,
    /// Below a heading that says nothing of what stands there.
    Unknown,
    About,
    Responsibilities,
    Goals,
    Requirements(Option<Weight>),
    Stages,
    /// What has no place in a role spec.
    LeftOut(Reason),
}

/// What headings hold, as a person may edit it.
#[derive(Default, Deserialize)]
struct Headings {
    headings: Vec<Heading>,
    besides: HashSet<String>,
}

#[derive(Deserialize)]
struct Heading {
    section: Named,
    phrases: Vec<String>,
}

/// A section as the list names it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Named {
    About,
    Responsibilities,
    Goals,
    Must,
    Nice,
    Asked,
    Stages,
    Benefits,
    Salary,
    Apply,
    Legal,
    Company,
    Facts,
}

impl From<Named> for Section {
    fn from(named: Named) -> Self {
        match named {
            Named::About => Self::About,
            Named::Responsibilities => Self::Responsibilities,
            Named::Goals => Self::Goals,
            Named::Must => Self::Requirements(Some(Weight::Must)),
            Named::Nice => Self::Requirements(Some(Weight::Nice)),
            Named::Asked => Self::Requirements(None),
            Named::Stages => Self::Stages,
            Named::Benefits => Self::LeftOut(Reason::Benefits),
            Named::Salary => Self::LeftOut(Reason::Salary),
            Named::Apply => Self::LeftOut(Reason::Apply),
            Named::Legal => Self::LeftOut(Reason::Legal),
            Named::Company => Self::LeftOut(Reason::Company),
            Named::Facts => Self::LeftOut(Reason::Facts),
        }
    }
}

// The list is built in, and the tests read it.
static HEADINGS: LazyLock<Headings> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("headings.yaml")).unwrap_or_default());

pattern!(
    BY_THEN,
    r"^(?:in|within|after|by) (?:the end of )?(?:the |your )?(?:first )?(?:\w+ ){0,2}(?:days|weeks|months|year|quarter) you(?: ll| will)\b"
);

/// The phrases of headings with a space on both sides, and their sections, in the order in which they are looked for.
static SPACED: LazyLock<Vec<(String, Section)>> = LazyLock::new(|| {
    let spaced = |heading: &'static Heading| {
        heading.phrases.iter().map(|phrase| (format!(" {phrase} "), Section::from(heading.section)))
    };
    HEADINGS.headings.iter().flat_map(spaced).collect()
});

/// The section that begins at a heading.
pub(super) fn of_heading(text: &str) -> Option<Section> {
    let text = words(text);
    if BY_THEN.is_match(&text) {
        return Some(Section::Goals);
    }
    let text = format!(" {text} ");
    SPACED.iter().find(|(phrase, _)| text.contains(phrase.as_str())).map(|(_, section)| *section)
}

/// The section that begins at a line that does not look like a heading, but has nothing else to say.
pub(super) fn of_line(text: &str) -> Option<Section> {
    let mut rest = format!(" {} ", words(text));
    if rest.split_whitespace().count() > 6 || text.ends_with(['.', '!', ';', ',']) {
        return None;
    }
    let section = of_heading(text)?;
    for (phrase, _) in SPACED.iter() {
        rest = rest.replace(phrase.as_str(), " ");
    }
    rest.split_whitespace().all(|word| HEADINGS.besides.contains(word)).then_some(section)
}

/// Whether headings of these sections stand on postings alone: what somebody would do, and what is offered or must be brought.
pub(super) fn are_of_posting(found: &[Section]) -> bool {
    let says = |section: Section| usize::from(found.contains(&section));
    let offered = [Reason::Benefits, Reason::Salary, Reason::Legal, Reason::Company].map(Section::LeftOut);
    let asked = [Weight::Must, Weight::Nice].map(|weight| Section::Requirements(Some(weight)));
    let others: usize = offered.into_iter().chain(asked).chain([Section::Goals, Section::Stages]).map(says).sum();
    says(Section::Responsibilities) + others >= 2
}

/// Words in small letters, with one space between them.
fn words(text: &str) -> String {
    let letters = |c: char| if c.is_alphanumeric() { c.to_lowercase().next().unwrap_or(c) } else { ' ' };
    text.chars().map(letters).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_looked_for_as_headings_are_read() {
        let built_in: Headings = serde_yaml::from_str(include_str!("headings.yaml")).expect("the list");
        assert!(built_in.headings.len() > 10 && built_in.besides.contains("your"));
        for phrase in built_in.headings.iter().flat_map(|heading| &heading.phrases) {
            assert_eq!(*phrase, words(phrase), "small letters, and spaces for all signs");
        }
    }

    #[test]
    fn headings_tell_their_sections() {
        for (text, section) in [
            ("What you'll do", Section::Responsibilities),
            ("KEY RESPONSIBILITIES", Section::Responsibilities),
            ("Essential Functions", Section::Responsibilities),
            ("What you will need", Section::Requirements(Some(Weight::Must))),
            ("Preferred qualifications", Section::Requirements(Some(Weight::Nice))),
            ("About you", Section::Requirements(None)),
            ("What we offer", Section::LeftOut(Reason::Benefits)),
            ("About Acme", Section::LeftOut(Reason::Company)),
            ("About the role", Section::About),
            ("What success looks like", Section::Goals),
            ("In twelve months you will have", Section::Goals),
            ("You might be a fit if…", Section::Requirements(None)),
        ] {
            assert_eq!(of_heading(text), Some(section), "{text}");
        }
        assert_eq!(of_heading("Marketing"), None);
    }

    #[test]
    fn a_line_is_a_heading_only_where_it_says_nothing_else() {
        assert_eq!(of_line("Duties and responsibilities"), Some(Section::Responsibilities));
        assert_eq!(of_line("Experience with Python"), None);
        assert_eq!(of_line("You will lead the team"), None);
    }

    #[test]
    fn sections_tell_a_posting_from_a_resume() {
        let sections = |headings: &[&str]| headings.iter().filter_map(|text| of_heading(text)).collect::<Vec<_>>();
        assert!(are_of_posting(&sections(&["Your tasks", "What you bring", "What we offer"])));
        assert!(!are_of_posting(&sections(&[
            "Summary",
            "Experience",
            "Responsibilities",
            "Education",
            "Skills",
            "Contact"
        ])));
    }
}
