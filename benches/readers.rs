//! How fast each format is read. One item is one resume of 30 lines, and divan shows resumes a second of one core, and
//! the bytes of their files. `cargo bench --bench readers`
#![allow(clippy::expect_used, reason = "a benchmark that cannot be laid out has to stop")]

use std::hint::black_box;
use std::io::{Cursor, Write};

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use rolefit::import::import;
use rolefit::resume::{Format, read};

fn main() {
    divan::main();
}

const LINES: usize = 30;

/// A line of work, each one another.
fn line(number: usize) -> String {
    format!("Cut the response time of service {number} by {}% with Redis caching for 12 countries", number % 60 + 5)
}

fn listed(before: &str, after: &str) -> String {
    (0..LINES).flat_map(|number| [before.to_owned(), line(number), after.to_owned()]).collect()
}

/// The same resume in each format.
fn resume(format: Format) -> Vec<u8> {
    let text = match format {
        Format::Text => format!("JANE DOE\n\nWORK EXPERIENCE\n\nDeveloper, Acme\n{}", listed("- ", "\n")),
        Format::Markdown => format!("# Jane Doe\n\n## Work\n\n### Developer, Acme\n\n{}", listed("- ", "\n")),
        Format::Html => format!("<h1>Jane Doe</h1><h2>Work</h2><ul>{}</ul>", listed("<li>", "</li>\n")),
        Format::Latex => format!(
            "\\documentclass{{article}}\n\\begin{{document}}\n\\section{{Work}}\n\\begin{{itemize}}\n{}\\end{{itemize}}\n\\end{{document}}\n",
            listed("\\item ", "\n").replace('%', "\\%")
        ),
        Format::JsonResume => {
            let highlights: Vec<String> = (0..LINES).map(line).collect();
            serde_json::json!({"basics": {"name": "Jane Doe"}, "work": [{"name": "Acme", "highlights": highlights}]})
                .to_string()
        }
        Format::RenderCv => {
            format!(
                "cv:\n  sections:\n    experience:\n      - company: Acme\n        highlights:\n{}",
                listed("          - ", "\n")
            )
        }
        Format::Jsonl => serde_json::json!({"id": "a", "lines": (0..LINES).map(line).collect::<Vec<_>>()}).to_string(),
        Format::Docx => return docx(),
        Format::Pdf => return pdf(),
    };
    text.into_bytes()
}

fn docx() -> Vec<u8> {
    let paragraphs = listed("<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>", "</w:t></w:r></w:p>");
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).expect("a file");
    write!(archive, "<w:document><w:body>{paragraphs}</w:body></w:document>").expect("written");
    archive.finish().expect("an archive").into_inner()
}

fn pdf() -> Vec<u8> {
    let drawn = |number| format!("1 0 0 1 50 {} Tm (\\225 {}) Tj\n", 780 - number * 14, line(number));
    let content = format!("BT /F 9 Tf\n{}ET", (0..LINES).map(drawn).collect::<Vec<_>>().concat());
    format!(
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n\
         3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F \
         <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>>>>> endobj\n\
         4 0 obj <</Length {}>> stream\n{content}\nendstream endobj\ntrailer <</Root 1 0 R>>\n%%EOF",
        content.len()
    )
    .into_bytes()
}

const FORMATS: [Format; 9] = [
    Format::Text,
    Format::Markdown,
    Format::Html,
    Format::Latex,
    Format::JsonResume,
    Format::RenderCv,
    Format::Jsonl,
    Format::Docx,
    Format::Pdf,
];

/// Resumes a second.
#[divan::bench(args = FORMATS)]
fn read_a_resume(bencher: Bencher, format: Format) {
    let bytes = resume(format);
    let found = read("resume", &bytes, Some(format)).expect("a resume").accomplishments().count();
    assert_eq!(found, LINES, "{format}");
    bencher
        .counter(ItemsCount::new(1_usize))
        .counter(BytesCount::new(bytes.len()))
        .bench_local(|| read("resume", black_box(&bytes), Some(format)));
}

/// Postings a second made into role specs.
#[divan::bench]
fn import_a_posting(bencher: Bencher) {
    let posting = format!("# Developer\n\n## Responsibilities\n\n{}", listed("- ", "\n"));
    bencher
        .counter(ItemsCount::new(1_usize))
        .counter(BytesCount::new(posting.len()))
        .bench_local(|| import("posting.md", black_box(posting.as_bytes()), None));
}
