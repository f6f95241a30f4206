use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use rolefit::drafting::answer_check::check;
use rolefit::drafting::answers::parse;
use rolefit::render::{csv, html, json, json_line, markdown, table};
use rolefit::report::{AnswerReport, Findings};

use super::args::resume_formats;
use super::kpi_check::percent;
use super::report_format::ReportFormat;
use super::settings::{ConfigArg, RoleAndFiles, Usage, resume_in, typed};
use super::sheet_role::{no_answers, of_other_role};
use super::target::OutputArg;
use super::{Answer, Verdict, complete, input, output, questions};

/// The longest answers file that is read, in bytes (4 MiB): far more than anybody writes by hand.
const MOST_BYTES: usize = 4 * 1024 * 1024;

const USAGE: Usage = Usage::new("answer-check", "answers.md");

#[derive(Debug, clap::Args)]
#[command(
    override_usage = "rolefit answer-check [OPTIONS] [ROLE] <ANSWERS>",
    after_help = "\
Examples:
  rolefit answer-check data-analyst answers.md
  rolefit answer-check data-analyst answers.md --resume resume.md --format brief
  rolefit answer-check data-analyst answers.md --format html -o answers.html
  rolefit answer-check data-analyst answers.md --min-answered 80 && echo prepared

`rolefit draft answers` writes the file. Exit status: 0 done; 1 fewer questions are
answered than --min-answered asks for; 2 wrong arguments or input."
)]
pub(crate) struct AnswerCheckArgs {
    /// Id, title or alias of a role in any case, or the path of a role spec (.yaml); may be left out where rolefit.yaml
    /// names it
    #[arg(value_name = "ROLE", add = complete::role())]
    role: Option<String>,
    /// The answers file; "-" for standard input
    #[arg(value_name = "ANSWERS")]
    answers: Option<PathBuf>,
    /// Hold what the answers claim against this resume; may be left out where rolefit.yaml names one
    #[arg(long, value_name = "RESUME")]
    resume: Option<String>,
    /// Read the resume as this format, whatever its name and content say
    #[arg(long, value_name = "FORMAT", value_parser = resume_formats(), requires = "resume")]
    input_format: Option<rolefit::report::ResumeFormat>,
    /// Exit with status 1 if less than this share of the questions is answered, in percent
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    min_answered: Option<f64>,
    /// How to write the answer; else as the ending of -o FILE says, else a table
    #[arg(long, value_enum)]
    format: Option<ReportFormat>,
    #[command(flatten)]
    output: OutputArg,
    #[command(flatten)]
    config: ConfigArg,
}

/// `report` in this format.
fn written(report: &AnswerReport, format: ReportFormat) -> Result<String> {
    Ok(match (format, format.of_findings()) {
        (_, Some(format)) => format.write(&Findings::from(report)),
        (ReportFormat::Json, _) => json(report),
        (ReportFormat::Jsonl, _) => report.records().map(|record| json_line(&record)).collect(),
        (ReportFormat::Csv, _) => csv::answers(report),
        (ReportFormat::Markdown, _) => markdown::answers(report),
        (ReportFormat::Html, _) => html::answers(report)?,
        _ => table::answers(report, output::width()),
    })
}

pub(crate) fn run(args: &AnswerCheckArgs) -> Result<Answer> {
    let named = RoleAndFiles::new(USAGE, args.role.as_deref(), args.answers.as_slice(), &args.config)?;
    let [answers] = named.files.as_slice() else {
        let line = USAGE.line(&named.role, &[]);
        bail!("no answers file is named. `rolefit draft answers` writes one; then\n{line}");
    };
    let name = answers.to_string_lossy().into_owned();
    let configured = if args.resume.is_none() { resume_in(&named.config)? } else { None };
    let resume_name = args.resume.as_deref().or(configured.as_deref());
    let format = args.output.format_or(args.format, ReportFormat::Table)?;
    let target = args.output.target(&[&name, &named.role, resume_name.unwrap_or(&named.role)])?;
    let role = input::find_role(&named.role)?;
    questions::are_wanted(&role)?;
    let bytes = input::bytes(&name, MOST_BYTES, "an answers file")?;
    if bytes.len() > MOST_BYTES {
        return Err(anyhow!("{name}: this is larger than 4 MiB, and no answers file"));
    }
    let text = String::from_utf8(bytes).map_err(|_| anyhow!("{name}: this is no UTF-8 text. Save it as UTF-8"))?;
    let file = parse(&text).map_err(|why| no_answers(&name, why, &named.role))?;
    if let Some(other) = file.role.as_ref().filter(|known| !known.is_of(&role)) {
        let told = of_other_role(other, &role, "answer-check", &typed(&name));
        output::warning(&format!("{name}: {told}"));
    }
    let resume = resume_name.map(|name| input::resume_called(name, Path::new(name), args.input_format));
    let resume = resume.transpose()?;
    let report = check(&role, &name, &file, resume.as_ref());
    let text = written(&report, format)?;
    let text = match &target {
        Some(target) => {
            target.write(&output::for_file(&text))?;
            let answered = report.answered;
            format!("{}: {} of {} questions answered\n", target.name(), answered.answered, answered.total)
        }
        None => text,
    };
    Ok(Answer { verdict: verdict(&report, args.min_answered), ..text.into() })
}

fn verdict(report: &AnswerReport, wanted: Option<f64>) -> Verdict {
    let answered = report.answered;
    let (Some(wanted), Some(found)) = (wanted, answered.percent()) else { return Verdict::Fine };
    if found >= wanted {
        return Verdict::Fine;
    }
    // Cut and not rounded, so that it never shows as what was asked for.
    let found = (found * 10.0).floor() / 10.0;
    let (some, all) = (answered.answered, answered.total);
    Verdict::Below(format!("{some} of {all} questions are answered: {found}%, and --min-answered asks for {wanted}%"))
}
