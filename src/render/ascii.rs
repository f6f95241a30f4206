//! Text for terminals, and files for programs, that know nothing but ASCII.

use std::fmt::Write as _;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The signs that stand for the program's own and for the commonest of its users.
const SIGNS: [(&str, &str); 20] = [
    ("●█■", "#"),
    ("◐▓", "+"),
    ("○░□–—−‐‑─•·", "-"),
    ("→›", ">"),
    ("←‹", "<"),
    ("‘’‚", "'"),
    ("“”„«»", "\""),
    ("…", "..."),
    ("×", "x"),
    ("≥", ">="),
    ("≤", "<="),
    ("€", "EUR"),
    ("£", "GBP"),
    ("ß", "ss"),
    ("æ", "ae"),
    ("Æ", "AE"),
    ("ø", "o"),
    ("Ø", "O"),
    ("ł", "l"),
    ("Ł", "L"),
];

/// `text` in ASCII: marks, bars and rules by the sign most like them, letters without their accents, and `?` for what
/// has no likeness. ANSI codes stay.
#[must_use]
pub fn ascii(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            shown.push(c);
        } else if let Some((_, sign)) = SIGNS.iter().find(|(signs, _)| signs.contains(c)) {
            shown.push_str(sign);
        } else {
            let parts = std::iter::once(c).nfkd().filter(|part| !is_combining_mark(*part));
            shown.extend(parts.map(|part| if part.is_ascii() { part } else { '?' }));
        }
    }
    shown
}

/// `json`, or lines of it, with every other character as its escape: it reads back the same.
#[must_use]
pub fn ascii_json(json: &str) -> String {
    let mut units = [0; 2];
    put_otherwise(json, |c, shown| {
        for unit in c.encode_utf16(&mut units) {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\u{unit:04x}");
        }
    })
}

/// A page of HTML or a file of XML with every other character as a reference to it: it reads back the same.
#[must_use]
pub fn ascii_markup(markup: &str) -> String {
    put_otherwise(markup, |c, shown| {
        let _ = write!(shown, "&#x{:x};", u32::from(c));
    })
}

/// `text` with what `put` makes of every character that is not ASCII.
fn put_otherwise(text: &str, mut put: impl FnMut(char, &mut String)) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() { shown.push(c) } else { put(c, &mut shown) }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::{ascii, ascii_json, ascii_markup};

    #[test]
    fn data_in_ascii_read_back_the_same() {
        let text = "é → \u{1f600}";
        let json = ascii_json(&serde_json::to_string(text).expect("JSON"));
        assert_eq!(json, "\"\\u00e9 \\u2192 \\ud83d\\ude00\"");
        assert_eq!(serde_json::from_str::<String>(&json).expect("JSON"), text);
        assert_eq!(ascii_markup("<p>é &amp; →</p>"), "<p>&#xe9; &amp; &#x2192;</p>");
    }

    #[test]
    fn everything_is_ascii_and_what_can_be_read_is_kept() {
        assert_eq!(ascii("● strong ████▓▓░ ■□ – “Café” … naïve ﬁ"), "# strong ####++- #- - \"Cafe\" ... naive fi");
        assert_eq!(ascii("日本 a\u{1b}[1mb"), "?? a\u{1b}[1mb");
    }
}
