//! What every command writes where signs beyond ASCII, or colours, are unwanted.

use std::fs;

use crate::every_command::{CALLS, Desk};
use crate::support::{Run, rolefit, with};

const LINE: &str = "Cut p95 latency by 40% with Redis caching";

/// What every call writes, with `more` behind it and these variables.
fn every_call(more: &[&str], variables: &[(&str, &str)]) -> Vec<(String, Run)> {
    let desk = Desk::new(LINE, "");
    let calls = CALLS.iter().flat_map(|call| desk.arguments(call));
    let run = |words: Vec<String>| {
        let words: Vec<&str> = words.iter().map(String::as_str).chain(more.iter().copied()).collect();
        (words.join(" "), with(&words, "", variables))
    };
    let runs: Vec<_> = calls.map(run).collect();
    assert!(runs.iter().filter(|(_, run)| run.status == 0).count() > 60, "most calls are good ones");
    runs
}

#[test]
fn nothing_but_ascii_is_written_where_that_is_asked_for() {
    for (words, run) in every_call(&["--ascii"], &[]) {
        for text in [&run.out, &run.err] {
            let strange = text.lines().find(|line| !line.is_ascii());
            assert_eq!(strange, None, "rolefit {words}");
        }
    }
}

#[test]
fn no_colour_is_written_to_a_pipe_nor_where_none_is_wanted() {
    let terminal = ("TERM", "xterm-256color");
    let none_wanted = [terminal, ("NO_COLOR", "1"), ("CLICOLOR", "1")];
    let forced = [terminal, ("CLICOLOR_FORCE", "1")];
    for (more, variables) in [(&[][..], &none_wanted[..]), (&["--color", "never"], &forced)] {
        for (words, run) in every_call(more, variables) {
            assert!(!run.out.contains('\u{1b}') && !run.err.contains('\u{1b}'), "rolefit {words}");
        }
    }
}

#[test]
fn data_in_ascii_read_back_the_same() {
    let folder = tempfile::TempDir::new().expect("a folder");
    let resume = folder.path().join("résumé.md");
    fs::write(&resume, "- Cut p95 latency by 40% with Redis caching at Café “日本”\n").expect("written");
    let resume = resume.to_str().expect("UTF-8");
    let check = |more: &[&str]| rolefit(&[&["kpi-check", "back-end-developer", resume], more].concat()).ok();
    let plain: serde_json::Value = serde_json::from_str(&check(&["--format", "json"])).expect("JSON");
    let text = check(&["--format", "json", "--ascii"]);
    assert!(text.is_ascii() && text.contains("Caf\\u00e9"), "{text}");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("JSON"), plain);
    let page = check(&["--format", "html", "--ascii"]);
    assert!(page.is_ascii() && page.contains("Caf&#xe9; &#x201c;&#x65e5;&#x672c;&#x201d;"), "{page}");
    let file = folder.path().join("report.html");
    check(&["--format", "html", "--ascii", "-o", file.to_str().expect("UTF-8")]);
    assert_eq!(fs::read_to_string(file).expect("read"), page);
    let brief = check(&["--format", "brief", "--ascii"]);
    assert!(brief.contains("résumé.md:1:1: "), "a file's name stays a file's name: {brief}");
}

#[test]
fn help_and_messages_on_wrong_words_are_in_ascii_too() {
    for words in [&["fit", "--help"][..], &["import", "-h"], &["fit", "--nope"], &["--help"]] {
        let run = rolefit(&[words, &["--ascii"]].concat());
        assert!(run.out.is_ascii() && run.err.is_ascii(), "{words:?}: {}{}", run.out, run.err);
    }
}
