//! How well the labelled sets are judged. A change that makes one worse fails here.
//!
//! The floors guard against steps back; they are no measure of how well unseen lines are judged. The weights were fitted on
//! these sets, and the lexicon has phrases of theirs.

use std::path::{Path, PathBuf};

use rolefit::evaluation::{Figures, Labelled, Pair, judge, read_set};
use rolefit::role::{Catalogue, Role};

/// For each set, the least F1 of the decision and the least average precision. Raise them when matching gets better.
const FLOORS: [(&str, f64, f64); 7] = [
    ("accountant", 0.749, 0.710),
    ("back-end-developer", 0.578, 0.754),
    ("data-analyst", 0.684, 0.680),
    ("digital-marketing-manager", 0.770, 0.792),
    ("product-manager", 0.691, 0.712),
    ("project-manager", 0.548, 0.490),
    ("registered-nurse", 0.666, 0.657),
];
/// The same over the pairs of all sets.
const FLOOR_OF_ALL: (f64, f64) = (0.675, 0.686);
/// The same where the roles' descriptions are taken away.
const FLOOR_OF_NAMES: (f64, f64) = (0.652, 0.628);

/// The least F1 and average precision over the plain lines of all built-in roles.
const FLOOR_OF_PLAIN_LINES: (f64, f64) = (0.746, 0.797);

/// Lines as people write them, terse and in everyday words, held against the built-in roles.
#[test]
fn plain_lines_are_judged_as_well_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled/plain");
    let mut all: Vec<Pair> = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("a file").path();
        let id = path.file_stem().and_then(std::ffi::OsStr::to_str).expect("the id of a role");
        let role = Catalogue::built_in().find(id).expect("a built-in role");
        all.extend(judge(&role, &read_set(&path).expect("a labelled set"), &[]).expect("labels of the role"));
    }
    let figures = Figures::of(&all);
    println!("plain lines: {figures}");
    let (f1, average_precision) = FLOOR_OF_PLAIN_LINES;
    assert!(figures.decision.f1() >= f1 && figures.average_precision >= average_precision, "{figures}");
}

/// The least F1 and average precision over trades that the lexicon does not know; and where the descriptions are taken away.
const FLOOR_OF_TRADES: (f64, f64) = (0.646, 0.639);
const FLOOR_OF_TRADES_BY_NAMES: (f64, f64) = (0.432, 0.36);

/// A beekeeper's or a plumber's role is read by its own words.
#[test]
fn trades_beyond_the_lexicon_are_judged_as_well_as_before() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled/trades");
    let (mut described, mut named): (Vec<Pair>, Vec<Pair>) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|ending| ending == "jsonl") {
            let lines = read_set(&path).expect("a labelled set");
            let mut role =
                Catalogue::built_in().find(&path.with_extension("yaml").display().to_string()).expect("a role");
            described.extend(judge(&role, &lines, &[]).expect("labels of the role"));
            without_descriptions(&mut role);
            named.extend(judge(&role, &lines, &[]).expect("labels of the role"));
        }
    }
    for (pairs, (f1, average_precision)) in [(described, FLOOR_OF_TRADES), (named, FLOOR_OF_TRADES_BY_NAMES)] {
        let figures = Figures::of(&pairs);
        println!("trades: {figures}");
        assert!(figures.decision.f1() >= f1 && figures.average_precision >= average_precision, "{figures}");
    }
}

fn without_descriptions(role: &mut Role) {
    let spec = &mut role.spec;
    for item in spec.activities.iter_mut().chain(&mut spec.kpis) {
        item.description = None;
    }
}

#[test]
fn every_labelled_set_is_judged_as_well_as_before() {
    let mut all: Vec<Pair> = Vec::new();
    let mut worse = Vec::new();
    let mut hold = |name: &str, pairs: &[Pair], f1: f64, average_precision: f64| {
        let figures = Figures::of(pairs);
        println!("{name}: {figures}");
        if figures.decision.f1() < f1 || figures.average_precision < average_precision {
            worse.push(format!("{name}: {figures}; floors: F1 {f1}, AP {average_precision}"));
        }
    };
    for (name, f1, average_precision) in FLOORS {
        let pairs = pairs(name);
        hold(name, &pairs, f1, average_precision);
        all.extend(pairs);
    }
    hold("all", &all, FLOOR_OF_ALL.0, FLOOR_OF_ALL.1);
    assert!(worse.is_empty(), "{worse:#?}");
}

/// The duties and requirements of a posting have names and nothing else.
#[test]
fn criteria_without_a_description_are_judged_nearly_as_well() {
    let mut all: Vec<Pair> = Vec::new();
    for (name, ..) in FLOORS {
        let (mut role, lines) = (role(name), lines(name));
        without_descriptions(&mut role);
        all.extend(judge(&role, &lines, &[]).expect("labels of the role"));
    }
    let figures = Figures::of(&all);
    println!("names alone: {figures}");
    let (f1, average_precision) = FLOOR_OF_NAMES;
    assert!(figures.decision.f1() >= f1 && figures.average_precision >= average_precision, "{figures}");
}

fn pairs(name: &str) -> Vec<Pair> {
    judge(&role(name), &lines(name), &[]).expect("labels of the role")
}

/// The set's own role spec or, where it has none, the built-in role of its name.
fn role(name: &str) -> Role {
    let spec = file(name, "cold.yaml");
    let role = if spec.exists() { spec.display().to_string() } else { name.to_owned() };
    Catalogue::built_in().find(&role).expect("a role")
}

fn lines(name: &str) -> Vec<Labelled> {
    read_set(&file(name, "jsonl")).expect("a labelled set")
}

fn file(name: &str, ending: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/labelled").join(format!("{name}.{ending}"))
}
