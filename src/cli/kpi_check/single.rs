//! One resume: the report in full.

use std::path::Path;

use anyhow::Result;
use rolefit::render::{json, markdown, table};
use rolefit::report::{CheckReport, Checker};

use super::{CheckFormat, Goal, KpiCheckArgs, pseudonym};
use crate::cli::{Answer, Verdict, input, output};

pub(super) fn run(
    args: &KpiCheckArgs,
    path: &Path,
    format: CheckFormat,
    checker: &Checker<'_>,
    goal: Goal,
) -> Result<Answer> {
    let name = if args.pseudonyms { pseudonym(1) } else { path.to_string_lossy().into_owned() };
    let resume = input::resume_called(&name, path, args.input_format)?;
    let report = checker.worker().check(&resume, args.min_score)?;
    let text = match format {
        CheckFormat::Json | CheckFormat::Jsonl => json(&report),
        CheckFormat::Markdown => markdown::check(&report),
        CheckFormat::Table | CheckFormat::Csv => table::check(&report, output::width()),
    };
    Ok(Answer { verdict: verdict(&report, goal), ..text.into() })
}

fn verdict(report: &CheckReport, goal: Goal) -> Verdict {
    let kpis = report.coverage.kpis;
    let (Some(wanted), Some(found), false) = (goal.0, kpis.percent(), goal.is_met(kpis)) else {
        return Verdict::Fine;
    };
    // Cut and not rounded, so that it never shows as what was asked for.
    let found = (found * 10.0).floor() / 10.0;
    let (covered, total) = (kpis.covered, kpis.total);
    Verdict::Below(format!("{covered} of {total} KPIs are evidenced: {found}%, and --min-coverage asks for {wanted}%"))
}
