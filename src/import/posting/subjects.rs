//! Sentences whose subject is the role ("Under supervision, the nurse performs routine clinic duties").

use std::sync::LazyLock;

use regex::Regex;

use super::duties::opening;
use super::names::without_lead;
use crate::advice::{Form, verb};
use crate::import::blocks::pattern;
use crate::text::tokens;

/// What a sentence says that the role does ("Under supervision, the nurse performs routine clinic duties"), from its verb on.
pub(super) fn duty(text: &str, title: &str) -> Option<String> {
    pattern!(UNDER, r"(?i)^(?:under|working|reporting)\b[^,]{3,80},\s+");
    pattern!(
        THEY,
        r"(?i)^(?:they|(?:the|this) (?:post ?holder|successful candidate|incumbent|person|individual|position|role)|s?he)\s+"
    );
    pattern!(WILL, r"(?i)^(?:will |may |must |also )+");
    let text = UNDER.replace(text, "");
    let rest = match THEY.find(&text) {
        Some(they) => &text[they.end()..],
        None => behind_title(&text, title)?,
    };
    let verb_from = WILL.find(rest).map_or(0, |found| found.end());
    let rest = &rest[verb_from..];
    let is_form = |form: Form| form == Form::Third || verb_from > 0 && form == Form::Base;
    let says = opening(&tokens(rest)).is_some_and(is_form) || without_lead(rest).len() < rest.len();
    says.then(|| rest.to_owned())
}

/// What stands behind the title at the beginning of a sentence, and behind other titles beside it.
fn behind_title<'t>(text: &'t str, title: &str) -> Option<&'t str> {
    let start = text.to_lowercase().find(&title.to_lowercase()).filter(|at| *at < 8 && !title.is_empty())?;
    let rest = text.get(start + title.len()..)?.trim_start_matches('s').trim_start_matches([',', ' ']);
    let words = tokens(rest);
    let verb_at = (0..words.len().min(16)).find(|at| {
        matches!(verb(&words[*at..]).map(|verb| verb.form), Some(Form::Third))
            || words[*at].text == "will"
            || words.get(at + 1).is_some_and(|next| next.text == "responsible")
    })?;
    rest.get(words[verb_at].start..)
}
