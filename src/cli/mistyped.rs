//! What is said where the words that were typed make no call: what is wrong, and what to type.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command};
use rolefit::role::nearest;

use super::settings::{is_role, may_be_file, role_of_words, typed};

/// How many commands are named that have an option.
const MOST_OWNERS: usize = 4;

/// The call that was meant, as far as it can be told.
struct Call<'c> {
    root: &'c Command,
    /// The command, or the root where none is named.
    command: &'c Command,
    /// How it is called, such as "rolefit draft lines".
    name: String,
    /// The words behind that.
    words: Vec<&'c str>,
}

/// The message for `error`, which `words` behind `rolefit` led to; none where it is no error, but the help. `root` is the
/// whole command, built.
pub(crate) fn message(error: &clap::Error, root: &Command, words: &[String]) -> Option<String> {
    let call = Call::of(root, words);
    let value = |kind| error.get(kind).map(texts).unwrap_or_default();
    let word = |kind| value(kind).into_iter().next().unwrap_or_default();
    let told = match error.kind() {
        _ if !error.use_stderr() => return None,
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => return None,
        ErrorKind::TooManyValues => match call.argument(&word(ContextKind::InvalidArg)) {
            Some(arg) if arg.get_long().is_some() => format!("{} takes no value", shown_bare(arg)),
            _ => call.one_too_many(&word(ContextKind::InvalidValue)),
        },
        ErrorKind::ValueValidation => {
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            call.bad_value(&word(ContextKind::InvalidArg), &word(ContextKind::InvalidValue), &why)
        }
        ErrorKind::ArgumentConflict => call.conflict(&word(ContextKind::InvalidArg), &word(ContextKind::PriorArg)),
        ErrorKind::UnknownArgument => call.unknown(&word(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => call.no_command(&word(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => call.missing(&value(ContextKind::InvalidArg)),
        ErrorKind::InvalidValue => call.no_value(
            &word(ContextKind::InvalidArg),
            &word(ContextKind::InvalidValue),
            &value(ContextKind::ValidValue),
        ),
        _ => first_paragraph(error),
    };
    Some(format!("{told}\n`{} --help` says more", call.name))
}

/// The words of a piece of an error.
fn texts(value: &ContextValue) -> Vec<String> {
    match value {
        ContextValue::String(text) => vec![text.clone()],
        ContextValue::Strings(texts) => texts.clone(),
        _ => Vec::new(),
    }
}

fn first_paragraph(error: &clap::Error) -> String {
    let text = error.render().to_string();
    let text = text.trim_start_matches("error: ");
    text.split("\n\n").next().unwrap_or(text).trim_end().to_owned()
}

impl<'c> Call<'c> {
    fn of(root: &'c Command, words: &'c [String]) -> Self {
        let mut call = Self { root, command: root, name: root.get_name().to_owned(), words: Vec::new() };
        for word in words {
            match call.command.find_subcommand(word).filter(|_| call.words.iter().all(|word| word.starts_with('-'))) {
                Some(command) => {
                    call.command = command;
                    call.name = format!("{} {}", call.name, command.get_name());
                }
                None => call.words.push(word),
            }
        }
        call
    }

    fn unknown(&self, word: &str) -> String {
        let is_option = word.starts_with('-') && !word.contains(char::is_whitespace);
        if is_option { self.unknown_option(word) } else { self.one_too_many(word) }
    }

    fn unknown_option(&self, option: &str) -> String {
        if let Some(arg) = self.arg_in_front_of_number(option) {
            return self.bad_value(&shown(arg), option, "");
        }
        let long = option.trim_start_matches('-');
        let told = format!("`{}` has no {option}", self.name);
        if let Some(name) = self.positional(long) {
            return format!("{told}: {name} stands by itself\n{}", self.usage());
        }
        let owners = self.owners(long);
        if long == "force" && self.name.contains(" draft ") {
            return format!("{told}: it replaces no file. One that it wrote before, it brings up to date");
        }
        if let Some(meant) = self.format_called(long) {
            return format!("{told}; did you mean {meant}?");
        }
        if !owners.is_empty() {
            let more = owners.len().saturating_sub(MOST_OWNERS);
            let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
            let named = owners.iter().take(MOST_OWNERS).map(String::as_str).collect::<Vec<_>>().join(", ");
            return format!("{told}. Commands that have it: {named}{rest}");
        }
        let options = self.command.get_arguments().filter(|arg| !arg.is_hide_set()).filter_map(Arg::get_long);
        match nearest(long, options) {
            Some(near) => format!("{told}; did you mean --{near}?"),
            None => told,
        }
    }

    /// "--format html" for "--html", where the command has such a format.
    fn format_called(&self, value: &str) -> Option<String> {
        let takes = |arg: &&Arg| arg.get_possible_values().iter().any(|known| known.matches(value, true));
        let format = self.command.get_arguments().find(|arg| arg.get_long() == Some("format"));
        format.filter(takes).map(|_| format!("--format {value}"))
    }

    /// The value that stands without an option, where its name is `long`.
    fn positional(&self, long: &str) -> Option<String> {
        let named = self.command.get_positionals().filter(|arg| !arg.is_hide_set()).map(shown);
        named.into_iter().find(|name| name.eq_ignore_ascii_case(long))
    }

    /// The commands that have the option `long`.
    fn owners(&self, long: &str) -> Vec<String> {
        let own = |command: &&Command| command.get_arguments().any(|arg| arg.get_long() == Some(long));
        let mut owners = Vec::new();
        for command in self.root.get_subcommands() {
            owners.extend(std::iter::once(command).filter(own).map(|owner| owner.get_name().to_owned()));
            let below = command.get_subcommands().filter(own);
            owners.extend(below.map(|owner| format!("{} {}", command.get_name(), owner.get_name())));
        }
        owners.retain(|owner| !owner.starts_with("help"));
        owners
    }

    fn one_too_many(&self, word: &str) -> String {
        if word.starts_with('-') {
            // Of the word, the error holds only what stands before the first space.
            let whole =
                self.words.iter().find(|whole| whole.starts_with(word)).map_or_else(|| typed(word), |word| typed(word));
            return format!(
                "{whole} begins like an option. If it is meant as it stands, put -- in front:\n  {} -- {whole}",
                self.name
            );
        }
        if let Some((role, line)) = self.in_quotes() {
            return format!("\"{role}\" is one role, and its words belong together, in quotes:\n{line}");
        }
        format!("\"{word}\" is one word too many for `{}`\n{}", self.name, self.usage())
    }

    /// A role whose words stand apart, and the whole line with those of all roles in quotes.
    fn in_quotes(&self) -> Option<(String, String)> {
        let (mut words, mut first, mut rest) = (Vec::new(), None, &self.words[..]);
        while let Some(word) = rest.first() {
            let (word, count) = match role_of_words(rest) {
                Some((role, count)) => {
                    first.get_or_insert_with(|| role.clone());
                    (role, count)
                }
                None => ((*word).to_owned(), 1),
            };
            words.push(typed(&word));
            rest = &rest[count..];
        }
        Some((first?, format!("  {} {}", self.name, words.join(" "))))
    }

    fn no_command(&self, word: &str) -> String {
        let shown = typed(word);
        if may_be_file(word) {
            return format!(
                "a command comes first, and \"{word}\" is none:\n  rolefit fit {shown}\n  rolefit kpi-check ROLE {shown}"
            );
        }
        if is_role(word) {
            return format!("a command comes first, and \"{word}\" is a role:\n  rolefit show {shown}");
        }
        let told = format!("`{}` has no command \"{word}\"", self.name);
        match nearest(word, self.command.get_subcommands().map(Command::get_name)) {
            Some(near) => format!("{told}; did you mean `{} {near}`?", self.name),
            None => told,
        }
    }

    /// What is needed and was not typed, by an example.
    fn missing(&self, names: &[String]) -> String {
        let args: Vec<&Arg> = names.iter().filter_map(|name| self.argument(name)).collect();
        let wanted = args.iter().map(|arg| shown(arg)).collect::<Vec<_>>().join(" and ");
        let what = args.first().map(|arg| format!(": {}", meaning(arg))).unwrap_or_default();
        let told = format!("`{}` needs {wanted}{what}", self.name);
        let is_bare = self.words.iter().all(|word| word.starts_with('-'));
        let all_options = args.iter().all(|arg| arg.get_long().is_some());
        let example = if is_bare || !all_options { self.example() } else { Some(self.completed(&args)) };
        example.map_or_else(|| told.clone(), |example| format!("{told}. For example:\n{example}"))
    }

    fn argument(&self, name: &str) -> Option<&'c Arg> {
        let bare = name.split([' ', '=']).next().unwrap_or(name).trim_matches(['<', '>', '[', ']', '.']);

        let is_meant = |arg: &&Arg| match bare.strip_prefix("--") {
            Some(long) => arg.get_long() == Some(long),
            None => arg.get_long().is_none() && shown(arg).trim_end_matches('.') == bare,
        };
        self.command.get_arguments().find(is_meant)
    }

    /// The first line below "Examples:" in the help.
    fn example(&self) -> Option<String> {
        let help = self.command.get_after_help()?.to_string();
        help.lines().find(|line| line.trim_start().starts_with("rolefit ")).map(str::to_owned)
    }

    /// What was typed, with the options that are missing behind it.
    fn completed(&self, missing: &[&Arg]) -> String {
        let words = self.words.iter().map(|word| typed(word));
        let options = missing.iter().map(|arg| {
            let first = arg.get_possible_values().into_iter().next().map(|value| value.get_name().to_owned());
            let value = first.or_else(|| Some(arg.get_value_names()?.first()?.to_string())).unwrap_or_default();
            format!("--{} {value}", arg.get_long().unwrap_or_default())
        });
        format!("  {} {}", self.name, words.chain(options).collect::<Vec<_>>().join(" "))
    }

    fn no_value(&self, name: &str, value: &str, known: &[String]) -> String {
        let arg = self.argument(name);
        let name = arg.map_or_else(|| name.to_owned(), shown_bare);
        let value_name = arg.and_then(|arg| arg.get_value_names()?.first()).map(ToString::to_string);
        let list = if known.is_empty() { value_name.unwrap_or_default() } else { any_of(known) };
        if value.is_empty() {
            return format!("{name} needs {list} behind it");
        }
        let is_slip = |near: &&str| near.chars().next() == value.chars().next();
        match nearest(value, known.iter().map(String::as_str)).filter(is_slip) {
            Some(near) => format!("{name} is {list}, and not \"{value}\"; did you mean {near}?"),
            None => format!("{name} is {list}, and not \"{value}\""),
        }
    }

    /// The option behind which `number` stands, where it is one below 0.
    fn arg_in_front_of_number(&self, number: &str) -> Option<&'c Arg> {
        let digits = number.strip_prefix('-').filter(|digits| digits.starts_with(|c: char| c.is_ascii_digit()))?;
        let at =
            self.words.iter().position(|word| word.strip_prefix('-').is_some_and(|word| word.starts_with(digits)))?;
        self.argument(self.words.get(at.checked_sub(1)?)?).filter(|arg| arg.get_long().is_some())
    }

    fn bad_value(&self, name: &str, value: &str, why: &str) -> String {
        let name = self.argument(name).map_or_else(|| name.to_owned(), shown_bare);
        // What the values' own parsers say begins so; the rest is what Rust says of a text that is no whole number.
        let mend = match why {
            "" => "give a number, 0 or more",
            why if why.starts_with("give ") => why,
            _ => "give a whole number, 0 or more",
        };
        format!("{name} cannot be \"{value}\": {mend}")
    }

    fn conflict(&self, name: &str, other: &str) -> String {
        let shown = |name: &str| self.argument(name).map_or_else(|| name.to_owned(), shown_bare);
        let (name, other) = (shown(name), shown(other));
        if name == other || other.is_empty() {
            return format!("{name} is given twice, and counts once: leave one out");
        }
        format!("{name} and {other} do not go together: leave one out")
    }

    fn usage(&self) -> String {
        let usage = self.command.clone().render_usage().to_string();
        format!("  {}", usage.trim_start_matches("Usage: ").trim())
    }
}

/// An argument as messages name it: "FILE", "--for WHAT".
fn shown(arg: &Arg) -> String {
    let value = arg.get_value_names().and_then(|names| names.first()).map(ToString::to_string).unwrap_or_default();
    match arg.get_long() {
        Some(long) => format!("--{long} {value}").trim_end().to_owned(),
        None => value,
    }
}

/// The same without the value of an option.
fn shown_bare(arg: &Arg) -> String {
    arg.get_long().map_or_else(|| shown(arg), |long| format!("--{long}"))
}

/// What an argument is, in the first words of its help, with its values where they are few.
fn meaning(arg: &Arg) -> String {
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let first = help.split(';').next().unwrap_or_default();
    let first = first.split(". ").next().unwrap_or_default();
    let mut letters = first.chars();
    let first = letters.next().map(char::to_lowercase).into_iter().flatten().chain(letters).collect::<String>();
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    if values.is_empty() { first } else { format!("{first} ({})", any_of(&values)) }
}

fn any_of(values: &[String]) -> String {
    match values {
        [] => String::new(),
        [one] => one.clone(),
        [others @ .., last] => format!("{} or {last}", others.join(", ")),
    }
}
