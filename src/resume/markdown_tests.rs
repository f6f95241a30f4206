//! Tests of `markdown`, apart for the length of that file.

use super::{Line, LineKind, markdown};

fn lines(source: &str) -> Vec<Line> {
    markdown::lines("a.md", source).expect("sound Markdown").lines
}

fn only(lines: &[Line]) -> Vec<(&str, Option<&str>, LineKind)> {
    lines.iter().map(|line| (line.text.as_str(), line.section.as_deref(), line.kind)).collect()
}

#[test]
fn a_resume_with_bold_titles() {
    let source = "# Jane Doe\njane@example.com | [Site](https://example.com)\n\n## Summary\nI build shops. I like trains.\n\n\
        ## Experience\n\n**Senior Engineer**  \n*Acme, Austin, TX*  \n**Jul 2022 - Mar 2024**\n- Built `ETL` for [three](x) &amp; more\n\
        - Technologies used: Java (7, 8), Go\n\n**Clerk**\n*Beta Ltd, Rome*\n\nLed a desk\nof five. Cut costs by 5%.\n\n\
        ### Skills\n- **Languages:** Java\n";
    assert_eq!(
        only(&lines(source)),
        [
            ("I build shops.", Some("Summary"), LineKind::Summary),
            ("I like trains.", Some("Summary"), LineKind::Summary),
            ("Built ETL for three & more", Some("Senior Engineer, Acme"), LineKind::Experience),
            ("Technologies used: Java (7, 8), Go", Some("Senior Engineer, Acme"), LineKind::Skills),
            ("Led a desk of five.", Some("Clerk, Beta Ltd"), LineKind::Experience),
            ("Cut costs by 5%.", Some("Clerk, Beta Ltd"), LineKind::Experience),
            ("Languages: Java", Some("Skills"), LineKind::Skills),
        ]
    );
}

#[test]
fn places_are_those_of_the_words() {
    let lines = lines("## Work\n\n- é **Led** a\n  - Built b\n\nWe sold. We won.\n");
    let places: Vec<_> = lines.iter().map(|line| (line.place.line, line.place.column)).collect();
    assert_eq!(places, [(3, 3), (4, 5), (6, 1), (6, 10)]);
}

#[test]
fn nested_items_are_lines_and_their_titles_are_headings() {
    let source = "# Work\n- **Acme Corp**, 2019 – 2020\n  - Built a\n\n- Led the team to:\n    - cut costs\n1. Won x\n";
    assert_eq!(
        only(&lines(source)),
        [
            ("Built a", Some("Acme Corp"), LineKind::Experience),
            ("Led the team to:", Some("Acme Corp"), LineKind::Experience),
            ("cut costs", Some("Acme Corp"), LineKind::Experience),
            ("Won x", Some("Acme Corp"), LineKind::Experience),
        ]
    );
}

#[test]
fn comments_code_and_front_matter_are_passed_over() {
    for end in ["---", "..."] {
        let source = format!("---\ntitle: x\n{end}\n<!-- - no -->\n\n```\n- no\n```\n\n- Led a\n");
        let lines = lines(&source);
        assert_eq!(only(&lines), [("Led a", None, LineKind::Other)]);
        assert_eq!(lines[0].place.line, 10);
    }
}

#[test]
fn a_resume_in_code_or_html_is_read() {
    let lines_of_code = lines("---\ntitle: x\n---\n\n```text\nWORK\n\n* Led a\n  team\n```\n");
    assert_eq!(only(&lines_of_code), [("Led a team", Some("WORK"), LineKind::Experience)]);
    assert_eq!((lines_of_code[0].place.line, lines_of_code[0].place.column), (8, 3));

    let source = "## Work\n\n<ul>\n<li><b>Baker:</b></li>\n<p>Baked nine loaves.<br>Won a prize.</p>\n</ul>\n\n\
        ### Clerk\n\n<p align=\"left\">\n  Kept <i>all</i> the books.\n</p>\n\n- Wrote b\n";
    let lines_of_html = lines(source);
    assert_eq!(
        only(&lines_of_html),
        [
            ("Baked nine loaves.", Some("Baker"), LineKind::Experience),
            ("Won a prize.", Some("Baker"), LineKind::Experience),
            ("Kept all the books.", Some("Clerk"), LineKind::Experience),
            ("Wrote b", Some("Clerk"), LineKind::Experience),
        ]
    );
    let places: Vec<_> = lines_of_html.iter().map(|line| (line.place.line, line.place.column)).collect();
    assert_eq!(places, [(5, 4), (5, 26), (11, 3), (14, 3)]);
}

#[test]
fn jobs_at_the_level_of_their_section() {
    let source = "## Work\n\n## Acme\n**Clerk** (May 2019 – June 2020)\n- Kept books\n\n## Beta\n- Sold hats\n\n## Skills\n- Go\n";
    assert_eq!(
        only(&lines(source)),
        [
            ("Kept books", Some("Acme, Clerk"), LineKind::Experience),
            ("Sold hats", Some("Beta"), LineKind::Experience),
            ("Go", Some("Skills"), LineKind::Skills),
        ]
    );
}

#[test]
fn lists_of_definitions() {
    let source = "# Work\n\n## Acme\n\nSkills used:\n\n: Java, Go,\n    SQL\n\nRole overview:\n\n:   -   Led a\n        team\n\n    \
        -   Cut b\n\nChallenges:\n\n: We moved all data. Nothing was lost.\n";
    let lines = lines(source);
    assert_eq!(
        only(&lines),
        [
            ("Java, Go, SQL", Some("Skills used"), LineKind::Skills),
            ("Led a team", Some("Acme"), LineKind::Experience),
            ("Cut b", Some("Acme"), LineKind::Experience),
            ("We moved all data.", Some("Challenges, Acme"), LineKind::Experience),
            ("Nothing was lost.", Some("Challenges, Acme"), LineKind::Experience),
        ]
    );
}

#[test]
fn a_label_ends_with_the_list_below_it() {
    let source = "# Jane Doe\n- Languages:\n  - English\n- Nationality: Irish\n\n> I like trains.\n\n\
        # Work\n## Acme\n### Clerk\n- Technologies:\n  - Java\n    - Spring\n- Led a\n## Beta\n- Cut b\n";
    let lines = lines(source);
    assert_eq!(
        only(&lines),
        [
            ("English", Some("Languages"), LineKind::Skills),
            ("Nationality: Irish", Some("Jane Doe"), LineKind::Summary),
            ("I like trains.", Some("Jane Doe"), LineKind::Summary),
            ("Spring", Some("Technologies"), LineKind::Skills),
            ("Led a", Some("Clerk, Acme"), LineKind::Experience),
            ("Cut b", Some("Beta"), LineKind::Experience),
        ]
    );
}

#[test]
fn bullets_that_are_no_markdown_are_items() {
    let source = "## Work\n• Led a\nteam\n• Built b\n\n    - Cut c\n";
    let lines = lines(source);
    let texts: Vec<_> = lines.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(texts, ["Led a team", "Built b", "Cut c"]);
    assert_eq!((lines[2].place.line, lines[2].place.column), (6, 7));
}

#[test]
fn deep_nesting_is_an_error_with_its_place() {
    let error = markdown::lines("a.md", &format!("x\n{}a", "> ".repeat(1000))).expect_err("too deep");
    assert!(error.to_string().starts_with("a.md:2:1: "), "{error}");
    assert!(markdown::lines("a.md", &"- ".repeat(1000)).is_ok());
}
