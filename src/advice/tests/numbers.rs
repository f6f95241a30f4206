//! The rules that read numbers: which measure, and which cannot be.

use super::*;

#[test]
fn no_result_knows_numbers_that_measure_nothing() {
    holds(
        "no-result",
        &[
            "Moved the shop from Python 2.7 to Python 3.11",
            "Added a login by OAuth 2.0 to the portal",
            "Audited accounts for a Big Four firm in 2019",
            "Ran the help desk around the clock, 24/7",
            "Led Six Sigma courses for B2B sales",
            "Answered calls on +1 (555) 010-0199",
            "Answered calls on 555-010-0199 in May 2021",
            "Built an HTML5 player with 3D sound on EC2 and S3",
            "Prepared for the ISO 9001 audit and for SOC 2",
            "Supported Windows 10 and Office 365",
            "Added two-factor sign-in and a 3-tier layout",
            "Filed I-9 forms and ran the COVID-19 desk",
            "Improved the speed of the page a lot",
            "Kept the books by double-entry rules",
            "Served as the secretary of the choir (2017-18)",
            "Supported Windows 10/11 and gave Tier 1/2 help",
            "Filed Form 24Q and the 10-K, and kept the 401k records",
            "Mended the 404 page of the shop",
            "Moved the till from Python 2 to 3 and ran Release 2.2 and 2.3",
            "Took part in price streamlining and the new rota",
            "Taught a Top 10 school how to weld",
            "Ran the fair, which led to great success",
            "Ran the fair, resulting in happy customers",
        ],
        &[
            "Cut costs by 5%",
            "Cut costs by 40 % within a year",
            "Sold goods for $1.2M",
            "Trained three drivers",
            "Trained dozens of drivers",
            "Halved the waiting time",
            "Doubled the sales of hats",
            "Led 8 people",
            "Sold 2019 hats in Rome",
            "Answered queries within 200ms",
            "Finished the hall ahead of schedule",
            "Cut the close of the books from days to hours",
            "Managed a 4-person crew",
            "Migrated 30 Windows 10 machines",
            "Served over 1 million readers",
            "Cut losses by a third",
            "Won 1st place at the fair",
            "Moved the till to the door, reducing waits",
            "Moved the till to the door, which cut the waits",
            "Moved the till to the door so that nobody waits",
            "Ranked in the Top 10 of the bakers in town",
            "Moved 20TB of scans and 400km of cable",
            "Drew 500kW from the roof of the shop",
            "Finished the hall a month early",
            "Wrote a rota that led to nothing; moved the till, resulting in shorter waits",
        ],
    );
}

#[test]
fn odd_numbers() {
    holds(
        "odd-number",
        &[
            "Cut costs by 150%",
            "A 120% reduction in waiting time",
            "Kept 110% uptime for a year",
            "Kept uptime of 110% for a year",
            "Reduced the wait from 5 to 20 minutes",
            "Increased sales from $2M to $800k",
            "Opened a shop in 2031",
            "Opened a shop in December 2026",
            "Opened a shop in 12/2026",
            "Opened a shop in 13/2022",
            "Opened a shop on 2022-13-05",
            "Opened a shop on 31/31/2022",
            "Reached an uptime of 110 % in the shop",
            "Reached customer satisfaction of 104%",
            "Wrote the rota anew, cutting order processing time by 150%",
            "Reduced perceived waiting time by more than 200%",
            "Reduced the wait by over 100%",
            "Reduced downtime 150%",
            "Reached 150% customer satisfaction",
            "Opened a shop in January 2027 as its head",
            "Ran the shop from 2021 to 2019",
            "Scored 12 out of 10 at the fair",
        ],
        &[
            "Increased sales by 150%",
            "Reached 130% of the sales target",
            "Cut costs by 100%",
            "Reduced the wait from 2 hours to 30 minutes",
            "Reduced the wait from 20 to 5 minutes",
            "Grew the crew from 4 to 12 people",
            "Increased sales from 800k to $2M",
            "Cut the wait and increased sales by 150%",
            "Cut costs by 40% and scaled the shop by 120%",
            "Opened a shop in November 2026",
            "Wrote the plan for the years until 2030 sales",
            "Increased coverage by 140%",
            "Opened a shop on 05/31/2022 and one on 31/05/2022",
            "Ran the shop in 2019-20 and 2022-25",
            "Opened a shop on 2022-12-31",
            "Saw a growth of 150% in two years",
            "Planned the roadmap of shops in 2031",
            "Let the shop to a baker until 2031",
            "Led the class of 2031 through the fair",
            "Studied to graduate in 2031",
            "Cut the wait while growing sales by 150%",
            "Increased sales by more than 200%",
            "Reached 300% ROI and 110% of quota",
            "Cut the wait to 150%",
            "Saved sales 120% of the year before",
            "Ran the shop from 2019 to 2021",
            "Scored 10 out of 12 at the fair",
        ],
    );
}

#[test]
fn without_a_day_no_date_is_in_the_future() {
    let future = resume("# Work\n\n- Opened a shop in 2031 with 3 clerks\n");
    assert!(advise(&future, &Settings::default()).is_empty());
}
