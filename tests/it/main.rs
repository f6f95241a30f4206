//! The program as its users meet it: a file a command.

mod arrows;
mod explain;
mod import;
mod kpi_check;
mod kpi_check_json;
mod lines;
mod output;
mod questions;
mod role_names;
mod role_specs;
mod roles;
mod show;
mod stages;
mod support;
mod transcripts;
