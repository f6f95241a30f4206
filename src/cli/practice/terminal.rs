//! The terminal's own line: a system keeps what is typed to itself until Enter, and throws it away at Ctrl-C.

#[cfg(unix)]
mod unix {
    use std::io::{self, IsTerminal};

    use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr};

    /// A terminal that keeps a line at Ctrl-C. It is as it was when this is dropped.
    pub(in super::super) struct Terminal {
        before: Termios,
    }

    impl Terminal {
        /// That of standard input, where it is one.
        pub(in super::super) fn of_input() -> Option<Self> {
            let before = io::stdin().is_terminal().then(|| tcgetattr(io::stdin()).ok()).flatten()?;
            let mut keeping = before.clone();
            keeping.local_modes |= LocalModes::NOFLSH;
            tcsetattr(io::stdin(), OptionalActions::Now, &keeping).ok()?;
            Some(Self { before })
        }

        /// Lets whoever reads have what was typed of a line.
        pub(in super::super) fn give_out(&self) {
            let mut at_once = self.before.clone();
            at_once.local_modes -= LocalModes::ICANON;
            at_once.special_codes[SpecialCodeIndex::VMIN] = 1;
            at_once.special_codes[SpecialCodeIndex::VTIME] = 0;
            // Where the terminal is gone, so is the line.
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &at_once);
        }
    }

    /// How many bytes wait in standard input; none where that cannot be told.
    pub(in super::super) fn waiting() -> u64 {
        rustix::io::ioctl_fionread(io::stdin()).unwrap_or_default()
    }

    impl Drop for Terminal {
        fn drop(&mut self) {
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &self.before);
        }
    }
}

#[cfg(not(unix))]
mod other {
    /// A terminal that gives out whole lines only.
    pub(in super::super) struct Terminal;

    impl Terminal {
        pub(in super::super) fn of_input() -> Option<Self> {
            None
        }

        pub(in super::super) fn give_out(&self) {}
    }

    pub(in super::super) fn waiting() -> u64 {
        0
    }
}

#[cfg(not(unix))]
pub(super) use other::{Terminal, waiting};
#[cfg(unix)]
pub(super) use unix::{Terminal, waiting};
