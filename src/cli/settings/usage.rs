//! What is said where ROLE or a file is missing, or the two stand the wrong way round: what is wrong, and what to type.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use anyhow::{Error, anyhow};
use rolefit::config::{Config, FILE_NAME};
use rolefit::render::typed;
use rolefit::report::fit;
use rolefit::resume::{MOST_BYTES, reads_like_resume};

use crate::cli::input;

/// How many roles are proposed.
const MOST_PROPOSED: usize = 3;
/// A role is proposed whose fit is at least this share of the best.
const PROPOSED_SHARE: f32 = 0.25;

/// How a command is called, in messages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// With its subcommand, such as "draft lines".
    pub(crate) command: &'static str,
    /// What stands behind ROLE, by an example.
    pub(crate) behind: &'static str,
    /// The options that it cannot do without, with a space in front.
    pub(crate) options: &'static str,
}

impl Usage {
    /// Whether what stands behind ROLE is a resume.
    pub(super) fn takes_resume(&self) -> bool {
        self.behind == Self::of_resume("").behind
    }

    /// A command that takes a role alone.
    pub(crate) const fn of_role(command: &'static str) -> Self {
        Self { command, behind: "", options: "" }
    }

    /// A command that takes a role and a resume.
    pub(crate) const fn of_resume(command: &'static str) -> Self {
        Self { command, behind: "resume.md", options: "" }
    }

    /// A command that takes a role and what `behind` is an example of.
    pub(crate) const fn new(command: &'static str, behind: &'static str) -> Self {
        Self { command, behind, options: "" }
    }

    /// The command as it is typed for `role`; `behind` are the arguments that are known.
    pub(crate) fn line(&self, role: &str, behind: &[&str]) -> String {
        let behind = if behind.is_empty() { vec![self.behind] } else { behind.to_vec() };
        let words = std::iter::once(role).chain(behind).filter(|word| !word.is_empty()).map(typed);
        format!("  rolefit {} {}{}", self.command, words.collect::<Vec<_>>().join(" "), self.options)
    }

    /// No role is named; `behind` are the other arguments, and `resume` is one to propose roles for.
    pub(crate) fn role_wanted(&self, config: &Config, behind: &[&str], resume: Option<&Path>) -> Error {
        let fitting = resume.map(fitting).unwrap_or_default();
        let line = self.line(fitting.first().map_or("ROLE", String::as_str), behind);
        let proposed = match (resume, fitting.as_slice()) {
            (Some(resume), [_, ..]) => {
                let name = resume.to_string_lossy();
                let list = fitting.join(", ");
                format!("Roles that fit {name}: {list} (`rolefit fit {}` says why).\n", typed(&name))
            }
            _ => String::new(),
        };
        let saved = if config.path().is_empty() {
            format!("write it into a {FILE_NAME} (`rolefit init`)")
        } else {
            format!("write `role: …` into {}", config.path())
        };
        let missing = behind.iter().find(|name| resume.is_some() && **name != "-" && !Path::new(name).exists());
        let missing = missing.map(|name| format!(", and there is no file {name}")).unwrap_or_default();
        let posting = behind.first().filter(|_| behind.len() > 1 && resume.is_some_and(is_no_resume));
        let posting = posting.map_or_else(String::new, |name| {
            let name = typed(name);
            format!("If {name} is a posting, make a role of it first: rolefit import {name} -o my-role.yaml\n")
        });
        anyhow!(
            "no role is named{missing}. ROLE comes first:\n{line}\n{posting}{proposed}`rolefit roles` lists all roles. To name it once for all, {saved}"
        )
    }

    /// No resume is named behind `role`.
    pub(crate) fn resume_wanted(&self, role: &str, config: &Config) -> Error {
        let file = if config.path().is_empty() {
            format!("write it into a {FILE_NAME} (`rolefit init`)")
        } else {
            format!("write `resume: …` into {}", config.path())
        };
        anyhow!("no resume is named. Give its file:\n{}\nTo name it once for all, {file}", self.line(role, &[]))
    }

    /// There are more `resumes` than the command takes.
    pub(crate) fn one_resume_wanted(&self, role: &str, resumes: &[PathBuf]) -> Error {
        let names = resumes.iter().map(|path| path.to_string_lossy()).collect::<Vec<_>>();
        let line = self.line(role, &[names.first().map_or(self.behind, AsRef::as_ref)]);
        anyhow!("this is for one resume, and these are named: {}. Name one:\n{line}", names.join(", "))
    }

    /// The words of `role` stand apart, in front of `behind`.
    pub(super) fn unquoted(&self, role: &str, behind: &[&str]) -> Error {
        anyhow!("\"{role}\" is one role, and its words belong together, in quotes:\n{}", self.line(role, behind))
    }

    /// The role `role` stands behind, where it belongs in front of `behind`.
    pub(crate) fn swapped(&self, role: &str, behind: &[&str]) -> Error {
        anyhow!("\"{role}\" is a role, and ROLE comes first:\n{}", self.line(role, behind))
    }
}

/// Whether the file at `path` is there, and does not read like a resume.
fn is_no_resume(path: &Path) -> bool {
    let text = std::fs::File::open(path).and_then(|file| {
        let mut bytes = Vec::new();
        file.take(MOST_BYTES as u64).read_to_end(&mut bytes).map(|_| bytes)
    });
    text.is_ok_and(|bytes| !reads_like_resume(&path.to_string_lossy(), &bytes))
}

/// Whether what stands where ROLE may stand names a file or folder that is no role spec.
pub(crate) fn may_be_file(name: &str) -> bool {
    let path = Path::new(name);
    match path.extension() {
        _ if name == "-" => true,
        // A name goes before a path, and a spec needs no ending.
        None if path.is_file() => !input::reads_like_spec(path) && input::role_called(name).is_none(),
        Some(_) if path.is_file() => !input::reads_like_spec(path),
        Some(ending) if !path.exists() => is_of_resume(&ending.to_string_lossy()) && !is_role(name),
        _ => path.exists() && !is_role(name),
    }
}

/// Whether `name` names a role, and no file.
pub(crate) fn is_role(name: &str) -> bool {
    !Path::new(name).is_file() && input::role_called(name).is_some()
}

/// The role whose name the first two or more of `words` are, and how many; none of them is a file.
pub(crate) fn role_of_words(words: &[&str]) -> Option<(String, usize)> {
    const MOST_WORDS: usize = 6;
    let is_free =
        |word: &&&str| !word.starts_with('-') && word.contains(char::is_alphanumeric) && !Path::new(word).exists();
    let free = words.iter().take_while(is_free).count();
    let count = (2..=free.min(MOST_WORDS)).rev().find(|count| is_role(&words[..*count].join(" ")))?;
    Some((words[..count].join(" "), count))
}

/// The role that stands among what belongs behind it.
pub(super) fn role_among(files: &[PathBuf]) -> Option<String> {
    files.iter().map(|file| file.to_string_lossy()).find(|name| is_role(name)).map(std::borrow::Cow::into_owned)
}

fn is_of_resume(ending: &str) -> bool {
    const NO_SPEC: [&str; 11] = ["md", "markdown", "txt", "pdf", "docx", "doc", "odt", "rtf", "html", "tex", "json"];
    NO_SPEC.contains(&ending.to_lowercase().as_str())
}

/// The ids of the roles that the resume at `path` fits best; none where it cannot be read.
pub(crate) fn fitting(path: &Path) -> Vec<String> {
    if !path.is_file() {
        return Vec::new();
    }
    let report = input::resume_called(&path.to_string_lossy(), path, None)
        .ok()
        .and_then(|resume| fit(&input::every_role().ok()?, &resume).ok());
    let roles = report.map(|report| report.top(MOST_PROPOSED).roles).unwrap_or_default();
    let best = roles.first().map_or(0.0, |role| role.fit.0);
    roles.into_iter().filter(|role| role.fit.0 >= best * PROPOSED_SHARE).map(|role| role.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_can_be_pasted() {
        let usage = Usage { options: " --for lines", ..Usage::of_resume("prompt") };
        assert_eq!(usage.line("teacher", &[]), "  rolefit prompt teacher resume.md --for lines");
        assert_eq!(usage.line("teacher", &["my cv.md"]), "  rolefit prompt teacher \"my cv.md\" --for lines");
        assert_eq!(Usage::of_role("show").line("ROLE", &[]), "  rolefit show ROLE");
    }

    #[test]
    fn a_role_is_no_file_and_a_file_that_is_missing_is_no_role() {
        assert!(may_be_file("-") && may_be_file("gone.pdf") && may_be_file("examples/resume.md"));
        assert!(!may_be_file("teacher") && !may_be_file("techer") && !may_be_file("roles/teacher.yaml"));
        assert!(is_role("Teacher") && !is_role("examples/resume.md"));
    }
}
