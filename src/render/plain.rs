//! Text from files, made safe for a terminal.

/// Whether `c` could steer a terminal or turn the direction of what is shown.
pub(super) fn is_unsafe(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
}

/// `text` on one line, with as many characters as before: white space becomes a space, and what could steer a terminal
/// becomes U+FFFD.
#[must_use]
pub fn plain(text: &str) -> String {
    let safe = |c: char| match c {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        c if is_unsafe(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    text.chars().map(safe).collect()
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn nothing_steers_the_terminal_and_no_character_moves() {
        let text = "a\u{1b}[2J\tb\u{9b}\u{202e}é";
        assert_eq!(plain(text), "a\u{fffd}[2J b\u{fffd}\u{fffd}é");
        assert_eq!(plain(text).chars().count(), text.chars().count());
    }
}
