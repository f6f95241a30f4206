//! One resume: the report in full.

use std::path::Path;

use anyhow::Result;
use rolefit::render::{html, json, markdown, plain, table};
use rolefit::report::{CheckReport, Checker, Findings};

use super::{Goal, KpiCheckArgs, pseudonym};
use crate::cli::advise::warn_of_comments;
use crate::cli::report_format::ReportFormat;
use crate::cli::target::Target;
use crate::cli::{Answer, Verdict, input, output};

pub(super) fn run(
    args: &KpiCheckArgs,
    path: &Path,
    format: ReportFormat,
    checker: &Checker<'_>,
    goal: Goal,
) -> Result<Answer> {
    let target = args.target(&[path])?;
    let report = report(args, path, checker)?;
    let text = match (format, format.of_findings()) {
        (_, Some(format)) => format.write(&Findings::from(&report)),
        (ReportFormat::Json | ReportFormat::Jsonl, _) => json(&report),
        (ReportFormat::Markdown, _) => markdown::check(&report),
        (ReportFormat::Html, _) => html::check(&report)?,
        _ => output::in_signs(&table::check(&report, output::width())).into_owned(),
    };
    let text = match &target {
        Some(target) => {
            target.write(&output::for_file(&text))?;
            told(&report, target)
        }
        None => text,
    };
    Ok(Answer { verdict: verdict(&report, goal), ..text.into() })
}

/// Holds the resume at `path` against the role.
pub(super) fn report(args: &KpiCheckArgs, path: &Path, checker: &Checker<'_>) -> Result<CheckReport> {
    let name = if args.pseudonyms { pseudonym(1) } else { path.to_string_lossy().into_owned() };
    let resume = input::for_targets(input::resume_called(&name, path, args.reading.input_format)?, &args.reading.tags)?;
    warn_of_comments(&resume);
    Ok(checker.worker().check(&resume, args.min_score)?)
}

/// What was written, in a line.
fn told(report: &CheckReport, target: &Target<'_>) -> String {
    let counts = report.coverage.by_kind();
    let counted = counts.map(|(kind, counts)| format!("{} of {} {}", counts.covered, counts.total, kind.plural()));
    let counted = counted.collect::<Vec<_>>().join(", ");
    format!("{}: {}, evidenced: {counted}\n", target.name(), plain(&report.role.title))
}

fn verdict(report: &CheckReport, goal: Goal) -> Verdict {
    let coverage = &report.coverage;
    let (Some(wanted), Some(found), false) = (goal.0, coverage.percent(), goal.is_met(&report.coverage)) else {
        return Verdict::Fine;
    };
    // Cut and not rounded, so that it never shows as what was asked for.
    let found = (found * 10.0).floor() / 10.0;
    let (counted, what) = (coverage.counted(), coverage.counted_name());
    let (covered, total) = (counted.covered, counted.total);
    let by_weight = if report.coverage.weighted_kpis.is_some() { " by weight" } else { "" };
    Verdict::Below(format!(
        "{covered} of {total} {what} are evidenced: {found}%{by_weight}, and at least {wanted}% is asked for"
    ))
}
