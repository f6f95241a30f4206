//! The arguments.

use std::ffi::OsStr;
use std::path::Path;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgMatches, Parser, Subcommand, ValueEnum};
use rolefit::config::Config;
use rolefit::report::{ResumeFormat, Section};
use rolefit::resume::tag_name;

use super::advise::AdviseArgs;
use super::answer_check::AnswerCheckArgs;
use super::compare::CompareArgs;
use super::completions::CompletionsArgs;
use super::diff::DiffArgs;
use super::draft::DraftArgs;
use super::explain::ExplainArgs;
use super::fit::FitArgs;
use super::import::ImportArgs;
use super::init::InitArgs;
use super::kpi_check::KpiCheckArgs;
use super::lines::LinesArgs;
use super::lint::LintArgs;
use super::man::ManArgs;
use super::practice::PracticeArgs;
use super::prompt::PromptArgs;
use super::questions::QuestionsArgs;
use super::roles::RolesArgs;
use super::schema::SchemaArgs;
use super::show::ShowArgs;
use super::stages::StagesArgs;
use super::target::format_of;

const EXAMPLES: &str = "\
Examples:
  rolefit roles --function Technology
  rolefit show back-end-developer --section kpis
  rolefit kpi-check \"Backend Developer\" resume.md
  rolefit kpi-check my-role.yaml - --format json < resume.txt
  rolefit kpi-check back-end-developer resumes/ --format csv > cohort.csv
  rolefit advise resume.md
  rolefit diff back-end-developer resume.old.md resume.md
  rolefit init --role back-end-developer --resume resume.md && rolefit kpi-check

ROLE is an id, a title or an alias in any case, or the path of a role
spec (.yaml).

Exit status: 0 done; 1 the check ran and found less than was asked for; 2 wrong
arguments or input.";

/// Check your own resume lines against the activities and KPIs of a role, on your own machine.
#[derive(Debug, Parser)]
#[command(name = "rolefit", version = env!("ROLEFIT_VERSION"), after_help = EXAMPLES, propagate_version = true, max_term_width = 100)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, help = "When to colour the output; auto heeds NO_COLOR too", value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
    #[arg(long, global = true, help = "Write in ASCII alone; JSON, HTML and XML read back the same")]
    pub(crate) ascii: bool,
    #[arg(long, global = true, help = "Write long tables to the terminal at once, and not through a pager")]
    pub(crate) no_pager: bool,
}

/// Whether the answer is for reading in a terminal: a table, where a command has other formats as well.
pub(crate) fn is_for_reading(matches: &ArgMatches) -> bool {
    let format = matches.subcommand().map(|(_, matches)| matches.try_get_raw("format"));
    match format {
        Some(Ok(format)) => format.is_none_or(|mut format| format.all(|format| format == "table")),
        Some(Err(_)) | None => false,
    }
}

/// How the text of an answer that is for programs can be put in ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Syntax {
    /// JSON, by escapes.
    Json,
    /// HTML or XML, by references.
    Markup,
    /// A document, by likeness.
    Prose,
    /// Not at all: names and words must stay as they are.
    Plain,
}

impl Syntax {
    /// That of the answer that is asked for.
    pub(crate) fn of(matches: &ArgMatches) -> Self {
        let Some((_, matches)) = matches.subcommand() else { return Self::Plain };
        let given = |name| matches.try_get_raw(name).ok().flatten().and_then(|mut values| values.next());
        let named = || given("output").map(Path::new).and_then(format_of);
        match given("format").and_then(OsStr::to_str).or_else(named) {
            Some("json" | "jsonl" | "sarif") => Self::Json,
            Some("html" | "junit") => Self::Markup,
            Some("markdown") => Self::Prose,
            None if given("jsonl_input").is_some() => Self::Json,
            _ => Self::Plain,
        }
    }
}

/// The colour and the signs that are asked for among words that make no call.
pub(crate) fn manner_among(words: &[String]) -> (Color, bool) {
    let behind = words.iter().skip_while(|word| *word != "--color").nth(1).map(String::as_str);
    let joined = words.iter().find_map(|word| word.strip_prefix("--color="));
    let color = joined.or(behind).and_then(|name| Color::from_str(name, true).ok());
    (color.unwrap_or(Color::Auto), words.iter().any(|word| word == "--ascii"))
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Hold resumes against a role: which KPIs and activities their lines give evidence for
    KpiCheck(KpiCheckArgs),
    /// List the roles
    Roles(RolesArgs),
    /// Show a role's card: what it does, what it is judged by, how selection goes
    Show(ShowArgs),
    /// List a role's interview questions
    Questions(QuestionsArgs),
    /// List a role's selection process, with the topics to prepare
    Stages(StagesArgs),
    /// Show what is read of a resume
    Lines(LinesArgs),
    /// Find what the wording of resume lines lacks, and how to mend it
    Advise(AdviseArgs),
    /// Show how one line comes by its score for every KPI and activity
    Explain(ExplainArgs),
    /// Rank all roles by how well a resume fits them
    Fit(FitArgs),
    /// Show what two roles share and what is new in the second
    Compare(CompareArgs),
    /// Write a rolefit.yaml: role, resume and goals of this folder
    Init(InitArgs),
    /// Show what a rewrite of a resume gained and lost
    Diff(DiffArgs),
    /// Make a role spec of a role guide page, a job posting or O*NET data
    Import(ImportArgs),
    /// Find what is wrong or doubtful in role specs of your own, all of it at once
    Lint(LintArgs),
    /// Print the JSON Schema of role specs, by which editors complete and check
    Schema(SchemaArgs),
    /// Write worksheets out of your own resume lines, for you to fill in
    Draft(DraftArgs),
    /// Print the script that makes a shell complete commands, roles and topics
    Completions(CompletionsArgs),
    /// Print or write the manual pages
    Man(ManArgs),
    /// Check your answers to interview questions: parts, length, numbers, KPIs, claims
    AnswerCheck(AnswerCheckArgs),
    /// Practise an interview against the clock
    Practice(PracticeArgs),
    /// Write a prompt for a language model, with what tells who you are taken out
    Prompt(PromptArgs),
}

/// When to colour the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal
    Auto,
    /// Everywhere
    Always,
    /// Nowhere
    Never,
}

/// How a report is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For reading in a terminal
    Table,
    /// For programs
    Json,
    /// For documents
    Markdown,
}

/// How a card is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CardFormat {
    /// For reading in a terminal
    Table,
    /// For programs
    Json,
    /// For documents
    Markdown,
    /// A role spec, to edit and give back as ROLE
    Yaml,
}

/// The targets, in every command that reads a resume.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct TagArg {
    /// Read only the lines for this target: those with the tag {.TAG} at their end and those without a tag; may be
    /// given more than once
    #[arg(long = "tag", value_name = "TAG", value_parser = tag)]
    pub(crate) tags: Vec<String>,
}

impl TagArg {
    /// These, else those that the configuration names.
    pub(crate) fn or(&self, config: &Config) -> Self {
        if self.tags.is_empty() { Self { tags: config.tags.clone() } } else { self.clone() }
    }
}

/// A tag as it is typed, with or without its dot and its braces.
fn tag(text: &str) -> Result<String, String> {
    let name = tag_name(text).map(str::to_owned);
    name.ok_or_else(|| "give one tag of letters, digits, \"-\" and \"_\", such as backend".to_owned())
}

/// The format of the answer, in every command but `show`.
#[derive(Debug, clap::Args)]
pub(crate) struct FormatArg {
    /// How to write the answer
    #[arg(long, value_enum, default_value_t = Format::Table)]
    pub(crate) format: Format,
}

/// A card's section as it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SectionName {
    /// Other names, function and what the role is for
    About,
    /// What the role does
    Activities,
    /// What the role is judged by
    Kpis,
    /// What the role asks for
    Requirements,
    /// The selection process
    Stages,
    /// The interview questions
    Questions,
}

impl From<SectionName> for Section {
    fn from(name: SectionName) -> Self {
        match name {
            SectionName::About => Self::About,
            SectionName::Activities => Self::Activities,
            SectionName::Kpis => Self::Kpis,
            SectionName::Requirements => Self::Requirements,
            SectionName::Stages => Self::Stages,
            SectionName::Questions => Self::Questions,
        }
    }
}

pub(super) fn resume_formats() -> impl TypedValueParser<Value = ResumeFormat> {
    PossibleValuesParser::new(ResumeFormat::all().map(ResumeFormat::name))
        .try_map(|name| ResumeFormat::from_name(&name).ok_or_else(|| format!("no format is called {name}")))
}
