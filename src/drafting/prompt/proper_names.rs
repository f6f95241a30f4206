//! Proper names that a resume gives away: those of employers, schools and projects stand in its headings, those of towns
//! beside states and countries.

use regex::{Captures, Regex};

use crate::resume::{LineKind, Resume};

use super::identifying::{SOURCE, is_english, is_ordinary, is_whole_term};
use super::towns::is_region;

/// The name of an employer, a school, a project or a town.
pub(super) struct ProperName {
    pattern: Regex,
    /// All of its words are ordinary ones: only with a capital do they name it.
    is_ordinary: bool,
}

/// Those of the headings of jobs, projects and schools, the longest first; `towns` are none.
pub(super) fn employers(resume: &Resume, towns: &[String]) -> Vec<ProperName> {
    let held = |kind: LineKind| {
        matches!(
            kind,
            LineKind::Experience | LineKind::Volunteer | LineKind::Education | LineKind::Project | LineKind::Award
        )
    };
    let lines = resume.lines.iter().filter(|line| held(line.kind));
    let mut found: Vec<String> = lines.filter_map(|line| line.section.as_deref()).flat_map(parts_of_heading).collect();
    found.retain(|name| !towns.contains(name) && !is_region(name));
    found.sort_by_key(|name| (std::cmp::Reverse(name.chars().count()), name.clone()));
    found.dedup();
    found.iter().filter_map(|name| proper_name(name)).collect()
}

impl ProperName {
    /// `text` with `placeholder` for the name wherever it stands.
    pub(super) fn replace(&self, text: &str, placeholder: &mut dyn FnMut(&str) -> String) -> String {
        let replaced = self.pattern.replace_all(text, |found: &Captures<'_>| {
            let name = found[0].strip_prefix(&found[1]).unwrap_or(&found[0]);
            let name = name.strip_suffix(&found[2]).unwrap_or(name);
            let opens = found.get(0).is_some_and(|found| found.start() == 0);
            if self.is_ordinary && (opens && !name.contains(' ') || !has_capitals(name)) {
                return found[0].to_owned();
            }
            format!("{}{}{}", &found[1], placeholder(name), &found[2])
        });
        replaced.into_owned()
    }
}

/// The pattern of `name`; none where ordinary words in small letters are all that it is.
pub(super) fn proper_name(name: &str) -> Option<ProperName> {
    let bare = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let is_ordinary = name.split_whitespace().map(bare).all(|word| is_ordinary(&word));
    if is_ordinary && !has_capitals(name) {
        return None;
    }
    let escaped = regex::escape(name);
    let first = name.split_whitespace().next().unwrap_or_default();
    // "AcmeSync" of Acme Apps tells the firm as well.
    let is_own = first.chars().count() > 3 && first.chars().all(char::is_alphabetic);
    let product = (is_own && !is_whole_term(&first.to_lowercase()))
        .then(|| format!(r"|(?-i:{first})(?-i:\p{{Lu}})[\p{{L}}\p{{N}}]*"));
    // A name that is too long for a pattern is none.
    let pattern =
        format!(r"(?i)(^|[^\p{{L}}\p{{N}}])(?:{escaped}{})($|[^\p{{L}}\p{{N}}])", product.unwrap_or_default());
    let pattern = Regex::new(&pattern).ok()?;
    Some(ProperName { pattern, is_ordinary })
}

/// Whether every word that could have a capital has one.
fn has_capitals(name: &str) -> bool {
    const SMALL: [&str; 7] = ["of", "and", "the", "for", "in", "de", "&"];
    let mut words = name.split_whitespace().filter(|word| !SMALL.contains(word));
    words.all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// The parts of "Senior Developer at Acme Corp, Malmö (2021 – now)" that name no job.
fn parts_of_heading(heading: &str) -> Vec<String> {
    let heading = heading.replace(" at ", "|").replace(" @ ", "|").replace(" for ", "|").replace(" - ", "|");
    let parts = heading.split(['|', ',', ';', '(', ')', '–', '—', '·', '•', ':', '/']).map(str::trim);
    let whole: Vec<String> = parts.filter(|part| names_employer(part)).map(str::to_owned).collect();
    let short = whole.iter().filter_map(|name| without_legal_form(name)).collect::<Vec<String>>();
    whole.into_iter().chain(short).collect()
}

fn names_employer(part: &str) -> bool {
    let words: Vec<String> = part.split_whitespace().map(str::to_lowercase).collect();
    let job = words.iter().any(|word| SOURCE.job_words.contains(word.trim_matches(|c: char| !c.is_alphanumeric())));
    let date = |word: &String| SOURCE.ordinary.contains(word) || word.starts_with(|c: char| c.is_ascii_digit());
    let heading = words.iter().all(|word| SOURCE.heading_words.contains(word));
    let small = part == part.to_lowercase() && words.iter().all(|word| is_english(word));
    !job && !words.iter().all(date) && !heading && !small && part.chars().filter(|c| c.is_alphabetic()).count() >= 2
}

/// "Acme" of "Acme Inc.", where something is left.
fn without_legal_form(name: &str) -> Option<String> {
    let (rest, form) = name.rsplit_once(' ')?;
    let is_form =
        SOURCE.legal_forms.contains(form.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str());
    is_form.then(|| rest.trim_end_matches([',', ' ']).to_owned()).filter(|rest| rest.chars().count() > 2)
}
