//! LaTeX: plain lists, and the templates in use. Nothing is expanded: commands are known by name and by what stands in
//! their groups, and what is defined in the preamble is passed over.

mod entries;
mod headings;
mod preamble;
mod tables;
#[cfg(test)]
mod tests;
mod tokens;

use super::outline::Outline;
use super::places::{Joined, Places};
use super::{Found, LineKind, tags, wording};
use tables::{ASIDES, HEADINGS, INLINE, SILENT, STYLES, TITLES};
use tokens::{Token, Tokens};

/// Groups within each other of which more than the braces is looked at.
const MOST_NESTED: usize = 128;

const BEGIN: &str = "\\begin{document}";

/// The lines of a LaTeX document.
pub(super) fn lines(source: &str) -> Found {
    let mut reader = Reader {
        tokens: Tokens::new(source),
        outline: Outline::default(),
        places: Places::new(source),
        text: Joined::default(),
        is_item: false,
        styled: true,
        tags: Vec::new(),
        ends: Vec::new(),
    };
    let begin = source.find(BEGIN);
    reader.outline.on_top(&preamble::name(&source[..begin.unwrap_or(0)]));
    reader.tokens.go_to(begin.map_or(0, |at| at + BEGIN.len()));
    while reader.step().is_some() {}
    reader.close();
    reader.outline.finish()
}

/// What ends with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Bold or italic text.
    Style,
    /// What is being read: an item or a paragraph.
    Block,
}

struct Reader<'a> {
    tokens: Tokens<'a>,
    outline: Outline,
    places: Places<'a>,
    /// The item or paragraph being read.
    text: Joined,
    is_item: bool,
    /// All of the text is bold or italic.
    styled: bool,
    /// Its tags, which stand in comments.
    tags: Vec<String>,
    /// Groups that are open and mean something, with the offsets of their ends.
    ends: Vec<(usize, End)>,
}

impl<'a> Reader<'a> {
    /// Takes one token in; nothing at the end.
    fn step(&mut self) -> Option<()> {
        let (start, token) = self.tokens.next()?;
        match token {
            Token::Text(text) => self.push(start, text),
            Token::Letter(letter, mark) => {
                self.push(start, letter.encode_utf8(&mut [0; 4]));
                if let Some(mark) = mark {
                    self.push(start, mark.encode_utf8(&mut [0; 4]));
                }
            }
            Token::Comment(comment) => self.comment(comment),
            Token::SourceBreak => self.text.line_break(),
            Token::Paragraph if self.is_item => self.text.line_break(),
            Token::Paragraph => self.close(),
            Token::LineBreak => self.row_ends(),
            Token::Open => {}
            Token::Close => {
                while let Some(&(end, kind)) = self.ends.last().filter(|end| end.0 <= start) {
                    self.ends.pop();
                    if kind == End::Block && end == start {
                        self.close();
                    }
                }
            }
            Token::Command(name) => return self.command(start, name),
        }
        Some(())
    }

    fn push(&mut self, start: usize, text: &str) {
        self.styled &= self.ends.iter().any(|end| end.1 == End::Style) || !text.contains(char::is_alphanumeric);
        self.text.push(start, text);
    }

    /// A comment with tags is about what is being read; behind a group that has ended, about what that was.
    fn comment(&mut self, comment: &str) {
        let (rest, mut tags) = tags::split(comment.trim());
        if !rest.is_empty() {
            return;
        }
        if self.text.is_empty() {
            self.outline.tag_last(&tags);
        } else {
            self.tags.append(&mut tags);
        }
    }

    /// In an item a new line begins another only with a bold label, as lists of skills are written.
    fn line_break(&mut self) {
        self.tokens.skip_white();
        let is_item = self.is_item;
        if !is_item || self.tokens.rest().starts_with("\\textbf") {
            self.close();
            self.is_item = is_item;
        }
        self.text.line_break();
    }

    /// `\\`: in an item, a title with more below it begins an entry.
    fn row_ends(&mut self) {
        self.tokens.skip_white();
        let more = !["\\item", "\\end", "\\begin"].iter().any(|next| self.tokens.rest().starts_with(next));
        let plain = matches!(self.outline.known(), Some(LineKind::Skills | LineKind::Award | LineKind::Other));
        if self.is_item && self.styled && more && !plain && wording::is_title(self.text.text(), true) {
            self.close_before_list();
        }
        self.line_break();
    }

    /// Reads a command; nothing at the end of the document.
    fn command(&mut self, start: usize, name: &'a str) -> Option<()> {
        let small = name.to_ascii_lowercase();
        if let Some(&(_, groups)) = SILENT.iter().find(|silent| silent.0 == name) {
            self.pass_over(groups);
        } else if STYLES.contains(&name) {
            self.open_group(End::Style);
        } else if name == "begin" || name == "end" {
            return self.environment(name == "begin");
        } else if matches!(name, "item" | "cvitemtext") {
            self.item();
        } else if matches!(name, "hfill" | "quad" | "qquad") && self.is_item {
            self.text.push(start, " ");
        } else if matches!(name, "par" | "newline" | "hfill" | "newpage" | "clearpage") {
            self.line_break();
        } else if name == "def" || name == "iffalse" {
            self.skip_to(if name == "def" { "{" } else { "\\fi" });
        } else if small.ends_with("section") || small.ends_with("sectiontitle") || HEADINGS.contains(&small.as_str()) {
            self.heading(&small);
        } else if small.contains("entry") || small.ends_with("heading") || small == "cvevent" {
            self.entry(name);
        } else if small.ends_with("achievement") {
            self.achievement();
        } else if small.starts_with("cvline")
            || small.starts_with("cvitem")
            || matches!(small.as_str(), "cvlanguage" | "cvskill" | "ecvitem")
        {
            self.labelled();
        } else if small.contains("item") || small == "cvdoubleitem" {
            self.item_with_groups(&small);
        } else if self.is_between() && (TITLES.contains(&small.as_str()) || ASIDES.contains(&small.as_str())) {
            self.part_of_heading(TITLES.contains(&small.as_str()));
        } else {
            self.unknown(start, name);
        }
        Some(())
    }

    fn pass_over(&mut self, groups: usize) {
        for _ in 0..groups {
            self.tokens.group();
        }
    }

    /// Passes over the groups of a definition or to a mark.
    fn skip_to(&mut self, mark: &str) {
        let rest = self.tokens.rest();
        let at = self.tokens.at() + rest.find(mark).unwrap_or(rest.len());
        self.tokens.go_to(at);
        if mark == "{" {
            self.tokens.group();
        }
    }

    /// Goes into the group that comes next, noting what ends with it.
    fn open_group(&mut self, end: End) {
        let before = self.tokens.at();
        if let Some((start, close)) = self.tokens.group() {
            // Going back before the brace leaves nothing out: what was passed was white space.
            self.tokens.go_to(start);
            if self.ends.len() < MOST_NESTED {
                self.ends.push((close, end));
            }
        } else {
            self.tokens.go_to(before);
        }
    }

    fn environment(&mut self, begins: bool) -> Option<()> {
        let (start, end) = self.tokens.group()?;
        let name = self.tokens.slice(start, end).trim_end_matches('*');
        let small = name.to_ascii_lowercase();
        if !begins {
            self.close();
            self.outline.list_ends();
            return (name != "document").then_some(());
        }
        if matches!(name, "comment" | "verbatim" | "lstlisting" | "tikzpicture") {
            self.skip_to(&format!("\\end{{{name}}}"));
        }
        self.close_before_list();
        self.outline.list_begins();
        if small.ends_with("subsection") {
            self.entry(name);
        } else if small.ends_with("section") {
            self.section_environment();
        } else if small.starts_with("heading") || small.ends_with("heading") || small.ends_with("title") {
            let mark = format!("\\end{{{name}}}");
            let end = self.tokens.rest().find(&mark).filter(|_| self.ends.len() < MOST_NESTED);
            self.ends.extend(end.map(|end| (self.tokens.at() + end, End::Style)));
        } else if matches!(
            name,
            "tabular" | "tabularx" | "longtable" | "minipage" | "multicols" | "adjustwidth" | "array"
        ) {
            self.pass_over(if name == "tabularx" || name == "adjustwidth" { 2 } else { 1 });
        } else if name == "tabular*" {
            self.pass_over(2);
        }
        self.tokens.skip_white();
        self.tokens.option();
        Some(())
    }

    /// `\item`, with a label or without.
    fn item(&mut self) {
        self.close();
        self.is_item = true;
        self.tokens.skip_white();
        if let Some(label) = self.tokens.option() {
            let label = self.plain(label);
            if label.text().contains(char::is_alphanumeric) && !wording::is_date(label.text()) {
                self.label(&label);
            }
        }
    }

    /// A command of the author's own: one group is text in the line, unless it has the line to itself; several are lines.
    fn unknown(&mut self, start: usize, name: &str) {
        let before = self.tokens.at();
        // `\ecvpersonalinfo[5pt]` says nothing.
        if before == start + 1 + name.len() {
            self.tokens.option();
        }
        while let Some((start, end)) = self.tokens.group() {
            if !is_length(self.tokens.slice(start, end)) {
                self.tokens.go_to(before);
                break;
            }
        }
        let here = self.tokens.at();
        let alone = self.is_between()
            && !INLINE.contains(&name)
            && self.tokens.begins_line(start)
            && self.tokens.group().is_some()
            && self.tokens.ends_line();
        self.tokens.go_to(here);
        self.blocks(if alone { 1 } else { 2 });
    }

    /// Makes lines of the groups that come next, where there are as many as `fewest`.
    fn blocks(&mut self, fewest: usize) {
        let before = self.tokens.at();
        let groups = self.tokens.groups();
        self.tokens.go_to(before);
        if groups.len() >= fewest && self.ends.len() + groups.len() < MOST_NESTED {
            self.close();
            self.ends.extend(groups.iter().rev().map(|group| (group.1, End::Block)));
        }
    }

    /// Goes on reading within a group, whose end ends what is being read.
    fn go_into(&mut self, start: usize, end: usize) {
        if self.ends.len() < MOST_NESTED {
            self.tokens.go_to(start);
            self.ends.push((end, End::Block));
        }
    }

    fn has_list(&self, group: (usize, usize)) -> bool {
        self.ends.len() < MOST_NESTED && self.tokens.slice(group.0, group.1).contains("\\item")
    }

    /// The text of a group, without its commands.
    fn plain(&mut self, group: (usize, usize)) -> Joined {
        let before = self.tokens.at();
        self.tokens.go_to(group.0);
        let mut text = Joined::default();
        while self.tokens.at() < group.1 {
            match self.tokens.next() {
                // A comment may reach beyond the group, and so may the text of a label in brackets.
                Some((start, _)) if start >= group.1 => break,
                Some((start, Token::Text(part))) => {
                    let cut = part.get(..group.1 - start).filter(|_| self.tokens.at() > group.1);
                    text.push(start, cut.unwrap_or(part));
                }
                Some((start, Token::Letter(letter, mark))) => {
                    text.push(start, letter.encode_utf8(&mut [0; 4]));
                    text.push(start, mark.map_or(String::new(), String::from).as_str());
                }
                Some((_, Token::Command(name))) => {
                    let silent = SILENT.iter().find(|silent| silent.0 == name).map_or(0, |silent| silent.1);
                    self.pass_over(silent);
                }
                Some((_, Token::Open | Token::Close | Token::Comment(_))) => {}
                Some(_) => text.line_break(),
                None => break,
            }
        }
        self.tokens.go_to(before);
        text
    }

    /// Ends what is being read before a list: a title with a list below is a heading.
    fn close_before_list(&mut self) {
        let title = self.is_item && wording::is_title(self.text.text(), self.styled);
        if title && !self.text.is_empty() {
            self.outline.at(self.places.at(self.text.origin(0)));
            self.outline.title(self.text.text());
            self.text = Joined::default();
        }
        self.close();
    }

    /// Ends what is being read.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.text);
        let tags = std::mem::take(&mut self.tags);
        let (is_item, styled) = (std::mem::take(&mut self.is_item), std::mem::replace(&mut self.styled, true));
        let places = &mut self.places;
        if text.is_empty() {
            return;
        }
        if is_item {
            self.outline.item(text.text(), places.at(text.origin(0)));
        } else {
            self.outline.paragraph(text.text(), styled, |at| places.at(text.origin(at)));
        }
        if !tags.is_empty() {
            self.outline.tag_last(&tags);
        }
    }
}

/// Whether a group is a length: "0.4em", "-2pt", "\topsep", "0.5\textwidth".
fn is_length(group: &str) -> bool {
    const UNITS: [&str; 9] = ["em", "ex", "pt", "cm", "mm", "in", "pc", "bp", "sp"];
    let rest = group.trim().trim_start_matches(|sign: char| sign.is_ascii_digit() || "-+.".contains(sign)).trim_start();
    let command = rest.strip_prefix('\\').is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphabetic()));
    rest.len() < group.trim().len() && UNITS.contains(&rest) || command && !rest.is_empty()
}
