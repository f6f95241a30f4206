//! `kpi-check` of one resume: coverage, next steps, criteria, heat map, lines.

use std::collections::HashMap;

use minijinja::Error;
use serde::Serialize;

use crate::render::evidence::place;
use crate::render::reasons::reasons;
use crate::render::words::{percent, plural, weights};
use crate::report::{
    CheckReport, CheckedLine, Counts, CriterionKind, CriterionReport, LineAdvice, LineMatch, Score, Strength,
};

use super::page::page;
use super::passage::{Part, Place, parts};
use super::shade;
use super::wording::{Rule, rules};

/// The whole check as an HTML page. The error is one of the built-in templates.
pub fn check(report: &CheckReport) -> Result<String, Error> {
    page("check.html", &View::new(report), report.matcher_version)
}

#[derive(Serialize)]
struct View<'r> {
    role: &'r str,
    resume: &'r str,
    format: String,
    lines_total: usize,
    lines_used: usize,
    /// The share of the KPIs by their weights and those, where there are any.
    by_weight: Option<String>,
    /// Whether any criterion has a next step.
    unfinished: bool,
    groups: Vec<Group>,
    criteria: Vec<Criterion<'r>>,
    lines: Vec<Line<'r>>,
    /// How many lines have advice.
    lines_advised: usize,
    /// The rules that have advice on a line.
    rules: Vec<Rule<'r>>,
}

/// The criteria of a kind.
#[derive(Serialize)]
struct Group {
    kind: CriterionKind,
    name: &'static str,
    counts: Shares,
}

/// How many criteria have which evidence.
#[derive(Serialize)]
struct Shares {
    covered: usize,
    strong: usize,
    partial: usize,
    none: usize,
    total: usize,
}

#[derive(Serialize)]
struct Criterion<'r> {
    /// Its column in the heat map, from 1.
    number: usize,
    /// Whether it is the first of its kind.
    first: bool,
    kind: CriterionKind,
    kind_name: &'static str,
    name: &'r str,
    strength: Strength,
    score: String,
    shade: u8,
    best: Option<Best<'r>>,
    others: Vec<LineRef>,
    next_step: Option<&'r str>,
    /// The questions and measures that the next step does not hold.
    prompts: Vec<&'r str>,
    measures: Vec<&'r str>,
}

#[derive(Serialize)]
struct Best<'r> {
    /// The line to lead to; none for what an education section says.
    index: Option<usize>,
    place: String,
    parts: Vec<Part<'r>>,
    reasons: String,
}

/// A line, to lead to.
#[derive(PartialEq, Eq, Serialize)]
pub(super) struct LineRef {
    index: usize,
    place: String,
}

#[derive(Serialize)]
struct Line<'r> {
    #[serde(flatten)]
    at: LineRef,
    section: Option<&'r str>,
    path: Option<&'r str>,
    text: &'r str,
    parts: Vec<Part<'r>>,
    matches: Vec<Match<'r>>,
    advice: &'r [LineAdvice],
    strength: Strength,
    /// The strength as a number, to sort by.
    rank: u8,
    /// The highest score of its matches.
    best: String,
    /// Whether it has matches that `--min-score` left out, and no others.
    left_out: bool,
    cells: Vec<Cell>,
}

#[derive(Serialize)]
struct Match<'r> {
    number: usize,
    name: &'r str,
    kind: CriterionKind,
    kind_name: &'static str,
    strength: Strength,
    score: String,
    reasons: String,
}

/// A line and a criterion in the heat map.
#[derive(Serialize)]
struct Cell {
    number: usize,
    first: bool,
    /// None where the line says nothing for the criterion.
    strength: Option<Strength>,
    score: String,
    shade: u8,
}

impl<'r> View<'r> {
    fn new(report: &'r CheckReport) -> Self {
        let kinds = report.coverage.by_kind();
        let in_order = kinds.clone().flat_map(|(kind, _)| report.criteria_of(kind));
        let columns = Columns::new(in_order.collect());
        let path = report.resume.path.as_str();
        Self {
            role: &report.role.title,
            resume: if path == "-" { "standard input" } else { path },
            format: report.resume.format.to_string(),
            lines_total: report.lines.len(),
            lines_used: report.lines.len() - report.idle_lines().count(),
            by_weight: report
                .coverage
                .weighted_kpis
                .map(|share| format!("{} by weight: {}", percent(share), weights(&report.weights))),
            unfinished: report.criteria.iter().any(|criterion| criterion.next_step.is_some()),
            groups: kinds
                .map(|(kind, counts)| Group { kind, name: plural(kind), counts: Shares::from(counts) })
                .collect(),
            criteria: columns.numbered().map(|(number, found)| columns.criterion(report, number, found)).collect(),
            lines: report.lines.iter().map(|line| columns.line(line)).collect(),
            lines_advised: report.lines.iter().filter(|line| !line.advice.is_empty()).count(),
            rules: rules(&report.lines),
        }
    }
}

/// The criteria in the order in which they are shown, and the number of each.
struct Columns<'r> {
    criteria: Vec<&'r CriterionReport>,
    numbers: HashMap<&'r str, usize>,
}

impl<'r> Columns<'r> {
    fn new(criteria: Vec<&'r CriterionReport>) -> Self {
        let numbers = criteria.iter().zip(1..).map(|(criterion, number)| (criterion.id.as_str(), number)).collect();
        Self { criteria, numbers }
    }

    fn numbered(&self) -> impl Iterator<Item = (usize, &'r CriterionReport)> {
        (1..).zip(self.criteria.iter().copied())
    }

    fn is_first(&self, number: usize) -> bool {
        number == 1 || self.criteria[number - 2].kind != self.criteria[number - 1].kind
    }

    fn criterion(&self, report: &'r CheckReport, number: usize, found: &'r CriterionReport) -> Criterion<'r> {
        let best = report.best_evidence(found).map(|best| {
            let places = best.evidence.iter().map(|evidence| Place { evidence, number, criterion: &found.name });
            let (parts, reasons) = (parts(best.text, places), reasons(best.evidence));
            Best { index: best.line.map(|line| line.index), place: place(best.location), parts, reasons }
        });
        Criterion {
            number,
            first: self.is_first(number),
            kind: found.kind,
            kind_name: found.kind.name(),
            name: &found.name,
            strength: found.strength,
            score: found.score.short(),
            shade: shade(found.strength, found.score),
            best,
            others: report.other_lines(found).map(LineRef::from).collect(),
            prompts: beside(&found.prompts, found.next_step.as_deref()),
            measures: beside(&found.measures, found.next_step.as_deref()),
            next_step: found.next_step.as_deref(),
        }
    }

    fn line(&self, line: &'r CheckedLine) -> Line<'r> {
        // With --min-score 0 every criterion is listed, also those that the line says nothing for.
        let evidencing = || line.matches.iter().filter(|found| found.strength != Strength::None);
        let mut found: Vec<(usize, &'r LineMatch)> =
            evidencing().filter_map(|found| Some((*self.numbers.get(found.criterion.as_str())?, found))).collect();
        found.sort_by_key(|(number, _)| *number);
        let places = found.iter().flat_map(|(number, found)| {
            let criterion = self.criteria[number - 1].name.as_str();
            found.evidence.iter().map(move |evidence| Place { evidence, number: *number, criterion })
        });
        let strength = evidencing().map(|found| found.strength).max().unwrap_or(Strength::None);
        let best = evidencing()
            .map(|found| found.score)
            .fold(Score::default(), |best, score| if score > best { score } else { best });
        let used = self.criteria.iter().any(|criterion| criterion.lines.contains(&line.index));
        Line {
            at: LineRef::from(line),
            section: line.location.section.as_deref(),
            path: line.location.path.as_deref(),
            text: &line.text,
            advice: &line.advice,
            parts: parts(&line.text, places),
            strength,
            rank: strength as u8,
            best: best.short(),
            left_out: used && found.is_empty(),
            cells: self.cells(&found),
            matches: found.iter().map(|(number, found)| self.found(*number, found)).collect(),
        }
    }

    fn found(&self, number: usize, found: &'r LineMatch) -> Match<'r> {
        Match {
            number,
            name: &self.criteria[number - 1].name,
            kind: found.kind,
            kind_name: found.kind.name(),
            strength: found.strength,
            score: found.score.short(),
            reasons: reasons(&found.evidence),
        }
    }

    fn cells(&self, found: &[(usize, &LineMatch)]) -> Vec<Cell> {
        let mut cells: Vec<Cell> =
            self.numbered().map(|(number, _)| Cell::empty(number, self.is_first(number))).collect();
        for (number, found) in found {
            let cell = &mut cells[number - 1];
            cell.strength = Some(found.strength);
            cell.score = found.score.short();
            cell.shade = shade(found.strength, found.score);
        }
        cells
    }
}

impl Cell {
    fn empty(number: usize, first: bool) -> Self {
        Self { number, first, strength: None, score: String::new(), shade: 0 }
    }
}

impl From<Counts> for Shares {
    fn from(counts: Counts) -> Self {
        let Counts { covered, strong, total } = counts;
        Self { covered, strong, partial: covered - strong, none: total - covered, total }
    }
}

impl From<&CheckedLine> for LineRef {
    fn from(line: &CheckedLine) -> Self {
        Self { index: line.index, place: place(&line.location) }
    }
}

/// Those of `texts` that `step` does not end with.
fn beside<'r>(texts: &'r [String], step: Option<&str>) -> Vec<&'r str> {
    let is_told = |text: &str| step.is_some_and(|step| step.ends_with(text));
    texts.iter().map(String::as_str).filter(|text| !is_told(text)).collect()
}
