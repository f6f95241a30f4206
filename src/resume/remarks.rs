//! Comments that silence advice: `<!-- rolefit-ignore rule-id -->`, in LaTeX `% rolefit-ignore rule-id`, in YAML
//! `# rolefit-ignore rule-id`. They are no part of the text, so the readers pass them over.

use serde::Serialize;

use super::{Format, decode};

const MARK: &str = "rolefit-ignore";

/// A comment that silences advice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IgnoreComment {
    /// The source line it stands on, from 1.
    pub line: usize,
    /// Nothing else stands on that line, so that it is for the line below.
    pub alone: bool,
    /// The rules it names; none means all.
    pub rules: Vec<String>,
}

/// The comments of a source, in its order. Formats without comments have none.
pub(super) fn ignore_comments(format: Format, source: &[u8]) -> Vec<IgnoreComment> {
    let (open, close) = match format {
        Format::Markdown | Format::Html => ("<!--", Some("-->")),
        Format::Latex => ("%", None),
        Format::RenderCv => ("#", None),
        _ => return Vec::new(),
    };
    let source = decode::text(source);
    if !source.contains(MARK) {
        return Vec::new();
    }
    (1..).zip(source.lines()).filter_map(|(line, row)| in_row(row, open, close, line)).collect()
}

fn in_row(row: &str, open: &str, close: Option<&str>, line: usize) -> Option<IgnoreComment> {
    let mark = row.find(MARK)?;
    let start = row[..mark].rfind(open)?;
    if !row[start + open.len()..mark].trim().is_empty() {
        return None;
    }
    let rest = &row[mark + MARK.len()..];
    let (ids, after) = match close {
        Some(close) => rest.split_once(close)?,
        None => (rest, ""),
    };
    // "rolefit-ignored" is another word.
    if ids.starts_with(|c: char| !c.is_whitespace() && c != ':') {
        return None;
    }
    let words = ids.split(|c: char| c.is_whitespace() || c == ',' || c == ':').filter(|word| !word.is_empty());
    let alone = row[..start].trim().is_empty() && after.trim().is_empty();
    Some(IgnoreComment { line, alone, rules: words.map(str::to_owned).collect() })
}

#[cfg(test)]
mod tests {
    use super::{Format, IgnoreComment, ignore_comments};

    fn comment(line: usize, alone: bool, rules: &[&str]) -> IgnoreComment {
        IgnoreComment { line, alone, rules: rules.iter().map(|rule| (*rule).to_owned()).collect() }
    }

    #[test]
    fn every_format_has_its_own_comment() {
        let markdown = "- Led <!-- rolefit-ignore no-result -->\n\n<!-- rolefit-ignore tense, passive -->\n- Sold\n";
        let found = [comment(1, false, &["no-result"]), comment(3, true, &["tense", "passive"])];
        assert_eq!(ignore_comments(Format::Markdown, markdown.as_bytes()), found);
        assert_eq!(ignore_comments(Format::Html, b"<!--rolefit-ignore-->"), [comment(1, true, &[])]);
        assert_eq!(ignore_comments(Format::Latex, b"Led 5\\% % rolefit-ignore a"), [comment(1, false, &["a"])]);
        assert_eq!(ignore_comments(Format::RenderCv, b"- Led # rolefit-ignore: a b"), [comment(1, false, &["a", "b"])]);
    }

    #[test]
    fn other_text_is_no_comment() {
        for text in ["rolefit-ignore a", "<!-- rolefit-ignored a -->", "<!-- see rolefit-ignore a -->", "<!-- a -->"] {
            assert_eq!(ignore_comments(Format::Markdown, text.as_bytes()), [], "{text}");
        }
        assert_eq!(ignore_comments(Format::JsonResume, b"<!-- rolefit-ignore a -->"), []);
    }
}
