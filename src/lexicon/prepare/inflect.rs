//! All inflections of English verbs and nouns, made when the program is built.

/// Verbs whose past and participle follow no rule: (base, past, participle).
const IRREGULAR_VERBS: &[(&str, &str, &str)] = &[
    ("beat", "beat", "beaten"),
    ("become", "became", "become"),
    ("begin", "began", "begun"),
    ("break", "broke", "broken"),
    ("bring", "brought", "brought"),
    ("build", "built", "built"),
    ("buy", "bought", "bought"),
    ("cast", "cast", "cast"),
    ("catch", "caught", "caught"),
    ("choose", "chose", "chosen"),
    ("come", "came", "come"),
    ("cut", "cut", "cut"),
    ("deal", "dealt", "dealt"),
    ("do", "did", "done"),
    ("draw", "drew", "drawn"),
    ("drive", "drove", "driven"),
    ("feed", "fed", "fed"),
    ("find", "found", "found"),
    ("forge", "forged", "forged"),
    ("gain", "gained", "gained"),
    ("get", "got", "gotten"),
    ("give", "gave", "given"),
    ("go", "went", "gone"),
    ("grow", "grew", "grown"),
    ("have", "had", "had"),
    ("hit", "hit", "hit"),
    ("hold", "held", "held"),
    ("keep", "kept", "kept"),
    ("lay", "laid", "laid"),
    ("lead", "led", "led"),
    ("leave", "left", "left"),
    ("lose", "lost", "lost"),
    ("make", "made", "made"),
    ("meet", "met", "met"),
    ("oversee", "oversaw", "overseen"),
    ("put", "put", "put"),
    ("read", "read", "read"),
    ("rebuild", "rebuilt", "rebuilt"),
    ("redo", "redid", "redone"),
    ("rewrite", "rewrote", "rewritten"),
    ("rise", "rose", "risen"),
    ("run", "ran", "run"),
    ("see", "saw", "seen"),
    ("sell", "sold", "sold"),
    ("send", "sent", "sent"),
    ("set", "set", "set"),
    ("sew", "sewed", "sewn"),
    ("shed", "shed", "shed"),
    ("show", "showed", "shown"),
    ("shrink", "shrank", "shrunk"),
    ("shut", "shut", "shut"),
    ("speak", "spoke", "spoken"),
    ("spearhead", "spearheaded", "spearheaded"),
    ("speed", "sped", "sped"),
    ("spend", "spent", "spent"),
    ("spin", "spun", "spun"),
    ("split", "split", "split"),
    ("stand", "stood", "stood"),
    ("swing", "swung", "swung"),
    ("take", "took", "taken"),
    ("teach", "taught", "taught"),
    ("tell", "told", "told"),
    ("think", "thought", "thought"),
    ("troubleshoot", "troubleshot", "troubleshot"),
    ("undergo", "underwent", "undergone"),
    ("understand", "understood", "understood"),
    ("undertake", "undertook", "undertaken"),
    ("uphold", "upheld", "upheld"),
    ("upsell", "upsold", "upsold"),
    ("win", "won", "won"),
    ("withdraw", "withdrew", "withdrawn"),
    ("write", "wrote", "written"),
    ("sync", "synced", "synced"),
];

/// Nouns whose plural follows no rule.
const IRREGULAR_NOUNS: &[(&str, &str)] = &[
    ("analysis", "analyses"),
    ("basis", "bases"),
    ("child", "children"),
    ("crisis", "crises"),
    ("criterion", "criteria"),
    ("curriculum", "curricula"),
    ("diagnosis", "diagnoses"),
    ("foot", "feet"),
    ("hypothesis", "hypotheses"),
    ("index", "indices"),
    ("leaf", "leaves"),
    ("life", "lives"),
    ("man", "men"),
    ("matrix", "matrices"),
    ("medium", "media"),
    ("person", "people"),
    ("shelf", "shelves"),
    ("thesis", "theses"),
    ("tooth", "teeth"),
    ("woman", "women"),
];

/// Every form of a verb: those that may as well be a noun (base, third person), and those that may not. Of a phrase, the
/// first word is inflected ("roll out" → "rolled out").
pub(crate) fn verb_forms(base: &str) -> (Vec<String>, Vec<String>) {
    if let Some(lead) = base.strip_suffix("/b test") {
        let tested = |form: &str| format!("{lead}/b {form}");
        return (vec![tested("test")], vec![tested("tested"), tested("testing")]);
    }
    let (verb, rest) = base.split_once(' ').map_or((base, ""), |(verb, rest)| (verb, rest));
    // "co-ordinate", "re-architect": only the last part is a verb.
    let (lead, verb) = verb.rfind(['-', '/']).map_or(("", verb), |at| verb.split_at(at + 1));
    let whole = |form: String| format!("{lead}{form} {rest}").trim_end().to_owned();
    let (finite, inflected) = one_word_verb(verb);
    (finite.into_iter().map(whole).collect(), inflected.into_iter().map(whole).collect())
}

fn one_word_verb(verb: &str) -> (Vec<String>, Vec<String>) {
    let mut inflected = endings(verb, "ing");
    match IRREGULAR_VERBS.iter().find(|(base, ..)| *base == verb) {
        Some((_, past, participle)) => inflected.extend([(*past).to_owned(), (*participle).to_owned()]),
        None => inflected.extend(endings(verb, "ed")),
    }
    let finite = vec![verb.to_owned(), third_person(verb)];
    // "cut" and "put" are their own past; where they stand decides.
    inflected.retain(|form| !finite.contains(form));
    (finite, inflected)
}

fn third_person(verb: &str) -> String {
    plural_by_rule(verb)
}

/// The verb with "ed" or "ing"; where the last consonant may double, with and without doubling.
fn endings(verb: &str, ending: &str) -> Vec<String> {
    if let Some(stem) = verb.strip_suffix("ie").filter(|_| ending == "ing") {
        return vec![format!("{stem}ying")];
    }
    if let Some(stem) = verb.strip_suffix('e').filter(|_| !verb.ends_with("ee") && !verb.ends_with("oe")) {
        return vec![format!("{stem}{ending}")];
    }
    if ending == "ed" && verb.ends_with("ee") {
        return vec![format!("{verb}d")];
    }
    if ending == "ed" && ends_consonant_y(verb) {
        return vec![format!("{}ied", &verb[..verb.len() - 1])];
    }
    let plain = format!("{verb}{ending}");
    match doubling(verb) {
        Some(last) => vec![format!("{verb}{last}{ending}"), plain],
        None if verb.ends_with('c') => vec![format!("{verb}k{ending}"), plain],
        None => vec![plain],
    }
}

/// The last letter, where the verb ends in one consonant behind one vowel ("plan", "ship", "label").
fn doubling(verb: &str) -> Option<char> {
    let mut letters = verb.chars().rev();
    let (last, vowel, before) = (letters.next()?, letters.next()?, letters.next());
    let consonant = |c: char| !is_vowel(c) && !matches!(c, 'w' | 'x' | 'y');
    (consonant(last) && is_vowel(vowel) && before.is_none_or(|c| !is_vowel(c) || c == 'u')).then_some(last)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn ends_consonant_y(word: &str) -> bool {
    word.ends_with('y') && word.chars().rev().nth(1).is_some_and(|c| !is_vowel(c))
}

/// A noun and its plural; of a phrase, the last word changes ("unit test" → "unit tests").
pub(crate) fn noun_forms(noun: &str) -> Vec<String> {
    let (lead, last) = noun.rfind([' ', '-', '/']).map_or(("", noun), |at| noun.split_at(at + 1));
    let plural = match IRREGULAR_NOUNS.iter().find(|(one, _)| one.eq_ignore_ascii_case(last)) {
        Some((_, many)) => (*many).to_owned(),
        None => plural_by_rule(last),
    };
    vec![noun.to_owned(), format!("{lead}{plural}")]
}

fn plural_by_rule(word: &str) -> String {
    let lower = word.to_lowercase();
    if ["s", "x", "z", "ch", "sh"].iter().any(|ending| lower.ends_with(ending)) {
        return format!("{word}es");
    }
    if ends_consonant_y(&lower) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    if lower.ends_with('o') && lower.len() > 2 && matches!(lower.as_str(), "go" | "do" | "undergo" | "redo" | "veto") {
        return format!("{word}es");
    }
    if lower == "go" || lower == "do" {
        return format!("{word}es");
    }
    format!("{word}s")
}
