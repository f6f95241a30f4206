//! JSON with the place of every value, for `json_resume`.
//!
//! `serde_json` checks the text first and words the errors; what is read here is sound.

use super::error::ReadError;
use super::places::{Joined, Places};
use super::tree::{MOST_NESTED, Node, Value};

/// Reads a JSON text into a tree.
///
/// # Errors
/// [`ReadError::Damaged`] with the place where the text is no JSON, or nests too deep.
pub(super) fn tree(path: &str, source: &str) -> Result<Node, ReadError> {
    let damaged = |line, column, message| ReadError::Damaged { path: path.to_owned(), line, column, message };
    serde_json::from_str::<serde::de::IgnoredAny>(source).map_err(|error| {
        let row = source.split('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
        let column = row.bytes().take(error.column()).filter(|byte| byte & 0xC0 != 0x80).count();
        let reason = error.to_string();
        let reason = reason.split(" at line ").next().unwrap_or_default();
        damaged(
            error.line().max(1),
            column.max(1),
            format!("this is no sound JSON: {reason}. Mend it there, or export the resume again"),
        )
    })?;
    let mut scanner = Scanner { source, at: 0 };
    scanner.value(0).ok_or_else(|| {
        let place = Places::new(source).at(scanner.at);
        damaged(
            place.line,
            place.column,
            format!("lists and objects nest more than {MOST_NESTED} deep here: no resume does"),
        )
    })
}

struct Scanner<'a> {
    source: &'a str,
    at: usize,
}

impl Scanner<'_> {
    /// The value that begins here; nothing where it nests too deep.
    fn value(&mut self, depth: usize) -> Option<Node> {
        self.skip_white();
        let offset = self.at;
        let value = match self.peek() {
            b'{' | b'[' if depth >= MOST_NESTED => return None,
            b'{' => {
                let mut pairs = Vec::new();
                self.at += 1;
                while self.goes_on(b'}') {
                    let key = self.string();
                    self.skip_white();
                    self.at += 1;
                    let key = key.iter().map(Joined::text).collect::<Vec<_>>().join(" ");
                    pairs.push((key, self.value(depth + 1)?));
                }
                Value::Map(pairs)
            }
            b'[' => {
                let mut list = Vec::new();
                self.at += 1;
                while self.goes_on(b']') {
                    list.push(self.value(depth + 1)?);
                }
                Value::List(list)
            }
            b'"' => Value::Text(self.string()),
            _ => {
                let rest = &self.source.as_bytes()[self.at..];
                self.at += rest.iter().take_while(|byte| !b",]} \t\r\n".contains(byte)).count();
                Value::Other
            }
        };
        Some(Node { offset, value })
    }

    /// Whether another element comes before the closing bracket, which is passed over.
    fn goes_on(&mut self, close: u8) -> bool {
        self.skip_white();
        if self.peek() == b',' {
            self.at += 1;
            self.skip_white();
        }
        let ends = self.peek() == close || self.at >= self.source.len();
        self.at += usize::from(ends);
        !ends
    }

    /// The lines of a string.
    fn string(&mut self) -> Vec<Joined> {
        self.at += 1;
        let mut lines = vec![Joined::default()];
        loop {
            let rest = &self.source[self.at.min(self.source.len())..];
            let plain = rest.find(['"', '\\']).unwrap_or(rest.len());
            if let Some(line) = lines.last_mut() {
                line.push(self.at, &rest[..plain]);
            }
            let start = self.at + plain;
            self.at = start + 1;
            if !rest[plain..].starts_with('\\') {
                break;
            }
            match self.escape() {
                '\n' => lines.push(Joined::default()),
                letter => {
                    if let Some(line) = lines.last_mut() {
                        line.push(start, letter.encode_utf8(&mut [0; 4]));
                    }
                }
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// The letter that an escape stands for; the backslash is behind us.
    fn escape(&mut self) -> char {
        let kind = self.peek();
        self.at += 1;
        match kind {
            b'n' => '\n',
            b't' | b'r' | b'b' | b'f' => ' ',
            b'u' => {
                let first = self.hex();
                if (0xD800..0xDC00).contains(&first) && self.source[self.at..].starts_with("\\u") {
                    self.at += 2;
                    let second = self.hex();
                    let both = 0x10000 + ((first - 0xD800) << 10) + (second.wrapping_sub(0xDC00) & 0x3FF);
                    return char::from_u32(both).unwrap_or(char::REPLACEMENT_CHARACTER);
                }
                char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            other => char::from(other),
        }
    }

    fn hex(&mut self) -> u32 {
        let digits = self.source.get(self.at..self.at + 4).unwrap_or_default();
        self.at += digits.len();
        u32::from_str_radix(digits, 16).unwrap_or(0xFFFD)
    }

    fn skip_white(&mut self) {
        let rest = &self.source.as_bytes()[self.at.min(self.source.len())..];
        self.at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    }

    fn peek(&self) -> u8 {
        self.source.as_bytes().get(self.at).copied().unwrap_or(0)
    }
}
