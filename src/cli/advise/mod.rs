//! `advise`: what the wording of lines lacks; and the settings of advice that other commands share.

mod today;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use rolefit::advice::{Date, Settings, UnknownRule, rules, unknown_in};
use rolefit::config::Config;
use rolefit::render::{json, markdown, table};
use rolefit::report::{Finding, Findings, ResumeFormat, advice};
use rolefit::resume::Resume;

use super::args::TagArg;
use super::complete;
use super::files::{self, Found};
use super::findings::FindingsFormat;
use super::settings::{ReadingArg, Usage, is_role, resumes_in};
use super::target::OutputArg;
use super::{Answer, Verdict, input, output};

const USAGE: Usage = Usage::of_resume("advise");

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit advise resume.md
  rolefit advise resume.tex --ignore no-result --ignore too-short
  rolefit advise resume.md --only tense,end-punctuation
  rolefit advise resumes/ --format brief --max-findings 0
  rolefit advise --rules

Lines about skills, training and who you are get no advice. A comment silences a
rule for the line that it stands on, or alone above: <!-- rolefit-ignore RULE -->
in Markdown and HTML, % rolefit-ignore RULE in LaTeX, # rolefit-ignore RULE in
YAML; without a rule it silences all. Other formats have no comments: --ignore.

Exit status: 0 done; 1 more was found than --max-findings allows; 2 wrong
arguments, or a resume could not be read.")]
pub(crate) struct AdviseArgs {
    /// Files of resumes, or folders of them; "-" for standard input; may be left out where rolefit.yaml names them
    #[arg(value_name = "RESUME", add = complete::resume())]
    resumes: Vec<PathBuf>,
    /// List the rules, each with its reason, its mend and a good example
    #[arg(long, conflicts_with_all = ["resumes", "only", "ignored", "today", "max_findings", "input_format", "tags"])]
    rules: bool,
    #[command(flatten)]
    ignore: IgnoreArg,
    /// Ask these rules only, by id
    #[arg(long, value_name = "RULE", value_delimiter = ',', add = complete::rule())]
    only: Vec<String>,
    /// Exit with status 1 if more is found than this
    #[arg(long, value_name = "NUMBER")]
    max_findings: Option<usize>,
    /// The day against which dates are held, YYYY-MM-DD; else that of the machine's clock
    #[arg(long, value_name = "DATE", value_parser = today::parse)]
    today: Option<Date>,
    #[command(flatten)]
    reading: ReadingArg,
    /// How to write the answer; else as the ending of -o FILE says, else a table
    #[arg(long, value_enum)]
    format: Option<FindingsFormat>,
    #[command(flatten)]
    output: OutputArg,
}

/// The rules that are left out, in every command that gives advice.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct IgnoreArg {
    /// Leave out the advice of this rule, by id; may be repeated
    #[arg(id = "ignored", long = "ignore", value_name = "RULE", value_delimiter = ',', add = complete::rule())]
    rules: Vec<String>,
}

impl IgnoreArg {
    /// The settings that leave out these rules and those of the configuration, and `only` in, which goes before the
    /// configuration; ids that no rule has are warned of.
    pub(crate) fn settings(&self, only: &[String], config: &Config) -> Settings {
        let id = |id: &String| id.trim().to_lowercase();
        let set = |ids: &[String]| ids.iter().map(id).collect::<BTreeSet<String>>();
        let mut settings = Settings { ignored: set(&self.rules), only: set(only), today: None };
        for unknown in settings.unknown() {
            warn("", &unknown);
        }
        for rule in &config.ignore {
            if let Some(unknown) = UnknownRule::check(&id(&rule.value), None) {
                warn(&format!("{}:{}:{}: ", config.path(), rule.line, rule.column), &unknown);
            }
        }
        let settled = config.ignore.iter().map(|rule| id(&rule.value)).filter(|rule| !settings.only.contains(rule));
        settings.ignored.extend(settled.collect::<Vec<_>>());
        settings
    }
}

/// Warns of the rules that comments in a resume name and that there are none of.
pub(crate) fn warn_of_comments(resume: &Resume) {
    for unknown in unknown_in(&resume.ignored) {
        let line = unknown.line.map(|line| format!(":{line}")).unwrap_or_default();
        warn(&format!("{}{line}: ", resume.path), &unknown);
    }
}

fn warn(place: &str, unknown: &UnknownRule) {
    let mend = if unknown.nearest.is_none() { ". `rolefit advise --rules` lists them" } else { "" };
    output::warning(&format!("{place}{unknown}{mend}"));
}

pub(crate) fn run(args: &AdviseArgs) -> Result<Answer> {
    let config = args.reading.config.for_resume(args.resumes.first().map_or(Path::new("."), PathBuf::as_path))?;
    let leaves_out = args.resumes.is_empty() && !args.rules;
    let resumes = if leaves_out { resumes_in(&config)? } else { &args.resumes };
    let format = args.output.format_or(args.format, FindingsFormat::Table)?;
    let target = args.output.target(resumes)?;
    let answer = if args.rules { list(format)?.into() } else { advise(args, format, resumes, &config)? };
    Ok(match &target {
        Some(target) => {
            target.write(&output::for_file(&answer.text))?;
            Answer { text: format!("{}: written\n", target.name()), ..answer }
        }
        None => answer,
    })
}

fn list(format: FindingsFormat) -> Result<String> {
    Ok(match format {
        FindingsFormat::Table => output::in_signs(&table::advice_rules(rules(), output::width())).into_owned(),
        FindingsFormat::Json => json(&rules()),
        FindingsFormat::Markdown => markdown::advice_rules(rules()),
        _ => bail!("--rules lists what there is to find, and finds nothing. Give --format table, json or markdown"),
    })
}

fn advise(args: &AdviseArgs, format: FindingsFormat, resumes: &[PathBuf], config: &Config) -> Result<Answer> {
    let names: Vec<_> = resumes.iter().map(|path| path.to_string_lossy()).collect();
    if let Some(role) = names.iter().find(|name| is_role(name)) {
        let files: Vec<&str> = names.iter().filter(|name| *name != role).map(AsRef::as_ref).collect();
        bail!("`advise` takes no ROLE, as wording is judged alike for all of them:\n{}", USAGE.line("", &files));
    }
    if resumes.is_empty() {
        return Err(USAGE.resume_wanted("", config));
    }
    let settings = args.ignore.settings(&args.only, config);
    let asks_none = !args.only.is_empty() && !rules().iter().any(|rule| settings.asks(&rule.id));
    if asks_none {
        bail!(
            "no rule is left to ask. Give --only an id that `rolefit advise --rules` lists, and that --ignore does not name"
        );
    }
    let settings = Settings { today: Some(args.today.unwrap_or_else(today::by_the_clock)), ..settings };
    let (parts, failed) = read_all(args, resumes, &settings, &args.reading.tags.or(config))?;
    let found = Findings::together(parts);
    let verdict = verdict(&found, args.max_findings, failed);
    let text = match format {
        FindingsFormat::Table => output::in_signs(&table::advice(&found, output::width())).into_owned(),
        other => other.write(&found),
    };
    Ok(Answer { verdict, ..text.into() })
}

/// The advice on every resume, and whether one of them could not be read. Of several, the others go on.
fn read_all(
    args: &AdviseArgs,
    resumes: &[PathBuf],
    settings: &Settings,
    tags: &TagArg,
) -> Result<(Vec<Findings>, bool)> {
    let (mut parts, mut failed) = (Vec::new(), false);
    let alone = matches!(resumes, [path] if !path.is_dir());
    for Found { path, fault } in files::find(resumes, &[], false)? {
        let read = fault.map_or_else(|| resume(&path, args.reading.input_format), |why| Err(unreadable(&path, why)));
        match read {
            Ok(resume) => {
                warn_of_comments(&resume);
                parts.push(advice(&input::for_targets(resume, tags)?, settings));
            }
            Err(error) if alone => return Err(error.into()),
            Err(error) => {
                let failure =
                    rolefit::report::Failure { path: path.to_string_lossy().into_owned(), reason: error.reason() };
                output::unread(&failure.path, &failure.reason);
                parts.push(Findings::new(vec![Finding::from(&failure)], Vec::new(), Vec::new()));
                failed = true;
            }
        }
    }
    Ok((parts, failed))
}

fn unreadable(path: &Path, why: String) -> input::Unreadable {
    input::Unreadable::File { name: path.to_string_lossy().into_owned(), why }
}

fn resume(path: &Path, format: Option<ResumeFormat>) -> Result<Resume, input::Unreadable> {
    input::resume_called(&path.to_string_lossy(), path, format)
}

fn verdict(found: &Findings, most: Option<usize>, failed: bool) -> Verdict {
    let count = found.findings.len();
    match most {
        _ if failed => Verdict::Failed,
        Some(most) if count > most => Verdict::Above(format!("{count} findings, and --max-findings allows {most}")),
        _ => Verdict::Fine,
    }
}
