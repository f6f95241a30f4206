//! Stages of a selection process, as prose tells them ("First you'll chat with our recruiter, then a take-home task of about
//! 3 hours, followed by a panel interview"), one after the other, each with the words that tell it.

use std::sync::LazyLock;

use regex::Regex;

use crate::import::blocks::pattern;
use crate::import::draft::capitalised;
use crate::role::Stage;
use crate::text::same_name;

/// A stage's name has no more words.
const MOST_WORDS: usize = 6;
/// In bytes. What goes on for longer without a full stop tells no stages.
const LONGEST: usize = 2000;
/// So many of the last stages may be named once more.
const RECENT: usize = 30;

pattern!(
    STEP,
    r"(?i)\b(?:pre-?screen(?:ing)?|screen(?:s|ing)?|calls?|chats?|conversations?|interviews?|meetings?|meet|sessions?|rounds?|panels?|tests?|exams?|examinations?|assessments?|assignments?|exercises?|tasks?|challenges?|presentations?|case stud(?:y|ies)|work samples?|take-?homes?|pair(?:ing| programming)|on-?sites?|visits?|trials?|auditions?|demos?|deep dives?|questionnaires?|portfolio reviews?|reviews?|application(?: form)?|(?:reference|background|employment) checks?|references|orientation|offers?|discussions?)\b"
);
// What joins a step to the next.
pattern!(
    JOINT,
    r"(?i)\s*(?:;|→|->)\s*|,?\s+(?:and\s+)?(?:then|(?:which is |this is )?followed by|before|next up)\b,?\s*|,\s*(?:and\s+|or\s+)?(?:finally,?\s+|lastly,?\s+)?|\s+and\s+(?:finally,?\s+|lastly,?\s+)?"
);
// The text before the first step.
pattern!(
    LEAD,
    r"(?i)^.{0,90}?\b(?:process|steps|stages|rounds|interviews?|selection|recruitment)\b[^,;.]{0,40}?\b(?:including|includes?|consists? of|consisting of|comprises?|involves?|(?:is|are|looks?|goes)(?: like)?(?: this| as follows| the following| simple| straightforward|:)|begins? with|starts? with|made up of|has (?:\w+ ){1,3}(?:steps|stages|rounds|parts))\b(?:(?: \w+){0,3} (?:steps?|stages?|rounds?|parts?|interviews)(?: process)?)?[,:]?\s*(?:including\s+)?"
);
// Words that order steps, or put a candidate through one.
pattern!(
    ORDER,
    r"(?i)^(?:first(?:ly)?|next|then|second(?:ly)?|third(?:ly)?|finally|lastly|last|after(?:wards)?|once|following|from there|if (?:successful|shortlisted|selected|you|we|that|your|all)|(?:the|our|your) (?:first|second|third|fourth|next|last|final) (?:step|stage|round|interview|phase)|step|stage|round|phase)\b|\b(?:you(?:'|’)ll|you will|we(?:'|’)ll|we will|(?:candidates?|those|anyone|people)\b.{0,60}?\b(?:will|are|may|is|undergoes?|must|can)|applicants? (?:will|are|may)|(?:be|are) (?:invited|asked)|we (?:then |also |do|invite|ask|conduct|hold|make|offer|schedule|arrange))\b"
);
// What a step's name does not need in front.
pattern!(
    IN_FRONT,
    r"(?i)^(?:\(?\d{1,2}[.):]\s*|(?:step|stage|round|phase)\s+\w+\s*[:.–—-]\s*|first(?:ly)?,?\s+|next,?\s+|then,?\s+|second(?:ly)?,?\s+|third(?:ly)?,?\s+|finally,?\s+|lastly,?\s+|last,\s+|after(?: that|wards)?,?\s+|following this,?\s+|from there,?\s+|(?:if|once|given|after|when|for|upon|based on|following)\b[^,]{3,80},\s+|(?:the|our|your) (?:first|second|third|fourth|fifth|next|last|final) (?:step|stage|round|phase)(?: of (?:the|our) \w+(?: \w+)?)? (?:is|will be|consists of|involves)\s+|(?:selected |shortlisted |successful |qualified )?(?:candidates?|applicants?|you|we|there|it|this)(?:'|’)?\s*(?:ll|s|re)?\s+|(?:will|may|can|must|then|also|usually|typically|generally)\s+|(?:be |are |is )?(?:invited|asked|expected|required)\s+(?:to|for)\s+|(?:invite|ask)s? (?:you|them|the candidates?|candidates?) (?:to|for)\s+|(?:have|has|do|does|complete|undergoes|undergo|attend|schedule|conduct|hold|join|get|go through|proceed to|take part in|take|make|pass|is|be|are|to|with|a|an|the|your|our|one|another|in|of|short|quick|brief)\s+)"
);
pattern!(
    LENGTH,
    r"(?i)(?:\b(?:of|for|lasting|under|in)\s+)*(?:\b(?:about|around|up to|approx\.?|ca\.?|roughly)\s+)?\(?\b\d+(?:\s*[–—-]\s*(?:to\s*[–—-]\s*)?\d+|\s+to\s+\d+)?[\s–-]*(?:minutes?|mins?|hours?|hrs?|h|days?|weeks?)\b(?:\s+long)?\)?\s*"
);
pattern!(
    NAME_END,
    r"(?i)[,:;(]|\s[–—-]\s|\.(?:\s|$)|\s(?:of about|of around|lasting|where|in which|which|that|who|so|to|via|over|for|by|about|as|on|at|through|where|during)\s"
);
pattern!(DETERMINER, r"(?i)\b(?:an?|the|your|our|one|another)\s+");
pattern!(
    DOING,
    r"(?i)^(?:discussing|reflecting|avoiding|answering|covering|looking|focusing|showing|talking|asking|using|giving|with|including)\b"
);
// Sentences about the process that name a step in passing.
pattern!(
    PASSING,
    r"(?i)\b(?:at any (?:stage|point)|throughout|each (?:stage|step)|during the (?:interview|process)|interview process|hiring process|accommodat\w+|adjustments?|not considered|whether or not)\b"
);

/// What a text says of a selection process.
pub(super) enum Said {
    /// The next stages, in order.
    Stages(Vec<Stage>),
    /// More of a stage that is known, by its place.
    More(usize),
    /// Nothing that names a stage.
    Nothing,
}

/// Whether a sentence, wherever it stands, tells how people are chosen: it lists two steps or more, in order.
pub(super) fn tells_process(sentence: &str) -> bool {
    pattern!(
        PROCESS,
        r"(?i)\b(?:hiring|interview|interviewing|selection|recruitment|recruiting|application)\s+(?:process|steps|stages)\b|\binterviews? (?:will )?consists?\b"
    );
    pattern!(CHAIN, r"(?i)\b(?:then|followed by|after that|next|finally)\b");
    pattern!(OF_CANDIDATES, r"(?i)\b(?:interview|screening|take-?home|recruiter|panel)\b");
    let lists = || steps(sentence).len() >= 2;
    let chained = CHAIN.find_iter(sentence).count() >= 2 && OF_CANDIDATES.is_match(sentence);
    (PROCESS.is_match(sentence) && LEAD.is_match(sentence) || chained) && lists()
}

/// What a sentence below a heading such as "Hiring process" says; `known` are the stages so far.
pub(super) fn sentence(text: &str, known: &[Stage]) -> Said {
    if PASSING.is_match(text) && !LEAD.is_match(text) {
        return Said::Nothing;
    }
    let found = steps(text);
    let listed = found.len() >= 2 && LEAD.is_match(text);
    if !(listed || ORDER.is_match(text) || LEAD.is_match(text)) || found.is_empty() {
        return Said::Nothing;
    }
    // "Those who pass the written test will …" says more of the written test, or of the last step it names.
    let is_known = |stage: &Stage| named_before(known, stage);
    match found.iter().filter_map(is_known).next_back() {
        Some(at) if found.iter().all(|stage| is_known(stage).is_some()) => Said::More(at),
        _ => Said::Stages(found.into_iter().filter(|stage| is_known(stage).is_none()).collect()),
    }
}

/// The stage that a list item tells; none where it only says more of the one above.
pub(super) fn item(text: &str, known: &[Stage]) -> Option<Stage> {
    let words = text.split_whitespace().count();
    let (label, rest) = text.split_once(": ").unwrap_or((text, ""));
    let label = LENGTH.replace_all(label, "").replace(" ()", "");
    let label = BRACKETS.replace(IN_FRONT_NUMBER.replace(&label, "").trim(), "").trim().to_owned();
    let is_step = STEP.is_match(&label);
    if !rest.is_empty() && (1..=MOST_WORDS).contains(&label.split_whitespace().count()) && !is_bare_number(&label) {
        let remark = NOTE.is_match(&label);
        return (!remark).then(|| stage(&label, Some(rest)));
    }
    if words <= MOST_WORDS && rest.is_empty() {
        return Some(stage(&label, None));
    }
    let last = if is_bare_number(&label) { rest } else { text };
    let found = steps(last);
    let first = found.into_iter().next().filter(|_| is_step || STEP.is_match(last))?;
    let is_new = named_before(known, &first).is_none();
    is_new.then(|| Stage { description: Some(last.to_owned()), ..first })
}

pattern!(BRACKETS, r"\s*\([^()]*\)");
pattern!(IN_FRONT_NUMBER, r"(?i)^(?:\(?\d{1,2}[.):]\s*)");
pattern!(NOTE, r"(?i)^(?:(?:please )?note|nb|n\.b\.|tip|top .* tip|important)\b");

/// Whether a line is nothing but a number of a step ("Stage 2").
pub(super) fn is_bare_number(line: &str) -> bool {
    pattern!(NUMBER, r"(?i)^(?:step|stage|round|phase)\s+(?:\d{1,2}|one|two|three|four|five|six|[ivx]{1,4})\s*[:.]?$");
    NUMBER.is_match(line.trim())
}

/// A stage by its name.
pub(super) fn stage(name: &str, description: Option<&str>) -> Stage {
    let description = description.map(str::trim).filter(|text| !text.is_empty()).map(capitalised);
    Stage { name: capitalised(name.trim().trim_end_matches(['.', ':', ','])), description, topics: Vec::new() }
}

/// The steps that a sentence names, in order, each with the words that tell it.
fn steps(text: &str) -> Vec<Stage> {
    if text.len() > LONGEST {
        return Vec::new();
    }
    pattern!(CONDITION, r"(?i)^(?:if|once|given|after|when|upon|based on)\b[^,]{3,120},\s+");
    let condition = || CONDITION.find(text).filter(|found| STEP.is_match(&text[found.end()..]));
    let start = LEAD.find(text).or_else(condition).map_or(0, |found| found.end());
    let body = text[start..].trim().trim_end_matches('.');
    let mut pieces: Vec<&str> = Vec::new();
    let mut from = 0;
    for joint in JOINT.find_iter(body).filter(|joint| !is_in_brackets(body, joint.start())) {
        pieces.push(&body[from..joint.start()]);
        from = joint.end();
    }
    pieces.push(&body[from..]);
    let mut found: Vec<Stage> = Vec::new();
    for piece in pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()) {
        match name(piece).filter(|_| !DOING.is_match(piece)) {
            Some(name) => found.push(stage(&name, Some(piece))),
            // What names no step says more of the one before.
            None => {
                if let Some(Stage { description: Some(description), .. }) = found.last_mut() {
                    description.extend([", ", piece]);
                }
            }
        }
    }
    for Stage { name, description, .. } in &mut found {
        description.take_if(|told| same_name(told, name));
    }
    found
}

fn is_in_brackets(text: &str, at: usize) -> bool {
    text[..at].matches('(').count() > text[..at].matches(')').count()
}

/// The name of the step in a piece of a sentence: the words around the one that says what it is.
fn name(piece: &str) -> Option<String> {
    let mut rest = piece.trim();
    while let Some(found) = IN_FRONT
        .find(rest)
        .filter(|found| found.end() > 0 && found.end() < rest.len() && STEP.is_match(&rest[found.end()..]))
    {
        rest = rest[found.end()..].trim_start();
    }
    let rest = LENGTH.replace_all(rest, "");
    let rest = rest.trim();
    let step = STEP.find(rest)?;
    let words = |text: &str| text.split_whitespace().count();
    // "assess skills through a take-home assignment": the name begins behind the last article.
    let article = DETERMINER.find_iter(&rest[..step.start()]).last().map(|found| found.end());
    let is_name = |from: &usize| words(&rest[*from..step.start()]) <= 3 && !rest[*from..step.start()].contains(" to ");
    let from = article.filter(is_name).unwrap_or(0);
    let end = NAME_END.find_iter(rest).map(|found| found.start()).find(|at| *at >= step.end()).unwrap_or(rest.len());
    let mut name = &rest[from..end];
    // "Panel interview with the team" is a panel interview; "Chat with our recruiter" says who it is with.
    if let Some(with) = name.find(" with ").filter(|at| words(&name[..*at]) >= 2 && from + *at >= step.end()) {
        name = &name[..with];
    }
    let short: Vec<&str> = name.split_whitespace().take(MOST_WORDS + 2).collect();
    (words(name) <= MOST_WORDS + 2 && !short.is_empty()).then(|| short.join(" "))
}

/// The place of the stage that is the same step, among the last ones.
fn named_before(known: &[Stage], stage: &Stage) -> Option<usize> {
    let from = known.len().saturating_sub(RECENT);
    known[from..].iter().position(|other| names_same(&other.name, &stage.name)).map(|at| from + at)
}

/// Whether two names are of one step: the same, or one holds the other ("Written assessment", "the assessment").
fn names_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let holds = |long: &str, short: &str| short.split_whitespace().count() >= 2 && long.contains(short);
    same_name(&one, &other) || holds(&one, &other) || holds(&other, &one)
}

#[cfg(test)]
mod tests {
    use super::{Said, item, sentence, steps, tells_process};

    fn names(text: &str) -> Vec<String> {
        steps(text).into_iter().map(|stage| stage.name).collect()
    }

    #[test]
    fn steps_of_one_sentence_are_told_apart() {
        for (text, expected) in [
            (
                "First you'll chat with our recruiter, then a take-home task of about 3 hours, followed by a panel interview \
                 with the team and a final call with the CTO.",
                &["Chat with our recruiter", "Take-home task", "Panel interview", "Final call"][..],
            ),
            (
                "Our hiring process consists of several steps, including an online application, a trial shift, and reference checks.",
                &["Online application", "Trial shift", "Reference checks"],
            ),
            (
                "The interview process will consist of two stages: a written assessment and an oral interview.",
                &["Written assessment", "Oral interview"],
            ),
            (
                "The process has 3 steps: 1) Phone screen (15 min), 2) Technical interview, 3) Offer",
                &["Phone screen", "Technical interview", "Offer"],
            ),
            (
                "We then assess skills through a take-home assignment where you build a feature.",
                &["Take-home assignment"],
            ),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn the_words_that_tell_a_step_describe_it() {
        let found = steps("First you'll chat with our recruiter, then a take-home task of about 3 hours.");
        assert_eq!(found[1].description.as_deref(), Some("A take-home task of about 3 hours"));
    }

    #[test]
    fn a_process_is_told_by_its_wording() {
        assert!(tells_process("The selection process will include a written test, a fitness test and an interview."));
        assert!(tells_process(
            "First you'll chat with our recruiter, then a take-home task, followed by a panel interview."
        ));
        for other in [
            "Review applications, then call clients and book meetings",
            "You will test, review and present your work",
            "We want to make the interview process better for you",
            "You own the hiring process of the team",
        ] {
            assert!(!tells_process(other), "{other}");
        }
    }

    #[test]
    fn what_is_known_is_no_new_stage() {
        let known = steps("The process consists of a written assessment and an oral interview.");
        assert!(matches!(
            sentence("Candidates who pass the written assessment will proceed to the oral interview.", &known),
            Said::More(_)
        ));
        assert!(matches!(sentence("The solutions are read by two of us.", &known), Said::Nothing));
    }

    #[test]
    fn an_item_is_a_stage_or_says_more_of_one() {
        let told = |text| item(text, &[]).map(|stage| stage.name);
        for (text, name) in [
            (
                "Candidates will be invited to schedule a 30 minute screening call with one of our recruiters",
                Some("Screening call"),
            ),
            ("Introduction call (20 to 25 min): A short call to meet each other.", Some("Introduction call")),
            (
                "Step 3: From there, we invite the candidate to meet with the hiring manager for an hour.",
                Some("Meet with the hiring manager"),
            ),
            ("Career deep dive", Some("Career deep dive")),
            (
                "Given the review of the first task, a technical 60-minute interview with us will be held.",
                Some("Technical interview"),
            ),
            ("NOTE: If you have shown us work of yours this step may be left out", None),
        ] {
            assert_eq!(told(text).as_deref(), name, "{text}");
        }
    }
}
