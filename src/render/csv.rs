//! CSV, for spreadsheets: of a cohort a row a resume and a column a KPI, of answers a row a question.

use csv::WriterBuilder;

use super::plain::plain;
use super::style::word;
use crate::report::{AnswerReport, AnswerSource, CheckedAnswer, Cohort, Coverage, Standing};

/// The names of the columns: of three counts for each kind of criterion, then of the KPIs, each named by its id.
#[must_use]
pub fn header(cohort: &Cohort) -> String {
    // A role may be without requirements, and most are; the other columns always stand.
    let kinds = ["kpis", "activities"].into_iter().chain((!cohort.requirements.is_empty()).then_some("requirements"));
    let counts = kinds.flat_map(|kind| ["covered", "strong", "total"].map(|count| format!("{kind}_{count}")));
    let kpis = cohort.kpis.iter().map(|kpi| kpi.id.clone());
    row(std::iter::once("path".to_owned()).chain(counts).chain(kpis))
}

/// One resume.
#[must_use]
pub fn standing(standing: &Standing) -> String {
    let Coverage { kpis, activities, requirements, .. } = standing.coverage;
    let counts = [kpis, activities].into_iter().chain(requirements);
    let counts = counts.flat_map(|counts| [counts.covered, counts.strong, counts.total]);
    let strengths = standing.kpis.iter().map(|strength| word(*strength).to_owned());
    let path = std::iter::once(standing.resume.path.clone());
    row(path.chain(counts.map(|count| count.to_string())).chain(strengths))
}

/// The check of an answers file. What a cell holds several of is parted by semicolons.
#[must_use]
pub fn answers(report: &AnswerReport) -> String {
    const COLUMNS: [&str; 12] = [
        "number", "question", "topics", "kind", "line", "source", "words", "seconds", "parts", "kpis", "rules",
        "findings",
    ];
    row(COLUMNS.map(str::to_owned).into_iter()) + &report.answers.iter().map(answer).collect::<String>()
}

fn answer(answer: &CheckedAnswer) -> String {
    let joined = |texts: Vec<String>| texts.join("; ");
    let source = answer.judged.as_ref().map_or("", |judged| match judged.source {
        AnswerSource::Written => "written",
        AnswerSource::Practised => "practised",
    });
    let cells = [
        answer.number.to_string(),
        answer.question.clone(),
        joined(answer.topics.clone()),
        answer.kind.to_owned(),
        answer.line.map(|line| line.to_string()).unwrap_or_default(),
        source.to_owned(),
        answer.words.to_string(),
        answer.seconds.to_string(),
        joined(
            answer
                .parts
                .iter()
                .filter(|_| answer.words > 0)
                .map(|part| format!("{} {}", part.part, part.words))
                .collect(),
        ),
        joined(answer.kpis.iter().map(|kpi| format!("{} {}", kpi.name, kpi.score.short())).collect()),
        joined(answer.findings.iter().map(|finding| finding.rule.clone()).collect()),
        joined(answer.findings.iter().map(|finding| finding.message.clone()).collect()),
    ];
    row(cells.into_iter())
}

fn row(cells: impl Iterator<Item = String>) -> String {
    let mut writer = WriterBuilder::new().buffer_capacity(512).from_writer(Vec::new());
    // Writing to memory cannot fail, and what is written is the UTF-8 that was given.
    let _ = writer.write_record(cells.map(|cell| safe(&cell)));
    writer.into_inner().ok().and_then(|row| String::from_utf8(row).ok()).unwrap_or_default()
}

/// A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it a text.
fn safe(cell: &str) -> String {
    let formula = cell.starts_with(['\t', '\r']) || cell.trim_start().starts_with(['=', '+', '-', '@']);
    let guard = if formula { "'" } else { "" };
    format!("{guard}{}", plain(cell))
}

#[cfg(test)]
mod tests {
    use super::row;

    #[test]
    fn formulas_become_texts_and_the_rest_is_quoted_where_it_must_be() {
        let cells =
            ["=1+1", "+1", "-1", "@a", "\ta", "a=b", "a,\"b\"", "\u{1b}[2J", "a\rb\n=c", "\n=1"].map(str::to_owned);
        let expected = "'=1+1,'+1,'-1,'@a,' a,a=b,\"a,\"\"b\"\"\",\u{fffd}[2J,a b =c,' =1\n";
        assert_eq!(row(cells.into_iter()), expected);
    }
}
