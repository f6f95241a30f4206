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
fn titles_that_people_type_find_their_roles() {
    for (typed, id) in [
        ("Software Engineer", "back-end-developer"),
        ("software developer", "back-end-developer"),
        ("java developer", "back-end-developer"),
        ("Python Developer", "back-end-developer"),
        ("C# developer", "back-end-developer"),
        ("react developer", "front-end-developer"),
        ("lawyer", "corporate-counsel"),
        ("Attorney", "corporate-counsel"),
        ("QA", "qa-engineer"),
        ("tester", "qa-engineer"),
        ("System Administrator", "it-support-specialist"),
        ("sysadmin", "it-support-specialist"),
        ("bookkeeper", "accountant"),
        ("HR Manager", "hr-business-partner"),
        ("sales representative", "account-executive"),
        ("sales rep", "account-executive"),
        ("Marketing Manager", "digital-marketing-manager"),
        ("UI Designer", "ux-designer"),
        ("DevOps", "devops-engineer"),
        ("nurse", "registered-nurse"),
        ("math teacher", "teacher"),
        ("customer service", "customer-support-representative"),
    ] {
        assert_eq!(rolefit(&["show", typed, "--format", "json"]).json()["id"], id, "{typed}");
    }
}

#[test]
fn a_guess_goes_by_what_tells_jobs_apart() {
    let guess = |typed: &str| {
        let error = rolefit(&["show", typed]).refused();
        error.lines().next().expect("a line").split_once("; did you mean ").map(|(_, behind)| behind.to_owned())
    };
    assert_eq!(guess("sofware enginer").as_deref(), Some("\"back-end-developer\"?"));
    assert_eq!(guess("business analyst").as_deref(), Some("\"data-analyst\" or \"business-intelligence-developer\"?"));
    assert_eq!(guess("zoo manager"), None);
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
fn an_unknown_role_gets_the_nearest_and_how_to_list_all() {
    let error = rolefit(&["stages", "bakend developper"]).refused();
    assert_eq!(
        error,
        "error: no role is called \"bakend developper\"; did you mean \"back-end-developer\"?\n\
         `rolefit roles` lists all 42.\n\
         Or give the path of a role spec (.yaml); `rolefit import` makes one of a posting\n"
    );
}

#[test]
fn a_stranger_gets_no_guess() {
    let error = rolefit(&["stages", "zzyzx"]).refused();
    assert!(error.starts_with("error: no role is called \"zzyzx\", nor anything like it\n"), "{error}");
    assert!(error.contains("--search WORD"), "{error}");
}

#[test]
fn a_missing_file_is_named() {
    let error = rolefit(&["show", "no/such.yaml"]).refused();
    assert!(error.starts_with("error: no/such.yaml: there is no such role spec"), "{error}");
}
