//! Job postings: what the role does, what it is judged by and what it asks for, without what is about the employer.

mod duties;
mod front;
pub(super) mod names;
mod sections;
mod wording;

use std::collections::HashSet;

use self::sections::Section;
use super::blocks::{Block, BlockKind};
use super::draft::{Draft, Place, item, sentences};
use super::tally::{Fate, Part, Reason};
use crate::role::{Item, Stage, Weight};

/// Whether these are a posting's, by its headings.
pub(super) fn is_posting(blocks: &[Block]) -> bool {
    let section = |block: &Block| match block.kind {
        BlockKind::Heading(_) => sections::of_heading(&block.text),
        BlockKind::Text => sections::of_line(&block.text),
        _ => None,
    };
    sections::are_of_posting(&blocks.iter().filter_map(section).collect::<Vec<_>>())
}

/// Reads a posting.
pub(super) fn read(blocks: &[Block]) -> Draft {
    let mut reader =
        Reader { draft: Draft::new(), section: Section::Front, level: u8::MAX, depth: 0, seen: HashSet::new() };
    let title = front::title(blocks);
    if let Some(title) = &title {
        title.text.clone_into(&mut reader.draft.spec.title);
        if let Some(how) = title.guessed {
            reader.draft.guess(Place::Title, how);
        }
    }
    for (at, block) in blocks.iter().enumerate() {
        if title.as_ref().is_some_and(|title| title.at == Some(at)) {
            reader.draft.used(block, Part::Title);
            continue;
        }
        reader.block(block, blocks.get(at + 1));
    }
    reader.draft
}

struct Reader {
    draft: Draft,
    section: Section,
    /// The level of the heading that the section stands under.
    level: u8,
    /// How deep the list item above stands.
    depth: usize,
    /// The lines so far, in small letters.
    seen: HashSet<String>,
}

impl Reader {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        match &block.kind {
            BlockKind::Bar => {}
            BlockKind::Aside => self.draft.left_out(block, &block.text, Reason::Menu),
            BlockKind::Heading(level) => self.heading(block, *level),
            BlockKind::Row(cells) => self.row(block, cells),
            BlockKind::Item(depth) => {
                let above = std::mem::replace(&mut self.depth, *depth);
                self.item(block, *depth > above, next);
            }
            BlockKind::Text => self.text(block, next),
        }
    }

    /// A list item: a heading where it says nothing else and begins a list ("2. Your tasks"), or more of the item above.
    fn item(&mut self, block: &Block, is_deeper: bool, next: Option<&Block>) {
        if let Some(section) = sections::of_line(&block.text).filter(|_| next.is_some_and(|next| !next.is_heading())) {
            (self.section, self.level) = (section, 5);
            return self.draft.used(block, Part::Headings);
        }
        let goes_on = is_deeper && ["and ", "or ", "but ", "which "].iter().any(|word| block.text.starts_with(word));
        if let (true, Section::Responsibilities, Some(above)) =
            (goes_on, self.section, self.draft.spec.activities.last_mut())
        {
            above.description.get_or_insert_with(|| above.name.clone()).extend([" ", &block.text]);
            return self.draft.used(block, Part::Activities);
        }
        self.line(block, &block.text, true);
    }

    /// A table's row: a section with its lines in the cell behind it, a requirement with its weight, or a labelled line.
    fn row(&mut self, block: &Block, cells: &[String]) {
        if wording::is_header(cells) {
            return self.draft.used(block, Part::Headings);
        }
        let [first, rest @ ..] = cells else { return };
        if cells.iter().all(String::is_empty) {
            return self.draft.nowhere(block, &block.text);
        }
        let left_out = matches!(self.section, Section::LeftOut(_));
        if let Some(weight) =
            rest.iter().find_map(|cell| wording::weight_alone(cell)).filter(|_| !left_out && !first.is_empty())
        {
            return self.requirement(block, first, Some(weight));
        }
        let whole = rest.join("\n");
        let lines = || whole.lines().map(str::trim).filter(|line| !line.is_empty());
        let section = sections::of_heading(first).filter(|section| match section {
            Section::LeftOut(reason) => *reason != Reason::Facts,
            _ => first.split_whitespace().count() <= 6,
        });
        let says_much = lines().count() > 1 || whole.split_whitespace().count() > 2;
        let Some(section) = section.filter(|_| says_much) else {
            let label = if first.is_empty() { String::new() } else { format!("{first}: ") };
            return self.line(block, &format!("{label}{}", rest.join(" ")), true);
        };
        if section == Section::About {
            lines().for_each(|line| self.draft.about(line));
            return self.draft.used(block, Part::About);
        }
        let outer = std::mem::replace(&mut self.section, section);
        lines().for_each(|line| self.line(block, line, true));
        self.section = outer;
    }

    fn heading(&mut self, block: &Block, level: u8) {
        if let Some(reason) = wording::never(&block.text).filter(|_| sections::of_heading(&block.text).is_none()) {
            return self.draft.left_out(block, &block.text, reason);
        }
        match sections::of_heading(&block.text) {
            // "Skills" within the duties is one of their groups, a heading of the same height is not.
            Some(section) => (self.section, self.level) = (section, level),
            None if level > self.level => {}
            None if front::is_repeated_title(&self.draft.spec.title, &block.text) => {}
            None if self.section == Section::Front => return self.line(block, &block.text, false),
            None => (self.section, self.level) = (Section::Unknown, level),
        }
        self.draft.used(block, Part::Headings);
    }

    fn text(&mut self, block: &Block, next: Option<&Block>) {
        if self.section == Section::Front && front::is_document(&block.text) {
            return self.draft.used(block, Part::Headings);
        }
        if let Some(section) = sections::of_line(&block.text) {
            (self.section, self.level) = (section, 5);
            return self.draft.used(block, Part::Headings);
        }
        let leads_to_list = next.is_some_and(Block::is_item);
        if block.text.ends_with(':') {
            if let Some(section) = sections::of_heading(&block.text).filter(|_| leads_to_list) {
                (self.section, self.level) = (section, 6);
            }
            return self.draft.used(block, Part::Headings);
        }
        if let Some((section, rest)) = front::inline_section(&block.text) {
            let outer = std::mem::replace(&mut self.section, section);
            rest.split(';').flat_map(sentences).for_each(|piece| self.line(block, piece, true));
            self.section = outer;
            return;
        }
        for sentence in sentences(&block.text) {
            self.line(block, sentence, false);
        }
    }

    /// One line of a list, or one sentence.
    fn line(&mut self, block: &Block, text: &str, listed: bool) {
        if !self.seen.insert(text.to_lowercase()) {
            return self.draft.left_out(block, text, Reason::Repeated);
        }
        if let Some(reason) = wording::never(text) {
            return self.draft.left_out(block, text, reason);
        }
        match self.section {
            Section::LeftOut(reason) => self.draft.left_out(block, text, reason),
            Section::Responsibilities if listed || !wording::is_about(text) || wording::is_duty(text) => {
                self.duty(block, text);
            }
            Section::Goals => self.kpi(block, text, &names::of_measure(text)),
            Section::Requirements(weight) => self.requirement(block, text, weight),
            Section::Stages => self.stage(block, text),
            Section::About if !listed && !wording::is_duty(text) && !wording::is_company(text) => {
                self.draft.about(text);
                self.draft.piece(block, text, Fate::Used(Part::About));
            }
            _ => self.by_wording(block, text, listed),
        }
    }

    /// A line under no heading that says what it is.
    fn by_wording(&mut self, block: &Block, text: &str, listed: bool) {
        const HOW: &str = "from its wording; no heading says what it is";
        if front::fact(&mut self.draft, block, text) {
            return;
        }
        if wording::is_benefit(text) {
            return self.draft.left_out(block, text, Reason::Benefits);
        }
        if wording::is_company(text) && !listed {
            return self.draft.left_out(block, text, Reason::Company);
        }
        let before = (self.draft.spec.activities.len(), self.draft.spec.kpis.len(), self.draft.spec.requirements.len());
        if wording::is_duty(text) || listed && !wording::is_requirement(text) && self.section != Section::Front {
            self.duty(block, text);
        } else if wording::is_requirement(text) {
            self.requirement(block, text, None);
        } else if listed && front::begins_with_verb(text) {
            self.duty(block, text);
        } else if !listed && (wording::is_about(text) || self.names_the_role(text)) {
            if self.draft.spec.about.is_none() {
                self.draft.guess(Place::About, HOW);
            }
            self.draft.about(text);
            return self.draft.piece(block, text, Fate::Used(Part::About));
        } else {
            return self.draft.nowhere(block, text);
        }
        let spec = &self.draft.spec;
        let (activities, kpis, requirements) = (spec.activities.len(), spec.kpis.len(), spec.requirements.len());
        (before.0..activities).for_each(|at| self.draft.guess(Place::Activity(at), HOW));
        (before.1..kpis).for_each(|at| self.draft.guess(Place::Kpi(at), HOW));
        (before.2..requirements).for_each(|at| self.draft.guess(Place::Requirement(at), HOW));
    }

    fn names_the_role(&self, text: &str) -> bool {
        let title = self.draft.spec.title.to_lowercase();
        self.section == Section::Front
            && !title.is_empty()
            && text.to_lowercase().contains(&title)
            && text.ends_with('.')
    }

    /// Something that the role does; a measurable goal is a KPI instead.
    fn duty(&mut self, block: &Block, text: &str) {
        for part in duties::each(text) {
            if let Some(name) = names::of_goal(&names::without_time_share(&part)) {
                self.kpi(block, &part, &name);
                continue;
            }
            let new = labelled(&part).unwrap_or_else(|| described(&names::of_duty(&part), &part));
            self.draft.spec.activities.push(new);
            self.draft.piece(block, &part, Fate::Used(Part::Activities));
        }
    }

    fn kpi(&mut self, block: &Block, text: &str, name: &str) {
        let goals = self.section == Section::Goals;
        let new = labelled(text).filter(|_| goals).unwrap_or_else(|| described(name, text));
        self.draft.spec.kpis.push(new);
        self.draft.piece(block, text, Fate::Used(Part::Kpis));
        if !goals {
            let place = Place::Kpi(self.draft.spec.kpis.len() - 1);
            self.draft.guess(place, "a measurable goal among the duties");
        }
    }

    fn requirement(&mut self, block: &Block, text: &str, weight: Option<Weight>) {
        // "Nice to have: SQL" asks for SQL.
        let urgent = text.split_once(':').filter(|(label, _)| wording::weight_alone(label).is_some());
        let asked = urgent.map_or(text, |(_, asked)| asked.trim());
        let mut new = labelled(asked).unwrap_or_else(|| described(&names::of_want(asked), asked));
        new.weight = wording::weight(text).or(weight);
        self.draft.spec.requirements.push(new);
        self.draft.piece(block, text, Fate::Used(Part::Requirements));
    }

    fn stage(&mut self, block: &Block, text: &str) {
        let Item { name, description, .. } = labelled(text).unwrap_or_else(|| described(&names::of_duty(text), text));
        self.draft.spec.stages.push(Stage { name, description, topics: Vec::new() });
        self.draft.piece(block, text, Fate::Used(Part::Stages));
    }
}

/// "Name: description", as the posting itself names a line.
fn labelled(text: &str) -> Option<Item> {
    let (name, description) = [": ", " – ", " — "].iter().find_map(|sign| text.split_once(sign))?;
    let words = |text: &str| text.split_whitespace().count();
    ((1..=6).contains(&words(name)) && words(description) >= 3 && !name.contains(','))
        .then(|| item(name.trim(), Some(description.trim())))
}

/// An item with the full line as its description, where the name is not all of it.
fn described(name: &str, text: &str) -> Item {
    // Of a line of signs no name is left.
    let name = if name.is_empty() { text } else { name };
    let same = name.eq_ignore_ascii_case(text.trim_end_matches(['.', ';']));
    item(name, Some(text).filter(|_| !same))
}
