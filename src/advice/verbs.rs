//! The one list of verbs that all rules, and the import of postings, share: the actions of the lexicon, in all their forms, and behind them the
//! regular pasts of verbs that it lacks.

use crate::lexicon::{self, WordId};
use crate::text::{Gap, Token, TokenKind, one_spelling};

use super::lists::lists;

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// "built"
    Past,
    /// "cut", which may be either
    PastOrPresent,
    /// "build"
    Base,
    /// "builds"
    Third,
    /// "building"
    Ing,
}

/// A verb at a place of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    /// How many words it takes ("rolled out": 2).
    pub(crate) words: usize,
    pub(crate) form: Form,
}

/// The verb that begins at the first of `words`; none where the word is no verb there.
pub(crate) fn verb(words: &[Token]) -> Option<Verb> {
    let first = words.first().filter(|word| word.kind == TokenKind::Word)?;
    if is_noun_here(words) {
        return None;
    }
    let (count, form) = known(words).or_else(|| unknown(first, words.get(1)).map(|form| (1, form)))?;
    if count == 1 && lists().no_verbs.contains(&first.text) {
        return None;
    }
    if is_thing(words, count, form) {
        return None;
    }
    let is_title = matches!(form, Form::Base | Form::Ing) && words.get(count..).is_some_and(begins_with_job);
    (!is_title).then_some(Verb { words: count, form })
}

/// Whether what begins like a verb is who does it or what it is done to, by what stands behind it.
fn is_thing(words: &[Token], count: usize, form: Form) -> bool {
    let behind = |far: usize| words.get(far).map_or("", |word| word.text.as_str());
    let next = words.get(count);
    let spaced = next.is_some_and(|next| next.gap == Gap::Space);
    // "Orders are packed"
    let is_subject = spaced && is_auxiliary(behind(count));
    // "Research methods included"
    let has_verb = count == 1 && matches!(behind(2), "included" | "includes" | "ranged" | "consisted");
    // "Link-layer talks", but not "Stress-test tills"
    let is_joined = count == 1
        && next.is_some_and(|next| next.gap == Gap::Joined && next.kind == TokenKind::Word)
        && verb(&words[1..]).is_none();
    match form {
        Form::Base => is_subject || has_verb || is_joined,
        Form::Third => is_subject || is_joined,
        Form::PastOrPresent => is_subject,
        Form::Past | Form::Ing => false,
    }
}

/// Whether a word can be a participle ("delivered", "written").
pub(super) fn is_participle(word: &Token) -> bool {
    lists().more_participles.contains(&word.text)
        || matches!(verb(std::slice::from_ref(word)), Some(Verb { form: Form::Past | Form::PastOrPresent, .. }))
}

/// "Design of a site", "Test driven development", "Inventory control": a noun, though it could be a verb elsewhere.
fn is_noun_here(words: &[Token]) -> bool {
    let Some(first) = words.first() else { return false };
    let is_field = lists().fields_of_work.contains(&first.text);
    let Some(next) = words.get(1).filter(|next| next.gap <= Gap::Space) else { return is_field || is_title(words) };
    let has_heads = lists().also_nouns.contains(&first.text) || lists().nouns_before_heads.contains(&first.text);
    let heads = has_heads && lists().noun_heads.contains(&next.text);
    let is_place = matches!(next.text.as_str(), "for" | "at" | "on" | "in");
    next.text == "of" && !first.text.ends_with("ed")
        || matches!(next.text.as_str(), "driven" | "based")
        || heads
        || is_field && (is_place || matches!(next.text.as_str(), "and" | "with"))
        || is_place && is_title(words)
        || next.text == "and" && is_title(words) && words.get(2).is_some_and(|word| lists().jobs.contains(&word.text))
        || lists().nouns_like_verbs.begin(words)
}

/// "Lead developer for the till", "Engineering manager": a title; not "Process contractor invoices".
fn begins_with_job(words: &[Token]) -> bool {
    let is_job = words.first().is_some_and(|word| word.gap <= Gap::Space && lists().jobs.contains(&word.text));
    let ends = |next: &Token| {
        next.gap > Gap::Space || lists().function_words.contains(&next.text) || next.text == "responsible"
    };
    is_job && words.get(1).is_none_or(ends)
}

/// "Judge for the fair", but not "Lead in-depth talks".
fn is_title(words: &[Token]) -> bool {
    let joined = words.get(2).is_some_and(|word| word.gap == Gap::Joined);
    lists().verbs_that_are_titles.contains(&words[0].text) && !joined
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "was" | "were" | "is" | "are" | "has" | "have" | "had" | "includes" | "included" | "involves" | "involved"
    )
}

/// Whether the first word is no noun for certain: many bases are nouns as well ("Network on demand", "Tests and talks").
pub(crate) fn is_surely_verb(words: &[Token]) -> bool {
    let Some(first) = words.first() else { return true };
    let is_noun = |word: &str| lists().also_nouns.contains(word) || lists().bases_before_plurals.contains(word);
    let is_plural_noun = first.text.strip_suffix('s').is_some_and(|one| {
        is_noun(one) || lists().nouns_before_heads.contains(one) || lists().nouns_before_heads.contains(&first.text)
    });
    if !is_noun(&first.text) && !is_plural_noun {
        return true;
    }
    let next = words.get(1).filter(|next| next.gap == Gap::Space);
    next.is_some_and(|next| {
        let is_new_or_counted = next.text == "new" || next.kind == TokenKind::Number;
        is_determiner(next) || is_new_or_counted || is_plural(&next.text) && next.text != first.text
    })
}

/// The verb by the lexicon of actions, the longest phrase first.
fn known(words: &[Token]) -> Option<(usize, Form)> {
    let ids = words.iter().take(8).map(|word| word_id(&word.text));
    let mut found = None;
    for (length, senses) in lexicon::phrases(ids) {
        let actions = senses.iter().filter(|sense| sense.concept().is_action());
        let (mut inflected, mut finite) = (false, false);
        for sense in actions {
            inflected |= sense.verb;
            finite |= sense.finite;
        }
        // A form that is a noun of the same action as well ("use", "support") is known by its other forms.
        let is_action = senses.iter().any(|sense| sense.concept().is_action());
        if inflected || finite || is_action && is_base(&words[length - 1].text) {
            found = Some((length, form_of(&words[0].text, inflected)));
        }
    }
    found
}

fn word_id(text: &str) -> Option<WordId> {
    lexicon::word(one_spelling(text).as_deref().unwrap_or(text))
}

fn form_of(text: &str, inflected: bool) -> Form {
    if lists().same_past.contains(text) {
        Form::PastOrPresent
    } else if inflected {
        if text.ends_with("ing") && text.len() > 5 { Form::Ing } else { Form::Past }
    } else if is_third(text) {
        Form::Third
    } else {
        Form::Base
    }
}

/// "builds", "passes", "carries": with another ending it is a verb as well; "process" is not.
fn is_third(text: &str) -> bool {
    let bare = [("ies", "y"), ("es", ""), ("s", "")];
    bare.iter().any(|(ending, instead)| {
        text.strip_suffix(ending).is_some_and(|rest| word_id(&format!("{rest}{instead}")).is_some_and(is_finite))
    })
}

/// Whether a word has the past or the "-ing" of a verb beside it ("use": "used").
fn is_base(text: &str) -> bool {
    let stem = text.strip_suffix('e').unwrap_or(text);
    let forms = [format!("{stem}ed"), format!("{stem}ing")];
    forms.iter().filter_map(|form| word_id(form)).any(|word| {
        lexicon::phrases(std::iter::once(Some(word)))
            .any(|(_, senses)| senses.iter().any(|sense| sense.concept().is_action() && sense.verb))
    })
}

fn is_finite(word: WordId) -> bool {
    lexicon::phrases(std::iter::once(Some(word)))
        .any(|(_, senses)| senses.iter().any(|sense| sense.concept().is_action() && sense.finite))
}

/// A verb that the lexicon lacks, by its ending or by what follows.
fn unknown(first: &Token, next: Option<&Token>) -> Option<Form> {
    let text = first.text.as_str();
    if let Some(form) = of_its_own(text) {
        return Some(form);
    }
    // "Bag groceries"
    let plural = |next: &Token| next.gap == Gap::Space && is_plural(&next.text);
    if lists().bases_before_plurals.contains(text) && next.is_some_and(plural) {
        return Some(Form::Base);
    }
    let particle = |next: &Token| matches!(next.text.as_str(), "up" | "out");
    let followed = next.is_some_and(|next| next.gap == Gap::Space && (is_determiner(next) || particle(next)));
    if !followed || lists().function_words.contains(text) {
        return None;
    }
    Some(if text.ends_with('s') && !text.ends_with("ss") { Form::Third } else { Form::Base })
}

fn is_plural(word: &str) -> bool {
    word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
}

/// The form of a verb that the lexicon lacks, by its own letters.
fn of_its_own(text: &str) -> Option<Form> {
    if lists().same_past.contains(text) {
        return Some(Form::PastOrPresent);
    }
    if lists().more_pasts.contains(text) || text.len() > 4 && text.ends_with("ed") {
        return Some(Form::Past);
    }
    if text.len() > 5 && text.ends_with("ing") {
        return Some(Form::Ing);
    }
    of_more_bases(text)
}

/// Whether a thing begins with a word.
pub(super) fn is_determiner(word: &Token) -> bool {
    matches!(word.text.as_str(), "the" | "a" | "an" | "all" | "its" | "their" | "our" | "my" | "each" | "every" | "any")
}

/// Whether the verb that begins at the first of `words` is known, and not taken for one for what stands behind it.
pub(super) fn is_listed(words: &[Token]) -> bool {
    known(words).is_some() || words.first().is_some_and(|word| of_its_own(&word.text).is_some())
}

fn of_more_bases(text: &str) -> Option<Form> {
    let bases = &lists().more_bases;
    if bases.contains(text) {
        return Some(Form::Base);
    }
    let third = [("s", ""), ("es", ""), ("ies", "y")];
    // "Accounts", "Contracts" are rather nouns.
    let is_verb_only = |base: String| bases.contains(&base) && !lists().also_nouns.contains(&base);
    let is_base = |(ending, instead): (&str, &str)| {
        text.strip_suffix(ending).is_some_and(|rest| is_verb_only(format!("{rest}{instead}")))
    };
    third.into_iter().any(is_base).then_some(Form::Third)
}
