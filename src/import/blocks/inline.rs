//! A line's text without markup, links and characters that are not seen.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A regular expression of this program's own; one that is wrong shows in every test.
macro_rules! pattern {
    ($name:ident, $text:expr) => {
        static $name: LazyLock<Regex> = LazyLock::new(|| crate::import::blocks::compiled($text));
    };
}
pub(in crate::import) use pattern;

/// The words that are looked for are English: where they end is told by ASCII alone. For other letters than those the
/// engine has to go by a way that takes several times as long.
#[allow(clippy::unwrap_used, reason = "the patterns are constants")]
pub(in crate::import) fn compiled(pattern: &str) -> Regex {
    Regex::new(&pattern.replace(r"\b", r"(?-u:\b)")).unwrap()
}

pattern!(IMAGE, r"!\[([^\]]*)\]\([^)]*\)");
pattern!(LINK, r"\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])");
pattern!(ADDRESS, r"\s*(?:\(\s*https?://[^\s)]+\s*\)|<(?:https?://|mailto:)[^\s>]+>|https?://[^\s)>\]]+)");
pattern!(BREAK, r"(?i)<br\s*/?>");
pattern!(TAG, r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>");
pattern!(STRONG, r"\*\*|__|`");
pattern!(EMPHASIS, r"(^|[\s(])[*_]([^\s*_](?:[^*_]*[^\s*_])?)[*_]($|[\s).,:;!?])");
pattern!(ESCAPE, r"\\([!-/:-@\[-`{-~])");

const ENTITIES: [(&str, &str); 8] = [
    ("&nbsp;", " "),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&#39;", "'"),
    ("&ndash;", "–"),
    ("&rsquo;", "’"),
    ("&amp;", "&"),
];

/// A line of text or Markdown as it reads. A line that is nothing but an address stays as it is.
pub(super) fn plain(line: &str) -> String {
    // No link ends behind the last bracket; looking for its end from every "[" would take the square of the length.
    let (links, rest) = line.split_at(line.rfind([')', ']']).map_or(0, |end| end + 1));
    let mut text = IMAGE.replace_all(links, "$1").into_owned();
    text = LINK.replace_all(&text, "$1").into_owned() + rest;
    text = BREAK.replace_all(&text, " ").into_owned();
    text = ADDRESS.replace_all(&text, "").into_owned();
    text = TAG.replace_all(&text, "").into_owned();
    text = STRONG.replace_all(&text, "").into_owned();
    // Twice: the space between two such words is the end of the first.
    text = EMPHASIS.replace_all(&text, "$1$2$3").into_owned();
    text = EMPHASIS.replace_all(&text, "$1$2$3").into_owned();
    text = ESCAPE.replace_all(&text, |found: &Captures<'_>| found[1].to_owned()).into_owned();
    for (entity, sign) in ENTITIES {
        text = text.replace(entity, sign);
    }
    let text = tidy(&text);
    if text.is_empty() { tidy(line) } else { text }
}

/// `text` on one line: runs of white space as one space, without control characters and signs that are not seen.
pub(super) fn tidy(text: &str) -> String {
    let unseen = |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fe0f}');
    let seen = text.chars().filter(|c| !unseen(*c)).map(|c| if c.is_control() { ' ' } else { c });
    seen.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markup_and_links_go_and_the_words_stay() {
        for (line, text) in [
            ("**Phone** [screening](https://a.b/c \"d\"): `Call`", "Phone screening: Call"),
            ("Phone screening (https://a.b/c)", "Phone screening"),
            ("See <https://a.b> now", "See now"),
            ("an *easy* _one_, snake_case and 2 * 3 * 4", "an easy one, snake_case and 2 * 3 * 4"),
            ("R&amp;D \\- a\u{200b}b\u{a0}c", "R&D - ab c"),
            ("https://a.b", "https://a.b"),
        ] {
            assert_eq!(plain(line), text);
        }
    }
}
