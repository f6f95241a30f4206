//! Console transcripts of the folder tests/cmd and of the README, run as they stand.

#[test]
fn transcripts_show_what_the_program_says() {
    trycmd::TestCases::new()
        .env("COLUMNS", "80")
        .env("ROLEFIT_ROLES", "")
        .case("tests/cmd/*.trycmd")
        .case("README.md")
        .run();
}
