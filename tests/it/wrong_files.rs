//! What is said of a file that is no resume, or none that is read: what it seems to be, and what to do.

use crate::support::{file, rolefit};

const GERMAN: &str = "- Leitung eines Teams von fünf Entwicklern und Einführung von Code Reviews\n\
    - Verantwortlich für die Entwicklung der neuen Schnittstellen mit den Kunden\n\
    - Senkung der Kosten für den Betrieb um 40 Prozent durch die Umstellung auf Kubernetes\n";

fn refused(name: &str, content: &[u8]) -> String {
    let (_folder, path) = file(name, content);
    rolefit(&["kpi-check", "teacher", &path]).refused()
}

#[test]
fn what_a_file_seems_to_be_is_said_with_what_to_do() {
    for (name, content, found, mend) in [
        ("cv.md", &b" \n"[..], "this is empty", "Save your resume to it"),
        ("cv.png", b"\x89PNG\r\n\x1a\n", "a PNG picture", "text recognition (OCR)"),
        ("cv.doc", b"\xD0\xCF\x11\xE0", "an old Word document (.doc)", "save it as Word (.docx) or PDF"),
        (
            "cv.odt",
            b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text",
            "OpenDocument",
            "save it as Word (.docx)",
        ),
        ("cv.zip", b"PK\x03\x04a.txt", "a zip archive", "Unpack it"),
        ("cv", b"\x7fELF\x02\x01\x01\0\0\0", "a program", "Name the resume's own file"),
        ("cv.txt", b"\x01\x02\x03\x04\x05\x06", "binary data", "Name the resume's own file"),
        (
            "cv.docx",
            b"PK\x03\x04....word/document.xml",
            "this docx file is damaged: it is cut off",
            "Save or export it anew",
        ),
        ("cv.json", b"{\"name\": 1}", "JSON without the \"basics\"", "Save it as one of these: text, markdown"),
    ] {
        let error = refused(name, content);
        assert!(error.contains(found) && error.contains(mend), "{name}: {error}");
    }
    #[cfg(feature = "pdf")]
    assert!(refused("cv.pdf", b"%PDF-1.7\n1 0 obj\n<<").contains("this pdf file is damaged"));
    let folder = rolefit(&["fit", "tests"]).refused();
    assert!(folder.contains("tests: this is a folder. Name a resume's file in it"), "{folder}");
}

#[test]
fn what_is_no_role_spec_is_told_where_one_is_linted() {
    for entry in std::fs::read_dir("tests/fixtures/import").expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending != "yaml") {
            let path = path.to_str().expect("UTF-8");
            let error = rolefit(&["lint", path]).refused();
            assert!(
                error.contains("no role spec (YAML)") && error.contains(&format!("rolefit import {path} -o")),
                "{error}"
            );
        }
    }
    let error = rolefit(&["lint", "examples/resume.md"]).refused();
    assert!(
        error.contains("this reads like a resume") && error.contains("\n  rolefit advise examples/resume.md"),
        "{error}"
    );
}

#[test]
fn an_address_of_the_web_is_not_fetched() {
    let error = rolefit(&["import", "https://example.com/jobs/1"]).refused();
    assert!(error.contains("rolefit fetches nothing") && error.contains("\n  rolefit import page.html"), "{error}");
    assert!(rolefit(&["lines", "https://example.com/cv"]).refused().contains("save the page (Ctrl+S"));
}

#[test]
fn a_resume_that_is_not_in_english_is_warned_of() {
    let (_folder, path) = file("cv.md", GERMAN);
    for args in [&["kpi-check", "teacher"][..], &["draft", "lines", "teacher"], &["lines"], &["fit"], &["advise"]] {
        let run = rolefit(&[args, &[&path]].concat());
        assert_eq!(run.status, 0, "{args:?}: {}", run.err);
        assert_eq!(
            run.err.matches("cv.md: this reads like German. Roles and rules are in English").count(),
            1,
            "{args:?}"
        );
    }
    let (_folder, short) = file("cv.md", "- Führte das Team der Firma\n");
    assert_eq!(rolefit(&["lines", &short]).ok().matches("Team").count(), 1);
}

#[test]
fn a_resume_becomes_no_role_in_silence() {
    let (_folder, path) = file("mine.md", std::fs::read("examples/resume.md").expect("read"));
    let run = rolefit(&["import", &path]);
    assert_eq!(run.status, 0);
    assert!(run.err.starts_with("warning: ") && run.err.contains("this reads like a resume"), "{}", run.err);
    assert!(run.err.contains(&format!("\n  rolefit fit {path}\n")), "{}", run.err);
    assert_eq!(rolefit(&["import", &path, "--from", "posting"]).err, "", "what is said outright is believed");
    for posting in std::fs::read_dir("tests/fixtures/import").expect("a folder") {
        let posting = posting.expect("an entry").path();
        if posting.extension().is_some_and(|ending| ending != "yaml") {
            rolefit(&["import", posting.to_str().expect("UTF-8")]).ok();
        }
    }
}

#[test]
fn a_sheet_that_is_given_as_a_resume_is_told() {
    let sheet = "<!-- rolefit lines: head 00000000 -->\n# Experience\n\n- Cut costs by 10%\n";
    let (_folder, path) = file("lines.md", sheet);
    let said = rolefit(&["kpi-check", "teacher", &path]);
    assert!(said.err.contains("this is a sheet of `rolefit draft`"), "{}", said.err);
}
