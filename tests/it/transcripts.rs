//! Console transcripts of the folder tests/cmd and of the README and its reference pages, run as they stand.

fn run(columns: &str, files: &[&str]) {
    let cases = trycmd::TestCases::new();
    cases.env("COLUMNS", columns).env("ROLEFIT_ROLES", "");
    for file in files {
        cases.case(file);
    }
    cases.run();
}

#[test]
fn transcripts_show_what_the_program_says() {
    run("80", &["tests/cmd/*.trycmd", "README.md", "docs/roles.md", "docs/many-resumes.md"]);
}

#[test]
fn transcripts_show_what_it_says_in_a_narrow_terminal() {
    run("40", &["tests/cmd/narrow/*.trycmd"]);
}
