//! `fit`, and what it says of every built-in role.

use std::fmt::Write as _;

use rolefit::report::Fitter;
use rolefit::resume::{Format, read};
use rolefit::role::Role;

use crate::support::{all, every_role, rolefit, with};

const RESUME: &str = "examples/resume.md";

/// The example lines of a role, as a resume.
fn examples(role: &Role) -> String {
    let criteria = role.criteria();
    criteria.iter().filter_map(|criterion| criterion.item.example.as_deref()).fold(String::new(), |mut text, line| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "- {line}");
        text
    })
}

#[test]
fn the_role_of_a_resume_comes_first() {
    let report = rolefit(&["fit", RESUME, "--format", "json"]).json();
    let roles = report["roles"].as_array().expect("roles");
    assert_eq!((roles.len(), &report["matcher_version"]), (10, &rolefit::matching::VERSION.into()));
    assert_eq!(roles[0]["id"], "back-end-developer");
    let fits: Vec<f64> = roles.iter().map(|role| role["fit"].as_f64().expect("a number")).collect();
    assert!(fits.is_sorted_by(|a, b| a >= b) && fits[0] <= 1.0, "{fits:?}");
    for role in roles {
        let (coverage, lines) = (role["coverage_share"].as_f64(), role["lines_share"].as_f64());
        let product = coverage.expect("a share") * lines.expect("a share");
        assert!((product.sqrt() - role["fit"].as_f64().expect("a fit")).abs() < 1e-3, "{role}");
        let line = &role["strongest"]["line"];
        assert!(line["location"]["line"].is_u64() && !line["text"].as_str().expect("a text").is_empty(), "{role}");
    }
}

#[test]
fn coverage_is_that_of_the_check() {
    let report = rolefit(&["fit", RESUME, "--top", "3", "--format", "json"]).json();
    for role in report["roles"].as_array().expect("roles") {
        let id = role["id"].as_str().expect("an id");
        let check = rolefit(&["kpi-check", id, RESUME, "--format", "json"]).json();
        assert_eq!(role["coverage"], check["coverage"], "{id}");
        let gaps = check["criteria"].as_array().expect("criteria").iter().filter(|found| found["strength"] == "none");
        assert_eq!(role["missing"].as_array().expect("gaps").len(), gaps.count(), "{id}");
    }
}

#[test]
fn a_function_leaves_its_roles_with_their_ranks() {
    let every = rolefit(&["fit", RESUME, "--top", "99", "--format", "json"]).json();
    let some = rolefit(&["fit", RESUME, "--function", "DATA", "--format", "json"]).json();
    let data: Vec<_> =
        every["roles"].as_array().expect("roles").iter().filter(|role| role["function"] == "Data").collect();
    assert!(!data.is_empty());
    assert!(some["roles"].as_array().expect("roles").iter().eq(data));
    let error = rolefit(&["fit", RESUME, "--function", "dta"]).refused();
    assert!(error.contains("did you mean \"Data\"?"), "{error}");
}

#[test]
fn nothing_to_show_is_said() {
    let none = with(&["fit", "-", "--input-format", "text"], "- Sang in a choir\n", &[]).ok();
    assert!(none.contains("None of these roles is evidenced by any line."), "{none}");
    assert!(with(&["fit", "-"], "", &[]).refused().contains("error: "));
    assert!(rolefit(&["fit", RESUME, "--top", "0"]).refused().contains("--top 0"));
}

#[test]
fn tables_keep_their_width_and_markdown_is_one_table() {
    for width in ["40", "80"] {
        let table = with(&["fit", RESUME, "--top", "4"], "", &[("COLUMNS", width)]).ok();
        let widest = table.lines().map(|line| line.chars().count()).max().unwrap_or_default();
        assert!(widest <= width.parse().expect("a number"), "{table}");
        assert!(table.contains("Fit is the root of"), "{table}");
    }
    let markdown = rolefit(&["fit", RESUME, "--top", "4", "--format", "markdown"]).ok();
    assert_eq!(markdown.lines().filter(|line| line.starts_with("| ")).count(), 5, "{markdown}");
}

#[test]
fn ids_are_those_of_the_list_of_roles() {
    let known = rolefit(&["roles", "--format", "json"]).json();
    let report = rolefit(&["fit", RESUME, "--top", "99", "--format", "json"]).json();
    assert!(all(&report["roles"], "id").iter().all(|id| all(&known, "id").contains(id)));
}

#[test]
fn every_example_is_strong_evidence_for_its_own_criterion() {
    use rolefit::matching::{Matcher, Strength};

    let mut weak = Vec::new();
    for role in every_role() {
        let matcher = Matcher::new(&role);
        let mut judge = matcher.judge();
        for (place, criterion) in role.criteria().iter().enumerate() {
            let Some(example) = &criterion.item.example else {
                weak.push(format!("{}: {} has no example", role.id, criterion.id));
                continue;
            };
            let found = &judge.judge(example)[place];
            if found.strength != Strength::Strong {
                weak.push(format!("{}: {} {:.2}: {example}", role.id, criterion.id, found.score));
            }
        }
    }
    assert!(weak.is_empty(), "{} examples:\n{}", weak.len(), weak.join("\n"));
}

#[test]
fn the_examples_of_every_role_fit_it_better_than_any_role_of_another_function() {
    let roles = every_role();
    let fitter = Fitter::new(&roles);
    for role in &roles {
        let resume = read("r.txt", examples(role).as_bytes(), Some(Format::Text)).expect("a resume");
        let report = fitter.fit(&resume).expect("a report");
        let own = report.roles.iter().find(|fit| fit.id == role.id).unwrap_or_else(|| panic!("{} fits", role.id));
        let above = report.roles.iter().take_while(|fit| fit.fit >= own.fit);
        let unrelated: Vec<&str> =
            above.filter(|fit| fit.function != own.function).map(|fit| fit.id.as_str()).collect();
        assert!(unrelated.is_empty(), "{}: {unrelated:?}", role.id);
    }
}
