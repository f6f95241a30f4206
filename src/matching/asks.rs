//! What a criterion asks for: actions on subjects, read out of its name and description.

use std::collections::{BTreeMap, BTreeSet};

use crate::lexicon::{self, ConceptId};

use super::joined::Half;
use super::reading::{Mention, Nested, Reading};
use crate::role::CriterionKind;

/// Weight of a general subject beside a finer one ("applications" in "server side applications").
const GENERAL_BESIDE_FINER: f32 = 0.4;
/// Weight of a general subject that stands alone.
const GENERAL_ALONE: f32 = 0.85;
/// Weight of a subject that ends a longer phrase ("patients" in "assessing patients").
const END_OF_PHRASE: f32 = 0.6;
/// Weight of a subject that stands elsewhere in one.
const PART_OF_PHRASE: f32 = 0.2;
/// Weight of a subject of a name that is not what its word means first.
const OTHER_MEANING: f32 = 0.5;
/// Weight of a general subject that only the description names.
const GENERAL_DESCRIBED: f32 = 0.7;
/// Weight of what a description names for a purpose ("… to improve overall system performance").
const PURPOSE: f32 = 0.5;
/// Weight of an action that the name gives, for the subjects of the description.
const NAME_ACTION: f32 = 0.8;
/// Weight of an action that only the description gives.
const DESCRIPTION_ACTION: f32 = 0.8;
/// Weight of the description's subjects where the name gives only an action.
const INHERITED: f32 = 0.7;
/// Weight of a subject that an "of" puts behind another ("the payments API" in "the reliability of the payments API").
const BEHIND: f32 = 0.6;
/// At most so many words stand between the two.
const FARTHEST_BEHIND: usize = 4;
/// Any action at all, where a text names none: full weight for work done, little for having been there.
const ANY_ACTION: f32 = 1.0;
const ANY_WEAK_ACTION: f32 = 0.6;
/// Any subject at all, where a text names none.
const ANY_SUBJECT: f32 = 0.35;
/// What a subject is worth alone where its action is the point ("front-end developers" without working with them).
const DECISIVE_ALONE: f32 = 0.85;
/// What such an action is worth for a subject that is broad ("collaborated on …" for "Stakeholder collaboration").
const DECISIVE_ACTION: f32 = 0.5;
/// A line with no verb ("ETL pipeline for …") shows a thing made.
const IMPLIED_ACTION: f32 = 0.6;

/// Where a criterion's asks come from, in the order in which they stand.
pub(crate) const SOURCES: [&str; 2] = ["name", "description"];

/// Actions and subjects asked for, with weights 0 to 1. No actions: any; no subjects: any.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ask {
    pub(crate) actions: BTreeMap<ConceptId, f32>,
    pub(crate) subjects: BTreeMap<ConceptId, f32>,
}

/// What the readings of a criterion's texts give, each ask with its source (a place in [`SOURCES`]).
pub(crate) fn asks(kind: CriterionKind, name: &Reading, halves: &[Half], description: &Reading) -> Vec<(usize, Ask)> {
    let mut by_description = wanted(description, true, |_| true);
    by_description
        .subjects
        .iter_mut()
        .filter(|(concept, _)| concept.is_general())
        .for_each(|(_, weight)| *weight *= GENERAL_DESCRIBED);
    let mut by_name = name_asks(kind, name);
    for half in halves {
        // Phrases of each half's own words have been read.
        let mut ask =
            wanted(&half.reading, false, |mention| mention.words.0 < half.seam && half.seam < mention.words.1);
        ask.actions.clear();
        // What is general says less than the words that the half already has.
        ask.subjects.retain(|concept, _| !concept.is_general());
        let own = if half.first { by_name.first_mut() } else { by_name.last_mut() };
        match own {
            Some(own) => merge(own, &ask),
            None if ask.subjects.is_empty() => {}
            None => by_name.push(ask),
        }
    }
    for ask in &mut by_name {
        if ask.subjects.is_empty() {
            // "Troubleshooting & Debugging": the description says on what.
            ask.subjects =
                by_description.subjects.iter().map(|(concept, weight)| (*concept, weight * INHERITED)).collect();
        }
    }
    by_description.actions.values_mut().for_each(|weight| *weight *= DESCRIPTION_ACTION);
    let any_action = by_name.iter().any(|ask| ask.actions.is_empty());
    for (action, weight) in by_name.iter().flat_map(|ask| &ask.actions) {
        raise(&mut by_description.actions, *action, weight * NAME_ACTION);
    }
    if any_action {
        // What is named by its subject alone takes any work done on it.
        by_description.actions.clear();
    }
    let mut asks: Vec<(usize, Ask)> = by_name.into_iter().map(|ask| (0, ask)).collect();
    asks.push((1, by_description));
    asks
}

/// A name asks once for each of its parts ("Collaboration & code review"), but actions that share an object stay
/// together ("Developing & Maintaining Applications"), and so do objects that share an action ("Integrating Databases &
/// Data Storage").
fn name_asks(kind: CriterionKind, name: &Reading) -> Vec<Ask> {
    let mut asks: Vec<Ask> = Vec::new();
    let mut single_before = false;
    for part in name.parts() {
        let single = part.len() == 1;
        // A KPI's name is a noun: an action counts where it is the head ("code review participation"), not where it only
        // describes another word ("delivery speed", "test coverage").
        let counts =
            |mention: &Mention| kind == CriterionKind::Activity || !mention.is_action() || name.is_head(mention);
        let ask = wanted(name, false, |mention| part.contains(&mention.words.0) && counts(mention));
        let single_before = std::mem::replace(&mut single_before, single);
        let Some(last) = asks.last_mut() else {
            asks.push(ask);
            continue;
        };
        // "Dashboard & self-service adoption" is about adoption alone.
        let shares_head = single_before
            && kind == CriterionKind::Kpi
            && last.actions.is_empty()
            && !last.subjects.is_empty()
            && !ask.actions.is_empty();
        let shares_object = last.subjects.is_empty() && !ask.actions.is_empty();
        let shares_action = ask.actions.is_empty() && !last.actions.is_empty() && !last.subjects.is_empty();
        if shares_head || shares_object || shares_action || ask.is_empty() || last.is_empty() {
            merge(last, &ask);
        } else {
            asks.push(ask);
        }
    }
    // A name in which the lexicon knows no word asks for nothing here; its words speak for themselves.
    asks.retain(|ask| !ask.is_empty());
    asks
}

/// The actions and subjects of the phrases whose words `of` takes; of a word with several meanings, the first.
fn wanted(reading: &Reading, described: bool, of: impl Fn(&Mention) -> bool) -> Ask {
    let mut ask = Ask::default();
    for (at, mention) in reading.mentions.iter().enumerate().filter(|(_, mention)| of(mention)) {
        let carries_action = mention.nested != Nested::Inside;
        let purpose = if reading.is_purpose(mention.words.0) { PURPOSE } else { 1.0 };
        for sense in mention.senses() {
            let concept = sense.concept();
            if concept.is_action() && sense.first && carries_action {
                raise(&mut ask.actions, concept, purpose);
            } else if !concept.is_action() {
                let part = match mention.nested {
                    Nested::No => 1.0,
                    Nested::AtEnd => END_OF_PHRASE,
                    Nested::AtStart | Nested::Inside => PART_OF_PHRASE,
                };
                let first = if sense.first || described { 1.0 } else { OTHER_MEANING };
                let behind = if is_behind(reading, at) { BEHIND } else { 1.0 };
                raise(&mut ask.subjects, concept, first * purpose * part * behind * generality(reading, at, concept));
            }
        }
    }
    ask
}

/// Whether an "of" puts it behind a finer subject ("the payments API" in "the reliability of the payments API").
fn is_behind(reading: &Reading, at: usize) -> bool {
    let words = reading.mentions[at].words;
    let is_finer = |mention: &Mention| mention.concepts().any(|c| !c.is_action() && !c.is_general());
    reading.mentions.iter().filter(|mention| mention.words.1 < words.0 && is_finer(mention)).any(|head| {
        let between = &reading.words[head.words.1..words.0];
        between.len() <= FARTHEST_BEHIND && between.iter().any(|word| word.token.text == "of")
    })
}

fn generality(reading: &Reading, at: usize, concept: ConceptId) -> f32 {
    if !concept.is_general() {
        return 1.0;
    }
    let mention = &reading.mentions[at];
    let finer = |other: &super::reading::Mention| {
        (other.words.1 == mention.words.0 || mention.words.1 == other.words.0)
            && other.concepts().any(|c| !c.is_action() && !c.is_general())
    };
    if reading.mentions.iter().any(finer) { GENERAL_BESIDE_FINER } else { GENERAL_ALONE }
}

fn merge(into: &mut Ask, from: &Ask) {
    from.actions.iter().for_each(|(concept, weight)| raise(&mut into.actions, *concept, *weight));
    from.subjects.iter().for_each(|(concept, weight)| raise(&mut into.subjects, *concept, *weight));
}

fn raise(weights: &mut BTreeMap<ConceptId, f32>, concept: ConceptId, weight: f32) {
    let known = weights.entry(concept).or_default();
    *known = known.max(weight);
}

/// Divides the weight of subjects by the root of the number of texts that name them, so that a word of the whole role
/// ("databases") tells little of one criterion: of a description's subjects always, of a name's where it has a rarer one
/// ("Database uptime").
pub(crate) fn weigh_by_rarity(criteria: &mut [Vec<(usize, Ask)>]) {
    let named = [0, 1].map(|source| times_named(criteria, source));
    for asks in criteria {
        let own: BTreeSet<ConceptId> =
            asks.iter().filter(|(source, _)| *source == 0).flat_map(|(_, ask)| ask.subjects.keys().copied()).collect();
        for (source, ask) in asks.iter_mut() {
            let times = |concept: &ConceptId| f32::from(named[*source][concept]);
            let rarest = ask.subjects.keys().map(times).fold(f32::INFINITY, f32::min);
            for (concept, weight) in &mut ask.subjects {
                let counts = if *source == 0 { times(concept) > rarest } else { !own.contains(concept) };
                *weight /= if counts { times(concept).sqrt() } else { 1.0 };
            }
        }
    }
}

/// In the texts of how many criteria each subject stands.
fn times_named(criteria: &[Vec<(usize, Ask)>], source: usize) -> BTreeMap<ConceptId, u16> {
    let mut named = BTreeMap::new();
    for asks in criteria {
        let of_source = asks.iter().filter(|(from, _)| *from == source);
        for concept in of_source.flat_map(|(_, ask)| ask.subjects.keys()).collect::<BTreeSet<_>>() {
            *named.entry(*concept).or_default() += 1;
        }
    }
    named
}

impl Ask {
    fn is_empty(&self) -> bool {
        self.actions.is_empty() && self.subjects.is_empty()
    }
}

/// For every concept of the lexicon, how far evidence of it meets each ask: rows of `asks.len()` weights, one row a
/// concept, actions and subjects apart.
pub(crate) struct Reach {
    width: usize,
    actions: Vec<f32>,
    subjects: Vec<f32>,
    /// For each ask, how much its subject is worth without its action.
    pub(crate) alone: Vec<f32>,
    /// For each ask, what a line without any action shows.
    pub(crate) implied: Vec<f32>,
    /// For each ask, what a line shows that names no subject.
    pub(crate) unnamed: Vec<f32>,
    /// For each ask, how much its action is worth whatever its subject, because it is the point.
    pub(crate) by_action: Vec<f32>,
}

impl Reach {
    pub(crate) fn new(asks: &[&Ask]) -> Self {
        let width = asks.len();
        let size = lexicon::size().0 * width;
        let mut reach = Self {
            width,
            actions: vec![0.0; size],
            subjects: vec![0.0; size],
            alone: vec![0.0; width],
            implied: vec![0.0; width],
            unnamed: vec![0.0; width],
            by_action: vec![0.0; width],
        };
        for concept in lexicon::concepts() {
            for (column, ask) in asks.iter().enumerate() {
                reach.set(concept, column, ask);
            }
        }
        let made = lexicon::concepts().find(|concept| concept.is_action() && concept.id() == "build");
        for (column, ask) in asks.iter().enumerate() {
            reach.implied[column] = made.map_or(0.0, |build| reach.action(build)[column]) * IMPLIED_ACTION;
            let decisive = !ask.actions.is_empty() && ask.actions.keys().all(|action| action.is_decisive());
            reach.alone[column] = if decisive { DECISIVE_ALONE } else { 1.0 };
            let broad = |concept: &ConceptId| concept.is_general() || concept.is_people();
            reach.unnamed[column] = if ask.subjects.is_empty() { ANY_SUBJECT } else { 0.0 };
            let told = decisive && !ask.subjects.is_empty() && ask.subjects.keys().all(broad);
            reach.by_action[column] = if told { DECISIVE_ACTION } else { 0.0 };
        }
        reach
    }

    fn set(&mut self, concept: ConceptId, column: usize, ask: &Ask) {
        let at = usize::from(concept.0) * self.width + column;
        if concept.is_action() {
            let any = if concept.is_weak() { ANY_WEAK_ACTION } else { ANY_ACTION };
            self.actions[at] = if ask.actions.is_empty() { any } else { best_weight(concept, &ask.actions) };
        } else {
            self.subjects[at] = best_weight(concept, &ask.subjects);
        }
    }

    /// How far an action meets each ask.
    pub(crate) fn action(&self, concept: ConceptId) -> &[f32] {
        let from = usize::from(concept.0) * self.width;
        &self.actions[from..from + self.width]
    }

    /// How far a subject meets each ask.
    pub(crate) fn subject(&self, concept: ConceptId) -> &[f32] {
        let from = usize::from(concept.0) * self.width;
        &self.subjects[from..from + self.width]
    }
}

/// The best way from a concept to one asked for: itself, or one that it shows.
fn best_weight(concept: ConceptId, asked: &BTreeMap<ConceptId, f32>) -> f32 {
    let own = asked.get(&concept).copied().unwrap_or_default();
    concept.shows().filter_map(|(shown, degree)| asked.get(&shown).map(|weight| weight * degree)).fold(own, f32::max)
}
