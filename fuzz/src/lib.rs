//! The targets' functions, where the fuzzer can call them. They stand beside the tests, which call them too.

#[path = "../../tests/it/targets.rs"]
mod targets;
#[path = "../../tests/it/two_years.rs"]
mod two_years;

pub use targets::*;
