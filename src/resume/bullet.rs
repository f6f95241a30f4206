//! Bullets in documents that know fonts: those of plain text, and the signs of symbol fonts.

use super::text;

/// Signs that begin no words, beside those of plain text.
const SIGNS: &str = "▫▸▹➔➜➡❯✧☆⁌⁍⦁⦿⚫⚬❑❒❍◘◙⬤☐☑☒✔✗✘¤\u{FFFD}";

/// The text of a list item without its bullet; nothing for a line that begins with none.
pub(super) fn strip(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let first = line.chars().next()?;
    // Symbol fonts put their signs into the private use area.
    if SIGNS.contains(first) || ('\u{E000}'..='\u{F8FF}').contains(&first) {
        return Some(line[first.len_utf8()..].trim()).filter(|rest| !rest.is_empty());
    }
    // "o" is the round bullet of Word's second list level; it is also a word in some languages.
    let word = first == 'o' && !line[1..].trim_start().starts_with(char::is_uppercase);
    text::after_bullet(line).filter(|_| !word).map(str::trim_end)
}

#[cfg(test)]
mod tests {
    use super::strip;

    #[test]
    fn bullets_go_and_words_stay() {
        assert_eq!(strip("• Led a team"), Some("Led a team"));
        assert_eq!(strip("  \u{F0B7}Led "), Some("Led"));
        assert_eq!(strip("➔Built"), Some("Built"));
        assert_eq!(strip("– 5 % less"), Some("5 % less"));
        assert_eq!(strip("o Cut costs"), Some("Cut costs"));
        for line in ["", "•", "-5 % costs", "Led", "*bold*", "o no"] {
            assert_eq!(strip(line), None, "{line}");
        }
    }
}
