//! What stands on every page and says nothing: headers, footers, page numbers.

use std::collections::HashMap;

use super::layout::{PageRows, Row};

/// Headers and footers stand in this part of the page's height, from its edges.
const MARGIN: f64 = 0.09;

/// Takes headers, footers and page numbers out, and numbers the pages.
pub(super) fn clear(pages: &mut [PageRows]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in &mut *pages {
        for row in page.rows.iter().filter(|row| in_margin(row, page.height)) {
            *seen.entry(without_digits(&whole(row))).or_default() += 1;
        }
    }
    for (number, page) in pages.iter_mut().enumerate() {
        let height = page.height;
        // The first page keeps what others repeat: a name on top of each page is still the name.
        let repeats = |row: &Row| number > 0 && seen.get(&without_digits(&whole(row))).is_some_and(|&times| times > 1);
        page.rows.retain(|row| !in_margin(row, height) || !(repeats(row) || is_page_number(&whole(row))));
        for row in &mut page.rows {
            row.page = number + 1;
        }
    }
}

fn in_margin(row: &Row, height: f64) -> bool {
    row.base < MARGIN * height || row.base > (1.0 - MARGIN) * height
}

fn whole(row: &Row) -> String {
    row.tail.as_ref().map_or_else(|| row.text.clone(), |tail| format!("{} {tail}", row.text))
}

fn without_digits(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_ascii_digit()).collect()
}

/// "2", "Page 2", "- 2 -", "2 of 3", "Jane Doe 2/3": a number of a page, perhaps with a name.
fn is_page_number(text: &str) -> bool {
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let place = words.iter().position(|word| word.eq_ignore_ascii_case("page"));
    match (words.as_slice(), place) {
        ([only], _) => number(only),
        ([one, other], None) => number(one) && number(other),
        ([one, of, other], None) => number(one) && number(other) && matches!(*of, "of" | "von" | "de" | "sur"),
        (_, Some(at)) => at <= 6 && words.get(at + 1).is_some_and(|word| number(word)) && words.len() <= at + 4,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_page_number;

    #[test]
    fn page_numbers_are_known() {
        assert!(
            ["2", "Page 2", "- 2 -", "2 of 3", "2 / 3", "Jane Doe – Page 2 of 3"]
                .iter()
                .all(|text| is_page_number(text))
        );
        assert!(!["2019", "Led 2 teams", "", "Page turner", "24/7 support"].iter().any(|text| is_page_number(text)));
    }
}
