//! From glyphs to words. Glyphs come in the order in which they were drawn, which within a word is
//! the order of reading; words are drawn in any order.

use unicode_normalization::UnicodeNormalization;

use super::super::bullet;
use super::glyphs::{Glyph, UNKNOWN};

/// Within a word, glyphs are nearer to each other than this, in parts of their size. Justified
/// text has spaces from 0.2 on.
const SPACE: f64 = 0.17;

/// Accents that stand for themselves, as TeX draws them, and what they are over a letter.
const ACCENTS: [(char, char); 14] = [
    ('\u{B4}', '\u{301}'),
    ('`', '\u{300}'),
    ('\u{A8}', '\u{308}'),
    ('\u{2C6}', '\u{302}'),
    ('^', '\u{302}'),
    ('\u{2DC}', '\u{303}'),
    ('~', '\u{303}'),
    ('\u{B8}', '\u{327}'),
    ('\u{2DA}', '\u{30A}'),
    ('\u{2C7}', '\u{30C}'),
    ('\u{2D8}', '\u{306}'),
    ('\u{AF}', '\u{304}'),
    ('\u{2D9}', '\u{307}'),
    ('\u{2DD}', '\u{30B}'),
];

/// A word, or a part of one where the look changes within it.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    /// A sign without a letter: an icon, or a bullet where it begins a row.
    pub(super) sign: bool,
    /// A space was drawn after it.
    pub(super) spaced: bool,
}

/// The words of a page, in the order in which they were drawn.
pub(super) fn words(glyphs: Vec<Glyph>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut last: Option<Glyph> = None;
    for mut glyph in glyphs {
        if glyph.text.trim().is_empty() {
            if let Some(word) = words.last_mut().filter(|word| (word.base - glyph.base).abs() < 0.5 * word.size) {
                word.spaced = true;
            }
            last = None;
            continue;
        }
        let taken = match (words.last_mut(), &last) {
            (Some(word), Some(last)) => take(word, last, &mut glyph),
            _ => false,
        };
        if !taken {
            words.push(begin(&glyph));
        }
        last = Some(glyph);
    }
    // Letters and their marks become one; a lone sign that is not mapped stays for the rows.
    for word in &mut words {
        if !word.text.is_ascii() {
            word.text = word.text.nfc().filter(|&letter| word.sign || letter != UNKNOWN).collect();
        }
    }
    words.retain(|word| !word.text.is_empty());
    level_bullets(&mut words);
    words
}

/// Puts bullets, which some producers raise or lower, on the line of the word drawn next.
fn level_bullets(words: &mut [Word]) {
    for at in 1..words.len() {
        let (before, after) = words.split_at_mut(at);
        let (Some(bullet), Some(next)) = (before.last_mut(), after.first()) else { return };
        let gap = next.left - bullet.right;
        let near = gap > 0.0 && gap < 3.0 * next.size && (next.base - bullet.base).abs() < 0.6 * next.size;
        if near && bullet.is_bullet() {
            bullet.base = next.base;
        }
    }
}

impl Word {
    /// Whether it is a bullet where it begins a row.
    pub(super) fn is_bullet(&self) -> bool {
        self.sign || self.text.len() <= 4 && bullet::strip(&format!("{} A", self.text)) == Some("A")
    }
}

/// Adds a glyph to a word, if it belongs to it.
fn take(word: &mut Word, last: &Glyph, glyph: &mut Glyph) -> bool {
    if is_twin(last, glyph) {
        // It says nothing new.
    } else if compose(word, last, glyph) {
        // It is in the word already.
    } else if goes_on(word, last, glyph) {
        word.text.push_str(&glyph.text);
        word.right = word.right.max(glyph.right);
        word.bold &= glyph.bold;
    } else {
        return false;
    }
    true
}

fn begin(glyph: &Glyph) -> Word {
    Word {
        text: glyph.text.clone(),
        left: glyph.left,
        right: glyph.right,
        base: glyph.base,
        size: glyph.size,
        bold: glyph.bold,
        sign: is_sign(glyph),
        spaced: false,
    }
}

fn is_sign(glyph: &Glyph) -> bool {
    glyph.symbol || glyph.text.starts_with(|letter| letter == UNKNOWN || ('\u{E000}'..='\u{F8FF}').contains(&letter))
}

/// The same glyph once more, a hair beside the first: bold type, made with a regular font.
fn is_twin(last: &Glyph, glyph: &Glyph) -> bool {
    let near = 0.08 * glyph.size;
    last.text == glyph.text && (last.left - glyph.left).abs() < near && (last.base - glyph.base).abs() < near
}

fn goes_on(word: &Word, last: &Glyph, glyph: &Glyph) -> bool {
    let gap = glyph.left - last.right;
    // A raised number goes on with its word, on a line of its own size.
    let level = (last.base - glyph.base).abs() < 0.05 * glyph.size;
    level && gap < SPACE * glyph.size.max(last.size) && gap > -0.5 * glyph.size && word.sign == is_sign(glyph)
}

/// Puts an accent and the letter it is drawn over together. One was drawn right after the other,
/// in either order.
fn compose(word: &mut Word, last: &Glyph, glyph: &mut Glyph) -> bool {
    let over = |accent: &Glyph, letter: &Glyph| {
        let middle = f64::midpoint(accent.left, accent.right);
        (accent.base - letter.base).abs() < 0.5 * letter.size && middle > letter.left && middle < letter.right
    };
    if let Some(letter) = mark(&last.text).filter(|_| over(last, glyph)).and_then(|mark| joined(&glyph.text, mark)) {
        word.text.pop();
        word.left = word.left.min(glyph.left);
        word.base = glyph.base;
        word.right = glyph.right;
        if word.text.is_empty() {
            word.left = glyph.left;
        }
        word.text.push(letter);
        glyph.text = letter.to_string();
        return true;
    }
    if let Some(letter) = mark(&glyph.text).filter(|_| over(glyph, last)).and_then(|mark| joined(&last.text, mark)) {
        word.text.pop();
        word.text.push(letter);
        // The letter, not the accent, is what the next glyph follows.
        *glyph = Glyph { text: letter.to_string(), ..last.clone() };
        return true;
    }
    false
}

/// The mark that an accent is over a letter, if it is one.
fn mark(text: &str) -> Option<char> {
    let mut letters = text.chars();
    let accent = letters.next().filter(|_| letters.next().is_none())?;
    let spacing = ACCENTS.iter().find(|(spacing, _)| *spacing == accent).map(|&(_, mark)| mark);
    spacing.or_else(|| ('\u{300}'..='\u{36F}').contains(&accent).then_some(accent))
}

/// The one letter that a letter and a mark are together.
fn joined(letter: &str, mark: char) -> Option<char> {
    let letter = match letter {
        "ı" => "i",
        "ȷ" => "j",
        letter => letter,
    };
    let mut joined = letter.chars().chain([mark]).nfc();
    joined.next().filter(|_| joined.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::super::glyphs::Glyph;
    use super::words;

    fn glyph(text: &str, left: f64, right: f64) -> Glyph {
        Glyph { text: text.to_owned(), left, right, base: 100.0, size: 10.0, bold: false, symbol: false }
    }

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        words(glyphs).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn gaps_part_words() {
        assert_eq!(texts(vec![glyph("a", 0.0, 5.0), glyph("b", 5.4, 10.0), glyph("c", 13.0, 18.0)]), ["ab", "c"]);
        assert_eq!(texts(vec![glyph("a", 0.0, 5.0), glyph(" ", 5.0, 5.1), glyph("b", 5.1, 10.0)]), ["a", "b"]);
    }

    #[test]
    fn accents_go_over_their_letters() {
        assert_eq!(texts(vec![glyph("r", 0.0, 4.0), glyph("´", 4.2, 8.0), glyph("e", 4.0, 8.5)]), ["ré"]);
        assert_eq!(texts(vec![glyph("e", 4.0, 8.5), glyph("\u{301}", 4.1, 8.0), glyph("s", 8.5, 12.0)]), ["és"]);
        assert_eq!(texts(vec![glyph("~", 0.0, 5.0), glyph("n", 5.0, 10.0)]), ["~n"]);
    }

    #[test]
    fn what_is_drawn_twice_is_said_once() {
        assert_eq!(texts(vec![glyph("l", 0.0, 2.0), glyph("l", 0.3, 2.3), glyph("l", 2.0, 4.0)]), ["ll"]);
    }
}
