//! Turns the lexicon's YAML files into tables that need no reading when the program starts. Runs in `build.rs`.

mod compounds;
mod inflect;
mod source;
mod tables;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub(crate) use self::tables::Tables;

use self::source::{Entry, OrdinaryPhrases, Relations};
use crate::spelling::one_spelling;
use crate::tokens::tokens;

/// A relation weaker than this is dropped when relations are followed.
const FAINTEST: f32 = 0.2;

/// One concept with the degrees to which it shows others.
#[allow(clippy::struct_excessive_bools, reason = "what the entry says of itself, key by key")]
pub(crate) struct Concept {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) action: bool,
    pub(crate) weak: bool,
    pub(crate) decisive: bool,
    pub(crate) general: bool,
    pub(crate) people: bool,
    /// Other concepts and degrees, itself left out, the strongest first.
    pub(crate) shows: Vec<(usize, f32)>,
}

/// One sense of a surface form.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sense {
    pub(crate) concept: usize,
    pub(crate) doubtful: bool,
    /// Inflected (or irregular), so that it can be nothing but a verb.
    pub(crate) verb: bool,
    /// The base form or the third person, which may as well be a noun ("rate", "designs").
    pub(crate) finite: bool,
    pub(crate) field: usize,
    /// How far down the form stands in its entry's list; people mean the first more often.
    pub(crate) rank: usize,
}

/// From the normal form of a phrase, token by token, to its senses.
pub(crate) type Forms = BTreeMap<Vec<String>, BTreeSet<Sense>>;

/// The whole lexicon, ready to be written as tables.
pub(crate) struct Lexicon {
    pub(crate) concepts: Vec<Concept>,
    /// From the normal form of a phrase, token by token, to its senses; an ordinary phrase has none.
    pub(crate) forms: Forms,
    /// Surface forms as people wrote them in the files.
    pub(crate) written: usize,
}

/// Reads all files of `folder` and gives the tables, or what is wrong and where.
pub(crate) fn prepare(folder: &Path) -> Result<Tables, String> {
    let mut actions = Vec::new();
    let mut subjects = Vec::new();
    let mut ordinary = Vec::new();
    let mut beside = Relations::new();
    for (field, path) in yaml_files(folder)?.iter().enumerate() {
        let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let fault = |error: serde_yaml::Error| format!("{}: {error}", path.display());
        match name.as_ref() {
            "ordinary" => ordinary = serde_yaml::from_str::<OrdinaryPhrases>(&text).map_err(fault)?.phrases,
            "relations" => beside = serde_yaml::from_str(&text).map_err(fault)?,
            "actions" => actions
                .extend(serde_yaml::from_str::<Vec<Entry>>(&text).map_err(fault)?.into_iter().map(|e| (field, e))),
            _ => subjects
                .extend(serde_yaml::from_str::<Vec<Entry>>(&text).map_err(fault)?.into_iter().map(|e| (field, e))),
        }
    }
    for (id, to) in beside {
        let (_, entry) = subjects
            .iter_mut()
            .find(|(_, entry)| entry.id == id)
            .ok_or_else(|| format!("lexicon: relations name an unknown id `{id}`"))?;
        entry.beside = to;
    }
    Ok(tables::write(&lexicon(&actions, &subjects, &ordinary)?))
}

fn yaml_files(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut files: Vec<_> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "yaml"))
        .collect();
    files.sort();
    Ok(files)
}

fn lexicon(actions: &[(usize, Entry)], subjects: &[(usize, Entry)], ordinary: &[String]) -> Result<Lexicon, String> {
    let all: Vec<(usize, &Entry, bool)> = actions
        .iter()
        .map(|(field, entry)| (*field, entry, true))
        .chain(subjects.iter().map(|(field, entry)| (*field, entry, false)))
        .collect();
    let ids = index(&all)?;
    let mut concepts = Vec::with_capacity(all.len());
    for (_, entry, action) in &all {
        concepts.push(Concept {
            id: entry.id.clone(),
            name: entry.name.clone().unwrap_or_else(|| entry.id.replace('-', " ")),
            action: *action,
            weak: entry.weak,
            decisive: entry.decisive,
            general: entry.general,
            people: entry.people,
            shows: shown(entry, *action, &all, &ids)?,
        });
    }
    let mut forms = Forms::new();
    let mut written = 0;
    for (concept, (field, entry, _)) in all.iter().enumerate() {
        for form in surface_forms(entry, &mut written) {
            let key = normal_form(&form.phrase);
            if key.is_empty() {
                return Err(format!("lexicon: `{}` has a form without a word: {:?}", entry.id, form.phrase));
            }
            add(forms.entry(key).or_default(), form.sense(concept, *field));
        }
    }
    compounds::add(
        &mut forms,
        all.iter().flat_map(|(_, entry, _)| entry.nouns.iter().chain(&entry.terms).chain(&entry.doubtful)),
    );
    for phrase in ordinary {
        forms.entry(normal_form(phrase)).or_default();
    }
    Ok(Lexicon { concepts, forms, written })
}

fn index<'a>(all: &[(usize, &'a Entry, bool)]) -> Result<BTreeMap<(bool, &'a str), usize>, String> {
    let mut ids = BTreeMap::new();
    for (at, (_, entry, action)) in all.iter().enumerate() {
        if ids.insert((*action, entry.id.as_str()), at).is_some() {
            return Err(format!("lexicon: two entries have the id `{}`", entry.id));
        }
    }
    Ok(ids)
}

/// All concepts that `entry` shows: for a subject along `within` to any depth, for an action its kin alone.
fn shown(
    entry: &Entry,
    action: bool,
    all: &[(usize, &Entry, bool)],
    ids: &BTreeMap<(bool, &str), usize>,
) -> Result<Vec<(usize, f32)>, String> {
    let mut degrees: BTreeMap<usize, f32> = BTreeMap::new();
    let mut open = vec![(entry, 1.0_f32)];
    while let Some((at, degree)) = open.pop() {
        // Sideways relations are taken from the entry itself alone: two of them in a row lead too far.
        let sideways = if at.id == entry.id { Some(&at.beside) } else { None };
        let relations = if action { &at.kin } else { &at.within };
        for (id, step) in relations.iter().chain(sideways.into_iter().flatten()) {
            let target = *ids
                .get(&(action, id.as_str()))
                .ok_or_else(|| format!("lexicon: `{}` names an unknown id `{id}`", at.id))?;
            let reached = degree * step;
            if reached < FAINTEST
                || all[target].1.id == entry.id
                || degrees.get(&target).is_some_and(|known| *known >= reached)
            {
                continue;
            }
            degrees.insert(target, reached);
            if !action {
                open.push((all[target].1, reached));
            }
        }
    }
    let mut shows: Vec<(usize, f32)> = degrees.into_iter().collect();
    shows.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Ok(shows)
}

/// A surface form on its way into the tables.
struct Form {
    phrase: String,
    doubtful: bool,
    verb: bool,
    finite: bool,
    rank: usize,
}

impl Form {
    fn sense(&self, concept: usize, field: usize) -> Sense {
        Sense { concept, doubtful: self.doubtful, verb: self.verb, finite: self.finite, field, rank: self.rank }
    }
}

/// Where a form comes up twice for one concept, the reading that asks least of its place wins.
fn add(senses: &mut BTreeSet<Sense>, new: Sense) {
    let same = senses.iter().find(|sense| sense.concept == new.concept).copied();
    let Some(known) = same else {
        senses.insert(new);
        return;
    };
    senses.remove(&known);
    senses.insert(Sense {
        doubtful: known.doubtful && new.doubtful,
        verb: known.verb || new.verb,
        finite: known.finite && new.finite,
        rank: known.rank.min(new.rank),
        ..known
    });
}

fn surface_forms(entry: &Entry, written: &mut usize) -> Vec<Form> {
    *written += entry.verbs.len() + entry.nouns.len() + entry.terms.len() + entry.doubtful.len();
    let mut forms = Vec::new();
    for (rank, verb) in entry.verbs.iter().enumerate() {
        let (finite, inflected) = inflect::verb_forms(verb);
        forms.extend(finite.into_iter().map(|phrase| Form {
            phrase,
            doubtful: false,
            verb: false,
            finite: true,
            rank,
        }));
        forms.extend(inflected.into_iter().map(|phrase| Form {
            phrase,
            doubtful: false,
            verb: true,
            finite: false,
            rank,
        }));
    }
    let plain =
        |phrase: String, doubtful: bool, rank: usize| Form { phrase, doubtful, verb: false, finite: false, rank };
    for (rank, noun) in entry.nouns.iter().enumerate() {
        forms.extend(inflect::noun_forms(noun).into_iter().map(|phrase| plain(phrase, false, rank)));
    }
    forms.extend(entry.terms.iter().enumerate().map(|(rank, term)| plain(term.clone(), false, rank)));
    forms.extend(entry.doubtful.iter().enumerate().map(|(rank, term)| plain(term.clone(), true, rank)));
    forms
}

fn normal_form(phrase: &str) -> Vec<String> {
    tokens(phrase).into_iter().map(|token| one_spelling(&token.text).unwrap_or(token.text)).collect()
}
