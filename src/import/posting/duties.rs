//! The duties of one line: "Assess patients, administer medication and document care" tells three, each with an object
//! of its own. "Design, build and maintain APIs" tells one, and so does what is done to an end ("… to cut and keep costs").

use std::collections::HashSet;
use std::sync::LazyLock;

use regex::Regex;

use super::names::without_lead;
use super::wording;
use crate::advice::{Form, is_surely_verb, verb};
use crate::import::blocks::pattern;
use crate::import::draft::{capitalised, sentences};
use crate::text::{Gap, Token, tokens};

pattern!(INCLUDES, r"(?i)\b(?:duties|responsibilities|tasks|role|job|work|days?)\b.{0,24}?\bincludes?:? ");

/// From here on a line tells why, how or under which condition: what follows belongs to the verb before.
const SUBORDINATE: [&str; 22] = [
    "that",
    "which",
    "who",
    "whose",
    "so",
    "if",
    "when",
    "where",
    "while",
    "because",
    "how",
    "what",
    "whether",
    "ensuring",
    "including",
    "by",
    "until",
    "before",
    "unless",
    "although",
    "as",
    "than",
];
/// An object that says little without the clause before it ("make sure that they …").
const PRONOUNS: [&str; 15] = [
    "it", "them", "this", "these", "that", "those", "him", "her", "one", "what", "how", "whether", "who", "where",
    "sure",
];
/// With one of these behind it, a word that may be a noun is a verb.
const DETERMINERS: [&str; 13] =
    ["the", "a", "an", "all", "any", "each", "every", "our", "your", "their", "its", "new", "other"];
/// With one of these behind it, a word that may be a noun is one ("support to patients").
const PREPOSITIONS: [&str; 17] = [
    "to", "for", "of", "in", "on", "at", "with", "by", "from", "within", "across", "between", "per", "into", "among",
    "under", "over",
];

// The list is built in, and the tests read it.
static ALSO_NOUNS: LazyLock<HashSet<String>> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("also_nouns.yaml")).unwrap_or_default());

/// A verb of several words that ends with one of these waits for its object ("roll out").
const PARTICLES: [&str; 15] = [
    "out", "up", "off", "over", "in", "on", "down", "with", "to", "for", "after", "through", "back", "together",
    "about",
];

/// In bytes. What goes on for longer without a full stop is not looked through for duties.
const LONGEST: usize = 2000;

/// The duties that a line tells, each as it is written there.
pub(super) fn each(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for sentence in sentences(text) {
        let parts = clauses(sentence);
        match found.last_mut() {
            // "We need this to …" says more of the duty before it.
            Some(last) if opening(&tokens(sentence)).is_none() => {
                let gap = if last.ends_with(['.', '!', '?']) { " " } else { ". " };
                last.extend([gap, sentence]);
            }
            _ => found.extend(parts),
        }
    }
    found
}

/// Whether a line begins with what somebody does.
pub(super) fn begin(text: &str) -> bool {
    opening(&tokens(without_lead(text))).is_some_and(|form| form != Form::Past)
}

/// The same of a line that begins with no noun ("Market intelligence").
pub(super) fn surely_begin(text: &str) -> bool {
    let words = tokens(without_lead(text));
    begin(text) && words.get(adverbs(&words)).is_some_and(is_sure)
}

/// The clauses of a sentence that stand by themselves.
fn clauses(sentence: &str) -> Vec<String> {
    let bare = match INCLUDES.find(sentence).filter(|found| found.start() < 40 && wording::is_duty(sentence)) {
        Some(found) => &sentence[found.end()..],
        None => without_lead(sentence),
    };
    let words = if bare.len() > LONGEST { Vec::new() } else { tokens(bare) };
    let starts = starts(bare, &words);
    if starts.is_empty() {
        return vec![sentence.to_owned()];
    }
    let from = std::iter::once(0).chain(starts.iter().copied());
    let to = starts.iter().copied().chain([bare.len()]);
    from.zip(to).map(|(from, to)| capitalised(tidy(&bare[from..to]))).collect()
}

/// A clause without what joined it to the next.
fn tidy(clause: &str) -> &str {
    let mut clause = clause.trim();
    for joint in [" as well as", " and then", " and also", " then", " and", " &"] {
        clause = clause.trim_end_matches([',', ';', '.', ' ']);
        clause = clause.strip_suffix(joint).unwrap_or(clause);
    }
    clause.trim_end_matches([',', ';', '.', ' '])
}

/// The form of the verb that a line begins with.
pub(super) fn opening(words: &[Token]) -> Option<Form> {
    verb(&words[adverbs(words)..]).map(|verb| one_form(verb.form))
}

/// "cut" may be a past and is a base here.
fn one_form(form: Form) -> Form {
    if form == Form::PastOrPresent { Form::Base } else { form }
}

/// How many adverbs stand in front ("proactively", "also").
fn adverbs(words: &[Token]) -> usize {
    let is_adverb = |word: &&Token| match &*word.text {
        "also" | "then" => true,
        "comply" | "apply" | "supply" | "reply" | "multiply" => false,
        text => text.len() > 4 && text.ends_with("ly"),
    };
    words.iter().take_while(is_adverb).count()
}

/// A clause that may begin at a word.
struct Start {
    /// In bytes.
    at: usize,
    /// The word is no noun for certain.
    is_certain: bool,
    /// Its object can be understood without the clause before.
    stands_alone: bool,
}

/// Where the second and each later clause begins, in bytes.
fn starts(text: &str, words: &[Token]) -> Vec<usize> {
    let Some(form) = opening(words).filter(|form| *form != Form::Past) else { return Vec::new() };
    let mut found: Vec<Start> = Vec::new();
    let mut clause = 0;
    for at in 1..words.len() {
        if is_subordinate(words, at) {
            break;
        }
        if !is_joint(text, words, at) || !is_whole(words, at) || !has_object(words, clause, at) {
            continue;
        }
        if let Some(start) = start(words, at, form) {
            found.push(start);
            clause = at;
        }
    }
    let is_list = found.iter().any(|start| start.is_certain);
    found.into_iter().filter(|start| is_list && start.stands_alone).map(|start| start.at).collect()
}

/// Whether a purpose, a condition or the like begins at a word.
fn is_subordinate(words: &[Token], at: usize) -> bool {
    let word = words[at].text.as_str();
    let next = words.get(at + 1);
    match word {
        // "to identify", but not "to patients" or "to be submitted"
        "to" => next.is_some_and(|next| {
            next.text != "be" && verb(&words[at + 1..]).is_some_and(|verb| verb.form == Form::Base)
        }),
        // "as well as" joins.
        "as" => !matches!(
            (words[at - 1].text.as_str(), next.map(|next| next.text.as_str())),
            ("well", _) | (_, Some("well" | "needed" | "required"))
        ),
        _ => SUBORDINATE.contains(&word),
    }
}

/// Whether a comma, a semicolon or an "and" stands before a word, outside brackets.
fn is_joint(text: &str, words: &[Token], at: usize) -> bool {
    let before = &words[at - 1];
    let between = &text[before.end..words[at].start];
    let open = text[..words[at].start].matches('(').count() > text[..words[at].start].matches(')').count();
    let joins = matches!(between.trim(), "," | ";" | "&")
        || between.trim().is_empty() && matches!(&*before.text, "and" | "then")
        || before.text == "as" && at > 2 && words[at - 2].text == "well";
    joins && !open
}

/// Whether the clause before a word does not wait for its end ("Connect with and advise customers").
fn is_whole(words: &[Token], at: usize) -> bool {
    let last = words[..at].iter().rev().find(|word| !matches!(&*word.text, "and" | "then" | "also"));
    last.is_some_and(|last| !PREPOSITIONS.contains(&&*last.text))
}

/// Whether the clause from `from` on has said, before `to`, what its verb is done to.
fn has_object(words: &[Token], from: usize, to: usize) -> bool {
    let mut at = from + adverbs(&words[from..to]);
    while at < to {
        let joins = matches!(&*words[at].text, "and" | "then" | "or");
        match verb(&words[at..to]).filter(|_| at == from || !joins) {
            // "prepare reports" is one entry of the lexicon.
            Some(verb) if verb.words > 1 && !PARTICLES.contains(&&*words[at + verb.words - 1].text) => return true,
            Some(verb) if !is_after_object(words, from, at) => at += verb.words,
            _ if joins || adverbs(&words[at..=at]) > 0 => at += 1,
            _ => return true,
        }
    }
    false
}

/// Whether a word follows another with nothing but a space: it is the object of a verb, not one more verb.
fn is_after_object(words: &[Token], from: usize, at: usize) -> bool {
    at > from
        && words[at].gap <= Gap::Space
        && !matches!(&*words[at - 1].text, "and" | "then" | "or")
        && adverbs(&words[at - 1..at]) == 0
}

/// The clause that begins at a word with a verb of the form that the line goes on in.
fn start(words: &[Token], at: usize, form: Form) -> Option<Start> {
    let place = at + adverbs(&words[at..]);
    let rest = words.get(place..).filter(|rest| !rest.is_empty())?;
    let found = verb(rest).filter(|verb| one_form(verb.form) == form)?;
    has_object(words, at, words.len()).then_some(())?;
    // "post-trip inspections"
    let next = rest.get(found.words).filter(|next| next.gap > Gap::Joined)?;
    // "support and marketing metrics" names things; "file and send reports" does two things with one.
    let joint = usize::from(matches!(&*next.text, "and" | "or"));
    let goes_on = joint == 0 && next.gap <= Gap::Space;
    if !goes_on && verb(&rest[found.words + joint..]).is_none_or(|verb| one_form(verb.form) != form) {
        return None;
    }
    let is_plain = |list: &[&str]| next.gap <= Gap::Space && list.contains(&&*next.text);
    let is_certain = match form {
        Form::Base if !is_sure(&rest[0]) => {
            is_plain(&DETERMINERS) || is_behind_plural(words, at) && !is_plain(&PREPOSITIONS)
        }
        Form::Base => !is_plain(&PREPOSITIONS[1..3]),
        _ => !is_plain(&PREPOSITIONS),
    };
    (is_certain || !is_plain(&PREPOSITIONS)).then_some(Start {
        at: words[at].start,
        is_certain,
        stands_alone: !is_plain(&PRONOUNS),
    })
}

/// Whether a base form is no noun and no adjective.
fn is_sure(word: &Token) -> bool {
    is_surely_verb(std::slice::from_ref(word)) && !ALSO_NOUNS.contains(&word.text)
}

/// "phones and schedule meetings": what stands before the "and" is whole, no half of a name ("stock and order levels").
fn is_behind_plural(words: &[Token], at: usize) -> bool {
    let last = words[..at].iter().rev().find(|word| word.text != "and");
    last.is_some_and(|last| last.text.ends_with('s') && !last.text.ends_with("ss"))
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn duties_with_objects_of_their_own_are_told_apart() {
        for (line, duties) in [
            (
                "Assess patients, administer medication and document care in Epic",
                vec!["Assess patients", "Administer medication", "Document care in Epic"],
            ),
            (
                "You will plan the week's rota, order stock and train new starters.",
                vec!["Plan the week's rota", "Order stock", "Train new starters"],
            ),
            (
                "Makes patient rounds and notes problems for the team.",
                vec!["Makes patient rounds", "Notes problems for the team"],
            ),
            (
                "Duties include opening the shop, serving customers and ordering stock",
                vec!["Opening the shop", "Serving customers", "Ordering stock"],
            ),
            (
                "Keep the room clean at all times, and comply with all rules",
                vec!["Keep the room clean at all times", "Comply with all rules"],
            ),
            ("Count stock, and prepare reports weekly", vec!["Count stock", "Prepare reports weekly"]),
            ("Keep the books. Prepare the budget.", vec!["Keep the books.", "Prepare the budget."]),
            ("Answer phones and schedule meetings", vec!["Answer phones", "Schedule meetings"]),
            (
                "Answer the phone, and greet visitors as they arrive",
                vec!["Answer the phone", "Greet visitors as they arrive"],
            ),
        ] {
            assert_eq!(each(line), duties, "{line}");
        }
    }

    #[test]
    fn the_list_is_read() {
        assert!(super::ALSO_NOUNS.contains("order"));
    }

    #[test]
    fn verbs_with_one_object_are_one_duty() {
        for line in [
            "Design, build and maintain APIs",
            "Write clear, tested and documented code",
            "Load and unload trucks",
            "Operate, troubleshoot and repair assembly equipment",
            "Provide guidance and support to patients and families",
            "Manage hiring, training and performance",
            "Track sales, support and marketing metrics",
            "Install, test & maintain cabling, switches and phones",
            "Connect with and advise customers",
            "Keep the shop clean and tidy at all times",
            "Perform pre-trip and post-trip inspections",
            "Maintain stock and order levels",
            "Partner with sales to find prospects and close deals",
            "Update the ledger and check it weekly",
            "Prepare reports and presentations",
            "Work with suppliers, partners and contractors",
            "Ensure that tickets are closed and document the outcome",
            "Providing counselling and training to staff",
            "Run the shop. We are open on Sundays.",
        ] {
            assert_eq!(each(line), [line], "{line}");
        }
    }
}
