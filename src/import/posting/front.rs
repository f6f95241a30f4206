//! A posting's title and the facts that stand beside it.

use std::sync::LazyLock;

use regex::Regex;

use super::sections::{self, Section};
use super::wording;
use crate::import::blocks::{Block, BlockKind, pattern};
use crate::import::draft::{Draft, Place, capitalised};
use crate::import::tally::{Fate, Part, Reason};

/// A title has no more words.
const MOST_WORDS: usize = 9;
/// The title stands among the first blocks.
const FIRST: usize = 12;

pattern!(LABEL, r"^([A-Z][A-Za-z/ ]{1,28}?)\s*:\s*(\S.*)$");
pattern!(
    TITLE_LABEL,
    r"(?i)^(?:job title|post title|title|post|position|position title|role|vacancy|job|job posting|job opening|we(?:'|’)re hiring|we are hiring|now hiring|hiring)\s*[:–-]\s*(?:an? )?(.+)$"
);
pattern!(
    DOCUMENT,
    r"(?i)^(?:(?:job|vacancy|position|role|post|recruitment) )?(?:notice|advert(?:isement)?|announcement|posting|description|ad|profile|vacancy|opening)(?: (?:no|number|ref|id)\.?)?[\s\d/#:.-]*$"
);
pattern!(HIRING, r"(?i)^(?:(?:we(?:'|’)re|we are|now|.{1,40}? is) )?hiring:? (?:an? )?");
pattern!(CUT, r"(?i)\s(?:[|–—@•·]|-|at)\s|\s*\(|\s*\[|, (?:remote|hybrid|full[- ]time|part[- ]time)|\s+/\s");
pattern!(WANTED, r"(?i)\s+(?:wanted|needed|required|sought|position|vacancy|job opening)!?$");
/// A title that was found.
pub(super) struct Title {
    pub(super) text: String,
    /// The block that is nothing but the title.
    pub(super) at: Option<usize>,
    pub(super) guessed: Option<&'static str>,
}

/// The posting's title: behind "Job title:", as the top heading, as the first short line, or in "looking for a …".
pub(super) fn title(blocks: &[Block]) -> Option<Title> {
    let is_own = |block: &Block| block.kind != BlockKind::Aside && !is_document(&block.text);
    let own = || blocks.iter().enumerate().filter(move |(_, block)| is_own(block));
    let whole = |at, text: &str, guessed| Some(Title { text: cleaned(text), at: Some(at), guessed });
    let label = |text: &str| TITLE_LABEL.captures(text).map(|found| found[1].to_owned());
    let fits = |text: &str| {
        cleaned(text).split_whitespace().count() <= MOST_WORDS
            && !text.ends_with(['.', '?'])
            && sections::of_line(text).is_none()
    };
    // "Job title" as a heading, and the title below it.
    let below =
        blocks.windows(2).position(|pair| pair[0].is_heading() && is_title_label(&pair[0].text) && fits(&pair[1].text));
    if let Some(at) = below {
        return whole(at + 1, &blocks[at + 1].text, None);
    }
    if let Some((at, text)) = own().take(FIRST).find_map(|(at, block)| Some((at, label(&row_text(block))?)))
        && fits(&text)
    {
        return whole(at, &text, None);
    }
    let is_top = |block: &Block| block.kind == BlockKind::Heading(1) && sections::of_heading(&block.text).is_none();
    if let Some((at, block)) = own().find(|(_, block)| is_top(block) && fits(&block.text)) {
        return whole(at, &block.text, None);
    }
    // A line above a heading tells the employer or the place, where that heading begins no section.
    let in_front = || own().take_while(|(_, block)| !block.is_item() && sections::of_heading(&block.text).is_none());
    let (at, first) = in_front().find(|(_, block)| block.is_heading()).or_else(|| own().next())?;
    let is_name =
        !first.is_item() && !first.text.ends_with(['.', '!', '?', ',']) && LABEL.captures(&first.text).is_none();
    if is_name && fits(&first.text) && sections::of_heading(&first.text).is_none() {
        return whole(at, &first.text, (!first.is_heading()).then_some("the posting's first line"));
    }
    let sought = own().take(FIRST).find_map(|(_, block)| wording::sought(&block.text))?;
    Some(Title { text: title_case(sought), at: None, guessed: Some("from the text") })
}

/// "Job title" stands for what comes below.
fn is_title_label(text: &str) -> bool {
    matches!(
        text.trim_end_matches(':').to_lowercase().as_str(),
        "job title" | "title" | "position" | "position title" | "post title" | "role title"
    )
}

/// "Vacancy notice 2026/7" tells what the text is, not what the role is.
pub(super) fn is_document(text: &str) -> bool {
    DOCUMENT.is_match(text)
}

fn row_text(block: &Block) -> String {
    match &block.kind {
        BlockKind::Row(cells) => {
            let cells = cells.iter().map(|cell| cell.trim_end_matches([':', ' '])).filter(|cell| !cell.is_empty());
            cells.collect::<Vec<_>>().join(": ")
        }
        _ => block.text.clone(),
    }
}

/// The title without the employer, the place and such.
fn cleaned(text: &str) -> String {
    pattern!(DOCUMENT_END, r"(?i)\s+(?:job|role|position) (?:description|posting|advert|ad|profile|specification)$");
    let text = HIRING.replace(text.trim_start_matches(|c: char| !c.is_alphanumeric()), "");
    let text = DOCUMENT_END.replace(&text, "");
    let end = CUT.find_iter(&text).map(|found| found.start()).find(|at| *at > 0).unwrap_or(text.len());
    let title = WANTED.replace(&text[..end], "");
    let title = title.trim().trim_end_matches(['!', '.', ',', ':']);
    let is_loud = !title.chars().any(char::is_lowercase) && title.chars().filter(|c| c.is_alphabetic()).count() > 4;
    if is_loud { title_case(&title.to_lowercase()) } else { title.to_owned() }
}

fn title_case(text: &str) -> String {
    const SMALL: [&str; 6] = ["of", "and", "for", "the", "in", "to"];
    let word = |word: &str| if SMALL.contains(&word) { word.to_owned() } else { capitalised(word) };
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Whether a heading is the title once more.
pub(super) fn is_title(title: &str, text: &str) -> bool {
    !title.is_empty() && cleaned(text).eq_ignore_ascii_case(title)
}

/// Whether a heading holds the title.
pub(super) fn is_repeated_title(title: &str, text: &str) -> bool {
    !title.is_empty() && text.to_lowercase().contains(&title.to_lowercase())
}

/// "Requirements: …" in one line: the section, and what stands behind the colon.
pub(super) fn inline_section(text: &str) -> Option<(Section, &str)> {
    let (label, rest) = text.split_once(':')?;
    let section = sections::of_line(label)?;
    (rest.split_whitespace().count() >= 2 && !matches!(section, Section::LeftOut(Reason::Facts)))
        .then_some((section, rest.trim()))
}

/// Takes a line such as "Location: Rome" or "Department: Marketing".
pub(super) fn fact(draft: &mut Draft, block: &Block, text: &str) -> bool {
    let Some(found) = LABEL.captures(text) else { return is_place(draft, block, text) };
    match found[1].to_lowercase().as_str() {
        "department" | "directorate" | "function" | "team" | "area" | "category" | "division" => {
            if draft.spec.function.is_none() {
                draft.spec.function = Some(found[2].to_owned());
                draft.guess(Place::Function, "the posting's department");
            }
            draft.piece(block, text, Fate::Used(Part::Function));
        }
        "company" | "employer" | "organization" | "organisation" | "school" | "hospital" | "client" => {
            draft.left_out(block, text, Reason::Company);
        }
        label => match sections::of_heading(label) {
            Some(Section::LeftOut(reason)) => draft.left_out(block, text, reason),
            _ => return false,
        },
    }
    true
}

/// A short line beside the title: employer, place, contract.
fn is_place(draft: &mut Draft, block: &Block, text: &str) -> bool {
    pattern!(
        PLACE,
        r"(?i)\b(?:full[- ]time|part[- ]time|remote|hybrid|on-?site|permanent|temporary|contract|[A-Z][a-z]+, [A-Z]{2})\b|\s[|·•]\s"
    );
    let fits =
        !block.is_item() && text.split_whitespace().count() <= 10 && !text.ends_with('.') && PLACE.is_match(text);
    if fits {
        draft.left_out(block, text, Reason::Facts);
    }
    fits
}
