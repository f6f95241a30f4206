use crate::support::{all, file, rolefit};

#[test]
fn stages_come_in_order_with_their_topics() {
    let list = rolefit(&["stages", "back-end-developer", "--format", "json"]).json();
    assert_eq!(all(&list, "name")[..2], ["Phone screening", "Technical assessment"]);
    assert_eq!(list[1]["topics"][1], "Testing");
    let table = rolefit(&["stages", "back-end-developer"]).ok();
    let place = |name: &str| table.find(name).expect("a stage");
    assert!(place("Phone screening") < place("Offer"), "{table}");
    assert!(table.lines().all(|line| line.chars().count() <= 80), "{table}");
}

#[test]
fn markdown_is_a_table() {
    let text = rolefit(&["stages", "teacher", "--format", "markdown"]).ok();
    assert!(text.contains("| # | Stage | What happens | Prepare |"), "{text}");
}

#[test]
fn a_role_without_stages_says_so() {
    let (_folder, path) = file("a.yaml", "title: A\n");
    assert!(rolefit(&["stages", &path]).ok().contains("no stages"));
    assert_eq!(rolefit(&["stages", &path, "--format", "json"]).ok(), "[]\n");
}
