use crate::support::{file, rolefit, with};

#[test]
fn json_is_the_spec_with_its_id() {
    let card = rolefit(&["show", "backend developer", "--format", "json"]).json();
    assert_eq!(card["id"], "back-end-developer");
    assert_eq!(card["kpis"].as_array().map(Vec::len), Some(10));
    let first = &card["activities"][0];
    for key in ["name", "description", "keywords", "measures", "prompts", "example", "weight"] {
        assert!(!first[key].is_null(), "{key}");
    }
    assert_eq!(card["stages"][0]["topics"][0], "General");
    assert_eq!(card["questions"].as_array().map(Vec::len), Some(20));
}

#[test]
fn sections_are_those_asked_for() {
    let card = rolefit(&["show", "teacher", "--section", "kpis", "--section", "stages", "--format", "json"]).json();
    let keys: Vec<&String> = card.as_object().expect("an object").keys().collect();
    let mut sorted = keys.clone();
    sorted.sort();
    assert_eq!(sorted, ["id", "kpis", "stages", "title"]);
    let table = rolefit(&["show", "teacher", "--section", "about"]).ok();
    assert!(table.contains("also ") && !table.contains("KPIs") && !table.contains("Questions"), "{table}");
}

#[test]
fn an_unknown_section_gets_the_known_ones() {
    let error = rolefit(&["show", "teacher", "--section", "kpi"]).refused();
    assert!(
        error.contains(
            "about, activities, kpis, requirements, stages or questions, and not \"kpi\"; did you mean kpis?"
        ),
        "{error}"
    );
}

#[test]
fn yaml_reads_back_as_the_same_role() {
    for role in ["back-end-developer", "teacher", "registered-nurse"] {
        let spec = rolefit(&["show", role, "--format", "yaml"]).ok();
        let (_folder, path) = file(&format!("{role}.yaml"), spec);
        let json = |name: &str| rolefit(&["show", name, "--format", "json"]).ok();
        assert_eq!(json(&path), json(role));
    }
}

#[test]
fn every_role_fits_80_and_200_columns() {
    for columns in [80, 200] {
        for role in rolefit(&["roles", "--format", "json"]).json().as_array().expect("roles") {
            let id = role["id"].as_str().expect("an id");
            let card = with(&["show", id], "", &[("COLUMNS", &columns.to_string())]).ok();
            assert!(card.lines().all(|line| line.chars().count() <= columns), "{id}: {card}");
        }
    }
}

#[test]
fn markdown_has_a_heading_a_section() {
    let text = rolefit(&["show", "back-end-developer", "--format", "markdown"]).ok();
    for heading in ["# Back-End Developer\n", "\n## Activities\n", "\n## KPIs\n", "\n## Stages\n", "\n## Questions\n"] {
        assert!(text.contains(heading), "{heading}");
    }
    assert!(text.contains("### Developing \\& Maintaining Server Side Applications (must have)"));
}

#[test]
fn a_bare_spec_has_a_card() {
    let (_folder, path) = file("beekeeper.yaml", "title: Beekeeper\nkpis:\n  - name: Honey\n");
    let card = rolefit(&["show", &path]).ok();
    assert!(card.starts_with("Beekeeper\nbeekeeper\n") && card.contains(" 1. Honey\n"), "{card}");
}
