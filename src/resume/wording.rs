//! What a line is by its form alone: contact data, a date, a job title, a list of skills, or
//! something said.

pub(super) use super::dates::{has_only_dates, is_date, is_open_end, strip_dates};
use super::job_end::job_end;
use super::words;

/// What a line that is no list item looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// An e-mail, a phone number, a link, an address.
    Contact,
    /// A date or a span of dates, and nothing else.
    Date,
    /// A job, an employer, a degree, a name.
    Title,
    /// A bare list of skills or tools.
    List,
    /// Something said.
    Prose,
}

/// Whether a word, in any letter case and with symbols around it, is in a list.
pub(super) fn among(list: &[&str], word: &str) -> bool {
    let word = bare(word);
    list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

pub(super) fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// What a line without a bullet looks like. `styled`: it is bold or italic as a whole.
pub(super) fn mark(text: &str, styled: bool) -> Mark {
    if is_contact(text, 4) || is_address(text) {
        Mark::Contact
    } else if is_date(text) {
        Mark::Date
    } else if is_list(text) && !ends_in_state(text) && job_end(text).is_none() {
        Mark::List
    } else if is_title(text, styled) {
        Mark::Title
    } else {
        Mark::Prose
    }
}

/// Whether a line holds contact data and at most `spare` other words, or no word at all.
pub(super) fn is_contact(text: &str, spare: usize) -> bool {
    let bytes = text.as_bytes();
    let numbers = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let inner_point = || bytes.windows(2).any(|pair| pair[0] == b'.' && pair[1].is_ascii_alphabetic());
    // Most lines hold nothing of the kind, and need no look at each word.
    if text.len() > 300 || numbers < 7 && !inner_point() && !bytes.contains(&b'@') {
        return !text.chars().any(char::is_alphabetic) && !is_date(text);
    }
    let (mut found, mut others, mut digits) = (false, 0, 0);
    for word in text.split([' ', '|', '·', '•', ',', ';']).filter(|word| !bare(word).is_empty()) {
        if is_address_of_net(word) {
            found = true;
        } else if word.chars().all(|letter| letter.is_ascii_digit() || "+()-.–/".contains(letter)) {
            digits += strip_dates(word).bytes().filter(u8::is_ascii_digit).count();
        } else if among(&words::CONTACTS, word) {
            // A label stands for what follows it.
        } else {
            others += 1;
        }
    }
    found |= digits >= 7 && !is_date(text);
    (found && others <= spare) || !text.chars().any(char::is_alphabetic) && !is_date(text)
}

/// An e-mail address or a link.
fn is_address_of_net(word: &str) -> bool {
    const ENDS: [&str; 14] =
        [".com", ".org", ".net", ".io", ".dev", ".me", ".co", ".edu", ".de", ".uk", ".in", ".app", ".ai", ".info"];
    let word = word.trim_matches(|letter: char| "<>()[],;:".contains(letter));
    if word.contains("://") || word.starts_with("www.") || word.starts_with("mailto:") {
        return true;
    }
    if let Some((name, host)) = word.split_once('@') {
        return !name.is_empty() && host.contains('.');
    }
    let host = word.split('/').next().unwrap_or(word);
    host.contains('.') && ENDS.iter().any(|end| host.len() > end.len() && host.to_ascii_lowercase().ends_with(end))
}

/// A street ("1 Example Street, Springfield") or a town with its code ("Austin, TX 78701").
fn is_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let count = words.clone().count();
    let number = |word: &str| bare(word).len() <= 6 && bare(word).bytes().all(|byte| byte.is_ascii_digit());
    let street = words.next().is_some_and(number) && words.any(|word| among(&words::STREETS, word));
    let code = text.split_whitespace().last().is_some_and(|word| bare(word).len() == 5 && number(word));
    count <= 10 && (street || code && text.contains(',') && !text.ends_with('.'))
}

/// Whether a line names a job, an employer, a degree or a person, rather than saying something.
pub(super) fn is_title(text: &str, styled: bool) -> bool {
    const MOST_WORDS: usize = 14;
    if text.len() > 160 {
        return false;
    }
    let dated = strip_dates(text);
    let has_dates = dated.len() < text.trim().len() && !text.trim_end().ends_with('.');
    let words: Vec<&str> = dated.split_whitespace().filter(|word| !bare(word).is_empty()).collect();
    let Some(first) = words.first() else { return true };
    if words.len() > MOST_WORDS || ends_sentence(dated) {
        return false;
    }
    let grand: Vec<&&str> = words.iter().filter(|word| !among(&words::SMALL, word)).collect();
    let high = grand.iter().filter(|word| !bare(word).starts_with(char::is_lowercase)).count();
    let columns = dated.contains(" | ") || dated.contains(" — ") || dated.contains(" – ") || dated.contains(" · ");
    if styled && words.len() <= 12 {
        return true;
    }
    if !columns && !has_dates && is_past(first) {
        return false;
    }
    high * 100 >= grand.len() * if has_dates || columns { 50 } else { 65 }
}

/// Whether a line ends as sentences do; the point of "Inc." ends none.
fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(['"', '”', ')', '’']);
    text.ends_with(['!', '?', ';'])
        || text.ends_with('.')
            && !text.rsplit(' ').next().is_some_and(|word| among(&words::COMPANIES, word) || bare(word).len() <= 2)
}

/// Whether a text ends in the middle of a phrase: "the software for".
pub(super) fn ends_open(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or_default();
    last.starts_with(char::is_lowercase) && last.ends_with(char::is_lowercase) && among(&words::OPEN, last)
}

/// Whether a word is a verb in the past, with which lines about work begin.
fn is_past(word: &str) -> bool {
    let word = bare(word);
    among(&words::PASTS, word) || word.len() > 4 && word.ends_with("ed") && !among(&words::NO_VERBS, word)
}

/// Whether a line is a bare list of skills: "Technologies used: Java, Spring", "Python, Go, SQL".
pub(super) fn is_list(text: &str) -> bool {
    if text.len() > 1000 {
        return false;
    }
    let head = text.char_indices().nth(50).map_or(text, |(at, _)| &text[..at]);
    let label = head.find(": ").or_else(|| head.find(" – ")).or_else(|| head.find(" - ")).map(|at| &text[..at]);
    let label = label.filter(|label| label.split_whitespace().count() <= 5);
    let known = label.is_some_and(|label| label.split([' ', '/', '&']).any(|word| among(&words::LABELS, word)));
    let rest = label.map_or(text, |label| text[label.len()..].trim_start_matches([':', ' ', '–', '-']));
    let parts = parts(rest);
    let words = |part: &&str| part.split_whitespace().count();
    let says = |part: &&str| part.split_whitespace().next().is_some_and(is_past);
    if known {
        return parts.iter().map(words).max().is_some_and(|most| most <= 8) && !parts.first().is_some_and(&says);
    }
    let high = parts.iter().filter(|part| !part.starts_with(char::is_lowercase)).count();
    let fewest = if label.is_some() && text[label.map_or(0, str::len)..].starts_with(':') { 2 } else { 4 };
    parts.len() >= fewest
        && parts.iter().all(|part| words(part) <= 4 && !among(&words::SMALL, part.split(' ').next().unwrap_or("")))
        && !parts.iter().any(says)
        && high * 10 >= parts.len() * 7
}

/// The parts of an enumeration; a comma in brackets parts nothing.
fn parts(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_usize);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' | '|' | '·' | '•' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim().trim_end_matches('.'));
    parts.retain(|part| !part.is_empty());
    parts
}

/// "Nationality: Italian": a row of a person's data.
pub(super) fn is_short_row(text: &str) -> bool {
    let label = text.split_once(": ").map_or("", |(label, _)| label);
    !label.is_empty() && label.split(' ').count() <= 4 && text.split(' ').count() <= 9 && !is_past(label)
}

/// Whether a line under "Education" says what was done there, not which degree or courses.
pub(super) fn is_full_sentence(text: &str) -> bool {
    text.split_whitespace().nth(4).is_some() && !is_list(text) && !is_title(text, false) && !is_date(text)
}

/// An employer's name without the town after it: "Acme, Inc., Austin, TX" is "Acme, Inc."
pub(super) fn employer(text: &str) -> &str {
    let mut end = 0;
    for (count, part) in text.split(", ").enumerate() {
        if count > 0 && !among(&words::COMPANIES, part) {
            break;
        }
        end += part.len() + if count > 0 { 2 } else { 0 };
    }
    &text[..end]
}

/// How or where a job was held ("Remote", "Boston, MA"), which names neither job nor employer.
pub(super) fn is_aside(text: &str) -> bool {
    among(&words::ASIDES, text)
        || ends_in_state(text) && text.matches(',').count() == 1 && text.split_whitespace().nth(4).is_none()
}

/// Whether a line ends as the names of towns do: "Clerk, Acme, Boston, MA".
fn ends_in_state(text: &str) -> bool {
    let last = text.trim_end().rsplit_once(", ").map_or("", |(_, last)| last);
    last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The sentences of a text, as byte ranges.
pub(super) fn sentences(text: &str) -> Vec<std::ops::Range<usize>> {
    const LONGEST_SHORT: usize = 16;
    let (mut sentences, mut start) = (Vec::new(), 0);
    for (at, _) in text.match_indices(['.', '!', '?']) {
        let rest = text[at + 1..].trim_start_matches(['"', '”', ')', '’']);
        let next = rest.trim_start();
        // Only short words matter here: looking for the beginning of a word without end, point for point, would take for ever.
        let last_letters = text[..at].char_indices().rev().take(LONGEST_SHORT);
        let space = last_letters.clone().find(|(_, letter)| *letter == ' ').map(|(space, _)| space + 1);
        let last = &text[space.or_else(|| last_letters.last().map(|(first, _)| first)).unwrap_or(at)..at];
        let begins = next
            .starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit() || "\"“(".contains(letter));
        let short = among(&words::SHORT, last) || last.chars().nth(1).is_none() && last.starts_with(char::is_uppercase);
        if next.len() < rest.len() || next.is_empty() {
            if !next.is_empty() && (!begins || short) {
                continue;
            }
            let end = text.len() - rest.len();
            sentences.push(start..end);
            start = text.len() - next.len();
        }
    }
    if start < text.len() {
        sentences.push(start..text.len());
    }
    sentences
}

#[cfg(test)]
mod tests {
    use super::{Mark, employer, is_contact, is_full_sentence, is_list, mark, sentences};

    #[test]
    fn contact_data_is_known() {
        for text in [
            "jane@example.com | 555-010-0199",
            "+1 (555) 010-0199",
            "https://example.com/jane",
            "Email: jane@example.com",
            "LinkedIn: linkedin.com/in/jane | GitHub: github.com/jane",
            "1 Example Street, Springfield",
            "Austin, TX 78701",
            "* * *",
        ] {
            assert_eq!(mark(text, false), Mark::Contact, "{text}");
        }
        for text in [
            "Moved example.com to a new host in one night",
            "Answered mail to help@example.com within a day",
            "Saved $1,200,000 in 2019",
        ] {
            assert!(!is_contact(text, 1), "{text}");
        }
    }

    #[test]
    fn titles_are_told_from_what_is_said() {
        for text in [
            "Senior Software Engineer",
            "Clerk at Acme, Inc.",
            "Acme Corp — Developer, 2019–2021",
            "Embedded Software Engineer",
            "Bachelor of Arts, University of Rome",
            "Head of sales | Acme | 2019",
            "Charge Nurse, Acme Hospital, Boston, MA",
        ] {
            assert_eq!(mark(text, false), Mark::Title, "{text}");
        }
        for text in [
            "Led the Acme team",
            "Built REST APIs for Acme",
            "Cut costs by 5%.",
            "I run a shop in Rome",
            "Designed Kafka Streams",
        ] {
            assert_eq!(mark(text, false), Mark::Prose, "{text}");
        }
        assert_eq!(mark("the shop on the corner", true), Mark::Title);
        assert_eq!(mark("We cut the costs of all shops by a third.", true), Mark::Prose);
    }

    #[test]
    fn lists_of_skills_are_told_from_what_was_done() {
        for text in [
            "Technologies used: Java (7, 8), Go",
            "Languages: Java",
            "Web: HTML, CSS",
            "Python, Go, SQL, Excel",
            "Tech stack – Go, SQL",
        ] {
            assert!(is_list(text), "{text}");
        }
        for text in [
            "Tools: Built an index of all parts",
            "Impact: cut costs by 5%, raised sales by 3%",
            "Designed, built, and ran three shops",
            "Sold hats, coats, and shoes in Rome",
        ] {
            assert!(!is_list(text), "{text}");
        }
        assert!(is_full_sentence("Completed a twelve-week course on trains"));
        assert!(!is_full_sentence("Courses: Maths, Physics, History of Art"));
    }

    #[test]
    fn employers_and_sentences() {
        assert_eq!(employer("Acme, Inc., Austin, TX"), "Acme, Inc.");
        assert_eq!(employer("Acme"), "Acme");
        let text = "I sold 3.5 hats, e.g. A. Smith's. \"We won!\" 5 more. and so on";
        let parts: Vec<_> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(parts, ["I sold 3.5 hats, e.g. A. Smith's.", "\"We won!\"", "5 more. and so on"]);
    }
}
