//! The outline of a resume: headings above, lines below. Readers tell it what stands in the
//! document, in order; it decides what is a line, of which kind, and under which heading.

use super::job_end::{JobEnd, job_end};
use super::sections::{self, Meaning};
use super::wording::{self, Mark};
use super::{Found, Line, LineKind, Place, tags};

/// Levels of headings that have none of their own; headings with a level have 1 to 6.
const SECTION: u8 = 7;
const ENTRY: u8 = 8;
const WITHIN_ENTRY: u8 = 9;

/// How many texts of the top are kept.
const MOST_ON_TOP: usize = 16;

/// The headings in force and the lines found so far.
#[derive(Debug, Default)]
pub(super) struct Outline {
    lines: Vec<Line>,
    /// What was told before the first known heading and the first list item.
    top: Vec<String>,
    headings: Vec<Heading>,
    /// How many parts the entry heading has so far, while nothing stands under it: a job title and
    /// an employer on two lines are one heading. 0: the next title begins an entry.
    parts: usize,
    has_items: bool,
    has_sections: bool,
    /// Prose that stands under no known heading, before the first one.
    opening: Vec<usize>,
    /// The tags of what is being told.
    own: Vec<String>,
    /// The tags of all lines that have none of their own, whatever those of the headings.
    around: Vec<String>,
    /// How many lines there were before the last was told: it gave those behind, or where there are none, a heading.
    before_last: usize,
    /// When the job ended that the lines of a structured format stand under.
    entry_end: Option<JobEnd>,
}

#[derive(Debug)]
struct Heading {
    level: u8,
    text: String,
    kind: Option<LineKind>,
    tags: Vec<String>,
    job_end: Option<JobEnd>,
    /// How many lines there were when it began.
    lines_before: usize,
}

impl Outline {
    /// A heading of the document's own, of level 1 to 6.
    pub(super) fn heading(&mut self, level: u8, text: &str) {
        let text = self.told(text);
        self.open_heading(level, text.trim());
        self.tag_heading();
    }

    /// A line that looks like a heading: in capitals, underlined, with a colon at its end.
    pub(super) fn heading_by_look(&mut self, text: &str) {
        let text = self.told(text);
        self.open_by_look(text);
        self.tag_heading();
    }

    /// A line that names a job, an employer, a project.
    pub(super) fn title(&mut self, text: &str) {
        let text = self.told(text);
        self.open_title(text);
        self.tag_heading();
    }

    /// A heading that the format marks as that of a job, a project or a school.
    pub(super) fn entry(&mut self, text: &str) {
        let text = self.told(text);
        let title = title_alone(text);
        if !title.is_empty() {
            self.open(ENTRY, title, None);
            self.parts = 2;
        }
        self.dates(text);
        self.tag_heading();
    }

    fn open_heading(&mut self, level: u8, text: &str) {
        match sections::look_up(text) {
            _ if text.is_empty() => {}
            Some(Meaning::Within) if self.known().is_some() => {}
            Some(Meaning::Within) => self.open(level, text, Some(LineKind::Experience)),
            Some(Meaning::Kind(kind)) => self.open(level, text, Some(kind)),
            None => {
                self.open(level, title_alone(text), None);
                self.parts = usize::from(self.known().is_some());
            }
        }
        self.dates(text);
    }

    fn open_by_look(&mut self, text: &str) {
        match sections::look_up(text) {
            Some(Meaning::Within)
                if self.known().is_some() || self.headings.last().is_some_and(|last| last.level >= ENTRY) => {}
            Some(Meaning::Within) => self.open(SECTION, text, Some(LineKind::Experience)),
            Some(Meaning::Kind(kind)) => {
                // "Technologies:" in the middle of a job ends with the next job.
                let aside = matches!(kind, LineKind::Skills | LineKind::Summary) && text.trim_end().ends_with(':');
                let level = if aside && self.has_entry() { WITHIN_ENTRY } else { SECTION };
                self.open(level, text, Some(kind));
            }
            None if self.known().is_some() => self.open_title(text),
            None => self.open(SECTION, text, None),
        }
    }

    fn open_title(&mut self, text: &str) {
        self.title_without_dates(text);
        self.dates(text);
    }

    fn title_without_dates(&mut self, text: &str) {
        let title = title_alone(text);
        if title.is_empty() || wording::is_aside(title) {
            return;
        }
        if sections::look_up(title).is_some() {
            self.open_by_look(title);
            return;
        }
        if self.parts == 1
            && let Some(entry) = self.headings.last_mut().filter(|heading| heading.kind.is_none())
        {
            entry.text = format!("{}, {}", entry.text, wording::employer(title));
            self.parts = 2;
        } else if self.parts < 2 {
            self.open(ENTRY, title, None);
            self.parts = 1;
        }
    }

    /// Dates beside the heading above, which begins a job: they say when it ended.
    pub(super) fn dates(&mut self, text: &str) {
        let lines = self.lines.len();
        let is_new = |heading: &&mut Heading| {
            heading.kind.is_none() && heading.job_end.is_none() && heading.lines_before == lines
        };
        if let Some(heading) = self.headings.last_mut().filter(is_new) {
            heading.job_end = job_end(text);
        }
    }

    /// When the job ended whose lines come next, for formats that tell each line's heading.
    pub(super) fn entry_ends(&mut self, end: Option<JobEnd>) {
        self.entry_end = end;
    }

    /// A list item.
    pub(super) fn item(&mut self, text: &str, place: Place) {
        let text = self.told(text).trim();
        self.has_items = true;
        if wording::is_contact(text, 1) || wording::is_date(text) {
            self.dates(text);
            return;
        }
        let kind = match self.known() {
            None | Some(LineKind::Experience | LineKind::Project | LineKind::Volunteer) if wording::is_list(text) => {
                LineKind::Skills
            }
            known => known.unwrap_or(LineKind::Other),
        };
        self.line(text, place, kind, true);
    }

    /// Text that is no list item: one line of it, or a paragraph. `styled`: it is bold or italic
    /// as a whole. `place_of` tells the place of a byte of the text.
    pub(super) fn paragraph(&mut self, text: &str, styled: bool, mut place_of: impl FnMut(usize) -> Place) {
        let text = self.told(text);
        let known = self.known();
        match wording::mark(text, styled) {
            Mark::Contact => {}
            _ if known == Some(LineKind::Skills) && sections::look_up(text).is_none() => {
                if text.contains([',', ':', ' ']) || !styled {
                    self.line(text, place_of(0), LineKind::Skills, false);
                }
            }
            Mark::Date => self.dates(text),
            // The name of an award is what was won.
            Mark::Title if known == Some(LineKind::Award) && sections::look_up(text).is_none() => {
                self.line(text, place_of(0), LineKind::Award, false);
            }
            Mark::Title => {
                self.open_title(text);
                self.tag_heading();
            }
            Mark::List => {
                let kind = if known == Some(LineKind::Education) { LineKind::Education } else { LineKind::Skills };
                self.line(text, place_of(0), kind, false);
            }
            Mark::Prose => {
                for range in wording::sentences(text) {
                    let before = self.lines.len();
                    self.line(&text[range.clone()], place_of(range.start), known.unwrap_or(LineKind::Other), false);
                    if known.is_none() && !self.has_sections && self.lines.len() > before {
                        self.opening.push(before);
                    }
                }
            }
        }
    }

    /// A line whose kind and section the reader knows.
    pub(super) fn line_as(&mut self, text: &str, place: Place, section: Option<&str>, kind: LineKind, is_item: bool) {
        let text = self.told(text);
        if text.chars().any(char::is_alphabetic) {
            let (section, tags, job_end) = (section.map(str::to_owned), self.tags(), self.entry_end);
            self.lines.push(Line { text: text.to_owned(), place, section, kind, tags, is_item, job_end });
        }
    }

    /// The tags of all lines from here on that have none of their own.
    pub(super) fn tag_from_here(&mut self, tags: Vec<String>) {
        self.around = tags;
    }

    /// Adds tags to what was told last: lines, or a heading.
    pub(super) fn tag_last(&mut self, tags: &[String]) {
        if self.before_last == self.lines.len() {
            self.own = tags.to_vec();
            self.tag_heading();
        }
        for line in &mut self.lines[self.before_last..] {
            line.tags = tags.to_vec();
        }
    }

    /// The kind that the nearest known heading gives.
    pub(super) fn known(&self) -> Option<LineKind> {
        self.headings.iter().rev().find_map(|heading| heading.kind)
    }

    /// What stands at the top of a structured format: the person's name, where they live.
    pub(super) fn on_top(&mut self, text: &str) {
        if self.top.len() < MOST_ON_TOP && !text.trim().is_empty() {
            self.top.push(text.trim().to_owned());
        }
    }

    /// All lines, in the document's order, and what stands above them.
    pub(super) fn finish(mut self) -> Found {
        // Prose on top introduces the person, unless there is nothing else in the document.
        if self.has_items || self.has_sections {
            for &at in &self.opening {
                self.lines[at].kind = LineKind::Summary;
            }
        }
        Found { lines: self.lines, top: self.top }
    }

    fn line(&mut self, text: &str, place: Place, kind: LineKind, is_item: bool) {
        if text.chars().filter(|letter| letter.is_alphabetic()).nth(1).is_some() {
            let section = self.section();
            let job_end =
                self.headings.iter().rfind(|heading| heading.kind.is_none()).and_then(|heading| heading.job_end);
            self.parts = 0;
            let tags = self.tags();
            self.lines.push(Line { text: text.to_owned(), place, section, kind, tags, is_item, job_end });
        }
    }

    /// Takes the tags off what is told.
    fn told<'t>(&mut self, text: &'t str) -> &'t str {
        self.before_last = self.lines.len();
        let (text, tags) = tags::split(text);
        self.own = tags;
        if !self.has_items && !self.has_sections && sections::look_up(text).is_none() {
            self.on_top(text);
        }
        text
    }

    /// Gives the tags of what was told to the nearest heading.
    fn tag_heading(&mut self) {
        if let Some(heading) = self.headings.last_mut() {
            heading.tags.append(&mut self.own);
        }
    }

    /// The tags of a line: its own, else those of what it stands in, else those of the nearest heading that has any.
    fn tags(&self) -> Vec<String> {
        let headings = self.headings.iter().rev().map(|heading| &heading.tags);
        let nearest = [&self.own, &self.around].into_iter().chain(headings).find(|tags| !tags.is_empty());
        nearest.cloned().unwrap_or_default()
    }

    /// The heading a line is put under: the nearest, except where entries do not matter.
    fn section(&self) -> Option<String> {
        let known = self.headings.iter().rposition(|heading| heading.kind.is_some());
        let flat = known.filter(|&at| {
            matches!(self.headings[at].kind, Some(LineKind::Other | LineKind::Skills | LineKind::Summary))
        });
        flat.or(self.headings.len().checked_sub(1)).map(|at| self.headings[at].text.clone())
    }

    fn has_entry(&self) -> bool {
        self.headings.last().is_some_and(|heading| heading.level >= ENTRY || heading.kind.is_none())
    }

    fn open(&mut self, level: u8, text: &str, kind: Option<LineKind>) {
        self.headings.retain(|heading| heading.level < level);
        let text = text.trim().trim_end_matches(':').trim_end().to_owned();
        let lines_before = self.lines.len();
        self.headings.push(Heading { level, text, kind, tags: Vec::new(), job_end: None, lines_before });
        self.has_sections |= kind.is_some();
        self.parts = 0;
    }
}

/// A title without the dates around it.
fn title_alone(text: &str) -> &str {
    wording::strip_dates(text).trim_end_matches([':', ',', '|']).trim_end()
}
