//! The commit that the program is built from. `build.rs` asks; the program itself tells what was found then.

use std::fs;
use std::path::Path;
use std::process::Command;

/// How many digits of a commit are told.
const DIGITS: usize = 12;

/// The version with the commit, where one is known.
pub(crate) fn told(version: &str, commit: Option<&str>) -> String {
    commit.map_or_else(|| version.to_owned(), |commit| format!("{version} ({commit})"))
}

/// The commit of the sources in `root`: that of their package, or the one that is checked out there.
pub(crate) fn of(root: &Path) -> Option<String> {
    packaged(root).or_else(|| checked_out(root))
}

/// The commit that a package was made from, which cargo writes into it.
fn packaged(root: &Path) -> Option<String> {
    let info = fs::read_to_string(root.join(".cargo_vcs_info.json")).ok()?;
    let (_, behind) = info.split_once("\"sha1\"")?;
    Some(behind.split('"').nth(1)?.chars().take(DIGITS).collect())
}

/// The commit that is checked out, with a plus where files were changed since. A folder around the program's own that
/// happens to be under git is not it.
fn checked_out(root: &Path) -> Option<String> {
    if !root.join(".git/logs/HEAD").is_file() {
        return None;
    }
    let git = |arguments: &[&str]| {
        let output = Command::new("git").arg("-C").arg(root).args(arguments).output().ok()?;
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    };
    let commit: String = git(&["rev-parse", "HEAD"])?.chars().take(DIGITS).collect();
    let changed = git(&["status", "--porcelain", "--untracked-files=no"])?;
    Some(if changed.is_empty() { commit } else { format!("{commit}+") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn git(root: &Path, arguments: &[&str]) -> String {
        let who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
        let output = Command::new("git").arg("-C").arg(root).args(who).args(arguments).output().expect("git runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    #[test]
    fn a_package_tells_its_commit_without_git() {
        let folder = tempfile::tempdir().expect("a folder");
        assert_eq!(told("0.1.0", of(folder.path()).as_deref()), "0.1.0");
        let info = "{\n  \"git\": {\n    \"sha1\": \"0123456789abcdef0123456789abcdef01234567\"\n  },\n  \"path_in_vcs\": \"\"\n}";
        fs::write(folder.path().join(".cargo_vcs_info.json"), info).expect("written");
        assert_eq!(told("0.1.0", of(folder.path()).as_deref()), "0.1.0 (0123456789ab)");
    }

    #[test]
    fn a_clone_tells_what_is_checked_out_and_whether_it_was_changed() {
        let folder = tempfile::tempdir().expect("a folder");
        let (root, file) = (folder.path(), folder.path().join("a"));
        git(root, &["init", "-q"]);
        fs::write(&file, "one").expect("written");
        git(root, &["add", "a"]);
        git(root, &["commit", "-q", "-m", "One"]);
        let commit = git(root, &["rev-parse", "--short=12", "HEAD"]);
        assert_eq!(of(root), Some(commit.clone()));
        fs::write(root.join("new"), "not part of it").expect("written");
        assert_eq!(of(root), Some(commit.clone()));
        fs::write(&file, "two").expect("written");
        assert_eq!(of(root), Some(format!("{commit}+")));
        // Sources that were unpacked into somebody's own clone are not of its commit.
        let within = root.join("unpacked");
        fs::create_dir(&within).expect("a folder");
        assert_eq!(of(&within), None);
    }
}
