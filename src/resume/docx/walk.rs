//! From `word/document.xml` to paragraphs. One pass over the events, with a stack of the paragraphs
//! that are open: a text box is anchored within a paragraph and holds paragraphs itself.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use super::styles::{Styles, is_on, outline_level, value};

/// Elements may be nested so deep. Word itself stays far below.
const DEEPEST: usize = 256;

/// A paragraph that was read.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Its text; `\n` for a line break within it.
    pub(super) text: String,
    /// Which paragraph of the document it is, from 1.
    pub(super) number: usize,
    pub(super) style: Option<String>,
    /// Whether it was put into a list, or taken out of the list of its style.
    pub(super) listed: Option<bool>,
    /// The level of a heading, 1 to 6.
    pub(super) level: Option<u8>,
    /// All its text is bold.
    pub(super) bold: bool,
    /// Which text box it stands in, from 1; 0 for the body.
    pub(super) text_box: usize,
    run: Option<Run>,
    /// Its end was deleted under tracked changes: the next paragraph goes on with its text.
    runs_on: bool,
    letters: usize,
    bold_letters: usize,
}

/// Text of one look within a paragraph.
#[derive(Debug, Default)]
struct Run {
    text: String,
    bold: Option<bool>,
    hidden: bool,
}

/// The paragraphs of a document that say something. The error says what is wrong with it.
pub(super) fn paragraphs(xml: &str, styles: &Styles) -> Result<Vec<Paragraph>, String> {
    let mut walker = Walker::new(styles);
    let mut reader = Reader::from_str(xml);
    let mut depth = 0_usize;
    // The depth of the element that is left out with all it holds.
    let mut skipped = None;
    loop {
        let at = reader.buffer_position();
        let damage = |what: &str| format!("word/document.xml is broken at byte {at} ({what})");
        match reader.read_event().map_err(|error| damage(&error.to_string()))? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(damage(&format!("elements nested deeper than {DEEPEST}")));
                }
                if skipped.is_none() && walker.open(&element) == Then::Skip {
                    skipped = Some(depth);
                }
            }
            Event::Empty(element) if skipped.is_none() => walker.point(&element),
            Event::End(element) => {
                match skipped {
                    None => walker.close(element.local_name().as_ref()),
                    Some(from) if from == depth => skipped = None,
                    Some(_) => {}
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if skipped.is_none() => walker.text(&text.xml10_content()),
            Event::CData(text) if skipped.is_none() => walker.text(&text.xml10_content()),
            Event::GeneralRef(name) if skipped.is_none() => match name.resolve_char_ref() {
                Ok(Some(letter)) => walker.text(letter.encode_utf8(&mut [0; 4])),
                _ => walker.text(resolve_predefined_entity(&name.into_inner()).unwrap_or(" ")),
            },
            Event::Eof if depth > 0 => return Err(damage("it ends too early")),
            Event::Eof => return Ok(walker.done),
            _ => {}
        }
    }
}

#[derive(PartialEq, Eq)]
enum Then {
    GoOn,
    Skip,
}

struct Walker<'a> {
    styles: &'a Styles,
    done: Vec<Paragraph>,
    open: Vec<Paragraph>,
    /// The text boxes that are open, by their number.
    boxes: Vec<usize>,
    box_count: usize,
    count: usize,
    in_text: bool,
    /// The content control that begins holds only a prompt ("Click here to enter text").
    prompt: bool,
}

impl<'a> Walker<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            done: Vec::new(),
            open: Vec::new(),
            boxes: Vec::new(),
            box_count: 0,
            count: 0,
            in_text: false,
            prompt: false,
        }
    }

    fn open(&mut self, element: &BytesStart<'_>) -> Then {
        match element.local_name().as_ref() {
            // What was deleted or moved away under tracked changes, and how things looked before.
            "del" | "moveFrom" | "delText" | "pPrChange" | "rPrChange" | "sectPr"
            // Codes behind what is shown; stand-ins for programs that know no text boxes; ruby.
            | "instrText" | "delInstrText" | "Fallback" | "rt"
            // Tab stops have the same name as tabs.
            | "tabs" => return Then::Skip,
            "sdtContent" if std::mem::take(&mut self.prompt) => return Then::Skip,
            "p" => self.begin(),
            "r" => self.with(|paragraph| paragraph.run = Some(Run::default())),
            "t" => self.in_text = self.run().is_some(),
            "txbxContent" => {
                self.box_count += 1;
                self.boxes.push(self.box_count);
            }
            _ => self.point(element),
        }
        Then::GoOn
    }

    /// What says all it says at one point: properties, breaks, signs.
    fn point(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "p" => {
                self.begin();
                self.end();
            }
            "pStyle" => self.with(|paragraph| paragraph.style = value(element, "val")),
            "numId" => self.with(|paragraph| paragraph.listed = Some(value(element, "val").as_deref() != Some("0"))),
            "outlineLvl" => self.with(|paragraph| paragraph.level = outline_level(element)),
            // Within a run this would be its properties; in those of the paragraph it is its end.
            "del" | "moveFrom" => self.with(|paragraph| paragraph.runs_on = paragraph.run.is_none()),
            "b" => self.with_run(|run| run.bold = Some(is_on(element))),
            "rStyle" if value(element, "val").as_deref() == Some("Strong") => {
                self.with_run(|run| run.bold = Some(true));
            }
            "vanish" => self.with_run(|run| run.hidden = is_on(element)),
            "tab" | "ptab" => self.with_run(|run| run.text.push(' ')),
            "br" | "cr" => self.with_run(|run| run.text.push('\n')),
            "noBreakHyphen" => self.with_run(|run| run.text.push('-')),
            // A sign of a symbol font; where one begins a paragraph it is its bullet.
            "sym" => self.with_run(|run| run.text.push('•')),
            "showingPlcHdr" => self.prompt = is_on(element),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" => self.end(),
            "r" => self.end_run(),
            "t" => self.in_text = false,
            "txbxContent" => drop(self.boxes.pop()),
            // A prompt is over with its control, also where that has no content.
            "sdt" => self.prompt = false,
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            // A soft hyphen shows only where a line happens to end.
            self.with_run(|run| run.text.extend(text.chars().filter(|&letter| letter != '\u{AD}')));
        }
    }

    fn begin(&mut self) {
        self.count += 1;
        let text_box = self.boxes.last().copied().unwrap_or(0);
        let paragraph = Paragraph { number: self.count, text_box, ..Paragraph::default() };
        self.open.push(paragraph);
    }

    fn end_run(&mut self) {
        let Some(paragraph) = self.open.last_mut() else { return };
        let Some(run) = paragraph.run.take().filter(|run| !run.hidden) else { return };
        let letters = run.text.chars().filter(|letter| letter.is_alphanumeric()).count();
        let bold = run.bold.unwrap_or_else(|| self.styles.get(paragraph.style.as_deref()).bold);
        paragraph.letters += letters;
        paragraph.bold_letters += if bold { letters } else { 0 };
        paragraph.text.push_str(&run.text);
    }

    fn end(&mut self) {
        let Some(mut paragraph) = self.open.pop() else { return };
        if let Some(mut before) = self.done.pop_if(|before| before.runs_on && before.text_box == paragraph.text_box) {
            // Added to the longer text: a whole document may run on.
            before.text.push_str(&paragraph.text);
            paragraph.text = before.text;
            paragraph.letters += before.letters;
            paragraph.bold_letters += before.bold_letters;
        }
        paragraph.bold = paragraph.letters > 0 && paragraph.letters == paragraph.bold_letters;
        if !paragraph.text.trim().is_empty() {
            self.done.push(paragraph);
        }
    }

    fn run(&mut self) -> Option<&mut Run> {
        self.open.last_mut().and_then(|paragraph| paragraph.run.as_mut())
    }

    fn with(&mut self, change: impl FnOnce(&mut Paragraph)) {
        self.open.last_mut().map(change);
    }

    fn with_run(&mut self, change: impl FnOnce(&mut Run)) {
        self.run().map(change);
    }
}
