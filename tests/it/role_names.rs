//! How ROLE finds its role.

use crate::support::{file, rolefit};

fn title(role: &str) -> String {
    rolefit(&["show", role]).ok().lines().next().expect("a title").to_owned()
}

#[test]
fn id_title_alias_and_path_find_the_role() {
    for name in ["back-end-developer", "backend developer", "BACK-END ENGINEER", "roles/back-end-developer.yaml"] {
        assert_eq!(title(name), "Back-End Developer", "{name}");
    }
}

#[test]
fn a_name_goes_before_a_path() {
    assert_eq!(title("full/stack developer"), "Full-Stack Developer");
}

#[test]
fn a_file_without_a_yaml_ending_is_read_where_it_exists() {
    let (_folder, path) = file("role.txt", "title: Beekeeper\n");
    assert_eq!(title(&path), "Beekeeper");
    let (_folder, path) = file("Beekeeper.YML", "title: Beekeeper\n");
    assert_eq!(title(&path), "Beekeeper");
}

#[test]
fn an_unknown_role_gets_the_nearest_and_all_ids() {
    let error = rolefit(&["stages", "bakend developper"]).refused();
    assert!(
        error.starts_with("error: no role is called \"bakend developper\"; did you mean \"back-end-developer\"?"),
        "{error}"
    );
    for id in ["teacher", "ux-designer", "accountant"] {
        assert!(error.contains(id), "{error}");
    }
    assert!(error.lines().all(|line| line.chars().count() <= 100), "{error}");
}

#[test]
fn a_stranger_gets_no_guess() {
    let error = rolefit(&["stages", "zzyzx"]).refused();
    assert!(!error.contains("did you mean"), "{error}");
}

#[test]
fn a_missing_file_is_named() {
    let error = rolefit(&["show", "no/such.yaml"]).refused();
    assert!(error.starts_with("error: no/such.yaml: there is no such role spec"), "{error}");
}
