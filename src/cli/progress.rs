//! A bar on standard error, where somebody watches it.

use std::io::{self, IsTerminal};

use indicatif::{ProgressBar, ProgressStyle};

/// How far a long run is.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// A bar towards `total`, or a count where the total is not known. Nothing is shown where standard error is no
    /// terminal, or where the results themselves run over the same screen.
    pub(crate) fn new(total: Option<usize>, streams: bool) -> Self {
        if !io::stderr().is_terminal() || streams && io::stdout().is_terminal() {
            return Self(None);
        }
        let (bar, template) = match total {
            Some(total) => (ProgressBar::new(total as u64), "{wide_bar} {pos} of {len}, {eta} left"),
            None => (ProgressBar::no_length(), "{pos} done, {elapsed}"),
        };
        bar.set_style(ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self(Some(bar))
    }

    /// One more is done.
    pub(crate) fn step(&self) {
        if let Some(bar) = &self.0 {
            bar.inc(1);
        }
    }

    /// Takes the bar away while `say` writes to standard error.
    pub(crate) fn beside(&self, say: impl FnOnce()) {
        match &self.0 {
            Some(bar) => bar.suspend(say),
            None => say(),
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
