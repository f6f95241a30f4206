//! The words of a role's texts that the lexicon does not know, taken for subjects as they stand, so that a trade of which it
//! never heard ("hives", "varroa") is read by its own words.

use super::asks::SOURCES;
use super::own_words::OwnWords;
use super::reading::Reading;

/// A word of a name that is at least so far the criterion's own is its subject.
const NAMES_SUBJECT: f32 = 0.5;

/// For each stem, where it stands: the criterion, the source (a place in [`SOURCES`]) and how far it is the criterion's own.
#[derive(Default)]
pub(crate) struct UnknownWords {
    by_stem: Vec<Vec<(usize, usize, f32)>>,
}

impl UnknownWords {
    /// Reads `texts`: of each criterion, the stems of each source that the lexicon does not know.
    pub(crate) fn new(texts: &[[Vec<u16>; SOURCES.len()]], own_words: &OwnWords, stems: usize) -> Self {
        let mut by_stem = vec![Vec::new(); stems];
        for (criterion, sources) in texts.iter().enumerate() {
            for (source, words) in sources.iter().enumerate() {
                for stem in words {
                    by_stem[usize::from(*stem)].push((criterion, source, own_words.share(*stem, criterion)));
                }
            }
        }
        Self { by_stem }
    }

    /// For each criterion and source, how far the best of the words told (see [`OwnWords::told`]) is its own, 0 to 1.
    pub(crate) fn shown(&self, told: &[(u16, u16, f32)], criteria: usize) -> Vec<[f32; SOURCES.len()]> {
        let mut shown = vec![[0.0; SOURCES.len()]; criteria];
        for (of, stem, share) in told {
            let uses = self.by_stem.get(usize::from(*stem)).into_iter().flatten();
            for (criterion, source, _) in uses.filter(|(criterion, ..)| *criterion == usize::from(*of)) {
                shown[*criterion][*source] = share.max(shown[*criterion][*source]);
            }
        }
        shown
    }

    /// The words of the line that are the subject of a criterion's name, each with the criterion.
    pub(crate) fn met<'a>(&'a self, reading: &'a Reading) -> impl Iterator<Item = (usize, usize)> + 'a {
        reading.words.iter().enumerate().flat_map(|(at, word)| {
            let uses = word.stem.and_then(|stem| self.by_stem.get(usize::from(stem))).into_iter().flatten();
            let named = uses.filter(|(_, source, share)| *source == 0 && *share >= NAMES_SUBJECT);
            named.map(move |(criterion, ..)| (at, *criterion))
        })
    }
}
