//! Files made to do harm: each has to end soon, in an answer.

use std::fmt::Write as _;
use std::io::Write as _;
use std::time::{Duration, Instant};

use rolefit::resume::{Format, ReadError, read};
use rolefit::role::parse;

fn soon(what: &str, bytes: &[u8], format: Format) -> Result<usize, ReadError> {
    let begun = Instant::now();
    let answer = read(what, bytes, Some(format)).map(|resume| resume.lines.len());
    let took = begun.elapsed();
    println!("{what}: {took:?}, {answer:?}");
    assert!(took < Duration::from_secs(30), "{what}: {took:?}");
    answer
}

/// A PDF of these objects, without a table; readers have to find the objects themselves.
fn pdf(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n".to_owned();
    for (at, object) in objects.iter().enumerate() {
        let _ = writeln!(file, "{} 0 obj {object} endobj", at + 2);
    }
    file.push_str("trailer <</Root 1 0 R>>\n%%EOF");
    file.into_bytes()
}

fn stream(dict: &str, content: &str) -> String {
    format!("<<{dict}/Length {}>> stream\n{content}\nendstream", content.len())
}

const PAGES: &str = "<</Type/Pages/Kids[3 0 R]/Count 1>>";
const FONT: &str = "<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>";

#[test]
#[cfg_attr(debug_assertions, ignore = "3 s to the bound on glyphs in a release build, 100 s in a debug build")]
fn forms_that_draw_forms() {
    let mut objects = vec![
        PAGES.to_owned(),
        format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources {FONT}/XObject<</X 5 0 R>>>>>>"
        ),
        stream("", "/X Do"),
    ];
    for next in 6..26 {
        let dict = format!("/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources {FONT}/XObject<</X {next} 0 R>>>>");
        objects.push(stream(&dict, &"/X Do ".repeat(10)));
    }
    let dict = format!("/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources {FONT}>>");
    objects.push(stream(&dict, "BT /F 10 Tf 50 50 Td (Led) Tj ET"));
    let _ = soon("forms.pdf", &pdf(&objects), Format::Pdf);
}

#[test]
fn objects_within_objects() {
    for open in ["[", "<<", "<</A"] {
        let page = format!("<</Type/Page/Parent 2 0 R/MediaBox {}", open.repeat(200_000));
        let _ = soon("nested.pdf", &pdf(&[PAGES.to_owned(), page]), Format::Pdf);
        let page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>".to_owned();
        let content = stream("", &open.repeat(200_000));
        let _ = soon("nested content.pdf", &pdf(&[PAGES.to_owned(), page, content]), Format::Pdf);
    }
}

#[test]
fn pages_that_are_their_own_parents() {
    let objects =
        ["<</Type/Pages/Kids[2 0 R 2 0 R 3 0 R]/Count 9>>".to_owned(), "<</Type/Pages/Kids[2 0 R]>>".to_owned()];
    let _ = soon("loop.pdf", &pdf(&objects), Format::Pdf);
}

#[test]
fn a_page_of_words_and_nothing_else() {
    let page = format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources {FONT}>>>>");
    for (step, count) in [(0.004, 30_000), (7.0, 30_000)] {
        let mut content = "BT /F 1 Tf 1 0 0 1 0 0 Tm\n".to_owned();
        for at in 0..count {
            let (left, base) = (f64::from(at % 97) * 6.0, f64::from(at) * step % 799.0);
            let _ = writeln!(content, "1 0 0 1 {left} {base:.3} Tm (ab) Tj");
        }
        content.push_str("ET");
        let _ = soon("words.pdf", &pdf(&[PAGES.to_owned(), page.clone(), stream("", &content)]), Format::Pdf);
    }
}

fn docx(document: &str) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(document.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn documents_of_too_much() {
    let deep = format!("<w:document>{}", "<w:p>".repeat(100_000));
    assert!(soon("deep.docx", &docx(&deep), Format::Docx).unwrap_err().to_string().contains("nested deeper"));
    let long = format!("<w:document>{}</w:document>", " ".repeat(70 * 1024 * 1024));
    assert!(soon("long.docx", &docx(&long), Format::Docx).unwrap_err().to_string().contains("64 MiB"));
    let run_on = "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Led a team </w:t></w:r></w:p>";
    let _ = soon("run on.docx", &docx(&format!("<d>{}</d>", run_on.repeat(20_000))), Format::Docx);
    let boxed = "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>Skills</w:t></w:r></w:p><w:p><w:r><w:t>Led it</w:t></w:r></w:p></w:txbxContent></w:r></w:p>";
    let _ = soon("boxes.docx", &docx(&format!("<d>{}</d>", boxed.repeat(10_000))), Format::Docx);
    let dots = format!("<d><w:p><w:r><w:t>{}</w:t></w:r></w:p></d>", "A. b ".repeat(40_000));
    let _ = soon("dots.docx", &docx(&dots), Format::Docx);
}

#[test]
fn archives_that_lie() {
    let whole = docx("<d><w:p><w:r><w:t>Led a team of five</w:t></w:r></w:p></d>");
    assert_eq!(soon("whole.docx", &whole, Format::Docx), Ok(1));
    // The sizes stand in the local header and in the directory; every byte of both is tried.
    for at in 0..whole.len() {
        for value in [0, 0x7F, 0xFF] {
            let mut lying = whole.clone();
            lying[at] = value;
            let _ = read("lying.docx", &lying, Some(Format::Docx));
        }
    }
    for length in 0..whole.len() {
        let _ = read("short.docx", &whole[..length], Some(Format::Docx));
    }
}

/// Ten names, each of which stands for ten times the one before: written out, ten thousand million words.
fn aliases(key: &str) -> String {
    let mut yaml = "a0: &a0 [Led, Led]\n".to_owned();
    for at in 1..10 {
        let ten = format!("*a{}", at - 1);
        let _ = writeln!(yaml, "a{at}: &a{at} [{}]", [ten.as_str(); 10].join(", "));
    }
    yaml + &format!("{key}: *a9\n")
}

#[test]
fn names_in_yaml_that_stand_for_more_and_more() {
    for key in ["title", "kpis", "extra"] {
        let begun = Instant::now();
        assert!(parse(&aliases(key), "role.yaml").is_err());
        assert!(begun.elapsed() < Duration::from_secs(5), "{key}: {:?}", begun.elapsed());
    }
    let merged = format!("title: A\n{}<<: *a9\n", aliases("x"));
    assert!(parse(&merged, "role.yaml").is_err());
    let resume = |yaml: String| soon("resume.yaml", yaml.as_bytes(), Format::RenderCv);
    assert!(resume(format!("cv:\n  sections:\n    work: *a9\n{}", aliases("x"))).is_err());
    assert!(resume(aliases("cv")).is_err());
    assert!(resume("cv: &a\n  sections:\n    work: [*a]\n".to_owned()).is_err());
}

#[test]
fn lists_within_lists() {
    let deep = 100_000;
    for (open, close) in [("[", "]"), ("{\"work\":", "}"), ("[{\"a\":", "}]")] {
        let json = format!("{{\"work\":{}1{}}}", open.repeat(deep), close.repeat(deep));
        assert!(soon("deep.json", json.as_bytes(), Format::JsonResume).is_err());
        let record = format!("{{\"id\":\"a\",\"lines\":{}1{}}}", open.repeat(deep), close.repeat(deep));
        assert!(soon("deep.jsonl", record.as_bytes(), Format::Jsonl).is_err());
    }
    for open in ["[", "{a: ", "- ", "? ", "!!seq [", "&a [", "a:\n - "] {
        let yaml = format!("cv:\n  sections: {}", open.repeat(deep));
        assert!(soon("deep.yaml", yaml.as_bytes(), Format::RenderCv).is_err(), "{open}");
        assert!(parse(&format!("title: {}", open.repeat(deep)), "role.yaml").is_err(), "{open}");
    }
    let indented = (0..2_000).map(|at| " ".repeat(at) + "a:\n").collect::<String>();
    assert!(parse(&indented, "role.yaml").is_err());
}

#[test]
fn groups_within_groups() {
    for (open, close) in [
        ("{", "}"),
        ("\\textbf{", "}"),
        ("\\begin{itemize}\\item ", "\\end{itemize}"),
        ("\\newcommand{\\x}{", "}"),
        ("\\section{", "}"),
        ("\\cventry{", "}"),
        ("\\href{", "}{b}"),
        ("$", "$"),
        ("[", "]"),
    ] {
        let body = |inner: &str| format!("\\begin{{document}}\\section{{Work}}{inner}\\end{{document}}");
        for inner in [format!("{}Led{}", open.repeat(50_000), close.repeat(50_000)), open.repeat(50_000)] {
            let _ = soon("deep.tex", body(&inner).as_bytes(), Format::Latex);
        }
    }
    // A command that holds itself twice, and one that holds the one before ten times.
    let mut grown = "\\newcommand{\\x}{\\x\\x}\\newcommand{\\a}{Led }".to_owned();
    for (before, name) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        let _ = write!(grown, "\\newcommand{{\\{name}}}{{{}}}", format!("\\{before}").repeat(10));
    }
    let text = format!("{grown}\\begin{{document}}\\item \\x \\k\\end{{document}}");
    let _ = soon("grown.tex", text.as_bytes(), Format::Latex);
}

#[test]
fn styles_that_are_too_much_cost_no_line() {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(b"<d><w:p><w:r><w:t>Led a team of five</w:t></w:r></w:p></d>").unwrap();
    archive.start_file("word/styles.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(&vec![b' '; 70 * 1024 * 1024]).unwrap();
    let bomb = archive.finish().unwrap().into_inner();
    assert!(bomb.len() < 200_000, "{}", bomb.len());
    assert_eq!(soon("styles.docx", &bomb, Format::Docx), Ok(1));
}
