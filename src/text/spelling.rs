//! Brings British and American spelling, and closed and clipped forms, to one way of writing.

/// Words whose two spellings follow no ending rule: (as written, as kept).
const PAIRS: &[(&str, &str)] = &[
    ("acknowledgement", "acknowledgment"),
    ("aeroplane", "airplane"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("analogue", "analog"),
    ("analyse", "analyze"),
    ("analysed", "analyzed"),
    ("analyser", "analyzer"),
    ("analysing", "analyzing"),
    ("armour", "armor"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("benefitted", "benefited"),
    ("caesarean", "cesarean"),
    ("calibre", "caliber"),
    ("catalogue", "catalog"),
    ("catalogued", "cataloged"),
    ("catalyse", "catalyze"),
    ("catalysed", "catalyzed"),
    ("centre", "center"),
    ("centred", "centered"),
    ("colour", "color"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("dialyse", "dialyze"),
    ("diarrhoea", "diarrhea"),
    ("endeavour", "endeavor"),
    ("enquiries", "inquiries"),
    ("enquiry", "inquiry"),
    ("enrol", "enroll"),
    ("enrolment", "enrollment"),
    ("faecal", "fecal"),
    ("favour", "favor"),
    ("favourite", "favorite"),
    ("fibre", "fiber"),
    ("flavour", "flavor"),
    ("focussed", "focused"),
    ("focussing", "focusing"),
    ("foetal", "fetal"),
    ("foetus", "fetus"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("grey", "gray"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("humour", "humor"),
    ("instal", "install"),
    ("instalment", "installment"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("kerb", "curb"),
    ("labour", "labor"),
    ("leant", "leaned"),
    ("learnt", "learned"),
    ("licence", "license"),
    ("likeable", "likable"),
    ("litre", "liter"),
    ("lustre", "luster"),
    ("manoeuvre", "maneuver"),
    ("maths", "math"),
    ("meagre", "meager"),
    ("metre", "meter"),
    ("mould", "mold"),
    ("neighbour", "neighbor"),
    ("oedema", "edema"),
    ("oesophageal", "esophageal"),
    ("oestrogen", "estrogen"),
    ("offence", "offense"),
    ("paralyse", "paralyze"),
    ("paralysed", "paralyzed"),
    ("parlour", "parlor"),
    ("plough", "plow"),
    ("practise", "practice"),
    ("practised", "practiced"),
    ("practising", "practicing"),
    ("pretence", "pretense"),
    ("programme", "program"),
    ("pyjamas", "pajamas"),
    ("rigour", "rigor"),
    ("rumour", "rumor"),
    ("sabre", "saber"),
    ("saleable", "salable"),
    ("savour", "savor"),
    ("sceptic", "skeptic"),
    ("sceptical", "skeptical"),
    ("scepticism", "skepticism"),
    ("sizeable", "sizable"),
    ("skilful", "skillful"),
    ("sombre", "somber"),
    ("specialities", "specialties"),
    ("speciality", "specialty"),
    ("spectre", "specter"),
    ("spelt", "spelled"),
    ("storey", "story"),
    ("storeys", "stories"),
    ("sulphur", "sulfur"),
    ("targetted", "targeted"),
    ("theatre", "theater"),
    ("tonne", "ton"),
    ("tumour", "tumor"),
    ("tyre", "tire"),
    ("vapour", "vapor"),
    ("vigour", "vigor"),
    ("whilst", "while"),
    ("wilful", "willful"),
];

/// Stems that double their last consonant before -ed, -ing, -er in British spelling alone.
const SINGLE_L: &[&str] = &[
    "cancel", "channel", "counsel", "dial", "fuel", "funnel", "initial", "label", "level", "marshal", "medal", "model",
    "panel", "parcel", "pedal", "pencil", "rival", "shovel", "signal", "spiral", "total", "towel", "travel", "tunnel",
    "unravel",
];

/// The one spelling under which a lower-case word is looked up, or `None` where it already has it.
#[must_use]
pub fn one_spelling(word: &str) -> Option<String> {
    pair(word).or_else(|| e_for_ae(word)).or_else(|| z_for_s(word)).or_else(|| single_l(word))
}

/// A word of [`PAIRS`], by itself or with an ending ("behaviours", "honoured", "neighbouring").
fn pair(word: &str) -> Option<String> {
    let known = |british: &str| PAIRS.binary_search_by(|(known, _)| (*known).cmp(british)).ok().map(|at| PAIRS[at].1);
    if let Some(american) = known(word) {
        return Some(american.to_owned());
    }
    ["s", "ed", "ing", "al", "able", "hood"].into_iter().find_map(|ending| {
        let british = word.strip_suffix(ending).filter(|british| ending == "s" || british.ends_with("our"))?;
        known(british).map(|american| format!("{american}{ending}"))
    })
}

/// Parts of words of medicine: (as written, as kept).
const OF_MEDICINE: [(&str, &str); 6] =
    [("aemi", "emi"), ("anaes", "anes"), ("gynaec", "gynec"), ("haem", "hem"), ("oesoph", "esoph"), ("paed", "ped")];

/// "orthopaedics" → "orthopedics".
fn e_for_ae(word: &str) -> Option<String> {
    if !word.contains("ae") && !word.contains("oe") {
        return None;
    }
    OF_MEDICINE
        .into_iter()
        .find(|(british, _)| word.contains(british))
        .map(|(british, kept)| word.replacen(british, kept, 1))
}

/// "optimised" → "optimized". Words such as "supervise" change too: both sides of a comparison do, so nothing is lost.
fn z_for_s(word: &str) -> Option<String> {
    ["ise", "ised", "ises", "iser", "isers", "ising", "isable", "isation", "isations", "isational"]
        .into_iter()
        .find_map(|ending| {
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
