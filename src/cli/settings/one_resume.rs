//! `[RESUME]`, in commands that read one resume, with what was left out filled in.

use std::path::{Path, PathBuf};

use anyhow::Result;
use rolefit::config::Config;
use rolefit::report::ResumeFormat;
use rolefit::resume::Resume;

use super::usage::Usage;
use super::{ConfigArg, resumes_in};
use crate::cli::args::{TagArg, resume_formats};
use crate::cli::{complete, input};

/// One resume, in commands that take no role.
#[derive(Debug, clap::Args)]
pub(crate) struct OneResumeArg {
    /// The resume's file; "-" for standard input; may be left out where rolefit.yaml names it
    #[arg(value_name = "RESUME", add = complete::resume())]
    resume: Option<PathBuf>,
    /// What does not belong here: taken, so that the message can say what does.
    #[arg(hide = true)]
    rest: Vec<PathBuf>,
    #[command(flatten)]
    reading: ReadingArg,
}

/// How resumes are read, in every command that takes files of resumes.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ReadingArg {
    /// Read every resume as this format, whatever its name and content say
    #[arg(long, value_name = "FORMAT", value_parser = resume_formats())]
    pub(crate) input_format: Option<ResumeFormat>,
    #[command(flatten)]
    pub(crate) tags: TagArg,
    #[command(flatten)]
    pub(crate) config: ConfigArg,
}

impl OneResumeArg {
    /// All that was named, as it was typed.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.resume.iter().chain(&self.rest).filter_map(|path| path.to_str()).collect()
    }

    /// Reads the resume that is named, else that of the configuration.
    pub(crate) fn read(&self, usage: Usage) -> Result<Resume> {
        let config = self.reading.config.for_resume(self.resume.as_deref().unwrap_or(Path::new(".")))?;
        let named: Vec<PathBuf> = self.resume.iter().chain(&self.rest).cloned().collect();
        let path = one_resume(usage, "", &named, &config)?;
        let resume = input::resume_called(&path.to_string_lossy(), &path, self.reading.input_format)?;
        input::for_targets(resume, &self.reading.tags.or(&config))
    }
}

/// The one resume of those that were `named`, else of the configuration; `role` stands in front of it.
pub(super) fn one_resume(usage: Usage, role: &str, named: &[PathBuf], config: &Config) -> Result<PathBuf> {
    let resumes = if named.is_empty() { resumes_in(config)? } else { named };
    match resumes {
        [] => Err(usage.resume_wanted(role, config)),
        [folder] if named.is_empty() && folder.is_dir() => {
            let message = format!("this is a folder, and `rolefit {}` is for one resume", usage.command);
            let mend = format!("name a file in it, here or behind `rolefit {}`", usage.command);
            Err(config
                .resume_fault(folder, message, Some(mend))
                .map_or_else(|| usage.resume_wanted(role, config), Into::into))
        }
        [resume] => Ok(resume.clone()),
        several => Err(usage.one_resume_wanted(role, several)),
    }
}
