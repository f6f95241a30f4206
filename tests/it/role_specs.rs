//! What is said of a role spec that has a fault; the parts are tested beside the reader.

use crate::support::{file, rolefit};

/// The message for a spec, with the path cut down to the file's name.
fn message(spec: impl AsRef<[u8]>) -> String {
    let (folder, path) = file("role.yaml", spec);
    let error = rolefit(&["show", &path]).refused();
    error.replace(&format!("{}/", folder.path().display()), "")
}

#[test]
fn a_misspelt_key_is_shown_in_its_line_with_the_nearest() {
    assert_eq!(
        message("title: X\nkpis:\n  - name: a\n    keyword: [b]\n"),
        "error: role.yaml:4:5: unknown key `keyword`\n  |\n4 |     keyword: [b]\n  |     ^^^^^^^ did you mean `keywords`?\n"
    );
}

#[test]
fn each_fault_names_file_line_and_column() {
    let faults = [
        ("aliases: [a]\n", "role.yaml:1:1: `title` is missing"),
        ("title: X\naliases: [a, \"\"]\n", "role.yaml:2:14: empty text"),
        ("title: X\naliases:\n  - a\n  -\n", "role.yaml:4:4: nothing stands here"),
        ("title: X\nkpis: one\n", "role.yaml:2:7: wrong type"),
        ("title: X\ntitle: Y\n", "role.yaml:2:1: `title` stands twice"),
        ("", "role.yaml:1:1: the file is empty"),
    ];
    for (spec, expected) in faults {
        let message = message(spec);
        assert!(message.starts_with(&format!("error: {expected}\n")), "{message}");
    }
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    assert!(message(b"title: \xff").contains("byte 8 is not UTF-8"));
}

#[test]
fn deep_nesting_and_aliases_end_quickly() {
    message("[".repeat(100_000));
    message("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\ntitle: *c\n");
}

#[test]
fn no_format_repeats_what_could_steer_the_terminal() {
    let (_folder, path) = file("a.yaml", "title: \"A\\e[31m\\x9b2J\\u202e\"\nkpis:\n  - name: \"B\\a\\n|c\"\n");
    for format in ["table", "json", "markdown", "yaml"] {
        let card = rolefit(&["show", &path, "--format", format]).ok();
        assert!(!card.contains(['\u{1b}', '\u{9b}', '\u{7}', '\u{202e}']), "{format}: {card:?}");
    }
}

#[test]
fn what_could_steer_the_terminal_is_not_repeated() {
    let message = message("title: X\n\"k\u{9b}31mey\": 1\n");
    assert!(!message.contains(['\u{1b}', '\u{9b}']), "{message:?}");
}
