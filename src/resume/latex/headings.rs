//! Headings of LaTeX templates: sections, and the parts of a job's heading that stand on their own.

use super::Reader;
use crate::resume::places::Joined;
use crate::resume::wording;

impl Reader<'_> {
    /// `\section{Work}`, and the commands of templates that give dates and what was done beside it.
    pub(super) fn heading(&mut self, small: &str) {
        self.close();
        if let Some(group) = self.tokens.group() {
            // `\datedsection{Acme}{2019 – 2020}` is a job, not a section.
            let own = !matches!(small, "section" | "subsection" | "subsubsection" | "cvsection" | "cvsubsection");
            let more = self.tokens.rest().trim_start().starts_with('{');
            let level = 2 + u8::from(small.contains("sub")) + u8::from(own && more);
            let text = self.plain(group);
            self.outline.at(self.places.at(text.origin(0)));
            self.outline.heading(level, text.text());
            self.blocks(1);
        }
    }

    /// An environment for a section, whose group is its heading, or all that stands in it.
    pub(super) fn section_environment(&mut self) {
        let before = self.tokens.at();
        self.tokens.skip_white();
        let option = self.tokens.option().map(|option| self.plain(option));
        let group = self.tokens.group();
        if group.is_some_and(|(start, end)| self.tokens.slice(start, end).contains("\\begin")) {
            self.outline.dates_around(option.as_ref().map_or("", Joined::text));
            self.tokens.go_to(group.map_or(before, |group| group.0));
        } else {
            self.tokens.go_to(before);
            self.heading("section");
        }
    }

    /// Whether nothing is being read.
    pub(super) fn is_between(&self) -> bool {
        self.text.is_empty() && !self.is_item
    }

    /// `\jobtitle{Clerk}`, `\location{2019 – 2020 | Rome}`: parts of a heading that stand on their own.
    pub(super) fn part_of_heading(&mut self, names: bool) {
        for group in self.tokens.groups() {
            let text = self.plain(group);
            self.outline.at(self.places.at(text.origin(0)));
            let text = text.text().trim_start_matches(['|', '-', '–', '—', ',', ' ']);
            if names && !wording::is_date(text) {
                self.outline.title(text);
            } else {
                self.outline.dates_around(text);
            }
        }
    }
}
