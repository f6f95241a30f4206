//! The one place that prints.

use std::borrow::Cow;
use std::env;
use std::io::{self, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;
use std::sync::OnceLock;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use anyhow::{Context, Result};
use rolefit::render::{Width, ascii, ascii_json, ascii_markup, plain};

use super::args::{Color, Syntax};
use super::pager::Pager;

const ERROR: Style = AnsiColor::Red.on_default().bold();

/// Who reads standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// A person reads a table.
    Person {
        /// Long ones may go through a pager.
        pager: bool,
    },
    /// A program reads data, which stay as they are.
    Program,
}

/// The syntax of what is for programs, where all is in ASCII alone.
static ASCII: OnceLock<Option<Syntax>> = OnceLock::new();

/// Settles for the whole run whether styles are kept and which signs are used; in ASCII alone where a syntax is given.
pub(crate) fn choose_manner(color: Color, ascii: Option<Syntax>) {
    // Settled once, by `main`.
    let _ = ASCII.set(ascii);
    let choice = match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    choice.write_global();
}

/// The columns to write for: what `COLUMNS` says, else the terminal's, else 80.
pub(crate) fn width() -> Width {
    columns().map_or(Width::USUAL, Width::new)
}

/// How many columns a text in the course of a command may take: those of [`width`], 100 at most.
pub(crate) fn columns_to_write() -> usize {
    columns().unwrap_or(80).clamp(20, 100)
}

fn columns() -> Option<usize> {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let terminal = || {
        let stdout = io::stdout();
        let size = stdout.is_terminal().then(|| terminal_size::terminal_size_of(stdout)).flatten();
        size.map(|(width, _)| usize::from(width.0))
    };
    asked.or_else(terminal)
}

/// Writes `text` to standard output. A reader that has read enough (`| head`) is no error.
pub(crate) fn print(text: &str, reader: Reader) -> Result<()> {
    let text = if reader == Reader::Program { in_syntax(text) } else { in_signs(text) };
    let text = if keeps_weight() { Cow::Owned(without_colors(&text)) } else { text };
    if reader == (Reader::Person { pager: true }) && is_longer_than_screen(&text) {
        let styled = keeps_weight() || AutoStream::choice(&io::stdout()) != ColorChoice::Never;
        let shown = if styled { Cow::Borrowed(&*text) } else { anstream::adapter::strip_str(&text).to_string().into() };
        if Pager::chosen().is_some_and(|pager| pager.show(&shown)) {
            return Ok(());
        }
    }
    let written = if keeps_weight() {
        let mut stdout = io::stdout().lock();
        stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush())
    } else {
        let mut stdout = anstream::stdout().lock();
        stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush())
    };
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.context("standard output cannot be written to"),
    }
}

/// `text` as a file keeps it: with styles only where they were asked for.
pub(crate) fn for_file(text: &str) -> Cow<'_, str> {
    match ColorChoice::global() {
        ColorChoice::Always | ColorChoice::AlwaysAnsi => in_syntax(text),
        _ => Cow::Owned(in_syntax(&anstream::adapter::strip_str(text).to_string()).into_owned()),
    }
}

/// `text` in the signs that were chosen.
pub(crate) fn in_signs(text: &str) -> Cow<'_, str> {
    if ASCII.get().copied().flatten().is_some() { Cow::Owned(ascii(text)) } else { Cow::Borrowed(text) }
}

/// `text`, which is for a program, in the signs that were chosen.
fn in_syntax(text: &str) -> Cow<'_, str> {
    match ASCII.get().copied().flatten() {
        Some(Syntax::Json) => Cow::Owned(ascii_json(text)),
        Some(Syntax::Markup) => Cow::Owned(ascii_markup(text)),
        Some(Syntax::Prose) => Cow::Owned(ascii(text)),
        Some(Syntax::Plain) | None => Cow::Borrowed(text),
    }
}

/// Whether colours alone are unwanted: on a terminal `NO_COLOR` is about them, and words stay bold and underlined.
fn keeps_weight() -> bool {
    let is_set = |variable| env::var_os(variable).is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_none_or(|term| term == "dumb");
    ColorChoice::global() == ColorChoice::Auto && is_set("NO_COLOR") && !dumb && io::stdout().is_terminal()
}

/// `text` without the codes for colours; those for weight and underline stay.
fn without_colors(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut bare = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('m').unwrap_or((part, ""));
        if code.len() > 1 && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b';') {
            bare.push_str(rest);
        } else {
            bare.push_str("\u{1b}[");
            bare.push_str(part);
        }
    }
    bare
}

fn is_longer_than_screen(text: &str) -> bool {
    let stdout = io::stdout();
    let size = stdout.is_terminal().then(|| terminal_size::terminal_size_of(stdout)).flatten();
    size.is_some_and(|(_, height)| text.lines().count() >= usize::from(height.0))
}

/// Writes a line that ends in a line break to standard output at once; whether anybody still reads.
pub(crate) fn write_line(line: &str) -> Result<bool> {
    match io::stdout().lock().write_all(in_syntax(line).as_bytes()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        written => written.map(|()| true).context("standard output cannot be written to"),
    }
}

/// Says what is wrong with the arguments, by `message`, or where there is none the help that was asked for; the status to
/// end with.
pub(crate) fn usage(error: &clap::Error, message: Option<String>) -> ExitCode {
    let help = error.render().ansi().to_string();
    // Where nobody is left to be told, the status says it.
    match message {
        Some(message) => say("error", ERROR, &message),
        None if error.use_stderr() => drop(write!(anstream::stderr(), "{}", in_signs(&help))),
        None => drop(write!(anstream::stdout(), "{}", in_signs(&help))),
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Says on standard error that one resume of many could not be read.
pub(crate) fn unread(name: &str, reason: &str) {
    say("not read", AnsiColor::Red.on_default().bold(), &format!("{name}: {reason}"));
}

/// Says on standard error how a long run went.
pub(crate) fn summary(text: &str) {
    const LABEL: &str = "summary";
    let columns = columns().unwrap_or(usize::from(u16::MAX)).saturating_sub(LABEL.len() + 2);
    say(LABEL, Style::new().bold(), &textwrap::fill(text, columns));
}

/// Says on standard error why the exit status is not 0, though all went well.
pub(crate) fn note(label: &str, text: &str) {
    say(label, AnsiColor::Yellow.on_default().bold(), text);
}

/// Says on standard error what a command is waiting for.
pub(crate) fn watching(text: &str) {
    say("watching", Style::new().bold(), text);
}

/// Says on standard error what may not be meant as it was written, though all went on.
pub(crate) fn warning(text: &str) {
    say("warning", AnsiColor::Yellow.on_default().bold(), text);
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
    let text = in_signs(&text);
    // Where standard error is closed, nobody is left to be told.
    let _ = writeln!(anstream::stderr(), "{style}{label}{style:#}: {text}");
}

#[cfg(test)]
mod tests {
    use super::without_colors;

    #[test]
    fn colours_go_and_weight_stays() {
        let text = "\u{1b}[1m\u{1b}[36ma\u{1b}[0m \u{1b}[32m●\u{1b}[0m \u{1b}[4mb\u{1b}[0m";
        assert_eq!(without_colors(text), "\u{1b}[1ma\u{1b}[0m ●\u{1b}[0m \u{1b}[4mb\u{1b}[0m");
    }
}
