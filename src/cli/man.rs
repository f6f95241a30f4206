use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use clap::Command;
use clap_mangen::Man;

use super::target::Target;
use super::{Answer, complete};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit man | man -l -
  rolefit man fit | man -l -
  rolefit man -o ~/.local/share/man/man1 && man rolefit-fit")]
pub(crate) struct ManArgs {
    /// The page of this command; that of the whole program where none is named
    #[arg(value_name = "COMMAND", conflicts_with = "output")]
    command: Vec<String>,
    /// Write all pages, one a command, into this folder, which is made where it is missing
    #[arg(short, long, value_name = "DIR")]
    output: Option<PathBuf>,
    /// Replace pages that are there
    #[arg(long, requires = "output")]
    force: bool,
}

pub(crate) fn run(args: &ManArgs) -> Result<Answer> {
    let program = complete::command();
    if let Some(folder) = &args.output {
        return all(&program, folder, args.force);
    }
    let wanted = std::iter::once("rolefit").chain(args.command.iter().map(String::as_str)).collect::<Vec<_>>();
    let pages = shown(&program);
    let Some(command) = pages.iter().find(|command| page_name(command) == wanted.join("-")) else {
        let typed =
            |command: &&Command| command.get_bin_name().unwrap_or_default().trim_start_matches("rolefit ").to_owned();
        let known = pages.iter().skip(1).map(typed);
        bail!(
            "no command is called \"{}\"\ncommands: {}",
            args.command.join(" "),
            known.collect::<Vec<_>>().join(", ")
        );
    };
    Ok(page(command)?.into())
}

/// Writes all pages; none of them where one of them may not be written.
fn all(program: &Command, folder: &PathBuf, force: bool) -> Result<Answer> {
    fs::create_dir_all(folder).with_context(|| format!("{}: this folder cannot be made", folder.display()))?;
    let mut pages = Vec::new();
    for command in shown(program) {
        pages.push((folder.join(format!("{}.1", page_name(command))), page(command)?));
    }
    let targets: Vec<Target<'_>> =
        pages.iter().map(|(path, _)| Target::new::<&str>(path, force, &[])).collect::<Result<_>>()?;
    for (target, (_, text)) in targets.iter().zip(&pages) {
        target.write(text)?;
    }
    Ok(format!("{}: {} pages\n", folder.display(), pages.len()).into())
}

/// The commands that have a page: the program, then what stands below it.
fn shown(command: &Command) -> Vec<&Command> {
    let own = command.get_subcommands().filter(|below| !below.is_hide_set() && below.get_name() != "help");
    std::iter::once(command).chain(own.flat_map(shown)).collect()
}

/// "rolefit-fit", as its page is called.
fn page_name(command: &Command) -> &str {
    command.get_display_name().unwrap_or_else(|| command.get_name())
}

fn page(command: &Command) -> Result<String> {
    let command = command.clone().disable_help_subcommand(true);
    let mut page = Vec::new();
    Man::new(command).render(&mut page)?;
    Ok(String::from_utf8(page)?)
}
