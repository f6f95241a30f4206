//! The contract that docs/json.md gives for `kpi-check --format json`.

use serde_json::Value;

use crate::support::{all, file, rolefit, with};

fn check(more: &[&str]) -> Value {
    rolefit(&[&["kpi-check", "Backend Developer", "examples/resume.md", "--format", "json"], more].concat()).json()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

#[test]
fn the_head_names_versions_role_resume_and_coverage() {
    let report = check(&[]);
    assert_eq!(report["schema_version"], 1);
    assert!(report["matcher_version"].is_u64());
    assert_eq!(report["role"]["id"], "back-end-developer");
    assert_eq!(report["role"]["title"], "Back-End Developer");
    assert_eq!(report["resume"]["path"], "examples/resume.md");
    assert_eq!(report["resume"]["format"], "markdown");
    for kind in ["kpis", "activities"] {
        let counts = &report["coverage"][kind];
        let of_kind = |criterion: &&Value| {
            criterion["kind"] == kind.strip_suffix('s').expect("s").replace("activitie", "activity")
        };
        let criteria: Vec<&Value> = list(&report["criteria"]).iter().filter(of_kind).collect();
        let with_strength = |wanted: &[&str]| {
            criteria.iter().filter(|criterion| wanted.iter().any(|strength| criterion["strength"] == *strength)).count()
        };
        assert_eq!(counts["total"], criteria.len());
        assert_eq!(counts["strong"], with_strength(&["strong"]));
        assert_eq!(counts["covered"], with_strength(&["strong", "partial"]));
    }
}

#[test]
fn criteria_are_activities_then_kpis_in_the_files_order() {
    let report = check(&[]);
    let kinds = all(&report["criteria"], "kind");
    assert_eq!(kinds, [["activity"; 10], ["kpi"; 10]].concat());
    let card = rolefit(&["show", "back-end-developer", "--format", "json"]).json();
    let names = [all(&card["activities"], "name"), all(&card["kpis"], "name")].concat();
    assert_eq!(all(&report["criteria"], "name"), names);
    assert_eq!(report["criteria"][0]["id"], "developing-and-maintaining-server-side-applications");
}

#[test]
fn criteria_and_lines_agree() {
    let report = check(&[]);
    for criterion in list(&report["criteria"]) {
        let lines: Vec<usize> = (0..)
            .zip(list(&report["lines"]))
            .filter(|(_, line)| list(&line["matches"]).iter().any(|found| found["criterion"] == criterion["id"]))
            .map(|(index, _)| index)
            .collect();
        assert_eq!(criterion["lines"], serde_json::json!(lines), "{}", criterion["id"]);
        let strength = criterion["strength"].as_str().expect("a strength");
        assert_eq!(criterion["best_line"].is_null(), strength == "none");
        assert_eq!(criterion["next_step"].is_null(), strength == "strong");
        assert_eq!(list(&criterion["prompts"]).is_empty(), strength == "strong");
        assert_eq!(list(&criterion["measures"]).is_empty(), strength == "strong");
        let Some(best) = criterion["best_line"].as_u64() else { continue };
        let matches = list(&report["lines"][usize::try_from(best).expect("an index")]["matches"]);
        let found = matches.iter().find(|found| found["criterion"] == criterion["id"]).expect("a match");
        assert_eq!((&found["score"], &found["strength"]), (&criterion["score"], &criterion["strength"]));
    }
}

#[test]
fn a_gap_brings_the_questions_and_measures_of_the_spec() {
    let report = rolefit(&["kpi-check", "back-end-developer", "examples/weak-resume.md", "--format", "json"]).json();
    let card = rolefit(&["show", "back-end-developer", "--format", "json"]).json();
    let kpi = |list: &Value| {
        list.as_array().expect("a list").iter().find(|it| it["name"] == "Code quality").expect("a KPI").clone()
    };
    let (gap, item) = (kpi(&report["criteria"]), kpi(&card["kpis"]));
    assert_eq!((&gap["strength"], &gap["prompts"]), (&"none".into(), &item["prompts"]));
    assert_eq!(gap["measures"], item["measures"]);
}

#[test]
fn lines_have_index_text_place_and_evidence_in_characters() {
    let report = check(&[]);
    for (index, line) in list(&report["lines"]).iter().enumerate() {
        assert_eq!(line["index"], index);
        let location = &line["location"];
        assert!(
            location["line"].is_u64() && location["column"].is_u64() && location["section"].is_string(),
            "{location}"
        );
        let text: Vec<char> = line["text"].as_str().expect("a text").chars().collect();
        for found in list(&line["matches"]) {
            assert!(found["kind"] == "kpi" || found["kind"] == "activity");
            assert!(found["strength"] == "partial" || found["strength"] == "strong");
            for place in list(&found["evidence"]) {
                let at = |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("small");
                let words: String = text[at("start")..at("end")].iter().collect();
                assert_eq!(place["text"], words);
                assert!(place["why"].is_string());
            }
        }
    }
}

#[test]
fn evidence_counts_characters_and_not_bytes() {
    let (_folder, role) = file("a.yaml", "title: A\nkpis:\n  - name: Calls\n    keywords: [REST API]\n");
    let args = ["kpi-check", &role, "-", "--input-format", "text", "--format", "json", "--min-score", "0"];
    let report = with(&args, "- Für Zürich: wrote REST API endpoints in Go\n", &[]).json();
    let found = list(&report["lines"][0]["matches"][0]["evidence"]);
    let place = found.iter().find(|place| place["why"] == "keyword: REST API").expect("evidence");
    let expected = serde_json::json!({"start": 18, "end": 26, "text": "REST API", "why": "keyword: REST API"});
    assert_eq!(place, &expected);
}

#[test]
fn a_least_score_of_0_lists_every_pair() {
    let report = check(&["--min-score", "0"]);
    for line in list(&report["lines"]) {
        assert_eq!(all(&line["matches"], "criterion"), all(&report["criteria"], "id"));
    }
    assert!(list(&report["lines"][0]["matches"]).iter().any(|found| found["strength"] == "none"));
}

#[test]
fn a_least_score_leaves_the_criteria_as_they_are() {
    let usual = check(&[]);
    for least in ["0", "0.9"] {
        let report = check(&["--min-score", least]);
        assert_eq!((&report["criteria"], &report["coverage"]), (&usual["criteria"], &usual["coverage"]));
    }
    let high = check(&["--min-score", "0.9"]);
    let matches = list(&high["lines"]).iter().flat_map(|line| list(&line["matches"]));
    assert!(matches.into_iter().all(|found| found["score"].as_f64() >= Some(0.9)));
}

#[test]
fn scores_have_four_decimals_at_most() {
    for line in list(&check(&["--min-score", "0"])["lines"]) {
        for found in list(&line["matches"]) {
            let score = found["score"].as_f64().expect("a number");
            assert!((0.0..=1.0).contains(&score) && found["score"].to_string().len() <= 6, "{score}");
        }
    }
}

#[test]
fn two_runs_write_the_same_bytes() {
    let run = || rolefit(&["kpi-check", "teacher", "examples/resume.md", "--format", "json"]).ok();
    assert_eq!(run(), run());
}

#[test]
fn a_line_is_judged_alone() {
    let alone = |text: &str| {
        let args =
            ["kpi-check", "back-end-developer", "-", "--input-format", "text", "--min-score", "0", "--format", "json"];
        with(&args, text, &[]).json()["lines"][0]["matches"].clone()
    };
    assert_eq!(alone("- Wrote 40 unit tests\n"), alone("- Wrote 40 unit tests\n- Reviewed pull requests\n"));
}
