use anyhow::{Result, bail};
use rolefit::render::{json, markdown, plain, table};
use rolefit::report::{QuestionFilter, QuestionList, TopicList};
use rolefit::role::Role;

use super::args::{Format, FormatArg};
use super::settings::{OptionalRoleArg, Usage};
use super::{Answer, complete, output};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit questions back-end-developer --topic security --topic performance
  rolefit questions back-end-developer --topics
  rolefit questions back-end-developer --sample 5 --seed 7")]
pub(crate) struct QuestionsArgs {
    #[command(flatten)]
    role: OptionalRoleArg,
    /// Only questions on this topic, in any case; may be given more than once
    #[arg(long, value_name = "TOPIC", add = complete::topic())]
    topic: Vec<String>,
    /// List the topics with the number of questions on each
    #[arg(long, conflicts_with_all = ["topic", "search", "sample", "seed"])]
    topics: bool,
    /// Only questions with this text in them, in any case
    #[arg(long, value_name = "TEXT")]
    search: Option<String>,
    /// Draw so many of the questions
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// Draw the same sample for the same number
    #[arg(long, value_name = "S", requires = "sample")]
    seed: Option<u64>,
    #[command(flatten)]
    format: FormatArg,
}

pub(crate) fn run(args: QuestionsArgs) -> Result<Answer> {
    let role = args.role.role(Usage::of_role("questions"))?;
    if args.topics {
        return Ok(topics(&role, args.format.format).into());
    }
    let seed = args.seed.unwrap_or_else(|| fastrand::u64(..));
    let filter =
        QuestionFilter { topics: args.topic, search: args.search, sample: args.sample.map(|count| (count, seed)) };
    let list = QuestionList::new(&role, &filter)?;
    let text = match args.format.format {
        Format::Table => table::questions(&list, output::width()),
        Format::Json => json(&list),
        Format::Markdown => markdown::questions(&list),
    };
    Ok(text.into())
}

/// A role without questions is an error, in commands about answers.
pub(crate) fn are_wanted(role: &Role) -> Result<()> {
    if !role.spec.questions.is_empty() {
        return Ok(());
    }
    bail!(
        "the role \"{}\" has no questions to answer. Add some to its spec, such as\n\n\
         questions:\n  - text: Tell me about a time you …\n    topics: [Teamwork]\n\n\
         `rolefit questions ROLE` lists those of a built-in role, to choose from; `extends: ROLE` in the spec\n\
         takes all of them over, with what else that role has (`without:` leaves things out)",
        plain(&role.spec.title)
    )
}

fn topics(role: &Role, format: Format) -> String {
    let list = TopicList::from(role);
    match format {
        Format::Table => table::topics(&list, output::width()),
        Format::Json => json(&list),
        Format::Markdown => markdown::topics(&list),
    }
}
