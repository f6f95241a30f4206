//! LaTeX source as tokens: text with its escapes and accents resolved, commands, braces and breaks.

use super::tables::{ACCENTS, SYMBOLS};

/// A piece of LaTeX source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// What an escape or an accent stands for: a letter and a combining mark, if there is no
    /// letter for both.
    Letter(char, Option<char>),
    /// A command without its backslash and without a star.
    Command(&'a str),
    Open,
    Close,
    /// `\\` or a column of a table.
    LineBreak,
    /// The end of a line of the source.
    SourceBreak,
    /// An empty line.
    Paragraph,
    /// A comment behind other text on its line, which may hold tags.
    Comment(&'a str),
}

/// The tokens of a source, and the braces in it.
pub(super) struct Tokens<'a> {
    source: &'a str,
    /// Every opening brace that is closed, with its end, in rising order. Found once, so that a
    /// file of nothing but opening braces is no trouble.
    braces: Vec<(usize, usize)>,
    at: usize,
    math: bool,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, braces: braces(source), at: 0, math: false }
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn go_to(&mut self, offset: usize) {
        self.at = offset;
    }

    pub(super) fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    /// The source between two offsets.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.source.get(start..end).unwrap_or_default()
    }

    /// The group in braces that comes next, as the range within the braces. White space, comments
    /// and options in brackets before it are passed over. Moves behind it.
    pub(super) fn group(&mut self) -> Option<(usize, usize)> {
        let before = self.at;
        self.skip_white();
        while self.rest().starts_with('[') && self.option().is_some() {
            self.skip_white();
        }
        let found = self.braces.binary_search_by_key(&self.at, |&(open, _)| open);
        if let Ok(found) = found {
            let (open, close) = self.braces[found];
            self.at = close + 1;
            return Some((open + 1, close));
        }
        self.at = before;
        None
    }

    /// All groups that come next, nine at most.
    pub(super) fn groups(&mut self) -> Vec<(usize, usize)> {
        std::iter::from_fn(|| self.group()).take(9).collect()
    }

    /// The text of an option in brackets that comes next. Moves behind it.
    pub(super) fn option(&mut self) -> Option<(usize, usize)> {
        const LONGEST: usize = 1000;
        let rest = self.rest();
        let end = rest.strip_prefix('[')?.bytes().take(LONGEST).position(|byte| byte == b']')? + 1;
        let start = self.at + 1;
        self.at += end + 1;
        Some((start, start + end - 1))
    }

    pub(super) fn skip_white(&mut self) {
        loop {
            let rest = self.rest();
            self.at += rest.len() - rest.trim_start().len();
            if !self.rest().starts_with('%') {
                return;
            }
            self.skip_comment();
        }
    }

    /// The next token and where it begins.
    pub(super) fn next(&mut self) -> Option<(usize, Token<'a>)> {
        loop {
            let (start, rest) = (self.at, self.rest());
            let first = rest.chars().next()?;
            self.at += first.len_utf8();
            let token = match first {
                '%' => {
                    self.at = start;
                    self.skip_comment();
                    let comment = rest.lines().next().and_then(|line| line.strip_prefix('%')).unwrap_or_default();
                    if !comment.trim_start().starts_with('{') || self.begins_line(start) {
                        continue;
                    }
                    Token::Comment(comment)
                }
                '$' => {
                    self.math = !self.math;
                    continue;
                }
                '^' | '_' if self.math => continue,
                '\\' => match self.escape() {
                    Some(token) => token,
                    None => continue,
                },
                '{' => Token::Open,
                '}' => Token::Close,
                '&' => Token::LineBreak,
                '~' => Token::Text(" "),
                '\n' => self.line_end(),
                '-' | '`' | '\'' => self.ligature(rest),
                _ => {
                    let end = rest.find(['%', '$', '^', '_', '\\', '{', '}', '&', '~', '\n', '-', '`', '\'']);
                    // An underscore outside mathematics is a slip that says what it says.
                    self.at = start + end.unwrap_or(rest.len()).max(first.len_utf8());
                    Token::Text(&rest[..self.at - start])
                }
            };
            return Some((start, token));
        }
    }

    fn ligature(&mut self, rest: &'a str) -> Token<'a> {
        const LIGATURES: [(&str, char); 4] = [("---", '—'), ("--", '–'), ("``", '“'), ("''", '”')];
        let found = LIGATURES.iter().find(|(signs, _)| rest.starts_with(signs));
        if let Some((signs, letter)) = found {
            self.at += signs.len() - 1;
            return Token::Letter(*letter, None);
        }
        Token::Text(if rest.starts_with('`') { "‘" } else { &rest[..1] })
    }

    fn line_end(&mut self) -> Token<'a> {
        let rest = self.rest();
        let white = rest.len() - rest.trim_start().len();
        if rest[..white].contains('\n') {
            self.at += white;
            self.math = false;
            return Token::Paragraph;
        }
        Token::SourceBreak
    }

    /// Whether nothing but a comment or a line break stands on the rest of the line.
    pub(super) fn ends_line(&self) -> bool {
        let rest = self.rest().lines().next().unwrap_or_default().trim();
        rest.is_empty() || rest.starts_with('%') || rest == "\\\\"
    }

    /// Whether nothing but white space stands before `offset` on its line.
    pub(super) fn begins_line(&self, offset: usize) -> bool {
        let before = self.slice(0, offset).trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    }

    /// Moves behind a comment and the white space at the start of the next line.
    fn skip_comment(&mut self) {
        let rest = self.rest();
        let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
        let white = rest[end..].len() - rest[end..].trim_start_matches([' ', '\t']).len();
        self.at += end + white;
    }

    /// What a backslash begins; nothing where that says nothing.
    fn escape(&mut self) -> Option<Token<'a>> {
        let rest = self.rest();
        let name = &rest[..rest.bytes().take_while(u8::is_ascii_alphabetic).count()];
        if !name.is_empty() {
            self.at += name.len();
            if name.len() == 1 && ACCENTS.iter().any(|accent| accent.0 == name) {
                return self.accent(name);
            }
            self.at += usize::from(self.rest().starts_with('*'));
            let spaces = self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
            self.at += spaces;
            return Some(
                SYMBOLS
                    .iter()
                    .find(|symbol| symbol.0 == name)
                    .map_or(Token::Command(name), |symbol| Token::Text(symbol.1)),
            );
        }
        let sign = rest.chars().next()?;
        self.at += sign.len_utf8();
        match sign {
            '\\' => {
                self.option();
                Some(Token::LineBreak)
            }
            '%' | '&' | '$' | '#' | '_' | '{' | '}' => Some(Token::Letter(sign, None)),
            ' ' | ',' | ';' | ':' | '\n' => Some(Token::Text(" ")),
            '\'' | '`' | '"' | '^' | '~' | '=' | '.' => self.accent(&rest[..1]),
            _ => None,
        }
    }

    /// A letter with the accent that has just been read: `\'e`, `\"{o}`, `\c{c}`.
    fn accent(&mut self, accent: &str) -> Option<Token<'a>> {
        let rest = self.rest();
        let inner = rest.trim_start_matches([' ', '{']);
        let inner = inner.strip_prefix("\\i").map_or(inner, |_| &inner[1..]);
        let letter = inner.chars().next().filter(|letter| letter.is_alphabetic())?;
        self.at += rest.len() - inner.len() + letter.len_utf8();
        if rest.contains('{') && rest[..rest.len() - inner.len()].contains('{') && self.rest().starts_with('}') {
            self.at += 1;
        }
        let (_, mark, pairs) = ACCENTS.iter().find(|known| known.0 == accent)?;
        let mut pairs = pairs.chars();
        while let (Some(plain), Some(marked)) = (pairs.next(), pairs.next()) {
            if plain == letter {
                return Some(Token::Letter(marked, None));
            }
        }
        Some(Token::Letter(letter, Some(*mark)))
    }
}

fn braces(source: &str) -> Vec<(usize, usize)> {
    let (mut open, mut closed) = (Vec::new(), Vec::new());
    let bytes = source.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'%' => at += bytes[at..].iter().take_while(|byte| **byte != b'\n').count(),
            b'{' => open.push(at),
            b'}' => closed.extend(open.pop().map(|start| (start, at))),
            _ => {}
        }
        at += 1;
    }
    closed.sort_unstable();
    closed
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens};

    fn plain(source: &str) -> String {
        let mut tokens = Tokens::new(source);
        let mut text = String::new();
        while let Some((_, token)) = tokens.next() {
            match token {
                Token::Text(part) => text.push_str(part),
                Token::Letter(letter, mark) => text.extend(std::iter::once(letter).chain(mark)),
                Token::Command(name) => text.extend(["<", name, ">"]),
                Token::LineBreak => text.push('/'),
                Token::SourceBreak => text.push(' '),
                Token::Paragraph => text.push('¶'),
                Token::Open | Token::Close | Token::Comment(_) => {}
            }
        }
        text
    }

    #[test]
    fn escapes_accents_and_signs() {
        assert_eq!(plain(r"5\% of \$3 \& \#1 a\_b"), "5% of $3 & #1 a_b");
        assert_eq!(plain(r#"caf\'e \"{o} \c{c}a na\"{\i}ve \v{s} \'{E}l\`eve"#), "café ö ça naïve š Élève");
        assert_eq!(plain(r"2019--20 --- ``it's'' a-b"), "2019–20 — “it's” a-b");
        assert_eq!(plain(r"$\sim$5 users, $10^{6}$ or $\geq$ 3"), "~5 users, 106 or ≥ 3");
        assert_eq!(plain("a % no\n  b\n\n c~d\\\\[2pt]e"), "a b¶c d/e");
        assert_eq!(plain(r"\textbf{a} \small b"), "<textbf>a <small>b");
    }

    #[test]
    fn groups_know_comments_options_and_escapes() {
        let source = "{a{b}\\}% }\n} [x] {c} d {";
        let mut tokens = Tokens::new(source);
        let groups: Vec<_> = tokens.groups().into_iter().map(|(start, end)| &source[start..end]).collect();
        assert_eq!(groups, ["a{b}\\}% }\n", "c"]);
        assert_eq!(tokens.rest(), " d {");
    }
}
