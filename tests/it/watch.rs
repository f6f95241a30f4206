use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::support::{file, rolefit};

const ROLE: &str = "title: Clerk\nkpis:\n  - name: Unit tests\n    keywords: [unit tests]\n  - name: Code reviews\n    keywords: [code reviews]\n";

/// A run of `kpi-check --watch`, ended with the test whatever becomes of it.
struct Watch {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Watch {
    fn of(role: &str, resume: &str) -> Self {
        let mut child = Command::new(assert_cmd::cargo::cargo_bin!("rolefit"))
            .args(["kpi-check", role, resume, "--watch"])
            .env_remove("COLUMNS")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let lines = BufReader::new(child.stdout.take().expect("standard output")).lines();
        Self { child, lines }
    }

    /// Reads until a line with `part` in it.
    fn until(&mut self, part: &str) -> String {
        let found = self.lines.by_ref().map(|line| line.expect("UTF-8")).find(|line| line.contains(part));
        found.unwrap_or_else(|| panic!("it ended before it said {part}"))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
#[cfg(unix)]
fn each_save_shows_what_changed_and_ctrl_c_ends_well() {
    let (folder, role) = file("role.yaml", ROLE);
    let resume = folder.path().join("resume.txt");
    std::fs::write(&resume, "- Wrote 40 unit tests\n- Sang in a choir\n").expect("written");
    let mut watch = Watch::of(&role, resume.to_str().expect("UTF-8"));
    watch.until("Lines that evidence nothing");

    std::fs::write(&resume, "- Wrote 40 unit tests\n- Ran 30 code reviews\n").expect("written");
    assert!(watch.until("evidenced").contains("1 → 2 of 2 evidenced (+1)"));
    watch.until("+ Code reviews (KPI)");

    // As many editors save.
    let beside = folder.path().join(".resume.txt.swp");
    std::fs::write(&beside, "- Ran 30 code reviews\n").expect("written");
    std::fs::rename(&beside, &resume).expect("renamed");
    watch.until("Lost (1)");
    watch.until("- Unit tests (KPI)");

    let one_kpi = "title: Clerk\nkpis:\n  - name: Code reviews\n    keywords: [code reviews]\n";
    std::fs::write(&role, one_kpi).expect("written");
    watch.until("The role changed, and is checked anew.");
    assert!(watch.until("evidenced").contains("1 of 1 evidenced"));

    let id = watch.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("kill runs").success());
    assert_eq!(watch.child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn what_cannot_be_watched_is_refused() {
    let refused = |args: &[&str]| rolefit(&[&["kpi-check", "teacher"], args, &["--watch"]].concat()).refused();
    assert!(refused(&["-"]).contains("--watch is for a file"));
    assert!(refused(&["examples"]).contains("--watch is for a file"));
    assert!(refused(&["examples/resume.md", "examples/weak-resume.md"]).contains("one resume"));
    assert!(refused(&["examples/resume.md", "--format", "json"]).contains("Leave --format out"));
}
