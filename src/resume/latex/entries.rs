//! Entries and labelled items of LaTeX templates. Templates give their groups in orders of their own, so what a
//! group is — dates, a title, what was done — is told by what stands in it, and by its place only where that says nothing.

use super::Reader;
use crate::resume::places::Joined;
use crate::resume::sections::{self, Field};
use crate::resume::wording::{self, Mark};

/// A group of the source, as the range within its braces.
type Group = (usize, usize);

impl Reader<'_> {
    /// A job, a project or a school: `\cventry`, `\entry`, `\twentyitem`, `\cvevent`, `\resumeSubheading`.
    pub(super) fn entry(&mut self, name: &str) {
        self.close();
        let mut groups = self.tokens.groups();
        let is_heading = name.to_ascii_lowercase().ends_with("heading");
        let body = groups.last().copied().filter(|&last| !is_heading && self.is_body(last, groups.len()));
        groups.truncate(groups.len() - usize::from(body.is_some()));
        let texts: Vec<Joined> = groups.iter().map(|&group| self.plain(group)).collect();
        self.outline.dates_around(&spans(&texts));
        // Headings of four groups have places and dates in the second and the fourth.
        let titles: Vec<&Joined> = if is_heading && texts.len() == 4 {
            [&texts[0], &texts[2]].into_iter().filter(|text| !text.is_empty()).collect()
        } else {
            let dated = |text: &Joined| wording::strip_dates(text.text()).len() < text.text().len();
            let from = usize::from(texts.len() >= 5 && dated(&texts[0]));
            texts[from..].iter().filter(|text| names(text.text())).take(2).collect()
        };
        if let [what, rest] = titles[..]
            && rest.text().starts_with(|letter: char| letter.is_lowercase() || "-–—".contains(letter))
            && body.is_none()
        {
            // "{Designed}{-- posters for the club}": a line cut in two.
            let place = self.places.at(what.origin(0));
            self.outline.item(&format!("{} {}", what.text(), rest.text()), place);
        } else if !titles.is_empty() {
            let title = titles
                .iter()
                .map(|text| text.text().split(" | ").next().unwrap_or_default().trim())
                .collect::<Vec<_>>();
            self.outline.at(self.places.at(titles[0].origin(0)));
            self.outline.entry(&title.join(", "));
        }
        if let Some((start, end)) = body {
            self.go_into(start, end);
            // What was done is no title, be all of it in italics.
            self.styled = false;
        }
    }

    /// Whether the last of `count` groups says what was done: it holds a list, or more than a name.
    fn is_body(&mut self, last: Group, count: usize) -> bool {
        let text = self.plain(last);
        let says = || count >= 5 || matches!(wording::mark(text.text(), false), Mark::Prose | Mark::List);
        self.has_list(last) || count >= 3 && !text.is_empty() && says()
    }

    /// A label and a text: `\cvitem{Languages}{Java, Go}`, `\ecvitem{Dates}{2019 – 2020}`. A date is no label.
    pub(super) fn labelled(&mut self) {
        self.close();
        let groups = self.tokens.groups();
        let Some((&text, labels)) = groups.get(..2.min(groups.len())).and_then(<[_]>::split_last) else { return };
        let label = labels.first().map(|&label| self.plain(label)).unwrap_or_default();
        if let Some(field) = sections::field(label.text()) {
            self.field(field, text);
            return;
        }
        let label_says = label.text().contains(char::is_alphanumeric) && !wording::is_date(label.text());
        if label_says && self.has_list(text) {
            self.outline.at(self.places.at(label.origin(0)));
            self.outline.title(label.text());
        } else if label_says {
            self.label(&label);
        }
        self.is_item = true;
        self.go_into(text.0, text.1);
    }

    /// A row of a form: "Occupation or position held", and the job.
    fn field(&mut self, field: Field, text: Group) {
        if field == Field::Tasks {
            self.go_into(text.0, text.1);
        } else {
            let value = self.plain(text);
            self.outline.field(field, value.text());
        }
    }

    /// `\cvachievement{icon}{Title}{what was done}`: the title labels the line.
    pub(super) fn achievement(&mut self) {
        self.close();
        let groups = self.tokens.groups();
        let Some((&text, labels)) = groups.split_last() else { return };
        if let Some(&label) = labels.last() {
            let label = self.plain(label);
            self.label(&label);
        }
        self.is_item = true;
        self.go_into(text.0, text.1);
    }

    /// `\resumeItem{text}`, `\resumeItem{label}{text}`, `\cvlistdoubleitem{a}{b}`.
    pub(super) fn item_with_groups(&mut self, small: &str) {
        let before = self.tokens.at();
        let groups = self.tokens.groups();
        match groups[..] {
            // `\resumeItemListStart` and its like.
            [] => {
                self.tokens.go_to(before);
                self.close();
            }
            [_, _, _, _, ..] => {
                self.tokens.go_to(before);
                self.entry(small);
            }
            [label, text, ..] if !small.contains("double") => {
                self.tokens.go_to(text.1 + 1);
                self.close();
                let label = self.plain(label);
                self.label(&label);
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

    /// Begins a line with its label, if that says something.
    pub(super) fn label(&mut self, label: &Joined) {
        if label.text().contains(char::is_alphanumeric) {
            self.text.append(label);
            self.text.push(label.origin(label.text().len()), if label.text().ends_with(':') { " " } else { ": " });
        }
    }
}

/// The dates among the groups of an entry, put together: "Jun 2019 –" and "Present" may stand apart.
fn spans(texts: &[Joined]) -> String {
    let dates = texts.iter().map(Joined::text).filter(|text| text.contains(char::is_alphanumeric) && !names(text));
    dates.collect::<Vec<_>>().join(" ")
}

/// Whether a group names something: it says more than a date.
fn names(text: &str) -> bool {
    text.contains(char::is_alphabetic) && !wording::is_date(text) && !wording::has_only_dates(text)
}
