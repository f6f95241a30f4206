//! How well lines are judged: F1, average precision and the worst criteria on a labelled set.
//!
//! `cargo run --release --example evaluate -- SET.jsonl ROLE [--each] [--wrong] [--without SIGNAL]… [--signals]`
//!
//! A set has one JSON object a line, `{"id", "text", "labels": {"A1": 2, "K3": 1}}`: A1… are the role's activities and
//! K1… its KPIs in the role file's order; grade 2 is direct evidence, 1 partial, absent none.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use rolefit::matching::{Matcher, SIGNAL_NAMES, Strength};
use rolefit::role::{Catalogue, CriterionKind, Role};
use serde::Deserialize;

#[derive(Deserialize)]
struct Labelled {
    text: String,
    labels: BTreeMap<String, u8>,
}

/// One line held against one criterion.
struct Pair {
    line: usize,
    criterion: usize,
    score: f32,
    strength: Strength,
    grade: u8,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [set, role, flags @ ..] = arguments.as_slice() else {
        bail!("usage: evaluate SET.jsonl ROLE [--each] [--wrong] [--without SIGNAL] [--signals]");
    };
    let role = Catalogue.find(role)?;
    let lines = read_set(set)?;
    let without = signals_off(flags)?;
    if flags.iter().any(|flag| flag == "--signals") {
        print_signals(&role, &lines);
        return Ok(());
    }
    let pairs = judge(&role, &lines, &without);
    if flags.iter().any(|flag| flag == "--wrong") {
        print_wrong(&role, &lines, &pairs);
    }
    print_criteria(&role, &pairs, flags.iter().any(|flag| flag == "--each"));
    println!("{}", Figures::of(&pairs));
    Ok(())
}

fn read_set(path: &str) -> Result<Vec<Labelled>> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {path}"))?;
    let row = |(at, line): (usize, &str)| {
        serde_json::from_str(line).with_context(|| format!("{path}:{}: not a labelled line", at + 1))
    };
    text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(row).collect()
}

fn signals_off(flags: &[String]) -> Result<Vec<usize>> {
    let names = flags.iter().zip(flags.iter().skip(1)).filter(|(flag, _)| *flag == "--without").map(|(_, name)| name);
    names
        .map(|name| {
            SIGNAL_NAMES
                .iter()
                .position(|known| known == name)
                .with_context(|| format!("no signal is called \"{name}\"; signals: {}", SIGNAL_NAMES.join(", ")))
        })
        .collect()
}

/// "A1" … "K10", in the order of the role's criteria.
fn labels(role: &Role) -> Vec<String> {
    let (mut activities, mut kpis, mut requirements) = (0, 0, 0);
    let criteria = role.criteria();
    let label = |kind: CriterionKind| match kind {
        CriterionKind::Activity => {
            activities += 1;
            format!("A{activities}")
        }
        CriterionKind::Kpi => {
            kpis += 1;
            format!("K{kpis}")
        }
        CriterionKind::Requirement => {
            requirements += 1;
            format!("R{requirements}")
        }
    };
    criteria.iter().map(|criterion| criterion.kind).map(label).collect()
}

fn judge(role: &Role, lines: &[Labelled], without: &[usize]) -> Vec<Pair> {
    let matcher = Matcher::new(role);
    let mut judge = matcher.judge();
    let labels = labels(role);
    let mut pairs = Vec::new();
    for (line, row) in lines.iter().enumerate() {
        for (criterion, judged) in judge.judge_without(&row.text, without).into_iter().enumerate() {
            let grade = row.labels.get(&labels[criterion]).copied().unwrap_or_default();
            pairs.push(Pair { line, criterion, score: judged.score, strength: judged.strength, grade });
        }
    }
    pairs
}

fn print_signals(role: &Role, lines: &[Labelled]) {
    let matcher = Matcher::new(role);
    let mut judge = matcher.judge();
    let labels = labels(role);
    println!("line,criterion,grade,list,{}", SIGNAL_NAMES.join(","));
    for (line, row) in lines.iter().enumerate() {
        for (label, signals) in labels.iter().zip(judge.signals(&row.text)) {
            let grade = row.labels.get(label).copied().unwrap_or_default();
            let values: Vec<String> = signals.values.iter().map(ToString::to_string).collect();
            println!("{line},{label},{grade},{},{}", u8::from(signals.list), values.join(","));
        }
    }
}

fn print_wrong(role: &Role, lines: &[Labelled], pairs: &[Pair]) {
    let (labels, criteria) = (labels(role), role.criteria());
    for pair in pairs {
        let said = pair.strength != Strength::None;
        if said != (pair.grade > 0) {
            let (label, name) = (&labels[pair.criterion], &criteria[pair.criterion].item.name);
            let what = if said { "extra " } else { "missed" };
            println!("{what} {label} {name} | grade {} | {:.2} | {}", pair.grade, pair.score, lines[pair.line].text);
        }
    }
}

/// One row a criterion, the worst first; without `all`, the five worst.
fn print_criteria(role: &Role, pairs: &[Pair], all: bool) {
    let (labels, criteria) = (labels(role), role.criteria());
    let mut rows: Vec<(f64, String)> = (0..criteria.len())
        .map(|criterion| {
            let tally = Tally::of(pairs.iter().filter(|pair| pair.criterion == criterion), Pair::decided, Pair::positive);
            let positives = tally.hit + tally.missed;
            let name = &criteria[criterion].item.name;
            (tally.f1(), format!("{:4} {name:50.50} positives {positives:3}  {tally}", labels[criterion]))
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.iter().take(if all { rows.len() } else { 5 }).for_each(|(_, row)| println!("{row}"));
}

impl Pair {
    fn decided(&self) -> bool {
        self.strength != Strength::None
    }

    fn positive(&self) -> bool {
        self.grade > 0
    }

    fn strong(&self) -> bool {
        self.strength == Strength::Strong
    }

    fn direct(&self) -> bool {
        self.grade == 2
    }
}

#[derive(Default)]
struct Tally {
    hit: usize,
    extra: usize,
    missed: usize,
}

impl Tally {
    fn of<'p>(pairs: impl Iterator<Item = &'p Pair>, said: fn(&Pair) -> bool, is: fn(&Pair) -> bool) -> Self {
        let mut tally = Self::default();
        for pair in pairs {
            match (said(pair), is(pair)) {
                (true, true) => tally.hit += 1,
                (true, false) => tally.extra += 1,
                (false, true) => tally.missed += 1,
                (false, false) => {}
            }
        }
        tally
    }

    fn precision(&self) -> f64 {
        self.hit as f64 / (self.hit + self.extra).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.hit as f64 / (self.hit + self.missed).max(1) as f64
    }

    fn f1(&self) -> f64 {
        2.0 * self.hit as f64 / (2 * self.hit + self.extra + self.missed).max(1) as f64
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "F1 {:.3} (P {:.3} R {:.3})", self.f1(), self.precision(), self.recall())
    }
}

struct Figures {
    decision: Tally,
    strong: Tally,
    average_precision: f64,
    pairs: usize,
}

impl Figures {
    fn of(pairs: &[Pair]) -> Self {
        Self {
            decision: Tally::of(pairs.iter(), Pair::decided, Pair::positive),
            strong: Tally::of(pairs.iter(), Pair::strong, Pair::direct),
            average_precision: average_precision(pairs),
            pairs: pairs.len(),
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { decision, strong, average_precision, pairs } = self;
        write!(f, "{decision}  AP {average_precision:.3}  strong-F1 {:.3}  pairs {pairs}", strong.f1())
    }
}

/// Area under precision and recall, as a sum over distinct scores (pairs of one score share a level).
fn average_precision(pairs: &[Pair]) -> f64 {
    let positives = pairs.iter().filter(|pair| pair.positive()).count();
    let mut order: Vec<&Pair> = pairs.iter().collect();
    order.sort_by(|a, b| b.score.total_cmp(&a.score));
    let (mut hits, mut seen, mut area) = (0, 0, 0.0);
    for level in order.chunk_by(|a, b| a.score.total_cmp(&b.score).is_eq()) {
        let hit = level.iter().filter(|pair| pair.positive()).count();
        hits += hit;
        seen += level.len();
        area += hit as f64 / positives.max(1) as f64 * hits as f64 / seen as f64;
    }
    area
}
