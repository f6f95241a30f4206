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

use crate::report::{
    AdviceRule, AnswerReport, CheckReport, CohortReport, CompareReport, DiffReport, Explanation, Findings, FitReport,
    LinesReport, QuestionList, RoleCard, RoleList, StageList, TopicList,
};

use super::plain::plain;

/// What stands at the end of all that is written, so that it is never taken for a resume.
const SIGNATURE: &str = "\n<!-- rolefit wrote this -->\n";

/// Makes the functions of this module: each writes what its part does, and signs it.
macro_rules! signed {
    ($($(#[$what:meta])* $part:ident::$name:ident($report:ty);)+) => {$(
        $(#[$what])*
        #[must_use]
        pub fn $name(report: &$report) -> String {
            $part::$name(report) + SIGNATURE
        }
    )+};
}

signed! {
    /// All rules of advice, each with its reason, its mend and its examples.
    advice::advice_rules([AdviceRule]);
    /// The check of answers.
    answers::answers(AnswerReport);
    /// A role's card, section under section.
    card::card(RoleCard);
    /// The check of one resume.
    check::check(CheckReport);
    /// The check of many resumes.
    cohort::cohort(CohortReport);
    /// What two roles share, and what is new in the second.
    compare::comparison(CompareReport);
    /// What a rewrite gained and lost.
    diff::diff(DiffReport);
    /// How one line comes by its scores.
    explain::explanation(Explanation);
    /// Findings, a table a file.
    findings::findings(Findings);
    /// The roles that fit, the best first.
    fit::fit(FitReport);
    /// What was read of a resume.
    lists::lines(LinesReport);
    /// Interview questions.
    lists::questions(QuestionList);
    /// Roles, by function.
    lists::roles(RoleList);
    /// A role's selection process.
    lists::stages(StageList);
    /// The topics of a role's questions.
    lists::topics(TopicList);
}

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
