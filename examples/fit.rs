//! Fits the weights of `src/matching/score.rs` on labelled sets, and says how they do on each set when it is left out.
//!
//! `cargo run --release --example fit -- SET.jsonl ROLE [SET.jsonl ROLE]…`
//!
//! A logistic regression with weights of at least 0 (more evidence is never less score), every set counting alike, found
//! by projected gradient descent with a fixed number of steps: the same sets give the same weights.

use anyhow::{Context, Result, bail};
use rolefit::evaluation::labels;
use rolefit::matching::{Matcher, SIGNAL_NAMES};
use rolefit::role::Catalogue;
use serde_json::Value;

/// The signals, then whether the criterion has keywords.
const WIDTH: usize = SIGNAL_NAMES.len() + 1;
/// Keeps weights from growing without bound on few lines.
const SHRINKAGE: f64 = 0.0005;
const STEPS: usize = 20_000;
const STEP: f64 = 0.5;

/// One line held against one criterion.
struct Pair {
    signals: [f64; WIDTH],
    positive: bool,
}

/// Log-odds of nothing, then a weight a signal.
type Weights = [f64; WIDTH + 1];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.is_empty() || arguments.len() % 2 == 1 {
        bail!("usage: fit SET.jsonl ROLE [SET.jsonl ROLE]…");
    }
    let sets: Vec<Vec<Pair>> = arguments.chunks(2).map(|pair| read(&pair[0], &pair[1])).collect::<Result<_>>()?;
    let weights = fit(&sets.iter().collect::<Vec<_>>());
    println!("{:<32} {:>6.2}", "nothing", weights[0]);
    for (name, weight) in SIGNAL_NAMES.iter().chain(&["keywords known"]).zip(&weights[1..]) {
        println!("{name:<32} {weight:>6.2}");
    }
    for (left_out, pair) in arguments.chunks(2).enumerate() {
        // The same lines against another role's wording would not be new.
        let others: Vec<&Vec<Pair>> =
            sets.iter().zip(arguments.chunks(2)).filter(|(_, other)| other[0] != pair[0]).map(|(set, _)| set).collect();
        if !others.is_empty() {
            let (best, limit) = best_f1(&sets[left_out], &fit(&others));
            println!("left out: {} {}  F1 {best:.3} at {limit:.2}", pair[0], pair[1]);
        }
    }
    Ok(())
}

fn read(set: &str, role: &str) -> Result<Vec<Pair>> {
    let role = Catalogue::built_in().find(role)?;
    let text = std::fs::read_to_string(set).with_context(|| format!("cannot read {set}"))?;
    let matcher = Matcher::new(&role);
    let mut judge = matcher.judge();
    let labels = labels(&role);
    let mut pairs = Vec::new();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let row: Value = serde_json::from_str(line).with_context(|| format!("{set}:{}", at + 1))?;
        let line = row["text"].as_str().with_context(|| format!("{set}:{}: no \"text\"", at + 1))?;
        for (label, found) in labels.iter().zip(judge.signals(line)) {
            let mut signals = [0.0; WIDTH];
            signals.iter_mut().zip(&found.values).for_each(|(signal, value)| *signal = f64::from(*value));
            signals[WIDTH - 1] = f64::from(u8::from(found.has_keywords));
            pairs.push(Pair { signals, positive: row["labels"][label].as_u64().unwrap_or_default() > 0 });
        }
    }
    Ok(pairs)
}

fn probability(weights: &Weights, pair: &Pair) -> f64 {
    let log_odds =
        weights[0] + pair.signals.iter().zip(&weights[1..]).map(|(signal, weight)| signal * weight).sum::<f64>();
    1.0 / (1.0 + (-log_odds).exp())
}

fn fit(sets: &[&Vec<Pair>]) -> Weights {
    let mut weights = [0.0; WIDTH + 1];
    for _ in 0..STEPS {
        let mut slope = [0.0; WIDTH + 1];
        for set in sets {
            let share = 1.0 / (set.len() * sets.len()) as f64;
            for pair in *set {
                let error = share * (probability(&weights, pair) - f64::from(u8::from(pair.positive)));
                slope[0] += error;
                slope[1..].iter_mut().zip(&pair.signals).for_each(|(slope, signal)| *slope += error * signal);
            }
        }
        for (at, (weight, slope)) in weights.iter_mut().zip(slope).enumerate() {
            let shrink = if at == 0 { 0.0 } else { SHRINKAGE * *weight };
            *weight -= STEP * (slope + shrink);
            // The first and the last may be negative: nothing, and keywords that are known but not there.
            if (1..WIDTH).contains(&at) {
                *weight = weight.max(0.0);
            }
        }
    }
    weights
}

/// The best F1 over all limits, and the limit.
fn best_f1(set: &[Pair], weights: &Weights) -> (f64, f64) {
    let scored: Vec<(f64, bool)> = set.iter().map(|pair| (probability(weights, pair), pair.positive)).collect();
    let positives = scored.iter().filter(|(_, positive)| *positive).count();
    let f1 = |limit: f64| {
        let said = scored.iter().filter(|(score, _)| *score >= limit);
        let (hits, all) = said.fold((0, 0), |(hits, all), (_, positive)| (hits + usize::from(*positive), all + 1));
        2.0 * hits as f64 / (all + positives).max(1) as f64
    };
    (5..95)
        .map(|hundredth| f64::from(hundredth) / 100.0)
        .map(|limit| (f1(limit), limit))
        .fold((0.0, 0.0), |a, b| if b.0 > a.0 { b } else { a })
}
