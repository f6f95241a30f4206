//! `advise`: what the wording of lines lacks; and the advice on the lines of `kpi-check`.

use serde_json::Value;

use crate::support::{all, file, rolefit, with};

const WORK: &str = "# Work\n\n## Clerk, Acme (2019 – 2021)\n\n- Responsible for the shop\n\
                    - Sold 40 hats a day to guests from nine countries\n";

#[test]
fn json_names_rule_place_and_words() {
    let (_folder, path) = file("a.md", WORK);
    let report = rolefit(&["advise", &path, "--format", "json"]).json();
    assert_eq!(report["counts"]["warnings"], 1);
    assert_eq!(report["counts"]["notes"], 2);
    let findings = report["findings"].as_array().expect("findings");
    let weak = findings.iter().find(|finding| finding["rule"] == "weak-opener").expect("a finding");
    assert_eq!(weak["severity"], "warning");
    assert_eq!((&weak["line"], &weak["column"]), (&Value::from(5), &Value::from(3)));
    assert_eq!(weak["message"], "begins with \"Responsible for\"");
    assert!(weak["help"].as_str().is_some_and(|help| help.starts_with("Begin with the part")));
    assert_eq!(weak["excerpt"], serde_json::json!({"text": "Responsible for the shop", "start": 0, "end": 15}));
}

#[test]
fn a_folder_is_read_and_a_file_counts_once() {
    let folder = tempfile::TempDir::new().expect("a folder");
    for name in ["a.md", "b.md"] {
        std::fs::write(folder.path().join(name), WORK).expect("written");
    }
    let path = folder.path().to_str().expect("UTF-8");
    let one = format!("{path}/a.md");
    let run = rolefit(&["advise", path, &one, "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!((run.status, &report["counts"]["warnings"]), (0, &Value::from(2)));
    assert!(run.err.contains("a.md: this is named twice, and counts once"), "{}", run.err);
}

#[test]
fn the_table_shows_a_line_once_and_fits_the_width() {
    for columns in ["80", "40"] {
        let table = with(&["advise", "examples/weak-resume.md"], "", &[("COLUMNS", columns)]).ok();
        assert_eq!(table.matches("line 7 ").count(), 1, "{table}");
        assert!(table.lines().all(|line| line.chars().count() <= columns.parse().expect("a number")), "{table}");
        assert!(table.ends_with("15 findings on 7 of 7 lines\n"), "{table}");
    }
    let good = with(&["advise", "-"], "# Work\n\n- Sold 40 hats a day to guests from Rome\n", &[]).ok();
    assert_eq!(good, "No advice on 1 line.\n");
}

#[test]
fn editors_and_pipelines_have_their_formats() {
    let (_folder, path) = file("a.md", WORK);
    let brief = rolefit(&["advise", &path, "--format", "brief", "--only", "weak-opener"]).ok();
    assert!(brief.starts_with(&format!("{path}:5:3: warning: weak-opener: begins with")), "{brief}");
    let github = rolefit(&["advise", &path, "--format", "github"]).ok();
    assert!(github.contains("::warning file="), "{github}");
    let sarif: Value = serde_json::from_str(&rolefit(&["advise", &path, "--format", "sarif"]).ok()).expect("JSON");
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(3));
    assert_eq!(sarif["runs"][0]["tool"]["driver"]["rules"].as_array().map(Vec::len), Some(13));
    let markdown = rolefit(&["advise", &path, "--format", "markdown"]).ok();
    assert!(markdown.contains("| weak-opener |"), "{markdown}");
}

#[test]
fn rules_are_left_out_by_id_and_an_unknown_id_is_a_warning() {
    let (_folder, path) = file("a.md", WORK);
    let run =
        rolefit(&["advise", &path, "--format", "json", "--ignore", "no-result,too-short", "--ignore", "weak-openers"]);
    assert_eq!(run.status, 0);
    assert_eq!(run.err, "warning: no rule is called \"weak-openers\"; did you mean \"weak-opener\"?\n");
    let report: Value = serde_json::from_str(&run.out).expect("JSON");
    assert_eq!(all(&report["findings"], "rule"), ["weak-opener"]);
    let refused = rolefit(&["advise", &path, "--only", "qqqq"]);
    assert_eq!(refused.status, 2);
    assert!(refused.err.contains("`rolefit advise --rules` lists them") && refused.err.contains("no rule is left"));
}

#[test]
fn comments_silence_in_every_format_that_has_them() {
    let shop = "Responsible for the shop";
    let latex = "\\documentclass{article}\n\\begin{document}\n\\section{Experience}\n\\begin{itemize}\n";
    let cases = [
        ("a.md", format!("# Work\n\n- {shop} <!-- rolefit-ignore weak-opener -->\n")),
        ("b.md", format!("# Work\n\n<!-- rolefit-ignore weak-opener -->\n- {shop}\n")),
        ("a.html", format!("<h2>Work</h2><ul>\n<!-- rolefit-ignore weak-opener -->\n<li>{shop}</li></ul>\n")),
        ("a.tex", format!("{latex}\\item {shop} % rolefit-ignore weak-opener\n\\end{{itemize}}\n\\end{{document}}\n")),
        (
            "a.yaml",
            format!(
                "cv:\n  sections:\n    experience:\n      - company: A\n        highlights:\n          # rolefit-ignore weak-opener\n          - {shop}\n"
            ),
        ),
    ];
    for (name, content) in cases {
        let (_folder, path) = file(name, &content);
        let only = |content: &str| {
            std::fs::write(&path, content).expect("written");
            let report = rolefit(&["advise", &path, "--only", "weak-opener", "--format", "json"]).json();
            report["findings"].as_array().map(Vec::len)
        };
        assert_eq!(only(&content), Some(0), "{name}");
        assert_eq!(only(&content.replace("rolefit-ignore weak-opener", "x")), Some(1), "{name}");
    }
}

#[test]
fn an_unknown_rule_in_a_comment_is_a_warning_with_its_place() {
    let (_folder, path) = file("a.md", "# Work\n\n- Sold 40 hats a day <!-- rolefit-ignore tens -->\n");
    let warning = format!("warning: {path}:3: no rule is called \"tens\"; did you mean \"tense\"?\n");
    assert_eq!(rolefit(&["advise", &path]).err, warning);
    assert_eq!(rolefit(&["kpi-check", "teacher", &path]).err, warning);
}

#[test]
fn more_than_is_allowed_is_status_1() {
    let (_folder, path) = file("a.md", WORK);
    let run = rolefit(&["advise", &path, "--max-findings", "2"]);
    assert_eq!((run.status, run.err.as_str()), (1, "too many: 3 findings, and --max-findings allows 2\n"));
    assert_eq!(rolefit(&["advise", &path, "--max-findings", "3"]).status, 0);
    let run = rolefit(&["advise", &path, "no.md", "--max-findings", "0", "--format", "brief"]);
    assert_eq!(run.status, 2);
    assert!(run.out.contains("no.md:1:1: error: unreadable") && run.out.contains("weak-opener"), "{}", run.out);
    assert!(rolefit(&["advise", "no.md"]).refused().contains("no.md: there is no such file"));
}

#[test]
fn dates_are_held_against_the_day_that_is_told() {
    let work = "# Work\n\n## Clerk, Acme (Jan 2030 – Jun 2031)\n\n- Opened a shop for 40 guests in 2031\n- Sell hats to 40 guests a day\n";
    let (_folder, path) = file("a.md", work);
    let rules = |today: &str| {
        let report = rolefit(&["advise", &path, "--today", today, "--format", "json"]).json();
        all(&report["findings"], "rule").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(rules("2026-11-25"), ["odd-number"]);
    assert_eq!(rules("2031-12-01"), ["tense"]);
    let refused = rolefit(&["advise", &path, "--today", "tomorrow"]);
    assert!(refused.status == 2 && refused.err.contains("YYYY-MM-DD"), "{}", refused.err);
}

#[test]
fn the_dates_of_every_format_are_known() {
    let cases = [
        (
            "a.json",
            r#"{"basics": {}, "work": [{"name": "A", "startDate": "2019", "endDate": "2021-05", "highlights": ["Sell 40 hats a day to guests"]}]}"#,
        ),
        (
            "a.yaml",
            "cv:\n  sections:\n    experience:\n      - company: A\n        start_date: 2019-01\n        end_date: 2021-05\n        highlights:\n          - Sell 40 hats a day to guests\n",
        ),
        ("a.txt", "EXPERIENCE\n\nClerk, Acme, 2019 – 2021\n- Sell 40 hats a day to guests\n"),
        ("a.md", "# Work\n\n**Clerk**  \n*Acme, Rome*  \n**Jan 2019 - May 2021**\n- Sell 40 hats a day to guests\n"),
        (
            "a.tex",
            "\\documentclass{article}\n\\begin{document}\n\\section{Experience}\n\\resumeSubheading{Clerk}{2019 -- 2021}{Acme}{Rome}\n\\resumeItem{Sell 40 hats a day to guests}\n\\end{document}\n",
        ),
    ];
    for (name, content) in cases {
        for (text, expected) in [
            (content.to_owned(), 1),
            (content.replace("2021-05", "present").replace("May 2021", "now").replace("2021", "now"), 0),
        ] {
            let (_folder, path) = file(name, &text);
            let report = rolefit(&["advise", &path, "--only", "tense", "--format", "json"]).json();
            assert_eq!(report["findings"].as_array().map(Vec::len), Some(expected), "{text}");
        }
    }
}

#[test]
fn all_rules_are_listed_with_their_reasons() {
    let rules = rolefit(&["advise", "--rules", "--format", "json"]).json();
    let ids = all(&rules, "id");
    assert_eq!(ids.len(), 13);
    for key in ["level", "reason", "mend", "weak", "example"] {
        assert!(all(&rules, key).iter().all(|text| !text.is_empty()), "{key}");
    }
    let table = rolefit(&["advise", "--rules"]).ok();
    assert!(ids.iter().all(|id| table.contains(id)), "{table}");
    assert!(rolefit(&["advise", "--rules", "--format", "sarif"]).refused().contains("table, json or markdown"));
}

#[test]
fn the_answer_goes_to_a_file_and_never_over_what_is_read() {
    let (folder, path) = file("a.md", WORK);
    let out = folder.path().join("advice.json");
    let out = out.to_str().expect("UTF-8");
    assert_eq!(rolefit(&["advise", &path, "--format", "json", "-o", out]).ok(), format!("{out}: written\n"));
    assert!(std::fs::read_to_string(out).is_ok_and(|text| text.contains("weak-opener")));
    assert_eq!(rolefit(&["advise", &path, "-o", &path, "--force"]).status, 2);
    assert_eq!(std::fs::read_to_string(&path).expect("still there"), WORK);
}

mod in_kpi_check {
    use super::*;

    #[test]
    fn lines_carry_their_advice() {
        let (_folder, path) = file("a.md", WORK);
        let report = rolefit(&["kpi-check", "teacher", &path, "--format", "json", "--ignore", "too-short"]).json();
        let advice = &report["lines"][0]["advice"];
        assert_eq!(all(advice, "rule"), ["no-result", "weak-opener"]);
        assert_eq!((&advice[1]["start"], &advice[1]["end"]), (&Value::from(0), &Value::from(15)));
        assert!(advice[1]["mend"].is_string() && advice[1]["message"].is_string());
        let rules = rolefit(&["advise", "--rules", "--format", "json"]).json();
        let rule = rules.as_array().expect("rules").iter().find(|rule| rule["id"] == "weak-opener").expect("a rule");
        assert_eq!(advice[1]["example"], rule["example"]);
        assert_eq!(report["lines"][1]["advice"], serde_json::json!([]));
    }

    #[test]
    fn the_table_shows_it_for_lines_that_evidence_nothing() {
        let table = rolefit(&["kpi-check", "teacher", "examples/weak-resume.md"]).ok();
        assert!(table.contains("wording  has no number"), "{table}");
        assert!(table.contains("Advice on the wording of 7 of 7 lines: rolefit advise"), "{table}");
        let (_folder, long) = file("a-resume-with-a-name-that-is-longer-than-a-terminal-is-wide.md", "- Sold hats\n");
        let table = rolefit(&["kpi-check", "teacher", &long]).ok();
        assert!(
            table.contains(&format!("\nAdvice on the wording of 1 of 1 line:\n  rolefit advise {long}\n")),
            "{table}"
        );
        let table = with(&["kpi-check", "teacher", "-"], "- Sold hats\n", &[]).ok();
        assert!(table.contains("of 1 of 1 line: give the same input to `rolefit advise -`\n"), "{table}");
        let markdown = rolefit(&["kpi-check", "teacher", "examples/weak-resume.md", "--format", "markdown"]).ok();
        assert!(markdown.contains("(has no number that shows what came of it"), "{markdown}");
    }

    #[test]
    fn advice_changes_no_score_and_no_day_changes_it() {
        let (_folder, path) = file("a.md", "# Work\n\n- Responsible for 40 guests in 2090\n");
        let report =
            |more: &[&str]| rolefit(&[&["kpi-check", "teacher", &path, "--format", "json"], more].concat()).json();
        let (plain, silent) = (report(&[]), report(&["--ignore", "weak-opener"]));
        assert_eq!(plain["criteria"], silent["criteria"]);
        assert_eq!(all(&plain["lines"][0]["advice"], "rule"), ["weak-opener"]);
    }
}
