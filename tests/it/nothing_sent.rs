//! Nothing leaves the machine: there is no network code to send it, and no command asks the system for a socket.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::every_command::{CALLS, Desk};
use crate::traced::can_trace;

/// Crates that open connections, resolve names or encrypt what is sent.
const DENIED: &[&str] = &[
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "isahc",
    "surf",
    "attohttpc",
    "minreq",
    "awc",
    "actix-http",
    "h2",
    "h3",
    "quinn",
    "tokio",
    "async-std",
    "smol",
    "mio",
    "socket2",
    "async-io",
    "polling",
    "net2",
    "rustls",
    "native-tls",
    "openssl",
    "openssl-sys",
    "boring",
    "schannel",
    "security-framework",
    "ring",
    "aws-lc-rs",
    "webpki",
    "trust-dns-resolver",
    "hickory-resolver",
    "tungstenite",
    "websocket",
    "lettre",
    "ssh2",
    "russh",
    "git2",
    "gix",
    "tonic",
    "rumqttc",
    "zmq",
    "nng",
    "libp2p",
    "tiny_http",
    "axum",
    "warp",
    "rocket",
    "actix-web",
    "sentry",
    "opentelemetry-otlp",
    "self_update",
    "webbrowser",
];

/// All crates that are built into the program or its tests, on any system and with any feature.
#[test]
fn no_crate_speaks_to_the_network() {
    let locked =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).expect("the locked crates");
    let names: Vec<&str> =
        locked.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(names.len() > 100 && names.contains(&"clap"), "{names:?}");
    let denied: Vec<_> = names.iter().filter(|name| DENIED.contains(name)).collect();
    assert!(
        denied.is_empty(),
        "{denied:?} can send things: find another crate (`cargo tree --invert NAME` says who brings it)"
    );
}

/// Every source file with its text.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let paths = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let texts = |path: PathBuf| match path.is_dir() {
        true => sources(&path),
        false if path.extension().is_some_and(|ending| ending == "rs") => {
            let text = fs::read_to_string(&path).expect("a source");
            vec![(path, text)]
        }
        false => Vec::new(),
    };
    paths.flat_map(texts).collect()
}

#[test]
fn our_own_code_opens_no_connection_and_starts_no_program_but_the_users_pager() {
    let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(sources.len() > 50);
    for way in ["std::net", "UnixStream", "UnixDatagram"] {
        assert!(sources.iter().all(|(_, text)| !text.contains(way)), "{way} stands in src");
    }
    let starters = sources.iter().filter(|(_, text)| text.contains("process::") && text.contains("Command::new"));
    let starters: Vec<_> = starters.map(|(path, _)| path.file_name().expect("a name")).collect();
    assert_eq!(starters, ["pager.rs"], "no other file starts a program");
}

/// The network calls that a run asks the system for, in a network of its own without any way out.
fn network_calls(folder: &Path, program: &str, arguments: &[String]) -> String {
    let log = folder.join("calls.log");
    let log = log.to_str().expect("UTF-8");
    let traced = ["--net", "strace", "-f", "-qq", "-e", "trace=network", "-e", "signal=none", "-o", log, program];
    let output = Command::new("unshare").args(traced).args(arguments).output().expect("unshare runs");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0..=2)) && !errors.contains("strace:"), "{arguments:?}: {errors}");
    let log = fs::read_to_string(log).expect("what was traced");
    // A thread that ends while strace takes hold of it leaves a line that names no call ("???(").
    log.lines().filter(|line| !line.contains("???(")).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_command_asks_for_a_socket() {
    if !can_trace("no command asks for a socket") {
        return;
    }
    let desk = Desk::new("Cooked soup for 300 guests", "");
    let asks = ["-c".to_owned(), "exec 3<>/dev/udp/127.0.0.1/9".to_owned()];
    assert!(network_calls(desk.folder(), "bash", &asks).contains("socket("), "the trace sees no socket");
    for arguments in CALLS.iter().flat_map(|call| desk.arguments(call)) {
        let _ = fs::remove_file(desk.folder().join("new.yaml"));
        let calls =
            network_calls(desk.folder(), assert_cmd::cargo::cargo_bin!("rolefit").to_str().expect("UTF-8"), &arguments);
        assert_eq!(calls, "", "{arguments:?}");
    }
}
