//! The crates that are built into the program: their licences are listed, and none needs a newer Rust than we say.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Licences under which the program may be handed on, each with its own conditions met by naming it.
const ALLOWED: &[&str] = &[
    "MIT",
    "MIT-0",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "0BSD",
    "ISC",
    "Zlib",
    "Unlicense",
    "CC0-1.0",
    "BSL-1.0",
    "Unicode-3.0",
];

/// All packages that are built into the program on this system, with every feature, but not those of its tests.
fn built_in() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--all-features", "--locked", "--offline"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let nodes = metadata["resolve"]["nodes"].as_array().expect("the crates");
    let root = metadata["resolve"]["root"].as_str().expect("our own");
    let (mut reached, mut next) = (Vec::new(), vec![root]);
    while let Some(id) = next.pop() {
        let node = nodes.iter().find(|node| node["id"] == id).expect("a crate");
        for dependency in node["deps"].as_array().expect("its dependencies") {
            let kinds = dependency["dep_kinds"].as_array().expect("kinds");
            let package = dependency["pkg"].as_str().expect("an id");
            if kinds.iter().any(|kind| kind["kind"] != "dev") && !reached.contains(&package) {
                reached.push(package);
                next.push(package);
            }
        }
    }
    let packages = metadata["packages"].as_array().expect("packages");
    packages.iter().filter(|package| reached.iter().any(|id| package["id"] == *id)).cloned().collect()
}

fn told<'p>(package: &'p Value, key: &str) -> &'p str {
    package[key].as_str().unwrap_or_default()
}

#[test]
fn the_list_of_licences_is_current() {
    let rows = built_in().into_iter().map(|package| {
        let [name, version, licence, home] =
            ["name", "version", "license", "repository"].map(|key| told(&package, key).to_owned());
        assert!(!licence.is_empty(), "{name} has no licence");
        format!("| {name} | {version} | {licence} | {home} |\n")
    });
    let mut rows: Vec<String> = rows.collect();
    rows.sort();
    let list = format!(
        "# Crates of others\n\nWhat is built into `rolefit` on Linux, with every feature. The text of each licence lies in the crate's own\n\
         package; `cargo vendor` brings them all. Written anew by `ROLEFIT_WRITE=1 cargo test --test it dependencies`.\n\n\
         | Crate | Version | Licence | Home |\n|---|---|---|---|\n{}",
        rows.concat()
    );
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("THIRD-PARTY.md");
    if std::env::var_os("ROLEFIT_WRITE").is_some() {
        fs::write(&path, &list).expect("written");
    }
    let current = fs::read_to_string(&path).unwrap_or_default() == list;
    assert!(current, "THIRD-PARTY.md is not current: ROLEFIT_WRITE=1 cargo test --test it dependencies");
}

#[test]
fn every_licence_lets_the_program_be_handed_on() {
    for package in built_in() {
        let licence =
            told(&package, "license").replace('/', " OR ").replace(['(', ')'], " ").replace("WITH LLVM-exception", "");
        // All parts joined by AND have to be allowed, and one of those joined by OR.
        let allowed = licence.split(" AND ").all(|part| part.split(" OR ").any(|one| ALLOWED.contains(&one.trim())));
        assert!(allowed, "{}: {licence}", told(&package, "name"));
    }
}

#[test]
fn no_crate_needs_a_newer_rust_than_we_say() {
    let number = |version: &str| -> Vec<u32> { version.split('.').filter_map(|part| part.parse().ok()).collect() };
    let ours = number(env!("CARGO_PKG_RUST_VERSION"));
    let packages = built_in();
    assert!(ours.len() >= 2 && packages.len() > 50);
    for package in packages {
        let needed = told(&package, "rust_version");
        assert!(number(needed)[..] <= [&ours[..], &[0]].concat()[..], "{} needs Rust {needed}", told(&package, "name"));
    }
}

/// Patterns in strangers' hands must not stop the program: `regex` takes linear time, engines that go back do not.
#[test]
fn no_regular_expression_goes_back() {
    const BACKTRACKING: [&str; 8] =
        ["fancy-regex", "pcre", "pcre2", "pcre2-sys", "onig", "onig_sys", "regress", "oniguruma"];
    let packages = built_in();
    let found: Vec<&str> = packages.iter().map(|package| told(package, "name")).collect();
    assert!(found.contains(&"regex-automata"), "the list of crates is read wrongly");
    assert!(BACKTRACKING.iter().all(|engine| !found.contains(engine)), "{found:?}");
}
