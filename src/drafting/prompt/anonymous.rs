//! Takes out what tells who a person is. What cannot be told is taken out rather than left in.

use std::collections::BTreeMap;
use std::ops::Range;

use regex::{Captures, Regex};

use crate::resume::Resume;

use super::Request;
use super::identifying::Words;
use super::names::{pieces, taken};
use super::own_name::OwnName;
use super::proper_names::{ProperName, employers, proper_name};
use super::removed::{Removed, RemovedKind};
use super::shapes::{SHAPES, is_harmless};
use super::towns::{beside, towns};

/// Takes out of one text after another, the same for the same words.
pub(super) struct Anonymous {
    words: Words,
    taken: BTreeMap<RemovedKind, Vec<String>>,
    own_name: OwnName,
    employers: Vec<ProperName>,
    towns: Vec<ProperName>,
    take_out: Vec<Regex>,
    keeps_employers: bool,
}

impl Anonymous {
    pub(super) fn new(words: Words, resume: &Resume, request: &Request<'_>) -> Self {
        let towns = towns(resume, &words);
        Self {
            own_name: OwnName::on_top(&resume.top),
            employers: employers(resume, &towns),
            towns: towns.iter().filter_map(|town| proper_name(town)).collect(),
            take_out: request.take_out.iter().filter_map(|words| as_typed(words)).collect(),
            keeps_employers: request.keeps_employers,
            taken: BTreeMap::new(),
            words,
        }
    }

    /// `text` with placeholders. In a bare list of skills a word with a capital is no name.
    pub(super) fn text(&mut self, text: &str, is_list_of_skills: bool) -> String {
        let mut text = text.to_owned();
        for pattern in std::mem::take(&mut self.take_out) {
            text = pattern
                .replace_all(&text, |found: &Captures<'_>| self.placeholder(RemovedKind::Name, &found[0]))
                .into_owned();
            self.take_out.push(pattern);
        }
        for (kind, shape) in SHAPES.iter() {
            let Some(shape) = shape else { return "[TEXT]".to_owned() };
            text = shape.replace_all(&text, |found: &Captures<'_>| self.captured(*kind, found)).into_owned();
        }
        let mut kept = Vec::new();
        let employers = std::mem::take(&mut self.employers);
        for employer in &employers {
            text = employer.replace(&text, &mut |name| {
                if !self.keeps_employers {
                    return self.placeholder(RemovedKind::Employer, name);
                }
                kept.push(name.to_owned());
                kept_place(kept.len() - 1)
            });
        }
        self.employers = employers;
        text = self.without_towns(&text);
        let own_name = std::mem::replace(&mut self.own_name, OwnName::on_top(&[]));
        text = own_name.replace(&text, &mut || self.placeholder(RemovedKind::Own, ""));
        if !is_list_of_skills {
            text = self.names(&text);
        }
        for (place, name) in kept.iter().enumerate() {
            // Who gave a firm their own name is not named by it.
            let name = own_name.replace(name, &mut || self.placeholder(RemovedKind::Own, ""));
            text = text.replace(&kept_place(place), &name);
        }
        self.own_name = own_name;
        text
    }

    fn without_towns(&mut self, text: &str) -> String {
        let mut text = text.to_owned();
        let found: Vec<(String, String)> =
            beside(&text, &self.words).into_iter().map(|(whole, town)| (whole.to_owned(), town.to_owned())).collect();
        for (whole, town) in found {
            text = text.replace(&whole, &self.placeholder(RemovedKind::Address, &town));
        }
        let towns = std::mem::take(&mut self.towns);
        for town in &towns {
            text = town.replace(&text, &mut |name| self.placeholder(RemovedKind::Address, name));
        }
        self.towns = towns;
        text
    }

    /// What was taken out of all texts.
    pub(super) fn removed(&self) -> Vec<Removed> {
        self.taken.iter().map(|(kind, taken)| Removed { kind: *kind, count: taken.len() }).collect()
    }

    /// What was found with a placeholder for the group `it`, where the pattern has one, else for all of it.
    fn captured(&mut self, kind: RemovedKind, found: &Captures<'_>) -> String {
        let whole = &found[0];
        let Some(it) = found.name("it") else { return self.shape(kind, whole) };
        let before = whole.strip_suffix(it.as_str()).unwrap_or_default();
        before.to_owned() + &self.shape(kind, it.as_str())
    }

    /// A placeholder for what has the shape of something personal and is no harmless thing.
    fn shape(&mut self, kind: RemovedKind, found: &str) -> String {
        if is_harmless(kind, found, &self.words) {
            return found.to_owned();
        }
        let lead: String =
            found.chars().take_while(|c| c.is_whitespace() || (*c == '(' && kind == RemovedKind::Link)).collect();
        format!("{lead}{}", self.placeholder(kind, &found[lead.len()..]))
    }

    fn placeholder(&mut self, kind: RemovedKind, found: &str) -> String {
        let taken = self.taken.entry(kind).or_default();
        let key = found.to_lowercase();
        let is_same = |known: &String| *known == key || kind == RemovedKind::Name && is_part_of_other(known, &key);
        let number = taken.iter().position(is_same).unwrap_or_else(|| {
            taken.push(String::new());
            taken.len() - 1
        });
        // Of "Tom Brandt" and "Tom" the whole name is kept.
        if key.len() > taken[number].len() {
            taken[number] = key;
        }
        kind.shown(number)
    }

    /// Takes out the words that name somebody.
    fn names(&mut self, text: &str) -> String {
        let pieces = pieces(text);
        let mut shown = String::new();
        let mut end = 0;
        for piece in whole(taken(&pieces, text, &self.words), text) {
            shown.push_str(&text[end..piece.start]);
            shown.push_str(&self.placeholder(RemovedKind::Name, &text[piece.clone()]));
            end = piece.end;
        }
        shown + &text[end..]
    }
}

/// The same places, with those of one name in one: "Tom Brandt", "Sarah J. Miller".
fn whole(places: Vec<Range<usize>>, text: &str) -> Vec<Range<usize>> {
    let mut whole: Vec<Range<usize>> = Vec::new();
    for place in places {
        let goes_on = |last: &&mut Range<usize>| {
            let is_initial = last.end == last.start + 1 || text[..last.end].chars().rev().nth(1) == Some(' ');
            let between = &text[last.end..place.start];
            between == " " || between == ". " && is_initial
        };
        match whole.last_mut().filter(goes_on) {
            Some(last) => last.end = place.end,
            None => whole.push(place),
        }
    }
    whole
}

/// Whether all words of one name stand in the other.
fn is_part_of_other(one: &str, other: &str) -> bool {
    let words = |name| str::split_whitespace(name).map(|word| word.trim_end_matches('.')).collect::<Vec<&str>>();
    let (one, other) = (words(one), words(other));
    one.iter().all(|word| other.contains(word)) || other.iter().all(|word| one.contains(word))
}

/// What stands for a name that stays while others are looked for: a placeholder that no resume has.
fn kept_place(place: usize) -> String {
    format!("[{} {}]", RemovedKind::Employer.placeholder(), 900_000 + place)
}

/// The pattern of words that a person named, as whole words and in any case.
fn as_typed(words: &str) -> Option<Regex> {
    let escaped = regex::escape(words.trim());
    let edge = |at_edge: Option<char>| if at_edge.is_some_and(char::is_alphanumeric) { r"\b" } else { "" };
    let (before, behind) = (edge(words.trim().chars().next()), edge(words.trim().chars().next_back()));
    // What is too long for a pattern stands in no resume.
    (!escaped.is_empty()).then(|| Regex::new(&format!("(?i){before}{escaped}{behind}")).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::advice::Settings;
    use crate::drafting::prompt::Purpose;
    use crate::resume::{self, Format};
    use crate::role::Catalogue;

    static ADVICE: Settings = Settings { ignored: BTreeSet::new(), only: BTreeSet::new(), today: None };
    static ALL: Request<'static> =
        Request { purpose: Purpose::Lines, topics: &[], keeps_employers: false, take_out: &[], advice: &ADVICE };

    fn anonymous() -> Anonymous {
        let resume =
            "# Jo Doe\n\n## Experience\n\n### Senior Developer at Acme Google, Lund (2019 – now)\n\n- Built it\n";
        let resume = resume::read("r.md", resume.as_bytes(), Some(Format::Markdown)).expect("a resume");
        Anonymous::new(Words::new(&Catalogue::built_in().find("back-end-developer").expect("a role")), &resume, &ALL)
    }

    fn shown(text: &str) -> String {
        anonymous().text(text, false)
    }

    #[test]
    fn every_shape_is_a_pattern() {
        assert!(SHAPES.iter().all(|(_, shape)| shape.is_some()));
    }

    #[test]
    fn what_has_the_shape_of_an_address_or_a_number_is_taken_out() {
        assert_eq!(shown("Mail jo.doe@example.org"), "Mail [EMAIL 1]");
        assert_eq!(shown("Wrote https://example.org/jo?x=1 and www.example.org"), "Wrote [LINK 1] and [LINK 2]");
        assert_eq!(shown("Kept github.com/jodoe running"), "Kept [LINK 1] running");
        assert_eq!(shown("Reached at +46 (0)70 123 45 67"), "Reached at [PHONE 1]");
        assert_eq!(shown("Lives at 12 Long Hill Road"), "Lives at [ADDRESS 1]");
    }

    #[test]
    fn streets_of_other_languages_go() {
        for street in [
            "Lindenstr. 4",
            "Lindenstraße 12b",
            "Am Alten Markt 7",
            "Berliner Platz 5",
            "Unter den Linden 5",
            "Alte Str. 4",
            "Calle Mayor 12",
            "12 rue de la Paix",
            "An der Alster 3",
        ] {
            assert_eq!(shown(&format!("Lived at {street}")), "Lived at [ADDRESS 1]", "{street}");
        }
        for line in
            ["Am responsible for 7 shops", "Token Ring 16 networks", "Ran place 4 and avenue 5", "Ran substr 4 times"]
        {
            assert_eq!(shown(line), line);
        }
    }

    #[test]
    fn births_and_numbers_of_persons_go_and_what_tells_them_stays() {
        let taken = [
            ("Born 12 March 1990 in Africa", "Born [DATE OF BIRTH 1] in Africa"),
            ("Date of birth: 03.12.1990", "Date of birth: [DATE OF BIRTH 1]"),
            ("DOB 1990-12-03", "DOB [DATE OF BIRTH 1]"),
            ("born on March 12, 1990", "born on [DATE OF BIRTH 1]"),
            ("Passport No. C01X00T47", "Passport No. [NUMBER 1]"),
            ("ID number: 880217-4412", "ID number: [NUMBER 1]"),
            ("IBAN DE89 3704 0044 0532 0130 00, ready", "IBAN [NUMBER 1], ready"),
            ("Pay to DE89370400440532013000", "Pay to [NUMBER 1]"),
            ("tom dot brandt at gmail dot com", "[EMAIL 1]"),
            ("Write to zyxwa (at) example (dot) org", "Write to [EMAIL 1]"),
        ];
        for (line, expected) in taken {
            assert_eq!(shown(line), expected);
        }
        for line in [
            "Cut the ID lookups to 40 ms",
            "Moved ISO 27001 and RFC 2616 work to 3 teams",
            "Born of a need in 2019, the site grew",
            "Looked at the dot product of 3 vectors",
            "Tested account number fields with 40 cases",
        ] {
            assert_eq!(shown(line), line);
        }
    }

    #[test]
    fn two_names_in_a_row_are_a_person_wherever_they_stand() {
        let taken = [
            ("Trained Bill Baker on the till", "Trained [NAME 1] on the till"),
            ("Taught Mark Young and Grace Hopper", "Taught [NAME 1] and [NAME 2]"),
            ("Billy Baker and I ran it", "[NAME 1] and I ran it"),
        ];
        for (line, expected) in taken {
            assert_eq!(shown(line), expected);
        }
        assert_eq!(
            shown("Met Zyxwa J. Qwertz and J. Zyxwaly, then Qwertz"),
            "Met [NAME 1] and [NAME 2], then [NAME 1]"
        );
        for line in ["Mark Fields As Required", "Bill Banks each month", "Ran the May Day sale"] {
            assert_eq!(shown(line), line);
        }
    }

    #[test]
    fn what_only_looks_like_an_address_or_a_number_of_a_person_stays() {
        for line in [
            "Ran the shop from 01/2020 to 2021-03-15, then 12.05.2022-2023",
            "Served 1 000 000 users and 1234567.89 orders",
            "Wrote Node.js/Express and ASP.NET services, and React.js/Next.js pages",
            "Served 20000 Users in 40 Google Drive folders",
            "Wrote @angular/core modules",
        ] {
            assert_eq!(shown(line), line);
        }
        assert_eq!(shown("Lives in 21119 Zyxwa, CA 94103"), "Lives in [ADDRESS 1], [ADDRESS 2]");
        assert_eq!(shown("Wrote for jodoe.dev and 0701 234 567"), "Wrote for [LINK 1] and [PHONE 1]");
    }

    #[test]
    fn words_with_a_capital_that_name_nobody_stay() {
        for line in [
            "Regularly ran the suite. Proactively mended what failed",
            "Built the Forgot Password page for customers across Africa",
            "Moved the site to RaphaelJs, FabricJs and FS2 on the SoCs",
            "Wrote a game using Zyxwaly, such as Zyxwalo",
            "Marked exams in March and May 2021",
        ] {
            assert_eq!(shown(line), line);
        }
    }

    #[test]
    fn names_of_every_shape_go() {
        let named = [
            ("Led the team of O'Zyxwa and McQwertz", "Led the team of [NAME 1] and [NAME 2]"),
            ("Worked with Grace Young on the till", "Worked with [NAME 1] on the till"),
            ("Read the meters of British Gas customers", "Read the meters of [NAME 1] Gas customers"),
            ("Built the AcmeSync app", "Built the [EMPLOYER 1] app"),
            ("Wrote ZyxWa's app at qWertZ", "Wrote [NAME 1]'s app at [NAME 2]"),
            ("Taught in Zyxwatown", "Taught in [NAME 1]"),
        ];
        for (line, expected) in named {
            assert_eq!(shown(line), expected);
        }
    }

    #[test]
    fn ordinary_words_of_headings_name_an_employer_only_with_capitals() {
        let resume = "## Experience\n\n### Clerk at Big Target\n\n- Built it\n\n### Writer - contract\n\n- Wrote it\n";
        let resume = resume::read("r.md", resume.as_bytes(), Some(Format::Markdown)).expect("a resume");
        let words = Words::new(&Catalogue::built_in().find("back-end-developer").expect("a role"));
        let mut anonymous = Anonymous::new(words, &resume, &ALL);
        assert_eq!(anonymous.text("Hit the big target of Big Target", false), "Hit the big target of [EMPLOYER 1]");
        assert_eq!(anonymous.text("Signed a contract", false), "Signed a contract");
    }

    #[test]
    fn numbers_of_work_stay() {
        for line in [
            "Cut p95 latency from 900 ms to 140 ms",
            "Served 10,000 requests a second in 2019-2021",
            "Moved 400 million rows",
        ] {
            assert_eq!(shown(line), line);
        }
    }

    #[test]
    fn employers_and_names_go_and_technologies_stay() {
        assert_eq!(
            shown("Built Java services for Acme Google with Redis"),
            "Built Java services for [EMPLOYER 1] with Redis"
        );
        assert_eq!(
            shown("Worked with Zyxwa Qwertz on SQL, then Zyxwa's team"),
            "Worked with [NAME 1] on SQL, then [NAME 1]'s team"
        );
        assert_eq!(shown("Reported to Mark"), "Reported to [NAME 1]");
        assert_eq!(shown("Worked in Lund on acme google"), "Worked in [EMPLOYER 2] on [EMPLOYER 1]");
    }

    #[test]
    fn a_firm_is_known_without_its_legal_form() {
        let resume = "## Experience\n\n### Clerk at Foo Bar Inc. | Lund\n\n- Built it\n";
        let resume = resume::read("r.md", resume.as_bytes(), Some(Format::Markdown)).expect("a resume");
        let words = Words::new(&Catalogue::built_in().find("back-end-developer").expect("a role"));
        assert_eq!(Anonymous::new(words, &resume, &ALL).text("Sold for foo bar", false), "Sold for [EMPLOYER 1]");
    }

    #[test]
    fn the_same_words_get_the_same_placeholder() {
        let mut anonymous = anonymous();
        assert_eq!(anonymous.text("Asked Zyxwa", false), "Asked [NAME 1]");
        assert_eq!(anonymous.text("Asked Qwertz and Zyxwa", false), "Asked [NAME 2] and [NAME 1]");
        assert_eq!(anonymous.removed(), [Removed { kind: RemovedKind::Name, count: 2 }]);
    }
}
