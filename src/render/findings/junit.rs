//! `JUnit` XML, where a pipeline shows tests: what was checked is a test case, an error or a warning its failure. What was
//! found beside it is the suite's output.

use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::{in_brackets, sentence, word};
use crate::render::plain::is_unsafe;
use crate::report::{Finding, Findings, Passed, Severity};

/// One suite a file.
#[must_use]
pub fn junit(findings: &Findings) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Writing to memory cannot fail, and what is written is the UTF-8 that was given.
    let _ = suites(&mut writer, findings);
    let body = String::from_utf8(writer.into_inner()).unwrap_or_default();
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}\n")
}

fn suites(writer: &mut Writer<Vec<u8>>, findings: &Findings) -> io::Result<()> {
    let mut paths: Vec<&str> = Vec::new();
    let found = findings.findings.iter().map(|finding| finding.path.as_str());
    for path in found.chain(findings.passed.iter().map(|passed| passed.path.as_str())) {
        if !paths.contains(&path) {
            paths.push(path);
        }
    }
    writer.create_element("testsuites").with_attribute(("name", "rolefit")).write_inner_content(|writer| {
        paths.iter().try_for_each(|path| {
            let found = findings.findings.iter().filter(|finding| finding.path == *path);
            let (asides, found): (Vec<&Finding>, Vec<&Finding>) = found.partition(|finding| finding.is_aside);
            let passed: Vec<&Passed> = findings.passed.iter().filter(|passed| passed.path == *path).collect();
            suite(writer, path, (&found, &passed), &asides)
        })
    })?;
    Ok(())
}

fn suite(
    writer: &mut Writer<Vec<u8>>,
    path: &str,
    (found, passed): (&[&Finding], &[&Passed]),
    asides: &[&Finding],
) -> io::Result<()> {
    let failures = found.iter().filter(|finding| fails(finding)).count();
    let counts = [("tests", found.len() + passed.len()), ("errors", 0), ("failures", failures)];
    let counts = counts.map(|(key, count)| (key, count.to_string()));
    let suite = writer.create_element("testsuite").with_attribute(("name", safe(path).as_str()));
    let suite = suite.with_attributes(counts.iter().map(|(key, count)| (*key, count.as_str())));
    suite.write_inner_content(|writer| {
        found.iter().try_for_each(|finding| case(writer, finding))?;
        passed.iter().try_for_each(|passed| {
            let names = [("classname", safe(&passed.path)), ("name", safe(&passed.name))];
            let case = writer.create_element("testcase");
            case.with_attributes(names.iter().map(|(key, name)| (*key, name.as_str()))).write_empty().map(drop)
        })?;
        if asides.is_empty() {
            return Ok(());
        }
        let output: String = asides.iter().map(|finding| said(finding) + "\n").collect();
        writer.create_element("system-out").write_text_content(BytesText::new(&safe(&output))).map(drop)
    })?;
    Ok(())
}

/// "cv.md:7:3: warning: weak-opener: begins with …"
fn said(finding: &Finding) -> String {
    let Finding { path, line, column, rule, message, .. } = finding;
    format!("{path}:{line}:{column}: {}: {rule}: {message}{}", word(finding.severity), in_brackets(finding))
}

fn case(writer: &mut Writer<Vec<u8>>, finding: &Finding) -> io::Result<()> {
    let place = format!("{}:{}:{}", finding.path, finding.line, finding.column);
    let help = finding.help.as_ref().map(|help| format!("\n{}", sentence(help))).unwrap_or_default();
    let body = safe(&format!("{place}: {}{help}", sentence(&finding.message)));
    let name = safe(&format!("{}: {}", finding.rule, finding.message));
    // Jenkins' schema knows no other attributes; the place stands in the text.
    let attributes = [("classname", safe(&finding.path)), ("name", name)];
    let case = writer.create_element("testcase");
    let case = case.with_attributes(attributes.iter().map(|(key, value)| (*key, value.as_str())));
    case.write_inner_content(|writer| {
        if fails(finding) {
            let failure = writer.create_element("failure").with_attribute(("type", word(finding.severity)));
            let message = safe(&finding.message);
            failure.with_attribute(("message", message.as_str())).write_text_content(BytesText::new(&body))?;
        } else {
            writer.create_element("system-out").write_text_content(BytesText::new(&body))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn fails(finding: &Finding) -> bool {
    finding.severity != Severity::Note
}

/// XML 1.0 has no way to write most control characters, not even escaped.
fn safe(text: &str) -> String {
    let shown = |c| if is_unsafe(c) && !matches!(c, '\t' | '\n' | '\r') { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().filter(|c| !matches!(c, '\u{fffe}' | '\u{ffff}')).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;

    #[test]
    fn notes_pass_and_the_rest_fails() {
        let text = super::junit(&findings());
        assert!(text.contains("<testsuite name=\"my, résumé.md\" tests=\"4\" errors=\"0\" failures=\"2\">"), "{text}");
        assert!(text.contains("<failure type=\"warning\" message=\"a: warning\">"), "{text}");
        assert!(text.contains("<system-out>my, résumé.md:9:3: A note</system-out>"), "{text}");
        assert!(text.contains("name=\"KPI &quot;Speed&quot;\"/>"), "{text}");
        assert!(text.contains("of &lt;b&gt;") && !text.contains("<b>"), "{text}");
    }

    #[test]
    fn what_was_found_beside_fails_nothing() {
        let mut findings = findings();
        findings.findings[0].is_aside = true;
        let text = super::junit(&findings);
        assert!(text.contains("tests=\"3\" errors=\"0\" failures=\"1\""), "{text}");
        let output = text.split("<system-out>").last().expect("the suite's output");
        assert!(output.starts_with("my, résumé.md:7:3: error: odd-number: 120 %"), "{text}");
    }

    #[test]
    fn it_is_sound_xml() {
        let text = super::junit(&findings());
        let mut reader = quick_xml::Reader::from_str(&text);
        let mut cases = 0;
        loop {
            match reader.read_event().expect("sound XML") {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Start(tag) if tag.name().as_ref() == "testcase" => cases += 1,
                _ => {}
            }
        }
        assert_eq!(cases, 3);
    }
}
