//! Which language a resume is in, told by its small words. They are data: `languages.yaml` beside this file.

use std::collections::{BTreeMap, HashSet};
use std::sync::LazyLock;

use super::Line;

/// The language of roles and rules.
const ENGLISH: &str = "English";
/// What is shorter, in words, is not judged: a few names may be in any language.
const FEWEST_WORDS: usize = 30;
/// At least so many small words of a language, and so large a share of all words, make a text one in it. German and Spanish
/// prose has a third, lists of short phrases a seventh.
const FEWEST_SMALL_WORDS: usize = 5;
const LEAST_SHARE: f32 = 0.1;
/// So many times the English ones: names of schools and firms are foreign in English resumes too.
const TIMES_ENGLISH: usize = 2;
/// The last letter of the Latin script as European languages write it (Latin Extended-B).
const LAST_LATIN: char = '\u{24F}';
/// What is shorter, in letters, is not judged by its script.
const FEWEST_LETTERS: usize = 60;

static SMALL_WORDS: LazyLock<BTreeMap<String, HashSet<String>>> =
    // The file is built in and a test reads it: the default is never met.
    LazyLock::new(|| serde_yaml::from_str(include_str!("languages.yaml")).unwrap_or_default());

/// The language of these lines if it is clearly another than English: "German", or "another script". None for what is short
/// or mixed.
pub(super) fn foreign(lines: &[Line]) -> Option<&'static str> {
    let letters = || lines.iter().flat_map(|line| line.text.chars()).filter(|c| c.is_alphabetic());
    let (all, strange) = (letters().count(), letters().filter(|c| *c > LAST_LATIN).count());
    if all >= FEWEST_LETTERS && strange * 2 > all {
        return Some("another script");
    }
    let texts = lines.iter().map(|line| line.text.to_lowercase()).collect::<Vec<_>>();
    let words: Vec<&str> = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphabetic())).collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let small = |known: &HashSet<String>| words.iter().filter(|word| known.contains(**word)).count();
    let english = SMALL_WORDS.get(ENGLISH).map_or(0, small);
    let others = SMALL_WORDS.iter().filter(|(language, _)| *language != ENGLISH);
    let (found, language) = others.map(|(language, known)| (small(known), language.as_str())).max()?;
    #[allow(clippy::cast_precision_loss, reason = "a resume has no 2^24 words")]
    let share = found as f32 / words.len().max(1) as f32;
    let is_foreign = words.len() >= FEWEST_WORDS
        && found >= FEWEST_SMALL_WORDS
        && share >= LEAST_SHARE
        && found >= english * TIMES_ENGLISH;
    is_foreign.then_some(language)
}

#[cfg(test)]
mod tests {
    use super::super::{Format, read};
    use super::{ENGLISH, SMALL_WORDS};

    fn foreign(text: &str) -> Option<&'static str> {
        read("a.txt", text.as_bytes(), Some(Format::Text)).expect("a resume").foreign_language()
    }

    #[test]
    fn no_small_word_is_of_english_and_another_language() {
        assert!(SMALL_WORDS.len() > 8);
        for (language, words) in SMALL_WORDS.iter().filter(|(language, _)| *language != ENGLISH) {
            assert!(words.is_disjoint(&SMALL_WORDS[ENGLISH]), "{language}");
        }
    }

    #[test]
    fn languages_are_told_by_their_small_words() {
        for (language, text) in [
            (
                "German",
                "- Leitung eines Teams von fünf Entwicklern und Einführung von Code Reviews\n\
                 - Verantwortlich für die Entwicklung der neuen Schnittstellen mit den Kunden\n\
                 - Senkung der Kosten für den Betrieb um 40 Prozent durch die Umstellung auf Kubernetes\n",
            ),
            (
                "French",
                "- Gestion d'une équipe de cinq développeurs et mise en place de la revue de code\n\
                 - Réduction de 40 % du temps de réponse avec un cache pour les requêtes les plus lentes\n\
                 - Formation des nouveaux collègues dans le service et rédaction de la documentation\n",
            ),
            (
                "Spanish",
                "- Gestión de un equipo de cinco desarrolladores y creación de las normas de revisión\n\
                 - Reducción del tiempo de respuesta en un 40 % con una caché para las consultas más lentas\n\
                 - Formación de los nuevos compañeros y redacción de la documentación del servicio\n",
            ),
            (
                "another script",
                "- Руководил командой из пяти разработчиков и внедрил проверку кода\n\
                 - Сократил время ответа на сорок процентов с помощью кэша\n",
            ),
        ] {
            assert_eq!(foreign(text), Some(language));
        }
    }

    #[test]
    fn english_and_short_texts_are_left_alone() {
        let spanish_names = "- Taught maths to the children of the Escuela de la Paz in Santa Cruz de la Sierra for two years\n\
            - Led the choir of the Universidad de los Andes and raised money for the Casa de las Artes with three concerts\n";
        for text in ["- Führte das Team und die Kasse der Firma\n", "- SQL, Python, Go, Rust\n", spanish_names] {
            assert_eq!(foreign(text), None, "{text}");
        }
    }
}
