use anyhow::Result;
use clap::ValueEnum;
use rolefit::drafting::prompt::{Prompt, Purpose, Request, prompt};

use super::advise::{IgnoreArg, warn_of_comments};
use super::settings::{RoleAndResumeArg, Usage};
use super::target::OutputArg;
use super::{Answer, complete, output, questions};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit prompt back-end-developer resume.md --for lines
  rolefit prompt data-analyst resume.md --for answers --topic sql --show-removed -o prompt.txt
  rolefit prompt registered-nurse resume.md --for lines --keep-employers --take-out \"Ward 7B\"

rolefit sends nothing anywhere: the prompt is a text, and you decide what becomes
of it.

Taken out: your name as it stands at the top of the resume, in every form; e-mail
addresses, links, telephone numbers, streets, towns beside a state or a country,
dates of birth, numbers of licences, passports and accounts, the employers, schools
and projects of your headings, names of others, and words with a capital that may be
names. Each stands as a placeholder such as [MY NAME], [EMPLOYER 1] or [NAME 1].

Lines that `rolefit advise` warns of are marked \"weak\", with the rules that say so.

Left in: what you did, with its numbers, tools and dates; titles of jobs; countries;
a town that is an ordinary word and stands alone (\"Reading\"); a name that is an
ordinary word where nothing tells that it is one. Read the prompt before you give it
away, and name with --take-out what has to go.")]
pub(crate) struct PromptArgs {
    #[command(flatten)]
    named: RoleAndResumeArg,
    /// What the prompt asks for
    #[arg(long = "for", value_enum, value_name = "WHAT")]
    purpose: For,
    /// Of answers, only to questions on this topic, in any case; may be given more than once
    #[arg(long, value_name = "TOPIC", add = complete::topic())]
    topic: Vec<String>,
    /// Leave the names of employers, schools and projects in
    #[arg(long)]
    keep_employers: bool,
    /// Take these words out as well, in any case; may be given more than once
    #[arg(long, value_name = "WORDS")]
    take_out: Vec<String>,
    #[command(flatten)]
    ignore: IgnoreArg,
    /// Say on standard error what was taken out, by kind
    #[arg(long)]
    show_removed: bool,
    #[command(flatten)]
    output: OutputArg,
}

/// What a prompt asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum For {
    /// Resume lines for gaps, and better ones for weak lines
    Lines,
    /// Answers to interview questions
    Answers,
}

pub(crate) fn run(args: &PromptArgs) -> Result<Answer> {
    let (purpose, options) = match args.purpose {
        For::Lines => (Purpose::Lines, " --for lines"),
        For::Answers => (Purpose::Answers, " --for answers"),
    };
    let named = args.named.named(Usage { options, ..Usage::of_resume("prompt") })?;
    let target = args.output.target(&[&named.resume, &named.role])?;
    let (role, resume) = named.read()?;
    warn_of_comments(&resume);
    if purpose == Purpose::Answers {
        questions::are_wanted(&role)?;
    }
    let request = Request {
        purpose,
        topics: &args.topic,
        keeps_employers: args.keep_employers,
        take_out: &args.take_out,
        advice: &args.ignore.settings(&[], &named.config),
    };
    let prompt = prompt(&role, &resume, &request)?;
    if args.show_removed {
        output::report(&removed(&prompt));
    }
    Ok(match &target {
        Some(target) => {
            target.write(&prompt.text)?;
            format!("{}: {} words\n", target.name(), prompt.text.split_whitespace().count()).into()
        }
        None => prompt.text.into(),
    })
}

fn removed(prompt: &Prompt) -> String {
    if prompt.removed.is_empty() {
        return "nothing was taken out".to_owned();
    }
    let kinds = prompt.removed.iter().map(|removed| format!("{}: {}", removed.kind.plural(), removed.count));
    format!("taken out: {}", kinds.collect::<Vec<_>>().join(", "))
}
