//! Tells when files are saved, and when the user has had enough. The files are looked at every moment: that needs nothing of
//! the system, works on every disk, and sees through editors that write another file and give it the name.

use std::fs;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;

use super::interrupts::Interrupts;

/// How long a moment is: a person does not notice it, and a processor neither.
const MOMENT: Duration = Duration::from_millis(150);

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Signal {
    /// A file was written, or another file took its name.
    Saved,
    /// Ctrl-C.
    Stop,
}

/// Watches `files` from now on: what happens, in order, for as long as it is listened to.
pub(crate) fn signals(files: Vec<PathBuf>) -> Result<Receiver<Signal>> {
    let (sender, receiver) = channel();
    let interrupts = Interrupts::of_keyboard()?;
    let mut told = look(&files);
    let mut last = told.clone();
    thread::spawn(move || {
        loop {
            thread::sleep(MOMENT);
            if interrupts.heard().is_some() {
                // Where the loop has ended nobody needs to be told.
                let _ = sender.send(Signal::Stop);
                return;
            }
            let now = look(&files);
            // A save is told once it is over: the files have stayed as they are for a moment.
            if now == last && now != told {
                told.clone_from(&now);
                if sender.send(Signal::Saved).is_err() {
                    return;
                }
            }
            last = now;
        }
    });
    Ok(receiver)
}

/// When each file was written and how long it is; nothing of one that is not there.
fn look(files: &[PathBuf]) -> Vec<Option<(SystemTime, u64)>> {
    let seen = |file: &PathBuf| {
        let found = fs::metadata(file).ok()?;
        Some((found.modified().ok()?, found.len()))
    };
    files.iter().map(seen).collect()
}
