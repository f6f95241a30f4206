//! Prepares what would cost time at every start: the list of built-in roles and the lexicon's tables.

use std::path::{Path, PathBuf};
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
    let mut list = String::from("static BUILT_IN: &[RoleSummary] = &[\n");
    for path in &files {
        let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let heading: Heading = serde_yaml::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        list.push_str(&format!(
            "RoleSummary {{ id: {id:?}, title: {:?}, aliases: &{:?}, function: {:?}, source: include_str!({:?}) }},\n",
            heading.title,
            heading.aliases,
            heading.function,
            path.display().to_string()
        ));
    }
    list.push_str("];\n");
    Ok(list)
}
