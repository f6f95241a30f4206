//! `fit` as Markdown: a row a role.

use crate::render::words::{counts, gap, ranked};
use crate::report::{FitReport, RoleFit};

use super::check::emphasised;
use super::{escaped, table};

/// How many gaps are named of each role.
const MOST_GAPS: usize = 3;

/// The roles, the best fit first.
pub(super) fn fit(report: &FitReport) -> String {
    let header = ["#", "Role", "Function", "Fit", "Coverage", "Lines", "Best evidence", "Missing"];
    let mut text = format!("# {}: {}\n\n", escaped(&report.resume.path), ranked(report));
    text.push_str(&table(&header, report.roles.iter().map(row)));
    text.push_str(
        "\nFit is the root of coverage × lines. Coverage: how much of the role is evidenced; strong evidence counts 1, \
         partial ½, musts double, what is nice to have half. Lines: how much of the resume speaks for the role, each line \
         by its odds here against its best odds for any role.\n",
    );
    text
}

fn row(role: &RoleFit) -> Vec<String> {
    let best = &role.strongest;
    let line = format!(
        "{}: line {}, {}",
        escaped(&best.name),
        best.line.location.line,
        emphasised(&best.line.text, &best.line.evidence)
    );
    let missing: Vec<String> = role.missing.iter().take(MOST_GAPS).map(|found| escaped(&gap(found))).collect();
    vec![
        role.rank.to_string(),
        escaped(&role.title),
        escaped(role.function.as_deref().unwrap_or_default()),
        role.fit.short(),
        format!("{} ({})", role.coverage_share.short(), counts(&role.coverage)),
        role.lines_share.short(),
        line,
        missing.join("; "),
    ]
}
