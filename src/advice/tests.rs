//! Every rule with lines that it flags and lines that it does not, and what holds for all rules together.

mod judged;
mod numbers;
mod properties;
mod together;

use std::collections::BTreeSet;

use super::{Date, Settings, advise, lists::lists, rules};
use crate::resume::{Format, Resume, read};

const TODAY: Date = Date { year: 2026, month: 11, day: 25 };

fn resume(source: &str) -> Resume {
    read("r.md", source.as_bytes(), Some(Format::Markdown)).expect("a resume")
}

/// The rules that flag something in a document.
fn flags(source: &str) -> Vec<&'static str> {
    let settings = Settings { today: Some(TODAY), ..Settings::default() };
    let mut ids: Vec<_> = advise(&resume(source), &settings).iter().map(|advice| advice.rule.id.as_str()).collect();
    ids.dedup();
    ids
}

/// Whether `rule` flags the only line of a job.
fn flagged(rule: &str, line: &str) -> bool {
    flags(&format!("# Work\n\n- {line}\n")).contains(&rule)
}

fn holds(rule: &str, weak: &[&str], fine: &[&str]) {
    assert!(rules().iter().any(|known| known.id == rule), "{rule}");
    let missed: Vec<_> = weak.iter().filter(|line| !flagged(rule, line)).collect();
    let wrong: Vec<_> = fine.iter().filter(|line| flagged(rule, line)).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "{rule} does not flag {missed:#?} and flags {wrong:#?}");
}

#[test]
fn weak_openers() {
    holds(
        "weak-opener",
        &[
            "Responsible for the till",
            "Was responsible for the till",
            "I was responsible for the till",
            "I was also involved in the till",
            "I closely worked with the cooks",
            "My role was managing the till",
            "Helped the team with the till",
            "Helping the team with the till",
            "Actively involved in the choir",
            "Worked closely with the cooks",
            "Duties included the weekly order",
            "Used Excel for the weekly order",
            "Part of the night crew",
            "Engaged in talks with the bakers",
            "Played a key role in the move to Rome",
            "Thrived in the kitchen of the inn",
            "Focused on the till and the shop",
            "Worked independently on the till",
            "Aided the cooks with the till",
            "Had to count the till each night",
            "Hired to count the till each night",
            "Worked cross-functionally with the cooks",
            "Working knowledge of tills",
            "Gained a solid understanding of tills",
            "Acquired new skills at the till",
        ],
        &[
            "Led the team that was responsible for the till",
            "Part-time lead of the choir",
            "Supported 300 users",
            "Taught courses on how to help",
            "Partnered with the cooks",
            "Use-case studies for the till",
            "Hired four clerks for the till",
            "Provided help desk support for the till",
            "Gained forty guests for the shop",
            "Acquired two shops with experience in hats",
        ],
    );
}

#[test]
fn lines_begin_with_a_verb() {
    holds(
        "no-verb-first",
        &[
            "Creation of a web shop",
            "Python pipeline that compares sensors",
            "Design of the new till",
            "Test driven development of a till",
            "Lead developer for the till",
            "As a team of four, built a till",
            "40% reduction in costs",
            "The till was slow",
            "Experienced baker with a good hand",
            "Inventory management for the shop",
            "Field visits to bakers",
            "Judge for the fair of the town",
            "Coach at the school of the town",
            "Accounts payable for the shop",
            "Customer service for the shop",
            "Nurse on the night shift",
            "Host and waiter in an inn",
            "Head chef in a kitchen of the town",
            "Test plans for the till",
            "Wound care and new bandages",
            "Support includes talks with guests",
            "Marketing for the shop",
            "Room service in an inn",
            "Highly organized on each shift",
            "Excel sheets for the till",
            "Order creation for the shop",
            "Code development for the till",
            "Link-layer talks with guests",
            "Orders are packed in the shop",
        ],
        &[
            "Created a web shop",
            "Successfully created a web shop",
            "Also led the choir",
            "Co-led the choir",
            "Pre-screen all guests",
            "Catering: Cooked for 40 guests",
            "Catering - Cooked for 40 guests",
            "Designs the new till",
            "Designing the new till",
            "Use the new till",
            "Support the night crew",
            "Rolled out the new till",
            "Unit-tested the till",
            "Juggled balls at the fair",
            "Successfully and quickly sold the till",
            "Now lead the choir",
            "Co founded the choir",
            "Note: moved the choir",
            "Suture and dress wounds",
            "Stress-test tills of the shop",
            "Order goods for the shop",
            "Mop and wax floors",
            "Plate dishes for guests",
            "Bag groceries at the till",
            "Process contractor invoices",
            "Manage member accounts",
            "Market the shop to guests",
            "Lead in-depth talks with guests",
            "Nurse guests of the spa",
            "Cut costs",
            "Sang in the choir",
            "Understand and mend clocks",
            "Inventory the shop each week",
            "Calibrate and mend clocks",
            "Prescribe new diets",
            "Oversaw, understood and rewrote the rota",
            // Each of these is another rule's.
            "Responsible for the till",
            "I built a till",
            "Was given the keys",
        ],
    );
}

#[test]
fn first_person() {
    holds(
        "first-person",
        &[
            "I built a till",
            "Built a till where I lead the crew",
            "Built tills for my crew",
            "We built a till",
            "Trained our crew",
            "Taught myself to weld",
        ],
        &[
            "Ran Phase I of the trial",
            "Taught Calculus I and II",
            "Sped up I/O on the server",
            "Opened the US branch",
            "Rewrote the contact us page",
            "Built the My Account page",
            "Promoted to Engineer I",
            "Mined data in ME and MA",
            "Wrote an article that cut \"where is my parcel\" tickets",
            "Wrote an article that cut “where is my parcel” tickets",
        ],
    );
}

#[test]
fn passive() {
    holds(
        "passive",
        &[
            "The till was rebuilt in Go",
            "Was promoted twice in a year",
            "Old tills were quickly replaced",
            "Rebuilt the till. The crew was trained in a week.",
            "The till was also rebuilt",
            "The till is now run by volunteers",
            "After a year of talks, the till was rebuilt",
            "Old tills are being replaced",
            "All tills shall be checked",
            "Excel was used to count the tills",
            "Costs were cut by 20% in a year",
            "The till, which counts hats, was rebuilt",
            "Got promoted twice in a year",
        ],
        &[
            "Rebuilt the till that was written in Go",
            "Rebuilt tills, which were slow",
            "Was tasked with the till and the shop",
            "The till is based on Go",
            "Was able to mend the till",
            "Led a crew while the till was rebuilt",
            "The till is used by 40 shops",
            "The choir is led by 3 teachers",
            "The till was adopted by over 40 shops",
            "The till was used by the police",
            "The till, which was slow, stood in Rome",
            "Got written approval for the till",
            "The till was inspired by an abacus",
        ],
    );
}

#[test]
fn a_passive_is_told_by_whom_it_hides() {
    let told = |line: &str| {
        let advice = advise(&resume(&format!("# Work\n\n- {line}\n")), &Settings::default());
        advice.into_iter().find(|advice| advice.rule.id == "passive").map(|advice| advice.message).unwrap_or_default()
    };
    assert_eq!(told("Was promoted to lead the choir"), "\"Was promoted\" is stronger as \"Promoted\"");
    assert_eq!(told("I was sent to lead the choir"), "\"was sent\" tells what was done to you");
    assert_eq!(told("The choir was led by me"), "\"was led\" hides who did it");
}

#[test]
fn length() {
    let long = |words: usize| format!("Sold {}", vec!["hats"; words - 1].join(" "));
    assert!(flagged("too-long", &long(31)) && !flagged("too-long", &long(30)));
    assert!(flagged("too-short", &long(5)) && !flagged("too-short", &long(6)));
    holds("too-short", &["Fixed bugs"], &["Fixed 40 bugs & 3 leaks in 2 days"]);
}

#[test]
fn several_claims() {
    holds(
        "several-claims",
        &[
            "Wrote the tests for the till. Led the move to Rome.",
            "Wrote the tests for the till; led the move to Rome",
            "Managed a crew of five, increased sales by 20%, and reduced costs by 10%",
            "Wrote unit tests for it. Also improved the coverage by 20%.",
            "Wrote the rota for us, and also trained 3 clerks, and cut the wait by 20%",
            "Manage the shop, train the clerks and write the rota of each week",
            "I wrote the tests for the till. I led the move to Rome.",
        ],
        &[
            "Designed, built and tested the till",
            "Wrote the tests for the till, which halved the faults",
            "Planned the move of shops, e.g. the shop in Rome",
            "Sold hats; 40 of them in a day",
            "Built a tool, based on Go, hosted in Rome and used by 40 shops",
            "Built a till for the shop. See it in the yard of the shop.",
            "Supported the talks on the move; included two meetings in Rome",
            "Ran the desk for a month: assigned tickets, answered calls, and planned visits",
        ],
    );
}

#[test]
fn buzzwords() {
    holds(
        "buzzword",
        &[
            "Results-driven seller of hats",
            "Worked as a team player in 3 shops",
            "Built a cutting-edge till",
            "Significantly cut the wait at the till",
            "Praised as a hard-working seller",
            "Ran the fair, which went very well",
            "Closed the year with great success",
            "Demonstrated strong attention to detail",
            "Demonstrated excellent knowledge of hats",
            "Sold a wide range of hats",
            "Sent the reports in a timely manner",
            "Brought significant improvement to the till",
            "Brought about a huge cost reduction",
            "Gave excellent customer service at the till",
            "Demonstrated ability to count tills",
            "Served guests so as to exceed expectations",
            "Joined the tills of all shops seamlessly",
            "Demonstrated attention to detail in all tasks",
        ],
        &[
            "Built a world-class till: 99% of guests were glad",
            "Cut the wait significantly, by 40%",
            "Sharpened the cutting edges of the tools",
            "Measured the impact of each offer",
            "Found a significant leak",
            "Brought a significant reduction in costs of 20%",
            "Developed leadership skills in trainees",
            "Won the Game Changer Award of Acme",
            "Taught communication skills to clerks",
            "Developed the leadership skills of the clerks",
            "Sold a wide range of hats, including caps",
            "Sold a wide range of hats, caps and coats",
            "Ran a fast-paced shop with 400 guests a day",
            "Ran the fair with great success: 400 guests came",
        ],
    );
}

#[test]
fn tense_fits_the_dates_of_the_job() {
    let job = |dates: &str, line: &str| {
        flags(&format!("## Work\n\n### Nurse, Acme ({dates})\n\n- {line}\n")).contains(&"tense")
    };
    for line in ["Manage a team of 9", "Manages a team of 9", "Managing a team of 9"] {
        assert!(job("2019 – 2021", line), "{line}");
        assert!(job("Jan 2026 – Oct 2026", line), "{line}");
        assert!(!job("2019 – Present", line), "{line}");
        assert!(!job("Jan 2026 – Dec 2026", line), "not over: {line}");
        assert!(!job("2019", line), "not known: {line}");
    }
    assert!(!job("2019 – 2021", "Managed a team of 9"));
    assert!(!job("2019 – 2021", "Cut costs by 9%"));
    assert!(!job("2019 – Present", "Managed a team of 9"));
    assert!(job("2019 – Present", "Currently managed a team of 9"));
    for dates in ["2019 – 2021", "2019 – Present", "2019"] {
        assert!(job(dates, "Organized and lead a team of 9"), "{dates}");
        assert!(job(dates, "Design and tested tills for 9 shops"), "{dates}");
        assert!(!job(dates, "Planned and led a team of 9"), "{dates}");
    }
    for dates in ["2019 – 2021", "2019 – Present", "2019"] {
        assert!(job(dates, "Tested the tills of 9 shops and document the faults"), "{dates}");
        assert!(job(dates, "Design tills for 9 shops, and tested the tills"), "{dates}");
        assert!(!job(dates, "Wrote a tool to count the tills and document the faults"), "{dates}");
        assert!(!job(dates, "Led nurses who plan the shifts and document the faults"), "{dates}");
        assert!(!job(dates, "Helped nurses plan the shifts and document the faults"), "{dates}");
        assert!(!job(dates, "Setup the tills of 9 shops"), "{dates}");
    }
    assert!(!job("2019 – 2021", "Orders were packed in 9 shops"));
    assert!(!job("2019 – 2021", "Links and broken links of 9 shops"));
    assert!(!job("2019 – 2021", "Test progress of 9 shops"));
    assert!(job("2019 – 2021", "Tests the tills of 9 shops"));
    assert!(!job("2019 – 2021", "Network on demand for 9 shops"));
    assert!(!job("2019 – 2021", "Research methods included talks with 9 shops"));
    assert!(!job("2019 – Present", "Built tills that are currently in use in 9 shops"));
}

#[test]
fn the_same_first_word_again_and_again() {
    let repeats = |first: &str, rest: &[&str]| {
        let lines: Vec<String> =
            rest.iter().enumerate().map(|(at, word)| format!("- {word} {at} shops in the north of Rome\n")).collect();
        let advice = advise(&resume(&format!("# Work\n\n## Clerk, Acme\n\n{}", lines.concat())), &Settings::default());
        advice.iter().filter(|advice| advice.rule.id == "repeated-opener" && advice.message.contains(first)).count()
    };
    assert_eq!(repeats("Built", &["Built", "Sold", "Built", "Built", "Built"]), 2);
    assert_eq!(repeats("Built", &["Built", "Sold", "Built", "Led"]), 0);
    assert_eq!(repeats("Creation", &["Creation of", "Creation of", "Creation of"]), 1);
    assert_eq!(repeats("The", &["The", "The", "The"]), 0);
}

#[test]
fn full_stops_at_some_ends() {
    let uneven = |source: &str| {
        let resume = resume(source);
        let advice = advise(&resume, &Settings::default());
        let uneven = advice.iter().filter(|advice| advice.rule.id == "end-punctuation").map(|advice| advice.line);
        uneven.collect::<Vec<_>>()
    };
    assert_eq!(uneven("# Work\n\n- Sold hats\n- Sold caps.\n- Sold coats\n"), [1]);
    assert_eq!(uneven("# Work\n\n- Sold hats.\n- Sold caps.\n- Sold coats\n"), [2]);
    assert!(uneven("# Work\n\n- Sold hats\n- Sold caps etc.\n- Sold to Acme Inc.\n").is_empty());
    assert!(uneven("# Work\n\nWe sold hats and caps in Rome.\n\n- Sold caps\n").is_empty());
    assert!(uneven("# Work\n\n- Sold hats. Led the shop.\n- Sold caps\n").is_empty());
}
