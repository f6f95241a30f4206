//! Splits text into words, numbers and marks, keeping where each stands.
//!
//! Terms that carry signs stay whole ("C++", "C#", ".NET", "Node.js", "R&D"), initials lose their full stops ("I.V."
//! is "iv"); hyphens and slashes divide, so
//! that "front-end" and "front end", "CI/CD" and "CI CD" read alike.

use unicode_normalization::UnicodeNormalization;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// A word or a term: letters, possibly with digits and signs.
    Word,
    /// A figure: "35%", "$1.2M", "1,000", "10k", "3x".
    Number,
}

/// How strongly the text before a token parts it from the token before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// A hyphen or a slash, or nothing at all.
    Joined,
    /// White space.
    Space,
    /// A comma, a bracket, a colon, or an "&" that stands alone.
    Comma,
    /// A semicolon, a dash that stands alone, or an arrow.
    Clause,
    /// The end of a sentence.
    Sentence,
}

/// One word or figure of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The word in lower case, NFKC, with straight quotes and without a possessive "'s".
    pub text: String,
    /// First byte in the source text.
    pub start: usize,
    /// The byte behind the last one in the source text.
    pub end: usize,
    /// Word or figure.
    pub kind: TokenKind,
    /// What stands between this token and the one before.
    pub gap: Gap,
}

/// Cuts `text` into its tokens, in order. Spans are in bytes of `text` and never overlap.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::with_capacity(text.len() / 6 + 1);
    let mut at = 0;
    let mut gap_from = 0;
    while let Some(ch) = text[at..].chars().next() {
        if !starts_token(text, at, ch) {
            at += ch.len_utf8();
            continue;
        }
        let end = token_end(text, at);
        let gap = gap_between(&text[gap_from..at]);
        push(&mut found, &text[at..end], at, gap);
        at = end;
        gap_from = end;
    }
    found
}

fn push(found: &mut Vec<Token>, raw: &str, start: usize, gap: Gap) {
    let text = normal(raw);
    if text.is_empty() {
        return;
    }
    let kind = if is_figure(&text) { TokenKind::Number } else { TokenKind::Word };
    found.push(Token { text, start, end: start + raw.len(), kind, gap });
}

/// Lower case, NFKC, straight apostrophes, no possessive ending.
fn normal(raw: &str) -> String {
    let mut text = if raw.is_ascii() {
        raw.to_ascii_lowercase()
    } else {
        raw.nfkc().flat_map(char::to_lowercase).map(straight).collect()
    };
    for ending in ["'s", "'"] {
        if let Some(stem) = text.strip_suffix(ending) {
            text.truncate(stem.len());
            break;
        }
    }
    if is_dotted(&text) {
        text.retain(|ch| ch != '.');
    } else if text.contains([' ', '-', '\u{2010}']) {
        text.retain(|ch| !matches!(ch, ' ' | '-' | '\u{2010}'));
    }
    text
}

/// Single letters between full stops: "I.V.", "U.S", "e.g.".
fn is_dotted(text: &str) -> bool {
    let letters = text.strip_suffix('.').unwrap_or(text);
    let single = |part: &str| part.starts_with(char::is_alphabetic) && part.chars().nth(1).is_none();
    letters.contains('.') && letters.split('.').all(single)
}

fn straight(ch: char) -> char {
    if matches!(ch, '\u{2018}' | '\u{2019}' | '\u{2bc}') { '\'' } else { ch }
}

fn is_figure(text: &str) -> bool {
    let digits = text.trim_start_matches(['$', '€', '£', '¥', '+', '~', '#']);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let unit = digits.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    matches!(unit, "" | "%" | "k" | "m" | "b" | "mm" | "bn" | "x" | "+" | "k+" | "m+" | "b+" | "x+" | "%+")
}

fn starts_token(text: &str, at: usize, ch: char) -> bool {
    ch.is_alphanumeric()
        || matches!(ch, '$' | '€' | '£' | '¥') && followed_by_digit(text, at + ch.len_utf8())
        || ch == '.' && starts_dotted_term(text, at)
}

fn followed_by_digit(text: &str, at: usize) -> bool {
    text[at..].starts_with(|c: char| c.is_ascii_digit())
}

/// ".NET", but not the full stop of "end.Next": a term begins where no letter stands before the dot.
fn starts_dotted_term(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    text.get(at + 1..at + 4).is_some_and(|next| next.eq_ignore_ascii_case("net"))
        && !text[at + 4..].starts_with(char::is_alphanumeric)
        && !before.is_some_and(char::is_alphanumeric)
}

fn token_end(text: &str, start: usize) -> usize {
    let figure = text[start..].starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '¥'));
    let mut end = start;
    let mut chars = text[start..].chars().peekable();
    while let Some(ch) = chars.next() {
        let next = chars.peek().copied();
        if !(ch.is_alphanumeric() || end == start || joins(ch, next, figure) || is_mark(ch)) {
            break;
        }
        end += ch.len_utf8();
    }
    if is_electronic(&text[start..end], &text[end..]) {
        let hyphen = text[end..].chars().next().map_or(0, char::len_utf8);
        return token_end(text, end + hyphen);
    }
    let rest = &text[end..];
    if rest.starts_with('.') && is_dotted(&text[start..end]) {
        return end + 1;
    }
    end + spaced_initial(&text[start..end], rest).unwrap_or_else(|| trailing_sign(text, start, end))
}

/// "E-mail" and "e-commerce" are one word, as "email" is.
fn is_electronic(word: &str, rest: &str) -> bool {
    let hyphen = ['-', '\u{2010}', '\u{2011}'];
    word.eq_ignore_ascii_case("e")
        && rest.strip_prefix(hyphen).is_some_and(|after| after.starts_with(char::is_alphabetic))
}

/// " & D" behind "R", so that "R & D" is "R&D".
fn spaced_initial(word: &str, rest: &str) -> Option<usize> {
    let single = |text: &str| text.chars().next().filter(|ch| ch.is_alphabetic()).map(char::len_utf8);
    let after = rest.strip_prefix(" & ").filter(|_| single(word) == Some(word.len()))?;
    let letter = single(after)?;
    let alone = !after[letter..].starts_with(|ch: char| ch.is_alphanumeric() || matches!(ch, '+' | '#' | '.' | '\''));
    alone.then_some(" & ".len() + letter)
}

/// Signs inside a term: "node.js", "o'clock", "r&d", "1,000", "2.5".
fn joins(ch: char, next: Option<char>, figure: bool) -> bool {
    let next_alphanumeric = next.is_some_and(char::is_alphanumeric);
    match ch {
        '.' | '&' => next_alphanumeric,
        '\'' | '\u{2019}' | '\u{2bc}' => next.is_some_and(char::is_alphabetic),
        ',' => figure && next.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Combining accents and soft hyphens belong to the word they stand in.
fn is_mark(ch: char) -> bool {
    matches!(ch, '\u{300}'..='\u{36f}' | '\u{ad}')
}

/// "C++", "C#", "F#", "35%", "10k+".
fn trailing_sign(text: &str, start: usize, end: usize) -> usize {
    let word = &text[start..end];
    let rest = &text[end..];
    if rest.starts_with("++") && word.len() <= 3 {
        return 2;
    }
    if rest.starts_with('#') && word.len() == 1 {
        return 1;
    }
    if word.ends_with(|c: char| c.is_ascii_digit()) && rest.starts_with('%') {
        return 1 + usize::from(rest[1..].starts_with('+'));
    }
    let counts = word.starts_with(|c: char| !c.is_alphabetic());
    usize::from(counts && rest.starts_with('+'))
}

fn gap_between(between: &str) -> Gap {
    if between.is_empty() || matches!(between, "-" | "/" | "\u{2010}" | "\u{2011}" | "_" | "&") {
        return Gap::Joined;
    }
    let mut gap = Gap::Space;
    for (i, ch) in between.char_indices() {
        let alone = between[..i].ends_with(char::is_whitespace)
            && between[i + ch.len_utf8()..].starts_with(char::is_whitespace);
        gap = gap.max(match ch {
            '.' | '!' | '?' | '\u{2022}' | '|' => Gap::Sentence,
            ';' | '\u{2014}' | '\u{2192}' => Gap::Clause,
            '-' | '\u{2013}' if alone => Gap::Clause,
            ',' | ':' | '(' | ')' | '[' | ']' | '&' => Gap::Comma,
            _ => Gap::Space,
        });
    }
    gap
}
