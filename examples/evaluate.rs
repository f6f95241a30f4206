//! How well lines are judged: F1, average precision and the worst criteria on a labelled set.
//!
//! `cargo run --release --example evaluate -- SET.jsonl ROLE [--each] [--wrong] [--without SIGNAL]… [--signals] [--asked]`
//!
//! A set has one JSON object a line, `{"id", "text", "labels": {"A1": 2, "K3": 1}}`: A1… are the role's activities and
//! K1… its KPIs in the role file's order; grade 2 is direct evidence, 1 partial, absent none.

use std::path::Path;

use anyhow::{Context, Result, bail};
use rolefit::evaluation::{Figures, Labelled, Pair, Tally, judge, labels, read_set};
use rolefit::matching::{Matcher, SIGNAL_NAMES, Strength};
use rolefit::role::{Catalogue, Role};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [set, role, flags @ ..] = arguments.as_slice() else {
        bail!("usage: evaluate SET.jsonl ROLE [--each] [--wrong] [--without SIGNAL] [--signals] [--asked]");
    };
    let role = Catalogue::built_in().find(role)?;
    let lines = read_set(Path::new(set))?;
    let without = signals_off(flags)?;
    if flags.iter().any(|flag| flag == "--signals") {
        print_signals(&role, &lines);
        return Ok(());
    }
    if flags.iter().any(|flag| flag == "--asked") {
        print_asked(&role);
        return Ok(());
    }
    let pairs = judge(&role, &lines, &without)?;
    if flags.iter().any(|flag| flag == "--wrong") {
        print_wrong(&role, &lines, &pairs);
    }
    print_criteria(&role, &pairs, flags.iter().any(|flag| flag == "--each"));
    println!("{}", Figures::of(&pairs));
    Ok(())
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

fn print_signals(role: &Role, lines: &[Labelled]) {
    let matcher = Matcher::new(role);
    let mut judge = matcher.judge();
    let labels = labels(role);
    println!("line,criterion,grade,list,{}", SIGNAL_NAMES.join(","));
    for (line, row) in lines.iter().enumerate() {
        for (label, signals) in labels.iter().zip(judge.signals(&row.text)) {
            let grade = row.labels.get(label).copied().unwrap_or_default();
            let values: Vec<String> = signals.values.iter().map(ToString::to_string).collect();
            println!("{line},{label},{grade},{},{}", u8::from(signals.limit.is_some()), values.join(","));
        }
    }
}

/// What is read out of each criterion: its actions and subjects, with their weights.
fn print_asked(role: &Role) {
    let matcher = Matcher::new(role);
    let list = |weights: &[(&str, f32)]| {
        let parts: Vec<String> = weights.iter().map(|(name, weight)| format!("{name} {weight:.2}")).collect();
        if parts.is_empty() { "any".to_owned() } else { parts.join(", ") }
    };
    for (number, (label, criterion)) in labels(role).iter().zip(role.criteria()).enumerate() {
        println!("{label} {}", criterion.item.name);
        for asked in matcher.asked(number) {
            println!("    {}: [{}] on [{}]", asked.source, list(&asked.actions), list(&asked.subjects));
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
            let tally =
                Tally::of(pairs.iter().filter(|pair| pair.criterion == criterion), Pair::decided, Pair::positive);
            let positives = tally.hit + tally.missed;
            let name = &criteria[criterion].item.name;
            (tally.f1(), format!("{:4} {name:50.50} positives {positives:3}  {tally}", labels[criterion]))
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.iter().take(if all { rows.len() } else { 5 }).for_each(|(_, row)| println!("{row}"));
}
