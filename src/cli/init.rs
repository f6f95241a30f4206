use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Component, Path};

use anyhow::{Context, Result, bail};
use rolefit::config::{FILE_NAME, template};
use rolefit::role::{CriterionKind, Role};

use super::target::Target;
use super::{Answer, complete, input};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit init
  rolefit init --role back-end-developer --resume resume.md

Writes rolefit.yaml into the folder you stand in. It asks for what is left out,
where there is a terminal to ask on; with --role it asks nothing.")]
pub(crate) struct InitArgs {
    /// Id, title or alias of a role, or the path of a role spec (.yaml) in this folder
    #[arg(long, value_name = "ROLE", add = complete::role())]
    role: Option<String>,
    /// A resume in this folder; may be given more than once
    #[arg(long, value_name = "RESUME", add = complete::resume())]
    resume: Vec<String>,
    /// Replace the rolefit.yaml that is there
    #[arg(long)]
    force: bool,
}

pub(crate) fn run(args: InitArgs) -> Result<Answer> {
    let target = Target::new::<&str>(Path::new(FILE_NAME), args.force, &[])?;
    let (role, resumes) = match args.role {
        Some(role) => (role, args.resume),
        None if !args.resume.is_empty() => bail!("--resume needs --role. `rolefit roles` lists the roles"),
        None => asked()?,
    };
    for path in resumes.iter().chain(has_yaml_ending(&role).then_some(&role)) {
        below(path)?;
    }
    let found = input::find_role(&role)?;
    if let Some(missing) = resumes.iter().find(|resume| !Path::new(resume).exists()) {
        bail!("{missing}: there is no such file. Name a resume in this folder");
    }
    let name = if has_yaml_ending(&role) { role } else { found.id.clone() };
    target.write(&template(&name, &resumes, &kpis(&found)))?;
    let next = if resumes.is_empty() { "rolefit kpi-check RESUME" } else { "rolefit kpi-check" };
    Ok(format!("{FILE_NAME} is written for {}. Next: {next}\n", found.spec.title).into())
}

fn kpis(role: &Role) -> Vec<String> {
    let kpis = role.criteria().into_iter().filter(|criterion| criterion.kind == CriterionKind::Kpi);
    kpis.map(|kpi| kpi.id).collect()
}

/// Role and resume, asked on the terminal.
fn asked() -> Result<(String, Vec<String>)> {
    if !io::stdin().is_terminal() {
        bail!("no role is named. Give --role (`rolefit roles` lists them)");
    }
    let role = ask("Role (id, title, alias or path of a role spec): ")?;
    if role.is_empty() {
        bail!("no role is named. `rolefit roles` lists them");
    }
    let resume = ask("Resume (a file in this folder; empty for none): ")?;
    Ok((role, if resume.is_empty() { Vec::new() } else { vec![resume] }))
}

fn ask(question: &str) -> Result<String> {
    let mut screen = io::stderr();
    write!(screen, "{question}").and_then(|()| screen.flush()).context("standard error cannot be written to")?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer).context("standard input cannot be read")?;
    Ok(answer.trim().to_owned())
}

/// Refuses a path that the file may not name.
fn below(path: &str) -> Result<()> {
    let within = |part| matches!(part, Component::Normal(_) | Component::CurDir);
    if !Path::new(path).components().all(within) {
        bail!("{path}: {FILE_NAME} names files in its folder or below it. Go to the folder that holds them all");
    }
    Ok(())
}

fn has_yaml_ending(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "yaml" || ending == "yml")
}
