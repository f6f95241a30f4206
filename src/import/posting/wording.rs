//! What a posting's line is, told by its wording.

use std::sync::LazyLock;

use regex::Regex;

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
    r"(?i)\b(?:apply (?:now|today|here|online|by|via|with|through|at|before)|to apply|how to apply|(?:send|submit|email|attach|upload|forward) (?:us )?(?:your|a|an) (?:cv|résumé|resume|application|portfolio|cover)|cover letter|click (?:here|the|on|below|apply)|closing date|applications? (?:close|deadline|will be|are)|no (?:agencies|recruiters)|only shortlisted|we look forward to hearing|(?:send|drop) us\b|e-?mail us|write to \S+ (?:by|before|until) )"
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
    r"(?i)\b(?:nice to have|preferred|preferably|bonus|a plus|plus but|desirable|desired|an? (?:big |distinct |definite )?advantage|advantageous|ideally|helpful|beneficial|would be (?:great|good|welcome|useful)|is welcome|not required|not essential|optional)\b"
);
pattern!(MUST, r"(?i)\b(?:must|required|requires?|essential|mandatory|minimum|at least|necessary|you need)\b");
pattern!(
    DUTY,
    r"(?i)^(?:in this role,? )?(?:you(?:'|’)ll |you will |(?:the|our) (?:\S+ ){1,4}(?:will|is responsible)|(?:your )?(?:main |key |daily |core )?(?:duties|responsibilities|tasks|role|job|work|day|days)(?: will)?(?: also)? includes?\b|(?:you(?:'|’)re|you are|be|being)? ?responsible for|day to day,? you|each (?:day|week),? you|you (?:also )?(?:lead|run|manage|own|plan|write|build|design|prepare|keep|support|teach|help|work|coach|report|maintain|handle|make|take|look after|train))"
);
pattern!(
    ABOUT,
    r"(?i)\b(?:we(?:'|’)re|we are|is|are) (?:now |currently )?(?:looking for|seeking|hiring|searching|recruiting)|\b(?:this|the) (?:role|position|job)\b|\bas (?:a|an|our) |^join "
);
pattern!(
    SEEKING,
    r"(?:[Ll]ooking for|[Ss]eeking|[Hh]iring|[Rr]ecruiting|[Nn]eeds?|[Jj]oin us as|[Aa]s) (?:an? |our (?:next |new )?)((?:[\w'’/+#&-]+ ?){1,6}?)(?: to | who | with | for | at | in | on | that |,|\.|!|:|;|$)"
);

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
    match cell.trim().to_lowercase().as_str() {
        "essential" | "required" | "must" | "must have" | "mandatory" | "e" => Some(Weight::Must),
        "desirable" | "desired" | "preferred" | "nice" | "nice to have" | "optional" | "d" | "bonus"
        | "bonus points" | "plus" | "a plus" | "ideally" | "advantageous" => Some(Weight::Nice),
        _ => None,
    }
}

/// Whether a table's row names its columns.
pub(super) fn is_header(cells: &[String]) -> bool {
    pattern!(
        COLUMN,
        r"(?i)^(?:#|no\.?|criteri(?:a|on)|requirements?|attributes?|essential ?(?:/|or) ?desirable|essential|desirable|assessed(?: by)?|assessment|method(?: of assessment)?|how (?:assessed|identified)|evidence|weight(?:ing)?|duty|duties|description|)$"
    );
    cells.len() > 1 && cells.iter().all(|cell| COLUMN.is_match(cell.trim()))
}

/// How much a line says it counts.
pub(super) fn weight(text: &str) -> Option<Weight> {
    if NICE.is_match(text) {
        return Some(Weight::Nice);
    }
    MUST.is_match(text).then_some(Weight::Must)
}

/// The role that a sentence says somebody is looked for as.
pub(super) fn sought(text: &str) -> Option<&str> {
    SEEKING.captures(text).and_then(|found| found.get(1)).map(|title| title.as_str().trim())
}
