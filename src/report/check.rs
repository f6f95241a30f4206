//! `kpi-check`: a resume's lines held against a role's activities and KPIs.

use serde::Serialize;

use crate::matching::{Evidence, Judge, Judgement, Matcher, PARTIAL_FROM, Strength, VERSION};
use crate::resume::{Format, Line, Resume};
use crate::role::{Criterion, CriterionKind, Role};

use super::next_step;
use super::score::Score;

/// Goes up when the report's shape changes.
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
    /// The activities, then the KPIs, in the role file's order.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// Of what the role is judged by.
    pub kpis: Counts,
    /// Of what the role does.
    pub activities: Counts,
    /// Of what the role asks for, where it asks for anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirements: Option<Counts>,
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

/// What the whole resume is worth for one criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CriterionReport {
    /// Unique within the role.
    pub id: String,
    /// Activity or KPI.
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
    /// The one next thing to do; none where the evidence is strong.
    pub next_step: Option<String>,
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
    /// The role has neither activities nor KPIs.
    #[error("the role \"{title}\" has no activities and no KPIs to check against. Add `kpis:` to its spec")]
    NoCriteria {
        /// The role's title.
        title: String,
    },
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

    /// The evidence of a criterion's best line. Empty also where `min_score` left that match out.
    #[must_use]
    pub fn best_evidence(&self, criterion: &CriterionReport) -> Option<(&CheckedLine, &[Evidence])> {
        let line = self.lines.get(criterion.best_line?)?;
        let found = line.matches.iter().find(|found| found.criterion == criterion.id);
        Some((line, found.map_or(&[], |found| found.evidence.as_slice())))
    }
}

impl Counts {
    /// The covered share in percent; none where there is nothing to cover.
    #[must_use]
    pub fn percent(self) -> Option<f64> {
        (self.total > 0).then(|| 100.0 * self.covered as f64 / self.total as f64)
    }

    fn add(&mut self, strength: Strength) {
        self.total += 1;
        self.covered += usize::from(strength != Strength::None);
        self.strong += usize::from(strength == Strength::Strong);
    }
}

/// Holds every line of `resume` that says what was done against every criterion of `role`. Matches that score less than
/// `min_score` are left out of the lines; strengths, best lines and coverage do not depend on it.
pub fn check(role: &Role, resume: &Resume, min_score: f32) -> Result<CheckReport, CheckError> {
    let criteria = role.criteria();
    if criteria.is_empty() {
        return Err(CheckError::NoCriteria { title: role.spec.title.clone() });
    }
    let lines: Vec<&Line> = resume.accomplishments().collect();
    if lines.is_empty() {
        return Err(CheckError::NoAccomplishment { path: resume.path.clone(), read: resume.lines.len() });
    }
    let matcher = Matcher::new(role);
    let mut judge = matcher.judge();
    let judged: Vec<Vec<Judgement>> = lines.iter().map(|line| judge.judge(&line.text)).collect();
    let criteria_found: Vec<CriterionReport> =
        (0..).zip(&criteria).map(|(place, criterion)| sum_up(place, criterion, &judged, &lines)).collect();
    let checked = (0..)
        .zip(lines.iter().zip(&judged))
        .map(|(index, (line, judgements))| CheckedLine {
            index,
            text: line.text.clone(),
            location: location(line),
            matches: matches(&mut judge, line, &criteria, judgements, min_score),
        })
        .collect();
    Ok(CheckReport {
        schema_version: SCHEMA_VERSION,
        matcher_version: VERSION,
        role: RoleName { id: role.id.clone(), title: role.spec.title.clone() },
        resume: ResumeName { path: resume.path.clone(), format: resume.format },
        coverage: coverage(&criteria_found),
        criteria: criteria_found,
        lines: checked,
    })
}

fn sum_up(place: usize, criterion: &Criterion<'_>, judged: &[Vec<Judgement>], texts: &[&Line]) -> CriterionReport {
    let column = || judged.iter().enumerate().filter_map(|(line, row)| Some((line, row.get(place)?)));
    let first_highest = |best: (usize, f32), (line, found): (usize, &Judgement)| {
        if found.score > best.1 { (line, found.score) } else { best }
    };
    let (line, score) = column().fold((0, 0.0), first_highest);
    let lines: Vec<usize> =
        column().filter(|(_, found)| found.strength != Strength::None).map(|(line, _)| line).collect();
    let strength = column().map(|(_, found)| found.strength).max().unwrap_or(Strength::None);
    let next_step = match strength {
        Strength::Strong => None,
        Strength::Partial => Some(next_step::for_partial(criterion.item, &texts[line].text)),
        Strength::None => Some(next_step::for_gap(criterion.item)),
    };
    CriterionReport {
        id: criterion.id.clone(),
        kind: criterion.kind,
        name: criterion.item.name.clone(),
        strength,
        score: Score(score),
        lines,
        best_line: (strength != Strength::None).then_some(line),
        next_step,
    }
}

fn matches(
    judge: &mut Judge<'_>,
    line: &Line,
    criteria: &[Criterion<'_>],
    judgements: &[Judgement],
    min_score: f32,
) -> Vec<LineMatch> {
    let reported = criteria.iter().zip(judgements).enumerate().filter(|(_, (_, found))| found.score >= min_score);
    reported
        .map(|(place, (criterion, found))| LineMatch {
            criterion: criterion.id.clone(),
            kind: criterion.kind,
            score: Score(found.score),
            strength: found.strength,
            evidence: judge.evidence(&line.text, place),
        })
        .collect()
}

fn coverage(criteria: &[CriterionReport]) -> Coverage {
    let mut coverage = Coverage { kpis: Counts::default(), activities: Counts::default(), requirements: None };
    for criterion in criteria {
        match criterion.kind {
            CriterionKind::Kpi => coverage.kpis.add(criterion.strength),
            CriterionKind::Activity => coverage.activities.add(criterion.strength),
            CriterionKind::Requirement => coverage.requirements.get_or_insert_default().add(criterion.strength),
        }
    }
    coverage
}

fn location(line: &Line) -> Location {
    let place = line.place.clone();
    Location {
        line: place.line,
        column: place.column,
        page: place.page,
        path: place.path,
        section: line.section.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resume;
    use crate::role::parse;

    const ROLE: &str = "title: T\nactivities:\n  - name: Writing unit tests\n    keywords: [unit tests]\n\
                        kpis:\n  - name: Honey yield\n    keywords: [honey]\n";

    fn checked(lines: &str, min_score: f32) -> CheckReport {
        let role = Role { id: "t".into(), spec: parse(ROLE, "t.yaml").expect("a spec") };
        let resume = resume::read("r.txt", lines.as_bytes(), Some(Format::Text)).expect("a resume");
        check(&role, &resume, min_score).expect("a report")
    }

    #[test]
    fn of_equal_lines_the_first_is_the_best() {
        let report = checked("- Wrote unit tests\n- Wrote unit tests\n- Sang in a choir\n", DEFAULT_MIN_SCORE);
        assert_eq!((report.criteria[0].best_line, report.criteria[0].lines.as_slice()), (Some(0), [0, 1].as_slice()));
        assert_eq!(report.idle_lines().map(|line| line.index).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn a_gap_has_a_step_and_no_line() {
        let report = checked("- Wrote unit tests\n", DEFAULT_MIN_SCORE);
        let gap = report.criteria_of(CriterionKind::Kpi).next().expect("a KPI");
        assert_eq!((gap.strength, gap.best_line, gap.lines.len()), (Strength::None, None, 0));
        assert!(gap.next_step.is_some());
        assert_eq!(report.coverage.kpis, Counts { covered: 0, strong: 0, total: 1 });
        assert_eq!(report.coverage.kpis.percent(), Some(0.0));
    }

    #[test]
    fn the_least_score_reaches_the_matches_only() {
        let all = checked("- Wrote unit tests\n", 0.0);
        let none = checked("- Wrote unit tests\n", 1.0);
        assert_eq!((all.lines[0].matches.len(), none.lines[0].matches.len()), (2, 0));
        assert_eq!(all.criteria, none.criteria);
    }

    #[test]
    fn nothing_to_cover_is_no_share() {
        assert_eq!(Counts::default().percent(), None);
    }
}
