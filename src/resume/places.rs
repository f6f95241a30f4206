//! Where things stand in a source: byte offsets to lines and columns, and texts put together from
//! parts of a source that know where each part came from.

use super::Place;

/// Turns byte offsets of a source into lines and columns. Quick when asked in rising order.
pub(super) struct Places<'a> {
    source: &'a str,
    starts: Vec<usize>,
    /// The last answer: offset, line and column. Counting goes on from there, so that one very
    /// long line is not counted anew for each question.
    last: (usize, usize, usize),
}

impl<'a> Places<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let ends = source.bytes().enumerate().filter(|&(_, byte)| byte == b'\n').map(|(at, _)| at + 1);
        Self { source, starts: std::iter::once(0).chain(ends).collect(), last: (0, 1, 1) }
    }

    /// The line and column of a byte; one within a letter counts as that letter.
    pub(super) fn at(&mut self, offset: usize) -> Place {
        let offset =
            (0..=offset.min(self.source.len())).rev().find(|&at| self.source.is_char_boundary(at)).unwrap_or(0);
        let line = self.starts.partition_point(|&start| start <= offset);
        let (mut from, mut column) = (self.starts.get(line - 1).copied().unwrap_or(0), 1);
        if self.last.1 == line && self.last.0 <= offset {
            (from, column) = (self.last.0, self.last.2);
        }
        column += self.source[from..offset].chars().count();
        self.last = (offset, line, column);
        Place { line, column, ..Place::default() }
    }

    /// The byte at a line and a column, each from 1.
    pub(super) fn offset(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.source.len());
        let letters = self.source[start..].char_indices().nth(column.saturating_sub(1));
        letters.map_or(self.source.len(), |(at, _)| start + at)
    }
}

/// A text put together from parts of a source: white space folded, lines joined.
#[derive(Clone, Debug, Default)]
pub(super) struct Joined {
    text: String,
    /// Where parts begin: (byte in `text`, byte in the source), rising.
    origins: Vec<(usize, usize)>,
    space: bool,
    broken: bool,
}

impl Joined {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Adds a part that stands at `offset` of the source.
    pub(super) fn push(&mut self, offset: usize, part: &str) {
        let mut at = offset;
        for word in part.split_inclusive(is_white) {
            let letters = word.trim_end_matches(is_white);
            if !letters.is_empty() {
                self.join(letters);
                let here = self.text.len();
                if self.origins.last().is_none_or(|&(start, source)| source + (here - start) != at) {
                    self.origins.push((here, at));
                }
                self.text.push_str(letters);
            }
            self.space |= letters.len() < word.len();
            at += word.len();
        }
    }

    /// Adds another text, with its origins.
    pub(super) fn append(&mut self, other: &Self) {
        for (at, &(start, offset)) in other.origins.iter().enumerate() {
            let end = other.origins.get(at + 1).map_or(other.text.len(), |next| next.0);
            self.push(offset, &other.text[start..end]);
        }
    }

    /// Notes that the source goes to a new line here, which a hyphen before it may span.
    pub(super) fn line_break(&mut self) {
        self.space = true;
        self.broken = true;
    }

    /// The byte of the source from which the byte `at` of the text came.
    pub(super) fn origin(&self, at: usize) -> usize {
        let after = self.origins.partition_point(|&(start, _)| start <= at);
        self.origins.get(after.saturating_sub(1)).map_or(0, |&(start, source)| source + at.saturating_sub(start))
    }

    /// Sets the right gap between what is there and the word that comes.
    fn join(&mut self, word: &str) {
        let (space, broken) = (std::mem::take(&mut self.space), std::mem::take(&mut self.broken));
        if !space || self.text.is_empty() {
            return;
        }
        match hyphen(&self.text, word).filter(|_| broken) {
            Some(Hyphen::Goes) => drop(self.text.pop()),
            Some(Hyphen::Stays) => {}
            None => self.text.push(' '),
        }
    }
}

/// White space that folds; a no-break space folds as well.
fn is_white(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{200B}' | '\u{FEFF}' | '\u{AD}')
}

enum Hyphen {
    Stays,
    Goes,
}

/// What becomes of a hyphen at a line end, if there is one: `optimi-` + `zed` loses it, and
/// `front-` + `end` keeps it. Where either half is a common half of a compound, it stays.
fn hyphen(before: &str, after: &str) -> Option<Hyphen> {
    // A half longer than any word is as good as its end: looking at all of it, line for line,
    // would take for ever on a file of nothing but such lines.
    const LONGEST: usize = 32;
    const HALVES: &str = " all back based best bound break built case code co cross customer cut data day driven \
        edge end event ex facing fast first fit five four free friendly front full functional global grade hand \
        hard high home house in intensive key large lead left level life line live local long low loop made market mid \
        mile million minute mobile month multi native new non notch off on one open oriented out over paced party \
        peer performance person platform point post pre purpose quality rate re ready real record related \
        right risk round saving scale second self semi server service set short side single sized small \
        source specific stack state step sub system task team term test third three tier time to top touch two \
        under up user value way week well wide winning work world year zero ";
    let before = before.strip_suffix('-')?;
    let letters = before.chars().rev().take(LONGEST).take_while(|letter| letter.is_alphabetic());
    let (head, first) = before.split_at(before.len() - letters.map(char::len_utf8).sum::<usize>());
    let second = after.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    if first.is_empty() || second.is_empty() {
        let digit = before.ends_with(char::is_alphanumeric);
        return (digit && after.starts_with(char::is_alphanumeric)).then_some(Hyphen::Stays);
    }
    let small = first.ends_with(char::is_lowercase) && second.starts_with(char::is_lowercase);
    let compound = [first, second].iter().any(|half| HALVES.contains(&format!(" {} ", half.to_lowercase())))
        // What already has a hyphen is a compound: "state-of-the-" + "art".
        || head.ends_with('-');
    Some(if small && !compound { Hyphen::Goes } else { Hyphen::Stays })
}

#[cfg(test)]
mod tests {
    use super::{Joined, Places};

    fn joined(lines: &[&str]) -> String {
        let mut text = Joined::default();
        for line in lines {
            text.push(0, line);
            text.line_break();
        }
        text.text().to_owned()
    }

    #[test]
    fn lines_and_columns_count_from_one_in_characters() {
        let mut places = Places::new("é–a\n\nbc");
        let mut at = |offset| (places.at(offset).line, places.at(offset).column);
        assert_eq!([at(0), at(5), at(7), at(9), at(99)], [(1, 1), (1, 3), (2, 1), (3, 2), (3, 3)]);
        assert_eq!((at(3), at(1)), ((1, 2), (1, 1)));
    }

    #[test]
    fn white_space_folds_and_origins_stay() {
        let mut text = Joined::default();
        text.push(10, "  Led   a");
        text.push(30, "team ");
        text.push(40, "of 5");
        assert_eq!(text.text(), "Led ateam of 5");
        assert_eq!([text.origin(0), text.origin(4), text.origin(5), text.origin(10)], [12, 18, 30, 40]);
    }

    #[test]
    fn hyphens_at_line_ends() {
        assert_eq!(joined(&["We optimi-", "zed it"]), "We optimized it");
        assert_eq!(joined(&["a front-", "end app"]), "a front-end app");
        assert_eq!(joined(&["state-of-the-", "art"]), "state-of-the-art");
        assert_eq!(joined(&["Spring-", "Boot"]), "Spring-Boot");
        assert_eq!(joined(&["a 2-", "year plan"]), "a 2-year plan");
        assert_eq!(joined(&["Led -", "then left"]), "Led - then left");
        assert_eq!(joined(&["Led a", "team"]), "Led a team");
    }
}
