//! The HTML report, as far as it can be told without a browser; `tests/browser` has the rest.

use std::fs;

use tempfile::TempDir;

use crate::support::{Run, all, file, rolefit, with};

const GOOD: [&str; 5] = ["kpi-check", "back-end-developer", "examples/resume.md", "--format", "html"];

/// Lines that mean harm where they are taken for more than text.
const HOSTILE: &str = "- Cut p95 latency by 40% with <script>alert(1)</script> Redis caching\n\
                       - Wrote 40 unit tests <img src=x onerror=alert(2)> for https://example.com/a\n\
                       - Raised unit test coverage {{7*7}} {% raise %} \"onmouseover='alert(3)' &lt;b&gt;\n\
                       - Reviewed \u{202e}tset tinu 12 pull requests a week\u{2066} </style></script>\n";

fn hostile(more: &[&str]) -> Run {
    with(&[&["kpi-check", "back-end-developer", "-", "--format", "html"], more].concat(), HOSTILE, &[])
}

/// What stands between the first `from` and the next `to`.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let rest = page.split_once(from).unwrap_or_else(|| panic!("{from} in {page}")).1;
    rest.split_once(to).unwrap_or_else(|| panic!("{to} in {page}")).0
}

#[test]
fn text_from_files_stays_text() {
    let page = hostile(&["--input-format", "text"]).ok();
    let body = between(&page, "<body>", "<script>");
    for tag in ["<img", "<b>", "onerror=alert(2)>", "</style>", "=\"onmouseover"] {
        assert!(!body.contains(tag), "{tag} in {body}");
    }
    assert_eq!((page.matches("<script").count(), page.matches("<style").count()), (1, 1));
    assert!(body.contains("&lt;script&gt;alert(1)&lt;&#x2f;script&gt;"), "{body}");
    assert!(body.contains("{{7*7}} {% raise %}") && !body.contains("49"), "{body}");
    assert!(!page.contains(['\u{202e}', '\u{2066}', '\u{1b}']) && body.contains('\u{fffd}'), "{body}");
}

#[test]
fn names_of_roles_and_files_stay_text_too() {
    let spec = "title: <b>Keeper</b>\nkpis:\n  - name: '<i>\"Tests\"'\n    prompts: ['<u>How many?']\n";
    let (_folder, role) = file("role.yaml", spec);
    let (folder, _) = file("<em>.md", "- Wrote 40 unit tests\n");
    let _ = fs::write(folder.path().join("<tt>.md"), "");
    let folder = folder.path().to_str().expect("UTF-8").to_owned();
    for resumes in [folder.clone(), format!("{folder}/<em>.md")] {
        let page = rolefit(&["kpi-check", &role, &resumes, "--format", "html"]).out;
        assert!(page.contains("&lt;b&gt;Keeper") && page.contains("&lt;em&gt;"), "{page}");
        for tag in ["<b>", "<i>\"", "<u>", "<em>", "<tt>"] {
            assert!(!page.contains(tag), "{tag} in {page}");
        }
    }
}

#[test]
fn nothing_in_a_page_leads_out_of_it() {
    let cohort = rolefit(&["kpi-check", "back-end-developer", "examples", "--glob", "*.md", "--format", "html"]).out;
    for page in [rolefit(&GOOD).ok(), cohort] {
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{page}");
        for reference in ["http://", "https://", " src=", "url(", "@import", "<link", "<iframe", " style=", " onclick="]
        {
            assert!(!page.contains(reference), "{reference} in {page}");
        }
        let links = page.split("href=\"").skip(1);
        assert!(links.clone().count() > 3 && links.clone().all(|link| link.starts_with('#')));
        let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
        assert!(policy.starts_with("default-src &#x27;none&#x27;; style-src &#x27;sha256-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
    }
}

#[test]
fn links_lead_to_what_is_there() {
    let page = rolefit(&[&GOOD[..], &["--min-score", "0"]].concat()).ok();
    for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split_once('"')) {
        assert_eq!(page.matches(&format!(" id=\"{}\"", target.0)).count(), 1, "{}", target.0);
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let page = rolefit(&GOOD).ok();
    assert_eq!(page, rolefit(&GOOD).ok());
    let cohort = |threads: &str| {
        let args = ["kpi-check", "back-end-developer", "examples", "--glob", "*.md", "--format", "html"];
        with(&args, "", &[("RAYON_NUM_THREADS", threads)]).out
    };
    assert_eq!(cohort("1"), cohort("4"));
}

#[test]
fn the_page_says_what_the_report_says() {
    let page = rolefit(&GOOD).ok();
    let report = rolefit(&["kpi-check", "back-end-developer", "examples/resume.md", "--format", "json"]).json();
    let kpis = &report["coverage"]["kpis"];
    assert!(page.contains(&format!("<strong>{}</strong> of {} evidenced", kpis["covered"], kpis["total"])), "{page}");
    let version = format!("rules version {}.", report["matcher_version"]);
    assert!(page.contains(&version), "{page}");
    let matches: usize = report["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .map(|line| line["matches"].as_array().expect("matches").len())
        .sum();
    assert_eq!(page.matches("<li id=\"m").count(), matches);
}

#[test]
fn advice_stands_below_its_line_and_rule_by_rule() {
    let args = ["kpi-check", "back-end-developer", "examples/weak-resume.md", "--format"];
    let page = rolefit(&[&args[..], &["html"]].concat()).ok();
    let report = rolefit(&[&args[..], &["json"]].concat()).json();
    let lines = report["lines"].as_array().expect("lines").iter();
    let advice: Vec<&str> = lines.flat_map(|line| all(&line["advice"], "rule")).collect();
    assert!(advice.len() > 5);
    assert_eq!(page.matches("<a class=\"rule\" href=\"#r-").count(), advice.len());
    for rule in advice {
        assert_eq!(page.matches(&format!("<li id=\"r-{rule}\">")).count(), 1, "{rule}");
    }
    let line = between(&page, "Responsible for the back end</p>", "</li>\n</ul>\n</li>");
    assert!(line.contains("begins with &quot;Responsible for&quot;"), "{line}");
    let quiet = rolefit(&[&args[..], &["html", "--ignore", "no-result,weak-opener,too-short,buzzword"]].concat()).ok();
    assert!(!quiet.contains("id=\"wording\"") && !quiet.contains("id=\"advice\""), "{quiet}");
}

#[test]
fn a_gap_has_the_questions_and_measures_that_its_step_does_not_tell() {
    let spec = "title: Keeper\nkpis:\n  - name: Honey yield\n    prompts: [How much?, Which bees?]\n    measures: [kg a hive]\n";
    let (_folder, role) = file("role.yaml", spec);
    let page = rolefit(&["kpi-check", &role, "examples/weak-resume.md", "--format", "html"]).ok();
    let next = between(&page, "id=\"next-name\"", "</section>");
    assert_eq!((next.matches("How much?").count(), next.matches("Which bees?").count()), (1, 1), "{next}");
    assert!(next.contains("Write a line that answers: How much?") && next.contains("kg a hive"), "{next}");
}

#[test]
fn a_file_is_written_whole_and_replaced_only_when_told() {
    let folder = TempDir::new().expect("a folder");
    let path = folder.path().join("report.html").to_str().expect("UTF-8").to_owned();
    let check = |more: &[&str]| rolefit(&[&GOOD[..], &["-o", &path], more].concat());
    assert!(check(&[]).ok().starts_with(&format!("{path}: Back-End Developer, evidenced: ")));
    assert!(check(&[]).refused().contains("--force"));
    check(&["--force"]).ok();
    assert_eq!(fs::read_to_string(&path).expect("written"), rolefit(&GOOD).ok());
}

#[test]
fn a_role_without_kpis_and_a_resume_without_evidence_give_a_page() {
    let (_folder, role) = file("role.yaml", "title: Keeper\nactivities:\n  - name: Inspecting hives\n");
    let check = |resumes: &[&str]| rolefit(&[&["kpi-check", &role, "--format", "html"], resumes].concat()).out;
    let page = check(&["examples/weak-resume.md"]);
    assert!(page.contains("No evidence yet") && !page.contains(">KPIs<"), "{page}");
    assert!(page.contains("Evidences nothing that the role names."), "{page}");
    let cohort = check(&["examples/weak-resume.md", "examples/resume.md"]);
    assert!(cohort.contains("2</strong> resumes held against") && !cohort.contains("Common gaps"), "{cohort}");
}

#[test]
fn a_cohort_is_a_row_a_resume_and_names_what_was_not_read() {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in [("a.md", "- Raised unit test coverage to 82%\n"), ("b.md", "- Sold cars\n"), ("c.md", "")] {
        fs::write(folder.path().join(name), text).expect("written");
    }
    let run = rolefit(&["kpi-check", "back-end-developer", folder.path().to_str().expect("UTF-8"), "--format", "html"]);
    assert_eq!(run.status, 2);
    assert_eq!(run.out.matches("<tr class=\"resume\">").count(), 2);
    assert!(run.out.contains("Common gaps") && run.out.contains("1 could not be read"), "{}", run.out);
    assert!(between(&run.out, "id=\"failures\"", "</section>").contains("c.md"), "{}", run.out);
}

#[test]
fn records_have_no_page() {
    let args = ["kpi-check", "teacher", "--jsonl-input", "-", "--format", "html"];
    assert!(rolefit(&args).refused().contains("jsonl or csv"));
}
