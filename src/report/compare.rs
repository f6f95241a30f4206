//! `compare`: what two roles share, and what is new in the second.
//!
//! A criterion is shared where each side's words are evidence for the other: its name, description and example are held
//! as lines against the other role's criterion, and the other's against it. Likeness is the root of the product of the
//! two highest scores; the limits between none, partial and strong are those of a line's score. A subject in common is not
//! enough: what makes two criteria alike stands in `likeness`.

use serde::Serialize;

use crate::matching::{Evidence, Strength, VERSION};
use crate::resume::Resume;
use crate::role::{Criterion, CriterionKind, Item, Role, Stage, Weight, same_name, topic_counts};

use super::check::{CheckError, EvidenceLine, ResumeName, RoleName, SCHEMA_VERSION};
use super::checker::{Checker, accomplishments, name};
use super::likeness::{Best, Side, best, partner, texts};
use super::questions::TopicCount;
use super::score::Score;
use super::stage_kinds::StageKinds;

/// What a second role shares with a first, and what is new in it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CompareReport {
    /// [`SCHEMA_VERSION`].
    pub schema_version: u32,
    /// The version of the rules that gave the scores.
    pub matcher_version: u32,
    /// The first role.
    pub from: RoleName,
    /// The second role.
    pub to: RoleName,
    /// The resume that the new criteria were held against, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume: Option<ResumeName>,
    /// The second role's criteria that the first has too, in the second role file's order.
    pub shared: Vec<SharedCriterion>,
    /// The second role's criteria that the first has not, in the second role file's order.
    pub new: Vec<NewCriterion>,
    /// The topics of the second role's questions.
    pub topics: Topics,
    /// The stages of the two selection processes.
    pub stages: Stages,
}

/// Which criterion of a role it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CriterionName {
    /// Unique within its role.
    pub id: String,
    /// Activity, KPI or requirement.
    pub kind: CriterionKind,
    /// Its name.
    pub name: String,
}

/// A criterion of the second role that one of the first is like.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SharedCriterion {
    /// The second role's criterion.
    pub to: CriterionName,
    /// The first role's criterion that is most like it.
    pub from: CriterionName,
    /// How alike they are, 0 to 1.
    pub likeness: Score,
    /// The same in a word: partial or strong.
    pub strength: Strength,
    /// What was held against what: the second's words against the first, then the first's against the second.
    pub because: Vec<Reason>,
}

/// Words of one criterion that are evidence for another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    /// The name, description or example that was held as a line.
    pub text: String,
    /// The name of the criterion that it was held against.
    pub against: String,
    /// Its score there.
    pub score: Score,
    /// The words that earned it.
    pub evidence: Vec<Evidence>,
}

/// A criterion of the second role that none of the first is like.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewCriterion {
    /// Which it is.
    #[serde(flatten)]
    pub name: CriterionName,
    /// What it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// How much it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<Weight>,
    /// Questions that jog the memory.
    pub prompts: Vec<String>,
    /// What the resume shows of it, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resume: Option<ResumeEvidence>,
}

/// What a resume shows of a criterion.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResumeEvidence {
    /// The strength of its best line.
    pub strength: Strength,
    /// The highest score of any line.
    pub score: Score,
    /// The best line; none where none is evidence.
    pub line: Option<EvidenceLine>,
}

/// Question topics of the second role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Topics {
    /// Those that the first role's questions have too.
    pub shared: Vec<TopicCount>,
    /// Those that they have not.
    pub new: Vec<TopicCount>,
}

/// Stages of the two selection processes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stages {
    /// Those of the second that the first has too, perhaps under another name.
    pub shared: Vec<AlikeStages>,
    /// Those of the second that the first has not.
    pub new: Vec<Stage>,
    /// The names of those of the first that the second has not.
    pub gone: Vec<String>,
}

/// One stage under its two names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AlikeStages {
    /// Its name in the second process.
    pub to: String,
    /// Its name in the first.
    pub from: String,
}

/// Holds `to` against `from`, and what is new in it against `resume`.
pub fn compare(from: &Role, to: &Role, resume: Option<&Resume>) -> Result<CompareReport, CheckError> {
    let (first, second) = (Side::new(from)?, Side::new(to)?);
    let forth = best(&second, &first);
    let back = best(&first, &second);
    let (mut shared, mut new) = (Vec::new(), Vec::new());
    for (place, criterion) in second.criteria.iter().enumerate() {
        match partner(&first, &second, place, (&forth, &back)) {
            Some((other, likeness)) => shared.push(pair(&first, &second, (other, place), likeness, (&forth, &back))),
            None => new.push((place, new_criterion(criterion))),
        }
    }
    if let Some(resume) = resume {
        hold(to, resume, &mut new)?;
    }
    Ok(CompareReport {
        schema_version: SCHEMA_VERSION,
        matcher_version: VERSION,
        from: role_name(from),
        to: role_name(to),
        resume: resume.map(name),
        shared,
        new: new.into_iter().map(|(_, criterion)| criterion).collect(),
        topics: topics(from, to),
        stages: stages(&from.spec.stages, &to.spec.stages),
    })
}

fn pair(
    first: &Side<'_>,
    second: &Side<'_>,
    (other, place): (usize, usize),
    likeness: f32,
    (forth, back): (&Best, &Best),
) -> SharedCriterion {
    let (from, to) = (&first.criteria[other], &second.criteria[place]);
    SharedCriterion {
        to: criterion_name(to),
        from: criterion_name(from),
        likeness: Score(likeness),
        strength: Strength::of(likeness),
        because: vec![
            reason(to.item, forth[place][other], first, other),
            reason(from.item, back[other][place], second, place),
        ],
    }
}

fn reason(item: &Item, (text, score): (usize, f32), against: &Side<'_>, criterion: usize) -> Reason {
    let text = texts(item)[text];
    Reason {
        text: text.to_owned(),
        against: against.criteria[criterion].item.name.clone(),
        score: Score(score),
        evidence: against.matcher.judge().evidence(text, criterion),
    }
}

fn new_criterion(criterion: &Criterion<'_>) -> NewCriterion {
    let item = criterion.item;
    NewCriterion {
        name: criterion_name(criterion),
        description: item.description.clone(),
        weight: item.weight,
        prompts: item.prompts.clone(),
        resume: None,
    }
}

/// Says of each new criterion what `resume` shows of it.
fn hold(to: &Role, resume: &Resume, new: &mut [(usize, NewCriterion)]) -> Result<(), CheckError> {
    let lines = accomplishments(resume)?;
    let checker = Checker::new(to)?;
    let mut worker = checker.worker();
    let (found, _) = worker.summed_up(&lines, &resume.training());
    for (place, criterion) in new {
        let found = &found[*place];
        criterion.resume = Some(ResumeEvidence {
            strength: found.strength,
            score: found.score,
            line: found
                .said_in
                .clone()
                .or_else(|| found.best_line.map(|line| worker.evidence_line(lines[line], *place))),
        });
    }
    Ok(())
}

fn topics(from: &Role, to: &Role) -> Topics {
    let known = topic_counts(&from.spec);
    let is_known = |topic: &TopicCount| known.iter().any(|(name, _)| same_name(name, &topic.topic));
    let all = topic_counts(&to.spec).into_iter();
    let (shared, new) =
        all.map(|(topic, questions)| TopicCount { topic: topic.to_owned(), questions }).partition(is_known);
    Topics { shared, new }
}

/// Pairs the stages of two processes, each with one at most: those that have most in common first, then in order.
fn stages(from: &[Stage], to: &[Stage]) -> Stages {
    let kinds = StageKinds::built_in();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (at, stage) in to.iter().enumerate() {
        let common = |known: &Stage| kinds.in_common(&known.name, &stage.name);
        pairs
            .extend(from.iter().enumerate().map(|(other, known)| (common(known), at, other)).filter(|pair| pair.0 > 0));
    }
    pairs.sort_by_key(|(common, at, other)| (std::cmp::Reverse(*common), *at, *other));
    let mut partners: Vec<Option<usize>> = vec![None; to.len()];
    for (_, at, other) in pairs {
        if partners[at].is_none() && !partners.contains(&Some(other)) {
            partners[at] = Some(other);
        }
    }
    let (mut shared, mut new) = (Vec::new(), Vec::new());
    for (stage, partner) in to.iter().zip(&partners) {
        match partner {
            Some(other) => shared.push(AlikeStages { to: stage.name.clone(), from: from[*other].name.clone() }),
            None => new.push(stage.clone()),
        }
    }
    let gone = (0..from.len()).filter(|other| !partners.contains(&Some(*other)));
    Stages { shared, new, gone: gone.map(|other| from[other].name.clone()).collect() }
}

fn criterion_name(criterion: &Criterion<'_>) -> CriterionName {
    CriterionName { id: criterion.id.clone(), kind: criterion.kind, name: criterion.item.name.clone() }
}

fn role_name(role: &Role) -> RoleName {
    RoleName { id: role.id.clone(), title: role.spec.title.clone() }
}
