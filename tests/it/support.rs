//! Runs the program and keeps what it said.

use std::path::{Path, PathBuf};

use assert_cmd::cargo_bin_cmd;
use rolefit::role::{Catalogue, Role};
use serde_json::Value;
use tempfile::TempDir;

/// What one run said.
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Run {
    /// Standard output of a run that must have gone well.
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.status, 0, "{}", self.err);
        assert_eq!(self.err, "");
        self.out
    }

    /// The same as JSON.
    pub(crate) fn json(self) -> Value {
        serde_json::from_str(&self.ok()).expect("JSON")
    }

    /// Standard error of a run that must have ended with 2, saying nothing on standard output.
    pub(crate) fn refused(self) -> String {
        assert_eq!((self.status, self.out.as_str()), (2, ""), "{}", self.err);
        assert!(self.err.starts_with("error: ") && !self.err.contains("panicked"), "{}", self.err);
        self.err
    }
}

pub(crate) fn rolefit(args: &[&str]) -> Run {
    with(args, "", &[])
}

/// Runs in another folder.
pub(crate) fn rolefit_in(folder: &Path, args: &[&str]) -> Run {
    run(program().current_dir(folder).args(args))
}

/// Runs with `input` on standard input and these variables.
pub(crate) fn with(args: &[&str], input: &str, variables: &[(&str, &str)]) -> Run {
    run(program().envs(variables.iter().copied()).args(args).write_stdin(input))
}

fn program() -> assert_cmd::Command {
    let mut command = cargo_bin_cmd!("rolefit");
    for variable in ["COLUMNS", "NO_COLOR", "CLICOLOR_FORCE", "RUST_BACKTRACE"] {
        command.env_remove(variable);
    }
    // Nobody's own roles take part.
    command.env("ROLEFIT_ROLES", "");
    command
}

fn run(command: &mut assert_cmd::Command) -> Run {
    let output = command.output().expect("the program runs");
    Run {
        status: output.status.code().expect("a status"),
        out: String::from_utf8(output.stdout).expect("UTF-8"),
        err: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder with one file in it; the path is that of the file.
pub(crate) fn file(name: &str, content: impl AsRef<[u8]>) -> (TempDir, String) {
    let folder = TempDir::new().expect("a folder");
    let path: PathBuf = folder.path().join(name);
    std::fs::write(&path, content).expect("written");
    let path = path.to_str().expect("UTF-8").to_owned();
    (folder, path)
}

/// The ids, names and such of a list of objects.
pub(crate) fn all<'v>(list: &'v Value, key: &str) -> Vec<&'v str> {
    let list = list.as_array().expect("a list");
    list.iter().map(|object| object[key].as_str().expect("a text")).collect()
}

/// All roles that are built in.
pub(crate) fn every_role() -> Vec<Role> {
    let catalogue = Catalogue::built_in();
    catalogue.roles().iter().map(|role| catalogue.find(&role.id).expect("a role")).collect()
}
