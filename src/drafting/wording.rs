//! Texts of files as they stand in a sheet: on one line, read by Markdown as they are.

/// `text` on one line, without what could steer a terminal, white space folded.
pub(super) fn one_line(text: &str) -> String {
    let seen = |c: char| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| seen(*c)).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The same with what Markdown would take for markup escaped.
pub(super) fn markdown(text: &str) -> String {
    escaped(&one_line(text))
}

/// `text`, which stands on one line, with its markup escaped, and nothing else: people copy from sheets.
pub(super) fn escaped(text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let mut safe = String::with_capacity(characters.len());
    for (at, &c) in characters.iter().enumerate() {
        let before = at.checked_sub(1).map_or(' ', |at| characters[at]);
        let after = characters.get(at + 1).copied().unwrap_or(' ');
        let markup = match c {
            '\\' | '`' | '*' => true,
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            '<' => after.is_alphabetic() || matches!(after, '/' | '!' | '?'),
            '&' => after.is_alphabetic() || after == '#',
            '[' => links(&characters[at..]),
            _ => false,
        };
        if markup {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// Whether "[…](" stands here.
fn links(rest: &[char]) -> bool {
    rest.iter().position(|c| *c == ']').is_some_and(|end| matches!(rest.get(end + 1), Some('(' | ':' | '[')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_markup_is_escaped() {
        assert_eq!(markdown("Cut node_modules by [X]% (R&D)"), "Cut node_modules by [X]% (R\\&D)");
        assert_eq!(markdown("a *b* <b> [c](d) 3 < 4"), "a \\*b\\* \\<b> \\[c](d) 3 < 4");
    }

    #[test]
    fn a_text_stands_on_one_line() {
        assert_eq!(one_line(" a\n<!-- b\u{1b}[2J\u{202e} "), "a <!-- b[2J");
    }
}
