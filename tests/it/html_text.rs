//! Whatever a text of a report holds, its page has the elements and attributes that it has with a harmless one.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;
use rolefit::render::html;
use rolefit::report::{CheckReport, Why, check};
use rolefit::resume::{Format, read};
use rolefit::role::Catalogue;

const RESUME: &str =
    "# Jane\n\n## Work\n\n- Raised unit test coverage from 45% to 82%\n- Helped with reviews\n- Played chess\n";

static REPORT: LazyLock<CheckReport> = LazyLock::new(|| {
    let role = Catalogue::built_in().find("back-end-developer").expect("a built-in role");
    check(&role, &read("a.md", RESUME.as_bytes(), Some(Format::Markdown)).expect("a resume"), 0.0).expect("a report")
});

/// What opens, closes or calls something in HTML, in its attributes, scripts and styles, and in templates.
const SIGNS: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "&",
    "&lt;",
    "&#60;",
    "\"",
    "'",
    "`",
    "=",
    "<!--",
    "-->",
    "<script>",
    "</script>",
    "</style>",
    "<img src=x onerror=alert(1)>",
    "\" onmouseover=\"",
    "' onclick='",
    "javascript:",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "<b",
    "<svg/onload=",
    "]]>",
    "<![CDATA[",
    "\u{0}",
    "\u{1b}[2J",
    "\u{202e}",
    "\n",
    "\t",
    " ",
    "é",
    "a",
    "href=",
];

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => select(SIGNS).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat())
}

/// The report with `text` for every text that comes from a file or an argument.
fn with(text: &str) -> CheckReport {
    let mut report = REPORT.clone();
    text.clone_into(&mut report.role.title);
    text.clone_into(&mut report.resume.path);
    for criterion in &mut report.criteria {
        text.clone_into(&mut criterion.name);
        criterion.next_step = criterion.next_step.take().map(|_| text.to_owned());
    }
    for line in &mut report.lines {
        // Long enough for the places of all evidence.
        line.text = text.to_owned() + &"a".repeat(line.text.chars().count());
        line.location.section = Some(text.to_owned());
        line.location.path = Some(text.to_owned());
        for evidence in line.matches.iter_mut().flat_map(|found| &mut found.evidence) {
            text.clone_into(&mut evidence.text);
            evidence.why = Why::Keyword(text.to_owned());
        }
        for advice in &mut line.advice {
            text.clone_into(&mut advice.message);
            text.clone_into(&mut advice.mend);
        }
    }
    report
}

/// Every tag of a page, in order, with the values of its attributes left out.
fn tags(page: &str) -> Vec<String> {
    let body = page.split_once("<body").and_then(|(_, body)| body.split_once("<script")).expect("a page").0;
    let tag = |after: &str| after.split('>').next().unwrap_or_default().split('"').step_by(2).collect::<String>();
    body.split('<').skip(1).map(tag).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn no_text_opens_an_element_or_adds_an_attribute(text in hostile()) {
        let (page, harmless) = (html::check(&with(&text)), html::check(&with(&"x".repeat(text.chars().count()))));
        let (page, harmless) = (page.expect("a page"), harmless.expect("a page"));
        prop_assert_eq!(tags(&page), tags(&harmless));
        let steers = ['\u{1b}', '\u{202e}', '\u{0}'];
        prop_assert!(!page.contains(steers));
        prop_assert_eq!(page.matches("</script>").count(), 1);
    }
}
