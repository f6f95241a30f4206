//! Texts made of one thing over and over: four times as much of it takes about four times as long, in every reader and
//! every renderer. Where it does not, a page of it would stop the program.

use std::time::{Duration, Instant};

use rolefit::import::import;
use rolefit::render::{Width, json, markdown, table};
use rolefit::report::{CheckReport, LinesReport, check};
use rolefit::resume::{Format, read};
use rolefit::role::{Catalogue, parse};

/// What the texts are made of.
const PIECES: &[&str] = &[
    "a",
    " ",
    ".",
    "a.",
    "a. ",
    "A. b ",
    "\n",
    "- a\n",
    "-",
    "*",
    "_",
    "`",
    "[",
    "[a](",
    "(",
    "<",
    "<p",
    "&",
    "&amp;",
    "> ",
    "# ",
    "|a",
    "a|b\n",
    "\\",
    "{",
    "{}",
    "$",
    "%",
    "\\begin{a}",
    "\\item a",
    "\\newcommand{\\a}{b}",
    "\\textbf{",
    "\\verb|",
    "\"",
    "<li>",
    "<li>a",
    "<div>",
    "<table>",
    "<tr><td>a",
    "<script>",
    "<!--",
    "<a b=c ",
    "a: b\n",
    "a, ",
    "2019 ",
    "2019 – 2021\n",
    "a@b.c ",
    "http://a.b/c ",
    "ABCD EF\n",
    "Led a team of five and cut costs. ",
    "optimi-\n",
    "\r",
    "\t",
    "\u{200b}",
    "e\u{301}",
    "\u{ad}",
    "• a\n",
    "•",
    "1. a\n",
    "(a) ",
    "a\n---\n",
    "# a\n",
    "```\n",
    "    a\n",
    "*a*",
    "**a** ",
    "- - - - a\n",
    "\"a\":",
    "[1,",
    "- - ",
    "a: {",
    "&a *a ",
    "&#x41;",
    "a? ",
    "!a",
    "a/b",
    "a;b ",
    "Jan 2020 - ",
    "Work Experience\n",
    "Skills: Java, ",
    "漢字",
    "😀",
    "ﬃ",
    "İ",
    "a,b\n",
    "'",
    "a)",
    "1",
    "1.",
    "A ",
    "a-",
    "Ab",
    " <b>",
    "and so on with all that there is to do in the shop, day by day,\n",
    "Your duties include a, b, ",
    "You will lead it.\n\n",
];

/// A text of about `size` bytes.
fn text(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

/// What is done with a text.
type Work = fn(&str);

/// All of it, by name.
const WORKS: &[(&str, Work)] = &[
    ("text", |text| drop(read("a", text.as_bytes(), Some(Format::Text)))),
    ("markdown", |text| drop(read("a", text.as_bytes(), Some(Format::Markdown)))),
    ("html", |text| drop(read("a", text.as_bytes(), Some(Format::Html)))),
    ("latex", |text| drop(read("a", text.as_bytes(), Some(Format::Latex)))),
    ("JSON Resume", |text| {
        let json = serde_json::json!({"basics": {"summary": text}, "work": [{"highlights": [text]}]}).to_string();
        drop(read("a", json.as_bytes(), Some(Format::JsonResume)));
    }),
    ("RenderCV", |text| drop(read("a", text.as_bytes(), Some(Format::RenderCv)))),
    ("RenderCV text", |text| {
        let yaml = format!("cv:\n  sections:\n    a:\n      - {}\n", serde_json::Value::from(text));
        drop(read("a", yaml.as_bytes(), Some(Format::RenderCv)));
    }),
    ("record", |text| {
        let record = serde_json::json!({"id": "a", "lines": [text]}).to_string();
        drop(read("a", record.as_bytes(), Some(Format::Jsonl)));
    }),
    ("format", |text| drop(read("a", text.as_bytes(), None))),
    ("role spec", |text| drop(parse(text, "a.yaml"))),
    ("role name", |text| drop(parse(&format!("title: {}\nkpis: 5\n", serde_json::Value::from(text)), "a.yaml"))),
    ("page", |text| drop(import("a", text.as_bytes(), Some(rolefit::import::Kind::Page)))),
    ("posting", |text| drop(import("a", text.as_bytes(), Some(rolefit::import::Kind::Posting)))),
    ("posting's duties", |text| drop(import("a", format!("# Cook\n\n## Duties\n\n- {text}\n").as_bytes(), None))),
    ("lines as table", |text| drop(lines(text).map(|report| table::lines(&report, Width::USUAL)))),
    ("lines as Markdown", |text| drop(lines(text).map(|report| markdown::lines(&report)))),
    ("lines as JSON", |text| drop(lines(text).map(|report| json(&report)))),
    ("check", |text| drop(checked(text))),
    ("check as table", |text| drop(checked(text).map(|report| table::check(&report, Width::USUAL)))),
    ("check as Markdown", |text| drop(checked(text).map(|report| markdown::check(&report)))),
];

/// A record keeps its text as it is: nothing is cut into lines before it is rendered.
fn record(text: &str) -> Option<rolefit::resume::Resume> {
    let record = serde_json::json!({"id": "a", "lines": [format!("Built {text}")]}).to_string();
    read("a", record.as_bytes(), Some(Format::Jsonl)).ok()
}

fn lines(text: &str) -> Option<LinesReport> {
    record(text).map(LinesReport::from)
}

fn checked(text: &str) -> Option<CheckReport> {
    let role = Catalogue::built_in().find("back-end-developer").ok()?;
    check(&role, &record(text)?, 0.0).ok()
}

const SMALL: usize = 2_000;
/// Four times as much may take this many times as long; twice that is what takes the square.
const MOST_GROWTH: u32 = 8;
/// What takes less is too short to tell growth from chance.
const TELLING: Duration = Duration::from_millis(150);

/// The shortest of a few runs: others work on the machine too.
fn time(work: Work, text: &str) -> Duration {
    let run = |_| {
        let begun = Instant::now();
        work(text);
        begun.elapsed()
    };
    (0..3).map(run).min().unwrap_or_default()
}

#[test]
#[ignore = "a minute where nothing else runs; `cargo test --test it limits -- --ignored --nocapture`"]
fn nothing_takes_the_square_of_its_length() {
    let mut slow = Vec::new();
    for (name, work) in WORKS {
        println!("{name}");
        for piece in PIECES {
            let begun = Instant::now();
            work(&text(piece, 4 * SMALL));
            if begun.elapsed() < TELLING {
                continue;
            }
            let (small, large) = (time(*work, &text(piece, SMALL)), time(*work, &text(piece, 4 * SMALL)));
            if large > TELLING && large > small * MOST_GROWTH {
                println!("{name} of {piece:?}: {small:?}, four times as much {large:?}");
                slow.push((name, piece));
            }
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}

/// What the import took the square of, at a size at which that would take minutes.
#[test]
fn a_posting_of_one_thing_over_and_over_is_imported_soon() {
    for (start, piece) in [
        ("<html><h1>Cook</h1><h2>Duties</h2><ul><li>Fry eggs<li>", " <b> </b>"),
        ("<html><h1>Cook</h1><h2>Duties</h2><ul><li>Fry eggs<table><td>a", " <i>"),
        ("Cook\n\nDuties:\n\n", "and so on with all that there is to do in the shop, day by day,\n"),
        ("# Cook\n\n## Duties\n\n- Your duties include opening the shop", ", closing it, a"),
    ] {
        let begun = Instant::now();
        drop(import("a", format!("{start}{}", text(piece, 600_000)).as_bytes(), None));
        assert!(begun.elapsed() < Duration::from_mins(1), "{piece:?}: {:?}", begun.elapsed());
    }
}

/// Matching relates every action of a line to every subject, so that a line has an end for it.
#[test]
fn a_line_without_an_end_is_judged_by_its_beginning() {
    let long = text("Built REST APIs and tuned MySQL queries for customers ", 200_000);
    let judged = |line: &str| {
        let file = format!("- {line}\n");
        let found = crate::support::with(&["kpi-check", "back-end-developer", "-", "--format", "json"], &file, &[]);
        let report: serde_json::Value = serde_json::from_str(&found.out).expect("JSON");
        (report["criteria"].clone(), found.err)
    };
    let (criteria, said) = judged(&long);
    assert!(said.contains("-:1:3: this line has more than 300 words, of which the first 300 are judged"), "{said}");
    let beginning: String = long.split_inclusive(' ').take(300).collect();
    assert_eq!(judged(&beginning), (criteria, String::new()));
}
