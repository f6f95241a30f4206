//! What a shell offers behind the Tab key: the one place where values that are looked up are registered.
//!
//! A shell's script (`rolefit completions SHELL`) asks the program itself, with the variable `COMPLETE` set, so that a role
//! added a minute ago is offered too. An argument gets its values by `add = complete::…()`.

use std::ffi::OsStr;

use clap::{Command, CommandFactory};
use clap_complete::CompleteEnv;
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter};
use rolefit::advice;
use rolefit::role::{Role, topic_counts};

use super::args::Args;
use super::input;

/// The variable by which a shell's script asks.
pub(crate) const VARIABLE: &str = "COMPLETE";

/// Answers a shell that asks for completions, and ends; else does nothing.
pub(crate) fn answer() {
    CompleteEnv::with_factory(Args::command).var(VARIABLE).complete();
}

/// Ids of roles, and files of role specs.
pub(crate) fn role() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        let mut offers = continuing(current, ids());
        offers.extend(specs(current));
        offers
    })
}

/// Files and folders, and "-" for standard input.
pub(crate) fn resume() -> ArgValueCompleter {
    ArgValueCompleter::new(PathCompleter::any().stdio())
}

/// Functions that roles belong to.
pub(crate) fn function() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        let mut known: Vec<String> = input::known_roles().into_iter().filter_map(|role| role.function).collect();
        known.sort();
        known.dedup();
        continuing(current, named(known))
    })
}

/// Topics of the questions of the role that stands on the command line, or of all roles.
pub(crate) fn topic() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        let words: Vec<String> = std::env::args().skip(1).collect();
        let role = words.iter().find_map(|word| input::role_called(word));
        let roles = role.map_or_else(|| input::every_role().unwrap_or_default(), |role| vec![role]);
        continuing(current, named(topics(&roles)))
    })
}

/// Ids of the rules on wording.
pub(crate) fn rule() -> ArgValueCompleter {
    ArgValueCompleter::new(|current: &OsStr| {
        continuing(current, advice::rules().iter().map(|rule| (rule.id.clone(), rule.reason.clone())))
    })
}

/// Those of `offers`, values with their helps, that go on from what is typed, in any case. What is typed stays as it is:
/// names are looked up in any case, and shells drop what begins otherwise.
fn continuing(current: &OsStr, offers: impl IntoIterator<Item = (String, String)>) -> Vec<CompletionCandidate> {
    let current = current.to_string_lossy();
    let begun = current.to_lowercase();
    let going_on = offers.into_iter().filter_map(|(value, help)| {
        let rest = value.to_lowercase().strip_prefix(&begun)?.to_owned();
        Some(CompletionCandidate::new(format!("{current}{rest}")).help(Some(help.into())))
    });
    going_on.collect()
}

/// Names as they may be typed, each with itself as its help.
fn named(names: Vec<String>) -> impl Iterator<Item = (String, String)> {
    names.into_iter().map(|name| (typed(&name), name))
}

/// The id and the title of every role.
fn ids() -> Vec<(String, String)> {
    input::known_roles().into_iter().map(|role| (role.id, role.title)).collect()
}

fn topics(roles: &[Role]) -> Vec<String> {
    let mut topics: Vec<String> =
        roles.iter().flat_map(|role| topic_counts(&role.spec)).map(|(topic, _)| topic.to_owned()).collect();
    topics.sort();
    topics.dedup();
    topics
}

/// YAML files, and the folders on the way to them.
fn specs(current: &OsStr) -> Vec<CompletionCandidate> {
    let is_spec = |path: &std::path::Path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    PathCompleter::any().filter(move |path| path.is_dir() || is_spec(path)).complete(current)
}

/// A name as one word, as it may be typed without quotes: names are compared without spaces, case and signs.
fn typed(name: &str) -> String {
    let words = name.to_lowercase();
    let words = words.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '#')).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// The whole command, for scripts and manual pages.
pub(crate) fn command() -> Command {
    let mut command = Args::command();
    command.build();
    command
}
