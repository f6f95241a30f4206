//! What is said where ROLE or a file is missing, or the two stand the wrong way round: what to type.

use std::fs;

use tempfile::TempDir;

use crate::support::{Run, rolefit_in};

/// A folder with two resumes, and no `rolefit.yaml` in or above it.
fn folder() -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (name, example) in [("resume.md", "examples/resume.md"), ("old cv.md", "examples/weak-resume.md")] {
        fs::copy(example, folder.path().join(name)).expect("copied");
    }
    folder
}

#[test]
fn a_check_without_a_role_proposes_those_that_fit_and_what_to_type() {
    let folder = folder();
    let error = rolefit_in(folder.path(), &["kpi-check", "resume.md"]).refused();
    for part in [
        "error: no role is named. ROLE comes first:\n  rolefit kpi-check back-end-developer resume.md\n",
        "Roles that fit resume.md: back-end-developer",
        "`rolefit fit resume.md`",
        "`rolefit roles`",
        "`rolefit init`",
    ] {
        assert!(error.contains(part), "{part}: {error}");
    }
    let shown = |args: &[&str], part: &str| {
        let error = rolefit_in(folder.path(), args).refused();
        assert!(error.contains("no role is named") && error.contains(part), "{args:?}: {error}");
    };
    shown(&["kpi-check"], "\n  rolefit kpi-check ROLE resume.md\n");
    shown(&["draft", "lines", "resume.md"], "\n  rolefit draft lines back-end-developer resume.md\n");
    shown(&["draft", "answers", "old cv.md"], " \"old cv.md\"\n");
    shown(&["prompt", "resume.md", "--for", "answers"], " prompt back-end-developer resume.md --for answers\n");
    shown(&["diff", "old cv.md", "resume.md"], "\n  rolefit diff back-end-developer \"old cv.md\" resume.md\n");
    shown(&["answer-check", "answers.md"], "\n  rolefit answer-check ROLE answers.md\n");
    shown(&["explain", "Cut it by 40%"], "\n  rolefit explain ROLE \"Cut it by 40%\"\n");
    shown(&["practice"], "\n  rolefit practice ROLE\n");
    shown(&["show"], "\n  rolefit show ROLE\n");
}

#[test]
fn arguments_the_wrong_way_round_are_put_right() {
    let folder = folder();
    for (args, line) in [
        (&["kpi-check", "resume.md", "back-end-developer"][..], "kpi-check back-end-developer resume.md"),
        (&["kpi-check", "resume.md", "old cv.md", "teacher"], "kpi-check teacher resume.md \"old cv.md\""),
        (&["kpi-check", "gone.pdf", "Teacher"], "kpi-check Teacher gone.pdf"),
        (&["draft", "lines", "resume.md", "teacher"], "draft lines teacher resume.md"),
        (&["draft", "answers", "resume.md", "teacher"], "draft answers teacher resume.md"),
        (&["prompt", "resume.md", "teacher", "--for", "lines"], "prompt teacher resume.md --for lines"),
        (&["answer-check", "answers.md", "data analyst"], "answer-check \"data analyst\" answers.md"),
        (&["diff", "old cv.md", "resume.md", "teacher"], "diff teacher \"old cv.md\" resume.md"),
        (&["explain", "Cut it by 40%", "teacher"], "explain teacher \"Cut it by 40%\""),
    ] {
        let error = rolefit_in(folder.path(), args).refused();
        assert!(error.contains("is a role, and ROLE comes first:\n"), "{args:?}: {error}");
        assert!(error.ends_with(&format!("\n  rolefit {line}\n")), "{args:?}: {error}");
    }
}

#[test]
fn a_role_where_none_is_taken_and_a_file_where_a_role_belongs_are_told_apart() {
    let folder = folder();
    for (args, told) in [
        (&["fit", "teacher", "resume.md"][..], "\n  rolefit fit resume.md\n  rolefit kpi-check teacher resume.md\n"),
        (&["fit", "resume.md", "teacher"], "\n  rolefit fit resume.md\n  rolefit kpi-check teacher resume.md\n"),
        (&["advise", "teacher", "resume.md"], "`advise` takes no ROLE"),
        (&["lines", "teacher"], "teacher: this is a role, and a resume's file belongs here"),
        (&["show", "resume.md"], "resume.md: this is no role spec, and ROLE belongs here"),
        (&["practice", "resume.md"], "resume.md: this is no role spec, and ROLE belongs here"),
        (&["compare", "resume.md", "teacher"], "\n  rolefit compare FIRST teacher --resume resume.md\n"),
        (&["compare", "teacher"], "\n  rolefit compare FIRST teacher\n"),
        (&["explain", "teacher"], "no line is given"),
        (&["explain"], "\n  rolefit explain ROLE \"Cut build time by 40%\"\n"),
        (&["compare"], "\n  rolefit compare FIRST SECOND\n"),
        (&["diff"], "\n  rolefit diff ROLE resume.old.md NEW\n"),
        (&["kpi-check", "gone.md"], "no role is named, and there is no file gone.md."),
        (&["explain", "teacher", "resume.md"], "\n  rolefit kpi-check teacher resume.md\n"),
        (&["diff", "teacher", "resume.md"], "\n  rolefit diff teacher resume.md NEW\n"),
        (&["diff", "resume.md"], "\n  rolefit diff ROLE resume.md NEW\n"),
    ] {
        let error = rolefit_in(folder.path(), args).refused();
        assert!(error.contains(told), "{args:?}: {error}");
    }
}

#[test]
fn a_spec_without_an_ending_is_a_role_still() {
    let folder = folder();
    fs::write(folder.path().join("clerk"), "# mine\ntitle: Clerk\nkpis:\n  - name: Unit tests\n").expect("written");
    fs::write(folder.path().join("teacher"), "no spec\n").expect("written");
    assert!(rolefit_in(folder.path(), &["kpi-check", "clerk", "resume.md"]).ok().starts_with("Clerk "));
    assert!(rolefit_in(folder.path(), &["kpi-check", "teacher", "resume.md"]).ok().starts_with("Teacher "));
    fs::copy("examples/resume.md", folder.path().join("cv")).expect("copied");
    assert!(
        rolefit_in(folder.path(), &["kpi-check", "cv"])
            .refused()
            .contains("\n  rolefit kpi-check back-end-developer cv\n")
    );
}

#[test]
fn a_file_that_is_missing_is_shown_by_an_example() {
    let folder = folder();
    let refused = |args: &[&str]| rolefit_in(folder.path(), args).refused();
    let check = refused(&["kpi-check", "teacher"]);
    assert!(
        check.contains("no resume is named") && check.contains("\n  rolefit kpi-check teacher resume.md\n"),
        "{check}"
    );
    assert!(refused(&["fit"]).contains("\n  rolefit fit resume.md\n"));
    assert!(refused(&["advise"]).contains("\n  rolefit advise resume.md\n"));
    let answers = refused(&["answer-check", "teacher"]);
    assert!(answers.contains("`rolefit draft answers`") && answers.contains("answer-check teacher answers.md"));
}

#[test]
fn the_role_and_the_resume_of_the_configuration_serve_every_command() {
    let folder = folder();
    fs::write(folder.path().join("rolefit.yaml"), "role: back-end-developer\nresume: resume.md\n").expect("written");
    let run = |args: &[&str]| -> Run { rolefit_in(folder.path(), args) };
    let whole = |args: &[&str]| run(args).ok();
    for (short, long) in [
        (&["draft", "lines"][..], &["draft", "lines", "back-end-developer", "resume.md"][..]),
        (&["draft", "answers"], &["draft", "answers", "back-end-developer", "resume.md"]),
        (&["prompt", "--for", "lines"], &["prompt", "back-end-developer", "resume.md", "--for", "lines"]),
        (&["fit"], &["fit", "resume.md"]),
        (&["advise"], &["advise", "resume.md"]),
        (&["compare", "data engineer"], &["compare", "back-end-developer", "data engineer"]),
        (&["diff", "old cv.md", "resume.md"], &["diff", "back-end-developer", "old cv.md", "resume.md"]),
    ] {
        assert_eq!(whole(short), whole(&[long, &["--no-config"]].concat()), "{short:?}");
    }
    fs::write(folder.path().join("answers.md"), whole(&["draft", "answers"])).expect("written");
    assert!(whole(&["answer-check", "answers.md"]).starts_with("Back-End Developer"));
    assert!(run(&["practice", "--sample", "1"]).out.contains("Question 1 of 1"));
    assert!(whole(&["draft", "lines", "old cv.md"]).contains("Lines from old cv.md"), "a file alone is the resume");
}

#[test]
fn tags_of_the_configuration_pick_lines_everywhere() {
    let folder = TempDir::new().expect("a folder");
    let resume = "- Cut p95 latency by 40% with Redis caching {.backend}\n- Sang in the choir of the town {.music}\n";
    fs::write(folder.path().join("resume.md"), resume).expect("written");
    fs::write(folder.path().join("rolefit.yaml"), "role: back-end-developer\nresume: resume.md\ntags: [music]\n")
        .expect("written");
    let lines = |args: &[&str]| rolefit_in(folder.path(), args).json()["lines"].clone();
    assert_eq!(lines(&["fit", "--format", "json"]), 1);
    assert_eq!(lines(&["fit", "--no-config", "resume.md", "--format", "json"]), 2);
    let drafted = rolefit_in(folder.path(), &["draft", "lines"]).ok();
    assert!(drafted.contains("choir") && !drafted.contains("Redis"), "{drafted}");
    let backend = rolefit_in(folder.path(), &["draft", "lines", "--tag", "backend"]).ok();
    assert!(!backend.contains("choir"), "{backend}");
    let diff = rolefit_in(folder.path(), &["diff", "resume.md", "resume.md", "--format", "json"]).json();
    assert_eq!(diff["lines"]["unchanged"], 1);
}

#[test]
fn a_role_of_several_words_without_quotes_is_put_in_quotes() {
    let folder = folder();
    for (typed, line) in [
        ("kpi-check backend developer resume.md", "kpi-check \"backend developer\" resume.md"),
        ("draft lines backend developer resume.md", "draft lines \"backend developer\" resume.md"),
        ("show backend developer", "show \"backend developer\""),
        ("explain backend developer Cut", "explain \"backend developer\" Cut"),
        ("explain backend developer", "explain \"backend developer\" \"Cut build time by 40%\""),
        ("compare data engineer", "compare FIRST \"data engineer\""),
        ("compare data engineer data analyst", "compare \"data engineer\" \"data analyst\""),
        ("diff backend developer resume.md resume.md", "diff \"backend developer\" resume.md resume.md"),
    ] {
        let error = rolefit_in(folder.path(), &typed.split(' ').collect::<Vec<_>>()).refused();
        assert!(error.contains(&format!("\n  rolefit {line}\n")), "{typed}: {error}");
    }
}

#[test]
fn what_is_missing_is_named_with_an_example() {
    let folder = folder();
    for (args, told) in [
        (&["import"][..], "needs FILE: the page's or posting's file"),
        (&["import"], "\n  rolefit import posting.md -o my-role.yaml"),
        (&["import", "db", "--from", "onet"], "\n  rolefit import db --from onet --occupation OCCUPATION\n"),
        (&["prompt"], "needs --for WHAT: what the prompt asks for (lines or answers)"),
        (&["prompt"], "\n  rolefit prompt back-end-developer resume.md --for lines\n"),
        (&["prompt", "teacher", "old cv.md"], "\n  rolefit prompt teacher \"old cv.md\" --for lines\n"),
        (&["lines"], "\n  rolefit lines resume.md\n"),
        (&["lint"], "needs FILE: role specs (.yaml). For example:\n  rolefit lint my-role.yaml\n"),
        (&["completions"], "(bash, zsh, fish or powershell). For example:\n  rolefit completions bash > "),
        (&["questions", "teacher", "--seed", "3"], "\n  rolefit questions teacher --seed 3 --sample N\n"),
    ] {
        let error = rolefit_in(folder.path(), args).refused();
        assert!(error.contains(told), "{args:?}: {error}");
    }
}

#[test]
fn an_option_or_a_value_that_does_not_belong_is_told_with_what_does() {
    let folder = folder();
    for (typed, told) in [
        (
            "show --frmat json",
            "`rolefit show` has no --frmat; did you mean --format?\n`rolefit show --help` says more\n",
        ),
        ("kpi-check --fmt json", "; did you mean --format?"),
        (
            "kpi-check --html",
            "`rolefit kpi-check` has no --html; did you mean --format html?\n`rolefit kpi-check --help` says more\n",
        ),
        ("kpi-check --zzyzx", "error: `rolefit kpi-check` has no --zzyzx\n`rolefit kpi-check --help` says more\n"),
        (
            "kpi-check --role x",
            "has no --role: ROLE stands by itself\n  rolefit kpi-check [OPTIONS] [ROLE] [RESUME]...\n",
        ),
        ("fit --ignore x", "has no --ignore. Commands that have it: kpi-check, advise, draft lines, prompt\n"),
        ("fit --force", "Commands that have it: kpi-check, advise, init, import and 3 more\n"),
        ("draft lines teacher resume.md --force", "has no --force: it replaces no file."),
        ("show --format xml", "error: --format is table, json, markdown or yaml, and not \"xml\"\n"),
        ("show --format ymal", "not \"ymal\"; did you mean yaml?\n"),
        ("show --format", "error: --format needs table, json, markdown or yaml behind it\n"),
        ("completions bas", "error: SHELL is bash, zsh, fish or powershell, and not \"bas\"; did you mean bash?\n"),
        ("schema x", "error: \"x\" is one word too many for `rolefit schema`\n  rolefit schema [OPTIONS]\n"),
        ("diff a b c d", "error: \"d\" is one word too many for `rolefit diff`\n"),
        ("kpicheck", "error: `rolefit` has no command \"kpicheck\"; did you mean `rolefit kpi-check`?\n"),
        ("draft line", "error: `rolefit draft` has no command \"line\"; did you mean `rolefit draft lines`?\n"),
        ("resume.md", "a command comes first, and \"resume.md\" is none:\n  rolefit fit resume.md\n"),
        ("teacher", "a command comes first, and \"teacher\" is a role:\n  rolefit show teacher\n"),
        ("kpi-check --min-coverage 200", "error: --min-coverage cannot be \"200\": give a number from 0 to 100\n"),
        ("kpi-check --min-coverage", "error: --min-coverage needs PERCENT behind it\n"),
        ("fit --top abc", "error: --top cannot be \"abc\": give a whole number, 0 or more\n"),
        ("fit --top -1", "error: --top cannot be \"-1\": give a number, 0 or more\n"),
        ("fit --top 3 --top 4", "error: --top is given twice, and counts once: leave one out\n"),
        ("kpi-check --config a --no-config", "error: --config and --no-config do not go together: leave one out\n"),
        ("advise --rules resume.md", "error: --rules and RESUME do not go together: leave one out\n"),
        ("init --force=x", "error: --force takes no value\n"),
    ] {
        let error = rolefit_in(folder.path(), &typed.split(' ').collect::<Vec<_>>()).refused();
        assert!(error.contains(told), "{typed}: {error}");
        assert!(!error.contains("Usage:") && !error.contains("tip:"), "{typed}: {error}");
    }
    let dash = rolefit_in(folder.path(), &["explain", "- Cut it"]).refused();
    assert!(dash.contains("put -- in front:\n  rolefit explain -- \"- Cut it\"\n"), "{dash}");
}
