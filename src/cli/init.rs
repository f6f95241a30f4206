use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Component, Path};

use anyhow::{Context, Result, bail};
use rolefit::config::{FILE_NAME, template};
use rolefit::render::plain;
use rolefit::role::{CriterionKind, Role};

use super::settings::fitting;
use super::target::Target;
use super::{Answer, complete, input};

#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  rolefit init
  rolefit init --role back-end-developer --resume resume.md

Writes rolefit.yaml into the folder you stand in. It asks for what is left out,
where there is a terminal to ask on; with --role it asks nothing.

Of several such files the nearest to the resume counts: in its folder or above
it, else in the folder you stand in or above.")]
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
    if !args.force && Path::new(FILE_NAME).symlink_metadata().is_ok() {
        bail!("{FILE_NAME}: this folder has one already. Edit it, or say --force to replace it");
    }
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

/// Role and resumes, asked on the terminal.
fn asked() -> Result<(String, Vec<String>)> {
    if !io::stdin().is_terminal() {
        bail!("no role is named. Give --role (`rolefit roles` lists them)");
    }
    ask(&mut io::stdin().lock(), &mut io::stderr())
}

/// Asks for the resume, then for the role, with those that fit the resume as proposals. What cannot be taken is said, and
/// asked for again; the end of the input ends it.
fn ask(answers: &mut dyn BufRead, screen: &mut dyn Write) -> Result<(String, Vec<String>)> {
    let mut question = "Resume (a file in this folder; Enter for none yet): ".to_owned();
    let resume = loop {
        let resume = answer(&question, answers, screen)?.unwrap_or_default();
        match below(&resume) {
            Err(error) => question = format!("{error}\nResume: "),
            Ok(()) if resume.is_empty() || Path::new(&resume).exists() => break resume,
            Ok(()) => question = format!("{resume}: there is no such file in this folder.\nResume: "),
        }
    };
    let fitting = fitting(Path::new(&resume));
    question = match fitting.as_slice() {
        [] => "Role (its title or id, or the path of a role spec): ".to_owned(),
        [best, ..] => format!("Roles that fit it: {}\nRole (Enter for {best}): ", fitting.join(", ")),
    };
    loop {
        let Some(typed) = answer(&question, answers, screen)? else {
            bail!("no role is named. `rolefit roles` lists them");
        };
        let role = if typed.is_empty() { fitting.first().cloned().unwrap_or_default() } else { typed };
        match input::find_role(&role) {
            _ if role.is_empty() => "Role (`rolefit roles` lists them): ".clone_into(&mut question),
            Ok(_) => return Ok((role, if resume.is_empty() { Vec::new() } else { vec![resume] })),
            Err(error) => question = format!("{}\nRole: ", error.to_string().lines().next().unwrap_or_default()),
        }
    }
}

/// What is answered to a question; none at the end of the input.
fn answer(question: &str, answers: &mut dyn BufRead, screen: &mut dyn Write) -> Result<Option<String>> {
    let question = question.split('\n').map(plain).collect::<Vec<_>>().join("\n");
    write!(screen, "{question}").and_then(|()| screen.flush()).context("standard error cannot be written to")?;
    let mut answer = String::new();
    let read = answers.read_line(&mut answer).context("standard input cannot be read")?;
    Ok((read > 0).then(|| answer.trim().to_owned()))
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

#[cfg(test)]
mod tests {
    use super::ask;

    /// What comes of these answers, and what was asked.
    fn asked(answers: &str) -> (Result<(String, Vec<String>), String>, String) {
        let mut screen = Vec::new();
        let told = ask(&mut answers.as_bytes(), &mut screen).map_err(|error| error.to_string());
        (told, String::from_utf8(screen).expect("UTF-8"))
    }

    #[test]
    fn enter_takes_the_role_that_fits_the_resume() {
        let (told, screen) = asked("examples/resume.md\n\n");
        assert_eq!(told, Ok(("back-end-developer".to_owned(), vec!["examples/resume.md".to_owned()])));
        assert!(screen.contains("Roles that fit it: back-end-developer"), "{screen}");
    }

    #[test]
    fn what_cannot_be_taken_is_asked_for_again() {
        let (told, screen) = asked("gone.md\n../x.md\n\n\ntecher\nTeacher\n");
        assert_eq!(told, Ok(("Teacher".to_owned(), Vec::new())));
        for said in ["gone.md: there is no such file", "../x.md: rolefit.yaml names files", "did you mean \"teacher\"?"]
        {
            assert!(screen.contains(said), "{said}: {screen}");
        }
    }

    #[test]
    fn the_end_of_the_input_ends_it() {
        assert!(asked("").0.is_err_and(|error| error.contains("no role is named")));
        assert!(asked("\ntecher\n").0.is_err_and(|error| error.contains("no role is named")));
    }
}
