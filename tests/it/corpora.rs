//! What the fuzzer kept, once more: every file of `tests/corpus` goes through the function of its target. New ones are
//! found with `cargo fuzz run TARGET fuzz/corpus/TARGET tests/corpus/TARGET`.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::targets::TARGETS;

/// All files together have to stay small enough for everybody's clone, in bytes.
const MOST_BYTES: usize = 600_000;

/// A file of the corpus is a few kilobytes; a debug build on a machine with other work reads one in far less.
const LONGEST: Duration = Duration::from_secs(10);

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_file_of_every_corpus_holds() {
    let mut bytes = 0;
    for (name, target) in TARGETS {
        let files = entries(&folder().join(name));
        assert!(!files.is_empty(), "tests/corpus/{name} is empty");
        for file in files {
            let data = fs::read(&file).expect("a file");
            bytes += data.len();
            let begun = Instant::now();
            let held = catch_unwind(AssertUnwindSafe(|| target(&data)));
            assert!(held.is_ok(), "{} does not hold, see above", file.display());
            assert!(begun.elapsed() < LONGEST, "{}: {:?}", file.display(), begun.elapsed());
        }
    }
    assert!(bytes <= MOST_BYTES, "the corpora hold {bytes} bytes: keep fewer files (fuzz/shrink.py)");
}

#[test]
fn every_corpus_and_every_fuzz_target_is_known() {
    let name = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    let known = |found: Vec<PathBuf>| {
        for found in found.iter().map(name) {
            assert!(TARGETS.iter().any(|(target, _)| *target == found), "say in TARGETS what {found} does");
        }
    };
    known(entries(&folder()));
    let programs = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
    if !programs.is_dir() {
        // A package of the crate holds the corpora, but not the fuzzer's own crate.
        return;
    }
    let programs = entries(&programs);
    assert_eq!(programs.len(), TARGETS.len(), "a target has a program of its own in fuzz/fuzz_targets");
    known(programs);
}
