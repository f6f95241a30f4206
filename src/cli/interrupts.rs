//! Ctrl-C and the requests of the system to end, told to whoever looks for them.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result};
#[cfg(unix)]
use signal_hook::consts::SIGHUP;
use signal_hook::consts::{SIGINT, SIGTERM};

/// Not every system tells of a terminal that closes.
#[cfg(not(unix))]
const SIGHUP: i32 = 0;

/// What asked the program to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Interrupt {
    /// Ctrl-C.
    Keyboard,
    /// Another program, or the system that shuts down.
    Request,
    /// The terminal was closed, where systems tell.
    HangUp,
}

impl Interrupt {
    const ALL: [Self; 3] = [Self::Keyboard, Self::Request, Self::HangUp];

    /// The number that the system gives the signal.
    fn number(self) -> i32 {
        match self {
            Self::Keyboard => SIGINT,
            Self::Request => SIGTERM,
            Self::HangUp => SIGHUP,
        }
    }

    /// The number by which a flag tells it; none is 0.
    fn flag(self) -> usize {
        usize::try_from(self.number()).unwrap_or_default()
    }
}

/// Heeds interrupts from its making on: none ends the program any more.
pub(crate) struct Interrupts(Arc<AtomicUsize>);

impl Interrupts {
    /// Heeds all of them.
    pub(crate) fn heeded() -> Result<Self> {
        Self::of(&Interrupt::ALL)
    }

    /// Heeds Ctrl-C alone.
    pub(crate) fn of_keyboard() -> Result<Self> {
        Self::of(&[Interrupt::Keyboard])
    }

    fn of(interrupts: &[Interrupt]) -> Result<Self> {
        let heard = Arc::new(AtomicUsize::new(0));
        for interrupt in interrupts.iter().filter(|interrupt| interrupt.flag() > 0) {
            signal_hook::flag::register_usize(interrupt.number(), heard.clone(), interrupt.flag())
                .context("Ctrl-C cannot be heeded")?;
        }
        Ok(Self(heard))
    }

    /// The last one that came.
    pub(crate) fn heard(&self) -> Option<Interrupt> {
        let flag = self.0.load(Ordering::SeqCst);
        Interrupt::ALL.into_iter().find(|interrupt| flag > 0 && interrupt.flag() == flag)
    }

    /// None of the system: those that a test gives.
    #[cfg(test)]
    pub(crate) fn told(heard: Option<Interrupt>) -> Self {
        Self(Arc::new(AtomicUsize::new(heard.map_or(0, Interrupt::flag))))
    }
}
