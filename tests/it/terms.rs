//! Terms: which words of a line stand for what, and which only look as if they did. Every table reads as a manual.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rolefit::matching::Matcher;
use rolefit::role::Catalogue;
use rolefit::text::tokens;

/// A line, and something that it names.
const NAMES: &[(&str, &str)] = &[
    // Signs belong to the term.
    ("Wrote C++ services", "programming languages"),
    ("Ported a C# service to Java", ".NET back ends"),
    ("Wrote F# services", "server-side languages"),
    ("Built services in .NET", ".NET back ends"),
    ("Maintained asp.net applications", ".NET back ends"),
    ("Moved forms from VB.NET", ".NET back ends"),
    ("Wrote Node.js services", "Node.js back ends"),
    ("Wrote services in NodeJS", "Node.js back ends"),
    ("Built pages with Vue.js", "front-end framework"),
    ("Drew charts with D3.js", "data visualization"),
    ("Added socket.io rooms", "WebSockets and live connections"),
    ("Wrote T-SQL procedures", "databases"),
    ("Set up TCP/IP networks", "network protocol"),
    ("Set up CI/CD", "CI/CD"),
    ("Ran A/B tests", "experiment"),
    ("Explained the P&L", "profit & margins"),
    ("Explained the P & L", "profit & margins"),
    ("Supported M&A deals", "investment banking & M&A"),
    ("Ran the S&OP cycle", "supply chain"),
    ("Prepared the 10-K", "financial statements"),
    ("Answered the phone 24/7", "operations management"),
    ("Configured Wi-Fi", "network administration"),
    ("Gave I.V. therapy", "medication"),
    // Words that are terms beside others of their field.
    ("Go and gRPC services", "server-side languages"),
    ("Wrote microservices in Go", "server-side languages"),
    ("Analysis in R and Python", "statistics"),
    ("Wrote Rust and C++ services", "server-side languages"),
    ("Used Express and Node.js", "server-side frameworks"),
    ("Swift and iOS apps", "iOS development"),
    ("Chef and Puppet recipes in Ansible", "configuration management"),
    ("Built a REST API", "API"),
    ("Built React components", "front-end framework"),
    ("Moved Spring Boot services", "Java back ends"),
    ("Excel spreadsheets", "spreadsheets"),
    // Two names of one thing.
    ("Microservices", "microservices"),
    ("Micro-services", "microservices"),
    ("Ran k8s clusters", "container orchestration"),
    ("Ran Kubernetes clusters", "container orchestration"),
    ("Moved to Postgres", "databases"),
    ("Moved to PostgreSQL", "databases"),
    ("Queried Mongo", "databases"),
    ("Used EC2", "cloud compute"),
    ("Wrote JS", "client-side languages"),
    ("Wrote Javascript", "client-side languages"),
    ("Shipped a PowerBI report", "dashboards"),
    // Typing slips.
    ("Tuned Postgress", "databases"),
    ("Ran Kuberntes", "container orchestration"),
    ("Wrote Javscript", "client-side languages"),
    ("Wrote Javascritp", "client-side languages"),
    ("Project managment", "projects"),
    ("Tuned the databse", "databases"),
    ("Served custumers", "customers"),
    ("Acheived targets", "ensure"),
    ("Developped forms", "build"),
    ("Did analitics", "data analysis"),
    ("Recieved awards", "awards & recognition"),
    // Irregular verbs.
    ("Led reviews", "lead"),
    ("Built forms", "build"),
    ("Wrote letters", "write"),
    ("Ran shifts", "operate"),
    ("Sold tickets", "sell"),
    ("Taught pupils", "teach"),
    ("Oversaw ledgers", "manage"),
    ("Grew sales", "increase"),
    ("Drove sales", "increase"),
    ("Held meetings", "organize"),
    ("Kept ledgers", "maintain"),
    ("Rewrote forms", "refactor"),
    ("Rebuilt forms", "build"),
    ("Undertook audits", "conduct"),
    ("Brought down costs", "reduce"),
    ("Upsold accounts", "upselling"),
    ("Won contracts", "sell"),
    ("Met targets", "ensure"),
    ("Found faults", "troubleshoot"),
    // Nursing and medicine.
    ("BLS", "nursing"),
    ("ACLS certified", "nursing"),
    ("Cared for ICU patients", "patients"),
    ("Charted in the EHR", "medical records"),
    ("Checked vital signs", "vital signs"),
    ("Wound care", "wound care"),
    ("Followed HIPAA", "medical records"),
    ("Triaged patients", "emergency care"),
    // Accounting and finance.
    ("Month-end close", "month-end close"),
    ("Posted journal entries", "general ledger"),
    ("Reports under US GAAP", "accounting"),
    ("Reports under U.S. GAAP", "accounting"),
    ("Reports under IFRS", "accounting"),
    ("Filed VAT returns", "tax"),
    ("Built DCF models", "financial models"),
    ("Ran KYC checks", "anti-money laundering & fraud"),
    // Marketing and sales.
    ("Search engine optimisation", "SEO"),
    ("Ran PPC campaigns", "paid search"),
    ("Raised the CTR", "click-through rate"),
    ("Made cold calls", "prospects"),
    ("Kept HubSpot tidy", "CRM records"),
    // Projects, products and design.
    ("Wrote user stories", "user stories"),
    ("Groomed the backlog", "backlog"),
    ("Drew Gantt charts", "project plans"),
    ("Kept the RACI up to date", "stakeholders"),
    ("Drew wireframes in Figma", "wireframes"),
    ("Ran usability tests", "usability testing"),
    // Schools, people, law, stores and works.
    ("Wrote lesson plans", "lessons"),
    ("Wrote IEPs", "special education"),
    ("Handled FMLA leave", "employee benefits"),
    ("Took depositions", "litigation"),
    ("Reviewed NDAs", "contracts"),
    ("Drove a forklift", "warehouse"),
    ("Kept SKUs in stock", "inventory"),
    ("Six Sigma black belt", "lean & Six Sigma"),
    ("Passed OSHA inspections", "workplace safety"),
];

/// A line, and something that it only seems to name.
const DOES_NOT_NAME: &[(&str, &str)] = &[
    // "Go" is a verb first.
    ("Prepared the go-to-market plan for a mobile app", "programming languages"),
    ("Prepared the go live", "programming languages"),
    ("Go above and beyond for customers", "programming languages"),
    ("Went above and beyond", "programming languages"),
    ("A go-getter with a smile", "programming languages"),
    ("Ready to go", "programming languages"),
    // Single letters.
    ("Worked in R&D", "statistics"),
    ("Worked in R & D", "statistics"),
    ("Studied vitamin C", "programming languages"),
    ("Joined a Series C company and wrote SQL", "statistics"),
    // Words of the language.
    ("Zero Trust Engineer", "programming languages"),
    ("Removed rust from hulls", "programming languages"),
    ("Supported the rest of the team", "API"),
    ("Cleaned the kitchen, the hall and the rest", "API"),
    ("React to incidents", "front-end framework"),
    ("Reacted to customer incidents", "front-end framework"),
    ("Reacting to alarms at night", "front end"),
    ("Excel at sales", "spreadsheets"),
    ("Excelled in negotiation", "spreadsheets"),
    ("Spring semester teaching assistant", "server-side frameworks"),
    ("Swift response to complaints", "programming languages"),
    ("Guests express interest", "server-side frameworks"),
    ("Gave staff access to the safe", "desktop databases"),
    ("Head chef of two kitchens", "configuration management"),
    ("Word of mouth", "executive & office support"),
    // A word with another consonant is another word.
    ("Nothing was lost", "document"),
    ("Appealing colours", "present"),
    ("Improved the wording", "use"),
    ("Depending on the season", "represent"),
    // A word between commas is no part of a phrase.
    ("Spring, boot and shoe sales", "Java back ends"),
];

/// Lines that name the same things, however they are written.
const ALIKE: &[&[&str]] = &[
    &["Set up CI/CD", "Set up CI-CD", "Set up CI CD", "SET UP CI/CD"],
    &["Ran A/B tests", "Ran A-B tests", "ran a/b tests"],
    &["Front-end work", "Front end work", "Frontend work", "Front\u{2011}end work", "FRONT-END WORK"],
    &["Back-end work", "Back end work", "Backend work"],
    &["E-commerce sales", "Ecommerce sales", "e\u{2011}commerce sales"],
    &["E-mail marketing", "Email marketing", "EMAIL MARKETING"],
    &["On-call duty", "On call duty", "Oncall duty"],
    &["Micro-services", "micro services"],
    &["Real-time feeds", "Real time feeds", "Realtime feeds"],
    &["Root-cause analysis", "Root cause analysis"],
    &["Six-Sigma", "Six Sigma"],
    &["Third-party APIs", "Third party APIs"],
    &["Optimised queries", "Optimized queries", "OPTIMISED QUERIES"],
    &["Consumer behaviour", "Consumer behavior"],
    &["Data modelling", "Data modeling"],
    &["Training programme", "Training program"],
    &["Training programmes", "Training programs"],
    &["Call centre", "Call center"],
    &["Organised events", "Organized events"],
    &["Analysed data", "Analyzed data"],
    &["Labelled images", "Labeled images"],
    &["Order fulfilment", "Order fulfillment"],
    &["Pupil enrolments", "Pupil enrollments"],
    &["Paediatric patients", "Pediatric patients"],
    &["Orthopaedics", "Orthopedics"],
    &["Haematology", "Hematology"],
    &["Anaesthesia", "Anesthesia"],
    &["Labour costs", "Labor costs"],
    &["Licence renewals", "License renewals"],
    &["The team's tests", "The team’s tests", "The teamʼs tests"],
    &["Fixed “critical” bugs", "Fixed \"critical\" bugs", "Fixed critical bugs"],
    &["Improved e\u{fb03}ciency", "Improved efficiency", "IMPROVED EFFICIENCY"],
    &["BUILT REST APIS", "Built REST APIs", "built rest apis"],
    &["Kept the P&L", "Kept the P & L"],
    &["I.V. therapy", "IV therapy"],
    &["Ran docker/kubernetes", "Ran Docker / Kubernetes"],
    &["Reported to the C-suite.", "Reported to the C-suite"],
    &["Unit\u{a0}tests", "Unit tests"],
    &["One dashboard", "One dashboards"],
    &["One invoice", "One invoices"],
    &["One analysis", "One analyses"],
    &["One curriculum", "One curricula"],
];

/// A text, and its tokens.
const TOKENS: &[(&str, &[&str])] = &[
    ("C++, C# and C", &["c++", "c#", "and", "c"]),
    (".NET", &[".net"]),
    ("ended.Next", &["ended.next"]),
    ("Node.js.", &["node.js"]),
    ("R&D", &["r&d"]),
    ("R & D", &["r&d"]),
    ("Tom & Jerry", &["tom", "jerry"]),
    ("C & C++", &["c", "c++"]),
    ("front-end", &["front", "end"]),
    ("CI/CD", &["ci", "cd"]),
    ("E-mail", &["email"]),
    ("the team's", &["the", "team"]),
    ("the nurses’ rota", &["the", "nurses", "rota"]),
    ("don’t", &["don't"]),
    ("U.S. law", &["us", "law"]),
    ("B.Sc.", &["b.sc"]),
    ("35%", &["35%"]),
    ("$1.2M", &["$1.2m"]),
    ("1,000 rows", &["1,000", "rows"]),
    ("10k+ users", &["10k+", "users"]),
    ("3x faster", &["3x", "faster"]),
    ("e\u{fb03}ciency", &["efficiency"]),
    ("Café", &["café"]),
    ("Cafe\u{301}", &["café"]),
    ("“Reviewed”", &["reviewed"]),
    ("", &[]),
    ("—", &[]),
];

static MATCHER: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::new(&Catalogue::built_in().find("back-end-developer").expect("a built-in role")));

/// The names of all that a line names.
fn named(line: &str) -> BTreeSet<&'static str> {
    MATCHER.judge().mentions(line).into_iter().flat_map(|(_, names)| names).collect()
}

#[test]
fn there_are_enough_cases_to_be_a_manual() {
    assert!(NAMES.len() + DOES_NOT_NAME.len() + ALIKE.len() + TOKENS.len() >= 100);
}

#[test]
fn a_term_is_known_for_what_it_is() {
    let wrong: Vec<_> = NAMES
        .iter()
        .map(|(line, name)| (line, name, named(line)))
        .filter(|(_, name, named)| !named.contains(*name))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_word_that_only_looks_like_a_term_is_none() {
    let wrong: Vec<_> = DOES_NOT_NAME.iter().filter(|(line, name)| named(line).contains(name)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_way_of_writing_does_not_matter() {
    for alike in ALIKE {
        let first = named(alike[0]);
        assert!(!first.is_empty(), "{:?} names nothing", alike[0]);
        for other in &alike[1..] {
            assert_eq!(named(other), first, "{other:?} beside {:?}", alike[0]);
        }
    }
}

#[test]
fn what_is_written_beside_a_term_is_another_one() {
    // "C++" is not "C", nor is "C#": the letter alone is a term of its own, and is found as it stands.
    for line in ["Wrote C++ and Java", "Wrote C# and Java"] {
        assert!(MATCHER.judge().mentions(line).iter().all(|(text, _)| *text != "C"), "{line}");
    }
}

#[test]
fn text_is_cut_into_words_and_figures() {
    for (text, expected) in TOKENS {
        let found: Vec<String> = tokens(text).into_iter().map(|token| token.text).collect();
        assert_eq!(&found, expected, "{text:?}");
    }
}
