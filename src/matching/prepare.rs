//! Counts, when the program is built, how many criteria of all built-in roles use each word. Runs in `build.rs`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use serde::Deserialize;

use crate::stems::stem;
use crate::tokens::tokens;

/// What the count needs of a role spec.
#[derive(Deserialize)]
struct Texts {
    #[serde(default)]
    activities: Vec<Text>,
    #[serde(default)]
    kpis: Vec<Text>,
}

#[derive(Deserialize)]
struct Text {
    name: String,
    #[serde(default)]
    description: String,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    prompts: Vec<String>,
    #[serde(default)]
    measures: Vec<String>,
}

/// The source text of a sorted table of stems with the number of criteria that use each, and the number of all criteria.
pub(crate) fn prepare(roles: &Path) -> Result<String, String> {
    let mut used: BTreeMap<String, u32> = BTreeMap::new();
    let mut criteria = 0;
    let entries = std::fs::read_dir(roles).map_err(|error| format!("{}: {error}", roles.display()))?;
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        if path.extension().is_none_or(|ending| ending != "yaml") {
            continue;
        }
        let fault = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
        let text = std::fs::read_to_string(&path).map_err(|error| fault(&error))?;
        let role: Texts = serde_yaml::from_str(&text).map_err(|error| fault(&error))?;
        for item in role.activities.iter().chain(&role.kpis) {
            let more = item.keywords.iter().chain(&item.prompts).chain(&item.measures);
            let texts = [&item.name, &item.description].into_iter().chain(more);
            let stems: BTreeSet<String> = texts.flat_map(|text| tokens(text)).map(|token| stem(&token.text)).collect();
            for stem in stems {
                *used.entry(stem).or_default() += 1;
            }
            criteria += 1;
        }
    }
    let mut out = format!("const CRITERIA: u32 = {criteria};\nstatic USED_BY: &[(&str, u32)] = &[\n");
    for (stem, count) in used.iter().filter(|(_, count)| **count > 1) {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "({stem:?}, {count}),");
    }
    out.push_str("];\n");
    Ok(out)
}
