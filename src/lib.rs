//! `rolefit` reads a resume's lines against a role: its activities and its KPIs.
//!
//! Data flows one way: role and resume → matching → report → rendering. Computing never prints, rendering never
//! computes.

#![forbid(unsafe_code)]
#![warn(clippy::print_stdout, clippy::print_stderr)]

/// Rules on the wording of resume lines.
pub mod advice;
/// `rolefit.yaml`: what the command line leaves out.
pub mod config;
/// Worksheets, answers and practice.
pub mod drafting;
/// How well lines are judged, on labelled sets.
pub mod evaluation;
/// Role pages and job postings → a role spec.
pub mod import;
/// The words of the working world: actions and subjects.
pub mod lexicon;
/// What is wrong or doubtful in a role spec, all of it at once.
pub mod lint;
/// Does a line give evidence for a criterion?
pub mod matching;
/// Reports as text: one file or folder an output format. Takes a report, gives a string.
pub mod render;
/// What was found, as plain data: the one thing that renderers see.
pub mod report;
/// A resume: its lines with their places.
pub mod resume;
/// Role specs: their shape, where they are found.
pub mod role;
/// Tokens, spelling, stems, names.
pub mod text;
/// Files in YAML, and their faults where they stand.
pub mod yaml;
