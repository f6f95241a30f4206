//! Prepares what would cost time at every start: the list of built-in roles and the lexicon's tables; and the version that
//! the program tells.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde::Deserialize;

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
        "build.rs",
    ] {
        println!("cargo::rerun-if-changed={watched}");
    }
    println!("cargo::rustc-env=ROLEFIT_VERSION={}", version(&root));
    let write =
        |name: &str, content: &[u8]| fs::write(out.join(name), content).map_err(|error| format!("{name}: {error}"));
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
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let release = env::var("PROFILE").is_ok_and(|profile| profile == "release");
    let commit = if release { packaged_commit(root).or_else(|| checked_out_commit(root)) } else { None };
    commit.map_or_else(|| version.clone(), |commit| format!("{version} ({commit})"))
}

/// The commit that a package was made from, which cargo writes into it.
fn packaged_commit(root: &Path) -> Option<String> {
    let info = fs::read_to_string(root.join(".cargo_vcs_info.json")).ok()?;
    let (_, behind) = info.split_once("\"sha1\"")?;
    Some(behind.split('"').nth(1)?.chars().take(12).collect())
}

/// The commit that is checked out, with a plus where files were changed since. A folder around the program's own that
/// happens to be under git is not it.
fn checked_out_commit(root: &Path) -> Option<String> {
    let log = root.join(".git/logs/HEAD");
    if !log.is_file() {
        return None;
    }
    for watched in [".git/logs/HEAD", "src", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={watched}");
    }
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(root).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let commit: String = git(&["rev-parse", "HEAD"])?.chars().take(12).collect();
    let changed = git(&["status", "--porcelain", "--untracked-files=no"])?;
    Some(if changed.is_empty() { commit } else { format!("{commit}+") })
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

fn role_list(folder: &Path) -> Result<String, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    let mut list = String::from("static BUILT_IN: &[BuiltIn] = &[\n");
    for path in &files {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let heading: Heading = serde_yaml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        list.push_str(&format!(
            "BuiltIn {{ id: {id:?}, title: {:?}, aliases: &{:?}, function: {:?}, source: include_str!({:?}) }},\n",
            heading.title,
            heading.aliases,
            heading.function,
            path.display().to_string()
        ));
    }
    list.push_str("];\n");
    Ok(list)
}
