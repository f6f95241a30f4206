//! HTML: a sink on the `html5ever` tokenizer. No tree is built, so nesting costs nothing: counters
//! tell whether text stands in a list item, in bold type, or where nothing is read.

use std::cell::RefCell;
use std::ops::Range;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::error::ReadError;
use super::html_pieces::{piece_length, without_attributes};
use super::outline::Outline;
use super::places::{Joined, Places};
use super::{Found, tags, text, wording};

/// Lists within each other that are told apart.
const MOST_NESTED: usize = 128;
/// What tags with quoted brackets may hold together: the tokenizer compares each attribute of a
/// tag with all others.
const MOST_IN_TAGS: usize = 256 * 1024;

/// Elements in which nothing is read.
const SKIPPED: [&str; 15] = [
    "head", "script", "style", "nav", "template", "svg", "noscript", "button", "select", "option", "textarea", "title",
    "iframe", "form", "footer",
];
/// Elements within a line; all others begin and end one.
const INLINE: [&str; 34] = [
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "meta", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr", "o:p",
];
const STYLES: [&str; 4] = ["b", "strong", "i", "em"];

/// The lines of an HTML page.
///
/// # Errors
/// [`ReadError::Damaged`] where a tag has no end.
pub(super) fn lines(path: &str, source: &str) -> Result<Found, ReadError> {
    let (outline, damage) = read(source, 0..source.len(), Outline::default());
    if let Some(at) = damage {
        let place = Places::new(source).at(at);
        let message = "a tag begins before this place and does not end: close its quotes and its bracket".to_owned();
        return Err(ReadError::Damaged { path: path.to_owned(), line: place.line, column: place.column, message });
    }
    Ok(outline.finish())
}

/// Reads a block of HTML that stands in `range` of a document of another format into the document's outline. A block that
/// is damaged is read as far as it goes.
pub(super) fn block(source: &str, range: Range<usize>, outline: Outline) -> Outline {
    read(source, range, outline).0
}

/// Reads what stands in `range`; tells where a tag is that has no end, at which reading stopped.
fn read(source: &str, range: Range<usize>, outline: Outline) -> (Outline, Option<usize>) {
    let reader = Reader::new(source, outline);
    let tokenizer = Tokenizer::new(Sink(RefCell::new(reader)), TokenizerOpts::default());
    let queue = BufferQueue::default();
    let (mut at, mut in_tag, mut in_comment, mut damage) = (range.start, 0, false, None);
    while at < range.end {
        let rest = &source[at..range.end];
        let piece = &rest[..piece_length(rest)];
        let tokens = {
            let mut reader = tokenizer.sink.0.borrow_mut();
            reader.at = at;
            reader.tokens
        };
        queue.push_back(StrTendril::from_slice(&without_attributes(piece)));
        // Only a script stops the tokenizer, and this sink asks for none.
        let _ = tokenizer.feed(&queue);
        in_comment = piece.starts_with("<!--") || in_comment && tokenizer.sink.0.borrow().tokens == tokens;
        if tokenizer.sink.0.borrow().tokens == tokens && !in_comment {
            in_tag += piece.len();
        }
        if in_tag > MOST_IN_TAGS {
            damage = Some(at);
            break;
        }
        at += piece.len();
    }
    tokenizer.end();
    let mut reader = tokenizer.sink.0.into_inner();
    reader.close();
    (reader.outline, damage)
}

struct Sink<'a>(RefCell<Reader<'a>>);

impl TokenSink for Sink<'_> {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut reader = self.0.borrow_mut();
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
        (TagKind::StartTag, "style" | "iframe" | "xmp" | "noframes") => Some(RawKind::Rawtext),
        (TagKind::StartTag, "title" | "textarea") => Some(RawKind::Rcdata),
        _ => None,
    }
}

struct Reader<'a> {
    source: &'a str,
    outline: Outline,
    places: Places<'a>,
    /// Where the text that comes next begins.
    at: usize,
    /// How many tokens came so far.
    tokens: usize,
    text: Joined,
    styled: bool,
    styles: usize,
    /// List items that are open.
    items: usize,
    /// How many items were open where each open list began.
    lists: Vec<usize>,
    heading: Option<u8>,
    /// The element with `data-tags` that is open, and its tags.
    tagged: Option<(String, Vec<String>)>,
    /// The skipped element that is open, and how many of its name within it.
    skipped: Option<(String, usize)>,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str, outline: Outline) -> Self {
        Self {
            source,
            outline,
            places: Places::new(source),
            at: 0,
            tokens: 0,
            text: Joined::default(),
            styled: true,
            styles: 0,
            items: 0,
            lists: Vec::new(),
            heading: None,
            tagged: None,
            skipped: None,
        }
    }

    fn push(&mut self, text: &str) {
        if self.skipped.is_none() {
            self.styled &= self.styles > 0 || !text.contains(char::is_alphanumeric);
            self.text.push(self.at, text);
        }
        // What an entity stands for may come late, with the text behind it.
        if self.source[self.at..].starts_with(text) {
            self.at += text.len();
        }
    }

    fn tag(&mut self, tag: &Tag) {
        let (name, starts) = (&*tag.name, tag.kind == TagKind::StartTag);
        if self.skip(name, starts, tag.self_closing) {
            return;
        }
        if STYLES.contains(&name) {
            self.styles = if starts { self.styles + 1 } else { self.styles.saturating_sub(1) };
        }
        match name {
            "br" if self.items > 0 => self.text.line_break(),
            "ul" | "ol" if starts => {
                self.close_before_list();
                self.outline.list_begins();
                if self.lists.len() < MOST_NESTED {
                    self.lists.push(self.items);
                }
            }
            // Items need no end of their own: the list's end is theirs.
            "ul" | "ol" => {
                self.close();
                self.outline.list_ends();
                self.items = self.lists.pop().unwrap_or(0);
            }
            "li" => {
                self.close();
                self.items = if starts { self.items + 1 } else { self.items.saturating_sub(1) };
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.close();
                self.items = 0;
                self.lists.clear();
                self.heading = name[1..].parse().ok().filter(|_| starts);
            }
            name if INLINE.contains(&name) => {}
            _ => self.close(),
        }
        self.tags(name, tag, starts);
    }

    /// `data-tags` on an element that begins; they end with it, or where another of its name begins.
    fn tags(&mut self, name: &str, tag: &Tag, starts: bool) {
        let attribute = tag.attrs.iter().find(|attribute| &*attribute.name.local == "data-tags");
        let before = self.tagged.is_some();
        match attribute.filter(|_| starts) {
            Some(attribute) => self.tagged = Some((name.to_owned(), tags::listed(&attribute.value))),
            // Items need no end of their own.
            None if self.tagged.as_ref().is_some_and(|(tagged, _)| {
                tagged == name || tagged == "li" && !starts && matches!(name, "ul" | "ol")
            }) =>
            {
                self.tagged = None;
            }
            None => {}
        }
        if before || self.tagged.is_some() {
            self.outline.tag_from_here(self.tagged.as_ref().map(|(_, tags)| tags.clone()).unwrap_or_default());
        }
    }

    /// Whether a tag stands in an element that is not read, or begins or ends one.
    fn skip(&mut self, name: &str, starts: bool, self_closing: bool) -> bool {
        match &mut self.skipped {
            // A head without an end ends where the body begins.
            Some((skipped, _)) if skipped == "head" && name == "body" => self.skipped = None,
            Some((skipped, depth)) => {
                if skipped == name {
                    *depth = if starts { *depth + usize::from(!self_closing) } else { depth.saturating_sub(1) };
                }
                if *depth == 0 {
                    self.skipped = None;
                }
                return true;
            }
            None if starts && !self_closing && SKIPPED.contains(&name) => {
                self.close();
                self.skipped = Some((name.to_owned(), 1));
                return true;
            }
            None => {}
        }
        false
    }

    /// Ends what is being read before a list: a title with a list below is a heading.
    fn close_before_list(&mut self) {
        if self.items > 0 && !self.text.is_empty() && wording::is_title(self.text.text(), self.styled) {
            let title = std::mem::take(&mut self.text);
            self.outline.at(self.places.at(title.origin(0)));
            self.outline.title(title.text());
        }
        self.close();
    }

    /// Ends what is being read.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.text);
        let styled = std::mem::replace(&mut self.styled, true);
        if text.is_empty() {
            return;
        }
        let places = &mut self.places;
        self.outline.at(places.at(text.origin(0)));
        if let Some(level) = self.heading {
            let own = self.tagged.as_ref().filter(|(name, _)| name.starts_with('h'));
            let tags = own.map(|(_, tags)| tags::written(tags)).unwrap_or_default();
            self.outline.heading(level, &format!("{}{tags}", text.text()));
        } else if self.items > 0 && styled && text.text().ends_with(':') {
            self.outline.title(text.text());
        } else if self.items > 0 {
            self.outline.item(text.text(), places.at(text.origin(0)));
        } else if let Some(item) = text::after_bullet(text.text()) {
            self.outline.item(item, places.at(text.origin(text.text().len() - item.len())));
        } else {
            self.outline.paragraph(text.text(), styled, |at| places.at(text.origin(at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Line, LineKind};

    fn lines(source: &str) -> Vec<Line> {
        super::lines("a.html", source).expect("sound HTML").lines
    }

    #[test]
    fn tags_end_with_their_element() {
        let lines = lines(
            "<ul><li data-tags='backend, lead'>Led a team</li><li>Ran a shop<li data-tags=web>Sold hats</ul>\
             <p>Cut costs by half.</p><h3 data-tags=web>Clerk</h3><p>Wrote letters to all. <p data-tags=x>Read them.",
        );
        let tags: Vec<String> = lines.iter().map(|line| line.tags.join(" ")).collect();
        assert_eq!(tags, ["backend lead", "", "web", "", "web", "x"]);
    }

    fn only(lines: &[Line]) -> Vec<(&str, Option<&str>, LineKind)> {
        lines.iter().map(|line| (line.text.as_str(), line.section.as_deref(), line.kind)).collect()
    }

    #[test]
    fn a_page_with_its_head_and_menus() {
        let source = "<!DOCTYPE html><html><head><title>CV <li>no</title><style>li {}</style>\n<script>'<li>no'</script></head><body>\n\
            <nav><ul><li>no</li></ul></nav><h1>Jane Doe</h1><p>jane@example.com</p>\n\
            <h2>Experience</h2><h3>Clerk, <a href='x'>Acme</a></h3><p>2019 &ndash; 2020</p>\n\
            <ul><li>Led <b>a</b> &amp; b\n  team<li>Cut costs<ul><li>in Rome</ul></ul>\n\
            <p>I sold hats. I won.</p><!-- <li>no</li> --><h2>Skills</h2><ul><li>Go<li>SQL</ul>";
        let lines = lines(source);
        let job = Some("Clerk, Acme");
        assert_eq!(
            only(&lines),
            [
                ("Led a & b team", job, LineKind::Experience),
                ("Cut costs", job, LineKind::Experience),
                ("in Rome", job, LineKind::Experience),
                ("I sold hats.", job, LineKind::Experience),
                ("I won.", job, LineKind::Experience),
                ("Go", Some("Skills"), LineKind::Skills),
                ("SQL", Some("Skills"), LineKind::Skills),
            ]
        );
        let places: Vec<_> = lines[..5].iter().map(|line| (line.place.line, line.place.column)).collect();
        assert_eq!(places, [(5, 9), (6, 11), (6, 28), (7, 4), (7, 17)]);
    }

    #[test]
    fn columns_behind_entities_and_brackets_in_quotes_are_right() {
        let lines = lines("<p title='a > b'>We sold &amp; won hats. We &#233; ran.</p><p>• Cut &lt; 5 costs</p>");
        let columns: Vec<_> = lines.iter().map(|line| (line.text.as_str(), line.place.column)).collect();
        assert_eq!(columns, [("We sold & won hats.", 18), ("We é ran.", 42), ("Cut < 5 costs", 65)]);
    }

    #[test]
    fn titles_of_lists_are_headings() {
        let lines = lines(
            "<h2>Work</h2><ul><li><b>Acme Corp</b><ul><li>Led a</li></ul></li></ul><p><b>Clerk</b><br><i>Beta, Rome</i></p><li>Cut b",
        );
        assert_eq!(
            only(&lines),
            [("Led a", Some("Acme Corp"), LineKind::Experience), ("Cut b", Some("Clerk, Beta"), LineKind::Experience)]
        );
    }

    #[test]
    fn what_is_very_long_or_deep_does_no_harm() {
        let picture = format!("<li><img src=\"data:{}\">Led a", "x".repeat(100_000));
        assert_eq!(lines(&picture).len(), 1);
        assert_eq!(lines(&format!("{}<li>Led a", "<div>".repeat(20_000))).len(), 1);
        assert_eq!(lines(&"<".repeat(20_000)).len(), 0);
        assert_eq!(lines(&format!("<!--{}--><li>Led a", "x > ".repeat(20_000))).len(), 1);
        let error = super::lines("a.html", &format!("<p a='>{}", "b ".repeat(500_000))).expect_err("no end");
        assert!(error.to_string().starts_with("a.html:1:"), "{error}");
    }
}
