//! `kpi-check`: one resume, many, or a stream of records.

mod cohort;
mod records;
mod single;
mod tally;
mod watch;

use std::path::{Path, PathBuf};

use anyhow::Result;
use rolefit::config::Config;
use rolefit::report::{CheckError, Checker, Coverage, DEFAULT_MIN_SCORE};
use rolefit::role::Role;

use super::advise::IgnoreArg;
use super::report_format::ReportFormat;
use super::settings::{ReadingArg, RoleAndFiles, Usage, typed};
use super::target::{OutputArg, Target};
use super::{Answer, complete, input};

const USAGE: Usage = Usage::of_resume("kpi-check");

#[derive(Clone, Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit kpi-check back-end-developer resume.md
  rolefit kpi-check            (role and resume from rolefit.yaml)
  rolefit kpi-check back-end-developer resume.md --min-coverage 60 && echo ready
  rolefit kpi-check my-role.yaml - --format json < resume.txt
  rolefit kpi-check back-end-developer resumes/ --glob '*.pdf' --format csv
  rolefit kpi-check back-end-developer resume.md --format html -o report.html
  rolefit kpi-check back-end-developer --jsonl-input records.jsonl
  rolefit kpi-check back-end-developer resume.md --format sarif > gaps.sarif
  rolefit kpi-check back-end-developer resume.md --watch

More than one file, or a folder, is a cohort: a row a resume, then how many of
them evidence each KPI. A folder is read with all folders in it, but for hidden
files, links, role specs and what rolefit wrote there. A file that is named
twice counts once. One that cannot be read is reported, and the others go on.

Exit status: 0 done; 1 a resume is below --min-coverage; 2 wrong arguments, or
a resume could not be read.")]
pub(crate) struct KpiCheckArgs {
    /// Id, title or alias of a role in any case, or the path of a role spec (.yaml); may be left out where rolefit.yaml
    /// names it
    #[arg(value_name = "ROLE", add = complete::role())]
    role: Option<String>,
    /// Files of resumes, or folders of them; "-" for standard input; may be left out where rolefit.yaml names them
    #[arg(value_name = "RESUME", add = complete::resume())]
    resumes: Vec<PathBuf>,
    /// Read records {"id", "text"} or {"id", "lines"}, one a line, from this file or "-", and write a line for each
    #[arg(long, value_name = "FILE", conflicts_with_all = ["resumes", "input_format", "tags", "glob", "pseudonyms"])]
    jsonl_input: Option<PathBuf>,
    /// Of folders, only files whose name is like this, or whose path in the folder if it has a "/"; may be repeated
    #[arg(long, value_name = "PATTERN")]
    glob: Vec<String>,
    #[command(flatten)]
    reading: ReadingArg,
    /// Call the resumes R001, R002 … in the order in which they are given, wherever their names would stand
    #[arg(long)]
    pseudonyms: bool,
    /// Exit with status 1 if less than this share of the KPIs is evidenced, in percent; of activities and requirements
    /// where the role has no KPIs
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    min_coverage: Option<f64>,
    /// Leave out a line's matches that score less than this, 0 to 1; 0 lists them all
    #[arg(long, value_name = "SCORE", value_parser = score, default_value_t = DEFAULT_MIN_SCORE)]
    min_score: f32,
    /// Check again whenever the resume or the role's spec is saved, and show what changed; Ctrl-C ends
    #[arg(long, conflicts_with_all = ["jsonl_input", "glob", "output", "min_coverage"])]
    watch: bool,
    #[command(flatten)]
    ignore: IgnoreArg,
    /// How to write the answer; else as the ending of -o FILE says, else a table, and for --jsonl-input jsonl
    #[arg(long, value_enum)]
    format: Option<ReportFormat>,
    #[command(flatten)]
    output: OutputArg,
    /// What the configuration says.
    #[arg(skip)]
    configured: Box<Config>,
}

impl KpiCheckArgs {
    /// The same with what was left out and the configuration says.
    fn completed(&self) -> Result<Self> {
        let named = RoleAndFiles::new(USAGE, self.role.as_deref(), &self.resumes, &self.reading.config)?;
        let mut completed = self.clone();
        if self.jsonl_input.is_none() {
            completed.resumes = named.resumes(USAGE)?;
            completed.reading.tags = self.reading.tags.or(&named.config);
        }
        let RoleAndFiles { role, config, .. } = named;
        completed.role = Some(role);
        completed.min_coverage = self.min_coverage.or(config.min_coverage);
        completed.configured = Box::new(config);
        Ok(completed)
    }

    fn role(&self) -> Result<Role> {
        input::find_role(self.role.as_deref().unwrap_or_default())
    }

    /// The role with the weights of its KPIs.
    fn checker<'r>(&self, role: &'r Role) -> Result<Checker<'r>> {
        let config = &self.configured;
        let called = typed(self.role.as_deref().unwrap_or(&role.id));
        let weights = config.weights.iter().map(|weight| (weight.kpi.as_str(), weight.weight.value));
        let checker = Checker::new(role)?.advising(self.ignore.settings(&[], config));
        checker.weighted(weights).map_err(|error| match &error {
            CheckError::UnknownKpi { name, nearest } => {
                let Some(weight) = config.weights.iter().find(|weight| weight.kpi == *name) else {
                    return error.into();
                };
                let mend = match nearest {
                    Some(nearest) => format!("did you mean `{nearest}`?"),
                    None => format!("`rolefit show {called} --section kpis` lists them"),
                };
                let message = format!("the role {} has no KPI called `{name}`", role.id);
                config.kpi_fault(weight, message, Some(mend)).into()
            }
            _ => error.into(),
        })
    }

    /// The output file, if one was named. It may be none of `resumes`, nor the role's spec.
    fn target(&self, resumes: &[&Path]) -> Result<Option<Target<'_>>> {
        let role = self.role.as_deref().unwrap_or_default();
        self.output.target(&[resumes, &[Path::new(role)]].concat())
    }
}

/// What `--min-coverage` asks for.
#[derive(Clone, Copy, Debug)]
struct Goal(Option<f64>);

impl Goal {
    fn is_met(self, coverage: &Coverage) -> bool {
        self.0.is_none_or(|wanted| coverage.percent().is_some_and(|found| found >= wanted))
    }
}

pub(crate) fn run(args: &KpiCheckArgs) -> Result<Answer> {
    if args.watch {
        return watch::run(args);
    }
    let args = &args.completed()?;
    let role = args.role()?;
    let checker = args.checker(&role)?;
    let goal = Goal(args.min_coverage);
    if let Some(input) = &args.jsonl_input {
        return records::run(args, input, &checker, goal);
    }
    let format = args.output.format_or(args.format, ReportFormat::Table)?;
    let one_by_one = matches!(format, ReportFormat::Jsonl | ReportFormat::Csv);
    match args.resumes.as_slice() {
        [path] if !one_by_one && !path.is_dir() => single::run(args, path, format, &checker, goal),
        _ => cohort::run(args, format, &checker, goal),
    }
}

/// The name that stands for the file number `number`, from 1, under `--pseudonyms`.
fn pseudonym(number: usize) -> String {
    format!("R{number:03}")
}

/// A share in percent, as it is typed.
pub(super) fn percent(text: &str) -> Result<f64, String> {
    let number = text.strip_suffix('%').unwrap_or(text).parse::<f64>();
    number.ok().filter(|n| (0.0..=100.0).contains(n)).ok_or_else(|| "give a number from 0 to 100".to_owned())
}

fn score(text: &str) -> Result<f32, String> {
    text.parse::<f32>().ok().filter(|n| (0.0..=1.0).contains(n)).ok_or_else(|| "give a number from 0 to 1".to_owned())
}
