//! What is only so on a terminal, tried on a pseudo-terminal of `script` (util-linux).

use std::process::{Command, Stdio};

use crate::support::{rolefit, with};

const CHECK: [&str; 3] = ["kpi-check", "back-end-developer", "examples/resume.md"];

/// What the shell command `command` shows on a terminal of these rows, with `rolefit` in it for the program.
fn on_terminal(command: &str, rows: u16, variables: &[(&str, &str)]) -> (i32, String) {
    let program = assert_cmd::cargo::cargo_bin!("rolefit").to_str().expect("UTF-8").to_owned();
    let whole = format!("stty rows {rows} cols 80 -onlcr; {}", command.replace("rolefit", &program));
    let mut script = Command::new("script");
    for variable in ["NO_COLOR", "PAGER", "ROLEFIT_PAGER", "LESS", "COLUMNS", "CLICOLOR_FORCE"] {
        script.env_remove(variable);
    }
    script.env("TERM", "xterm-256color").envs(variables.iter().copied());
    let script = script.args(["-qec", &whole, "/dev/null"]).stdin(Stdio::null());
    let output = script.output().expect("script runs");
    (output.status.code().expect("a status"), String::from_utf8(output.stdout).expect("UTF-8"))
}

#[test]
fn long_tables_go_through_the_pager_that_is_named() {
    let paged = |rows, variables: &[(&str, &str)]| {
        let (status, shown) = on_terminal("rolefit show teacher", rows, variables);
        assert_eq!(status, 0, "{shown}");
        shown.contains("paged: ")
    };
    assert!(paged(24, &[("ROLEFIT_PAGER", "sed 's/^/paged: /'"), ("PAGER", "false")]));
    assert!(paged(24, &[("PAGER", "sed 's/^/paged: /'")]));
    assert!(!paged(1000, &[("PAGER", "sed 's/^/paged: /'")]), "what fits on the screen needs no pager");
    assert!(!paged(24, &[("ROLEFIT_PAGER", ""), ("PAGER", "sed 's/^/paged: /'")]));
}

#[test]
fn no_pager_where_it_is_unwanted_or_data_are_asked_for() {
    let pager = [("PAGER", "sed 's/^/paged: /'")];
    for command in
        ["rolefit show teacher --no-pager", "rolefit show teacher --format json", "rolefit show teacher | cat"]
    {
        let (status, shown) = on_terminal(command, 24, &pager);
        assert!(status == 0 && shown.len() > 1000 && !shown.contains("paged: "), "{command}: {shown}");
    }
}

#[test]
fn a_pager_that_is_missing_or_quit_early_is_no_error() {
    let (status, shown) = on_terminal("rolefit show teacher", 24, &[("PAGER", "no-such-pager-here -x")]);
    assert!(status == 0 && shown.contains("Teacher") && !shown.contains("error"), "{shown}");
    let (status, shown) = on_terminal("rolefit questions teacher", 24, &[("PAGER", "head -n 1")]);
    assert!(status == 0 && !shown.contains("error"), "{shown}");
}

#[test]
fn no_color_on_a_terminal_keeps_weight_and_underline() {
    let check = format!("rolefit {} --no-pager", CHECK.join(" "));
    let (_, plain) = on_terminal(&check, 24, &[("NO_COLOR", "1")]);
    assert!(plain.contains("\u{1b}[1m\u{1b}[4m"), "{plain:?}");
    assert!(!plain.contains("\u{1b}[3") && !plain.contains("\u{1b}[9"), "{plain:?}");
    let (_, coloured) = on_terminal(&check, 24, &[]);
    assert!(coloured.contains("\u{1b}[32m●"), "{coloured:?}");
    assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), anstream::adapter::strip_str(&plain).to_string());
}

#[test]
fn ascii_is_ascii_alone_in_every_table_and_message() {
    let (_folder, resume) = crate::support::file("é.txt", "- Sold cafés “to” Zürich → 5 € – 日本\n");
    for args in [
        &CHECK[..],
        &["kpi-check", "teacher", "examples", "--glob", "*.md"],
        &["kpi-check", "teacher", &resume],
        &["lines", &resume],
        &["show", "teacher"],
        &["roles"],
        &["questions", "teacher"],
        &["stages", "teacher"],
        &["explain", "back-end-developer", "Cut p95 latency by 40% with Redis caching"],
        &["diff", "back-end-developer", "examples/weak-resume.md", "examples/resume.md"],
    ] {
        let run = rolefit(&[args, &["--ascii"]].concat());
        assert!(run.status == 0 && run.out.is_ascii() && run.err.is_ascii(), "{args:?}: {}{}", run.out, run.err);
    }
    let check = rolefit(&[&CHECK[..], &["--ascii"]].concat()).ok();
    assert!(check.contains("  # strong  ") && check.contains("KPIs          ####"), "{check}");
    let json = rolefit(&["lines", &resume, "--ascii", "--format", "json"]).ok();
    assert!(json.is_ascii() && json.contains("Z\\u00fcrich"), "data read back the same: {json}");
}

#[test]
fn a_check_fits_narrow_terminals() {
    for columns in [40, 80] {
        let table = with(&CHECK, "", &[("COLUMNS", &columns.to_string())]).ok();
        let long = table.lines().find(|line| line.chars().count() > columns);
        assert_eq!(long, None, "{columns}");
    }
}

#[test]
fn bars_and_meters_say_what_the_numbers_say() {
    let table = with(&["kpi-check", "back-end-developer", "examples/weak-resume.md"], "", &[("COLUMNS", "80")]).ok();
    let kpis = table.lines().find(|line| line.starts_with("KPIs")).expect("KPIs");
    let cells = kpis.chars().filter(|c| "█▓░".contains(*c)).count();
    assert!(cells == 20 && kpis.contains('░') && kpis.contains(" of 10 evidenced"), "{kpis}");
    assert!(table.contains("□□□□□ 0.0"), "{table}");
}

#[test]
fn init_asks_on_a_terminal() {
    let folder = tempfile::TempDir::new().expect("a folder");
    std::fs::copy("examples/resume.md", folder.path().join("resume.md")).expect("copied");
    let program = assert_cmd::cargo::cargo_bin!("rolefit").to_str().expect("UTF-8").to_owned();
    let mut script = Command::new("script");
    script.current_dir(folder.path()).env("ROLEFIT_ROLES", "").args(["-qec", &format!("{program} init"), "/dev/null"]);
    let mut running = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("script runs");
    let typed = std::io::Write::write_all(&mut running.stdin.take().expect("a pipe"), b"resume.md\n\n");
    typed.expect("typed");
    let shown = String::from_utf8(running.wait_with_output().expect("an end").stdout).expect("UTF-8");
    assert!(shown.contains("Roles that fit it: back-end-developer"), "{shown}");
    let written = std::fs::read_to_string(folder.path().join("rolefit.yaml")).expect("written");
    assert!(written.contains("role: back-end-developer\n") && written.contains("resume: resume.md\n"), "{written}");
}
