//! What a posting's line is, told by its wording.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::import::blocks::pattern;
use crate::import::tally::Reason;
use crate::role::Weight;

pattern!(
    LEGAL,
    r"(?i)equal[- ](?:employment )?opportunit|without regard to|protected (?:veteran|characteristic|class)|reasonable (?:accommodation|adjustment)|e-verify|affirmative action|regardless of (?:race|age|gender|sex|background)|all qualified applicants|background check|(?:race|gender|colou?r), (?:religion|age|race|disability|sex)|privacy (?:policy|notice)|personal data|recruitment fraud|unsolicited (?:resumes|CVs)|diverse (?:workforce|team)|celebrate diversity|welcome applications from|\bDBS check|criminal record|safeguarding"
);
pattern!(
    SALARY,
    r"(?i)^(?:base |annual )?(?:salary|pay|compensation|pay range|salary range|rate|wage)\s*:|[$£€]\s?\d[\d,.]*\s?k?\s*(?:-|–|—|to)\s*[$£€]?\s?\d|[$£€]\s?\d[\d,.]*\s?k?\s*(?:per|/|an?|p\.)\s*(?:hour|hr|year|annum|month|week|day|a\.)|\b(?:base salary|salary range|pay range|competitive salary|competitive pay|compensation (?:package|range))\b"
);
pattern!(
    APPLY,
    r"(?i)\b(?:apply (?:now|today|here|online|by|via|with|through|at|before)|to apply|how to apply|(?:send|submit|email|attach|upload|forward) (?:us )?(?:your|a|an) (?:cv|résumé|resume|application|portfolio|cover)|cover letter|click (?:here|the|on|below|apply)|closing date|applications? (?:close|deadline|will be|are)|no (?:agencies|recruiters)|only shortlisted|we look forward to hearing|thank you for your interest|(?:want|love|like) to (?:hear from|meet) you|(?:send|drop) us\b|e-?mail us|write to \S+ (?:by|before|until) )"
);
pattern!(
    BENEFITS,
    r"(?i)\b(?:we offer|we provide you|you(?:'|’)ll (?:get|receive|enjoy)|you (?:will )?(?:get|receive|enjoy)|401\s?\(?k|paid time off|pto|days(?: of|’|')? (?:paid )?(?:annual leave|holiday|vacation|leave)|(?:health|dental|medical|life|vision) (?:insurance|cover|care plan)|pension|parental leave|paid (?:leave|holidays?|vacation|sick)|free (?:lunch|parking|snacks|coffee|meals)|gym|stock options|share options|employee discount|flexible working|company car|tuition reimbursement|signing bonus|sign-on bonus|annual bonus)\b"
);
pattern!(
    COMPANY,
    r"(?i)^(?:we are an? |we(?:'|’)re an? |our (?:company|mission|team|clients?|customers|vision|values|story|clinic|school|hospital|firm|studio) (?:is|are|has|have|was|helps?)|founded in|since \d{4}|headquartered|with (?:over|more than) [\d,]+|join (?:us|our) )|\b(?:was founded in|founded in \d{4}|(?:is|are) (?:a|an|the|one of the) (?:\S+ ){0,3}(?:leading|largest|fastest|family-run|family-owned|award-winning|global|world|privately))"
);
pattern!(
    REQUIREMENT,
    r"(?i)^(?:valid|current|clean) |\b(?:years?(?:'|’)? (?:of )?(?:\S+ ){0,3}(?:experience|practice)|years(?:'|’)|experience (?:with|in|of|as|using|working|managing|leading|across|on|at)|(?:bachelor|master|associate|phd|degree|diploma|ged|a-levels?|gcse)|knowledge of|proficien\w+|ability to|able to|familiar\w*|certifi(?:ed|cation|cate)\b|licen[cs]ed?|must (?:have|be|hold)|required|fluent|fluency|understanding of|background in|track record|skills\b|you have|you(?:'|’)ve|you hold|you are (?:a|an|comfortable|confident|patient|organi[sz]ed|able|fluent|reliable|calm)|we (?:expect|require|ask for|need)|you need|you bring|working knowledge|expertise|preferred|nice to have|is a (?:bonus|plus)|right to work|eligib\w+|willing\w*|eye for|attention to detail|comfortable (?:with|working))"
);
pattern!(
    NICE,
    r"(?i)\b(?:nice to have|preferred|preferably|bonus|a plus|plus but|desirable|desired|an? (?:big |distinct |definite )?advantage|advantageous|ideally|(?:is|are|be|very|also) helpful|beneficial|would be (?:great|good|welcome|useful)|is welcome|not required|not essential|optional)\b"
);
pattern!(MUST, r"(?i)\b(?:must|required|requires?|essential|mandatory|minimum|at least|necessary|you need)\b");
pattern!(
    DUTY,
    r"(?i)^(?:in this role,? )?(?:you(?:'|’)ll |you will |(?:the|our) (?:\S+ ){1,4}(?:will|is responsible)|(?:(?:some|many|most) of )?(?:(?:your|the) )?(?:main |key |daily |core )?(?:duties|responsibilities|tasks|role|job|work|day|days)(?: will)?(?: also)? includes?\b|(?:you(?:'|’)re|you are|be|being)? ?responsible for|day to day,? you|each (?:day|week),? you|you (?:also )?(?:lead|run|manage|own|plan|write|build|design|prepare|keep|support|teach|help|work|coach|report|maintain|handle|make|take|look after|train))"
);
pattern!(
    ABOUT,
    r"(?i)\b(?:we(?:'|’)re|we are|is|are) (?:now |currently )?(?:looking for|seeking|hiring|searching|recruiting)|\b(?:this|the) (?:role|position|job)\b|\bas (?:a|an|our) |^join "
);
pattern!(
    SEEKING,
    r"(?:[Ll]ooking for|[Ss]eeking|[Hh]iring|[Rr]ecruiting|[Nn]eeds?|[Jj]oin us as|[Aa]s) (?:an? |our (?:next |new )?)((?:[\w'’/+#&-]+ ?){1,6}?)(?: to | who | with | for | at | in | on | that |,|\.|!|:|;|$)"
);

/// Whether a sentence tells where somebody will stand, not what they will do ("You'll be a member of a small team").
pub(super) fn is_of_place(text: &str) -> bool {
    pattern!(
        PLACE,
        r"(?i)^you(?:(?:'|’)ll| will) (?:be (?:an?|the|our|part|based|reporting)\b|report\b|join\b|become (?:part|a member)\b)"
    );
    PLACE.is_match(text)
}

/// Whether a sentence speaks of others than the one who is sought.
pub(super) fn is_of_others(text: &str) -> bool {
    pattern!(OTHERS, r"(?i)^(?:our|we|they|it|this|these|there|if|most|your success|without)\b");
    OTHERS.is_match(text)
}

/// Whether a sentence says what is not asked for ("No experience is required, but …").
pub(super) fn is_not_asked(text: &str) -> bool {
    pattern!(NOT_ASKED, r"(?i)^no (?:\S+ ){0,4}(?:is |are )?(?:required|needed|necessary)\b");
    NOT_ASKED.is_match(text)
}

/// A line asks for no more things with a weight of their own.
const MOST_WANTS: usize = 12;

/// Why a line stays out wherever it stands.
pub(super) fn never(text: &str) -> Option<Reason> {
    [(&LEGAL, Reason::Legal), (&SALARY, Reason::Salary), (&APPLY, Reason::Apply)]
        .into_iter()
        .find(|(pattern, _)| pattern.is_match(text))
        .map(|(_, reason)| reason)
}

pub(super) fn is_benefit(text: &str) -> bool {
    BENEFITS.is_match(text)
}

pub(super) fn is_company(text: &str) -> bool {
    COMPANY.is_match(text)
}

pub(super) fn is_requirement(text: &str) -> bool {
    REQUIREMENT.is_match(text)
}

pub(super) fn is_duty(text: &str) -> bool {
    DUTY.is_match(text)
}

pub(super) fn is_about(text: &str) -> bool {
    ABOUT.is_match(text)
}

/// How much a table's cell, or a label before a line, says that the row or the line counts.
pub(super) fn weight_alone(cell: &str) -> Option<Weight> {
    match cell.trim().to_lowercase().replace('-', " ").as_str() {
        "essential" | "required" | "must" | "must have" | "must haves" | "mandatory" | "minimum" | "e" => {
            Some(Weight::Must)
        }
        "desirable" | "desired" | "preferred" | "nice" | "nice to have" | "optional" | "d" | "bonus"
        | "bonus points" | "bonus points for" | "plus" | "a plus" | "pluses" | "ideally" | "advantageous"
        | "nice to haves" | "preferably" | "good to have" => Some(Weight::Nice),
        _ => None,
    }
}

/// Whether a table's row names its columns.
pub(super) fn is_header(cells: &[String]) -> bool {
    pattern!(
        COLUMN,
        r"(?i)^(?:#|no\.?|criteri(?:a|on)|requirements?|attributes?|essential ?(?:/|or) ?desirable|essential|desirable|assessed(?: by)?|assessment|method(?: of assessment)?|how (?:assessed|identified)|evidence|weight(?:ing)?|duty|duties|description|field|value|task ?#?|task no\.?|stage|step|duration|length|name|notes?|topics?|details?|how long|who|level|format|)$"
    );
    cells.len() > 1 && cells.iter().all(|cell| COLUMN.is_match(cell.trim()))
}

/// How much a line says it counts. What would be better still ("…, preferably in a warehouse", "(Excel preferred)") makes
/// the line itself no less asked for.
pub(super) fn weight(text: &str) -> Option<Weight> {
    pattern!(
        BETTER_STILL,
        r"(?i)(\S+ \S+)\W+(?:preferably|ideally|desirably|(?:a )?bonus(?: points)? (?:if|for))\b.*$"
    );
    pattern!(ASIDE, r"(?i)\((?:[^()]* )?(?:preferred|preferably|ideally|desirable|bonus)\b[^()]*\)");
    pattern!(NOT_ASKED, r"(?i)\bno (?:\S+ ){0,4}(?:required|needed|necessary)\b");
    let aside = ASIDE.replace_all(text, |found: &Captures<'_>| {
        // "(preferred)" is said of the line.
        if found[0].split_whitespace().count() == 1 { found[0].to_owned() } else { String::new() }
    });
    let own = BETTER_STILL.replace(&aside, "$1");
    let own = NOT_ASKED.replace_all(&own, "");
    if NICE.is_match(&own) {
        return Some(Weight::Nice);
    }
    MUST.is_match(&own).then_some(Weight::Must)
}

/// A name without the words that only say how much the line counts ("RN licence (required)", "SQL is a plus").
pub(super) fn without_weight(text: &str) -> &str {
    pattern!(
        SAID,
        r"(?i)(?:\s*[(\[]\s*(?:strongly |highly )?(?:required|preferred|essential|desirable|desired|mandatory|must have|nice to have|optional|a plus|bonus)\s*[)\]]|\s*(?:,|[–—-])\s*(?:strongly |highly )?(?:required|preferred|essential|desirable|desired|mandatory|nice to have|optional|a plus)|\s+(?:is|are|would be)\s+(?:strongly |highly |also )?(?:required|preferred|essential|desirable|desired|mandatory|optional|an? (?:big |distinct |definite |strong )?(?:plus|bonus|advantage|asset))|\s+(?:strongly |highly )?(?:required|preferred|essential|desirable|desired|mandatory))\s*[.;]?$"
    );
    match SAID.find(text).filter(|found| text[..found.start()].chars().any(char::is_alphanumeric)) {
        Some(found) => text[..found.start()].trim_end(),
        None => text,
    }
}

/// What one line asks for, each with a weight of its own: "BSN preferred; ADN required" are two.
pub(super) fn wants(text: &str) -> Vec<&str> {
    pattern!(
        END,
        r"(?i)\b(?:required|preferred|essential|desirable|desired|mandatory|optional|(?:a )?(?:plus|bonus|must))\s*\)?\s*[;,.]\s+"
    );
    pattern!(
        LABEL,
        r"(?i)^(?:required|preferred|essential|desirable|must[ -]have|nice[ -]to[ -]have|bonus|plus|ideally)\b[^;]{0,12}:"
    );
    let parts: Vec<&str> = text.split(';').map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|part| LABEL.is_match(part)) {
        return parts;
    }
    let mut found = Vec::new();
    let mut from = 0;
    for end in END.find_iter(text).take(MOST_WANTS) {
        let rest = &text[end.end()..];
        let goes_on = ["but ", "not ", "though ", "and ", "or "].iter().any(|word| rest.starts_with(word));
        if weight(rest).is_some() && !goes_on && rest.split_whitespace().count() >= 2 {
            found.push(text[from..end.end()].trim().trim_end_matches([';', ',', '.']));
            from = end.end();
        }
    }
    found.push(text[from..].trim());
    found
}

/// The role that a sentence says somebody is looked for as.
pub(super) fn sought(text: &str) -> Option<&str> {
    SEEKING.captures(text).and_then(|found| found.get(1)).map(|title| title.as_str().trim())
}
