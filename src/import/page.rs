//! Role guide pages: what a role does, what it is judged by, how selection goes and what is asked.

use self::rows::{in_row, is_header};
use std::sync::LazyLock;

use regex::Regex;

use super::blocks::{Block, BlockKind, pattern};
use super::draft::{Draft, Place, item, sentences};
use super::tally::{Part, Reason};
use crate::role::{Item, Stage};

mod questions;
mod rows;

/// A section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Front,
    About,
    Activities,
    Kpis,
    Stages,
    Questions,
    /// Below a heading that is none of these.
    Other,
}

/// How the headings of the sections begin or end.
const HEADINGS: [(&str, Section); 13] = [
    ("primary activities", Section::Activities),
    ("key activities", Section::Activities),
    ("activities", Section::Activities),
    ("key performance indicators", Section::Kpis),
    ("key performance indicators kpis", Section::Kpis),
    ("kpis", Section::Kpis),
    ("kpi metrics", Section::Kpis),
    ("selection process", Section::Stages),
    ("interview process", Section::Stages),
    ("hiring process", Section::Stages),
    ("interview questions", Section::Questions),
    ("common questions", Section::Questions),
    ("questions", Section::Questions),
];

/// What sentences hold that stand on every page.
const BOILERPLATE: [&str; 18] = [
    "this role falls within the",
    "important aspects of this role are covered below",
    "typically expected to perform",
    "expect questions delving deeper",
    "this is a representative list",
    "often evaluated using the following",
    "address atleast some",
    "address at least some",
    "not a comprehensive list",
    "not a complete list",
    "can expect a similar selection process",
    "actual process may vary",
    "common interview questions that",
    "prepare stories that tailor",
    "use the topic tags",
    "exact metrics vary",
    "more questions will be added",
    "distill your own experiences",
];

pattern!(ABOUT, r"(?i)^about\s+(?:an?\s+|the\s+)?([^:]{2,60}?)(?:\s*:\s*(.*))?$");
pattern!(FUNCTION, r"(?i)^function\s*:?\s*(.*)$");
pattern!(WITHIN, r"(?:within|in) the ([A-Z][A-Za-z&]*(?: (?:& |and )?[A-Z][A-Za-z]*)*) [Ff]unction");

/// Whether the blocks are a role guide.
pub(super) fn is_page(blocks: &[Block]) -> bool {
    const OWN: [&str; 4] =
        ["primary activities", "key performance indicators", "selection process", "interview questions"];
    let has = |phrase: &str| blocks.iter().any(|block| !block.is_item() && normal(&block.text).starts_with(phrase));
    let found = OWN.iter().filter(|phrase| has(phrase)).count();
    let boilerplate = blocks.iter().any(|block| is_boilerplate(&block.text));
    let function = blocks.iter().any(|block| block.text.starts_with("Function:"));
    found >= 2 || found == 1 && (boilerplate || function)
}

/// Reads a page.
pub(super) fn read(blocks: &[Block]) -> Draft {
    let mut reader = Reader {
        draft: Draft::new(),
        section: Section::Front,
        level: 0,
        about_title: None,
        first: None,
        wants_function: false,
        topic: None,
        cells: blocks.iter().any(|block| block.kind == BlockKind::Bar).then(Vec::new),
    };
    for (at, block) in blocks.iter().enumerate() {
        reader.block(block, blocks.get(at + 1));
    }
    reader.finish(blocks)
}

struct Reader<'b> {
    draft: Draft,
    section: Section,
    /// The level of the section's heading.
    level: u8,
    /// The title as "About …" has it.
    about_title: Option<String>,
    /// The page's first heading or line: mostly its title.
    first: Option<&'b Block>,
    /// "Function" stood alone above.
    wants_function: bool,
    /// The heading above a group of questions.
    topic: Option<String>,
    /// The cells of a question table whose cells stand on lines of their own.
    cells: Option<Vec<Vec<&'b Block>>>,
}

impl<'b> Reader<'b> {
    fn block(&mut self, block: &'b Block, next: Option<&Block>) {
        if block.kind == BlockKind::Aside {
            return self.draft.left_out(block, &block.text, Reason::Menu);
        }
        if let Some(section) = section_of(block) {
            if block.is_item() {
                return self.draft.left_out(block, &block.text, Reason::Menu);
            }
            self.enter(section, block);
            return self.draft.used(block, Part::Headings);
        }
        if self.front(block) {
            return;
        }
        if let (BlockKind::Heading(level), true) = (&block.kind, self.section != Section::Front)
            && *level <= self.level.min(3)
        {
            self.section = Section::Other;
        }
        if block.kind == BlockKind::Text && self.boilerplate(block) {
            return;
        }
        match self.section {
            Section::Front => self.title_or_about(block),
            Section::About => {
                self.draft.about(&block.text);
                self.draft.used(block, Part::About);
            }
            Section::Activities | Section::Kpis => self.item(block),
            Section::Stages => self.stage(block),
            Section::Questions if questions::is_topic(block, next) => {
                self.topic = Some(block.text.trim_end_matches(':').to_owned());
                self.draft.used(block, Part::Headings);
            }
            Section::Questions => self.questions(block),
            Section::Other => self.draft.nowhere(block, &block.text),
        }
    }

    /// Reads questions; those that name no topic have that of the heading above them.
    fn questions(&mut self, block: &'b Block) {
        let before = self.draft.spec.questions.len();
        questions::block(&mut self.draft, &mut self.cells, block);
        if let Some(topic) = &self.topic {
            for question in self.draft.spec.questions[before..].iter_mut().filter(|question| question.topics.is_empty())
            {
                question.topics.push(topic.clone());
            }
        }
    }

    fn enter(&mut self, section: Section, block: &Block) {
        self.section = section;
        self.level = if let BlockKind::Heading(level) = block.kind { level } else { 3 };
    }

    /// Takes what stands at the top of a page: function and "About …".
    fn front(&mut self, block: &Block) -> bool {
        let heads = matches!(block.kind, BlockKind::Heading(level) if level <= self.level);
        let is_fact = self.section == Section::Front && block.text.starts_with("Function:");
        if block.is_item() && !is_fact
            || !heads && !matches!(self.section, Section::Front | Section::About | Section::Other)
        {
            return false;
        }
        let cells = match &block.kind {
            BlockKind::Row(cells) => cells.join(": "),
            _ => block.text.clone(),
        };
        if std::mem::take(&mut self.wants_function)
            || FUNCTION.is_match(&cells) && cells.split_whitespace().count() <= 7
        {
            let function =
                FUNCTION.captures(&cells).map_or(cells.as_str(), |found| found.get(1).map_or("", |f| f.as_str()));
            self.wants_function = function.is_empty();
            self.draft.spec.function = Some(function.trim().to_owned()).filter(|function| !function.is_empty());
            self.draft.used(block, Part::Function);
            return true;
        }
        let Some(found) = ABOUT.captures(&cells) else { return false };
        let (title, text) = (found[1].trim(), found.get(2).map_or("", |text| text.as_str()));
        if text.is_empty() && !block.is_heading() {
            return false;
        }
        let title = title.trim_start_matches("this role").trim();
        self.about_title = Some(title.to_owned()).filter(|title| !title.is_empty());
        self.enter(Section::About, block);
        let kept = self.without_boilerplate(block, text);
        if !kept.is_empty() {
            self.draft.about(&kept);
        }
        self.draft.used(block, if text.is_empty() { Part::Headings } else { Part::About });
        true
    }

    /// Whether a paragraph holds sentences of every page; the others are what the role is for, or nowhere.
    fn boilerplate(&mut self, block: &Block) -> bool {
        if !is_boilerplate(&block.text) {
            return false;
        }
        let kept = self.without_boilerplate(block, &block.text);
        match (kept.is_empty(), self.section) {
            (true, _) => {}
            (_, Section::About) => {
                self.draft.about(&kept);
                self.draft.used(block, Part::About);
            }
            _ => self.draft.nowhere(block, &kept),
        }
        true
    }

    /// `text` without the sentences that stand on every page; one of them may name the function.
    fn without_boilerplate(&mut self, block: &Block, text: &str) -> String {
        let mut kept = Vec::new();
        for sentence in sentences(text) {
            if !is_boilerplate(sentence) {
                kept.push(sentence);
                continue;
            }
            self.draft.left_out(block, sentence, Reason::Boilerplate);
            if let (None, Some(found)) = (&self.draft.spec.function, WITHIN.captures(sentence)) {
                self.draft.spec.function = Some(found[1].to_owned());
                self.draft.guess(Place::Function, "from a sentence of the page");
            }
        }
        kept.join(" ")
    }

    fn title_or_about(&mut self, block: &'b Block) {
        let is_prose = block.text.split_whitespace().count() > 10;
        match (self.first, is_prose) {
            (None, false) if !block.is_item() => self.first = Some(block),
            (Some(first), false) if matches!(block.kind, BlockKind::Heading(1)) && !first.is_heading() => {
                self.draft.nowhere(first, &first.text);
                self.first = Some(block);
            }
            (_, true) if !block.is_item() => {
                if self.draft.spec.about.is_none() {
                    self.draft.guess(Place::About, "the text above the first section");
                }
                self.draft.about(&block.text);
                self.draft.used(block, Part::About);
            }
            _ => self.draft.nowhere(block, &block.text),
        }
    }

    /// An activity or a KPI: a bullet, a heading, a row, or the description of the one above.
    fn item(&mut self, block: &Block) {
        if block.kind == BlockKind::Bar {
            return;
        }
        let kpis = self.section == Section::Kpis;
        let (list, part) = if kpis {
            (&mut self.draft.spec.kpis, Part::Kpis)
        } else {
            (&mut self.draft.spec.activities, Part::Activities)
        };
        let above = list.last_mut();
        let new = match &block.kind {
            BlockKind::Row(cells) if is_header(cells) => return self.draft.used(block, Part::Headings),
            BlockKind::Row(cells) => in_row(cells),
            BlockKind::Item(_) | BlockKind::Heading(_) => Some(named(&block.text)),
            _ => Some(named(&block.text)).filter(|new| new.description.is_some()),
        };
        match (new, above) {
            (Some(new), _) => list.push(new),
            (None, Some(above)) if above.description.is_none() => above.description = Some(block.text.clone()),
            _ => return self.draft.nowhere(block, &block.text),
        }
        self.draft.used(block, part);
    }

    fn stage(&mut self, block: &Block) {
        if block.kind == BlockKind::Bar {
            return;
        }
        let stages = &mut self.draft.spec.stages;
        let new = match &block.kind {
            BlockKind::Row(cells) if is_header(cells) => return self.draft.used(block, Part::Headings),
            BlockKind::Row(cells) => in_row(cells),
            BlockKind::Item(_) | BlockKind::Heading(_) => Some(named(&block.text)),
            _ if stages.last().is_some_and(|last| last.description.is_none()) => None,
            _ => Some(named(&block.text)).filter(|new| new.name.split_whitespace().count() <= 6),
        };
        match (new, stages.last_mut()) {
            (Some(Item { name, description, .. }), _) => stages.push(Stage { name, description, topics: Vec::new() }),
            (None, Some(last)) if last.description.is_none() => last.description = Some(block.text.clone()),
            _ => return self.draft.nowhere(block, &block.text),
        }
        self.draft.used(block, Part::Stages);
    }

    fn finish(mut self, blocks: &[Block]) -> Draft {
        questions::cells(&mut self.draft, self.cells.take().unwrap_or_default());
        if let Some(first) = self.first {
            self.draft.used(first, Part::Title);
        }
        let first = self.first.map(|first| first.text.as_str());
        if let (None, Some(found)) =
            (&self.draft.spec.function, blocks.iter().find_map(|block| WITHIN.captures(&block.text)))
        {
            self.draft.spec.function = Some(found[1].to_owned());
            self.draft.guess(Place::Function, "from a sentence of the page");
        }
        match (self.about_title, first) {
            (Some(title), _) => self.draft.spec.title = title,
            (None, Some(first)) => {
                let cut = [" | ", " – ", " — ", " - ", ": "].iter().filter_map(|sign| first.find(sign)).min();
                first[..cut.unwrap_or(first.len())].clone_into(&mut self.draft.spec.title);
                self.draft.guess(Place::Title, "the page's first line");
            }
            (None, None) => {}
        }
        self.draft.tally.pieces.sort_by_key(|piece| piece.line);
        self.draft
    }
}

/// "Name: description", where the name is short.
fn named(text: &str) -> Item {
    for sign in [": ", " – ", " — ", " - "] {
        if let Some((name, description)) = text.split_once(sign)
            && (1..=10).contains(&name.split_whitespace().count())
        {
            return item(name.trim(), Some(description.trim()));
        }
    }
    let name = text.trim_end_matches([':', '.']);
    item(if name.is_empty() { text } else { name }, None)
}

fn section_of(block: &Block) -> Option<Section> {
    let text = normal(&block.text);
    let found = |exact: bool| {
        let fits = |phrase: &str| {
            text == phrase
                || !exact && (text.starts_with(&format!("{phrase} ")) || text.ends_with(&format!(" {phrase}")))
        };
        HEADINGS.iter().find(|(phrase, _)| fits(phrase)).map(|(_, section)| *section)
    };
    match block.kind {
        BlockKind::Heading(_) if text.split(' ').count() <= 10 => found(false),
        BlockKind::Text | BlockKind::Item(_) => found(true),
        _ => None,
    }
}

fn is_boilerplate(text: &str) -> bool {
    let text = text.to_lowercase();
    BOILERPLATE.iter().any(|phrase| text.contains(phrase))
}

/// Words in small letters, with one space between them.
fn normal(text: &str) -> String {
    let letters = |c: char| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    text.chars().map(letters).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
