//! The one place that prints.

use std::borrow::Cow;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use anyhow::{Context, Result};
use rolefit::render::{Width, plain};

use super::args::Color;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Settles for the whole run whether styles are kept.
pub(crate) fn choose_color(color: Color) {
    let choice = match color {
        Color::Auto => anstream::ColorChoice::Auto,
        Color::Always => anstream::ColorChoice::Always,
        Color::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// The columns to write for: what `COLUMNS` says, else the terminal's, else 80.
pub(crate) fn width() -> Width {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let terminal = || {
        let stdout = io::stdout();
        let size = stdout.is_terminal().then(|| terminal_size::terminal_size_of(stdout)).flatten();
        size.map(|(width, _)| usize::from(width.0))
    };
    asked.or_else(terminal).map_or(Width::USUAL, Width::new)
}

/// Writes `text` to standard output. A reader that has read enough (`| head`) is no error.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut stdout = anstream::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output cannot be written to"),
    }
}

/// `text` as a file keeps it: with styles only where they were asked for.
pub(crate) fn for_file(text: &str) -> Cow<'_, str> {
    match anstream::ColorChoice::global() {
        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => Cow::Borrowed(text),
        _ => Cow::Owned(anstream::adapter::strip_str(text).to_string()),
    }
}

/// Writes a line that ends in a line break to standard output at once; whether anybody still reads.
pub(crate) fn write_line(line: &str) -> Result<bool> {
    match io::stdout().lock().write_all(line.as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        written => written.map(|()| true).context("standard output cannot be written to"),
    }
}

/// Says what is wrong with the arguments, or the help that was asked for; the status to end with. What was typed is
/// repeated in it, so it is text from outside like any other.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    let text = error.render().to_string();
    if text.lines().all(|line| plain(line) == line) {
        // Where nobody is left to be told, the status says it.
        let _ = error.print();
    } else {
        say("error", ERROR, text.trim_start_matches("error: ").trim_end());
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Says on standard error that one resume of many could not be read.
pub(crate) fn unread(name: &str, reason: &str) {
    say("not read", AnsiColor::Red.on_default().bold(), &format!("{name}: {reason}"));
}

/// Says on standard error how a long run went.
pub(crate) fn summary(text: &str) {
    say("summary", Style::new().bold(), text);
}

/// Says on standard error why the exit status is not 0, though all went well.
pub(crate) fn note(text: &str) {
    say("below minimum", AnsiColor::Yellow.on_default().bold(), text);
}

/// Says on standard error what a command found beside its answer.
pub(crate) fn report(text: &str) {
    say("report", AnsiColor::Cyan.on_default().bold(), text);
}

/// Says on standard error what went wrong.
pub(crate) fn error(error: &anyhow::Error) {
    say("error", ERROR, &format!("{error:#}"));
}

fn say(label: &str, style: Style, text: &str) {
    let text = text.lines().map(plain).collect::<Vec<_>>().join("\n");
    // Where standard error is closed, nobody is left to be told.
    let _ = writeln!(anstream::stderr(), "{style}{label}{style:#}: {text}");
}
