//! Any report as JSON.

use std::fmt::Write as _;

use serde::Serialize;

use super::plain::is_unsafe;

/// `report` as JSON, two spaces a level. Characters that could steer a terminal are escaped.
#[must_use]
pub fn json(report: &impl Serialize) -> String {
    // Reports have string keys and finite numbers only: nothing in them fails to serialise.
    let text = serde_json::to_string_pretty(report).unwrap_or_default();
    let mut safe = escaped(text);
    safe.push('\n');
    safe
}

/// `report` as JSON on one line.
#[must_use]
pub fn json_line(report: &impl Serialize) -> String {
    let mut safe = escaped(serde_json::to_string(report).unwrap_or_default());
    safe.push('\n');
    safe
}

fn escaped(text: String) -> String {
    if !text.chars().any(|c| c != '\n' && is_unsafe(c)) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if c != '\n' && is_unsafe(c) {
            // All of these are below U+10000, so one escape holds them. Writing to a string cannot fail.
            let _ = write!(safe, "\\u{:04x}", u32::from(c));
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::json;

    #[test]
    fn characters_that_steer_a_terminal_are_escaped_and_read_back_the_same() {
        let text = "a\u{1b}[31m\u{9b}2J\u{7f}\u{202e}é\n";
        let written = json(&text);
        assert!(written.trim_end().chars().all(|c| !super::is_unsafe(c)), "{written:?}");
        assert_eq!(serde_json::from_str::<String>(&written).expect("JSON"), text);
        assert_eq!(super::json_line(&text), written);
    }
}
