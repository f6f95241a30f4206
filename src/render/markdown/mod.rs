mod advice;
mod answers;
mod card;
mod check;
mod cohort;
mod compare;
mod diff;
mod explain;
mod findings;
mod fit;
mod lists;

pub use advice::advice_rules;
pub use answers::answers;
pub use card::card;
pub use check::check;
pub use cohort::cohort;
pub use compare::comparison;
pub use diff::diff;
pub use explain::explanation;
pub use findings::findings;
pub use fit::fit;
pub use lists::{lines, questions, roles, stages, topics};

use super::plain::plain;

/// `text` with everything escaped that Markdown would read as markup, on one line.
pub(super) fn escaped(text: &str) -> String {
    let text = plain(text);
    let mut safe = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let markup = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$');
        // These mean something at the beginning of a line only.
        let opening = at == 0 && matches!(c, '#' | '+' | '-' | '=' | ':');
        // "1." and "1)" at the beginning of a line would be a list.
        let ordered = matches!(c, '.' | ')') && at > 0 && text[..at].bytes().all(|byte| byte.is_ascii_digit());
        if markup || opening || ordered {
            safe.push('\\');
        }
        safe.push(c);
    }
    safe
}

/// A table; cells are escaped already.
pub(super) fn table(header: &[&str], rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let rule = header.iter().map(|name| {
        if matches!(
            *name,
            "#" | "Score" | "Line" | "Questions" | "Fit" | "Likeness" | "Covered" | "Strong" | "Without it"
        ) {
            "---:"
        } else {
            "---"
        }
    });
    let mut text = format!("| {} |\n|{}|\n", header.join(" | "), rule.collect::<Vec<_>>().join("|"));
    for row in rows {
        text.push_str(&format!("| {} |\n", row.join(" | ")));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_in_files_stays_text() {
        assert_eq!(escaped("a|b *c* <b>\n[d](e)"), "a\\|b \\*c\\* \\<b\\> \\[d\\](e)");
        assert_eq!(escaped("# no heading - here"), "\\# no heading - here");
        assert_eq!(escaped("12. no list 1."), "12\\. no list 1.");
    }
}
