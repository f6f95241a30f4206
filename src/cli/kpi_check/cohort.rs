//! Many files against one role.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use anyhow::Result;
use rolefit::render::json_line;
use rolefit::report::{Checker, Failure, FailureLine, Worker};

use super::files::{self, Found};
use super::tally::{Outcome, Tally, outcome};
use super::{CheckFormat, Goal, KpiCheckArgs, pseudonym};
use crate::cli::in_order::in_order;
use crate::cli::{Answer, input};

pub(super) fn run(args: &KpiCheckArgs, format: CheckFormat, checker: &Checker<'_>, goal: Goal) -> Result<Answer> {
    let found = files::find(&args.resumes, &args.glob)?;
    let paths: Vec<&Path> = found.iter().map(|found| found.path.as_path()).collect();
    let target = args.target(&paths)?;
    let mut tally = Tally::new(format, goal, checker, "resume", Some(found.len()), target)?;
    let mut names = Names::new(args.pseudonyms);
    let items = found.into_iter().map(|found| (names.of(&found), found));
    let work = |worker: &mut Worker<'_>, (name, found): (String, Found)| {
        // A fault of the program in one file must not cost the others.
        let result = catch_unwind(AssertUnwindSafe(|| check(worker, &name, &found, args, format)));
        let fault = || Err("rolefit itself has a fault that this file brings out. Please report it".to_owned());
        result.unwrap_or_else(|_| fault()).unwrap_or_else(|reason| failed(name, reason))
    };
    in_order(items, || checker.worker(), work, |outcome| tally.take(outcome))?;
    tally.finish()
}

fn check(
    worker: &mut Worker<'_>,
    name: &str,
    found: &Found,
    args: &KpiCheckArgs,
    format: CheckFormat,
) -> Result<Outcome, String> {
    if let Some(fault) = &found.fault {
        return Err(fault.clone());
    }
    let resume = input::resume_called(name, &found.path, args.input_format).map_err(|error| error.reason())?;
    // Of many resumes some may have nothing that is only for one target.
    outcome(worker, &resume.for_targets(&args.tags.tags), format, args.min_score)
}

fn failed(path: String, reason: String) -> Outcome {
    let line = json_line(&FailureLine { path: &path, error: &reason });
    Outcome::Failed(Failure { path, reason }, line)
}

/// What the files are called.
struct Names {
    /// The number of every file so far; none where files keep their own names.
    numbers: Option<HashMap<PathBuf, usize>>,
}

impl Names {
    fn new(pseudonyms: bool) -> Self {
        Self { numbers: pseudonyms.then(HashMap::new) }
    }

    /// The name of a file; a file that is given twice has one name.
    fn of(&mut self, found: &Found) -> String {
        let Some(numbers) = &mut self.numbers else { return found.path.to_string_lossy().into_owned() };
        let next = numbers.len() + 1;
        pseudonym(*numbers.entry(found.path.clone()).or_insert(next))
    }
}
