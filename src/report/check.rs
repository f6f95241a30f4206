//! What the check of one resume says. Found by [`super::Checker`].

use serde::Serialize;

use crate::matching::{Evidence, PARTIAL_FROM, Strength};
use crate::resume::Format;
use crate::role::CriterionKind;

use super::advice::LineAdvice;
use super::score::Score;

/// Goes up when a key of the report goes or changes its meaning; new keys may come without.
pub const SCHEMA_VERSION: u32 = 1;

/// Matches below this score are left out unless asked for.
pub const DEFAULT_MIN_SCORE: f32 = PARTIAL_FROM;

/// What the check of a resume against a role found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckReport {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The role.
    pub role: RoleName,
    /// The resume.
    pub resume: ResumeName,
    /// How much of the role is evidenced.
    pub coverage: Coverage,
    /// The weights of KPIs that were asked for; the others count 1.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weights: Vec<Weighted>,
    /// The activities, the KPIs, then the requirements, in the role file's order.
    pub criteria: Vec<CriterionReport>,
    /// The lines that say what was done, in the document's order.
    pub lines: Vec<CheckedLine>,
}

/// Which role it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RoleName {
    /// The id.
    pub id: String,
    /// The title.
    pub title: String,
}

/// Which resume it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ResumeName {
    /// The file as it was named; "-" for standard input.
    pub path: String,
    /// What it was read as.
    pub format: Format,
}

/// How much of the role is evidenced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Of what the role is judged by.
    pub kpis: Counts,
    /// Of what the role does.
    pub activities: Counts,
    /// Of what the role asks for, where it asks for anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirements: Option<Counts>,
    /// Of the KPIs by their weights, where any were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weighted_kpis: Option<WeightedShare>,
}

/// How much a KPI counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Weighted {
    /// The KPI's id.
    pub id: String,
    /// From 0, which leaves it out.
    pub weight: u32,
}

/// Weights of KPIs, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WeightedShare {
    /// Of those with strong or partial evidence.
    pub covered: u64,
    /// Of all; never 0.
    pub total: u64,
}

/// How many criteria are evidenced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// With strong or partial evidence.
    pub covered: usize,
    /// With strong evidence.
    pub strong: usize,
    /// All.
    pub total: usize,
}

impl Coverage {
    /// What is counted where one share is asked for: the KPIs, or where the role has none, all that it has.
    #[must_use]
    pub fn counted(&self) -> Counts {
        if self.kpis.total > 0 {
            return self.kpis;
        }
        let all = [self.activities, self.requirements.unwrap_or_default()];
        all.into_iter().fold(Counts::default(), Counts::and)
    }

    /// What [`Coverage::counted`] counts is called.
    #[must_use]
    pub fn counted_name(&self) -> &'static str {
        match (self.kpis.total, self.activities.total, self.requirements) {
            (1.., ..) => "KPIs",
            (_, 0, _) => "requirements",
            (_, _, None) => "activities",
            (_, _, Some(_)) => "activities and requirements",
        }
    }

    /// The evidenced share of [`Coverage::counted`] in percent, of KPIs by their weights where there are any; none where
    /// there is nothing to cover.
    #[must_use]
    pub fn percent(&self) -> Option<f64> {
        match self.weighted_kpis {
            Some(share) => Some(share.percent()),
            None => self.counted().percent(),
        }
    }

    /// The kinds of which the role has any, in the order in which they are shown.
    pub fn by_kind(&self) -> impl Iterator<Item = (CriterionKind, Counts)> + Clone + use<> {
        let kinds = [
            (CriterionKind::Kpi, self.kpis),
            (CriterionKind::Activity, self.activities),
            (CriterionKind::Requirement, self.requirements.unwrap_or_default()),
        ];
        kinds.into_iter().filter(|(_, counts)| counts.total > 0)
    }

    /// Counts one more criterion.
    pub(super) fn add(&mut self, kind: CriterionKind, strength: Strength) {
        match kind {
            CriterionKind::Kpi => self.kpis.add(strength),
            CriterionKind::Activity => self.activities.add(strength),
            CriterionKind::Requirement => self.requirements.get_or_insert_default().add(strength),
        }
    }
}

/// What the whole resume is worth for one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionReport {
    /// Unique within the role.
    pub id: String,
    /// Activity, KPI or requirement.
    pub kind: CriterionKind,
    /// Its name.
    pub name: String,
    /// The strength of its best line.
    pub strength: Strength,
    /// The highest score of any line.
    pub score: Score,
    /// The lines that evidence it, partly or strongly, by index.
    pub lines: Vec<usize>,
    /// The line with the highest score, the first of equals; none where no line evidences it.
    pub best_line: Option<usize>,
    /// Where the resume says a degree, a licence or a certificate that is asked for, under education, licences or
    /// certificates, if that says it better than any line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said_in: Option<EvidenceLine>,
    /// The one next thing to do; none where the evidence is strong.
    pub next_step: Option<String>,
    /// All questions of the spec that jog the memory; none where the evidence is strong.
    pub prompts: Vec<String>,
    /// How the spec puts it in numbers; none where the evidence is strong.
    pub measures: Vec<String>,
}

/// One line and what it evidences.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckedLine {
    /// Its place in [`CheckReport::lines`].
    pub index: usize,
    /// The text.
    pub text: String,
    /// Where it stands in the source.
    pub location: Location,
    /// The criteria it scores for, in the order of [`CheckReport::criteria`].
    pub matches: Vec<LineMatch>,
    /// What its wording lacks, in the order of the rules.
    pub advice: Vec<LineAdvice>,
}

/// Where a line stands in its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Location {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Page, from 1, where the format has pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
    /// The path of the value, where the format is structured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The nearest heading above.
    pub section: Option<String>,
}

/// What one line is worth for one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LineMatch {
    /// The criterion's id.
    pub criterion: String,
    /// Activity or KPI.
    pub kind: CriterionKind,
    /// The score.
    pub score: Score,
    /// The score in a word.
    pub strength: Strength,
    /// The words that earned it.
    pub evidence: Vec<Evidence>,
}

/// One line with the words in it that are evidence for one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceLine {
    /// The text.
    pub text: String,
    /// Where it stands in the source.
    pub location: Location,
    /// The words that earned its score.
    pub evidence: Vec<Evidence>,
}

/// Where a criterion is best evidenced.
#[derive(Clone, Copy, Debug)]
pub struct BestEvidence<'r> {
    /// The text.
    pub text: &'r str,
    /// Where it stands in the source.
    pub location: &'r Location,
    /// The words that earned its score.
    pub evidence: &'r [Evidence],
    /// The line; none for what an education section says.
    pub line: Option<&'r CheckedLine>,
}

/// Why there is nothing to check.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CheckError {
    /// Lines were read, but none of them says what was done.
    #[error(
        "{path}: none of its lines says what you did (read: {read}, all of them about skills, training or who you are). \
         Put your work under a heading such as \"Experience\"; `rolefit lines` shows what was read"
    )]
    NoAccomplishment {
        /// The resume.
        path: String,
        /// How many lines were read.
        read: usize,
    },
    /// A weight is for a KPI that the role does not have.
    #[error("the role has no KPI called \"{name}\"{}", nearest.as_ref().map(|it| format!("; did you mean \"{it}\"?")).unwrap_or_default())]
    UnknownKpi {
        /// The KPI's id or name, as given.
        name: String,
        /// The id of the KPI whose id or name is most like it.
        nearest: Option<String>,
    },
    /// All weights are 0.
    #[error("every KPI has the weight 0, so none is left to cover. Give one of them a higher weight")]
    NoWeight,
    /// The role has neither activities nor KPIs.
    #[error("the role \"{title}\" has no activities and no KPIs to check against. Add `kpis:` to its spec")]
    NoCriteria {
        /// The role's title.
        title: String,
    },
}

impl CheckError {
    /// The message without the resume's name, for where the name stands beside it.
    #[must_use]
    pub fn reason(&self) -> String {
        let whole = self.to_string();
        let named = match self {
            Self::NoAccomplishment { path, .. } => whole.strip_prefix(path).and_then(|rest| rest.strip_prefix(": ")),
            Self::NoCriteria { .. } | Self::UnknownKpi { .. } | Self::NoWeight => None,
        };
        named.unwrap_or(&whole).to_owned()
    }
}

impl CheckReport {
    /// The criteria of one kind, in the role file's order.
    pub fn criteria_of(&self, kind: CriterionKind) -> impl Iterator<Item = &CriterionReport> {
        self.criteria.iter().filter(move |criterion| criterion.kind == kind)
    }

    /// The lines that evidence nothing.
    pub fn idle_lines(&self) -> impl Iterator<Item = &CheckedLine> {
        let used = |line: &CheckedLine| self.criteria.iter().any(|criterion| criterion.lines.contains(&line.index));
        self.lines.iter().filter(move |line| !used(line))
    }

    /// The lines that evidence a criterion beside its best one.
    pub fn other_lines(&self, criterion: &CriterionReport) -> impl Iterator<Item = &CheckedLine> {
        let others = criterion.lines.iter().filter(|line| Some(**line) != criterion.best_line);
        others.filter_map(|line| self.lines.get(*line))
    }

    /// Where a criterion is best evidenced: what an education section says, else its best line. The evidence is empty also
    /// where `min_score` left that match out.
    #[must_use]
    pub fn best_evidence<'r>(&'r self, criterion: &'r CriterionReport) -> Option<BestEvidence<'r>> {
        if let Some(said) = &criterion.said_in {
            return Some(BestEvidence {
                text: &said.text,
                location: &said.location,
                evidence: &said.evidence,
                line: None,
            });
        }
        let line = self.lines.get(criterion.best_line?)?;
        let found = line.matches.iter().find(|found| found.criterion == criterion.id);
        let evidence = found.map_or(&[][..], |found| found.evidence.as_slice());
        Some(BestEvidence { text: &line.text, location: &line.location, evidence, line: Some(line) })
    }
}

impl WeightedShare {
    /// The covered share in percent.
    #[must_use]
    pub fn percent(self) -> f64 {
        100.0 * self.covered as f64 / self.total as f64
    }
}

impl Counts {
    /// The covered share in percent; none where there is nothing to cover.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.total > 0).then(|| 100.0 * self.covered as f64 / self.total as f64)
    }

    fn and(self, other: Self) -> Self {
        Self {
            covered: self.covered + other.covered,
            strong: self.strong + other.strong,
            total: self.total + other.total,
        }
    }

    pub(super) fn add(&mut self, strength: Strength) {
        self.total += 1;
        self.covered += usize::from(strength != Strength::None);
        self.strong += usize::from(strength == Strength::Strong);
    }
}
