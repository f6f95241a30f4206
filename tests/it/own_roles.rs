//! Roles of the user's own: a folder that adds to and overrides the built-in ones, and specs that build on others.

use std::fs;

use tempfile::TempDir;

use crate::support::{Run, all, with};

/// A folder of these specs.
fn folder(specs: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, text) in specs {
        fs::write(folder.path().join(name), text).expect("written");
    }
    folder
}

fn run(folder: &TempDir, args: &[&str]) -> Run {
    with(args, "", &[("ROLEFIT_ROLES", folder.path().to_str().expect("UTF-8"))])
}

const BEEKEEPER: (&str, &str) = (
    "beekeeper.yaml",
    "title: Beekeeper\naliases: [Apiarist]\nfunction: Agriculture\nactivities:\n  - name: Inspecting hives\n  - name: Selling honey\n",
);

#[test]
fn a_role_of_the_folder_is_found_and_listed_with_its_path() {
    let folder = folder(&[BEEKEEPER]);
    assert!(run(&folder, &["show", "apiarist"]).ok().starts_with("Beekeeper\n"));
    let table = run(&folder, &["roles", "--function", "agriculture"]).ok();
    assert!(table.contains("Agriculture\n  beekeeper  Beekeeper\n"), "{table}");
    assert!(table.replace(char::is_whitespace, "").contains("beekeeper.yaml"), "{table}");
    let list = run(&folder, &["roles", "--format", "json"]).json();
    let own = list.as_array().expect("a list").iter().find(|role| role["id"] == "beekeeper").expect("it");
    assert_eq!(own["source"], "folder");
    assert!(own["path"].as_str().expect("a path").ends_with("beekeeper.yaml"));
    assert_eq!(list.as_array().expect("a list").len(), 1 + fs::read_dir("roles").expect("roles").count());
}

#[test]
fn a_role_with_a_built_in_id_takes_its_place_and_may_build_on_it() {
    let own = "extends: back-end-developer\nwithout: [Offer]\nkpis:\n  - name: scalability\n    keywords: [kafka]\n";
    let folder = folder(&[("back-end-developer.yaml", own)]);
    let card = run(&folder, &["show", "Backend Developer", "--format", "json"]).json();
    assert_eq!(card["title"], "Back-End Developer");
    assert!(all(&card["stages"], "name").iter().all(|name| *name != "Offer"));
    let kpis = card["kpis"].as_array().expect("KPIs");
    assert_eq!(kpis.len(), 10);
    assert_eq!(kpis[6]["keywords"][0], "kafka");
    let list = run(&folder, &["roles", "--format", "json"]).json();
    let entry = list.as_array().expect("a list").iter().find(|role| role["id"] == "back-end-developer").expect("it");
    assert_eq!(entry["source"], "override");
}

/// Four times as many roles take four times as long to list; when each was looked for among all, 16 times.
#[test]
fn a_folder_of_thousands_of_roles_is_listed_soon() {
    let folder = TempDir::new().expect("a folder");
    for number in 0..4_000 {
        fs::write(folder.path().join(format!("role-{number}.yaml")), format!("title: Role {number}\n"))
            .expect("written");
    }
    let begun = std::time::Instant::now();
    assert!(run(&folder, &["roles"]).ok().contains("Role 3999"));
    assert!(begun.elapsed() < std::time::Duration::from_secs(30), "{:?}", begun.elapsed());
}

#[test]
fn a_broken_file_harms_no_other_role() {
    let folder = folder(&[BEEKEEPER, ("teacher.yaml", "title: [\n")]);
    run(&folder, &["show", "beekeeper"]).ok();
    run(&folder, &["show", "data-analyst"]).ok();
    let list = run(&folder, &["roles"]);
    assert_eq!(list.status, 0);
    assert!(list.err.starts_with("not read: ") && list.err.contains("teacher.yaml: line "), "{}", list.err);
    assert!(!list.out.contains("teacher"), "the broken one stands for the built-in one");
    let error = run(&folder, &["show", "teacher"]).refused();
    assert!(error.contains("teacher.yaml:2:1: ") || error.contains("teacher.yaml:1:"), "{error}");
    let error = run(&folder, &["show", "zzyzx"]).refused();
    assert!(error.contains("1 file of your own roles cannot be read"), "{error}");
}

#[test]
fn a_spec_by_path_builds_on_a_file_beside_it_and_on_roles() {
    let folder = folder(&[
        BEEKEEPER,
        ("queen.yaml", "extends: beekeeper.yaml\ntitle: Queen breeder\nactivities:\n  - name: Rearing queens\n"),
        ("chief.yaml", "extends: ./queen.yaml\ntitle: Chief\nwithout: [selling honey]\n"),
        ("clerk.yaml", "extends: Accountant\ntitle: Clerk\n"),
    ]);
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let card = with(&["show", &path("chief.yaml"), "--format", "json"], "", &[("ROLEFIT_ROLES", "")]).json();
    assert_eq!(card["id"], "chief");
    assert_eq!(card["function"], "Agriculture");
    assert_eq!(all(&card["activities"], "name"), ["Inspecting hives", "Rearing queens"]);
    let card = with(&["show", &path("clerk.yaml"), "--format", "yaml"], "", &[("ROLEFIT_ROLES", "")]).ok();
    assert!(card.starts_with("title: Clerk\nfunction: Finance\n") && !card.contains("extends"), "{card}");
}

#[test]
fn what_a_spec_builds_on_wrongly_is_told_with_its_place() {
    let folder = folder(&[
        BEEKEEPER,
        ("typo.yaml", "title: T\nextends: beekeper\n"),
        ("beside.yaml", "extends: sub\n"),
        ("up.yaml", "extends: ../beekeeper.yaml\n"),
        ("absolute.yaml", "extends: /etc/passwd.yaml\n"),
        ("gone.yaml", "extends: no-such.yaml\n"),
        ("drop.yaml", "extends: beekeeper\nwithout:\n  - Seling honey\n"),
        ("other.yaml", "extends: nurse manager\ntitle: T\n"),
        ("words.yaml", "extends: back-end-developer\nwithout: [Documentation]\n"),
        ("strange.yaml", "extends: beekeeper\nwithout: [Zebras]\n"),
        ("alone.yaml", "title: T\nwithout: [x]\n"),
        ("self.yaml", "extends: self\n"),
        ("a.yaml", "extends: b\n"),
        ("b.yaml", "extends: a\n"),
        ("on-broken.yaml", "extends: broken\n"),
        ("broken.yaml", "title: X\nkpi: []\n"),
    ]);
    let cases = [
        ("typo", "typo.yaml:2:10: no role is called \"beekeper\"", "did you mean \"beekeeper\"?"),
        ("up", "up.yaml:1:10: ../beekeeper.yaml: this leads out of the spec's folder", "name a role"),
        ("absolute", "absolute.yaml:1:10: /etc/passwd.yaml: this leads out", "name a role"),
        ("gone", "gone.yaml:1:10: no-such.yaml: there is no such file", "name a role"),
        ("drop", "drop.yaml:3:5: \"Seling honey\" is not in the role", "did you mean \"Selling honey\"?"),
        ("other", "other.yaml:1:10: no role is called \"nurse manager\"", "did you mean \"registered-nurse\"?"),
        (
            "words",
            "words.yaml:2:11: \"Documentation\" is not in the role",
            "did you mean \"Documenting Code & Technical Specifications\"?",
        ),
        ("strange", "strange.yaml:2:11: \"Zebras\" is not in the role", "beekeeper.yaml` lists what it has"),
        ("alone", "alone.yaml:2:11: `without` needs `extends`", "extends: …"),
        ("self", "self.yaml:1:10: this role builds on itself", "take `extends` out"),
        ("a", "b.yaml:1:10: these roles build on one another: a → b → a", "a.yaml builds on it"),
        ("on-broken", "broken.yaml:2:1: unknown key `kpi`", "on-broken.yaml builds on it"),
    ];
    for (role, message, mend) in cases {
        let error = run(&folder, &["show", role]).refused();
        assert!(error.contains(message) && error.contains(mend), "{role}: {error}");
    }
}

#[test]
fn a_long_chain_is_refused() {
    let specs: Vec<(String, String)> =
        (0..12).map(|at| (format!("r{at}.yaml"), format!("extends: r{}\n", at + 1))).collect();
    let mut specs: Vec<(&str, &str)> = specs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    specs.push(("r12.yaml", "title: Last\n"));
    let folder = folder(&specs);
    let error = run(&folder, &["show", "r0"]).refused();
    assert!(error.contains("more than 8 roles build on one another"), "{error}");
    assert!(run(&folder, &["show", "r6"]).ok().starts_with("Last\n"));
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_folder() {
    let outside = folder(&[("secret.yaml", "title: Secret\n")]);
    let folder = folder(&[("on-link.yaml", "extends: link\n"), ("beside-link.yaml", "extends: link.yaml\n")]);
    std::os::unix::fs::symlink(outside.path().join("secret.yaml"), folder.path().join("link.yaml")).expect("a link");
    for role in ["link", "on-link", "beside-link"] {
        let error = run(&folder, &["show", role]).refused();
        assert!(error.contains("a link that leads out of its folder"), "{error}");
    }
}

#[test]
fn files_of_the_same_id_are_told() {
    let folder = folder(&[("x.yaml", "title: One\n"), ("x.yml", "title: Two\n")]);
    assert!(run(&folder, &["show", "x"]).ok().starts_with("One\n"));
    let list = run(&folder, &["roles"]);
    assert!(list.err.contains("x.yml: x.yaml gives a role the same id"), "{}", list.err);
}

#[test]
fn a_folder_that_is_named_must_be_there_and_an_empty_name_is_none() {
    let error = with(&["roles"], "", &[("ROLEFIT_ROLES", "no/such")]).refused();
    let told = "no/such: this folder of roles cannot be read: there is no such folder. ROLEFIT_ROLES names it";
    assert!(error.contains(told), "{error}");
}

#[cfg(target_os = "linux")]
#[test]
fn without_the_variable_the_data_folder_is_read() {
    let data = TempDir::new().expect("a folder");
    let roles = data.path().join("rolefit").join("roles");
    fs::create_dir_all(&roles).expect("made");
    fs::write(roles.join(BEEKEEPER.0), BEEKEEPER.1).expect("written");
    let mut command = assert_cmd::cargo_bin_cmd!("rolefit");
    let output = command.env_remove("ROLEFIT_ROLES").env("XDG_DATA_HOME", data.path()).args(["show", "beekeeper"]);
    output.assert().success();
}
