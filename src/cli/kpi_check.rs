use anyhow::{Result, bail};
use rolefit::render::{json, markdown, table};
use rolefit::report::{CheckReport, DEFAULT_MIN_SCORE, check};
use rolefit::role::Catalogue;

use super::args::{Format, FormatArg, ResumeArg, RoleArg};
use super::{Answer, Verdict, input, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit kpi-check back-end-developer resume.md
  rolefit kpi-check back-end-developer resume.md --min-coverage 60 && echo ready
  rolefit kpi-check my-role.yaml - --format json < resume.txt")]
pub(crate) struct KpiCheckArgs {
    #[command(flatten)]
    role: RoleArg,
    #[command(flatten)]
    resume: ResumeArg,
    /// Exit with status 1 if less than this share of the KPIs is evidenced, in percent
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    min_coverage: Option<f64>,
    /// Leave out a line's matches that score less than this, 0 to 1; 0 lists them all
    #[arg(long, value_name = "SCORE", value_parser = score, default_value_t = DEFAULT_MIN_SCORE)]
    min_score: f32,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: &KpiCheckArgs) -> Result<Answer> {
    let role = Catalogue.find(&args.role.role)?;
    let resume = input::resume(&args.resume)?;
    let report = check(&role, &resume, args.min_score)?;
    let verdict = verdict(&report, args.min_coverage)?;
    let text = match args.format.format {
        Format::Table => table::check(&report, output::width()),
        Format::Json => json(&report),
        Format::Markdown => markdown::check(&report),
    };
    Ok(Answer { text, verdict })
}

fn verdict(report: &CheckReport, min_coverage: Option<f64>) -> Result<Verdict> {
    let Some(wanted) = min_coverage else { return Ok(Verdict::Fine) };
    let kpis = report.coverage.kpis;
    let Some(found) = kpis.percent() else {
        bail!("--min-coverage counts KPIs, and the role \"{}\" has none. Add `kpis:` to its spec", report.role.title);
    };
    if found >= wanted {
        return Ok(Verdict::Fine);
    }
    let (covered, total) = (kpis.covered, kpis.total);
    // Cut and not rounded, so that it never shows as what was asked for.
    let found = (found * 10.0).floor() / 10.0;
    Ok(Verdict::Below(format!(
        "{covered} of {total} KPIs are evidenced: {found}%, and --min-coverage asks for {wanted}%"
    )))
}

fn percent(text: &str) -> Result<f64, String> {
    let number = text.strip_suffix('%').unwrap_or(text).parse::<f64>();
    number.ok().filter(|n| (0.0..=100.0).contains(n)).ok_or_else(|| "give a number from 0 to 100".to_owned())
}

fn score(text: &str) -> Result<f32, String> {
    text.parse::<f32>().ok().filter(|n| (0.0..=1.0).contains(n)).ok_or_else(|| "give a number from 0 to 1".to_owned())
}
