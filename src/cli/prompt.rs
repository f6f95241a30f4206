use anyhow::Result;
use clap::ValueEnum;
use rolefit::drafting::prompt::{Prompt, Purpose, prompt};

use super::settings::{RoleAndResumeArg, Usage};
use super::target::OutputArg;
use super::{Answer, complete, output, questions};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit prompt back-end-developer resume.md --for lines
  rolefit prompt data-analyst resume.md --for answers --topic sql --show-removed -o prompt.txt

rolefit sends nothing anywhere: the prompt is a text, and you decide what becomes
of it. Names, e-mail addresses, telephone numbers, addresses, links and employers
are taken out, and so is every word with a capital that may be a name. Read it
before you give it away all the same.")]
pub(crate) struct PromptArgs {
    #[command(flatten)]
    named: RoleAndResumeArg,
    /// What the prompt asks for
    #[arg(long = "for", value_enum, value_name = "WHAT")]
    purpose: For,
    /// Of answers, only to questions on this topic, in any case; may be given more than once
    #[arg(long, value_name = "TOPIC", add = complete::topic())]
    topic: Vec<String>,
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
    if purpose == Purpose::Answers {
        questions::are_wanted(&role)?;
    }
    let prompt = prompt(&role, &resume, purpose, &args.topic)?;
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
