//! What the command line leaves out and the nearest `rolefit.yaml` says.

mod one_resume;
mod role_and_files;
mod usage;

pub(crate) use one_resume::{OneResumeArg, ReadingArg};
pub(crate) use role_and_files::{RoleAndFiles, RoleAndResumeArg};
pub(crate) use rolefit::render::typed;
pub(crate) use usage::{Usage, fitting, is_role, may_be_file, role_of_words};

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow};
use rolefit::config::{Config, find};
use rolefit::role::{FindError, Role};

use super::{complete, input};

/// Which configuration is heeded, in every command that heeds one.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ConfigArg {
    /// Heed this configuration and not the nearest rolefit.yaml: in the resume's folder or above it, else in the one you
    /// stand in or above
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    config: Option<PathBuf>,
    /// Heed no rolefit.yaml
    #[arg(long)]
    no_config: bool,
}

/// The role, in commands whose role the configuration may name.
#[derive(Debug, clap::Args)]
pub(crate) struct OptionalRoleArg {
    /// Id, title or alias of a role in any case, or the path of a role spec (.yaml); may be left out where rolefit.yaml
    /// names it
    #[arg(value_name = "ROLE", add = complete::role())]
    role: Option<String>,
    #[command(flatten)]
    config: ConfigArg,
}

impl ConfigArg {
    /// The configuration for work in `folder`: the nearest there or above, else where one stands or above; an empty one
    /// where there is none.
    pub(crate) fn near(&self, folder: &Path) -> Result<Config> {
        if self.no_config {
            return Ok(Config::default());
        }
        if let Some(path) = &self.config {
            return Ok(Config::read(path)?);
        }
        let home = env::home_dir();
        let nearest = [folder, Path::new(".")].into_iter().find_map(|folder| find(folder, home.as_deref()));
        let Some(path) = nearest else { return Ok(Config::default()) };
        // Nobody named this file, and what was asked for may need nothing of it.
        Config::read(&shortened(path)).map_err(|error| anyhow!("{error}\n`--no-config` goes on without this file"))
    }

    /// The configuration for work on the resume at `path`.
    pub(crate) fn for_resume(&self, path: &Path) -> Result<Config> {
        self.near(folder_of(path))
    }
}

impl OptionalRoleArg {
    /// The role that is named, else that of the configuration for the folder one stands in.
    pub(crate) fn role(&self, usage: Usage) -> Result<Role> {
        input::find_role(&self.name(usage)?)
    }

    /// The configuration for the folder one stands in.
    pub(crate) fn config(&self) -> Result<Config> {
        self.config.near(Path::new("."))
    }

    /// How it is named.
    pub(crate) fn name(&self, usage: Usage) -> Result<String> {
        if let Some(name) = &self.role {
            return Ok(name.clone());
        }
        let config = self.config()?;
        role_in(&config)?.ok_or_else(|| usage.role_wanted(&config, &[], None))
    }
}

/// How the configuration names the role, if it does. One that there is not is shown where it stands.
pub(crate) fn role_in(config: &Config) -> Result<Option<String>> {
    let Some(name) = &config.role else { return Ok(None) };
    let Err(FindError::Unknown { nearest, .. }) = input::catalogue()?.find(name) else { return Ok(Some(name.clone())) };
    let mend = match nearest.first() {
        Some(nearest) => format!("did you mean `{nearest}`? `rolefit roles` lists all"),
        None => "`rolefit roles` lists all".to_owned(),
    };
    match config.role_fault(format!("no role is called `{name}`"), Some(mend)) {
        Some(fault) => Err(fault.into()),
        None => Ok(Some(name.clone())),
    }
}

/// The resumes that the configuration names. One that is not there is shown where it stands.
pub(crate) fn resumes_in(config: &Config) -> Result<&[PathBuf]> {
    let fault = |path: &PathBuf| {
        let message = format!("{}: there is no such file", path.display());
        config.resume_fault(path, message, Some("name a resume's file, from this file's folder on".to_owned()))
    };
    match config.resumes.iter().filter(|path| !path.exists()).find_map(fault) {
        Some(fault) => Err(fault.into()),
        None => Ok(&config.resumes),
    }
}

/// The one resume that the configuration names; none where it names several or a folder.
pub(crate) fn resume_in(config: &Config) -> Result<Option<String>> {
    match resumes_in(config)? {
        [path] if path.is_file() => Ok(Some(path.to_string_lossy().into_owned())),
        _ => Ok(None),
    }
}

/// The folder that a resume stands in; a folder of resumes is its own.
fn folder_of(path: &Path) -> &Path {
    if path.is_dir() {
        return path;
    }
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path from the folder one stands in, where the two have more in common than the root.
fn shortened(path: PathBuf) -> PathBuf {
    let Ok(here) = env::current_dir().and_then(|here| here.canonicalize()) else { return path };
    let shared = here.ancestors().enumerate().filter(|(_, folder)| folder.parent().is_some());
    let mut relative = shared.filter_map(|(steps, folder)| Some((steps, path.strip_prefix(folder).ok()?)));
    match relative.next() {
        Some((steps, below)) => std::iter::repeat_n("..", steps).collect::<PathBuf>().join(below),
        None => path,
    }
}
