//! `--watch`: checks again on every save and tells what changed since the last time.

use std::path::{Path, PathBuf};
use std::sync::mpsc::Receiver;
use std::time::Duration;

use anyhow::{Result, bail};
use rolefit::render::table;
use rolefit::report::{CheckReport, DiffReport};

use super::{KpiCheckArgs, single};
use crate::cli::Answer;
use crate::cli::output::{self, Reader};
use crate::cli::report_format::ReportFormat;
use crate::cli::saves::{Signal, signals};

/// Signals that follow each other so soon are one.
const QUIET: Duration = Duration::from_millis(20);

/// What is told of one check.
enum Told<'a> {
    /// The first.
    First(&'a CheckReport),
    /// The role is another, or asks for other criteria: there is nothing to compare with.
    OtherRole(&'a CheckReport),
    /// Something is different from the one before.
    Changed(&'a DiffReport),
    /// Nothing is.
    Same,
    /// There is nothing to check, as in the middle of writing; the next save may mend it.
    Failed(&'a anyhow::Error),
}

pub(super) fn run(args: &KpiCheckArgs) -> Result<Answer> {
    if args.format.is_some_and(|format| format != ReportFormat::Table) {
        bail!("--watch shows what changed, for reading. Leave --format out");
    }
    let completed = args.completed()?;
    let [resume] = completed.resumes.as_slice() else { bail!("--watch is for one resume. Name one") };
    if resume == Path::new("-") || resume.is_dir() {
        bail!("{}: --watch is for a file. Name one", resume.display());
    }
    // All is read anew: the configuration and the role's spec may be what was saved.
    let check = || {
        let args = args.completed()?;
        single::report(&args, resume, &args.checker(&args.role()?)?)
    };
    // Watched before the first look, so that no save falls between the two.
    let files =
        files(resume, &[completed.role.as_deref().unwrap_or_default(), completed.configured.path()].map(Path::new));
    let names = files.iter().map(|file| file.to_string_lossy()).collect::<Vec<_>>().join(", ");
    let signals = signals(files)?;
    follow(&signals, QUIET, check, |told| {
        tell(&told)?;
        output::watching(&format!("{names} (Ctrl-C ends)"));
        Ok(())
    })?;
    Ok(String::new().into())
}

/// Checks at once and after every save until it is told to stop.
fn follow(
    signals: &Receiver<Signal>,
    quiet: Duration,
    mut check: impl FnMut() -> Result<CheckReport>,
    mut tell: impl FnMut(Told<'_>) -> Result<()>,
) -> Result<()> {
    let mut last = check()?;
    tell(Told::First(&last))?;
    while next_save(signals, quiet) {
        match check() {
            Err(error) => tell(Told::Failed(&error))?,
            Ok(report) if !asks_alike(&last, &report) => {
                tell(Told::OtherRole(&report))?;
                last = report;
            }
            Ok(report) => {
                let diff = DiffReport::new(&last, &report);
                tell(if diff.is_empty() { Told::Same } else { Told::Changed(&diff) })?;
                last = report;
            }
        }
    }
    Ok(())
}

/// Whether two checks are of the same criteria of the same role.
fn asks_alike(one: &CheckReport, other: &CheckReport) -> bool {
    let asked = |report: &CheckReport| report.criteria.iter().map(|it| (it.kind, it.id.clone())).collect::<Vec<_>>();
    one.role.id == other.role.id && asked(one) == asked(other)
}

/// Waits for a save and until it is over; false where the watching ends.
fn next_save(signals: &Receiver<Signal>, quiet: Duration) -> bool {
    let mut signal = signals.recv();
    loop {
        match signal {
            Ok(Signal::Saved) => {}
            Ok(Signal::Stop) | Err(_) => return false,
        }
        match signals.recv_timeout(quiet) {
            Ok(next) => signal = Ok(next),
            Err(_) => return true,
        }
    }
}

fn tell(told: &Told<'_>) -> Result<()> {
    let text = match told {
        Told::First(report) => table::check(report, output::width()),
        Told::OtherRole(report) => {
            format!("\nThe role changed, and is checked anew.\n\n{}", table::check(report, output::width()))
        }
        Told::Changed(diff) => format!("\n{}", table::diff(diff, output::width())),
        Told::Same => "\nNothing changed.\n".to_owned(),
        Told::Failed(error) => {
            output::error(error);
            return Ok(());
        }
    };
    output::print(&text, Reader::Person { pager: false })
}

/// The files whose saves matter: those of them that are files.
fn files(resume: &Path, others: &[&Path]) -> Vec<PathBuf> {
    let others = others.iter().filter(|path| path.is_file()).map(|path| path.to_path_buf());
    std::iter::once(resume.to_path_buf()).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use anyhow::anyhow;
    use rolefit::report::{Change, DEFAULT_MIN_SCORE, check};
    use rolefit::resume;
    use rolefit::role::{Role, parse};

    use super::*;

    fn checked(line: &str) -> Result<CheckReport> {
        let spec = "title: T\nkpis:\n  - name: Code reviews\n    keywords: [code reviews]\n";
        let role = Role { id: "t".into(), spec: parse(spec, "t.yaml").expect("a spec") };
        let resume = resume::read("r.txt", line.as_bytes(), Some(resume::Format::Text))?;
        Ok(check(&role, &resume, DEFAULT_MIN_SCORE)?)
    }

    /// What is told where the file holds one of `saved` after another and these signals come.
    fn told(signals: &[Signal], saved: &[&str]) -> Vec<String> {
        let (sender, receiver) = channel();
        for signal in signals {
            sender.send(*signal).expect("sent");
        }
        drop(sender);
        let mut saved = saved.iter();
        let mut all = Vec::new();
        let check = || saved.next().map_or_else(|| Err(anyhow!("no more")), |line| checked(line));
        follow(&receiver, Duration::ZERO, check, |told| {
            all.push(match told {
                Told::First(report) => format!("first {}", report.coverage.kpis.covered),
                Told::OtherRole(report) => format!("other role of {}", report.criteria.len()),
                Told::Changed(diff) => format!("gained {}", diff.that(Change::Gained).count()),
                Told::Same => "same".to_owned(),
                Told::Failed(_) => "failed".to_owned(),
            });
            Ok(())
        })
        .expect("followed");
        all
    }

    #[test]
    fn a_save_is_checked_and_compared_with_the_check_before() {
        assert_eq!(told(&[Signal::Saved], &["- Sang\n", "- Ran 30 code reviews\n"]), ["first 0", "gained 1"]);
        assert_eq!(told(&[Signal::Saved], &["- Sang in a choir\n"; 2]), ["first 0", "same"]);
    }

    #[test]
    fn events_in_a_row_are_one_save_and_ctrl_c_ends_all() {
        assert_eq!(told(&[Signal::Saved; 5], &["- Sang in a choir\n"; 2]), ["first 0", "same"]);
        assert_eq!(told(&[Signal::Saved, Signal::Stop], &["- Sang in a choir\n"; 2]), ["first 0"]);
    }

    #[test]
    fn a_file_that_is_half_written_is_no_end() {
        assert_eq!(told(&[Signal::Saved], &["- Sang in a choir\n", ""]), ["first 0", "failed"]);
    }
}
