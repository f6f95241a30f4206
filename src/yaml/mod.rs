//! Files in YAML that people write: they are read, and their faults shown where they stand.

mod fault;
mod placed;

pub use fault::{Kind, YamlFault, first_line, parse};
pub use placed::Placed;

/// Whether a file's text holds nothing but comments.
#[must_use]
pub fn says_nothing(source: &str) -> bool {
    source.trim_start_matches('\u{feff}').lines().all(fault::says_nothing)
}
