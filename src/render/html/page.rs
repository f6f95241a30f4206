//! A template, filled in.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value};
use minijinja::{AutoEscape, Environment, Error, Output, State, UndefinedBehavior, context, escape_formatter};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::render::plain::plain;

const TEMPLATES: [(&str, &str); 6] = [
    ("page.html", include_str!("page.html")),
    ("filter.html", include_str!("filter.html")),
    ("parts.html", include_str!("parts.html")),
    ("check.html", include_str!("check.html")),
    ("cohort.html", include_str!("cohort.html")),
    ("answers.html", include_str!("answers.html")),
];
const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The template called `name` with what `view` holds.
pub(super) fn page(name: &str, view: &impl Serialize, matcher_version: u32) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment
        .set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(plain_and_escaped);
    for (name, source) in TEMPLATES {
        environment.add_template(name, source)?;
    }
    let frame = context! {
        policy => policy(),
        style => Value::from_safe_string(STYLE.to_owned()),
        script => Value::from_safe_string(SCRIPT.to_owned()),
        version => env!("CARGO_PKG_VERSION"),
        matcher_version,
        ..Serde(view)
    };
    environment.get_template(name)?.render(frame)
}

/// Only this style and this script count, and nothing is loaded from anywhere.
fn policy() -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    let (style, script) = (hash(STYLE), hash(SCRIPT));
    format!(
        "default-src 'none'; style-src 'sha256-{style}'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
    )
}

/// Every text goes out plain, so that none of it turns the direction of what stands beside it, and escaped.
fn plain_and_escaped(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() => escape_formatter(out, state, &Value::from(plain(text))),
        _ => escape_formatter(out, state, value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_closes_no_element_and_hashes_alike_everywhere() {
        for text in [STYLE, SCRIPT] {
            assert!(!text.contains("</") && !text.contains("<!--"));
            assert!(text.is_ascii(), "no character reference is read in a style or a script");
            // A browser hashes line feeds, whatever stands in the file.
            assert!(!text.contains('\r'), "check the file out with line feeds, as .gitattributes says");
        }
    }

    #[test]
    fn the_policy_names_the_hash_that_any_tool_gives() {
        let empty = STANDARD.encode(Sha256::digest(""));
        assert_eq!(empty, "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assert!(policy().starts_with("default-src 'none'; style-src 'sha256-"));
    }
}
