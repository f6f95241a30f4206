//! The headings of an outline: what opens one, what ends one, and what lines stand under.

use super::{Heading, Outline};
use crate::resume::job_end::JobEnd;
use crate::resume::sections::{self, Field, Meaning};
use crate::resume::{LineKind, wording};

/// Levels of headings that have none of their own; headings with a level have 1 to 6.
const SECTION: u8 = 7;
const ENTRY: u8 = 8;
const WITHIN_ENTRY: u8 = 9;

impl Outline {
    /// A heading of the document's own, of level 1 to 6.
    pub(in crate::resume) fn heading(&mut self, level: u8, text: &str) {
        let text = self.told(text);
        self.open_heading(level, text.trim());
        self.tag_heading();
        self.keep_trained(text);
    }

    /// A line that looks like a heading: in capitals, underlined, with a colon at its end.
    pub(in crate::resume) fn heading_by_look(&mut self, text: &str) {
        let text = self.told(text);
        self.open_by_look(text);
        self.tag_heading();
        self.keep_trained(text);
    }

    /// A line that names a job, an employer, a project; or that labels the list below it.
    pub(in crate::resume) fn title(&mut self, text: &str) {
        let text = self.told(text);
        if self.headings.last().is_some_and(|last| last.aside_in.is_some_and(|lists| lists < self.lists)) {
            // "AWS" with its parts below it, in a list of tools.
            return;
        }
        let label = title_alone(text);
        match sections::look_up(label) {
            Some(Meaning::Kind(kind)) if is_aside(kind) && self.has_entry() => self.open_aside(label, kind),
            _ => self.open_title(text),
        }
        self.tag_heading();
        self.keep_trained(text);
    }

    /// A list begins.
    pub(in crate::resume) fn list_begins(&mut self) {
        self.lists += 1;
    }

    /// A list ends, and with it the label above it.
    pub(in crate::resume) fn list_ends(&mut self) {
        self.lists = self.lists.saturating_sub(1);
        let lists = self.lists;
        while self.headings.last().is_some_and(|last| last.aside_in.is_some_and(|at| at >= lists)) {
            self.headings.pop();
        }
    }

    /// What a list of definitions explains below it: a label, or what a title says.
    pub(in crate::resume) fn term(&mut self, text: &str) {
        self.list_ends();
        self.list_begins();
        let label = title_alone(text);
        if sections::look_up(label).is_some() {
            self.heading_by_look(&format!("{label}:"));
        } else {
            self.title(text);
        }
    }

    /// A row of a form about a job: "Position: Clerk".
    pub(in crate::resume) fn field(&mut self, field: Field, text: &str) {
        let text = self.told(text);
        match field {
            Field::Job => {
                self.open_title(text);
                self.keep_trained(text);
            }
            // An employer below what was done belongs to the job above.
            Field::Employer if self.is_new_entry() || !self.has_entry() => self.open_title(text),
            Field::Dates => self.dates_around(text),
            Field::Employer | Field::Tasks | Field::Aside => {}
        }
    }

    /// A heading that the format marks as that of a job, a project or a school.
    pub(in crate::resume) fn entry(&mut self, text: &str) {
        let text = self.told(text);
        let title = title_alone(text);
        if !title.is_empty() {
            self.open(ENTRY, title, None);
            self.parts = 2;
            self.has_entries = true;
        }
        self.dates(text);
        self.tag_heading();
        self.keep_trained(text);
    }

    pub(super) fn open_heading(&mut self, level: u8, text: &str) {
        match sections::look_up(text) {
            _ if text.is_empty() => {}
            Some(Meaning::Within) if self.known().is_some() => {}
            Some(Meaning::Within) => self.open(level, text, Some(LineKind::Experience)),
            Some(Meaning::Kind(kind)) => self.open(level, text, Some(kind)),
            None => {
                let level = level + u8::from(self.is_flat(level));
                self.open(level, title_alone(text), None);
                self.parts = usize::from(self.known().is_some());
            }
        }
        self.dates(text);
    }

    /// Whether jobs have the level of their section: "## Acme" right below "## Experience", and those after it.
    fn is_flat(&mut self, level: u8) -> bool {
        use LineKind::{Education, Experience, Project, Volunteer};
        let (lines, last) = (self.lines.len(), self.headings.len().saturating_sub(1));
        let mut headings = self.headings.iter_mut().enumerate();
        let is_section = |heading: &Heading| matches!(heading.kind, Some(Education | Experience | Project | Volunteer));
        let Some((at, section)) = headings.find(|(_, heading)| heading.level == level && is_section(heading)) else {
            return false;
        };
        section.is_flat |= at == last && section.lines_before == lines;
        section.is_flat
    }

    /// A title with the dates of a job that stands among skills or languages: these are over.
    pub(super) fn job_after_skills(&mut self, text: &str) {
        if self.headings.last().is_some_and(|last| last.aside_in.is_some()) {
            self.open_title(text);
        } else {
            self.open(SECTION, title_alone(text), None);
            self.parts = 1;
            self.dates(text);
        }
        self.tag_heading();
    }

    pub(super) fn open_by_look(&mut self, text: &str) {
        match sections::look_up(text) {
            Some(Meaning::Within)
                if self.known().is_some() || self.headings.last().is_some_and(|last| last.level >= ENTRY) => {}
            Some(Meaning::Within) => self.open(SECTION, text, Some(LineKind::Experience)),
            Some(Meaning::Kind(kind)) => {
                if is_aside(kind) && text.trim_end().ends_with(':') && self.has_entry() {
                    self.open_aside(text, kind);
                } else {
                    self.open(SECTION, text, Some(kind));
                }
            }
            None if self.known().is_some() => self.open_title(text),
            None => self.open(SECTION, text, None),
        }
    }

    /// "Technologies:" in the middle of a job ends with the list below it, or with the next job.
    pub(super) fn open_aside(&mut self, text: &str, kind: LineKind) {
        let has_sections = self.has_sections;
        self.open(WITHIN_ENTRY, text, Some(kind));
        self.has_sections = has_sections;
        if let Some(aside) = self.headings.last_mut() {
            aside.aside_in = Some(self.lists);
        }
    }

    pub(super) fn open_title(&mut self, text: &str) {
        self.title_without_dates(text);
        self.dates(text);
    }

    pub(super) fn title_without_dates(&mut self, text: &str) {
        let title = title_alone(text);
        if title.is_empty() || wording::is_aside(title) {
            return;
        }
        if sections::look_up(title).is_some() {
            self.open_by_look(title);
            return;
        }
        let dated = title.len() < text.trim().trim_end_matches([':', ',', '|']).len();
        // Two titles with dates of their own are two jobs.
        if dated && self.parts == 1 && self.headings.last().is_some_and(|last| last.dated) {
            self.parts = 0;
        }
        if self.parts == 1
            && let Some(entry) = self.headings.last_mut().filter(|heading| heading.kind.is_none())
        {
            wording::employer(title).clone_into(&mut entry.beside);
            self.parts = 2;
        } else if self.parts < 2 {
            self.open(ENTRY, title, None);
            self.parts = 1;
            if let Some(entry) = self.headings.last_mut() {
                entry.dated = dated;
            }
        }
    }

    /// The heading a line is put under: the nearest, except where entries do not matter.
    pub(super) fn section(&self) -> Option<String> {
        let known = self.headings.iter().rposition(|heading| heading.kind.is_some());
        let flat = known.filter(|&at| {
            matches!(self.headings[at].kind, Some(LineKind::Other | LineKind::Skills | LineKind::Summary))
        });
        let nearest = flat.or(self.headings.len().checked_sub(1))?;
        let heading = &self.headings[nearest];
        // "Clerk" below "Acme", in a section of jobs: the employer of several positions stands above them.
        let above = self.headings[..nearest].last().filter(|above| {
            heading.kind.is_none() && above.kind.is_none() && known.is_some_and(|known| known + 1 < nearest)
        });
        let beside = Some(&heading.beside).filter(|beside| !beside.is_empty());
        let names = [Some(&heading.text), beside.or(above.map(|above| &above.text))];
        Some(names.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", "))
    }

    /// When the job ended that lines stand under: as the nearest heading with dates says.
    pub(super) fn job_end(&self) -> Option<JobEnd> {
        let mut entries =
            self.headings.iter().rev().take_while(|heading| heading.kind.is_none() || heading.aside_in.is_some());
        entries.find_map(|heading| heading.job_end)
    }

    pub(super) fn has_entry(&self) -> bool {
        self.headings.last().is_some_and(|heading| heading.level >= ENTRY || heading.kind.is_none())
    }

    pub(super) fn open(&mut self, level: u8, text: &str, kind: Option<LineKind>) {
        self.headings.retain(|heading| heading.level < level);
        let text = text.trim().trim_end_matches(':').trim_end().to_owned();
        let lines_before = self.lines.len();
        let job_end = if kind.is_none() { self.coming_end.take() } else { None };
        self.headings.push(Heading {
            level,
            text,
            beside: String::new(),
            kind,
            tags: Vec::new(),
            job_end,
            lines_before,
            aside_in: None,
            dated: false,
            is_flat: false,
        });
        self.has_sections |= kind.is_some();
        self.parts = 0;
    }
}

/// Whether a label of this kind may stand in the middle of a job.
fn is_aside(kind: LineKind) -> bool {
    matches!(kind, LineKind::Skills | LineKind::Summary)
}

/// A title without the dates around it.
pub(super) fn title_alone(text: &str) -> &str {
    wording::strip_dates(text).trim_end_matches([':', ',', '|']).trim_end()
}
