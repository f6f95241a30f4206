//! `[ROLE] [FILE]...`, with what was left out filled in.

use std::path::{Path, PathBuf};

use anyhow::Result;
use rolefit::config::Config;
use rolefit::report::ResumeFormat;
use rolefit::resume::Resume;
use rolefit::role::Role;

use super::one_resume::{ReadingArg, one_resume};
use super::usage::{Usage, may_be_file, role_among, role_of_words};
use super::{ConfigArg, resumes_in, role_in};
use crate::cli::args::TagArg;
use crate::cli::{complete, input};

/// A role and files as they were typed, with the role that was left out filled in.
pub(crate) struct RoleAndFiles {
    pub(crate) role: String,
    pub(crate) files: Vec<PathBuf>,
    pub(crate) config: Config,
}

impl RoleAndFiles {
    /// What stands where the role may stand is a file, where no role could be called so.
    pub(crate) fn new(usage: Usage, first: Option<&str>, rest: &[PathBuf], arg: &ConfigArg) -> Result<Self> {
        let (role, first) = match first {
            Some(first) if may_be_file(first) => (None, Some(PathBuf::from(first))),
            role => (role, None),
        };
        let files: Vec<PathBuf> = first.iter().chain(rest).cloned().collect();
        let near = files.first().map_or(Path::new("."), PathBuf::as_path);
        let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
        let mut names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        if let (Some(_), Some(role)) = (&first, role_among(rest)) {
            names.retain(|name| *name != role);
            return Err(usage.swapped(&role, &names));
        }
        let words: Vec<&str> = role.iter().chain(&names).copied().collect();
        if let (Some(_), Some((role, count))) = (role, role_of_words(&words)) {
            return Err(usage.unquoted(&role, &words[count..]));
        }
        let config = arg.for_resume(near)?;
        let configured = if role.is_some() { None } else { role_in(&config)? };
        let Some(role) = role.or(configured.as_deref()) else {
            let resume = files.first().filter(|_| usage.takes_resume());
            return Err(usage.role_wanted(&config, &names, resume.map(PathBuf::as_path)));
        };
        Ok(Self { role: role.to_owned(), files, config })
    }

    /// The resumes that were named, else those of the configuration.
    pub(crate) fn resumes(&self, usage: Usage) -> Result<Vec<PathBuf>> {
        let resumes = if self.files.is_empty() { resumes_in(&self.config)? } else { &self.files };
        if resumes.is_empty() {
            return Err(usage.resume_wanted(&self.role, &self.config));
        }
        Ok(resumes.to_vec())
    }
}

/// The role and the resume, in commands that hold one resume against a role.
#[derive(Debug, clap::Args)]
pub(crate) struct RoleAndResumeArg {
    /// Id, title or alias of a role in any case, or the path of a role spec (.yaml); may be left out where rolefit.yaml
    /// names it
    #[arg(value_name = "ROLE", add = complete::role())]
    role: Option<String>,
    /// The resume's file; "-" for standard input; may be left out where rolefit.yaml names it
    #[arg(value_name = "RESUME", add = complete::resume())]
    resume: Option<PathBuf>,
    #[command(flatten)]
    reading: ReadingArg,
}

/// A role and one resume, by name.
pub(crate) struct RoleAndResume {
    pub(crate) role: String,
    pub(crate) resume: String,
    pub(crate) config: Config,
    format: Option<ResumeFormat>,
    tags: TagArg,
}

impl RoleAndResumeArg {
    /// The names, with what was left out filled in.
    pub(crate) fn named(&self, usage: Usage) -> Result<RoleAndResume> {
        let ReadingArg { input_format, tags, config } = &self.reading;
        let named = RoleAndFiles::new(usage, self.role.as_deref(), self.resume.as_slice(), config)?;
        let resume = one_resume(usage, &named.role, &named.files, &named.config)?;
        Ok(RoleAndResume {
            resume: resume.to_string_lossy().into_owned(),
            role: named.role,
            format: *input_format,
            tags: tags.or(&named.config),
            config: named.config,
        })
    }
}

impl RoleAndResume {
    /// Reads both.
    pub(crate) fn read(&self) -> Result<(Role, Resume)> {
        let role = input::find_role(&self.role)?;
        let resume = input::resume_called(&self.resume, Path::new(&self.resume), self.format)?;
        Ok((role, input::for_targets(resume, &self.tags)?))
    }
}
