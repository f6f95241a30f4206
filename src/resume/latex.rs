//! LaTeX: plain lists, `moderncv`, Awesome CV, and the `\resumeItem` family. Nothing is expanded:
//! the commands in use are known by name, and what is defined in the preamble is passed over.

use super::latex_tables::{SILENT, STYLES};
use super::latex_tokens::{Token, Tokens};
use super::outline::Outline;
use super::places::{Joined, Places};
use super::{Found, latex_preamble, tags, wording};

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
    reader.outline.on_top(&latex_preamble::name(&source[..begin.unwrap_or(0)]));
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
            Token::LineBreak => self.line_break(),
            Token::Open => {}
            Token::Close => {
                while let Some(&(end, kind)) = self.ends.last().filter(|end| end.0 <= start) {
                    self.ends.pop();
                    if kind == End::Block && end == start {
                        self.close();
                    }
                }
            }
            Token::Command(name) => return self.command(name),
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

    /// Reads a command; nothing at the end of the document.
    fn command(&mut self, name: &'a str) -> Option<()> {
        let small = name.to_ascii_lowercase();
        if let Some(&(_, groups)) = SILENT.iter().find(|silent| silent.0 == name) {
            self.pass_over(groups);
        } else if STYLES.contains(&name) {
            self.open_group(End::Style);
        } else if name == "begin" || name == "end" {
            return self.environment(name == "begin");
        } else if matches!(name, "item" | "cvitemtext") {
            self.item();
        } else if matches!(name, "par" | "newline" | "hfill" | "newpage" | "clearpage") {
            self.line_break();
        } else if name == "def" || name == "iffalse" {
            self.skip_to(if name == "def" { "{" } else { "\\fi" });
        } else if small.ends_with("section") || small.ends_with("sectiontitle") || small == "resheading" {
            let level = if small.starts_with("sub") { 3 } else { 2 };
            self.heading(level);
        } else if small.contains("entry") || small.ends_with("heading") || small == "cvevent" {
            self.entry(name);
        } else if small.starts_with("cvline")
            || small.starts_with("cvitem")
            || small == "cvlanguage"
            || small == "cvskill"
        {
            self.labelled();
        } else if small.contains("item") || small == "cvdoubleitem" {
            self.item_with_groups(&small);
        } else {
            self.unknown();
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
        if !begins {
            self.close();
            return (name != "document").then_some(());
        }
        if matches!(name, "comment" | "verbatim" | "lstlisting" | "tikzpicture") {
            self.skip_to(&format!("\\end{{{name}}}"));
        }
        self.close_before_list();
        if name.to_ascii_lowercase().ends_with("subsection") {
            self.entry(name);
        } else if name.to_ascii_lowercase().ends_with("section") {
            self.heading(2);
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

    fn heading(&mut self, level: u8) {
        self.close();
        if let Some(group) = self.tokens.group() {
            let text = self.plain(group);
            self.outline.heading(level, text.text());
        }
    }

    /// `\item`, with a label or without.
    fn item(&mut self) {
        self.close();
        self.is_item = true;
        self.tokens.skip_white();
        if let Some(label) = self.tokens.option() {
            let label = self.plain(label);
            if label.text().contains(char::is_alphanumeric) && !wording::is_date(label.text()) {
                self.text.append(&label);
                self.text.push(self.tokens.at(), if label.text().ends_with(':') { " " } else { ": " });
            }
        }
    }

    /// A job, a project or a school: `\cventry`, `\resumeSubheading`, `\resumeProjectHeading`.
    fn entry(&mut self, name: &str) {
        self.close();
        let mut groups = self.tokens.groups();
        let is_entry = name.to_ascii_lowercase().contains("entry");
        let body = if is_entry && groups.len() >= 5 { groups.pop() } else { None };
        let texts: Vec<Joined> = groups.iter().map(|&group| self.plain(group)).collect();
        // `moderncv` begins with the dates, Awesome CV with the job; headings of four groups have
        // places and dates in the second and the fourth.
        let titles: &[usize] = match (is_entry, texts.len()) {
            (true, 5) => &[1, 2],
            (true, _) => &[0, 1],
            (false, 4) => &[0, 2],
            (false, _) => &[0],
        };
        let titles: Vec<&Joined> =
            titles.iter().filter_map(|&at| texts.get(at)).filter(|text| !text.is_empty()).collect();
        if let [what, rest] = titles[..]
            && rest.text().starts_with(|letter: char| letter.is_lowercase() || "-–—".contains(letter))
        {
            // "{Designed}{-- posters for the club}": a line cut in two.
            let place = self.places.at(what.origin(0));
            self.outline.item(&format!("{} {}", what.text(), rest.text()), place);
        } else if !titles.is_empty() {
            let title = titles
                .iter()
                .map(|text| text.text().split(" | ").next().unwrap_or_default().trim())
                .collect::<Vec<_>>();
            self.outline.entry(&title.join(", "));
            for text in &texts {
                self.outline.dates(text.text());
            }
        }
        if let Some((start, end)) = body {
            self.go_into(start, end);
        }
    }

    /// A label and a text: `\cvitem{Languages}{Java, Go}`. A date is no label.
    fn labelled(&mut self) {
        self.close();
        let groups = self.tokens.groups();
        let Some((&text, labels)) = groups.get(..2.min(groups.len())).and_then(<[_]>::split_last) else { return };
        let label = labels.first().map(|&label| self.plain(label)).unwrap_or_default();
        let label_says = label.text().contains(char::is_alphanumeric) && !wording::is_date(label.text());
        if label_says && self.has_list(text) {
            self.outline.title(label.text());
        } else if label_says {
            self.text.append(&label);
            self.text.push(label.origin(label.text().len()), if label.text().ends_with(':') { " " } else { ": " });
        }
        self.is_item = true;
        self.go_into(text.0, text.1);
    }

    /// `\resumeItem{text}`, `\resumeItem{label}{text}`, `\cvlistdoubleitem{a}{b}`.
    fn item_with_groups(&mut self, small: &str) {
        let before = self.tokens.at();
        let groups = self.tokens.groups();
        match groups[..] {
            // `\resumeItemListStart` and its like.
            [] => {
                self.tokens.go_to(before);
                self.close();
            }
            [label, text, ..] if !small.contains("double") => {
                self.tokens.go_to(text.1 + 1);
                self.close();
                let label = self.plain(label);
                self.text.append(&label);
                if !label.is_empty() {
                    self.text
                        .push(label.origin(label.text().len()), if label.text().ends_with(':') { " " } else { ": " });
                }
                self.is_item = true;
                self.go_into(text.0, text.1);
            }
            [group] if self.has_list(group) => {
                self.close();
                self.is_item = true;
                self.go_into(group.0, group.1);
            }
            _ => {
                for &group in &groups {
                    self.close();
                    self.text = self.plain(group);
                    self.is_item = true;
                    self.close();
                }
            }
        }
    }

    /// A command of the author's own: one group is text in the line, several are lines.
    fn unknown(&mut self) {
        let before = self.tokens.at();
        let groups = self.tokens.groups();
        self.tokens.go_to(before);
        if groups.len() > 1 && self.ends.len() + groups.len() < MOST_NESTED {
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
                Some((start, Token::Text(part))) => text.push(start, part),
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
