//! What the command line leaves out and the nearest `rolefit.yaml` says.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use rolefit::config::{Config, FILE_NAME, find};
use rolefit::role::Role;

use super::{complete, input};

/// Which configuration is heeded, in every command that heeds one.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct ConfigArg {
    /// Heed this configuration and not the nearest rolefit.yaml
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
    /// The configuration for work in `folder`; an empty one where there is none.
    pub(crate) fn near(&self, folder: &Path) -> Result<Config> {
        if self.no_config {
            return Ok(Config::default());
        }
        if let Some(path) = &self.config {
            return Ok(Config::read(path)?);
        }
        match find(folder, env::home_dir().as_deref()) {
            Some(path) => Ok(Config::read(&shortened(path))?),
            None => Ok(Config::default()),
        }
    }

    /// The configuration for work on the resume at `path`.
    pub(crate) fn for_resume(&self, path: &Path) -> Result<Config> {
        self.near(folder_of(path))
    }
}

impl OptionalRoleArg {
    /// The role that is named, else that of the configuration for the folder one stands in.
    pub(crate) fn role(&self) -> Result<Role> {
        match &self.role {
            Some(name) => input::find_role(name),
            None => input::find_role(&role_of(&self.config.near(Path::new("."))?)?),
        }
    }
}

/// A role and resumes as they were typed, with what was left out filled in.
pub(crate) struct RoleAndResumes {
    pub(crate) role: String,
    pub(crate) resumes: Vec<PathBuf>,
    pub(crate) config: Config,
}

impl RoleAndResumes {
    /// `[ROLE] [RESUME]...`: what stands where a role may stand is a resume, where a configuration names the role and it
    /// is a file or a folder that no role could be.
    pub(crate) fn new(first: Option<&str>, resumes: &[PathBuf], arg: &ConfigArg) -> Result<Self> {
        let near = match (first, resumes.first()) {
            (_, Some(resume)) => resume.as_path(),
            (Some(first), None) if may_be_resume(first) => Path::new(first),
            _ => Path::new("."),
        };
        let config = arg.for_resume(near)?;
        let (role, named) = match first {
            None => (role_of(&config)?, Vec::new()),
            Some(first) if config.role.is_some() && may_be_resume(first) => {
                let named = std::iter::once(PathBuf::from(first)).chain(resumes.iter().cloned());
                (role_of(&config)?, named.collect())
            }
            Some(first) => (first.to_owned(), resumes.to_vec()),
        };
        let resumes = if named.is_empty() { config.resumes.clone() } else { named };
        Ok(Self { role, resumes, config })
    }
}

/// The role that the configuration names.
pub(crate) fn role_of(config: &Config) -> Result<String> {
    match &config.role {
        Some(role) => Ok(role.clone()),
        None if config.path().is_empty() => bail!(
            "no role is named. Give ROLE (`rolefit roles` lists them), or write it into a {FILE_NAME} (`rolefit init`)"
        ),
        None => bail!("no role is named. Give ROLE (`rolefit roles` lists them), or `role: …` in {}", config.path()),
    }
}

fn may_be_resume(name: &str) -> bool {
    let path = Path::new(name);
    let yaml = path.extension().is_some_and(|ending| ending == "yaml" || ending == "yml");
    name == "-" || path.is_file() && !yaml || path.is_dir() && input::find_role(name).is_err()
}

/// The folder that a resume stands in; a folder of resumes is its own.
fn folder_of(path: &Path) -> &Path {
    if path.is_dir() {
        return path;
    }
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// The path from the folder one stands in, where it is below it.
fn shortened(path: PathBuf) -> PathBuf {
    let here = env::current_dir().and_then(|here| here.canonicalize());
    let below = here.ok().and_then(|here| path.strip_prefix(here).ok().map(Path::to_path_buf));
    below.unwrap_or(path)
}
