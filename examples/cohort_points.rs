//! Times `rolefit kpi-check` on folders of made-up resumes of 30 lines: `cargo run --release --example cohort_points`.
//! The program has to be built beforehand; counts may be given as arguments.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

const ROLE: &str = "back-end-developer";
const COUNTS: [usize; 3] = [1_000, 10_000, 50_000];

const ACTIONS: [&str; 12] = [
    "Cut",
    "Raised",
    "Built",
    "Moved",
    "Led",
    "Wrote",
    "Reviewed",
    "Automated",
    "Designed",
    "Fixed",
    "Trained",
    "Planned",
];
const SUBJECTS: [&str; 16] = [
    "the response time of the booking service",
    "unit test coverage of the billing code",
    "a REST API for partner shops",
    "nightly backups of the customer database",
    "the stock of spare parts in three depots",
    "pull requests of a team of six",
    "the release of the mobile client",
    "slow PostgreSQL queries behind the search page",
    "access rights of internal tools",
    "a course on safe lifting for new drivers",
    "error reports from two call centres",
    "the move of forty servers to the cloud",
    "weekly plans with the front-end team",
    "the menu for a canteen of 300 guests",
    "the documents of the payment gateway",
    "a queue that takes 2,000 orders an hour",
];
const ENDINGS: [&str; 8] = [
    "by 35% within a year",
    "with Redis and Kafka",
    "for 12 countries",
    "ahead of plan and below budget",
    "together with product and design",
    "after an audit found gaps",
    "so that nobody works at night any more",
    "and kept it at 99.9% for two years",
];

fn main() -> Result<()> {
    let asked: Vec<usize> = std::env::args().skip(1).filter_map(|count| count.parse().ok()).collect();
    let counts = if asked.is_empty() { COUNTS.to_vec() } else { asked };
    let program = program()?;
    println!("{:>8} {:>10} {:>14} {:>12}", "resumes", "seconds", "ms a resume", "most MiB");
    for count in counts {
        let folder = tempfile::tempdir()?;
        generate(folder.path(), count)?;
        let (seconds, most) = time(&program, folder.path(), count)?;
        println!("{count:>8} {seconds:>10.2} {:>14.3} {most:>12}", 1000.0 * seconds / count as f64);
    }
    Ok(())
}

/// The program beside this example's folder.
fn program() -> Result<PathBuf> {
    let own = std::env::current_exe()?;
    let folder = own.parent().and_then(Path::parent).context("this example stands in no folder")?;
    let program = folder.join(format!("rolefit{}", std::env::consts::EXE_SUFFIX));
    ensure!(program.is_file(), "{} is not there: build it first", program.display());
    Ok(program)
}

fn generate(folder: &Path, count: usize) -> Result<()> {
    let mut random = fastrand::Rng::with_seed(7);
    for number in 0..count {
        let mut text = format!("# Person {number}\n\n## Experience\n");
        for line in 0..30 {
            if line % 10 == 0 {
                text.push_str(&format!("\n### Job {line}\n\n"));
            }
            let mut pick = |from: &[&'static str]| from[random.usize(..from.len())];
            text.push_str(&format!("- {} {} {}\n", pick(&ACTIONS), pick(&SUBJECTS), pick(&ENDINGS)));
        }
        fs::write(folder.join(format!("{number:06}.md")), text)?;
    }
    Ok(())
}

/// How long the run takes, with the most memory that it held where the system tells.
fn time(program: &Path, folder: &Path, count: usize) -> Result<(f64, String)> {
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(["kpi-check", ROLE, "--format", "csv"])
        .arg(folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut output = child.stdout.take().context("no output")?;
    let (mut rows, mut most) = (0, String::from("–"));
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = std::io::Read::read(&mut output, &mut piece)?;
        if read == 0 {
            break;
        }
        rows += piece[..read].split(|byte| *byte == b'\n').count() - 1;
        most = peak(&status).unwrap_or(most);
    }
    ensure!(child.wait()?.success() && rows == count + 1, "{rows} rows of {count} resumes");
    Ok((begun.elapsed().as_secs_f64(), most))
}

fn peak(status: &Path) -> Option<String> {
    let text = fs::read_to_string(status).ok()?;
    let kib = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.split_whitespace().next()?;
    Some((kib.parse::<u64>().ok()? / 1024).to_string())
}
