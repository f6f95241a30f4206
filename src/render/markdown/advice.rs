//! The rules of advice as Markdown: a table.

use crate::report::AdviceRule;

use super::{escaped, table};

/// All rules, each with its reason, its mend and its examples.
pub(super) fn advice_rules(rules: &[AdviceRule]) -> String {
    let row = |rule: &AdviceRule| {
        [&rule.id, &rule.reason, &rule.mend, &rule.weak, &rule.example].map(|text| escaped(text)).to_vec()
    };
    table(&["Rule", "Why", "Mend", "Weak", "Good"], rules.iter().map(row))
}
