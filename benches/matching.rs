//! How fast lines are read and judged. Unit: one item is one line, one role or one text, and divan shows items a second
//! of one core. `cargo bench --bench matching`
#![allow(clippy::expect_used, reason = "a benchmark that cannot be laid out has to stop")]

use std::hint::black_box;

use divan::Bencher;
use divan::counter::ItemsCount;
use rolefit::matching::Matcher;
use rolefit::role::{Catalogue, Role};
use rolefit::text::tokens;

fn main() {
    divan::main();
}

/// The texts of the labelled sets: 420 lines of seven professions.
fn lines() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/labelled");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).expect("the labelled sets").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    paths.sort();
    let text = |row: &str| {
        serde_json::from_str::<serde_json::Value>(row).expect("a labelled line")["text"].as_str().map(str::to_owned)
    };
    let read = |path| std::fs::read_to_string(path).expect("a labelled set");
    paths.iter().flat_map(|path| read(path).lines().filter_map(text).collect::<Vec<_>>()).collect()
}

fn role() -> Role {
    Catalogue::built_in().find("back-end-developer").expect("a built-in role")
}

/// Lines a second against the 20 criteria of the back-end role, by a judge that has seen their words.
#[divan::bench]
fn judge_lines(bencher: Bencher) {
    let (lines, role) = (lines(), role());
    let matcher = Matcher::new(&role);
    let mut judge = matcher.judge();
    bencher
        .counter(ItemsCount::new(lines.len()))
        .bench_local(|| lines.iter().map(|line| judge.judge(black_box(line)).len()).sum::<usize>());
}

/// The same by a new judge, so that every word is looked up once.
#[divan::bench]
fn judge_lines_with_a_new_judge(bencher: Bencher) {
    let (lines, role) = (lines(), role());
    let matcher = Matcher::new(&role);
    bencher.counter(ItemsCount::new(lines.len())).bench_local(|| {
        let mut judge = matcher.judge();
        lines.iter().map(|line| judge.judge(black_box(line)).len()).sum::<usize>()
    });
}

/// Roles a second made ready for judging.
#[divan::bench]
fn prepare_a_role(bencher: Bencher) {
    let role = role();
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| Matcher::new(black_box(&role)));
}

/// Role specs a second read from YAML.
#[divan::bench]
fn read_a_role_spec(bencher: Bencher) {
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench_local(|| Catalogue::built_in().find(black_box("back-end-developer")));
}

/// Lines a second cut into tokens.
#[divan::bench]
fn cut_into_tokens(bencher: Bencher) {
    let lines = lines();
    bencher
        .counter(ItemsCount::new(lines.len()))
        .bench_local(|| lines.iter().map(|line| tokens(black_box(line)).len()).sum::<usize>());
}
