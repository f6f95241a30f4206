//! Job postings: what the role does, what it is judged by and what it asks for, without what is about the employer.

mod asked;
mod duties;
mod front;
pub(super) mod names;
mod process;
mod rows;
mod sections;
mod stages;
mod subjects;
mod wording;

use std::collections::HashSet;

use self::sections::Section;
use super::blocks::{Block, BlockKind};
use super::draft::{Draft, Place, item, sentences};
use super::tally::{Fate, Part, Reason};
use crate::role::{Item, Weight};

/// A heading of a group of duties, as a list item, has no more words.
const MOST_GROUP_WORDS: usize = 8;

/// Whether these are a posting's, by its headings.
pub(super) fn is_posting(blocks: &[Block]) -> bool {
    let section = |block: &Block| match block.kind {
        BlockKind::Heading(_) => sections::of_heading(&block.text),
        BlockKind::Text => sections::of_line(&block.text),
        _ => None,
    };
    sections::are_of_posting(&blocks.iter().filter_map(section).collect::<Vec<_>>())
}

/// Reads a posting. Where no list and no "You will …" tells what somebody would do, sentences about the role do ("The cook
/// prepares …").
pub(super) fn read(blocks: &[Block]) -> Draft {
    let reader = read_with(blocks, false);
    if reader.listed_duties > 0 { reader.draft } else { read_with(blocks, true).draft }
}

fn read_with(blocks: &[Block], of_subjects: bool) -> Reader {
    let mut reader = Reader {
        draft: Draft::new(),
        section: Section::Front,
        level: u8::MAX,
        depth: 0,
        columns: Vec::new(),
        in_list: false,
        in_stage: false,
        of_subjects,
        listed_duties: 0,
        seen: HashSet::new(),
    };
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
    reader
}

struct Reader {
    draft: Draft,
    section: Section,
    /// The level of the heading that the section stands under.
    level: u8,
    /// How deep the list item above stands.
    depth: usize,
    /// What a table's columns say of how much their cells count ("Essential", "Desirable").
    columns: Vec<Option<Weight>>,
    /// The section's list has begun.
    in_list: bool,
    /// The last stage was named by a line of its own: what follows describes it.
    in_stage: bool,
    /// Sentences about the role tell its duties.
    of_subjects: bool,
    /// How many lines of lists told duties.
    listed_duties: usize,
    /// The lines so far, in small letters.
    seen: HashSet<String>,
}

impl Reader {
    fn block(&mut self, block: &Block, next: Option<&Block>) {
        if !matches!(block.kind, BlockKind::Row(_)) {
            self.columns.clear();
        }
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

    fn enter(&mut self, section: Section, level: u8) {
        (self.section, self.level) = (section, level);
        (self.in_list, self.in_stage) = (false, false);
    }

    /// A list item: a heading where it says nothing else and begins a list ("2. Your tasks"), or more of the item above.
    fn item(&mut self, block: &Block, is_deeper: bool, next: Option<&Block>) {
        let leads_deeper = next.is_some_and(|next| matches!(next.kind, BlockKind::Item(depth) if depth > self.depth));
        // A list below a heading that has no place here holds no headings of its own ("How we hire", a link).
        let may_be_heading = !(matches!(self.section, Section::LeftOut(_)) && self.level < 5);
        if let Some(section) =
            sections::of_line(&block.text).filter(|_| may_be_heading && next.is_some_and(|next| !next.is_heading()))
        {
            self.enter(section, 5);
            return self.draft.used(block, Part::Headings);
        }
        if self.section == Section::Stages {
            self.in_list = true;
            return self.stage_item(block, next);
        }
        // "1. Pipeline management", with what is done below it.
        let is_group = leads_deeper && block.text.split_whitespace().count() <= MOST_GROUP_WORDS;
        if is_group && self.section == Section::Responsibilities && !duties::surely_begin(&block.text) {
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
        self.in_list = true;
    }

    fn heading(&mut self, block: &Block, level: u8) {
        if let Some(reason) = wording::never(&block.text).filter(|_| sections::of_heading(&block.text).is_none()) {
            return self.draft.left_out(block, &block.text, reason);
        }
        // The title may say "education", and what looks like a heading below another that has no place here says little.
        let is_title = front::is_title(&self.draft.spec.title, &block.text);
        let is_aside = level == 6 && self.level < 5 && matches!(self.section, Section::LeftOut(_));
        let section = match () {
            () if is_title => None,
            () if is_aside => sections::of_line(&block.text),
            () => sections::of_heading(&block.text),
        };
        if self.section == Section::Stages
            && level > self.level
            && section.is_none_or(|section| section == Section::Stages)
        {
            return self.stage_name(block);
        }
        match section {
            // "Skills" within the duties is one of their groups, a heading of the same height is not.
            Some(section) => self.enter(section, level),
            None if level > self.level => self.in_list = false,
            None if front::is_repeated_title(&self.draft.spec.title, &block.text) => {}
            // "Stock and orders:" above lines that say what is done with them.
            None if self.section == Section::Front && level < 6 => return self.line(block, &block.text, false),
            None => self.enter(Section::Unknown, level),
        }
        self.draft.used(block, Part::Headings);
    }

    fn text(&mut self, block: &Block, next: Option<&Block>) {
        if self.section == Section::Front && front::is_document(&block.text) {
            return self.draft.used(block, Part::Headings);
        }
        if let Some(section) = sections::of_line(&block.text) {
            self.enter(section, 5);
            return self.draft.used(block, Part::Headings);
        }
        let leads_to_list = next.is_some_and(Block::is_item);
        if block.text.ends_with(':') {
            // "Here is how this role's process goes:" says nothing new below "Interview steps".
            let is_open = !matches!(
                self.section,
                Section::LeftOut(_) | Section::Stages | Section::Goals | Section::Requirements(_)
            );
            if let Some(section) = sections::of_heading(&block.text).filter(|_| leads_to_list && is_open) {
                self.enter(section, 6);
            }
            return self.draft.used(block, Part::Headings);
        }
        if let Some((section, rest)) = front::inline_section(&block.text) {
            let outer = std::mem::replace(&mut self.section, section);
            rest.split(';').flat_map(sentences).for_each(|piece| self.line(block, piece, true));
            self.section = outer;
            return;
        }
        if self.section == Section::Stages {
            return self.stage_text(block, next);
        }
        // One duty a line, without a bullet ("Ensure data quality"), below a heading of their group.
        let is_line =
            self.section == Section::Unknown && sentences(&block.text).len() == 1 && duties::begin(&block.text);
        let all = sentences(&block.text);
        if all.iter().any(|sentence| stages::tells_process(sentence)) {
            for sentence in all {
                self.stage_sentence(block, sentence);
            }
            return;
        }
        for sentence in all {
            self.line(block, sentence, is_line);
        }
    }

    /// One line of a list, or one sentence.
    fn line(&mut self, block: &Block, text: &str, listed: bool) {
        if !self.seen.insert(text.to_lowercase()) {
            return self.draft.left_out(block, text, Reason::Repeated);
        }
        if !listed && stages::tells_process(text) {
            return self.stage_sentence(block, text);
        }
        if listed && self.is_question(text) {
            return self.question(block, text);
        }
        let Some(text) = self.without_left_out(block, text) else { return };
        let text = text.as_str();
        let before = self.draft.spec.activities.len();
        self.sorted(block, text, listed);
        self.listed_duties += usize::from(listed && self.draft.spec.activities.len() > before);
    }

    /// One line, by the section that it stands in.
    fn sorted(&mut self, block: &Block, text: &str, listed: bool) {
        match self.section {
            Section::LeftOut(reason) => self.draft.left_out(block, text, reason),
            Section::Responsibilities if listed || wording::is_duty(text) && !wording::is_of_place(text) => {
                self.duty(block, text);
            }
            Section::Responsibilities if !wording::is_about(text) && !wording::is_of_others(text) => {
                self.duty(block, text);
            }
            Section::Goals => self.kpi(block, text, &names::of_measure(text)),
            Section::Stages => self.stage_line(block, text, listed),
            Section::Requirements(weight) if listed || !self.in_list => self.requirements(block, text, weight),
            Section::About if !listed && !wording::is_duty(text) && !wording::is_company(text) && !self.of_subjects => {
                self.draft.about(text);
                self.draft.piece(block, text, Fate::Used(Part::About));
            }
            _ => self.by_wording(block, text, listed),
        }
    }

    /// A line without the sentences that have no place in a role spec; none where nothing is left.
    fn without_left_out(&mut self, block: &Block, text: &str) -> Option<String> {
        let mut kept: Vec<&str> = Vec::new();
        for sentence in sentences(text) {
            match wording::never(sentence) {
                Some(reason) => self.draft.left_out(block, sentence, reason),
                None => kept.push(sentence),
            }
        }
        (!kept.is_empty()).then(|| kept.join(" "))
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
        let is_about = || wording::is_about(text) || self.names_the_role(text) || wording::is_of_place(text);
        let of_subject = (self.of_subjects && !listed).then(|| subjects::duty(text, &self.draft.spec.title)).flatten();
        let is_asked = wording::is_requirement(text) && !wording::is_not_asked(text);
        let is_listed_duty = listed && !is_asked && (self.section != Section::Front || duties::surely_begin(text));
        if let Some(duty) = of_subject {
            self.duty(block, &duty);
        } else if wording::is_duty(text) && !wording::is_of_place(text) || is_listed_duty {
            self.duty(block, text);
        } else if is_asked && (listed || wording::sought(text).is_none()) {
            self.requirements(block, text, None);
        } else if !listed && is_about() {
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
