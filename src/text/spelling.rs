//! Brings British and American spelling, and closed and clipped forms, to one way of writing.

/// Words whose two spellings follow no ending rule: (as written, as kept).
const PAIRS: &[(&str, &str)] = &[
    ("aeroplane", "airplane"),
    ("ageing", "aging"),
    ("anaemia", "anemia"),
    ("anaesthesia", "anesthesia"),
    ("anaesthetic", "anesthetic"),
    ("analyse", "analyze"),
    ("analysed", "analyzed"),
    ("analyser", "analyzer"),
    ("analysing", "analyzing"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("behavioural", "behavioral"),
    ("calibre", "caliber"),
    ("catalogue", "catalog"),
    ("catalogued", "cataloged"),
    ("catalogues", "catalogs"),
    ("catalyse", "catalyze"),
    ("catalysed", "catalyzed"),
    ("centre", "center"),
    ("centred", "centered"),
    ("centres", "centers"),
    ("cheque", "check"),
    ("cheques", "checks"),
    ("colour", "color"),
    ("colours", "colors"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("dialogues", "dialogs"),
    ("endeavour", "endeavor"),
    ("enrol", "enroll"),
    ("enrolment", "enrollment"),
    ("enrolments", "enrollments"),
    ("favour", "favor"),
    ("favourite", "favorite"),
    ("fibre", "fiber"),
    ("flavour", "flavor"),
    ("foetal", "fetal"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("fulfils", "fulfills"),
    ("grey", "gray"),
    ("gynaecology", "gynecology"),
    ("haematology", "hematology"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("honours", "honors"),
    ("instalment", "installment"),
    ("instalments", "installments"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("labour", "labor"),
    ("leant", "leaned"),
    ("learnt", "learned"),
    ("licence", "license"),
    ("licences", "licenses"),
    ("litre", "liter"),
    ("litres", "liters"),
    ("manoeuvre", "maneuver"),
    ("metre", "meter"),
    ("metres", "meters"),
    ("mould", "mold"),
    ("neighbour", "neighbor"),
    ("neighbourhood", "neighborhood"),
    ("oestrogen", "estrogen"),
    ("offence", "offense"),
    ("orthopaedic", "orthopedic"),
    ("orthopaedics", "orthopedics"),
    ("paediatric", "pediatric"),
    ("paediatrics", "pediatrics"),
    ("paralysed", "paralyzed"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("practising", "practicing"),
    ("programme", "program"),
    ("programmes", "programs"),
    ("rumour", "rumor"),
    ("sceptical", "skeptical"),
    ("skilful", "skillful"),
    ("spelt", "spelled"),
    ("storey", "story"),
    ("theatre", "theater"),
    ("theatres", "theaters"),
    ("tonne", "ton"),
    ("tyre", "tire"),
    ("tyres", "tires"),
    ("whilst", "while"),
];

/// Stems that double their last consonant before -ed, -ing, -er in British spelling alone.
const SINGLE_L: &[&str] = &[
    "cancel", "channel", "counsel", "fuel", "initial", "label", "level", "model", "panel", "pencil", "signal", "total",
    "travel", "tunnel", "marshal", "dial",
];

/// The one spelling under which a lower-case word is looked up, or `None` where it already has it.
#[must_use]
pub fn one_spelling(word: &str) -> Option<String> {
    if let Ok(at) = PAIRS.binary_search_by(|(british, _)| british.cmp(&word)) {
        return Some(PAIRS[at].1.to_owned());
    }
    if let Some((british, american)) = [("isation", "ization"), ("isations", "izations")]
        .into_iter()
        .find(|(british, _)| word.ends_with(british))
    {
        return Some(format!("{}{american}", &word[..word.len() - british.len()]));
    }
    z_for_s(word).or_else(|| single_l(word))
}

/// "optimised" → "optimized". Words such as "supervise" change too: both sides of a comparison do, so nothing is lost.
fn z_for_s(word: &str) -> Option<String> {
    ["ise", "ised", "ises", "iser", "isers", "ising"].into_iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        (stem.len() >= 3).then(|| format!("{stem}iz{}", &ending[2..]))
    })
}

fn single_l(word: &str) -> Option<String> {
    ["led", "ling", "ler", "lers", "lor", "lors"].into_iter().find_map(|ending| {
        let stem = word.strip_suffix(ending)?;
        SINGLE_L.contains(&stem).then(|| format!("{stem}{}", &ending[1..]))
    })
}
