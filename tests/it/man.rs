use tempfile::TempDir;

use crate::support::rolefit;

#[test]
fn every_command_has_its_page() {
    let folder = TempDir::new().expect("a folder");
    let target = folder.path().join("man1");
    let path = target.to_str().expect("UTF-8");
    rolefit(&["man", "-o", path]).ok();
    let help = rolefit(&["-h"]).ok();
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = commands.filter(|line| !line.starts_with("   ")).filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| *name != "help") {
        let page =
            std::fs::read_to_string(target.join(format!("rolefit-{name}.1"))).unwrap_or_else(|_| panic!("{name}"));
        assert!(page.contains(".SH SYNOPSIS") && page.contains(".SH OPTIONS"), "{page}");
        assert_eq!(rolefit(&["man", name]).ok(), page);
    }
    assert!(rolefit(&["man", "draft", "answers"]).ok().contains("rolefit\\-draft\\-answers"));
    assert!(target.join("rolefit-draft-answers.1").exists());
    assert_eq!(rolefit(&["man"]).ok(), std::fs::read_to_string(target.join("rolefit.1")).expect("the page"));
    let error = rolefit(&["man", "-o", path]).refused();
    assert!(error.contains("--force"), "{error}");
    rolefit(&["man", "-o", path, "--force"]).ok();
}

#[test]
fn an_unknown_command_gets_the_known_ones() {
    assert!(rolefit(&["man", "cook"]).refused().contains("kpi-check, "));
}
