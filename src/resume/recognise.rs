//! Whether a text reads like a resume, where something else is asked for.

use super::{LineKind, Resume, decode, read};

/// So many of the signs make a resume.
const ENOUGH_SIGNS: usize = 2;
/// So many lines at the top may say who the person is.
const HEAD_LINES: usize = 8;

/// Whether the file reads like a resume, and not like a posting: somebody's address stands at its top, jobs in it have
/// ended or still go on, what was done stands beside what was learnt, it is called so. Two of these signs are asked for.
#[must_use]
pub fn reads_like_resume(path: &str, bytes: &[u8]) -> bool {
    let Ok(resume) = read(path, bytes, None) else { return false };
    let signs =
        [is_called_so(path), begins_with_address(&decode::text(bytes)), has_dated_job(&resume), has_life(&resume)];
    signs.iter().filter(|sign| **sign).count() >= ENOUGH_SIGNS
}

fn is_called_so(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| ["resume", "résumé", "cv", "curriculum", "vitae", "lebenslauf"].contains(&word))
}

fn begins_with_address(text: &str) -> bool {
    let head = text.lines().filter(|line| !line.trim().is_empty()).take(HEAD_LINES);
    head.flat_map(str::split_whitespace).any(|word| {
        let (name, domain) = word.split_once('@').unwrap_or_default();
        !name.is_empty() && domain.contains('.')
    })
}

/// Whether it tells of a job that ended, or goes on, by the dates beside it.
#[must_use]
pub fn has_dated_job(resume: &Resume) -> bool {
    resume.lines.iter().any(|line| line.kind == LineKind::Experience && line.job_end.is_some())
}

fn has_life(resume: &Resume) -> bool {
    let has = |kind| resume.lines.iter().any(|line| line.kind == kind);
    has(LineKind::Experience) && has(LineKind::Education)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resumes_are_told_from_postings() {
        let resume =
            "# Jane Doe\n\njane@example.org\n\n## Experience\n\n### Clerk, Acme (2019 – 2021)\n\n- Sold hats\n";
        assert!(reads_like_resume("a.md", resume.as_bytes()));
        assert!(reads_like_resume("my-cv.txt", b"jane@example.org\n\n- Sold hats to Rome\n"));
        let posting = "# Clerk\n\nAcme sells hats.\n\n## Responsibilities\n\n- Sell hats\n\n## Experience\n\n- Two years in a shop\n\n\
            Apply: jobs@example.org\n";
        assert!(!reads_like_resume("posting.md", posting.as_bytes()));
        assert!(!reads_like_resume("resume.md", b"- Sell hats\n"), "a name alone says little");
    }
}
