//! Many files against one role.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::Result;
use rolefit::render::json_line;
use rolefit::report::{Checker, Failure, FailureLine, Worker};

use super::tally::{Outcome, Tally, outcome};
use super::{Goal, KpiCheckArgs, pseudonym};
use crate::cli::files::{self, Found};
use crate::cli::in_order::in_order;
use crate::cli::report_format::ReportFormat;
use crate::cli::{Answer, input};

pub(super) fn run(args: &KpiCheckArgs, format: ReportFormat, checker: &Checker<'_>, goal: Goal) -> Result<Answer> {
    let found = files::find(&args.resumes, &args.glob, args.pseudonyms)?;
    let paths: Vec<&Path> = found.iter().map(|found| found.path.as_path()).collect();
    let target = args.target(&paths)?;
    let mut tally = Tally::new(format, goal, checker, "resume", Some(found.len()), target)?;
    let name = |at: usize, found: &Found| {
        if args.pseudonyms { pseudonym(at + 1) } else { found.path.to_string_lossy().into_owned() }
    };
    let items = found.into_iter().enumerate().map(|(at, found)| (name(at, &found), found));
    let work = |worker: &mut Worker<'_>, (name, found): (String, Found)| {
        // A fault of the program in one file must not cost the others.
        let result = catch_unwind(AssertUnwindSafe(|| check(worker, &name, &found, args, format)));
        let fault = || Err("rolefit itself has a fault that this file brings out. Please report it".to_owned());
        result.unwrap_or_else(|_| fault()).unwrap_or_else(|reason| (failed(name, reason), Vec::new()))
    };
    in_order(
        items,
        || checker.worker(),
        work,
        |(outcome, doubts)| {
            tally.warn(&doubts);
            tally.take(outcome)
        },
    )?;
    tally.finish()
}

/// How it went, and what may not be meant as it is written.
fn check(
    worker: &mut Worker<'_>,
    name: &str,
    found: &Found,
    args: &KpiCheckArgs,
    format: ReportFormat,
) -> Result<(Outcome, Vec<String>), String> {
    if let Some(fault) = &found.fault {
        return Err(fault.clone());
    }
    let (resume, mut doubts) =
        input::doubtful_resume(name, &found.path, args.reading.input_format).map_err(|error| error.reason())?;
    doubts.extend(input::doubts_of_lines(&resume));
    // Of many resumes some may have nothing that is only for one target.
    let outcome = outcome(worker, &resume.for_targets(&args.reading.tags.tags), format, args.min_score)?;
    Ok((outcome, doubts))
}

fn failed(path: String, reason: String) -> Outcome {
    let line = json_line(&FailureLine { path: &path, error: &reason });
    Outcome::Failed(Failure { path, reason }, line)
}
