//! Prepares what would cost time at every start: the built-in roles and lists, as JSON, which is read in a fraction of the
//! time of YAML, and the lexicon's tables; and the version that the program tells.

use std::path::{Path, PathBuf};
use std::{env, fs};

use serde::Deserialize;

#[path = "build/commit.rs"]
mod commit;
#[path = "src/lexicon/prepare/mod.rs"]
mod prepare;

#[path = "src/matching/prepare.rs"]
mod rarity;
#[path = "src/text/spelling.rs"]
#[allow(unreachable_pub, reason = "public where the library uses it")]
mod spelling;
#[path = "src/text/stems.rs"]
#[allow(unreachable_pub, reason = "public where the library uses it")]
mod stems;
#[path = "src/text/tokens.rs"]
#[allow(dead_code, unreachable_pub, reason = "the program reads all of a token, the tables only its text")]
mod tokens;

/// The lists that the program reads at a start; each becomes a file of its name that ends in `.json`.
const LISTS: [&str; 8] = [
    "src/advice/rules.yaml",
    "src/advice/wording.yaml",
    "src/import/acronyms.yaml",
    "src/matching/credentials.yaml",
    "src/matching/denial_words.yaml",
    "src/matching/requirement_words.yaml",
    "src/report/stage_kinds.yaml",
    "src/resume/sections.yaml",
];

fn main() -> Result<(), String> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(|error| error.to_string())?);
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|error| error.to_string())?);
    for watched in [
        "roles",
        "src/lexicon",
        "src/text/tokens.rs",
        "src/text/spelling.rs",
        "src/text/stems.rs",
        "src/matching/prepare.rs",
        "build/commit.rs",
        "build.rs",
    ]
    .iter()
    .chain(&LISTS)
    {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rustc-env=ROLEFIT_VERSION={}", version(&root));
    let write =
        |name: &str, content: &[u8]| fs::write(out.join(name), content).map_err(|error| format!("{name}: {error}"));
    for list in LISTS {
        let path = root.join(list);
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        write(&format!("{name}.json"), json(&path)?.1.as_bytes())?;
    }
    write("roles.rs", role_list(&root.join("roles"))?.as_bytes())?;
    write("rarity.rs", rarity::prepare(&root.join("roles"))?.as_bytes())?;
    let lexicon = prepare::prepare(&root.join("src/lexicon"))?;
    write("lexicon.rs", lexicon.source.as_bytes())?;
    write("words.txt", lexicon.words.as_bytes())?;
    write("word_starts.bin", &lexicon.word_starts)?;
    write("nodes.bin", &lexicon.nodes)?;
    write("edges.bin", &lexicon.edges)?;
    write("senses.bin", &lexicon.senses)
}

/// The version, in a release build with the commit it was built from, where that is known: "0.1.0 (1a2b3c4d5e6f)". A build
/// for development does not look, as each commit would build all of it anew. No time and no folder is told, so the same
/// commit tells the same everywhere.
fn version(root: &Path) -> String {
    let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if release && root.join(".git").is_dir() {
        for watched in [".git/logs/HEAD", "src", "Cargo.toml", "Cargo.lock"] {
            println!("cargo::rerun-if-changed={watched}");
        }
    }
    let commit = if release { commit::of(root) } else { None };
    commit::told(&env::var("CARGO_PKG_VERSION").unwrap_or_default(), commit.as_deref())
}

/// What the list of roles needs of a spec; the rest is read when the role is asked for.
#[derive(Deserialize)]
struct Heading {
    title: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    function: Option<String>,
}

/// The YAML file at `path`, with its text in JSON.
fn json(path: &Path) -> Result<(serde_json::Value, String), String> {
    let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| fault(&error))?;
    let value: serde_json::Value = serde_yaml::from_str(&text).map_err(|error| fault(&error))?;
    if let Some(lost) = no_text(&value) {
        return Err(fault(&format!("YAML takes a word for `{lost}`: write it in quotes")));
    }
    let json = value.to_string();
    Ok((value, json))
}

/// A number or a truth value; everything that is listed or described is text.
fn no_text(value: &serde_json::Value) -> Option<&serde_json::Value> {
    match value {
        serde_json::Value::String(_) => None,
        serde_json::Value::Array(values) => values.iter().find_map(no_text),
        serde_json::Value::Object(values) => values.values().find_map(no_text),
        other => Some(other),
    }
}

fn role_list(folder: &Path) -> Result<String, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    let mut list = String::from("static BUILT_IN: &[BuiltIn] = &[\n");
    for path in &files {
        let (spec, source) = json(path)?;
        let heading: Heading = serde_json::from_value(spec).map_err(|error| format!("{}: {error}", path.display()))?;
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        list.push_str(&format!(
            "BuiltIn {{ id: {id:?}, title: {:?}, aliases: &{:?}, function: {:?}, source: {source:?} }},\n",
            heading.title, heading.aliases, heading.function
        ));
    }
    list.push_str("];\n");
    Ok(list)
}
