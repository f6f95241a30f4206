//! Every way to call the program, in one table: what has to hold of all of them is tried on each.

use std::fs;
use std::path::{Path, PathBuf};

use rolefit::drafting::answers::question_id;
use rolefit::role::Question;
use tempfile::TempDir;

use crate::support::rolefit;

/// One way to call the program.
pub(crate) struct Call {
    /// What is typed behind `rolefit`. Words in braces stand for what is laid out in [`Desk`].
    pub(crate) typed: &'static str,
    /// The values of `--format` that it takes; none where it has no such option.
    pub(crate) formats: &'static [&'static str],
}

const LIST: &[&str] = &["table", "json", "markdown"];
const CHECK: &[&str] = &["table", "json", "jsonl", "csv", "markdown", "html", "brief", "sarif", "github", "junit"];
const FINDINGS: &[&str] = &["table", "json", "markdown", "brief", "sarif", "github", "junit"];

/// A new command, and a new format of an old one, is one line here.
pub(crate) const CALLS: &[Call] = &[
    Call { typed: "kpi-check {role} {resume}", formats: CHECK },
    Call { typed: "kpi-check {role} {resume} {folder} {missing}", formats: CHECK },
    Call { typed: "kpi-check {role} {resume} --output {new}", formats: &[] },
    Call { typed: "kpi-check {role} {folder} --min-coverage 100 --pseudonyms", formats: &["table", "json"] },
    Call { typed: "kpi-check {role} --jsonl-input {records}", formats: &["jsonl", "csv"] },
    Call { typed: "advise {resume} --today 2026-11-25", formats: FINDINGS },
    Call { typed: "advise {resume} --ignore {line} --only {line}", formats: &[] },
    Call { typed: "advise --rules", formats: LIST },
    Call { typed: "explain {role} {line}", formats: LIST },
    Call { typed: "diff {role} {resume} {resume}", formats: LIST },
    Call { typed: "init --role {line}", formats: &[] },
    Call { typed: "fit {resume}", formats: LIST },
    Call { typed: "compare teacher {role} --resume {resume}", formats: LIST },
    Call { typed: "compare {role} {role}", formats: LIST },
    Call { typed: "completions bash", formats: &[] },
    Call { typed: "completions {line}", formats: &[] },
    Call { typed: "man", formats: &[] },
    Call { typed: "man {line}", formats: &[] },
    Call { typed: "import {folder} --from onet --occupation {line}", formats: &[] },
    Call { typed: "lines {resume}", formats: LIST },
    Call { typed: "roles", formats: LIST },
    Call { typed: "roles --function {line}", formats: &[] },
    Call { typed: "roles --search {line}", formats: LIST },
    Call { typed: "lint {role} {broken}", formats: FINDINGS },
    Call { typed: "schema", formats: &[] },
    Call { typed: "show {role}", formats: &["table", "json", "markdown", "yaml"] },
    Call { typed: "questions {role}", formats: LIST },
    Call { typed: "questions {role} --topics", formats: LIST },
    Call { typed: "questions {role} --search {line}", formats: LIST },
    Call { typed: "questions {role} --topic {line}", formats: &[] },
    Call { typed: "stages {role}", formats: LIST },
    Call { typed: "draft lines {role} {resume}", formats: &[] },
    Call { typed: "draft answers {role} {resume}", formats: &[] },
    Call { typed: "draft answers {role} {resume} --output {new}", formats: &[] },
    Call { typed: "prompt {role} {resume} --for lines --show-removed", formats: &[] },
    Call { typed: "prompt {role} {resume} --for answers", formats: &[] },
    Call { typed: "answer-check {role} {answers} --resume {resume}", formats: CHECK },
    Call { typed: "practice {role} --resume {resume}", formats: &[] },
    Call { typed: "import {posting} --report", formats: &[] },
    Call { typed: "import {posting} --output {new} --report", formats: &[] },
    Call { typed: "import {posting} --output {old} --force", formats: &[] },
    Call { typed: "show {line}", formats: &[] },
    Call { typed: "show {broken}", formats: &[] },
    Call { typed: "lines {missing}", formats: &[] },
    Call { typed: "lines {line} {line}", formats: &[] },
    Call { typed: "{line}", formats: &[] },
    Call { typed: "--help", formats: &[] },
    Call { typed: "--version", formats: &[] },
];

/// An answers file with `line` as the question and the answer.
fn answered(line: &str) -> String {
    let question = Question { text: line.to_owned(), topics: Vec::new() };
    let (id, line) = (question_id(&question), line.replace('\n', " "));
    format!(
        "<!-- rolefit answers: {id} 00000000 -->\n## 1. {line}\n<!-- rolefit answers: end -->\n\n### Result\n\n{line}\n"
    )
}

/// The files that the calls work on, in a folder of their own.
pub(crate) struct Desk {
    folder: TempDir,
    /// A line of text, as somebody types it.
    line: String,
    /// What the file names end in.
    name: String,
}

impl Desk {
    /// `line` is put wherever a text can stand; `name` becomes part of every file's name.
    pub(crate) fn new(line: &str, name: &str) -> Self {
        let desk = Self { folder: TempDir::new().expect("a folder"), line: line.to_owned(), name: name.to_owned() };
        let quoted = serde_json::to_string(line).expect("a text");
        let items = |kind: &str| {
            format!(
                "{kind}:\n  - name: {quoted}\n    keywords: [{quoted}, soup]\n    prompts: [{quoted}]\n  - name: Piloting submarines\n    prompts: [{quoted}]\n"
            )
        };
        let lists = ["activities", "kpis", "requirements"].map(items).concat();
        let role = format!(
            "title: {quoted}\naliases: [{quoted}]\nfunction: {quoted}\nabout: {quoted}\n{lists}stages:\n  - name: {quoted}\n    \
             description: {quoted}\n    topics: [{quoted}]\nquestions:\n  - text: {quoted}\n    topics: [{quoted}]\n"
        );
        let resume = format!("JANE DOE\n\nWORK EXPERIENCE\n\n- Cooked soup {line}\n- {line}\n");
        let record = serde_json::json!({"id": line, "lines": [line, "Cooked soup"]});
        let faulty = serde_json::json!({"id": line, "lines": 5});
        desk.lay("role", "yaml", &role);
        desk.lay("broken", "yaml", &format!("title: X\n{quoted}: 5\n"));
        desk.lay("resume", "txt", &resume);
        desk.lay("records", "jsonl", &format!("{record}\n{faulty}\n{line}\n"));
        desk.lay("posting", "md", &format!("# {line}\n\n## Duties\n\n- Cook soup {line}\n- {line}\n\n{line}\n"));
        desk.lay("answers", "md", &answered(line));
        desk.lay("old", "yaml", "title: old\n");
        fs::create_dir(desk.path("folder", "")).expect("a folder");
        fs::write(desk.path("folder", "").join(format!("one{name}.txt")), &resume).expect("a file");
        fs::write(desk.path("folder", "").join(format!("two{name}.json")), "{").expect("a file");
        desk
    }

    fn path(&self, what: &str, ending: &str) -> PathBuf {
        let dot = if ending.is_empty() { "" } else { "." };
        self.folder.path().join(format!("{what}{}{dot}{ending}", self.name))
    }

    fn lay(&self, what: &str, ending: &str, content: &str) {
        fs::write(self.path(what, ending), content).expect("a file");
    }

    /// The folder in which all of it lies.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The arguments of a call: once, or once for each of its formats.
    pub(crate) fn arguments(&self, call: &Call) -> Vec<Vec<String>> {
        let words: Vec<String> = call.typed.split(' ').map(|word| self.word(word)).collect();
        if call.formats.is_empty() {
            return vec![words];
        }
        let with = |format: &&str| [&words[..], &["--format".to_owned(), (*format).to_owned()]].concat();
        call.formats.iter().map(with).collect()
    }

    fn word(&self, word: &str) -> String {
        let path = match word {
            "{line}" => return self.line.clone(),
            "{role}" => self.path("role", "yaml"),
            "{broken}" => self.path("broken", "yaml"),
            "{resume}" => self.path("resume", "txt"),
            "{records}" => self.path("records", "jsonl"),
            "{posting}" => self.path("posting", "md"),
            "{answers}" => self.path("answers", "md"),
            "{folder}" => self.path("folder", ""),
            "{missing}" => self.path("missing", "md"),
            "{new}" => self.path("new", "yaml"),
            "{old}" => self.path("old", "yaml"),
            word => return word.to_owned(),
        };
        path.to_str().expect("UTF-8").to_owned()
    }
}

/// The commands below `above`, as its help lists them.
fn commands(above: &[&str]) -> Vec<String> {
    let help = rolefit(&[above, &["-h"]].concat()).ok();
    let listed = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names = listed.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").map(str::to_owned).collect()
}

/// All commands that do something themselves, such as "roles".
fn all_commands() -> Vec<String> {
    let below = |name: String| {
        let own = commands(&[&name]);
        let named: Vec<String> = own.iter().map(|own| format!("{name} {own}")).collect();
        if named.is_empty() { vec![name] } else { named }
    };
    commands(&[]).into_iter().flat_map(below).collect()
}

#[test]
fn every_command_and_every_format_is_in_the_table() {
    let missing = "is not in CALLS (tests/it/every_command.rs): add a line, so that what must hold of all commands is tried on it";
    for command in all_commands() {
        let own: Vec<&Call> =
            CALLS.iter().filter(|call| format!("{} ", call.typed).starts_with(&format!("{command} "))).collect();
        assert!(!own.is_empty(), "`rolefit {command}` {missing}");
        let help = rolefit(&command.split(' ').chain(["-h"]).collect::<Vec<_>>()).ok();
        let (_, behind) = help.split_once("--format <").unwrap_or_default();
        let (_, values) = behind.split_once("[possible values: ").unwrap_or_default();
        let values = values.split(']').next().unwrap_or_default();
        for format in values.split(',').map(str::trim).filter(|format| !format.is_empty()) {
            let tried = own.iter().any(|call| call.formats.contains(&format));
            assert!(tried, "`rolefit {command} --format {format}` {missing}");
        }
    }
}
