//! Keeps what was answered in an answers file, line by line.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use rolefit::drafting::answers;
use rolefit::drafting::practice::{Attempt, Exercise, kept};
use rolefit::render::plain;
use rolefit::role::Role;

use crate::cli::output;
use crate::cli::settings::typed;
use crate::cli::sheet_role::{no_answers, of_other_role};
use crate::cli::target::{Saved, Updated};

/// Keeps attempts in an answers file.
pub(super) struct Keeper<'p> {
    path: &'p Path,
    sources: Vec<&'p str>,
    when: String,
    /// Where the file stands as it was before the interview, once something was kept.
    backup: OnceCell<PathBuf>,
}

impl<'p> Keeper<'p> {
    /// Of the file at `path` for answers of `role`, which was named `role_name`. What `rolefit draft answers` did not
    /// write, and a file that is read, are errors; a file for another role is warned of.
    pub(super) fn open(path: &'p Path, role: &Role, role_name: &'p str, resume: Option<&'p str>) -> Result<Self> {
        if !path.exists() {
            let resume = typed(resume.unwrap_or("resume.md"));
            let (name, file) = (path.display(), typed(&path.to_string_lossy()));
            let line = format!("  rolefit draft answers {} {resume} -o {file}", typed(role_name));
            bail!("{name}: there is no such file. Write it first:\n{line}");
        }
        let sources: Vec<&str> = std::iter::once(role_name).chain(resume).collect();
        let file = Updated::open(path, &sources)?;
        let name = path.to_string_lossy();
        let known = answers::parse(file.old()).map_err(|why| no_answers(&name, why, role_name))?.role;
        if let Some(other) = known.filter(|known| !known.is_of(role)) {
            let told = of_other_role(&other, role, "practice", &format!("--answers {}", typed(&name)));
            output::warning(&format!("{name}: {told}"));
        }
        file.backup()?;
        Ok(Self { path, sources, when: now(), backup: OnceCell::new() })
    }

    /// Writes what there is of an attempt; gives it back as the record to be replaced by the next.
    pub(super) fn keep(&self, exercise: &Exercise, last: Option<&str>, attempt: &Attempt) -> Result<String> {
        let record = attempt.record(&self.when);
        let file = Updated::open(self.path, &self.sources)?;
        let text = kept(file.old(), exercise, last, &record).with_context(|| self.path.display().to_string())?;
        if self.backup.get().is_some() {
            file.save_again(&text)?;
        } else if let Saved::Changed(backup) = file.save(&text)? {
            // Set once: it was empty a moment ago.
            let _ = self.backup.set(backup);
        }
        Ok(record)
    }

    /// Where what was kept is, and where the file is as it was before; nothing where nothing was kept.
    pub(super) fn told(&self) -> Option<String> {
        let name = |path: &Path| plain(&path.to_string_lossy());
        let backup = self.backup.get()?;
        Some(format!("Kept in {}; as it was before, it stands in {}\n", name(self.path), name(backup)))
    }
}

/// The day and the time in UTC, "2026-11-25 14:05 UTC".
fn now() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let (year, month, day) = day(seconds / 86_400);
    let minute = seconds / 60;
    format!("{year}-{month:02}-{day:02} {:02}:{:02} UTC", minute / 60 % 24, minute % 60)
}

/// Year, month and day of the day number `days` from 1970-01-01 (after Howard Hinnant, "chrono-compatible low-level date
/// algorithms").
fn day(days: u64) -> (u64, u64, u64) {
    let days = days + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
    (year_of_era + era * 400 + u64::from(month <= 2), month, of_year - (153 * from_march + 2) / 5 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_their_dates() {
        assert_eq!(day(0), (1970, 1, 1));
        assert_eq!(day(19_782), (2024, 2, 29));
        assert_eq!(day(20_782), (2026, 11, 25));
    }
}
