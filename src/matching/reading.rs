//! What a text says: which actions it names, on which subjects, and how closely the two stand together.

use std::ops::Range;

use crate::lexicon::{ConceptId, Sense, WordId, phrases};
use crate::text::{Gap, Token};

use super::denial;
use super::signals::Limit;

/// How much evidence is left where an action and a subject stand in different sentences.
const ACROSS_SENTENCES: f32 = 0.35;
/// … in different clauses of a sentence.
const ACROSS_CLAUSES: f32 = 0.75;
/// … with one more verb between them.
const ACROSS_VERB: f32 = 0.8;
/// … where the subject comes first and the action does not follow at once ("performance was improved").
const SUBJECT_FIRST: f32 = 0.6;
/// What every word between the two takes away, and the least that distance leaves.
const PER_WORD: f32 = 0.015;
const FARTHEST: f32 = 0.7;

/// A token with what the lexicon and the role know of its word.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    pub(crate) token: Token,
    pub(crate) id: Option<WordId>,
    /// The stem's number among those that the role asks for.
    pub(crate) stem: Option<u16>,
}

/// Where a phrase stands in a longer one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nested {
    No,
    AtStart,
    Inside,
    AtEnd,
}

/// A phrase of the text that the lexicon knows.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    /// First word, and the one behind the last.
    pub(crate) words: (usize, usize),
    pub(crate) senses: &'static [Sense],
    /// Where in a longer phrase it stands, if in one ("review" in "code review").
    pub(crate) nested: Nested,
    /// Where it stands, a base form can be a verb ("Design and test …", "to monitor …").
    pub(crate) verb_here: bool,
    /// The fields in which a doubtful form counts here.
    pub(crate) sure: Fields,
    pub(crate) clause: u16,
    pub(crate) sentence: u16,
}

/// A set of the lexicon's fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields(u64);

impl Fields {
    pub(crate) const ALL: Self = Self(u64::MAX);

    fn add(&mut self, field: u8) {
        self.0 |= 1 << (field % 64);
    }

    fn has(self, field: u8) -> bool {
        self.0 >> (field % 64) & 1 == 1
    }
}

/// A text, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reading {
    pub(crate) words: Vec<Word>,
    pub(crate) mentions: Vec<Mention>,
    /// The words of the mentions that are verbs, in their order: of each the first, and the one behind the last.
    verbs: Vec<(usize, usize)>,
    /// Whether any verb of the lexicon stands in it.
    pub(crate) has_action: bool,
    /// Ranges of words that a line says were not done or got worse.
    pub(crate) denied: Vec<Range<usize>>,
}

impl Mention {
    /// The senses that count here: of a base form its verb only where a verb can stand, of people not their field
    /// ("front-end developers" are no front end).
    pub(crate) fn senses(&self) -> impl Iterator<Item = &'static Sense> + '_ {
        let people = self.senses.iter().any(|sense| sense.concept().is_people());
        self.senses.iter().filter(move |sense| {
            (!sense.doubtful || self.sure.has(sense.field))
                && (!sense.finite || self.verb_here)
                && (!people || sense.concept().is_people() || sense.concept().is_action())
        })
    }

    /// What those senses mean.
    pub(crate) fn concepts(&self) -> impl Iterator<Item = ConceptId> + '_ {
        self.senses().map(Sense::concept)
    }

    pub(crate) fn is_action(&self) -> bool {
        self.concepts().any(ConceptId::is_action)
    }

    pub(crate) fn is_verb(&self) -> bool {
        self.senses().any(|sense| (sense.verb || sense.finite) && sense.concept().is_action())
    }
}

/// Words behind which a base form is a verb.
const BEFORE_VERB: [&str; 14] =
    ["to", "i", "we", "who", "that", "which", "also", "help", "helped", "helps", "can", "could", "will", "it"];

/// Whether a verb's base form can stand at `at`: first in a clause, behind "to" and the like, or in a row after another
/// verb of the sentence ("Improve designs and test them", but not "improves designs and tests").
fn may_be_verb(words: &[Word], at: usize, before: &[Mention]) -> bool {
    let Some(previous) = at.checked_sub(1).map(|at| &words[at].token) else { return true };
    if words[at].token.gap >= Gap::Clause {
        return true;
    }
    let text = previous.text.as_str();
    if BEFORE_VERB.contains(&text) || text.ends_with("ly") {
        return true;
    }
    let row = matches!(text, "and" | "or" | "then") || words[at].token.gap == Gap::Comma;
    let alike = |mention: &Mention| {
        let verb = &words[mention.words.0].token.text;
        mention.is_verb() && third_person(verb) == third_person(&words[at].token.text)
    };
    row && before.iter().any(alike)
}

fn third_person(verb: &str) -> bool {
    verb.ends_with('s') && !verb.ends_with("ss")
}

/// Reads the mentions out of the words of a role's text.
pub(crate) fn read(words: Vec<Word>) -> Reading {
    let mut mentions = placed_mentions(&words);
    denial::forget(&mut mentions);
    Reading::new(words, mentions)
}

/// Reads the mentions out of the words of a line, without those of what it says was not done.
pub(crate) fn read_line(mut words: Vec<Word>) -> Reading {
    let mut mentions = placed_mentions(&words);
    let denied = denial::take_away(&mut words, &mut mentions);
    Reading { denied, ..Reading::new(words, mentions) }
}

fn placed_mentions(words: &[Word]) -> Vec<Mention> {
    let mut mentions = find_mentions(words);
    drop_doubtful(&mut mentions);
    place(words, &mut mentions);
    mentions
}

/// At each word the longest phrase; of the phrases inside another, those that still say something of their own.
fn find_mentions(words: &[Word]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::with_capacity(words.len());
    let (mut covered_to, mut closed) = (0, false);
    for first in 0..words.len() {
        let (mut found, mut shorter) = (None, None);
        for phrase in phrases(phrase_from(words, first)) {
            shorter = found.replace(phrase);
        }
        let Some((longest, senses)) = found else { continue };
        let verb_here = may_be_verb(words, first, &mentions);
        let mention = |length: usize, senses: &'static [Sense], nested: Nested| Mention {
            words: (first, first + length),
            senses,
            nested,
            verb_here,
            sure: Fields::ALL,
            clause: 0,
            sentence: 0,
        };
        if first < covered_to {
            if !closed && first + longest <= covered_to {
                mentions.push(mention(
                    longest,
                    senses,
                    if first + longest == covered_to { Nested::AtEnd } else { Nested::Inside },
                ));
            }
            continue;
        }
        covered_to = first + longest;
        closed = senses.is_empty() || senses.iter().any(|sense| sense.concept().is_people());
        mentions.push(mention(longest, senses, Nested::No));
        if let Some((length, senses)) = shorter.filter(|_| !closed) {
            mentions.push(mention(length, senses, Nested::AtStart));
        }
    }
    mentions.retain(|mention| mention.senses().next().is_some());
    mentions
}

/// The words of a phrase that begins at `first`; a phrase never runs over a comma or the end of a sentence.
fn phrase_from(words: &[Word], first: usize) -> impl Iterator<Item = Option<WordId>> + '_ {
    words[first..]
        .iter()
        .enumerate()
        .take_while(|(at, word)| *at == 0 || word.token.gap <= Gap::Space)
        .map(|(_, word)| word.id)
}

/// "Go", "R" and "Spring" count only where another form of their field stands in the text, and not inside a longer phrase
/// ("Series C").
fn drop_doubtful(mentions: &mut Vec<Mention>) {
    let mut sure = Fields::default();
    let said = mentions.iter().flat_map(|mention| mention.senses);
    said.filter(|sense| !sense.doubtful && !sense.concept().is_action()).for_each(|sense| sure.add(sense.field));
    for mention in mentions.iter_mut() {
        mention.sure = if mention.nested == Nested::No { sure } else { Fields::default() };
    }
    mentions.retain(|mention| mention.senses().next().is_some());
}

fn place(words: &[Word], mentions: &mut [Mention]) {
    let (mut clause, mut sentence) = (0, 0);
    let mut places = Vec::with_capacity(words.len());
    for (at, word) in words.iter().enumerate() {
        if at > 0 && word.token.gap >= Gap::Clause {
            clause += 1;
            sentence += u16::from(word.token.gap == Gap::Sentence);
        }
        places.push((clause, sentence));
    }
    for mention in mentions {
        (mention.clause, mention.sentence) = places[mention.words.0];
    }
}

impl Reading {
    fn new(words: Vec<Word>, mentions: Vec<Mention>) -> Self {
        let has_action = mentions.iter().any(Mention::is_action);
        let verbs = mentions.iter().filter(|mention| mention.is_verb()).map(|mention| mention.words).collect();
        Self { words, mentions, verbs, has_action, denied: Vec::new() }
    }

    /// How closely an action and a subject (by their places in `mentions`) stand together, 0 to 1.
    pub(crate) fn link(&self, action: usize, subject: usize) -> f32 {
        let (a, s) = (&self.mentions[action], &self.mentions[subject]);
        if action == subject || within(a, s) || within(s, a) {
            return 1.0;
        }
        if a.sentence != s.sentence {
            return ACROSS_SENTENCES;
        }
        let mut link = if a.clause == s.clause { 1.0 } else { ACROSS_CLAUSES };
        let between = if a.words.0 < s.words.0 {
            (a.words.1, s.words.0)
        } else {
            let follows_at_once = a.words.0 <= s.words.1 + 1;
            link *= if follows_at_once { 1.0 } else { SUBJECT_FIRST };
            (s.words.1, a.words.0)
        };
        if self.verb_between(between) {
            link *= ACROSS_VERB;
        }
        let distance = between.1.saturating_sub(between.0) as f32;
        link * (1.0 - PER_WORD * distance).max(FARTHEST)
    }

    /// Whether another verb governs the words between; verbs in a row ("designed, built and tuned") share their object.
    fn verb_between(&self, (from, to): (usize, usize)) -> bool {
        let mut edge = from;
        let first = self.verbs.partition_point(|verb| verb.0 < from);
        for verb in self.verbs[first..].iter().take_while(|verb| verb.0 <= to).filter(|verb| verb.1 <= to) {
            if verb.0 < edge {
                // It stands inside the verb before ("load-tested").
                continue;
            }
            let joined = verb.0 - edge <= 1
                && self.words[edge..verb.0].iter().all(|word| matches!(word.token.text.as_str(), "and" | "or"));
            if !joined {
                return true;
            }
            edge = verb.1;
        }
        false
    }

    /// The words in which the lexicon knows no subject; where it knows none in the whole text, those of actions too, as they
    /// then tell what it is about ("Rearing queens"). For role texts, not for lines.
    pub(crate) fn unknown_words(&self) -> impl Iterator<Item = &str> {
        let is_subject = |mention: &Mention| mention.concepts().any(|concept| !concept.is_action());
        let has_subject = self.mentions.iter().any(is_subject);
        let is_known = move |at: usize| {
            let mut around = self.mentions.iter().filter(|mention| mention.words.0 <= at && at < mention.words.1);
            around.any(|mention| has_subject || is_subject(mention))
        };
        self.words.iter().enumerate().filter(move |(at, _)| !is_known(*at)).map(|(_, word)| word.token.text.as_str())
    }

    /// What makes the text at most partial evidence.
    pub(crate) fn limit(&self) -> Option<Limit> {
        let list = self.is_list().then_some(Limit::BareList);
        list.or_else(|| self.is_claim().then_some(Limit::Claim))
    }

    /// Whether the text is a bare list of terms: no action, and hardly a word that is not a term.
    fn is_list(&self) -> bool {
        let commas =
            self.words.iter().filter(|word| word.token.gap >= Gap::Comma || word.token.gap == Gap::Joined).count();
        let said: usize = self.mentions.iter().filter(|m| m.nested == Nested::No).map(|m| m.words.1 - m.words.0).sum();
        // "Discharged 12 patients …" tells work, whether the lexicon has the verb or not.
        let tells = self.words.first().is_some_and(|word| word.token.text.len() > 4 && word.token.text.ends_with("ed"));
        !tells
            && !self.mentions.iter().any(|mention| mention.is_verb() || mention.senses().any(|sense| sense.verb))
            && commas >= 2
            && (said * 2 >= self.words.len() || commas * 2 >= self.words.len())
    }
}

/// Words that may stand before a claim: "Very familiar with …", "Strong hands-on experience in …".
const BEFORE_CLAIM: usize = 2;

impl Reading {
    /// Whether the text says what somebody knows, and of no work that was done: "Familiar with Kafka", "Experienced in
    /// building APIs".
    fn is_claim(&self) -> bool {
        let is_claim = |mention: &&Mention| mention.concepts().any(|concept| concept.id() == "claimed");
        let mut first = self.mentions.iter().take_while(|mention| mention.words.0 <= BEFORE_CLAIM);
        let Some(claim) = first.find(is_claim) else { return false };
        // Work that was done stands in the past: "Experienced in building APIs" tells of none, "…; built two" does.
        let is_work = |mention: &Mention| {
            let past = mention.senses().any(|sense| sense.verb && sense.concept().is_action())
                && !self.words[mention.words.0].token.text.ends_with("ing");
            past && !within(mention, claim)
        };
        !self.mentions.iter().any(is_work)
    }
}

/// The stems of `words` that the role knows, each once.
pub(crate) fn distinct_stems(words: &[Word]) -> Vec<u16> {
    let mut stems: Vec<u16> = words.iter().filter_map(|word| word.stem).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

pub(crate) fn within(inner: &Mention, outer: &Mention) -> bool {
    outer.words.0 <= inner.words.0 && inner.words.1 <= outer.words.1
}

/// Words that turn what follows into a purpose ("… to ensure", "aiming to improve").
const PURPOSE_WORDS: [&str; 6] = ["to", "aiming", "ensuring", "leading", "enabling", "so"];

impl Reading {
    /// Whether the word at `at` stands behind a word of purpose in its sentence. For role texts, not for lines.
    pub(crate) fn is_purpose(&self, at: usize) -> bool {
        // The first word of a sentence is no purpose ("Leading project teams").
        let start = (0..=at).rev().find(|at| self.words[*at].token.gap == Gap::Sentence).unwrap_or_default();
        let words = self.words.get(start + 1..at).unwrap_or_default();
        words.iter().any(|word| PURPOSE_WORDS.contains(&word.token.text.as_str()))
    }
}

/// Words behind which a noun phrase has ended.
const AFTER_HEAD: [&str; 11] = ["of", "with", "to", "in", "on", "for", "from", "by", "and", "or", "at"];

impl Reading {
    /// Whether a mention ends its noun phrase; a verb in its base form does not count. For role texts, not for lines.
    pub(crate) fn is_head(&self, mention: &Mention) -> bool {
        let ends = self
            .words
            .get(mention.words.1)
            .is_none_or(|next| next.token.gap >= Gap::Comma || AFTER_HEAD.contains(&next.token.text.as_str()));
        ends && mention.senses.iter().any(|sense| sense.concept().is_action() && !sense.finite)
    }

    /// The parts of a name between "&", "and" and commas, as ranges of words.
    pub(crate) fn parts(&self) -> Vec<Range<usize>> {
        let mut parts = Vec::new();
        let mut from = 0;
        for (at, word) in self.words.iter().enumerate() {
            let and = matches!(word.token.text.as_str(), "and" | "or");
            if at > from && (and || word.token.gap == Gap::Comma) {
                parts.push(from..at);
                from = at;
            }
        }
        parts.push(from..self.words.len());
        parts
    }
}
