//! Patterns to fill in, by the kind of the measure. They are data: `patterns.yaml` beside this file.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::drafting::wording::markdown;
use crate::matching::Requirement;
use crate::role::{CriterionKind, Item};

#[derive(Default, Deserialize)]
struct Source {
    kinds: Vec<MeasureKind>,
    more_deeds: Vec<String>,
    pasts: HashMap<String, String>,
    unmeasured: Vec<String>,
    activities: Vec<String>,
    requirements: Requirements,
    vague: Vec<String>,
    persons: HashSet<String>,
    before_weak: Vec<String>,
    result: String,
    unmeasured_result: String,
    verb: String,
}

#[derive(Default, Deserialize)]
struct Requirements {
    kinds: Vec<MeasureKind>,
}

#[derive(Deserialize)]
struct MeasureKind {
    id: String,
    #[serde(default)]
    by_unit: bool,
    words: Vec<String>,
    patterns: Vec<String>,
    #[serde(default)]
    deeds: Vec<String>,
}

/// The kind of requirements that are earned and issued.
const CERTIFICATE: &str = "certificate";

/// How many measures of a criterion get patterns.
const MOST_MEASURES: usize = 2;

// The file is part of the program, and a test reads it.
static SOURCE: LazyLock<Source> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("patterns.yaml")).unwrap_or_default());

/// Lines to fill in for a criterion that no line evidences.
pub(super) fn patterns(kind: CriterionKind, item: &Item) -> Vec<String> {
    let named = |patterns: &[String]| {
        patterns.iter().map(|pattern| pattern.replace("{criterion}", &in_slot(&item.name))).collect()
    };
    match kind {
        _ if !item.measures.is_empty() => by_measures(item),
        CriterionKind::Activity => named(&SOURCE.activities),
        CriterionKind::Kpi => named(&SOURCE.unmeasured),
        CriterionKind::Requirement => of_requirement(&item.name),
    }
}

fn by_measures(item: &Item) -> Vec<String> {
    let measures = item.measures.iter().take(MOST_MEASURES).map(|measure| Measure::new(measure));
    measures.flat_map(|measure| measure.patterns().iter().map(move |pattern| measure.filled(pattern))).collect()
}

/// A requirement asks what somebody is or has, and not what they raised or cut.
fn of_requirement(name: &str) -> Vec<String> {
    let kinds = &SOURCE.requirements.kinds;
    let requirement = Requirement::of(name);
    // What no line of work shows is earned somewhere, whatever it is called.
    let earned = || kinds.iter().find(|kind| kind.id == CERTIFICATE).filter(|_| requirement.is_degree);
    let told = kinds.iter().find(|kind| kind.is_told_by(name));
    let kind = told.or_else(earned).or_else(|| kinds.last()).unwrap_or(&NONE);
    let thing = in_slot(&requirement.about);
    kind.patterns.iter().map(|pattern| pattern.replace("{thing}", &thing)).collect()
}

/// What is put behind a line that has no number.
pub(super) fn result(item: Option<&Item>) -> String {
    match item.and_then(|item| item.measures.first()) {
        Some(measure) => Measure::new(measure).filled(&SOURCE.result),
        None => SOURCE.unmeasured_result.clone(),
    }
}

/// The slot for a strong verb.
pub(super) fn verb() -> &'static str {
    &SOURCE.verb
}

/// What somebody may be called, in small letters.
pub(super) fn persons() -> &'static HashSet<String> {
    &SOURCE.persons
}

/// Words that say nothing before a weak beginning.
pub(super) fn before_weak() -> &'static [String] {
    &SOURCE.before_weak
}

/// Words in small letters that stand where a number belongs.
pub(super) fn vague() -> &'static [String] {
    &SOURCE.vague
}

/// A measure with its unit: "time to find the cause (days)".
struct Measure<'m> {
    name: &'m str,
    unit: Option<&'m str>,
}

impl<'m> Measure<'m> {
    fn new(text: &'m str) -> Self {
        let split = text.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
        let (name, unit) = split.map_or((text.trim(), None), |(name, unit)| (name, Some(unit)));
        Self { name, unit }
    }

    fn kind(&self) -> &'static MeasureKind {
        let mut by_unit = SOURCE.kinds.iter().filter(|kind| kind.by_unit);
        let of_name = SOURCE.kinds.iter().find(|kind| kind.is_told_by(self.name));
        let of_unit = || self.unit.and_then(|unit| by_unit.find(|kind| kind.is_told_by(unit)));
        of_name.or_else(of_unit).or_else(|| SOURCE.kinds.last()).unwrap_or(&NONE)
    }

    fn patterns(&self) -> &'static [String] {
        let kind = self.kind();
        if self.deed().is_some() && !kind.deeds.is_empty() { &kind.deeds } else { &kind.patterns }
    }

    /// What was done and to what, where the name says it: "reviewed" and "pull requests per week".
    fn deed(&self) -> Option<(String, String)> {
        let words: Vec<&str> = self.name.split_whitespace().collect();
        let is_deed =
            |word: &str| word.len() > 4 && word.ends_with("ed") || SOURCE.more_deeds.iter().any(|d| d == word);
        let at = (1..words.len()).find(|at| is_deed(words[*at]))?;
        // "vulnerabilities found and closed"
        let joined =
            matches!(words.get(at + 1), Some(&("and" | "or"))) && words.get(at + 2).is_some_and(|word| is_deed(word));
        let end = if joined { at + 3 } else { at + 1 };
        let told = |word: &&str| SOURCE.pasts.get(*word).map_or(*word, String::as_str).to_owned();
        let deed: Vec<String> = words[at..end].iter().map(told).collect();
        Some((deed.join(" "), [&words[..at], &words[end..]].concat().join(" ")))
    }

    fn filled(&self, pattern: &str) -> String {
        let value = |name: &str| match self.unit {
            Some("%") => format!("[{name}%]"),
            Some(unit) if unit != "count" => format!("[{name} {}]", in_slot(unit)),
            _ => format!("[{name}]"),
        };
        let pattern = self.deed().map_or_else(
            || pattern.to_owned(),
            |(deed, thing)| {
                let rate = thing.contains(" per ") || thing.contains(" a ");
                let when = if rate { "over [period]" } else { "in [period]" };
                let thing = in_slot(&thing);
                pattern.replace("{deed}", &large(&deed)).replace("{thing}", &thing).replace("{when}", when)
            },
        );
        pattern.replace("{measure}", &in_slot(self.name)).replace("{x}", &value("X")).replace("{y}", &value("Y"))
    }
}

/// A word with a capital.
fn large(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Words of the role as they stand in a slot: they must not end it.
fn in_slot(text: &str) -> String {
    markdown(&text.replace(['[', ']'], ""))
}

/// What is taken where the file has no kind, which a test rules out.
static NONE: MeasureKind =
    MeasureKind { id: String::new(), by_unit: false, words: Vec::new(), patterns: Vec::new(), deeds: Vec::new() };

impl MeasureKind {
    /// Whether `text` has one of the kind's words or phrases.
    fn is_told_by(&self, text: &str) -> bool {
        let text = words_of(text);
        self.words.iter().map(|phrase| words_of(phrase)).any(|phrase| text.windows(phrase.len()).any(|at| at == phrase))
    }
}

fn words_of(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '%').filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::role::Catalogue;

    fn item(measures: &[&str]) -> Item {
        Item {
            name: "Speed".into(),
            description: None,
            keywords: Vec::new(),
            measures: measures.iter().map(|measure| (*measure).to_owned()).collect(),
            prompts: Vec::new(),
            example: None,
            weight: None,
        }
    }

    #[test]
    fn a_measure_is_of_the_first_kind_that_has_one_of_its_words() {
        let of = |measure| Measure::new(measure).kind().id.as_str();
        assert_eq!(of("mean time to resolution (hours or days)"), "lower");
        assert_eq!(of("hours saved per week"), "saved");
        assert_eq!(of("issues closed"), "done");
        assert_eq!(of("deals closed"), "won");
        assert_eq!(of("budget variance (%)"), "lower");
        assert_eq!(of("test coverage (%)"), "share");
        assert_eq!(of("survey score"), "rating");
        assert_eq!(of("currency per year"), "money");
        assert_eq!(of("endpoints delivered (count)"), "count");
    }

    #[test]
    fn a_measure_that_names_the_deed_gets_it_as_the_verb() {
        let first = |measure| patterns(CriterionKind::Kpi, &item(&[measure])).remove(0);
        assert_eq!(
            first("pull requests reviewed per week (count)"),
            "[Reviewed] [X] [pull requests per week] over [period], [with which result]"
        );
        assert_eq!(first("defects caught in review (count)"), "[Caught] [X] [defects in review] in [period] by [how]");
        assert_eq!(first("hours saved per week (hours)"), "[Saved] [X hours] [hours per week] over [period] by [how]");
        assert_eq!(first("tests run (count)"), "[Ran] [X] [tests] in [period], [with which result]");
        assert_eq!(
            first("vulnerabilities found and closed (count)"),
            "[Found and closed] [X] [vulnerabilities] in [period] by [how]"
        );
        assert_eq!(first("systems (count)"), "[Delivered] [X] [systems] in [period] with [tools], [with which result]");
    }

    #[test]
    fn what_is_good_is_never_proposed_to_be_cut_or_cleared() {
        const GOOD: [&str; 22] = [
            "growth absorbed without slowdown",
            "mtbf",
            "battery life",
            "without incident",
            "days without lost-time injury",
            "on time",
            "first time",
            "times quota",
            "active users",
            "revenue per unit of spend",
            "open rate",
            "blocked before release",
            "retained",
            "variance explained",
            "users gained",
            "revenue saved",
            "subscribers gained",
            "currency saved",
            "sales gained",
            "deals closed",
            "results won",
            "accounts recovered",
        ];
        let catalogue = Catalogue::built_in();
        let mut seen = [false; GOOD.len()];
        for summary in catalogue.roles() {
            let spec = catalogue.find(&summary.id).expect("a role").spec;
            let measures = spec.activities.iter().chain(&spec.kpis).flat_map(|item| &item.measures);
            for measure in measures {
                let words = format!(" {}", measure.to_lowercase());
                let Some(at) = GOOD.iter().position(|good| words.contains(&format!(" {good}"))) else { continue };
                // "cost per active user" is no number of users.
                if measure.starts_with("cost per") {
                    continue;
                }
                seen[at] = true;
                for pattern in patterns(CriterionKind::Kpi, &item(&[measure])) {
                    let wrong = ["[Cut]", "[Brought down]", "[Cleared]", "[Found and settled]"];
                    assert!(!wrong.iter().any(|verb| pattern.starts_with(verb)), "{measure}: {pattern}");
                }
            }
        }
        assert!(seen.iter().all(|seen| *seen), "{seen:?}");
    }

    #[test]
    fn a_pattern_holds_the_measure_and_its_unit_in_slots() {
        let first = |measure| patterns(CriterionKind::Kpi, &item(&[measure])).remove(0);
        assert_eq!(
            first("mean time to resolution (days)"),
            "[Cut] [mean time to resolution] from [X days] to [Y days] by [how]"
        );
        assert_eq!(first("test coverage (%)"), "[Raised] [test coverage] from [X%] to [Y%] by [how]");
        assert_eq!(
            patterns(CriterionKind::Kpi, &item(&[])).first().map(String::as_str),
            Some("[Improved] [Speed] from [X] to [Y] by [how]")
        );
    }

    #[test]
    fn a_requirement_reads_like_the_line_that_meets_it() {
        let first = |name: &str| of_requirement(name).remove(0);
        for (name, expected) in [
            (
                "5+ years of experience with Python",
                "[How many] years of [Python] at [where]: [what you built or ran with it]",
            ),
            (
                "Strong hands-on experience in Kafka",
                "[How many] years of [Kafka] at [where]: [what you built or ran with it]",
            ),
            ("At least 3 years' SQL", "[How many] years of [SQL] at [where]: [what you built or ran with it]"),
            ("Bachelor's degree in computer science", "[Degree] in [subject], [school], [year]"),
            ("AWS certification", "[AWS certification], [issued by whom], [year earned], [valid until when]"),
            ("BSN or ADN", "[BSN, ADN], [school], [year earned]"),
            ("Active RN license", "[RN license], [issued by whom], [year earned], [valid until when]"),
            ("Fluent English", "[English]: [level], [where you use it]"),
            (
                "Excellent communication skills",
                "[What you did that shows it] for [whom] at [where], [with which result in numbers]",
            ),
            ("Experience", "[How many] years of [Experience] at [where]: [what you built or ran with it]"),
        ] {
            assert_eq!(first(name), expected, "{name}");
        }
    }

    #[test]
    fn outside_its_slots_a_pattern_says_nothing_of_anybody() {
        const JOINING: [&str; 19] = [
            "years",
            "thing",
            "from",
            "to",
            "by",
            "in",
            "of",
            "with",
            "through",
            "within",
            "at",
            "over",
            "for",
            "which",
            "and",
            "x",
            "y",
            "criterion",
            "measure",
        ];
        let all = SOURCE.kinds.iter().flat_map(|kind| &kind.patterns).chain(&SOURCE.unmeasured);
        let all = all.chain(SOURCE.requirements.kinds.iter().flat_map(|kind| &kind.patterns));
        for pattern in all.chain([&SOURCE.result, &SOURCE.unmeasured_result, &SOURCE.verb]) {
            let mut outside = String::new();
            let mut depth = 0;
            for c in pattern.chars() {
                depth += i32::from(c == '[') - i32::from(c == ']');
                if depth == 0 && c != ']' {
                    outside.push(c);
                }
            }
            let mut words = outside.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            assert!(words.all(|word| JOINING.contains(&word)), "{pattern}");
        }
    }
}
