//! A posting's sections, told by their headings.

use std::sync::LazyLock;

use regex::Regex;

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

const MUST: Section = Section::Requirements(Some(Weight::Must));
const NICE: Section = Section::Requirements(Some(Weight::Nice));
const SOME: Section = Section::Requirements(None);

/// What a heading holds, in the order in which it is looked for.
const HEADINGS: [(&[&str], Section); 17] = [
    (
        &[
            "we offer",
            "benefits",
            "perks",
            "in it for you",
            "why join",
            "why work",
            "why you ll love",
            "you get",
            "you ll get",
            "we provide",
            "we give",
            "rewards",
            "what you can expect",
        ],
        Section::LeftOut(Reason::Benefits),
    ),
    (&["essential functions", "essential duties"], Section::Responsibilities),
    (&["salary", "compensation", "pay range", "remuneration", "pay"], Section::LeftOut(Reason::Salary)),
    (
        &[
            "hiring process",
            "interview process",
            "selection process",
            "recruitment process",
            "what happens next",
            "we hire",
            "next steps",
        ],
        Section::Stages,
    ),
    (&["how to apply", "to apply", "apply", "application", "applications", "contact"], Section::LeftOut(Reason::Apply)),
    (
        &[
            "success looks like",
            "measure success",
            "measured",
            "kpi",
            "kpis",
            "key performance indicators",
            "goals",
            "targets",
            "performance standards",
            "objectives",
            "key results",
            "metrics",
            "outcomes",
            "first year",
            "first 90 days",
        ],
        Section::Goals,
    ),
    (
        &[
            "equal opportunity",
            "equal employment",
            "eeo",
            "diversity",
            "inclusion",
            "privacy",
            "disclaimer",
            "accommodation",
            "accommodations",
            "verify",
            "legal",
            "notice",
        ],
        Section::LeftOut(Reason::Legal),
    ),
    (
        &[
            "nice to have",
            "nice to haves",
            "preferred",
            "bonus",
            "desirable",
            "desired",
            "good to have",
            "plus",
            "pluses",
            "advantage",
            "ideally",
            "would be great",
            "extra credit",
            "stand out",
            "asset",
            "assets",
        ],
        NICE,
    ),
    (
        &[
            "minimum",
            "basic qualifications",
            "required",
            "requirement",
            "requirements",
            "must have",
            "must haves",
            "essential skills",
            "essential criteria",
            "essential experience",
            "essential",
            "you need",
            "you will need",
            "you ll need",
            "mandatory",
        ],
        MUST,
    ),
    (&["you bring", "you ll bring", "you will bring", "you have", "you ll have", "who you are", "about you"], SOME),
    (
        &[
            "responsibility",
            "responsibilities",
            "you ll do",
            "you will do",
            "you ll be doing",
            "you will be doing",
            "duties",
            "accountabilities",
            "day to day",
            "tasks",
            "your mission",
            "your impact",
            "in this role",
            "you will",
            "you ll",
            "functions",
            "key activities",
            "the work",
            "job involves",
            "role involves",
            "typical day",
            "typical week",
        ],
        Section::Responsibilities,
    ),
    (
        &[
            "qualification",
            "qualifications",
            "looking for",
            "skills",
            "your profile",
            "profile",
            "background",
            "experience",
            "education",
            "certifications",
            "certification",
            "licenses",
            "licence",
            "license",
            "knowledge",
            "competencies",
            "be a fit",
            "good fit",
            "great fit",
            "sounds like you",
            "is for you",
            "candidate",
            "person specification",
        ],
        SOME,
    ),
    (
        &[
            "about us",
            "who we are",
            "about the company",
            "our company",
            "our mission",
            "our values",
            "our culture",
            "our story",
            "the company",
            "our team",
            "about the team",
            "the team",
            "company",
        ],
        Section::LeftOut(Reason::Company),
    ),
    (
        &[
            "about the role",
            "about this role",
            "about the job",
            "about the position",
            "about the opportunity",
            "the role",
            "summary",
            "overview",
            "description",
            "the opportunity",
            "purpose",
            "the position",
            "the job",
        ],
        Section::About,
    ),
    (
        &[
            "location",
            "job type",
            "employment type",
            "type",
            "schedule",
            "hours",
            "working hours",
            "reports to",
            "reporting to",
            "start date",
            "contract",
            "posted",
            "job id",
            "reference",
            "closing date",
            "seniority",
            "workplace",
            "industry",
            "date posted",
            "grade",
            "responsible for",
        ],
        Section::LeftOut(Reason::Facts),
    ),
    (&["about"], Section::LeftOut(Reason::Company)),
    (&["what you do", "role"], Section::Responsibilities),
];

/// Words that a line has besides, where it is a heading by its words alone.
const BESIDES: [&str; 47] = [
    "post",
    "and",
    "the",
    "a",
    "of",
    "your",
    "our",
    "key",
    "main",
    "core",
    "job",
    "role",
    "position",
    "what",
    "who",
    "how",
    "you",
    "we",
    "ll",
    "will",
    "are",
    "re",
    "is",
    "this",
    "in",
    "do",
    "be",
    "for",
    "to",
    "us",
    "about",
    "primary",
    "principal",
    "essential",
    "specific",
    "professional",
    "skills",
    "experience",
    "qualifications",
    "responsibilities",
    "requirements",
    "duties",
    "education",
    "tasks",
    "looks",
    "like",
    "i",
];

pattern!(
    BY_THEN,
    r"^(?:in|within|after|by) (?:the end of )?(?:the |your )?(?:first )?(?:\w+ ){0,2}(?:days|weeks|months|year|quarter) you(?: ll| will)\b"
);

/// The phrases of headings with a space on both sides, and their sections, in the order in which they are looked for.
static SPACED: LazyLock<Vec<(String, Section)>> = LazyLock::new(|| {
    let spaced = |(phrases, section): &(&[&str], Section)| {
        let section = *section;
        phrases.iter().map(move |phrase| (format!(" {phrase} "), section)).collect::<Vec<_>>()
    };
    HEADINGS.iter().flat_map(spaced).collect()
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
    rest.split_whitespace().all(|word| BESIDES.contains(&word)).then_some(section)
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
    fn headings_tell_their_sections() {
        for (text, section) in [
            ("What you'll do", Section::Responsibilities),
            ("KEY RESPONSIBILITIES", Section::Responsibilities),
            ("Essential Functions", Section::Responsibilities),
            ("What you will need", MUST),
            ("Preferred qualifications", NICE),
            ("About you", SOME),
            ("What we offer", Section::LeftOut(Reason::Benefits)),
            ("About Acme", Section::LeftOut(Reason::Company)),
            ("About the role", Section::About),
            ("What success looks like", Section::Goals),
            ("In twelve months you will have", Section::Goals),
            ("You might be a fit if…", SOME),
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
}
