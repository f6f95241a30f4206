//! What has to hold for any bytes at all, one function a target. The fuzzer calls these with what it makes up; the test
//! `tests/it/corpora.rs` calls them with what it found before.

#[path = "targets/sheets.rs"]
mod sheets;

use std::io::{Cursor, Write};

use rolefit::report::{
    CheckReport, Checker, Cohort, CohortReport, DEFAULT_MIN_SCORE, Findings, LinesReport, QuestionFilter, QuestionList,
    RoleCard, Standing, explain,
};
use rolefit::resume::{Format, Resume, read, read_record};
use rolefit::role::{Role, RoleSpec, parse};
use rolefit::{import as importing, render};
pub use sheets::sheets;

/// What is done with some bytes; it panics where something does not hold.
pub type Target = fn(&[u8]);

/// Every target by its name, which is also that of its corpus folder.
pub const TARGETS: [(&str, Target); 13] = [
    ("role_spec", role_spec),
    ("import", import),
    ("text", text),
    ("markdown", markdown),
    ("html", html),
    ("latex", latex),
    ("json_resume", json_resume),
    ("rendercv", rendercv),
    ("docx", docx),
    ("pdf", pdf),
    ("record", record),
    ("kpi_check", kpi_check),
    ("sheets", sheets),
];

/// A role spec is refused with its place, or reads back as it is written; every criterion has an id of its own.
pub fn role_spec(data: &[u8]) {
    let Ok(source) = std::str::from_utf8(data) else { return };
    let spec = match parse(source, "role.yaml") {
        Ok(spec) => spec,
        Err(error) => {
            return assert!(error.to_string().contains(&format!("role.yaml:{}:{}", error.line, error.column)));
        }
    };
    let role = Role { id: "role".to_owned(), spec };
    let mut ids: Vec<String> = role.criteria().into_iter().map(|criterion| criterion.id).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count, "two criteria share an id");
    safe(&[
        render::table::card(&RoleCard::new(role.clone(), &[]), render::Width::USUAL),
        render::markdown::card(&RoleCard::new(role.clone(), &[])),
        render::json(&RoleCard::new(role.clone(), &[])),
        render::yaml(&RoleCard::new(role.clone(), &[]).as_spec()),
    ]);
    if let Ok(questions) = QuestionList::new(&role, &QuestionFilter::default()) {
        safe(&[render::table::questions(&questions, render::Width::new(40)), render::markdown::questions(&questions)]);
    }
    let written = render::yaml(&RoleCard::new(role.clone(), &[]).as_spec());
    if let Some(plain) = without_marks(&role.spec) {
        assert_eq!(parse(&written, "again.yaml").as_ref(), Ok(&plain), "{written}");
    }
}

/// The spec, if it has no character that a YAML file of ours does not hold as it is.
fn without_marks(spec: &RoleSpec) -> Option<RoleSpec> {
    let text = format!("{spec:?}");
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}');
    (!text.contains("\\u{") && !text.chars().any(turns)).then(|| spec.clone())
}

/// A page or a posting is refused, or the role spec that is made of it reads back as it is.
pub fn import(data: &[u8]) {
    for kind in [None, Some(importing::Kind::Page), Some(importing::Kind::Posting)] {
        match importing::import("a.txt", data, kind) {
            Ok(imported) => {
                let text = importing::yaml(&imported);
                safe(std::slice::from_ref(&text));
                assert_eq!(parse(&text, "a.yaml").as_ref(), Ok(&imported.spec), "{text}");
            }
            Err(error) => assert!(error.to_string().starts_with("a.txt:")),
        }
    }
}

/// Plain text, and what a file without an ending is taken for.
pub fn text(data: &[u8]) {
    resume("resume.txt", data, Some(Format::Text));
    resume("resume", data, None);
}

/// Markdown.
pub fn markdown(data: &[u8]) {
    resume("resume.md", data, Some(Format::Markdown));
}

/// HTML.
pub fn html(data: &[u8]) {
    resume("resume.html", data, Some(Format::Html));
}

/// LaTeX.
pub fn latex(data: &[u8]) {
    resume("resume.tex", data, Some(Format::Latex));
}

/// JSON Resume.
pub fn json_resume(data: &[u8]) {
    resume("resume.json", data, Some(Format::JsonResume));
}

/// `RenderCV`.
pub fn rendercv(data: &[u8]) {
    resume("resume.yaml", data, Some(Format::RenderCv));
}

/// Word: the bytes as an archive, and as the document within one with styles of its own.
pub fn docx(data: &[u8]) {
    resume("resume.docx", data, Some(Format::Docx));
    if data.starts_with(b"PK") {
        return;
    }
    let parts = data.split(|byte| *byte == 0).zip(["word/document.xml", "word/styles.xml", "word/numbering.xml"]);
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (part, name) in parts {
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        if archive.start_file(name, stored).is_err() || archive.write_all(part).is_err() {
            return;
        }
    }
    if let Ok(archive) = archive.finish() {
        resume("resume.docx", archive.get_ref(), Some(Format::Docx));
    }
}

/// PDF: the bytes as a file, and as what one page draws.
pub fn pdf(data: &[u8]) {
    resume("resume.pdf", data, Some(Format::Pdf));
    if data.starts_with(b"%PDF") {
        return;
    }
    let mut file = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n\
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R\
        /Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>> endobj\n"
        .to_vec();
    file.extend(format!("4 0 obj <</Length {}>> stream\n", data.len()).bytes());
    file.extend(data);
    file.extend(b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF");
    resume("resume.pdf", &file, Some(Format::Pdf));
}

/// A record of a stream.
pub fn record(data: &[u8]) {
    match read_record(data) {
        Ok(resume) => sound(&resume),
        Err(error) => assert!(!error.message.is_empty()),
    }
    resume("record.jsonl", data, Some(Format::Jsonl));
}

/// The whole check: a role spec, a line of "=====", a resume of any format; then every report in every format.
pub fn kpi_check(data: &[u8]) {
    let bar: &[u8] = b"\n=====\n";
    let Some(at) = data.windows(bar.len()).position(|window| window == bar) else { return };
    let Ok(source) = std::str::from_utf8(&data[..at]) else { return };
    let Ok(spec) = parse(source, "role.yaml") else { return };
    let role = Role { id: "role".to_owned(), spec };
    let Ok(resume) = read("resume", &data[at + bar.len()..], None) else { return };
    let Ok(checker) = Checker::new(&role) else { return };
    let Ok(report) = checker.worker().check(&resume, DEFAULT_MIN_SCORE) else { return };
    let all = checker.worker().check(&resume, 0.0).expect("what was checked once");
    assert_eq!(all.criteria, report.criteria, "the least score reached the criteria");
    for (line, found) in all.lines.iter().flat_map(|line| line.matches.iter().map(move |found| (line, found))) {
        assert!((0.0..=1.0).contains(&found.score.0), "{}", found.score.0);
        let chars: Vec<char> = line.text.chars().collect();
        for evidence in &found.evidence {
            assert_eq!(chars[evidence.start..evidence.end].iter().collect::<String>(), evidence.text);
        }
    }
    rendered(&checker, &role, &report, &resume);
}

fn rendered(checker: &Checker<'_>, role: &Role, report: &CheckReport, resume: &Resume) {
    let standing = Standing::from(report);
    assert_eq!(Ok(&standing), checker.worker().standing(resume).as_ref());
    let mut cohort = CohortReport::new(checker);
    cohort.cohort.add(&standing);
    cohort.resumes.push(standing.clone());
    let explanation = explain(role, &report.lines[0].text);
    for width in [1, 40, 80, 200].map(render::Width::new) {
        safe(&[
            render::table::check(report, width),
            render::table::cohort(&cohort, width),
            render::table::explanation(&explanation, width),
        ]);
    }
    safe(&[
        render::json(report),
        render::json_line(report),
        render::json(&cohort),
        render::json(&explanation),
        render::markdown::check(report),
        render::markdown::cohort(&cohort),
        render::markdown::explanation(&explanation),
    ]);
    let pages = [render::html::check(report), render::html::cohort(&cohort)].map(|page| page.expect("a page"));
    for page in &pages {
        is_page(page);
    }
    is_csv(&[render::csv::header(&Cohort::new(checker)), render::csv::standing(&standing)]);
    for_pipelines(&Findings::from(report));
}

/// The elements of our pages.
const OF_A_PAGE: [&str; 40] = [
    "a", "bdi", "body", "button", "code", "col", "colgroup", "div", "fieldset", "footer", "h1", "h2", "h3", "header",
    "i", "input", "label", "legend", "li", "main", "mark", "nav", "ol", "option", "p", "q", "rect", "section",
    "select", "span", "strong", "svg", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
];

/// A page holds the one script and the one style of ours, and no text of anybody's opens an element.
fn is_page(page: &str) {
    safe(&[page.to_owned()]);
    assert_eq!((page.matches("<script").count(), page.matches("<style").count()), (1, 1), "{page}");
    let body =
        page.split_once("<body").and_then(|(_, body)| body.split_once("<script")).expect("the script stands last").0;
    for part in body.split('<').skip(1) {
        let name = part.trim_start_matches('/').split([' ', '>', '\n']).next().unwrap_or_default();
        assert!(OF_A_PAGE.contains(&name), "<{part}");
        assert!(!part.split_once('>').is_none_or(|(tag, _)| tag.contains(" on")), "<{part}");
    }
}

fn is_csv(rows: &[String]) {
    safe(rows);
    let text = rows.concat();
    let rows: Vec<_> =
        csv::Reader::from_reader(text.as_bytes()).into_records().collect::<Result<_, _>>().expect("a table");
    assert_eq!(rows.len(), 1, "{text}");
}

/// Findings are one line each, valid JSON, and XML that is closed.
fn for_pipelines(findings: &Findings) {
    let (brief, github) = (render::findings::brief(findings), render::findings::github(findings));
    for lines in [&brief, &github] {
        assert_eq!(lines.lines().count(), findings.findings.len(), "{lines}");
    }
    assert!(github.lines().all(|line| line.starts_with("::")), "{github}");
    let (sarif, junit) = (render::findings::sarif(findings), render::findings::junit(findings));
    serde_json::from_str::<serde_json::Value>(&sarif).expect("JSON");
    let mut cases = 0;
    let mut reader = quick_xml::Reader::from_str(&junit);
    loop {
        match reader.read_event().expect("XML") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Start(tag) | quick_xml::events::Event::Empty(tag) => {
                cases += usize::from(tag.name().as_ref() == "testcase");
                tag.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
            }
            _ => {}
        }
    }
    let checked = findings.findings.iter().filter(|finding| !finding.is_aside).count();
    assert_eq!(cases, checked + findings.passed.len(), "{junit}");
    safe(&[
        sarif,
        junit,
        render::table::findings(findings, render::Width::new(40)),
        render::markdown::findings(findings),
    ]);
    safe(&[brief, github].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>());
}

/// Reads a resume: refused with its name, or read in lines that say something.
fn resume(name: &str, data: &[u8], format: Option<Format>) {
    match read(name, data, format) {
        Ok(resume) => sound(&resume),
        Err(error) => assert!(error.to_string().starts_with(name), "{error}"),
    }
}

fn sound(resume: &Resume) {
    assert!(!resume.lines.is_empty());
    for line in &resume.lines {
        assert!(!line.text.trim().is_empty(), "{line:?}");
        assert!(!line.text.contains(['\n', '\r']), "{line:?}");
        assert!(line.place.line > 0 && line.place.column > 0, "{line:?}");
    }
    let report = LinesReport::from(resume.clone());
    safe(&[
        render::table::lines(&report, render::Width::USUAL),
        render::markdown::lines(&report),
        render::json(&report),
    ]);
}

/// Nothing in these texts steers a terminal but the styles that the renderers themselves write.
fn safe(texts: &[String]) {
    for text in texts {
        let bare = anstream::adapter::strip_str(text).to_string();
        let steers = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
        assert!(!bare.contains(steers), "{bare:?}");
        assert!(text.ends_with('\n'), "{text:?}");
    }
}
