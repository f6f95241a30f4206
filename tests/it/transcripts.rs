//! Console transcripts of the folder tests/cmd, run as they stand.

#[test]
fn transcripts_show_what_the_program_says() {
    trycmd::TestCases::new().case("tests/cmd/*.md").case("tests/cmd/*.trycmd").run();
}
