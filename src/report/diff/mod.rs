//! What a rewrite gained and lost: two checks of one role, criterion by criterion and line by line.

mod lines;
mod words;

use serde::Serialize;

use crate::matching::Strength;
use crate::role::CriterionKind;

use super::check::{
    CheckReport, CheckedLine, Coverage, CriterionReport, Location, ResumeName, RoleName, SCHEMA_VERSION,
};
use super::score::Score;
use lines::pair;
use words::changed_words;

pub use words::Span;

/// What changed from one resume to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DiffReport {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The role.
    pub role: RoleName,
    /// The resume as it was.
    pub old: ResumeName,
    /// The resume as it is.
    pub new: ResumeName,
    /// How much of the role was evidenced and is.
    pub coverage: CoverageChange,
    /// The criteria whose strength changed, in the order of [`CheckReport::criteria`].
    pub criteria: Vec<CriterionChange>,
    /// The judged lines.
    pub lines: LineChanges,
}

/// Coverage before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CoverageChange {
    /// Of the old resume.
    pub before: Coverage,
    /// Of the new one.
    pub after: Coverage,
}

/// What became of a criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Nothing evidenced it; now a line does.
    Gained,
    /// A line evidenced it; now none does.
    Lost,
    /// From partial to strong.
    Stronger,
    /// From strong to partial.
    Weaker,
}

/// A criterion whose strength changed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionChange {
    /// Unique within the role.
    pub id: String,
    /// Activity, KPI or requirement.
    pub kind: CriterionKind,
    /// Its name.
    pub name: String,
    /// What became of it.
    pub change: Change,
    /// What the old resume was worth for it.
    pub before: Worth,
    /// What the new one is.
    pub after: Worth,
}

/// What a resume is worth for a criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Worth {
    /// The strength of its best line.
    pub strength: Strength,
    /// The highest score of any line.
    pub score: Score,
    /// The line with that score; none where no line evidences the criterion.
    pub line: Option<PlacedLine>,
}

/// A line and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PlacedLine {
    /// The text.
    pub text: String,
    /// Its place.
    pub location: Location,
}

/// What became of the judged lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LineChanges {
    /// How many have the same words as before, wherever they stand.
    pub unchanged: usize,
    /// Those that were reworded, in the new resume's order.
    pub changed: Vec<ChangedLine>,
    /// Those that are new.
    pub added: Vec<PlacedLine>,
    /// Those that are gone.
    pub removed: Vec<PlacedLine>,
}

/// A line that was reworded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangedLine {
    /// How alike the two are, 0 to 1.
    pub similarity: Score,
    /// As it was.
    pub old: PlacedLine,
    /// As it is.
    pub new: PlacedLine,
    /// The words of the old line that are gone.
    pub removed_words: Vec<Span>,
    /// The words of the new line that are new.
    pub added_words: Vec<Span>,
}

impl DiffReport {
    /// What changed from `old` to `new`, two checks of the same role.
    #[must_use]
    pub fn new(old: &CheckReport, new: &CheckReport) -> Self {
        let before = |after: &CriterionReport| old.criteria.iter().find(|before| before.id == after.id);
        let criteria = new.criteria.iter().filter_map(|after| criterion(old, before(after)?, new, after));
        Self {
            schema_version: SCHEMA_VERSION,
            matcher_version: new.matcher_version,
            role: new.role.clone(),
            old: old.resume.clone(),
            new: new.resume.clone(),
            coverage: CoverageChange { before: old.coverage, after: new.coverage },
            criteria: criteria.collect(),
            lines: changes(&old.lines, &new.lines),
        }
    }

    /// The criteria that changed so.
    pub fn that(&self, change: Change) -> impl Iterator<Item = &CriterionChange> {
        self.criteria.iter().filter(move |criterion| criterion.change == change)
    }

    /// Whether nothing is different, neither a criterion nor a line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let lines = &self.lines;
        let same_lines = lines.changed.is_empty() && lines.added.is_empty() && lines.removed.is_empty();
        self.criteria.is_empty() && same_lines && self.coverage.before == self.coverage.after
    }
}

fn criterion(
    old: &CheckReport,
    before: &CriterionReport,
    new: &CheckReport,
    after: &CriterionReport,
) -> Option<CriterionChange> {
    let change = match (before.strength, after.strength) {
        (Strength::None, Strength::Partial | Strength::Strong) => Change::Gained,
        (Strength::Partial | Strength::Strong, Strength::None) => Change::Lost,
        (Strength::Partial, Strength::Strong) => Change::Stronger,
        (Strength::Strong, Strength::Partial) => Change::Weaker,
        _ => return None,
    };
    Some(CriterionChange {
        id: after.id.clone(),
        kind: after.kind,
        name: after.name.clone(),
        change,
        before: worth(old, before),
        after: worth(new, after),
    })
}

fn worth(report: &CheckReport, criterion: &CriterionReport) -> Worth {
    let best = report.best_evidence(criterion);
    let line = best.map(|best| PlacedLine { text: best.text.to_owned(), location: best.location.clone() });
    Worth { strength: criterion.strength, score: criterion.score, line }
}

fn placed(line: &CheckedLine) -> PlacedLine {
    PlacedLine { text: line.text.clone(), location: line.location.clone() }
}

fn changes(old: &[CheckedLine], new: &[CheckedLine]) -> LineChanges {
    let texts = |lines: &'_ [CheckedLine]| lines.iter().map(|line| line.text.clone()).collect::<Vec<_>>();
    let pairs = pair(&texts(old), &texts(new));
    let rest = |lines: &[CheckedLine], of: &[usize]| of.iter().map(|line| placed(&lines[*line])).collect();
    LineChanges {
        unchanged: pairs.same,
        changed: pairs.alike.iter().map(|(one, other, alike)| changed(&old[*one], &new[*other], *alike)).collect(),
        added: rest(new, &pairs.added),
        removed: rest(old, &pairs.removed),
    }
}

fn changed(old: &CheckedLine, new: &CheckedLine, similarity: f32) -> ChangedLine {
    let (removed_words, added_words) = changed_words(&old.text, &new.text);
    ChangedLine { similarity: Score(similarity), old: placed(old), new: placed(new), removed_words, added_words }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{DEFAULT_MIN_SCORE, check};
    use crate::resume::{self, Format};
    use crate::role::{Role, parse};

    const ROLE: &str = "title: T\nkpis:\n  - name: Writing unit tests\n    keywords: [unit tests]\n  \
                        - name: Code reviews\n    keywords: [code reviews]\n";

    fn checked(lines: &str) -> CheckReport {
        let role = Role { id: "t".into(), spec: parse(ROLE, "t.yaml").expect("a spec") };
        let resume = resume::read("r.txt", lines.as_bytes(), Some(Format::Text)).expect("a resume");
        check(&role, &resume, DEFAULT_MIN_SCORE).expect("a report")
    }

    #[test]
    fn what_was_gained_and_lost_has_its_lines() {
        let old = checked("- Wrote unit tests\n- Sang in a choir\n");
        let new = checked("- Sang in a choir\n- Ran 30 code reviews\n");
        let diff = DiffReport::new(&old, &new);
        let told: Vec<_> = diff.criteria.iter().map(|it| (it.id.as_str(), it.change)).collect();
        assert_eq!(told, [("writing-unit-tests", Change::Lost), ("code-reviews", Change::Gained)]);
        assert_eq!(diff.criteria[0].before.line.as_ref().expect("a line").text, "Wrote unit tests");
        assert_eq!(diff.criteria[0].after.line, None);
        assert_eq!((diff.lines.unchanged, diff.lines.added.len(), diff.lines.removed.len()), (1, 1, 1));
    }

    #[test]
    fn a_resume_differs_in_nothing_from_itself() {
        let report = checked("- Wrote unit tests\n- Wrote unit tests\n- Sang in a choir\n");
        let diff = DiffReport::new(&report, &report);
        assert!(diff.is_empty());
        assert_eq!(diff.lines.unchanged, 3);
    }
}
