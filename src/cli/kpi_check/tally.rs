//! Takes the outcomes as they come, in order: writes what is written one by one, counts, and keeps the rest.

use anyhow::Result;
use rolefit::render::{csv, html, json, json_line, markdown, plain, table};
use rolefit::report::{Checker, CohortReport, Failure, Finding, Findings, Standing, Worker};
use rolefit::resume::Resume;

use super::Goal;
use crate::cli::in_order::Next;
use crate::cli::progress::Progress;
use crate::cli::report_format::ReportFormat;
use crate::cli::target::{Draft, Target};
use crate::cli::{Answer, Verdict, output};

/// How one resume went.
pub(super) enum Outcome {
    /// How it stands, and its line where lines are written.
    Checked(Standing, String),
    /// The same with what was found, where findings are written.
    Found(Standing, Findings),
    /// Why it was not checked, and the line that says so where JSON lines are written.
    Failed(Failure, String),
}

/// Holds a resume against the role. The error says why there is nothing to hold.
pub(super) fn outcome(
    worker: &mut Worker<'_>,
    resume: &Resume,
    format: ReportFormat,
    min_score: f32,
) -> Result<Outcome, String> {
    if format == ReportFormat::Jsonl {
        let report = worker.check(resume, min_score).map_err(|error| error.reason())?;
        return Ok(Outcome::Checked(Standing::from(&report), json_line(&report)));
    }
    if format.of_findings().is_some() {
        let report = worker.check(resume, min_score).map_err(|error| error.reason())?;
        return Ok(Outcome::Found(Standing::from(&report), Findings::from(&report)));
    }
    let standing = worker.standing(resume).map_err(|error| error.reason())?;
    let line = if format == ReportFormat::Csv { csv::standing(&standing) } else { String::new() };
    Ok(Outcome::Checked(standing, line))
}

/// All that is known so far.
pub(super) struct Tally<'p> {
    format: ReportFormat,
    goal: Goal,
    /// Without the resumes where lines are written: they are not kept.
    report: CohortReport,
    /// What was found, resume by resume, where findings are written.
    found: Vec<Findings>,
    below: usize,
    /// What is counted for the goal.
    of_what: &'static str,
    progress: Progress,
    /// "resume" or "record".
    what: &'static str,
    /// Whether each failure is said on standard error.
    loud: bool,
    /// Nobody reads on.
    cut: bool,
    file: Option<(Target<'p>, Draft<'p>)>,
}

impl<'p> Tally<'p> {
    /// Nothing yet, of `total` that are expected; for `target`, if there is one.
    pub(super) fn new(
        format: ReportFormat,
        goal: Goal,
        checker: &Checker<'_>,
        what: &'static str,
        total: Option<usize>,
        target: Option<Target<'p>>,
    ) -> Result<Self> {
        let report = CohortReport::new(checker);
        let streams = matches!(format, ReportFormat::Jsonl | ReportFormat::Csv);
        let progress = Progress::new(total, streams);
        let loud = match format {
            ReportFormat::Json => false,
            ReportFormat::Jsonl => total.is_some(),
            _ => true,
        };
        let file = target.map(|target| target.draft().map(|draft| (target, draft))).transpose()?;
        let mut tally = Self {
            format,
            goal,
            report,
            found: Vec::new(),
            below: 0,
            of_what: "KPIs",
            progress,
            what,
            loud,
            cut: false,
            file,
        };
        if format == ReportFormat::Csv {
            tally.write(&csv::header(&tally.report.cohort))?;
        }
        Ok(tally)
    }

    /// Says what is doubtful about the next resume.
    pub(super) fn warn(&self, doubts: &[String]) {
        for doubt in doubts {
            self.progress.beside(|| output::warning(doubt));
        }
    }

    /// The next outcome.
    pub(super) fn take(&mut self, outcome: Outcome) -> Result<Next> {
        match outcome {
            Outcome::Checked(standing, line) => self.checked(standing, &line)?,
            Outcome::Found(standing, findings) => {
                self.found.push(findings);
                self.checked(standing, "")?;
            }
            Outcome::Failed(failure, line) => self.failed(failure, &line)?,
        }
        self.progress.step();
        Ok(if self.cut { Next::Stop } else { Next::More })
    }

    /// All of it.
    pub(super) fn finish(mut self) -> Result<Answer> {
        let text = self.text()?;
        let report = &self.report;
        let (read, failed) = (report.cohort.read, report.cohort.failed);
        let given = self.counted(report.cohort.given);
        let summary = (!self.cut).then(|| format!("{given} given: {read} read, {failed} failed"));
        let verdict = self.verdict();
        let text = match self.file.take() {
            Some((target, mut draft)) => {
                draft.add(&output::for_file(&text))?;
                draft.finish()?;
                let read = self.counted(self.report.cohort.read);
                format!("{}: {}, {read}\n", target.name(), plain(&self.report.role.title))
            }
            None => text,
        };
        Ok(Answer { text, verdict, summary })
    }

    fn text(&self) -> Result<String> {
        let report = &self.report;
        Ok(match (self.format, self.format.of_findings()) {
            (_, Some(format)) => format.write(&Findings::together(self.found.iter().cloned())),
            (ReportFormat::Jsonl | ReportFormat::Csv, _) => String::new(),
            (ReportFormat::Json, _) => json(report),
            (ReportFormat::Markdown, _) => markdown::cohort(report),
            (ReportFormat::Html, _) => html::cohort(report)?,
            _ => table::cohort(report, output::width()),
        })
    }

    fn counted(&self, number: usize) -> String {
        let ending = if number == 1 { "" } else { "s" };
        format!("{number} {}{ending}", self.what)
    }

    fn verdict(&self) -> Verdict {
        if self.report.cohort.failed > 0 {
            return Verdict::Failed;
        }
        match self.goal.0 {
            Some(wanted) if self.below > 0 => Verdict::Below(format!(
                "{} of {} below --min-coverage: less than {wanted}% of the {} evidenced",
                self.below,
                self.counted(self.report.cohort.read),
                self.of_what
            )),
            _ => Verdict::Fine,
        }
    }

    fn checked(&mut self, standing: Standing, line: &str) -> Result<()> {
        self.report.cohort.add(&standing);
        self.of_what = standing.coverage.counted_name();
        self.below += usize::from(!self.goal.is_met(&standing.coverage));
        match self.format {
            ReportFormat::Jsonl | ReportFormat::Csv => self.write(line)?,
            ReportFormat::Table | ReportFormat::Json | ReportFormat::Markdown | ReportFormat::Html => {
                self.report.resumes.push(standing);
            }
            ReportFormat::Brief | ReportFormat::Sarif | ReportFormat::Github | ReportFormat::Junit => {}
        }
        Ok(())
    }

    fn failed(&mut self, failure: Failure, line: &str) -> Result<()> {
        self.report.cohort.fail();
        if self.loud {
            self.progress.beside(|| output::unread(&failure.path, &failure.reason));
        }
        match self.format {
            ReportFormat::Jsonl => self.write(line)?,
            ReportFormat::Csv => {}
            ReportFormat::Table | ReportFormat::Json | ReportFormat::Markdown | ReportFormat::Html => {
                self.report.failures.push(failure);
            }
            ReportFormat::Brief | ReportFormat::Sarif | ReportFormat::Github | ReportFormat::Junit => {
                self.found.push(Findings::new(vec![Finding::from(&failure)], Vec::new(), Vec::new()));
            }
        }
        Ok(())
    }

    fn write(&mut self, line: &str) -> Result<()> {
        match &mut self.file {
            Some((_, draft)) => draft.add(&output::for_file(line))?,
            None => self.cut |= !output::write_line(line)?,
        }
        Ok(())
    }
}
