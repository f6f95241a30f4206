//! `rolefit` reads a resume's lines against a role: its activities and its KPIs.
//!
//! Data flows one way: role and resume → matching → report → rendering. Computing never prints, rendering never
//! computes.

/// The words of the working world: actions and subjects.
pub mod lexicon;
/// Does a line give evidence for a criterion?
pub mod matching;
/// Role specs: their shape, where they are found.
pub mod role;
/// Tokens, spelling, stems.
pub mod text;
