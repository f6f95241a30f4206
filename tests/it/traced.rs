//! Runs under `strace` and in name spaces of their own, where the machine lets us.

use std::io::Write as _;
use std::process::Command;
use std::sync::LazyLock;

/// Why nothing can be traced here, if so. `.ci/run` sets `ROLEFIT_MUST_TRACE` in CI and wherever it can, and
/// then that is an error.
static HINDRANCE: LazyLock<Option<String>> = LazyLock::new(|| {
    let hindrance = hindrance()?;
    assert!(std::env::var_os("ROLEFIT_MUST_TRACE").is_none(), "{hindrance}");
    Some(hindrance)
});

fn hindrance() -> Option<String> {
    if !cfg!(target_os = "linux") {
        return Some("system calls are traced on Linux only".to_owned());
    }
    let tries = [
        (
            "strace",
            vec!["-f", "-qq", "-e", "trace=network", "true"],
            "strace cannot trace here: install it (apt-get install strace)",
        ),
        ("unshare", vec!["--net", "--mount", "true"], "`unshare --net --mount` is not permitted here: run as root"),
    ];
    let fails = |(program, arguments, why): (&str, Vec<&str>, &str)| {
        let ran = Command::new(program).args(arguments).output();
        (!ran.is_ok_and(|output| output.status.success())).then(|| why.to_owned())
    };
    tries.into_iter().find_map(fails)
}

/// Whether runs can be traced. Where not, it is said where nobody's test runner swallows it.
pub(crate) fn can_trace(what: &str) -> bool {
    if let Some(hindrance) = &*HINDRANCE {
        let _ = writeln!(std::io::stderr(), "NOT TRIED: {what}: {hindrance}");
    }
    HINDRANCE.is_none()
}
