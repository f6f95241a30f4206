//! How alike two criteria of different roles are.
//!
//! Each side's words are held as lines against the other's criterion. That two criteria are about the same thing does not
//! make them alike: reaching learners and teaching them in different ways have the learners in common. What is done with the
//! thing, or how it is measured, must be the same too, unless the words of both are strong evidence for each other.

use std::collections::BTreeSet;

use crate::matching::{Judge, Matcher, Strength, is_function_word};
use crate::role::{Criterion, CriterionKind, Item, Role, same_name};
use crate::text::{stem, tokens};

use super::check::CheckError;

/// From this score on in both directions, two criteria are alike whatever else they share. Fitted by reading the pairs of
/// ten comparisons: what is alike by its subject alone has less in one direction.
const ALIKE_BOTH_WAYS: f32 = 0.9;
/// An action counts that has at least this weight where it is asked for.
const CLEAR_ACTION: f32 = 0.5;
/// So many words in common make two measures the same.
const MEASURE_WORDS: usize = 2;
/// So many words beside each other name one thing ("customer feedback").
const THING_WORDS: usize = 2;
/// The source of what a name asks for.
const NAME: &str = "name";

/// One role's criteria, ready to be held against another's.
pub(super) struct Side<'r> {
    pub(super) criteria: Vec<Criterion<'r>>,
    pub(super) matcher: Matcher,
}

/// One direction: for each text held, the place of the text and its score for each criterion.
pub(super) type Best = Vec<Vec<(usize, f32)>>;

impl<'r> Side<'r> {
    pub(super) fn new(role: &'r Role) -> Result<Self, CheckError> {
        let criteria = role.criteria();
        if criteria.is_empty() {
            return Err(CheckError::NoCriteria { title: role.spec.title.clone() });
        }
        Ok(Self { criteria, matcher: Matcher::new(role) })
    }
}

/// What a criterion says of itself, as lines.
pub(super) fn texts(item: &Item) -> Vec<&str> {
    let more = [item.description.as_deref(), item.example.as_deref()].into_iter().flatten();
    std::iter::once(item.name.as_str()).chain(more).collect()
}

/// For each criterion of `held`, the text of it with the highest score for each criterion of `against`, with that score.
pub(super) fn best(held: &Side<'_>, against: &Side<'_>) -> Best {
    let mut judge = against.matcher.judge();
    held.criteria.iter().map(|criterion| best_texts(criterion.item, against.criteria.len(), &mut judge)).collect()
}

fn best_texts(item: &Item, width: usize, judge: &mut Judge<'_>) -> Vec<(usize, f32)> {
    let mut best = vec![(0, 0.0); width];
    for (place, text) in texts(item).into_iter().enumerate() {
        for (best, found) in best.iter_mut().zip(judge.judge(text)) {
            if found.score > best.1 {
                *best = (place, found.score);
            }
        }
    }
    best
}

/// The first role's criterion most like number `place` of the second, the first of equals, with the likeness; none where
/// no likeness would be evidence. A subject alone is no likeness: see [`share_more`].
pub(super) fn partner(
    first: &Side<'_>,
    second: &Side<'_>,
    place: usize,
    (forth, back): (&Best, &Best),
) -> Option<(usize, f32)> {
    let scores = |other: usize| (forth[place][other].1, back[other][place].1);
    let likeness = |other: usize| (scores(other).0 * scores(other).1).sqrt();
    let all = (0..back.len()).map(|other| (other, likeness(other)));
    let all = all.filter(|(other, _)| {
        let (one, another) = scores(*other);
        one.min(another) >= ALIKE_BOTH_WAYS || share_more((second, place), (first, *other))
    });
    let best = all.reduce(|best, next| if next.1 > best.1 { next } else { best })?;
    Some(best).filter(|(_, likeness)| Strength::of(*likeness) != Strength::None)
}

/// Whether two criteria share more than a subject: their name, what is done with the subject, or how it is measured.
fn share_more(one: (&Side<'_>, usize), other: (&Side<'_>, usize)) -> bool {
    let [one_item, other_item] = [one, other].map(|(side, place)| side.criteria[place].item);
    same_name(&one_item.name, &other_item.name)
        || share_action(one, other)
        || share_measure(one, other)
        || share_thing(one, other)
}

/// Whether the names of two pieces of work say the same thing in the same words ("Passing On Customer Feedback", "Bringing
/// Customer Feedback to Product"): two words beside each other that are no verb, and little else.
fn share_thing((one, place): (&Side<'_>, usize), (other, at): (&Side<'_>, usize)) -> bool {
    let (one, other) = (&one.criteria[place], &other.criteria[at]);
    if one.kind != CriterionKind::Activity || other.kind != CriterionKind::Activity {
        return false;
    }
    let things = |criterion: &Criterion<'_>| {
        let words = tokens(&criterion.item.name).into_iter().skip(1).map(|token| token.text);
        words.filter(|word| !is_function_word(word)).map(|word| stem(&word)).collect::<Vec<_>>()
    };
    let (one, other) = (things(one), things(other));
    let in_both = |pair: &[String]| other.windows(THING_WORDS).any(|words| words == pair);
    one.len().min(other.len()) <= THING_WORDS && one.windows(THING_WORDS).any(in_both)
}

/// Whether the name of one gives an action that the other asks for too.
fn share_action((one, place): (&Side<'_>, usize), (other, at): (&Side<'_>, usize)) -> bool {
    let (one, other) = (Actions::of(one, place), Actions::of(other, at));
    let named_by = |one: &Actions, other: &Actions| one.by_name.iter().any(|action| other.all.contains(action));
    named_by(&one, &other) || named_by(&other, &one)
}

/// The actions that a criterion asks for.
struct Actions {
    by_name: BTreeSet<&'static str>,
    all: BTreeSet<&'static str>,
}

impl Actions {
    fn of(side: &Side<'_>, place: usize) -> Self {
        let (mut by_name, mut all) = (BTreeSet::new(), BTreeSet::new());
        for asked in side.matcher.asked(place) {
            let actions = asked.actions.iter().filter(|(_, weight)| *weight >= CLEAR_ACTION).map(|(action, _)| *action);
            if asked.source == NAME {
                by_name.extend(actions.clone());
            }
            all.extend(actions);
        }
        Self { by_name, all }
    }
}

/// Whether the ways in which they are put in numbers have words in common; the name of a KPI is one. Work and a KPI count
/// the same things in passing ("patients a day").
fn share_measure((one, place): (&Side<'_>, usize), (other, at): (&Side<'_>, usize)) -> bool {
    let (one, other) = (&one.criteria[place], &other.criteria[at]);
    one.kind == other.kind && measure_words(one).intersection(&measure_words(other)).count() >= MEASURE_WORDS
}

fn measure_words(criterion: &Criterion<'_>) -> BTreeSet<String> {
    let name = (criterion.kind == CriterionKind::Kpi).then_some(criterion.item.name.as_str());
    let texts = criterion.item.measures.iter().map(String::as_str).chain(name);
    let words = texts.flat_map(tokens).map(|token| token.text);
    words.filter(|word| !is_function_word(word)).map(|word| stem(&word)).collect()
}
