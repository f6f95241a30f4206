//! A file that is written is there as it was or as it shall be, whole, whatever happens.
#![cfg(unix)]

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::support::rolefit;
use crate::traced::can_trace;

const OLD: &str = "title: what was there before\n";

/// A posting whose role spec is longer than one write.
fn posting() -> String {
    let duty = |number| format!("- Cook soup number {number} for three hundred guests of the canteen\n");
    format!("# Cook\n\n## Duties\n\n{}", (0..3000).map(duty).collect::<Vec<_>>().concat())
}

/// A folder with a posting and, if asked for, an old role spec.
struct Place {
    folder: TempDir,
    new: String,
}

impl Place {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        fs::write(folder.path().join("posting.md"), posting()).expect("written");
        let new = rolefit(&["import", folder.path().join("posting.md").to_str().expect("UTF-8")]).ok();
        assert!(new.len() > 100_000, "{}", new.len());
        Self { folder, new }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn arguments(&self, force: bool) -> Vec<String> {
        let path = |name| self.path(name).to_str().expect("UTF-8").to_owned();
        let arguments = ["import".to_owned(), path("posting.md"), "--output".to_owned(), path("role.yaml")];
        arguments.into_iter().chain(force.then(|| "--force".to_owned())).collect()
    }

    /// What stands in the role spec; nothing where there is none.
    fn found(&self) -> Option<String> {
        fs::read_to_string(self.path("role.yaml")).ok()
    }

    /// The hidden files that a run left behind.
    fn left_over(&self) -> Vec<PathBuf> {
        let names = fs::read_dir(self.folder.path()).expect("a folder").map(|entry| entry.expect("an entry").path());
        names.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))).collect()
    }
}

fn program() -> &'static Path {
    assert_cmd::cargo::cargo_bin!("rolefit")
}

/// Kills a run at each of its calls to the system that touch files, one after another; how many runs were killed.
fn killed_everywhere(place: &Place, force: bool) -> usize {
    for count in 1..500 {
        if force {
            fs::write(place.path("role.yaml"), OLD).expect("written");
        } else {
            let _ = fs::remove_file(place.path("role.yaml"));
        }
        let inject = format!("inject=file,desc,write,fsync:signal=KILL:when={count}");
        let status = Command::new("strace")
            .args(["-f", "-qq", "-o", "/dev/null", "-e", &inject])
            .arg(program())
            .args(place.arguments(force))
            .output()
            .expect("strace runs")
            .status;
        let found = place.found();
        let old = force.then_some(OLD);
        assert!(found.as_deref() == old || found.as_ref() == Some(&place.new), "killed at call {count}: {found:?}");
        if status.success() {
            assert_eq!(found.as_ref(), Some(&place.new));
            return count - 1;
        }
    }
    panic!("no run ever came to its end");
}

#[test]
fn a_kill_at_any_moment_leaves_the_old_file_or_the_new_one() {
    if !can_trace("a kill at any moment leaves the old file or the new one") {
        return;
    }
    let place = Place::new();
    for force in [true, false] {
        let kills = killed_everywhere(&place, force);
        assert!(kills > 20, "only {kills} moments to kill a run at");
    }
    // Killed runs left files behind; they hinder nobody, and nothing reads them.
    assert!(!place.left_over().is_empty());
    let folder = place.folder.path().to_str().expect("UTF-8");
    let cohort = rolefit(&["kpi-check", "teacher", folder, "--glob", "*.new"]).refused();
    assert!(cohort.contains("Hidden files"), "{cohort}");
}

/// Runs with files of at most so many bytes, in blocks of 512.
fn with_small_files(place: &Place, blocks: u32, before: &str) -> Output {
    let script = format!("{before} ulimit -f {blocks}; exec \"$@\"");
    let shell = ["-c", &script, "sh"].map(str::to_owned);
    Command::new("sh").args(shell).arg(program()).args(place.arguments(true)).output().expect("a shell")
}

#[test]
fn a_file_that_cannot_grow_leaves_the_old_one() {
    let place = Place::new();
    fs::write(place.path("role.yaml"), OLD).expect("written");
    // The system refuses, and the program says so.
    let refused = with_small_files(&place, 16, "trap '' XFSZ;");
    let error = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!((refused.status.code(), place.found().as_deref()), (Some(2), Some(OLD)), "{error}");
    assert!(error.contains("role.yaml: this file cannot be written: File too large"), "{error}");
    assert_eq!(place.left_over(), Vec::<PathBuf>::new());
    // The system ends the program.
    let ended = with_small_files(&place, 16, "");
    assert_eq!((ended.status.code(), place.found().as_deref()), (None, Some(OLD)));
    assert_eq!(with_small_files(&place, 4096, "").status.code(), Some(0));
    assert_eq!(place.found().as_ref(), Some(&place.new));
}

/// Runs on a small disk of its own in memory, after `before`; then says what stands in the old file and which others are.
fn on_a_small_disk(place: &Place, before: &str) -> String {
    let script = format!(
        "mkdir \"$2/disk\" && mount -t tmpfs -o size=64k none \"$2/disk\" && cd \"$2/disk\" && echo 'title: old' > role.yaml && {before} \
         \"$1\" import \"$2/posting.md\" --output role.yaml --force; echo \"status $?\"; cat role.yaml; ls -A"
    );
    let folder = place.folder.path();
    let output =
        Command::new("unshare").args(["--mount", "sh", "-c", &script, "sh"]).arg(program()).arg(folder).output();
    let output = output.expect("unshare runs");
    fs::remove_dir(place.path("disk")).expect("the disk is gone");
    String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8")
}

#[test]
fn a_full_disk_and_a_write_protected_one_leave_the_old_file() {
    if !can_trace("a full disk and a write-protected one leave the old file") {
        return;
    }
    let place = Place::new();
    let untouched = "status 2\ntitle: old\nrole.yaml\n";
    let full = on_a_small_disk(&place, "");
    assert!(full.starts_with(untouched) && full.contains("No space left on device"), "{full}");
    let protected = on_a_small_disk(&place, "mount -o remount,ro . &&");
    assert!(protected.starts_with(untouched) && protected.contains("Read-only file system"), "{protected}");
}

#[test]
fn what_an_earlier_run_left_behind_is_neither_read_nor_written() {
    let place = Place::new();
    // The names depend on the process, so all that a run could take first are taken.
    let script = "for n in 0 1 2; do echo theirs > \"$2/.rolefit-$$-$n.new\"; done; \
                  exec \"$1\" import \"$2/posting.md\" --output \"$2/role.yaml\"";
    let status = Command::new("sh").args(["-c", script, "sh"]).arg(program()).arg(place.folder.path()).output();
    assert!(status.expect("a shell").status.success());
    assert_eq!(place.found().as_ref(), Some(&place.new));
    let left = place.left_over();
    assert_eq!(left.len(), 3);
    assert!(left.iter().all(|path| fs::read_to_string(path).expect("text") == "theirs\n"));
}

#[test]
fn a_replaced_file_keeps_its_permissions_and_a_link_stays_a_link() {
    let place = Place::new();
    let real = place.path("real.yaml");
    fs::write(&real, OLD).expect("written");
    fs::set_permissions(&real, Permissions::from_mode(0o640)).expect("set");
    symlink("real.yaml", place.path("role.yaml")).expect("a link");
    let refused = rolefit(&borrowed(&place.arguments(false))).refused();
    assert!(refused.contains("--force"), "{refused}");
    assert_eq!(fs::read_to_string(&real).expect("text"), OLD);
    rolefit(&borrowed(&place.arguments(true))).ok();
    assert!(place.path("role.yaml").is_symlink());
    assert_eq!(fs::read_to_string(&real).expect("text"), place.new);
    assert_eq!(fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o640);
    assert_eq!(place.left_over(), Vec::<PathBuf>::new());
}

#[test]
fn what_is_no_file_of_ones_own_is_left_alone() {
    let place = Place::new();
    let role = place.path("role.yaml");
    symlink("nowhere.yaml", &role).expect("a link");
    assert!(rolefit(&borrowed(&place.arguments(false))).refused().contains("--force"));
    assert!(rolefit(&borrowed(&place.arguments(true))).refused().contains("leads nowhere"));
    fs::remove_file(&role).expect("gone");
    symlink("/dev/null", &role).expect("a link");
    assert!(rolefit(&borrowed(&place.arguments(true))).refused().contains("no ordinary file"));
    fs::remove_file(&role).expect("gone");
    fs::write(&role, OLD).expect("written");
    fs::set_permissions(&role, Permissions::from_mode(0o444)).expect("set");
    assert!(rolefit(&borrowed(&place.arguments(true))).refused().contains("write-protected"));
    assert_eq!(place.found().as_deref(), Some(OLD));
}

fn borrowed(arguments: &[String]) -> Vec<&str> {
    arguments.iter().map(String::as_str).collect()
}

/// Files are written in one place, so that what holds there holds everywhere.
#[test]
fn only_one_place_writes_files() {
    const WRITERS: [&str; 1] = ["cli/target.rs"];
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(&source).expect("below src").to_string_lossy().replace('\\', "/");
            let text = fs::read_to_string(&path).unwrap_or_default();
            let program = text.split("#[cfg(test)]").next().unwrap_or_default();
            for way in
                ["fs::write(", "File::create", "OpenOptions", "fs::rename", "fs::copy(", "fs::remove_", "set_len("]
            {
                let allowed = WRITERS.contains(&name.as_str());
                assert!(allowed || !program.contains(way), "{name}: {way}: write through cli/target.rs");
            }
        }
    }
}
