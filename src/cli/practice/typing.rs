//! What a person types, line by line, and what of it is there where they stop in the middle of one.

use std::io::{self, BufRead, ErrorKind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use super::terminal::{Terminal, waiting};
use crate::cli::interrupts::{Interrupt, Interrupts};

/// How often an interrupt is looked for.
const MOMENT: Duration = Duration::from_millis(50);
/// How long what was typed before an interrupt may be under way once nothing waits in standard input any more.
const PATIENCE: Duration = Duration::from_millis(300);
/// How long it may wait there on a busy machine.
const LONGEST_PATIENCE: Duration = Duration::from_secs(10);
/// How many pieces of input may wait.
const MOST_WAITING: usize = 16;

/// What came from the keyboard.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// A line, without its end.
    Line(String),
    /// The end of the input; before it, what of a line was typed.
    End(String),
    /// An interrupt; before it, what of a line was typed.
    Stop(String, Interrupt),
}

/// Standard input, read beside the program's other work.
pub(super) struct Typing {
    chunks: Receiver<io::Result<Vec<u8>>>,
    interrupts: Interrupts,
    terminal: Option<Terminal>,
    /// Since when it is to stop, and why.
    stopped: Option<(Interrupt, Instant)>,
    /// What was typed and not yet told.
    rest: Vec<u8>,
}

impl Typing {
    /// From standard input.
    pub(super) fn standard() -> Result<Self> {
        let terminal = Terminal::of_input();
        Ok(Self { terminal, ..Self::new(chunks(), Interrupts::heeded()?) })
    }

    pub(super) fn new(chunks: Receiver<io::Result<Vec<u8>>>, interrupts: Interrupts) -> Self {
        Self { chunks, interrupts, terminal: None, stopped: None, rest: Vec::new() }
    }

    /// What comes next. Lines that were typed before an interrupt come before it.
    pub(super) fn next(&mut self) -> Result<Typed> {
        loop {
            if let Some(end) = self.rest.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = self.rest.drain(..=end).collect();
                return Ok(Typed::Line(text(&line)));
            }
            self.hear();
            match self.chunks.recv_timeout(if self.stopped.is_some() { PATIENCE } else { MOMENT }) {
                Ok(Ok(chunk)) => self.rest.extend(chunk),
                Ok(Err(error)) if self.rest.is_empty() => return Err(error).context("standard input cannot be read"),
                Err(RecvTimeoutError::Timeout) => {
                    if let Some(interrupt) = self.stopped_with_all() {
                        return Ok(Typed::Stop(self.take_rest(), interrupt));
                    }
                }
                // What was typed before the fault or the end comes first.
                Ok(Err(_)) | Err(RecvTimeoutError::Disconnected) => return Ok(Typed::End(self.take_rest())),
            }
        }
    }

    fn hear(&mut self) {
        if self.stopped.is_none() {
            self.stopped = self.interrupts.heard().map(|interrupt| (interrupt, Instant::now()));
            if let Some(terminal) = self.terminal.as_ref().filter(|_| self.stopped.is_some()) {
                terminal.give_out();
            }
        }
    }

    /// The interrupt, once nothing that was typed before it waits to be read.
    fn stopped_with_all(&self) -> Option<Interrupt> {
        let (interrupt, since) = self.stopped?;
        (waiting() == 0 || since.elapsed() > LONGEST_PATIENCE).then_some(interrupt)
    }

    fn take_rest(&mut self) -> String {
        text(&std::mem::take(&mut self.rest))
    }
}

/// What standard input gives, as soon as it does, until it ends.
fn chunks() -> Receiver<io::Result<Vec<u8>>> {
    let (sender, receiver) = sync_channel(MOST_WAITING);
    thread::spawn(move || {
        let mut input = io::stdin().lock();
        loop {
            let chunk = match input.fill_buf() {
                Ok([]) => return,
                Ok(bytes) => Ok(bytes.to_vec()),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => Err(error),
            };
            let length = chunk.as_ref().map_or(0, Vec::len);
            input.consume(length);
            // Where the interview is over, or nothing can be read any more, nobody listens.
            if sender.send(chunk).is_err() || length == 0 {
                return;
            }
        }
    });
    receiver
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end_matches(['\n', '\r']).to_owned()
}

/// What is typed where all of `input` comes at once and then ends, or an interrupt comes.
#[cfg(test)]
pub(super) fn typing(input: &str, interrupt: Option<Interrupt>) -> Typing {
    let (sender, receiver) = sync_channel(MOST_WAITING);
    sender.send(Ok(input.as_bytes().to_vec())).expect("heard");
    if interrupt.is_some() {
        // The input goes on: nothing but the interrupt ends the interview.
        std::mem::forget(sender);
    }
    Typing::new(receiver, Interrupts::told(interrupt))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut typing: Typing) -> Vec<Typed> {
        let mut all = Vec::new();
        loop {
            all.push(typing.next().expect("read"));
            if !matches!(all.last(), Some(Typed::Line(_))) {
                return all;
            }
        }
    }

    fn line(text: &str) -> Typed {
        Typed::Line(text.into())
    }

    #[test]
    fn lines_come_one_by_one_and_the_last_needs_no_end() {
        assert_eq!(all(typing("a\r\n\nb", None)), [line("a"), line(""), Typed::End("b".into())]);
        assert_eq!(all(typing("a\n", None)), [line("a"), Typed::End(String::new())]);
    }

    #[test]
    fn an_interrupt_comes_behind_all_that_was_typed() {
        let stop = Typed::Stop("half".into(), Interrupt::Request);
        assert_eq!(all(typing("a\nb\nhalf", Some(Interrupt::Request))), [line("a"), line("b"), stop]);
    }
}
