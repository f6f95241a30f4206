//! Whatever stands in a file, a file's name or an argument: it never steers the terminal, and never becomes markup.

use assert_cmd::cargo_bin_cmd;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::every_command::{CALLS, Desk};

/// Clears the screen, renames the window, blinks, hides in control characters of all kinds, turns the direction of text.
const STEERS: &str =
    "Cooked\u{1b}[2J\u{1b}]0;mine\u{7}\u{1b}[5m\u{9b}2J\u{8}\u{7f}\u{202e}\u{2066}\u{85}\u{b} soup\u{1b}";

/// The same in a file's name, where the system lets it stand.
#[cfg(unix)]
const IN_NAMES: &str = "\u{1b}[2J\u{7}\r\u{9b}";
#[cfg(not(unix))]
const IN_NAMES: &str = "";

/// What a run says: standard output, then standard error, coloured as for a terminal.
fn said(arguments: &[String], columns: &str) -> String {
    let mut command = cargo_bin_cmd!("rolefit");
    let output = command.args(arguments).args(["--color", "always"]).env("COLUMNS", columns).output();
    let output = output.expect("the program runs");
    let text = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8 on every way out");
    assert!(!text.contains("panicked"), "{arguments:?}\n{text}");
    text
}

/// `text` without the styles that the program itself writes: bold, dim, italic, underlined, the 16 colours.
fn without_styles(text: &str) -> String {
    let own = regex::Regex::new("\u{1b}\\[(0|1|2|3|4|3[0-7]|9[0-7])?m").expect("a pattern");
    own.replace_all(text, "").into_owned()
}

#[test]
fn no_text_steers_the_terminal() {
    let desk = Desk::new(STEERS, IN_NAMES);
    let steers = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
    };
    for arguments in CALLS.iter().flat_map(|call| desk.arguments(call)) {
        for columns in ["80", "30"] {
            let text = without_styles(&said(&arguments, columns));
            let at = text.find(steers).map(|at| text[..at].chars().rev().take(40).collect::<Vec<_>>());
            let before: Option<String> = at.map(|before| before.into_iter().rev().collect());
            assert_eq!(before, None, "what stands before it, in {arguments:?}");
        }
    }
}

/// Markup of every kind at once.
const MARKUP: &str = "<script>x</script><img src=x onerror=y> [a](javascript:b) ![c](d) **e** `f` | g <!-- h";

#[test]
fn no_text_becomes_markup_in_markdown() {
    let desk = Desk::new(MARKUP, "");
    let mut told = 0;
    for arguments in CALLS.iter().flat_map(|call| desk.arguments(call)) {
        if !arguments.iter().any(|word| word == "markdown") {
            continue;
        }
        let said = said(&arguments, "80");
        let text = said.replacen("<!-- rolefit wrote this -->", "", 1);
        told += usize::from(text.contains("script"));
        let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
        for event in Parser::new_ext(&text, options) {
            let fine = match &event {
                Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) => false,
                Event::Start(tag) => !matches!(tag, Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock),
                _ => true,
            };
            assert!(fine, "{event:?} in {arguments:?}\n{text}");
        }
    }
    assert!(told > 5, "only {told} runs tell the text at all");
}

#[test]
fn no_cell_is_a_formula() {
    for formula in ["=1+1", "+1", "-1", "@SUM(A1)"] {
        let desk = Desk::new(formula, "");
        let work = desk.folder().to_str().expect("UTF-8").to_owned();
        for arguments in CALLS.iter().flat_map(|call| desk.arguments(call)) {
            if !arguments.iter().any(|word| word == "csv") {
                continue;
            }
            let output = cargo_bin_cmd!("rolefit").args(&arguments).output().expect("the program runs");
            let mut rows = csv::ReaderBuilder::new().has_headers(false).from_reader(output.stdout.as_slice());
            for cell in rows.records().flat_map(|row| row.expect("a row").iter().map(str::to_owned).collect::<Vec<_>>())
            {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?} in {arguments:?} ({work})");
            }
        }
    }
}

/// What a run writes with `--format FORMAT`, call by call.
fn written(desk: &Desk, format: &str) -> Vec<String> {
    let asked = |arguments: &Vec<String>| arguments.iter().any(|word| word == format);
    let run = |arguments: Vec<String>| {
        let output = cargo_bin_cmd!("rolefit").args(arguments).output().expect("the program runs");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let texts: Vec<String> = CALLS.iter().flat_map(|call| desk.arguments(call)).filter(asked).map(run).collect();
    assert!(!texts.is_empty(), "no call writes {format}");
    texts
}

#[test]
fn no_text_is_a_command_to_the_pipeline() {
    const COMMANDS: &str = "::error file=a,line=1::Cooked%0A::stop-commands::x soup, y: z";
    let desk = Desk::new(COMMANDS, "");
    for text in written(&desk, "github") {
        // Advice quotes the words that it is about, and not the whole line.
        assert!(text.contains("Cooked%250A") || text.contains("Begins with \"error\""), "{text}");
        for line in text.lines() {
            let command = line.strip_prefix("::").unwrap_or_default().split([' ', ':']).next().unwrap_or_default();
            assert!(["error", "warning", "notice", "group", "endgroup"].contains(&command), "{line}");
        }
    }
}

#[test]
fn no_text_is_an_element_of_xml() {
    let desk = Desk::new(&format!("{MARKUP} ]]> &lol; <!ENTITY x>"), "");
    for text in written(&desk, "junit") {
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            use quick_xml::events::Event;
            match reader.read_event().unwrap_or_else(|error| panic!("{error} in {text}")) {
                Event::Start(element) | Event::Empty(element) => {
                    let name = element.name().as_ref().to_owned();
                    let own = [
                        "testsuites",
                        "testsuite",
                        "testcase",
                        "failure",
                        "error",
                        "system-out",
                        "properties",
                        "property",
                    ];
                    assert!(own.contains(&name.as_str()), "<{name}> in {text}");
                    assert!(element.attributes().all(|attribute| attribute.is_ok()), "{text}");
                }
                Event::Comment(_) | Event::DocType(_) | Event::CData(_) => panic!("markup in {text}"),
                Event::Eof => break,
                _ => {}
            }
        }
    }
}
