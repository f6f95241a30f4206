//! Text for terminals that show nothing but ASCII.

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

#[cfg(test)]
mod tests {
    use super::ascii;

    #[test]
    fn everything_is_ascii_and_what_can_be_read_is_kept() {
        assert_eq!(ascii("● strong ████▓▓░ ■□ – “Café” … naïve ﬁ"), "# strong ####++- #- - \"Cafe\" ... naive fi");
        assert_eq!(ascii("日本 a\u{1b}[1mb"), "?? a\u{1b}[1mb");
    }
}
