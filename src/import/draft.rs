//! The role spec while it is being put together.

use std::path::Path;

use super::acronyms;
use super::blocks::Block;
use super::tally::{Fate, Part, Piece, Reason, Tally};
use crate::role::{Item, Question, RoleSpec, Stage};

/// Where in the role spec something stands; lists count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The title.
    Title,
    /// The function.
    Function,
    /// What the role is for.
    About,
    /// An activity.
    Activity(usize),
    /// A KPI.
    Kpi(usize),
    /// A requirement.
    Requirement(usize),
    /// A stage.
    Stage(usize),
    /// A question.
    Question(usize),
}

/// The place of an item by its place in its list.
pub(super) type PlaceOf = fn(usize) -> Place;

/// What the source does not say outright.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// What was guessed.
    pub place: Place,
    /// How.
    pub how: String,
}

/// The role spec so far. No title is an empty one.
pub(super) struct Draft {
    pub(super) spec: RoleSpec,
    pub(super) guesses: Vec<Guess>,
    pub(super) tally: Tally,
}

impl Draft {
    pub(super) fn new() -> Self {
        let spec = RoleSpec {
            title: String::new(),
            aliases: Vec::new(),
            function: None,
            about: None,
            activities: Vec::new(),
            kpis: Vec::new(),
            requirements: Vec::new(),
            stages: Vec::new(),
            questions: Vec::new(),
        };
        Self { spec, guesses: Vec::new(), tally: Tally::default() }
    }

    pub(super) fn used(&mut self, block: &Block, part: Part) {
        self.piece(block, &block.text, Fate::Used(part));
    }

    pub(super) fn left_out(&mut self, block: &Block, text: &str, reason: Reason) {
        self.piece(block, text, Fate::LeftOut(reason));
    }

    pub(super) fn nowhere(&mut self, block: &Block, text: &str) {
        self.piece(block, text, Fate::Nowhere);
    }

    pub(super) fn piece(&mut self, block: &Block, text: &str, fate: Fate) {
        self.tally.pieces.push(Piece { line: block.line, text: text.to_owned(), fate });
    }

    pub(super) fn guess(&mut self, place: Place, how: &str) {
        self.guesses.push(Guess { place, how: how.to_owned() });
    }

    /// Adds a paragraph to what the role is for.
    pub(super) fn about(&mut self, text: &str) {
        let about = self.spec.about.get_or_insert_default();
        if !about.is_empty() {
            about.push(' ');
        }
        about.push_str(text);
    }

    pub(super) fn has_content(&self) -> bool {
        let spec = &self.spec;
        [&spec.activities, &spec.kpis, &spec.requirements].iter().any(|items| !items.is_empty())
            || !spec.stages.is_empty()
            || !spec.questions.is_empty()
    }

    /// A role must have a title: where the source has none, the file's name is one.
    pub(super) fn title_from_file(&mut self, name: &str) {
        if !self.spec.title.is_empty() {
            return;
        }
        let stem = Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let words = stem.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(capitalised);
        let title = words.collect::<Vec<_>>().join(" ");
        self.spec.title = if title.is_empty() { "Untitled role".to_owned() } else { title };
        self.guess(Place::Title, "no title found; this is the file's name");
    }

    /// Puts every text on one line: the cells of a table have lines of their own.
    pub(super) fn fold_lines(&mut self) {
        let spec = &mut self.spec;
        let items = [&mut spec.activities, &mut spec.kpis, &mut spec.requirements].into_iter().flatten();
        let items = items.flat_map(|item| [Some(&mut item.name), item.description.as_mut()]);
        let stages = spec.stages.iter_mut().flat_map(|stage| [Some(&mut stage.name), stage.description.as_mut()]);
        let questions = spec.questions.iter_mut().flat_map(|asked| asked.topics.iter_mut().chain([&mut asked.text]));
        let head = [Some(&mut spec.title), spec.function.as_mut(), spec.about.as_mut()];
        let texts = head.into_iter().chain(items).chain(stages).flatten().chain(questions);
        for text in texts.filter(|text| text.contains('\n')) {
            *text = text.replace('\n', " ");
        }
    }

    /// Mends acronyms in all names.
    pub(super) fn mend_names(&mut self) {
        let Self { spec, guesses, .. } = self;
        let mut mend = |place: Place, name: &mut String| {
            let mended = acronyms::mended(name);
            if mended != *name {
                guesses.push(Guess { place, how: format!("read from \"{name}\"") });
                *name = mended;
            }
        };
        mend(Place::Title, &mut spec.title);
        let lists: [(&mut Vec<Item>, PlaceOf); 3] = [
            (&mut spec.activities, Place::Activity),
            (&mut spec.kpis, Place::Kpi),
            (&mut spec.requirements, Place::Requirement),
        ];
        for (items, place) in lists {
            items.iter_mut().enumerate().for_each(|(at, item)| mend(place(at), &mut item.name));
        }
        for (at, Stage { name, .. }) in spec.stages.iter_mut().enumerate() {
            mend(Place::Stage(at), name);
        }
        for (at, Question { topics, .. }) in spec.questions.iter_mut().enumerate() {
            for topic in topics {
                mend(Place::Question(at), topic);
            }
        }
    }
}

/// An item with a name and perhaps a description.
pub(super) fn item(name: &str, description: Option<&str>) -> Item {
    Item {
        name: name.to_owned(),
        description: description.filter(|text| !text.is_empty()).map(str::to_owned),
        keywords: Vec::new(),
        measures: Vec::new(),
        prompts: Vec::new(),
        example: None,
        weight: None,
    }
}

/// `word` with its first letter as a capital.
pub(super) fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The sentences of a text: a full stop, and behind it a space and a capital or a figure.
pub(super) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let next = text[at + c.len_utf8()..].chars().next();
        if c == ' ' && matches!(before, '.' | '!' | '?') && next.is_some_and(|c| c.is_uppercase() || c.is_numeric()) {
            found.push(text[start..at].trim());
            start = at;
        }
        before = c;
    }
    found.push(text[start..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}
