//! What the styles of a document say of paragraphs: headings, list items, bold.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Styles may rest on others; a longer chain than this is a loop.
const LONGEST_CHAIN: usize = 16;

/// What matters of a style.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The level of a heading, 1 to 6.
    pub(super) level: Option<u8>,
    pub(super) list: bool,
    pub(super) bold: bool,
}

/// All styles by their identifier.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
}

/// A style as it is written, before what it rests on is known.
#[derive(Debug, Default)]
struct Written {
    id: String,
    name: String,
    base: Option<String>,
    level: Option<u8>,
    /// The number of the list it belongs to; "0" takes it out of the base style's list.
    list: Option<bool>,
    bold: Option<bool>,
}

impl Styles {
    /// Reads `styles.xml`. What is damaged ends the reading; the text counts for more.
    pub(super) fn read(xml: &str) -> Self {
        let written = written(xml);
        let by_id: HashMap<&str, &Written> = written.iter().map(|style| (style.id.as_str(), style)).collect();
        let styles = written.iter().map(|style| (style.id.clone(), resolve(style, &by_id))).collect();
        Self { styles }
    }

    /// The style of that identifier. Names tell enough where the document lacks the style itself.
    pub(super) fn get(&self, id: Option<&str>) -> Style {
        let named = |id: &str| Style { level: heading_level(id), list: is_list_name(id), bold: false };
        id.map_or_else(Style::default, |id| self.styles.get(id).copied().unwrap_or_else(|| named(id)))
    }
}

/// A style together with the styles it rests on; the nearest that says something counts.
fn resolve(style: &Written, by_id: &HashMap<&str, &Written>) -> Style {
    let next = |style: &&Written| style.base.as_deref().and_then(|base| by_id.get(base)).copied();
    let chain: Vec<&Written> = std::iter::successors(Some(style), next).take(LONGEST_CHAIN).collect();
    let level = |style: &Written| heading_level(&style.id).or_else(|| heading_level(&style.name)).or(style.level);
    let listed = chain.iter().find_map(|style| style.list);
    // "List Paragraph" is also Word's name for what was once a list and is none any more: only
    // the style itself counts by its name, not what rests on it.
    let named = is_list_name(&style.id) || is_list_name(&style.name);
    Style {
        level: chain.iter().find_map(|style| level(style)),
        list: listed.unwrap_or(named),
        bold: chain.iter().find_map(|style| style.bold).unwrap_or(false),
    }
}

/// The level of "Heading 1", "heading1" and the like, and 1 for "Title". Also the names under
/// which translated versions of Word keep these styles.
fn heading_level(name: &str) -> Option<u8> {
    const NAMES: [&str; 6] = ["heading", "berschrift", "titre", "ttulo", "titolo", "kop"];
    let name: String = name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    if name == "title" {
        return Some(1);
    }
    let number = NAMES.iter().find_map(|known| name.strip_prefix(known))?;
    number.parse::<u8>().ok().filter(|level| (1..=9).contains(level)).map(|level| level.min(6))
}

/// "List Bullet 2", "`ListParagraph`", "List1": a list item. "Listing" is none.
fn is_list_name(name: &str) -> bool {
    let Some(rest) = name.get(..4).filter(|start| start.eq_ignore_ascii_case("list")).and(name.get(4..)) else {
        return false;
    };
    !rest.starts_with(char::is_lowercase)
}

fn written(xml: &str) -> Vec<Written> {
    let mut reader = Reader::from_str(xml);
    let mut styles: Vec<Written> = Vec::new();
    let mut inside = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "style" => {
                styles.push(Written { id: value(&element, "styleId").unwrap_or_default(), ..Written::default() });
                inside = true;
            }
            Ok(Event::End(element)) if element.local_name().as_ref() == "style" => inside = false,
            Ok(Event::Start(element) | Event::Empty(element)) if inside => {
                if let Some(style) = styles.last_mut() {
                    note(style, &element);
                }
            }
            Ok(Event::Eof) | Err(_) => return styles,
            Ok(_) => {}
        }
    }
}

fn note(style: &mut Written, element: &BytesStart<'_>) {
    match element.local_name().as_ref() {
        "name" => style.name = value(element, "val").unwrap_or_default(),
        "basedOn" => style.base = value(element, "val"),
        "outlineLvl" => style.level = outline_level(element),
        "numId" => style.list = Some(value(element, "val").as_deref() != Some("0")),
        "b" => style.bold = Some(is_on(element)),
        _ => {}
    }
}

/// The level of an outline level element, which counts from 0 and has 9 for body text.
pub(super) fn outline_level(element: &BytesStart<'_>) -> Option<u8> {
    let level: u8 = value(element, "val")?.parse().ok()?;
    (level < 9).then(|| (level + 1).min(6))
}

/// Whether a property that is on by its presence is on.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(value(element, "val").as_deref(), Some("0" | "false" | "off" | "none"))
}

/// The value of an attribute, whatever its prefix. Attributes after a broken one are not seen.
pub(super) fn value(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let mut attributes = attributes.with_checks(false).map_while(Result::ok);
    let attribute = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(attribute.value.to_string())
}

#[cfg(test)]
mod tests {
    use super::{Styles, heading_level, is_list_name};

    #[test]
    fn names_tell() {
        assert_eq!(
            ["Heading 1", "heading3", "Title", "Heading9"].map(heading_level),
            [Some(1), Some(3), Some(1), Some(6)]
        );
        assert_eq!(["Normal", "Headings", "Subtitle", "Heading"].map(heading_level), [None; 4]);
        assert!(
            ["ListBullet", "List Bullet 2", "ListParagraph", "List1", "list"].iter().all(|name| is_list_name(name))
        );
        assert!(!["Listing", "Normal", "", "Lis", "Lißt"].iter().any(|name| is_list_name(name)));
    }

    #[test]
    fn styles_rest_on_others_and_loops_end() {
        let styles = Styles::read(
            r#"<w:styles><w:style w:styleId="Duty"><w:basedOn w:val="B"/></w:style>
            <w:style w:styleId="B"><w:basedOn w:val="Duty"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="ListNone"><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>
            <w:style w:styleId="Cap"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style></w:styles>"#,
        );
        assert!(styles.get(Some("Duty")).list && !styles.get(Some("ListNone")).list);
        assert_eq!((styles.get(Some("Cap")).level, styles.get(Some("Cap")).bold), (Some(2), true));
        assert!(styles.get(Some("ListBullet")).list);
    }
}
