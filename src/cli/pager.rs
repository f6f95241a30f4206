//! Long output through a pager.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

use super::interrupts::Interrupts;

/// What shows long output where neither `ROLEFIT_PAGER` nor `PAGER` says so. `-F` ends it at once where all fits on the
/// screen, `-R` keeps styles, `-X` leaves the text on the screen.
const USUAL: &str = "less -FRX";

/// A program that shows text page by page.
pub(crate) struct Pager {
    words: Vec<String>,
}

impl Pager {
    /// The pager that the user's variables name, if any: an empty one and `cat` are none.
    pub(crate) fn chosen() -> Option<Self> {
        let named = ["ROLEFIT_PAGER", "PAGER"].into_iter().find_map(|variable| env::var(variable).ok());
        Self::from_command(&named.unwrap_or_else(|| USUAL.to_owned()))
    }

    fn from_command(command: &str) -> Option<Self> {
        let words = shlex::split(command)?;
        (words.first()? != "cat").then_some(Self { words })
    }

    /// Shows `text` and waits until its reader has seen enough; whether it was shown, which it is not where there is no
    /// such program.
    pub(crate) fn show(&self, text: &str) -> bool {
        let Some((program, arguments)) = self.words.split_first() else { return false };
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::piped());
        // A bare `less` would show the codes of styles, and in some locales those of letters.
        for (variable, value) in [("LESS", "FRX"), ("LESSCHARSET", "utf-8")] {
            if env::var_os(variable).is_none() {
                command.env(variable, value);
            }
        }
        let Ok(mut pager) = command.spawn() else { return false };
        // Ctrl-C is for the pager: were this program to end, the two would fight over the keyboard.
        let _ = Interrupts::of_keyboard();
        if let Some(mut input) = pager.stdin.take() {
            // A reader who leaves early has seen enough.
            let _ = input.write_all(text.as_bytes());
        }
        let _ = pager.wait();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    #[test]
    fn a_command_has_words_and_none_means_no_pager() {
        let words = |command| Pager::from_command(command).map(|pager| pager.words);
        assert_eq!(words("less -R '+/a b'"), Some(["less", "-R", "+/a b"].map(str::to_owned).to_vec()));
        assert_eq!([words(""), words("  "), words("cat"), words("less 'open")], [None, None, None, None]);
    }
}
