//! What a check of a file found, place by place: the one shape that linters, advice and answers share, so that every
//! output format for editors and continuous integration is written once.

use serde::Serialize;

use super::check::SCHEMA_VERSION;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Should be mended.
    Warning,
    /// Must be mended: the file does not do what it is for.
    Error,
}

/// A rule that findings can come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleInfo {
    /// Its stable id, such as "weak-opener".
    pub id: String,
    /// What it looks for, in a sentence.
    pub summary: String,
}

/// One thing that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// The file as it was named; "-" for standard input.
    pub path: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The column behind the last character that it is about, where that is on the same line of the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<usize>,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// The words that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excerpt: Option<Excerpt>,
    /// It was found beside what the run was for, such as advice on wording in a check of KPIs, and fails nothing.
    #[serde(skip)]
    pub is_aside: bool,
}

/// A line of text with a part of it marked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excerpt {
    /// The line of the file, or the text of a resume's line.
    pub text: String,
    /// First marked character, from 0 (characters, not bytes).
    pub start: usize,
    /// The character behind the last.
    pub end: usize,
}

/// Something that was checked and is as it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passed {
    /// The file as it was named.
    pub path: String,
    /// What was checked, such as a KPI's name; the file itself where it was checked as a whole.
    pub name: String,
}

/// All that was found in one run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Findings {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// How many there are of each severity.
    pub counts: SeverityCounts,
    /// File by file in the order in which they were given, place by place.
    pub findings: Vec<Finding>,
    /// What was checked and found well, for formats that count tests.
    #[serde(skip)]
    pub passed: Vec<Passed>,
    /// The rules that were in force, for formats that describe them.
    #[serde(skip)]
    pub rules: Vec<RuleInfo>,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SeverityCounts {
    /// Of [`Severity::Error`].
    pub errors: usize,
    /// Of [`Severity::Warning`].
    pub warnings: usize,
    /// Of [`Severity::Note`].
    pub notes: usize,
}

impl Findings {
    /// All of `parts` as one, in their order.
    #[must_use]
    pub fn together(parts: impl IntoIterator<Item = Self>) -> Self {
        let (mut findings, mut passed, mut rules) = (Vec::new(), Vec::new(), Vec::<RuleInfo>::new());
        for part in parts {
            findings.extend(part.findings);
            passed.extend(part.passed);
            let unknown = |rule: &RuleInfo| rules.iter().all(|known| known.id != rule.id);
            let fresh: Vec<RuleInfo> = part.rules.into_iter().filter(unknown).collect();
            rules.extend(fresh);
        }
        Self::new(findings, passed, rules)
    }

    /// `findings`, which come file by file, each file's sorted by their places.
    #[must_use]
    pub fn new(mut findings: Vec<Finding>, passed: Vec<Passed>, rules: Vec<RuleInfo>) -> Self {
        for one_file in findings.chunk_by_mut(|a, b| a.path == b.path) {
            one_file.sort_by(|a, b| (a.line, a.column, &a.rule).cmp(&(b.line, b.column, &b.rule)));
        }
        let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
        let counts = SeverityCounts {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        };
        Self { schema_version: SCHEMA_VERSION, counts, findings, passed, rules }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: &str, line: usize, rule: &str) -> Finding {
        Finding {
            rule: rule.into(),
            severity: Severity::Warning,
            path: path.into(),
            line,
            column: 1,
            end_column: None,
            message: String::new(),
            help: None,
            excerpt: None,
            is_aside: false,
        }
    }

    #[test]
    fn files_keep_their_order_and_places_are_sorted_within_each() {
        let given = vec![at("b", 2, "x"), at("b", 1, "z"), at("b", 1, "y"), at("a", 1, "x")];
        let findings = Findings::new(given, Vec::new(), Vec::new());
        let order: Vec<_> = findings.findings.iter().map(|f| (f.path.as_str(), f.line, f.rule.as_str())).collect();
        assert_eq!(order, [("b", 1, "y"), ("b", 1, "z"), ("b", 2, "x"), ("a", 1, "x")]);
        assert_eq!(findings.counts, SeverityCounts { warnings: 4, ..SeverityCounts::default() });
    }
}
