//! Which room of the library may use which: data walks one way.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Room, and the rooms that it may use.
const ARROWS: [(&str, &[&str]); 14] = [
    ("text", &[]),
    ("yaml", &["text"]),
    ("config", &["resume", "text", "yaml"]),
    ("lexicon", &["text"]),
    ("role", &["text", "yaml"]),
    ("import", &["advice", "role", "text"]),
    ("resume", &["text"]),
    ("matching", &["role", "text", "lexicon"]),
    ("lint", &["matching", "role", "text"]),
    ("advice", &["lexicon", "resume", "text"]),
    ("evaluation", &["matching", "role"]),
    ("report", &["advice", "lint", "matching", "resume", "role", "text"]),
    ("drafting", &["advice", "lexicon", "matching", "report", "resume", "role", "text"]),
    ("render", &["report"]),
];

/// The source files of a room, but not those of build.rs, where the rooms have other names.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let built = |path: &PathBuf| path.ends_with("lexicon/prepare") || path.ends_with("matching/prepare.rs");
    let entries = entries.filter(|path| !built(path));
    let found = entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] });
    found.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

/// The rooms named behind `crate::` in a file.
fn used(path: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(path).expect("a source file");
    let behind = text.split("crate::").skip(1);
    let name = |rest: &str| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    behind.map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_room_uses_only_what_stands_before_it() {
    for (room, allowed) in ARROWS {
        for path in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room)) {
            for other in used(&path) {
                let fine = other == room || allowed.contains(&other.as_str());
                assert!(fine, "{} uses crate::{other}; {room} may use {allowed:?} only", path.display());
            }
        }
    }
}

#[test]
fn every_room_of_the_library_is_held() {
    let library = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("the library");
    for room in library.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let room = room.trim_end_matches(';');
        assert!(ARROWS.iter().any(|(held, _)| *held == room), "say in ARROWS what {room} may use");
    }
}
