//! A stream of records against one role: a line in, a line out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Stdin};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use rolefit::render::json_line;
use rolefit::report::{Checker, Failure, RecordFailure, Worker};
use rolefit::resume::{MOST_BYTES, RecordError, read_record};

use super::tally::{Outcome, Tally, outcome};
use super::{Goal, KpiCheckArgs};
use crate::cli::in_order::in_order;
use crate::cli::report_format::ReportFormat;
use crate::cli::{Answer, input};

pub(super) fn run(args: &KpiCheckArgs, path: &Path, checker: &Checker<'_>, goal: Goal) -> Result<Answer> {
    // What is written is lines of JSON whatever the file is called, but for .csv.
    let is_csv =
        args.format.is_none() && args.output.format_or(None, ReportFormat::Jsonl).ok() == Some(ReportFormat::Csv);
    let format = args.format.unwrap_or(if is_csv { ReportFormat::Csv } else { ReportFormat::Jsonl });
    if !matches!(format, ReportFormat::Jsonl | ReportFormat::Csv) {
        bail!("--jsonl-input writes a line for each record. Leave --format out, or give it jsonl or csv");
    }
    let target = args.target(&[path])?;
    let mut records = Records { source: open(path)?, line: 0 };
    let mut fault = None;
    let mut tally = Tally::new(format, goal, checker, "record", None, target)?;
    let work = |worker: &mut Worker<'_>, (line, record): (usize, Vec<u8>)| {
        let result = catch_unwind(AssertUnwindSafe(|| check(worker, &record, args, format)));
        let own_fault = |_| Err(fails("rolefit itself has a fault that this record brings out. Please report it"));
        result.unwrap_or_else(own_fault).unwrap_or_else(|error| failed(line, error))
    };
    let sound = std::iter::from_fn(|| {
        records.next_record().unwrap_or_else(|error| {
            fault = Some(error);
            None
        })
    });
    in_order(sound, || checker.worker(), work, |outcome| tally.take(outcome))?;
    match fault {
        Some(error) => Err(anyhow!("{}: {}", path.display(), input::because(&error, "a file of records"))),
        None => tally.finish(),
    }
}

fn check(
    worker: &mut Worker<'_>,
    record: &[u8],
    args: &KpiCheckArgs,
    format: ReportFormat,
) -> Result<Outcome, RecordError> {
    if record.len() > MOST_BYTES {
        let most = MOST_BYTES / (1024 * 1024);
        return Err(fails(&format!("this record is longer than {most} MiB, which is too large for a resume")));
    }
    let resume = read_record(record)?;
    outcome(worker, &resume, format, args.min_score)
        .map_err(|message| RecordError { id: Some(resume.path.clone()), message })
}

fn fails(message: &str) -> RecordError {
    RecordError { id: None, message: message.to_owned() }
}

fn failed(line: usize, error: RecordError) -> Outcome {
    let name = error.id.clone().unwrap_or_else(|| format!("line {line}"));
    let number = error.id.is_none().then_some(line);
    let told = json_line(&RecordFailure { id: error.id, line: number, error: error.message.clone() });
    Outcome::Failed(Failure { path: name, reason: error.message }, told)
}

/// Where records come from. Standard input is not locked for good: the threads take turns in reading.
enum Source {
    Stdin(Stdin),
    File(BufReader<File>),
}

fn open(path: &Path) -> Result<Source> {
    if path == Path::new("-") {
        return Ok(Source::Stdin(io::stdin()));
    }
    let file = File::open(path)
        .map_err(|error| anyhow!("{}: {}", path.display(), input::because(&error, "a file of records")))?;
    Ok(Source::File(BufReader::with_capacity(1 << 16, file)))
}

/// The lines that are not blank, with their numbers from 1.
struct Records {
    source: Source,
    line: usize,
}

impl Records {
    fn next_record(&mut self) -> io::Result<Option<(usize, Vec<u8>)>> {
        loop {
            let line = match &mut self.source {
                Source::Stdin(stdin) => next_line(&mut stdin.lock())?,
                Source::File(file) => next_line(file)?,
            };
            let Some(line) = line else { return Ok(None) };
            self.line += 1;
            if !line.trim_ascii().is_empty() {
                return Ok(Some((self.line, line)));
            }
        }
    }
}

/// The next line. Of one that is too long, only so much is kept that its length can be seen.
fn next_line(source: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
    let most = MOST_BYTES + 1;
    let mut line = Vec::new();
    if source.take(most as u64).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() == most && !line.ends_with(b"\n") {
        source.skip_until(b'\n')?;
    }
    Ok(Some(line))
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, next_line};

    #[test]
    fn a_line_that_is_too_long_is_cut_and_the_next_is_whole() {
        let mut text = vec![b'a'; MOST_BYTES + 500];
        text.extend(b"\nnext\nlast");
        let mut source = text.as_slice();
        let mut next = || next_line(&mut source).expect("read");
        assert_eq!(next().map(|line| line.len()), Some(MOST_BYTES + 1));
        assert_eq!((next(), next(), next()), (Some(b"next\n".to_vec()), Some(b"last".to_vec()), None));
    }
}
