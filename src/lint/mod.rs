//! What is wrong or doubtful in a role spec, all of it at once.
//!
//! [`lint`] takes the text of a spec and gives its [`Problem`]s, each with a rule, a place and what to do. A new rule is one
//! function in the file of its group and one line in [`RULES`].

mod base;
mod keywords;
mod names;
mod questions;
mod rules;
mod schema;
mod tree;
mod wording;

use std::path::Path;

use crate::role::{Catalogue, FindError, Role, SpecError};

pub use self::keywords::SampleLines;
pub use self::rules::{Level, RULES, Rule};
pub use self::schema::SCHEMA;

use self::tree::Node;

/// One thing that is wrong or doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rule.
    pub rule: &'static Rule,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How many characters it is about; 0 where that is not known.
    pub length: usize,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub mend: Option<String>,
}

/// What the rules look at.
struct Spec<'s> {
    source: &'s str,
    root: &'s Node,
    problems: Vec<Problem>,
}

impl Spec<'_> {
    /// Reports what is wrong with `node`.
    fn report(&mut self, rule: &'static str, node: &Node, message: impl Into<String>, mend: Option<String>) {
        let length = tree::length(node, self.source);
        self.report_at(rule, (node.line, node.column, length), message.into(), mend);
    }

    fn report_at(&mut self, rule: &'static str, place: (usize, usize, usize), message: String, mend: Option<String>) {
        let (line, column, length) = place;
        self.problems.push(Problem { rule: rules::rule(rule), line, column, length, message, mend });
    }
}

/// Everything that is wrong in `source`, the text of the role spec at `path`, by place. `catalogue` knows the roles that it
/// may build on, `lines` are what keywords are measured against.
#[must_use]
pub fn lint(source: &str, path: &Path, catalogue: &Catalogue, lines: &SampleLines) -> Vec<Problem> {
    let source = source.trim_start_matches('\u{feff}');
    let read = catalogue.spec(source, path);
    let root = match tree::read(source) {
        Ok(root) => root,
        Err((line, column)) => return vec![unreadable(&read, path, (line, column))],
    };
    let mut spec = Spec { source, root: &root, problems: Vec::new() };
    schema::check(&mut spec);
    match read {
        Ok(whole) => {
            let id = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
            let role = Role { id, spec: whole };
            questions::check_topics(&mut spec, &role.spec);
            names::check_taken(&mut spec, &role.id, catalogue);
            keywords::check_examples(&mut spec, &role);
            base::check_whole(&mut spec, &role.spec);
        }
        Err(error) => base::report(&mut spec, &error, path),
    }
    names::check_twins(&mut spec);
    questions::check(&mut spec);
    keywords::check(&mut spec, lines);
    wording::check(&mut spec);
    let mut problems = spec.problems;
    problems.sort_by(|a, b| (a.line, a.column, a.rule.id).cmp(&(b.line, b.column, b.rule.id)));
    problems
}

/// The problem of a text that is no YAML.
fn unreadable(read: &Result<crate::role::RoleSpec, FindError>, path: &Path, place: (usize, usize)) -> Problem {
    let rule = rules::rule("role/yaml");
    match read {
        Err(FindError::Spec(fault)) if is_of(fault, path) => of_fault(rule, fault),
        _ => {
            let (line, column) = place;
            let message = "this cannot be read as YAML".to_owned();
            Problem { rule, line, column, length: 0, message, mend: None }
        }
    }
}

fn is_of(fault: &SpecError, path: &Path) -> bool {
    fault.path == path.display().to_string()
}

fn of_fault(rule: &'static Rule, fault: &SpecError) -> Problem {
    let (line, column) = (fault.line, fault.column);
    Problem { rule, line, column, length: 0, message: fault.message.clone(), mend: fault.mend.clone() }
}
