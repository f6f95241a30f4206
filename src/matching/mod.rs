//! Does a line give evidence for a criterion?
//!
//! A criterion asks for an action on a subject; a line shows actions on subjects. [`Matcher::new`] reads what a role's
//! criteria ask for; [`Judge::judge`] reads one line and gives every criterion's score, 0 to 1, with the evidence. A line
//! is judged alone: its scores depend on nothing but its own text, the role and the rules of [`VERSION`].

mod asks;
mod credential;
mod denial;
mod evidence;
mod joined;
mod keywords;
mod overlap;
mod own_words;
mod reading;
mod requirement;
mod score;
mod signals;
mod slips;
mod told;
mod unknown_words;
mod vocabulary;
mod why;

use std::collections::BTreeMap;
use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::lexicon::{self, ConceptId};
use crate::role::{CriterionKind, Item, Role};
use crate::text::{one_spelling, stem, tokens};

use self::asks::{Ask, Reach};
use self::keywords::Keywords;
use self::overlap::Texts;
use self::own_words::OwnWords;
use self::reading::{Reading, Word};
use self::signals::Cells;
use self::unknown_words::UnknownWords;
use self::vocabulary::Vocabulary;

pub(crate) use self::credential::{Credential, Said};
pub use self::evidence::Evidence;
pub use self::keywords::stands_in;
pub use self::requirement::Requirement;
pub use self::score::{PARTIAL_FROM, STRONG_FROM, Strength, VERSION};
pub use self::signals::{Limit, SIGNAL_NAMES, Signals};
pub use self::vocabulary::is_function_word;
pub use self::why::Why;

/// The most words of a text that are read: a line has some 20, and what relates all words to all others must end.
pub const MOST_WORDS: usize = 300;

/// The most distinct words that a judge remembers before it forgets them all.
const REMEMBERED_WORDS: usize = 50_000;

const CURRENCY_SIGNS: [char; 4] = ['$', '€', '£', '¥'];
/// The lexicon's form that stands for every sum of money.
const ANY_SUM: &str = "$1";

/// A role, ready for lines to be held against its criteria.
pub struct Matcher {
    criteria: Vec<Wanted>,
    /// For every ask of every criterion, in one row: its criterion and its source.
    columns: Vec<(usize, usize)>,
    reach: Reach,
    cells: Cells,
    vocabulary: Vocabulary,
    keywords: Keywords,
    names: Texts,
    own_words: OwnWords,
    unknown_words: UnknownWords,
}

/// What one criterion asks for.
struct Wanted {
    asks: Vec<(usize, Ask)>,
    /// Its name has several words that carry meaning, so that all of them together are no chance.
    long_name: bool,
    /// The spec gives it keywords.
    has_keywords: bool,
    naming: Naming,
}

/// How far a line must name what is asked for, where work that is like it would do for other criteria.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Naming {
    /// Not at all.
    Free,
    /// To be strong evidence: the skills of its name are the criterion's keywords.
    ForStrong,
    /// To be evidence: a degree or a licence is asked for.
    Always,
}

impl Naming {
    fn of(item: &Item, asked: Option<&Requirement>) -> Self {
        match asked {
            Some(asked) if asked.is_degree => Self::Always,
            Some(asked) if item.keywords.is_empty() && !asked.skills.is_empty() => Self::ForStrong,
            _ => Self::Free,
        }
    }
}

/// What a line is worth for one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The chance that a recruiter takes the line as evidence, 0 to 1.
    pub score: f32,
    /// The score in a word.
    pub strength: Strength,
}

/// Concepts asked for, each with its weight, 0 to 1; the weightiest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Where it was read: "name" or "description".
    pub source: &'static str,
    /// Names of actions; none means any.
    pub actions: Vec<(&'static str, f32)>,
    /// Names of subjects; none means any.
    pub subjects: Vec<(&'static str, f32)>,
}

/// Judges lines one after another, remembering the words that it has seen.
pub struct Judge<'m> {
    matcher: &'m Matcher,
    seen: FxHashMap<String, (Option<lexicon::WordId>, Option<u16>)>,
}

impl Matcher {
    /// Reads what the role's criteria ask for, in the order of [`Role::criteria`].
    #[must_use]
    pub fn new(role: &Role) -> Self {
        let mut vocabulary = Vocabulary::default();
        let (mut all_asks, mut unknown_words) = (Vec::new(), Vec::new());
        let mut keywords = Keywords::default();
        let (mut criteria, mut names, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for criterion in role.criteria() {
            let item = criterion.item;
            let asked = (criterion.kind == CriterionKind::Requirement).then(|| Requirement::of(&item.name));
            let name = asked.as_ref().map_or(item.name.as_str(), |asked| &asked.about);
            let mut said = Vec::new();
            for (keyword, worth) in keywords_of(item, asked.as_ref()) {
                let words = vocabulary.add_phrase(keyword);
                said.push(words.meaning.clone());
                keywords.add(criteria.len(), keyword, words, worth);
            }
            // Where nothing more is said, the name is all that describes it.
            let description = without_title(item.description.as_deref().unwrap_or(name), &role.spec.title);
            let in_name = vocabulary.add_text(name);
            let read = [name, &description].map(plain_reading);
            unknown_words.push(
                read.each_ref()
                    .map(|reading| reading.unknown_words().flat_map(|word| vocabulary.add_text(word)).collect()),
            );
            said.extend(item.description.as_ref().map(|_| vocabulary.add_text(&description)));
            said.extend(item.prompts.iter().chain(&item.measures).map(|text| vocabulary.add_text(text)));
            // Its name is its heading, and counts twice.
            said.extend([in_name.clone(), in_name.clone()]);
            texts.push(said);
            let halves = joined::halves(name, plain_reading);
            let [name, description] = &read;
            all_asks.push(asks::asks(criterion.kind, name, &halves, description));
            criteria.push(Wanted {
                asks: Vec::new(),
                long_name: in_name.len() > 1,
                has_keywords: !item.keywords.is_empty(),
                naming: Naming::of(item, asked.as_ref()),
            });
            names.push(in_name);
        }
        asks::weigh_by_rarity(&mut all_asks);
        let columns = all_asks
            .iter()
            .enumerate()
            .flat_map(|(c, asks)| asks.iter().map(move |(source, _)| (c, *source)))
            .collect();
        let reach = Reach::new(&all_asks.iter().flatten().map(|(_, ask)| ask).collect::<Vec<_>>());
        criteria.iter_mut().zip(all_asks).for_each(|(wanted, asks)| wanted.asks = asks);
        keywords.finish(&vocabulary);
        let names = Texts::new(names.iter().map(Vec::as_slice), &vocabulary);
        let own_words = OwnWords::new(&texts, &vocabulary);
        let unknown_words = UnknownWords::new(&unknown_words, &own_words, vocabulary.len());
        Self {
            criteria,
            columns,
            cells: Cells::new(&reach),
            reach,
            vocabulary,
            keywords,
            names,
            own_words,
            unknown_words,
        }
    }

    /// What criterion number `criterion` asks for, as it was read out of the spec.
    #[must_use]
    pub fn asked(&self, criterion: usize) -> Vec<Asked> {
        let named = |weights: &BTreeMap<ConceptId, f32>| {
            let mut names: Vec<(&'static str, f32)> = weights.iter().map(|(id, weight)| (id.name(), *weight)).collect();
            names.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
            names
        };
        let asks = self.criteria[criterion].asks.iter();
        asks.map(|(source, ask)| Asked {
            source: asks::SOURCES[*source],
            actions: named(&ask.actions),
            subjects: named(&ask.subjects),
        })
        .collect()
    }

    /// A judge of lines; make one for each thread.
    #[must_use]
    pub fn judge(&self) -> Judge<'_> {
        Judge { matcher: self, seen: FxHashMap::default() }
    }
}

impl Judge<'_> {
    /// One judgement a criterion, in the role's order.
    pub fn judge(&mut self, line: &str) -> Vec<Judgement> {
        self.signals(line).iter().map(score::judge).collect()
    }

    /// The same with some signals taken as 0, by their places in [`SIGNAL_NAMES`]: what each of them is worth.
    pub fn judge_without(&mut self, line: &str, off: &[usize]) -> Vec<Judgement> {
        let mut all = self.signals(line);
        for signals in &mut all {
            for signal in off {
                signals.values[*signal] = 0.0;
            }
        }
        all.iter().map(score::judge).collect()
    }

    /// One set of signals a criterion, in the role's order.
    pub fn signals(&mut self, line: &str) -> Vec<Signals> {
        let reading = self.read(line);
        signals::signals(self.matcher, &reading)
    }

    /// The places in `line` that earned criterion number `criterion` its score; empty where nothing did.
    pub fn evidence(&mut self, line: &str, criterion: usize) -> Vec<Evidence> {
        let reading = self.read(line);
        evidence::evidence(self.matcher, &reading, criterion, line)
    }

    /// The parts of `line` that count for nothing, as it says that they were not done or got worse.
    pub fn denied<'l>(&mut self, line: &'l str) -> Vec<&'l str> {
        let reading = self.read(line);
        let text = |range: &Range<usize>| {
            let denied = reading.words.get(range.clone()).unwrap_or_default();
            denied.first().zip(denied.last()).map(|(first, last)| &line[first.token.start..last.token.end])
        };
        reading.denied.iter().filter_map(text).collect()
    }

    /// The phrases of `line` that the lexicon knows, each with the names of what it means.
    pub fn mentions<'l>(&mut self, line: &'l str) -> Vec<(&'l str, Vec<&'static str>)> {
        let reading = self.read(line);
        let span =
            |(first, end): (usize, usize)| &line[reading.words[first].token.start..reading.words[end - 1].token.end];
        let named = |mention: &reading::Mention| mention.concepts().map(ConceptId::name).collect();
        reading.mentions.iter().map(|mention| (span(mention.words), named(mention))).collect()
    }

    fn read(&mut self, line: &str) -> Reading {
        let words = tokens(line)
            .into_iter()
            .take(MOST_WORDS)
            .map(|token| {
                let (id, stem) = self.look_up(&token.text);
                Word { token, id, stem }
            })
            .collect();
        reading::read_line(words)
    }

    fn look_up(&mut self, text: &str) -> (Option<lexicon::WordId>, Option<u16>) {
        if let Some(known) = self.seen.get(text) {
            return *known;
        }
        if self.seen.len() >= REMEMBERED_WORDS {
            self.seen.clear();
        }
        let spelt = one_spelling(text);
        let word = if text.starts_with(CURRENCY_SIGNS) { ANY_SUM } else { spelt.as_deref().unwrap_or(text) };
        let stem_text = stem(word);
        let own_stem = self.matcher.vocabulary.number(&stem_text);
        let id = lexicon::word(word).or_else(|| {
            // A word that the role uses is no slip, unless it is misspelt behind its stem ("managment").
            let meant = slips::meant(word).filter(|meant| own_stem.is_none() || stem(meant) == stem_text)?;
            lexicon::word(meant)
        });
        self.seen.insert(text.to_owned(), (id, own_stem));
        (id, own_stem)
    }
}

/// Whether a word in small letters names a skill: the lexicon knows no broad meaning of it ("communication"), and no action.
fn is_skill(word: &str) -> bool {
    let reading = plain_reading(word);
    reading
        .mentions
        .iter()
        .flat_map(reading::Mention::concepts)
        .all(|concept| !concept.is_action() && !concept.is_general() && !concept.is_people())
}

/// The keywords of a criterion, each with what it shows alone, 0 to 1: those of the spec, else the skills that it names.
fn keywords_of<'k>(item: &'k Item, asked: Option<&'k Requirement>) -> Vec<(&'k str, f32)> {
    let own: Vec<_> = item.keywords.iter().map(|keyword| (keyword.as_str(), 1.0)).collect();
    let Some(asked) = asked.filter(|_| own.is_empty()) else { return own };
    let worth = if asked.one_will_do { 1.0 } else { skill_worth(asked.skills.len()) };
    asked.skills.iter().map(|skill| (skill.as_str(), worth)).collect()
}

/// What one of several skills that are all asked for shows: two of four show the whole.
fn skill_worth(skills: usize) -> f32 {
    1.0 / (skills.max(1) as f32).sqrt()
}

/// Whether `text` has more than [`MOST_WORDS`], so that its end is not read.
#[must_use]
pub fn is_cut(text: &str) -> bool {
    text.len() > MOST_WORDS && tokens(text).len() > MOST_WORDS
}

/// A text read with the lexicon alone.
fn plain_reading(text: &str) -> Reading {
    let words = tokens(text)
        .into_iter()
        .take(MOST_WORDS)
        .map(|token| {
            let id = lexicon::word(one_spelling(&token.text).as_deref().unwrap_or(&token.text));
            Word { token, id, stem: None }
        })
        .collect();
    reading::read(words)
}

/// The role's own title says nothing of one criterion ("… performed by the back-end developer").
fn without_title(text: &str, title: &str) -> String {
    let title: Vec<String> = tokens(title).into_iter().map(|token| token.text).collect();
    let words = tokens(text);
    let mut kept = String::new();
    let mut at = 0;
    let mut from = 0;
    while at < words.len() {
        let end = at + title.len();
        if !title.is_empty() && end <= words.len() && words[at..end].iter().map(|w| &w.text).eq(title.iter()) {
            kept.push_str(&text[from..words[at].start]);
            from = words[end - 1].end;
            at = end;
        } else {
            at += 1;
        }
    }
    kept.push_str(&text[from..]);
    kept
}
