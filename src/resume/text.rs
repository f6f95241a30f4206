//! Plain text: bullets of any kind, wrapped lines, and headings known by their look.

use std::ops::Range;

use super::outline::Outline;
use super::places::{Joined, Places};
use super::{Found, LineKind, leaders, sections, tags, wording};

/// Signs that are bullets wherever they begin a line.
const BULLETS: &str = "•◦▪‣·●○■□▫◆◇►▶➢➤✓✔★✦❖⁃∙→»›\u{F0B7}\u{F0A7}\u{F0D8}\u{F076}";

/// A line wider than this was not broken by hand, so lines shorter than it were.
const WIDEST: usize = 100;

/// A line wider than this is a paragraph, and the next line another.
const WIDEST_BROKEN: usize = 160;

/// The lines of a text.
pub(super) fn lines(source: &str) -> Found {
    lines_within(source, std::slice::from_ref(&(0..source.len())))
}

/// The lines of those parts of a document that are plain text.
pub(super) fn lines_within(source: &str, parts: &[Range<usize>]) -> Found {
    let within = |row: &Row| parts.iter().any(|part| part.contains(&row.offset) || part.end == row.offset);
    let rows: Vec<Row> = rows(source).into_iter().filter(within).collect();
    let mut reader = Reader {
        outline: Outline::default(),
        places: Places::new(source),
        width: rows.iter().map(|row| row.wide).max().unwrap_or(0).min(WIDEST),
        open: None,
    };
    let mut at = 0;
    while let Some(row) = rows.get(at) {
        at += reader.row(row, &rows[at + 1..]);
    }
    reader.close();
    reader.outline.finish()
}

/// The text after the bullet at the start of a line, with the bullet's length in bytes; `text`
/// begins with no white space.
pub(super) fn after_bullet(text: &str) -> Option<&str> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let spaced = rest.starts_with(char::is_whitespace);
    let after = match first {
        bullet if BULLETS.contains(bullet) => rest,
        '-' | '*' | '+' | '–' | '—' | 'o' | '>' if spaced => rest,
        // "-Led a team" is sloppy, yet usual; "-5 %" is a number.
        '-' | '–' if rest.starts_with(char::is_uppercase) => rest,
        '0'..='9' => {
            let rest = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let number = text.len() - rest.len();
            rest.strip_prefix(['.', ')']).filter(|rest| number <= 2 && rest.starts_with(char::is_whitespace))?
        }
        '(' => {
            let (number, rest) = rest.split_once(')')?;
            let number = (1..=2).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_alphanumeric());
            Some(rest).filter(|rest| number && rest.starts_with(' '))?
        }
        _ => return None,
    };
    Some(after.trim_start()).filter(|after| !after.is_empty())
}

/// One line of the source.
struct Row<'a> {
    /// Without white space around it.
    text: &'a str,
    /// Where `text` begins, in bytes.
    offset: usize,
    indent: usize,
    wide: usize,
    item: Option<&'a str>,
}

impl Row<'_> {
    fn is_blank(&self) -> bool {
        self.text.is_empty() || self.is_rule()
    }

    /// A row of signs: a rule, or the underline of a heading.
    fn is_rule(&self) -> bool {
        self.text.len() >= 3 && self.text.chars().all(|letter| "-=_*~.–—─━═ ".contains(letter))
    }
}

fn rows(source: &str) -> Vec<Row<'_>> {
    let mut offset = 0;
    let mut row = |whole: &'_ str| {
        let start = offset;
        offset += whole.len();
        (start, whole.len())
    };
    source
        .split_inclusive('\n')
        .map(|whole| {
            let (start, length) = row(whole);
            let whole = &source[start..start + length];
            let text = whole.trim();
            let before = &whole[..whole.len() - whole.trim_start().len()];
            let indent = before.chars().map(|letter| if letter == '\t' { 4 } else { 1 }).sum();
            let wide = indent + text.chars().count();
            Row { text, offset: start + before.len(), indent, wide, item: after_bullet(text) }
        })
        .collect()
}

/// What is being put together from several rows.
struct Open {
    text: Joined,
    is_item: bool,
    /// Where the text stands, to tell deeper rows.
    indent: usize,
    last: usize,
}

struct Reader<'a> {
    outline: Outline,
    places: Places<'a>,
    width: usize,
    open: Option<Open>,
}

impl Reader<'_> {
    /// Takes one row in; tells how many rows were used.
    fn row(&mut self, row: &Row, after: &[Row]) -> usize {
        let underlined = after.first().is_some_and(|next| next.is_rule() && !next.text.contains(' '));
        if row.is_blank() {
            self.close();
        } else if let Some(item) = row.item {
            self.item(row, item, after);
        } else if self.goes_on(row, underlined) {
            self.add(row);
        } else {
            self.close();
            self.outline.at(self.places.at(row.offset));
            let bare = tags::split(row.text).0;
            let known = sections::look_up(bare).is_some() && bare.starts_with(|letter: char| !letter.is_lowercase());
            if known || underlined && is_short(bare, 8) || has_heading_look(bare) {
                self.outline.heading_by_look(row.text);
                return 1 + usize::from(underlined);
            }
            if leads_to_list(bare, after) && self.outline.known() != Some(LineKind::Award) {
                self.outline.title(&leaders::without(row.text));
            } else {
                self.begin(row, row.text, false);
            }
        }
        1
    }

    fn item(&mut self, row: &Row, item: &str, after: &[Row]) {
        self.close();
        let nested = after.first().is_some_and(|next| next.item.is_some() && next.indent > row.indent);
        if nested && wording::is_title(item, false) {
            self.outline.at(self.places.at(row.offset));
            self.outline.title(item);
        } else {
            self.begin(row, item, true);
        }
    }

    /// Begins an item or a paragraph with the last part of a row.
    fn begin(&mut self, row: &Row, text: &str, is_item: bool) {
        let before = row.text.len() - text.len();
        let mut joined = Joined::default();
        leaders::push(&mut joined, row.offset + before, text);
        self.open = Some(Open { text: joined, is_item, indent: row.indent, last: row.wide });
    }

    fn add(&mut self, row: &Row) {
        if let Some(open) = &mut self.open {
            open.text.line_break();
            leaders::push(&mut open.text, row.offset, row.text);
            open.last = row.wide;
        }
    }

    /// Whether a row goes on with what is open, rather than beginning something.
    fn goes_on(&self, row: &Row, underlined: bool) -> bool {
        let Some(open) = &self.open else { return false };
        if underlined {
            return false;
        }
        if row.text.starts_with(char::is_lowercase) || open.is_item && row.indent > open.indent {
            return true;
        }
        if row.indent == open.indent && wording::ends_open(open.text.text()) {
            return true;
        }
        let first = row.text.split(' ').next().map_or(0, |word| word.chars().count());
        let full = open.last + 1 + first > self.width && open.last <= WIDEST_BROKEN;
        let shaped = || {
            sections::look_up(row.text).is_some()
                || has_heading_look(row.text)
                || wording::mark(row.text, false) != wording::Mark::Prose
        };
        // A row on which the next word had found room was ended on purpose.
        full && self.width > 40 && !(row.wide * 2 < self.width && shaped())
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        let places = &mut self.places;
        if open.is_item {
            self.outline.item(open.text.text(), places.at(open.text.origin(0)));
        } else {
            self.outline.paragraph(open.text.text(), false, |at| places.at(open.text.origin(at)));
        }
    }
}

fn is_short(text: &str, most_words: usize) -> bool {
    text.len() <= 100 && text.split_whitespace().count() <= most_words
}

/// A short line in capitals, or one that ends in a colon.
fn has_heading_look(text: &str) -> bool {
    if !is_short(text, 6) || wording::is_contact(text, 4) {
        return false;
    }
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    let capitals = letters.clone().nth(3).is_some() && letters.all(char::is_uppercase);
    text.ends_with(':') || capitals && !text.ends_with('.') && !text.contains(',')
}

/// A short line that is no sentence, with a list below it.
fn leads_to_list(text: &str, after: &[Row]) -> bool {
    let next = after.iter().take(2).find(|row| !row.text.is_empty());
    next.is_some_and(|row| row.item.is_some())
        && is_short(text, 10)
        && wording::is_title(text, false)
        && !wording::is_contact(text, 4)
}

#[cfg(test)]
mod tests {
    use super::super::{Line, LineKind};

    fn lines(source: &str) -> Vec<Line> {
        super::lines(source).lines
    }

    fn texts(source: &str) -> Vec<String> {
        lines(source).into_iter().map(|line| line.text).collect()
    }

    fn only(lines: &[Line]) -> Vec<(&str, Option<&str>, LineKind)> {
        lines.iter().map(|line| (line.text.as_str(), line.section.as_deref(), line.kind)).collect()
    }

    #[test]
    fn bullets_of_all_kinds_are_items() {
        let source =
            "- Led a\n* Built b\n• Cut c\n◦Ran d\n– Set e\no Made f\n1. Won g\n12) Sold h\n-Wrote i\n\u{F0B7} Met j\n";
        let expected = ["Led a", "Built b", "Cut c", "Ran d", "Set e", "Made f", "Won g", "Sold h", "Wrote i", "Met j"];
        assert_eq!(texts(source), expected);
        assert!(lines(source).iter().all(|line| line.kind == LineKind::Other && line.section.is_none()));
    }

    #[test]
    fn wrapped_lines_are_joined_and_hyphens_mended() {
        let source = "• Led a team that optimi-\n  zed the front-\n  end and\nkept it so\n• Built b\n";
        assert_eq!(texts(source), ["Led a team that optimized the front-end and kept it so", "Built b"]);
        let place = &lines("\n   - Led a\n").remove(0).place;
        assert_eq!((place.line, place.column), (2, 6));
    }

    #[test]
    fn a_resume_with_headings_by_look() {
        let source = "JANE DOE\njane@example.com | 555 010 0199\n1 Example Street, Springfield\n\n\
            SUMMARY\nEngineer who likes trains. Ten years in shops.\n\n\
            Work Experience\n---------------\nAcme Corp — Developer, 2019–2021\n- Cut costs by 5 %\n- Technologies: Java, Go\n\n\
            Senior Clerk\nBeta Ltd., Boston, MA\nJan 2015 - Present\n\n- Ran the desk\n\n\
            SKILLS\nPython, SQL\n\nEducation:\nBachelor of Arts, Example University, 2012\n- Wrote a thesis on trains in winter\n\
            Interests\n- Chess\n";
        let lines = lines(source);
        assert_eq!(
            only(&lines),
            [
                ("Engineer who likes trains.", Some("SUMMARY"), LineKind::Summary),
                ("Ten years in shops.", Some("SUMMARY"), LineKind::Summary),
                ("Cut costs by 5 %", Some("Acme Corp — Developer"), LineKind::Experience),
                ("Technologies: Java, Go", Some("Acme Corp — Developer"), LineKind::Skills),
                ("Ran the desk", Some("Senior Clerk, Beta Ltd."), LineKind::Experience),
                ("Python, SQL", Some("SKILLS"), LineKind::Skills),
                (
                    "Wrote a thesis on trains in winter",
                    Some("Bachelor of Arts, Example University"),
                    LineKind::Education
                ),
                ("Chess", Some("Interests"), LineKind::Other),
            ]
        );
        let done = lines.iter().filter(|line| line.is_accomplishment()).count();
        assert_eq!(done, 3);
    }

    #[test]
    fn lines_without_bullets_are_lines() {
        assert_eq!(
            texts("Led a team of five\nBuilt a new shop in Rome\n"),
            ["Led a team of five", "Built a new shop in Rome"]
        );
        assert!(lines("Led a team of five").iter().all(Line::is_accomplishment));
    }

    #[test]
    fn a_heading_within_a_job_leaves_the_job_in_force() {
        let source = "Experience\n\nDeveloper, Acme\nKey achievements:\n- Cut costs\nTechnologies:\n- Java\nClerk, Beta\n- Ran a desk\n";
        let lines = lines(source);
        assert_eq!(
            only(&lines),
            [
                ("Cut costs", Some("Developer, Acme"), LineKind::Experience),
                ("Java", Some("Technologies"), LineKind::Skills),
                ("Ran a desk", Some("Clerk, Beta"), LineKind::Experience),
            ]
        );
    }

    #[test]
    fn leaders_part_columns_and_rows_that_end_open_go_on() {
        let source = format!(
            "EXPERIENCE\n..........\n\n2024-2025    ACME, Head Clerk ------------------ Rome\n\n\
             2019-2023    Beta, Clerk, Porter, Guard ________ Turin\n     Wrote the plan of the whole shop for\n     \
             Winter Fairs. Kept the books.\n\nABOUT\n{}\n",
            "I like to read long books on trains. ".repeat(10)
        );
        let lines = lines(&source);
        assert_eq!(
            only(&lines[..2]),
            [
                (
                    "Wrote the plan of the whole shop for Winter Fairs.",
                    Some("Beta, Clerk, Porter, Guard | Turin"),
                    LineKind::Experience
                ),
                ("Kept the books.", Some("Beta, Clerk, Porter, Guard | Turin"), LineKind::Experience),
            ]
        );
        assert_eq!((lines[0].place.line, lines[1].place.column), (7, 20));
        assert_eq!(lines[0].job_end.map(|end| end.to_string()).as_deref(), Some("2023"));
    }

    #[test]
    fn rows_of_forms_head_a_job() {
        let source = "Experience\n\nClient: Acme Bank\nRole: Clerk\nDuration: May 2015 - June 2016\nTeam size: 5\n\
            - Kept the till\n- Role: trained all clerks at the till\n";
        let lines = lines(source);
        let job = Some("Acme Bank, Clerk");
        assert_eq!(
            only(&lines),
            [
                ("Kept the till", job, LineKind::Experience),
                ("Role: trained all clerks at the till", job, LineKind::Experience)
            ]
        );
        assert_eq!(lines[0].job_end.map(|end| end.to_string()).as_deref(), Some("2016-06"));
    }

    #[test]
    fn a_job_ends_the_languages_above_it() {
        let source = "Languages\nEnglish\nIrish (native)\n\nHead Clerk, Acme, Q1 2023 - Q3 2024\nKept the books of all shops. \
            Sold hats.\n";
        let lines = lines(source);
        let done: Vec<_> = lines.iter().filter(|line| line.is_accomplishment()).collect();
        let texts: Vec<_> = done.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(texts, ["Kept the books of all shops.", "Sold hats."]);
        assert_eq!(done[0].section.as_deref(), Some("Head Clerk, Acme"));
        assert_eq!(done[0].job_end.map(|end| end.to_string()).as_deref(), Some("2024"));
    }

    #[test]
    fn rows_that_no_hand_broke_are_paragraphs() {
        let row = "wrote about the trains of all the towns at the coast ".repeat(4);
        let source = format!("Work\nWe {row}\nThey {row}\n");
        assert_eq!(texts(&source).len(), 2);
    }

    #[test]
    fn a_very_long_line_is_kept() {
        let source = format!("- Led {}\n", "and led ".repeat(50_000));
        assert_eq!(lines(&source).len(), 1);
    }
}
