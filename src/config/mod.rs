//! `rolefit.yaml`, beside a resume or above it: what a bare command takes for granted. It says what to read and what to
//! ask for; nothing in it makes the program write.

mod file;
mod find;
mod template;

pub use file::{Config, ConfigError, KpiWeight};
pub use find::{FILE_NAME, find};
pub use template::template;
