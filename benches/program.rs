//! How fast the program is as a whole: one item is one run or one resume. `cargo bench --bench program`
#![allow(clippy::expect_used, reason = "a benchmark that cannot be laid out has to stop")]

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};

use divan::Bencher;
use divan::counter::ItemsCount;
use rolefit::render::{Width, csv, json, table};
use rolefit::report::{Checker, DEFAULT_MIN_SCORE, RoleCard};
use rolefit::resume::{Format, Resume, read};
use rolefit::role::{Role, parse};

fn main() {
    divan::main();
}

const ROLE: &str = include_str!("../roles/back-end-developer.yaml");
const RESUME: &[u8] = include_bytes!("../examples/resume.md");

fn role() -> Role {
    Role { id: "back-end-developer".to_owned(), spec: parse(ROLE, "role.yaml").expect("a role spec") }
}

fn resume() -> Resume {
    read("resume.md", RESUME, Some(Format::Markdown)).expect("a resume")
}

/// Runs the program, and waits for its end.
fn run(arguments: &[&str]) -> bool {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolefit"));
    let status =
        command.args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).stdout(Stdio::null()).stderr(Stdio::null());
    status.status().expect("the program runs").success()
}

/// The whole process of `show`, from start to end: what somebody waits for.
#[divan::bench]
fn start_and_show(bencher: Bencher) {
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| assert!(run(&["show", "back-end-developer"])));
}

/// The whole process of `kpi-check` on one resume.
#[divan::bench]
fn start_and_check(bencher: Bencher) {
    let arguments = ["kpi-check", "back-end-developer", "examples/resume.md"];
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| assert!(run(&arguments)));
}

/// What `show` does within the process: the spec read, the card laid out.
#[divan::bench]
fn show_a_role(bencher: Bencher) {
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench_local(|| table::card(&RoleCard::new(black_box(role()), &[]), Width::USUAL));
}

/// Resumes a second checked and written as a table.
#[divan::bench]
fn check_to_table(bencher: Bencher) {
    let (role, resume) = (role(), resume());
    let checker = Checker::new(&role).expect("criteria");
    let mut worker = checker.worker();
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        table::check(&worker.check(black_box(&resume), DEFAULT_MIN_SCORE).expect("a report"), Width::USUAL)
    });
}

/// The same as JSON.
#[divan::bench]
fn check_to_json(bencher: Bencher) {
    let (role, resume) = (role(), resume());
    let checker = Checker::new(&role).expect("criteria");
    let mut worker = checker.worker();
    bencher
        .counter(ItemsCount::new(1_usize))
        .bench_local(|| json(&worker.check(black_box(&resume), DEFAULT_MIN_SCORE).expect("a report")));
}

/// Resumes a second of a cohort by one thread: read, checked, written as a row.
#[divan::bench]
fn cohort_row(bencher: Bencher) {
    let role = role();
    let checker = Checker::new(&role).expect("criteria");
    let mut worker = checker.worker();
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        csv::standing(&worker.standing(&read("resume.md", black_box(RESUME), None).expect("a resume")).expect("lines"))
    });
}

/// Resumes a second of a cohort of 1,000 files by the whole program, on all cores.
#[divan::bench(sample_count = 10)]
fn cohort_of_a_thousand(bencher: Bencher) {
    const COUNT: usize = 1000;
    let folder = tempfile::tempdir().expect("a folder");
    let lay = |number: usize| fs::write(Path::join(folder.path(), format!("{number:04}.md")), RESUME).expect("a file");
    (0..COUNT).for_each(lay);
    let path = folder.path().to_str().expect("UTF-8");
    let arguments = ["kpi-check", "back-end-developer", path, "--format", "csv"];
    bencher.counter(ItemsCount::new(COUNT)).bench_local(|| assert!(run(&arguments)));
}
