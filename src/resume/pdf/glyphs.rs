//! From a PDF to glyphs: what each one says, where it stands, how large and how bold it is.

use std::panic::resume_unwind;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::{Dict, Name};
use hayro_interpret::hayro_syntax::page::Page as Source;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};
use unicode_normalization::UnicodeNormalization;

/// Pages beyond this are not read.
const MOST_PAGES: usize = 200;
/// No resume has so many glyphs; the file is given up.
const MOST_GLYPHS: usize = 2_000_000;
/// Nor so many drawing instructions: forms that draw forms can ask for any number of them.
const MOST_INSTRUCTIONS: usize = 5_000_000;

/// What stands for a glyph of which nobody said what letter it is.
pub(super) const UNKNOWN: char = '\u{FFFD}';

/// Why the reading was given up, as the end of a sentence that begins "this file is damaged".
pub(super) struct TooMuch(pub(super) &'static str);

/// A page that was read.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    /// Something else than glyphs was drawn: pictures, lines.
    pub(super) drawn: bool,
}

/// A glyph. Coordinates are in points from the top left corner of the page as it is shown.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// One letter, more for a ligature, white space, or [`UNKNOWN`].
    pub(super) text: String,
    pub(super) left: f64,
    pub(super) right: f64,
    /// The height of its baseline.
    pub(super) base: f64,
    pub(super) size: f64,
    pub(super) bold: bool,
    /// It is of a font of signs.
    pub(super) symbol: bool,
}

/// The glyphs of all pages. Unwinds with [`TooMuch`] where a bound is passed: the interpreter has
/// no other way to be stopped.
pub(super) fn pages(pdf: &Pdf) -> Vec<Page> {
    let cache = InterpreterCache::new();
    // Notes and form fields that lie over a page are no part of a resume's text.
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
    let mut counts = Counts::default();
    pdf.pages()
        .iter()
        .take(MOST_PAGES)
        .map(|page| {
            let transform = page.initial_transform(true).to_kurbo();
            let (width, height) = page.render_dimensions();
            let (width, height) = (f64::from(width), f64::from(height));
            let bounds = Rect::new(0.0, 0.0, width, height);
            let mut context = Context::new(transform, bounds, &cache, pdf.xref(), settings.clone());
            let mut collector =
                Collector { bounds, counts: &mut counts, glyphs: Vec::new(), drawn: false, marks: Vec::new() };
            read(page, &mut context, &mut collector);
            Page { height, glyphs: collector.glyphs, drawn: collector.drawn }
        })
        .collect()
}

fn read<'a>(page: &Source<'a>, context: &mut Context<'a>, collector: &mut Collector<'_>) {
    interpret_page(page, context, collector);
}

/// How much was drawn so far, over all pages.
#[derive(Debug, Default)]
struct Counts {
    glyphs: usize,
    instructions: usize,
}

struct Collector<'c> {
    bounds: Rect,
    counts: &'c mut Counts,
    glyphs: Vec<Glyph>,
    drawn: bool,
    /// The marked contents that are open; true for a header or footer.
    marks: Vec<bool>,
}

impl Collector<'_> {
    fn count(&mut self) {
        self.counts.instructions += 1;
        if self.counts.instructions > MOST_INSTRUCTIONS {
            // Without a message on standard error, unlike a panic.
            resume_unwind(Box::new(TooMuch("it has more drawing instructions than a resume can have")));
        }
    }

    fn take(&mut self, transform: Affine, drawn: &Drawn<'_>) {
        self.counts.glyphs += 1;
        if self.counts.glyphs > MOST_GLYPHS {
            resume_unwind(Box::new(TooMuch("it has more letters than a resume can have")));
        }
        let advance = match drawn {
            Drawn::Outline(glyph) => glyph.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let start = transform * Point::ZERO;
        let end = transform * Point::new(f64::from(advance.unwrap_or(500.0)), 0.0);
        let size = ((transform * Point::new(0.0, 1000.0)) - start).hypot();
        // Text on its side is a label or a watermark. What is not a number is damage.
        let level = (end.y - start.y).abs() <= 0.1 * size && end.x >= start.x;
        let seen = self.bounds.inflate(2.0, 2.0).contains(start);
        if !level || !seen || !(0.5..=500.0).contains(&size) || !end.x.is_finite() {
            return;
        }
        let (bold, symbol) = look(drawn);
        let text = said(drawn, symbol);
        // A width that is far off would swallow its neighbours.
        let right = end.x.min(start.x + 3.0 * size);
        self.glyphs.push(Glyph { text, left: start.x, right, base: start.y, size, bold, symbol });
    }
}

/// What a glyph says: letters, white space, or [`UNKNOWN`].
fn said(drawn: &Drawn<'_>, symbol: bool) -> String {
    let text = match drawn.as_unicode() {
        Some(BfString::Char(letter)) => letter.to_string(),
        Some(BfString::String(text)) => text,
        // A few producers leave spaces without a name.
        None if drawn.char_code() == 32 => " ".to_owned(),
        None => UNKNOWN.to_string(),
    };
    let is_unknown = |letter: char| letter.is_control() && !letter.is_whitespace() || letter == UNKNOWN;
    // Fonts of signs show no letters, whatever their letters are called.
    if text.is_empty()
        || text.chars().all(is_unknown)
        || symbol && text.chars().all(|letter| letter.is_ascii_alphabetic())
    {
        return UNKNOWN.to_string();
    }
    let ligature = |letter: char| ('\u{FB00}'..='\u{FB4F}').contains(&letter);
    if text.contains(ligature) { text.nfkc().collect() } else { text }
}

/// Whether a glyph is of a bold font, and whether of one of signs. Type 1 fonts do not tell.
fn look(drawn: &Drawn<'_>) -> (bool, bool) {
    const BOLD: [&str; 5] = ["bold", "black", "heavy", "semibold", "-medi"];
    const SIGNS: [&str; 6] = ["wingdings", "webdings", "dingbats", "symbol", "awesome", "icons"];
    let Drawn::Outline(glyph) = drawn else { return (false, false) };
    let Some(font) = glyph.font_data() else { return (false, false) };
    let name = font.postscript_name.unwrap_or_default().to_ascii_lowercase();
    let named = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    (named(&BOLD) || font.weight.is_some_and(|weight| weight >= 600), named(&SIGNS))
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.count();
        // What is filled and outlined is drawn twice; the fill was taken already.
        if matches!(mode, DrawMode::Stroke(_)) && self.is_last(run, props.transform) || self.marks.contains(&true) {
            return;
        }
        for glyph in run.glyphs() {
            self.take(props.transform * glyph.transform(), glyph);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count();
        let paginates = |properties: &Dict<'_>| {
            let kind = properties.get::<Name<'_>>(b"Type".as_slice());
            kind.is_some_and(|kind| kind.as_ref() == b"Pagination")
        };
        self.marks.push(tag == b"Artifact" && properties.is_some_and(paginates));
    }

    fn end_marked_content(&mut self) {
        self.marks.pop();
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.drawn = true;
        self.count();
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count();
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.drawn = true;
        self.count();
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}

impl Collector<'_> {
    /// Whether a run begins where a glyph was taken a moment ago.
    fn is_last(&self, run: &GlyphRun<'_, '_>, transform: Affine) -> bool {
        let Some(first) = run.glyphs().first() else { return true };
        let start = transform * first.transform() * Point::ZERO;
        let near = |glyph: &&Glyph| (glyph.left - start.x).abs() < 0.1 && (glyph.base - start.y).abs() < 0.1;
        self.glyphs.iter().rev().take(run.glyphs().len()).any(|glyph| near(&glyph))
    }
}
