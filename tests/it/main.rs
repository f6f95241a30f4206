//! The program as its users meet it: a file a command.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops where something is not as it should be")]

mod advise;
mod answer_check;
mod arrows;
mod cohort;
#[path = "../../build/commit.rs"]
mod commit;
mod compare;
mod completions;
mod config;
#[cfg(feature = "pdf")]
mod corpora;
mod denial;
mod dependencies;
mod diff;
mod draft_answers;
mod draft_lines;
mod every_command;
mod explain;
mod findings;
mod fit;
#[cfg(feature = "pdf")]
mod hostile;
mod html;
mod html_text;
mod import;
mod import_onet;
mod jsonl_input;
mod kpi_check;
mod kpi_check_json;
mod labelled;
mod limits;
mod lines;
mod lint;
mod man;
mod nothing_gets_in;
mod nothing_lost;
mod nothing_sent;
mod output;
mod own_roles;
mod plain_signs;
mod practice;
mod prompt;
mod properties;
mod questions;
#[cfg(feature = "pdf")]
mod readers;
mod requirements;
mod role_names;
mod role_specs;
mod roles;
mod schema;
mod sheets;
mod show;
mod stages;
mod support;
mod tags;
#[cfg(feature = "pdf")]
#[allow(unreachable_pub, reason = "public where the fuzzer uses it")]
mod targets;
#[cfg(target_os = "linux")]
mod terminal;
mod terms;
mod traced;
mod transcripts;
#[allow(unreachable_pub, reason = "public where the fuzzer uses it")]
mod two_years;
mod watch;
mod what_to_type;
mod wrong_files;
