//! The outline of a resume: headings above, lines below. Readers tell it what stands in the
//! document, in order; it decides what is a line, of which kind, and under which heading.

mod headings;

use super::job_end::{JobEnd, job_end};
use super::sections::{self, Field};
use super::wording::{self, Mark};
use super::{Found, Line, LineKind, Place, tags};

/// How many texts of the top are kept.
const MOST_ON_TOP: usize = 16;

/// The headings in force and the lines found so far.
#[derive(Debug, Default)]
pub(super) struct Outline {
    lines: Vec<Line>,
    /// See [`Found::trained`].
    trained: Vec<Line>,
    /// Where what is told next stands, for what is told without a place.
    here: Place,
    /// What was told before the first known heading and the first list item.
    top: Vec<String>,
    headings: Vec<Heading>,
    /// How many parts the entry heading has so far, while nothing stands under it: a job title and
    /// an employer on two lines are one heading. 0: the next title begins an entry.
    parts: usize,
    has_items: bool,
    has_sections: bool,
    /// The format marked a heading as that of a job: what stands below it introduces nobody.
    has_entries: bool,
    /// Prose that stands under no known heading, before the first one.
    opening: Vec<usize>,
    /// Items such as "Nationality: Italian" there.
    rows: Vec<usize>,
    /// The tags of what is being told.
    own: Vec<String>,
    /// The tags of all lines that have none of their own, whatever those of the headings.
    around: Vec<String>,
    /// How many lines there were before the last was told: it gave those behind, or where there are none, a heading.
    before_last: usize,
    /// When the job ended that the lines of a structured format stand under.
    entry_end: Option<JobEnd>,
    /// When the job ended whose heading comes next: forms and some templates begin with the dates.
    coming_end: Option<JobEnd>,
    /// Lists that are open.
    lists: usize,
}

#[derive(Debug)]
struct Heading {
    level: u8,
    text: String,
    /// The employer, where that stands beside the job.
    beside: String,
    kind: Option<LineKind>,
    tags: Vec<String>,
    job_end: Option<JobEnd>,
    /// How many lines there were when it began.
    lines_before: usize,
    /// How many lists were open, for a label such as "Technologies:", which ends with the list below it.
    aside_in: Option<usize>,
    /// Its dates stand in it.
    dated: bool,
    /// Jobs below it have headings of its own level.
    is_flat: bool,
}

impl Outline {
    /// Dates beside the heading above, which begins a job: they say when it ended.
    pub(super) fn dates(&mut self, text: &str) {
        let lines = self.lines.len();
        let is_new = |heading: &&mut Heading| {
            heading.kind.is_none() && heading.job_end.is_none() && heading.lines_before == lines
        };
        if let Some(heading) = self.headings.last_mut().filter(is_new) {
            heading.job_end = if wording::is_open_end(text) { Some(JobEnd::Open) } else { job_end(text) };
        }
    }

    /// Whether a text is a row of a form about a job, or a label of the list below; if so, takes it in.
    fn is_row(&mut self, text: &str) -> bool {
        if !matches!(self.known(), None | Some(LineKind::Experience | LineKind::Project | LineKind::Volunteer)) {
            return false;
        }
        let Some((label, value)) = text.split_once(':') else { return false };
        let value = value.trim();
        if value.is_empty() {
            let is_label = self.has_entry() && sections::look_up(label).is_some();
            if is_label {
                self.open_by_look(text);
            }
            return is_label;
        }
        let told = wording::is_title(value, false) || wording::is_contact(value, 0) || wording::is_date(value);
        let Some(field) = sections::field(label).filter(|&field| field != Field::Tasks && told) else { return false };
        self.field(field, value);
        true
    }

    /// Dates above or below the heading of a job.
    pub(super) fn dates_around(&mut self, text: &str) {
        self.dates(text);
        if !self.is_new_entry() {
            self.coming_end = job_end(text);
        }
    }

    /// Whether the last heading begins a job of which nothing was told yet.
    fn is_new_entry(&self) -> bool {
        self.headings.last().is_some_and(|last| last.kind.is_none() && last.lines_before == self.lines.len())
    }

    /// When the job ended whose lines come next, for formats that tell each line's heading.
    pub(super) fn entry_ends(&mut self, end: Option<JobEnd>) {
        self.entry_end = end;
    }

    /// A list item.
    pub(super) fn item(&mut self, text: &str, place: Place) {
        let text = self.told(text).trim();
        self.has_items = true;
        if wording::is_contact(text, 1) || wording::is_date(text) || wording::is_open_end(text) {
            self.dates(text);
            return;
        }
        if self.is_row(text) {
            return;
        }
        let kind = match self.known() {
            None | Some(LineKind::Experience | LineKind::Project | LineKind::Volunteer) if wording::is_list(text) => {
                LineKind::Skills
            }
            known => known.unwrap_or(LineKind::Other),
        };
        let before = self.lines.len();
        self.line(text, place, kind, true);
        if self.introduces() && wording::is_short_row(text) && self.lines.len() > before {
            self.rows.push(before);
        }
    }

    /// Text that is no list item: one line of it, or a paragraph. `styled`: it is bold or italic
    /// as a whole. `place_of` tells the place of a byte of the text.
    pub(super) fn paragraph(&mut self, text: &str, styled: bool, mut place_of: impl FnMut(usize) -> Place) {
        let text = self.told(text);
        if self.is_row(text) {
            return;
        }
        if wording::is_open_end(text) {
            self.dates(text);
            return;
        }
        let known = self.known();
        match wording::mark(text, styled) {
            Mark::Contact => {}
            Mark::Title if known == Some(LineKind::Skills) && job_end(text).is_some() => self.job_after_skills(text),
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
                self.at(place_of(0));
                self.keep_trained(text);
            }
            Mark::List => {
                let kind = if known == Some(LineKind::Education) { LineKind::Education } else { LineKind::Skills };
                self.line(text, place_of(0), kind, false);
            }
            Mark::Prose => {
                for range in wording::sentences(text) {
                    let before = self.lines.len();
                    self.line(&text[range.clone()], place_of(range.start), known.unwrap_or(LineKind::Other), false);
                    if self.introduces() && self.lines.len() > before {
                        self.opening.push(before);
                    }
                }
            }
        }
    }

    /// Tells where the heading or title stands that comes next.
    pub(super) fn at(&mut self, place: Place) {
        self.here = place;
    }

    /// Keeps the heading of a degree, a school or a certificate that was just opened.
    fn keep_trained(&mut self, text: &str) {
        if self.known() == Some(LineKind::Education) && sections::look_up(wording::strip_dates(text)).is_none() {
            self.trained_as(text, self.here.clone(), self.section_of_training());
        }
    }

    /// The heading of a degree, a school or a certificate in a structured format.
    pub(super) fn trained_as(&mut self, text: &str, place: Place, section: Option<String>) {
        let text = text.trim();
        if text.chars().any(char::is_alphabetic) {
            let (kind, tags, job_end) = (LineKind::Education, self.tags(), None);
            self.trained.push(Line { text: text.to_owned(), place, section, kind, tags, is_item: false, job_end });
        }
    }

    fn section_of_training(&self) -> Option<String> {
        let section = self.headings.iter().rev().find(|heading| heading.kind == Some(LineKind::Education));
        section.map(|heading| heading.text.clone())
    }

    /// Whether what stands here is about the person: no section and no job was told yet.
    fn introduces(&self) -> bool {
        self.known().is_none() && !self.has_sections && !self.has_entries && self.job_end().is_none()
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
        if self.has_sections {
            self.opening.append(&mut self.rows);
        }
        if self.has_items || self.has_sections {
            for &at in &self.opening {
                self.lines[at].kind = LineKind::Summary;
            }
        }
        Found { lines: self.lines, trained: self.trained, top: self.top }
    }

    fn line(&mut self, text: &str, place: Place, kind: LineKind, is_item: bool) {
        if text.chars().filter(|letter| letter.is_alphabetic()).nth(1).is_some() {
            let section = self.section();
            let job_end = self.job_end();
            self.parts = 0;
            self.coming_end = None;
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
}
