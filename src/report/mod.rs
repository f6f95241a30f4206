//! What was found, as plain data. Every output format is made from these structs alone, and their JSON is what
//! docs/json.md promises.

mod advice;
mod answers;
mod card;
mod check;
mod check_findings;
mod checker;
mod cohort;
mod compare;
mod diff;
mod explain;
mod findings;
mod fit;
mod likeness;
mod lines;
mod lint;
mod next_step;
mod questions;
mod role_search;
mod roles;
mod score;
mod stage_kinds;
mod stages;
mod standing;

pub use crate::advice::{Level as AdviceLevel, Rule as AdviceRule};
pub use crate::matching::{Evidence, Limit, PARTIAL_FROM, STRONG_FROM, Strength, Why};
pub use crate::resume::Format as ResumeFormat;
pub use crate::role::{CriterionKind, Item, Stage, Weight};

pub use crate::role::Question;
pub use advice::{LineAdvice, advice};
pub use answers::{
    AddressedKpi, AnswerFinding, AnswerRecord, AnswerReport, AnswerSource, Answered, CheckedAnswer, JudgedAnswer,
    PartLength, Story, ToldPart, TopicAnswers,
};
pub use card::{RoleCard, Section};
pub use check::{
    CheckError, CheckReport, CheckedLine, Counts, Coverage, CriterionReport, DEFAULT_MIN_SCORE, EvidenceLine,
    LineMatch, Location, ResumeName, RoleName, SCHEMA_VERSION, Weighted, WeightedShare,
};
pub use checker::{Checker, Worker, check};
pub use cohort::{Cohort, CohortReport, CriterionCount, Failure, FailureLine, RecordFailure};
pub use compare::{
    AlikeStages, CompareReport, CriterionName, NewCriterion, Reason, ResumeEvidence, SharedCriterion, Stages, Topics,
    compare,
};
pub use diff::{
    Change, ChangedLine, CoverageChange, CriterionChange, DiffReport, LineChanges, PlacedLine, Span, Worth,
};
pub use explain::{CriterionExplanation, Explanation, SignalValue, explain};
pub use findings::{Excerpt, Finding, Findings, Passed, RuleInfo, Severity, SeverityCounts};
pub use fit::{FitReport, Fitter, Missing, RoleFit, StrongestCriterion, fit};
pub use lines::{LinesReport, ListedLine};
pub use lint::{SpecText, lint_specs};
pub use questions::{NumberedQuestion, QuestionFilter, QuestionList, TopicCount, TopicList};
pub use role_search::{Part, SearchMatch};
pub use roles::{RoleEntry, RoleList, RoleSource, UnknownFunction};
pub use score::Score;
pub use stages::StageList;
pub use standing::{Standing, Strongest};
