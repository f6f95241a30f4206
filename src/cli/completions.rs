use anyhow::{Context, Result};
use clap::ValueEnum;
use clap_complete::env::Shells;

use super::{Answer, complete};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit completions bash > ~/.local/share/bash-completion/completions/rolefit
  rolefit completions zsh > ~/.zfunc/_rolefit          (with fpath+=~/.zfunc above compinit in ~/.zshrc)
  rolefit completions fish > ~/.config/fish/completions/rolefit.fish
  rolefit completions powershell >> $PROFILE

The script asks the program: ids of roles, question topics and functions are
those that are there when Tab is pressed.")]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// A shell that has completions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Shell {
    /// Bash
    Bash,
    /// Z shell
    Zsh,
    /// Fish
    Fish,
    /// PowerShell
    Powershell,
}

pub(crate) fn run(args: &CompletionsArgs) -> Result<Answer> {
    let name = match args.shell {
        Shell::Bash => "bash",
        Shell::Zsh => "zsh",
        Shell::Fish => "fish",
        Shell::Powershell => "powershell",
    };
    let shells = Shells::builtins();
    let shell = shells.completer(name).with_context(|| format!("no completions are known for {name}"))?;
    let mut script = Vec::new();
    shell.write_registration(complete::VARIABLE, "rolefit", "rolefit", "rolefit", &mut script)?;
    Ok(String::from_utf8(script)?.into())
}
