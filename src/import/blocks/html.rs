//! HTML: a sink on the `html5ever` tokenizer. No tree is built, so nesting costs nothing.

use std::cell::RefCell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::inline::tidy;
use super::lines::{after_bullet, heading};
use super::{Block, BlockKind};
use crate::import::ImportError;

/// The tokenizer compares each attribute of a tag with all others; so much may stand in one tag.
const LONGEST_TAG: usize = 256 * 1024;

/// Elements without text for readers.
const UNSEEN: [&str; 9] = ["head", "script", "style", "template", "svg", "noscript", "iframe", "textarea", "select"];
/// Elements around the page's own text.
const ASIDE: [&str; 3] = ["nav", "footer", "button"];
/// Elements within a line; all others begin and end one.
const INLINE: [&str; 32] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "meta", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
    "wbr",
];

/// The blocks of a page.
pub(super) fn blocks(name: &str, source: &str) -> Result<Vec<Block>, ImportError> {
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let source = without_comments(source);
    let mut without_token = 0;
    for piece in source.split_inclusive('>') {
        let before = tokenizer.sink.0.borrow().tokens;
        queue.push_back(StrTendril::from_slice(piece));
        // Only a script stops the tokenizer, and this sink asks for none.
        let _ = tokenizer.feed(&queue);
        let reader = tokenizer.sink.0.borrow();
        without_token = if reader.tokens == before { without_token + piece.len() } else { 0 };
        if without_token > LONGEST_TAG {
            return Err(ImportError::EndlessTag { name: name.to_owned(), line: reader.line });
        }
    }
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.close();
    Ok(reader.blocks)
}

/// `source` with its comments gone; their line breaks stay, so that lines keep their numbers.
fn without_comments(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(start) = rest.find("<!--") {
        let Some(end) = rest[start..].find("-->") else { break };
        kept.push_str(&rest[..start]);
        kept.extend(rest[start..start + end].chars().filter(|c| *c == '\n'));
        rest = &rest[start + end + 3..];
    }
    kept + rest
}

struct Sink(RefCell<Reader>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
        reader.line = usize::try_from(line).unwrap_or(usize::MAX);
        match token {
            Token::TagToken(tag) => {
                reader.tokens += 1;
                reader.tag(&tag);
                return raw_kind(&tag).map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
            }
            Token::CharacterTokens(text) => {
                reader.tokens += 1;
                reader.push(&text);
            }
            Token::ParseError(_) => {}
            _ => reader.tokens += 1,
        }
        TokenSinkResult::Continue
    }
}

/// Elements in which a "<" begins no tag.
fn raw_kind(tag: &Tag) -> Option<RawKind> {
    match (tag.kind, &*tag.name) {
        (TagKind::StartTag, "script") => Some(RawKind::ScriptData),
        (TagKind::StartTag, "style" | "iframe") => Some(RawKind::Rawtext),
        (TagKind::StartTag, "title" | "textarea") => Some(RawKind::Rcdata),
        _ => None,
    }
}

/// Whether a link looks like a button ("Apply now").
fn is_button(link: &Tag) -> bool {
    let class =
        link.attrs.iter().find(|attribute| &*attribute.name.local == "class" || &*attribute.name.local == "classname");
    class.is_some_and(|class| class.value.split([' ', '-', '_']).any(|part| matches!(part, "btn" | "button")))
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    tokens: usize,
    /// The line of the source that is being read.
    line: usize,
    text: String,
    /// The line on which the text began.
    began: usize,
    /// Open elements of bold type, and whether all of the text stood in one.
    bold: usize,
    all_bold: bool,
    /// Open lists.
    lists: usize,
    /// The next text is an item at this depth.
    item: Option<usize>,
    heading: Option<u8>,
    /// The cells of the open table row.
    row: Option<Vec<String>>,
    in_cell: bool,
    /// The unseen element that is open, and how many of its name within it.
    unseen: Option<(String, usize)>,
    aside: usize,
    /// A link that looks like a button is open.
    in_button: bool,
}

impl Reader {
    fn push(&mut self, text: &str) {
        if self.unseen.is_some() {
            return;
        }
        // No text begins with white space, so that none has to be looked through to see whether it says something.
        let text = if self.text.is_empty() { text.trim_start() } else { text };
        if text.is_empty() {
            return;
        }
        if self.text.is_empty() {
            self.began = self.line;
            self.all_bold = true;
        }
        self.all_bold &= self.bold > 0 || !text.contains(char::is_alphanumeric);
        // A line break of the source is a space; those kept are the page's own.
        self.text.push_str(&text.replace(['\n', '\r'], " "));
    }

    fn tag(&mut self, tag: &Tag) {
        let (name, starts) = (&*tag.name, tag.kind == TagKind::StartTag);
        if self.is_unseen(name, starts, tag.self_closing) {
            return;
        }
        if self.in_cell && starts && !matches!(name, "td" | "th" | "tr" | "table") && !self.text.is_empty() {
            self.text.push('\n');
        }
        match name {
            "b" | "strong" => self.bold = if starts { self.bold + 1 } else { self.bold.saturating_sub(1) },
            "td" | "th" => self.cell(starts),
            "tr" => {
                self.end_row();
                self.row = starts.then(Vec::new);
            }
            "table" => self.end_row(),
            _ if self.in_cell => {}
            "ul" | "ol" | "dl" => {
                self.close();
                self.item = None;
                self.lists = if starts { self.lists + 1 } else { self.lists.saturating_sub(1) };
            }
            "li" | "dt" => {
                self.close();
                self.item = starts.then_some(self.lists);
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close();
                self.heading = name[1..].parse().ok().filter(|_| starts);
            }
            "a" if self.in_button || starts && is_button(tag) => {
                self.close();
                self.aside = if starts { self.aside + 1 } else { self.aside.saturating_sub(1) };
                self.in_button = starts;
            }
            name if ASIDE.contains(&name) => {
                self.close();
                self.aside = if starts { self.aside + 1 } else { self.aside.saturating_sub(1) };
            }
            name if INLINE.contains(&name) => {}
            _ => self.close(),
        }
    }

    /// Whether a tag stands in an element that is not seen, or begins or ends one.
    fn is_unseen(&mut self, name: &str, starts: bool, self_closing: bool) -> bool {
        match &mut self.unseen {
            // A head without an end ends where the body begins.
            Some((open, _)) if open == "head" && name == "body" => self.unseen = None,
            Some((open, depth)) => {
                if open == name {
                    *depth = if starts { *depth + usize::from(!self_closing) } else { depth.saturating_sub(1) };
                }
                if *depth == 0 {
                    self.unseen = None;
                }
                return true;
            }
            None if starts && !self_closing && UNSEEN.contains(&name) => {
                self.close();
                self.unseen = Some((name.to_owned(), 1));
                return true;
            }
            None => {}
        }
        false
    }

    fn cell(&mut self, starts: bool) {
        self.end_cell();
        self.in_cell = starts;
    }

    fn end_cell(&mut self) {
        if !self.in_cell {
            return self.close();
        }
        let text = std::mem::take(&mut self.text);
        let lines: Vec<String> = text.lines().map(tidy).filter(|line| !line.is_empty()).collect();
        self.row.get_or_insert_default().push(lines.join("\n"));
        self.in_cell = false;
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(cells) = self.row.take().filter(|cells| cells.iter().any(|cell| !cell.is_empty())) else { return };
        let text = tidy(&cells.join(" | "));
        self.blocks.push(Block { kind: BlockKind::Row(cells), text, line: self.began });
    }

    /// Ends what is being read.
    fn close(&mut self) {
        let text = tidy(&std::mem::take(&mut self.text));
        if text.is_empty() {
            return;
        }
        let (kind, text) = if self.aside > 0 {
            (BlockKind::Aside, text.as_str())
        } else if let Some(depth) = self.item.take() {
            (BlockKind::Item(depth), after_bullet(&text).filter(|rest| !rest.is_empty()).unwrap_or(&text))
        } else if let Some(level) = self.heading {
            (BlockKind::Heading(level), text.trim_end_matches(':'))
        } else if let Some(rest) = after_bullet(&text) {
            (BlockKind::Item(self.lists), rest)
        } else if let Some((level, text)) = heading(&text).filter(|(level, _)| *level != 6 || self.all_bold) {
            (BlockKind::Heading(level), text)
        } else if self.all_bold && text.split_whitespace().count() <= 9 && !text.ends_with(['.', '!', '?']) {
            (BlockKind::Heading(5), text.trim_end_matches(':'))
        } else if let Some((level, text)) = heading(&text) {
            (BlockKind::Heading(level), text)
        } else {
            (BlockKind::Text, text.as_str())
        };
        self.blocks.push(Block { kind, text: text.to_owned(), line: self.began });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(source: &str) -> Vec<(BlockKind, String)> {
        blocks("a.html", source).expect("a page").into_iter().map(|block| (block.kind, block.text)).collect()
    }

    #[test]
    fn a_page_with_lists_and_menus() {
        use BlockKind::{Aside, Heading, Item, Text};
        let source = "<html><head><title>no</title></head><body><nav><a>Home</a></nav><!-- <p>no</p> --><h1>Cook</h1>\
            <p><b>Duties</b></p><ul><li><h4>Fry</h4><p>eggs &amp;\nham</p><li>Boil<ul><li>rice</ul></ul><script>'<p>no'</script>";
        let told: [(BlockKind, &str); 7] = [
            (Aside, "Home"),
            (Heading(1), "Cook"),
            (Heading(5), "Duties"),
            (Item(1), "Fry"),
            (Text, "eggs & ham"),
            (Item(1), "Boil"),
            (Item(2), "rice"),
        ];
        assert_eq!(kinds(source), told.map(|(kind, text)| (kind, text.to_owned())));
    }

    #[test]
    fn cells_keep_their_lines() {
        let source =
            "<table><tr><th>Q<th>T</tr><tr><td><a href=x>Why?</a></td><td><span>A</span><span>B</span></table>";
        let rows: Vec<BlockKind> = kinds(source).into_iter().map(|(kind, _)| kind).collect();
        let row = |cells: [&str; 2]| BlockKind::Row(cells.map(str::to_owned).to_vec());
        assert_eq!(rows, [row(["Q", "T"]), row(["Why?", "A\nB"])]);
    }

    #[test]
    fn a_tag_without_an_end_is_refused() {
        let error = blocks("a.html", &format!("<html>\n<p a='>{}", "b> ".repeat(200_000))).expect_err("no end");
        assert!(error.to_string().starts_with("a.html:"), "{error}");
    }
}
