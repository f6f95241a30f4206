//! The shape of the file, and what may stand in it.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use serde::Deserialize;

use crate::resume::tag_name;
use crate::yaml::{self, Kind, Placed, YamlFault};

/// The longest file that is read, in bytes: what is longer is no configuration.
const MOST_BYTES: u64 = 1024 * 1024;
/// The highest weight of a KPI.
const MOST_WEIGHT: u32 = 100;

/// What a `rolefit.yaml` says. What it leaves out is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The role: a name as on the command line, or the path of a role spec.
    pub role: Option<String>,
    /// The resumes.
    pub resumes: Vec<PathBuf>,
    /// Only the lines for these targets.
    pub tags: Vec<String>,
    /// The least share of the KPIs to be evidenced, in percent.
    pub min_coverage: Option<f64>,
    /// How much each KPI counts in that share; 1 for those that are not named.
    pub weights: Vec<KpiWeight>,
    /// The ids of the rules on wording that give no advice.
    pub ignore: Vec<Placed<String>>,
    path: String,
    source: String,
    role_as_written: Option<Placed<String>>,
    resumes_as_written: Vec<Placed<String>>,
}

/// How much a KPI counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KpiWeight {
    /// Its id or its name, as written.
    pub kpi: String,
    /// From 0, which leaves it out, to 100.
    pub weight: Placed<u32>,
}

/// Why a configuration could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("{path}: this configuration cannot be read: {why}")]
    Unreadable {
        /// The file as it was named.
        path: String,
        /// Why.
        why: String,
    },
    /// Something in it is wrong.
    #[error(transparent)]
    Fault(#[from] YamlFault),
}

/// The file as it stands.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
struct File {
    role: Option<Placed<String>>,
    resume: Option<Placed<String>>,
    resumes: Vec<Placed<String>>,
    tags: Vec<Placed<String>>,
    min_coverage: Option<Placed<String>>,
    weights: BTreeMap<String, Placed<String>>,
    ignore: Vec<Placed<String>>,
}

impl Config {
    /// Reads the file at `path`.
    pub fn read(path: &Path) -> Result<Self, ConfigError> {
        let name = path.to_string_lossy().into_owned();
        let unreadable = |why: String| ConfigError::Unreadable { path: name.clone(), why };
        let size = std::fs::metadata(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => unreadable("there is no such file. `rolefit init` writes a rolefit.yaml".to_owned()),
            _ => unreadable(error.to_string()),
        })?;
        if !size.is_file() || size.len() > MOST_BYTES {
            return Err(unreadable("it is no file of at most 1 MiB".to_owned()));
        }
        let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
        let source =
            String::from_utf8(bytes).map_err(|_| unreadable("it is not UTF-8. Save it as UTF-8".to_owned()))?;
        Ok(Self::parse(&source, path)?)
    }

    /// Reads `source`, the text of the file at `path`. Paths in it are taken from its folder.
    pub fn parse(source: &str, path: &Path) -> Result<Self, YamlFault> {
        let name = path.to_string_lossy().into_owned();
        let file: File = if yaml::says_nothing(source) {
            File::default()
        } else {
            yaml::parse(source, &name, Kind { holds: "configuration", first_key: "role" })?
        };
        let config = Self { path: name, source: source.to_owned(), ..Self::default() };
        config.filled(file, path.parent().unwrap_or(Path::new("")))
    }

    /// The file as it was named.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong with a value of this file.
    #[must_use]
    pub fn fault<T>(&self, value: &Placed<T>, message: String, mend: Option<String>) -> YamlFault {
        value.fault(&self.source, &self.path, message, mend)
    }

    /// What is wrong with the role, where it stands; none where the file names no role.
    #[must_use]
    pub fn role_fault(&self, message: String, mend: Option<String>) -> Option<YamlFault> {
        Some(self.fault(self.role_as_written.as_ref()?, message, mend))
    }

    /// What is wrong with the resume `path`, one of [`Config::resumes`], where it stands; none where it is no such.
    #[must_use]
    pub fn resume_fault(&self, path: &Path, message: String, mend: Option<String>) -> Option<YamlFault> {
        let place = self.resumes.iter().position(|resume| resume == path)?;
        Some(self.fault(self.resumes_as_written.get(place)?, message, mend))
    }

    /// What is wrong with the KPI that `weight` is for, where its name stands.
    #[must_use]
    pub fn kpi_fault(&self, weight: &KpiWeight, message: String, mend: Option<String>) -> YamlFault {
        let Placed { line, column, .. } = weight.weight;
        let before: String = self.source.lines().nth(line - 1).unwrap_or_default().chars().take(column - 1).collect();
        let column = before.rfind(&weight.kpi).map_or(column, |at| before[..at].chars().count() + 1);
        YamlFault::at(line, column, &self.source, &self.path, message, mend)
    }

    fn filled(mut self, file: File, folder: &Path) -> Result<Self, YamlFault> {
        if let (Some(_), Some(first)) = (&file.resume, file.resumes.first()) {
            let mend = "keep one of the two".to_owned();
            return Err(self.fault(first, "`resume` and `resumes` both name resumes".to_owned(), Some(mend)));
        }
        for resume in file.resume.iter().chain(&file.resumes) {
            self.resumes.push(self.within(resume, folder)?);
            self.resumes_as_written.push(resume.clone());
        }
        if let Some(role) = &file.role {
            self.text(role)?;
            self.role = Some(if has_yaml_ending(&role.value) {
                self.within(role, folder)?.to_string_lossy().into_owned()
            } else {
                role.value.clone()
            });
        }
        self.role_as_written = file.role;
        if let Some(share) = &file.min_coverage {
            self.min_coverage = Some(self.percent(share)?);
        }
        for tag in &file.tags {
            self.tags.push(self.tag(tag)?);
        }
        for (kpi, weight) in file.weights {
            self.weights.push(KpiWeight { kpi, weight: self.weight(&weight)? });
        }
        for rule in &file.ignore {
            self.text(rule)?;
        }
        self.ignore = file.ignore;
        self.weights.sort_by_key(|weight| (weight.weight.line, weight.weight.column));
        Ok(self)
    }

    /// A share in percent, with or without its sign.
    fn percent(&self, share: &Placed<String>) -> Result<f64, YamlFault> {
        let typed = share.value.trim();
        let number = typed.strip_suffix('%').unwrap_or(typed).trim_end().parse::<f64>();
        number.ok().filter(|number| (0.0..=100.0).contains(number)).ok_or_else(|| {
            let mend = "write a number from 0 to 100, such as 60".to_owned();
            self.fault(share, format!("`{typed}` is no share in percent"), Some(mend))
        })
    }

    fn weight(&self, weight: &Placed<String>) -> Result<Placed<u32>, YamlFault> {
        match weight.value.trim().parse() {
            Ok(value) if value <= MOST_WEIGHT => Ok(Placed { value, line: weight.line, column: weight.column }),
            _ => {
                let mend = format!("write a whole number from 0 to {MOST_WEIGHT}, such as 2");
                Err(self.fault(weight, format!("`{}` is no weight", weight.value.trim()), Some(mend)))
            }
        }
    }

    fn tag(&self, tag: &Placed<String>) -> Result<String, YamlFault> {
        self.text(tag)?;
        let name = tag_name(&tag.value).map(str::to_owned);
        name.ok_or_else(|| {
            let mend = "write one tag of letters, digits, \"-\" and \"_\", such as backend".to_owned();
            self.fault(tag, format!("`{}` is no tag", tag.value), Some(mend))
        })
    }

    fn text(&self, value: &Placed<String>) -> Result<(), YamlFault> {
        if value.value.trim().is_empty() {
            let mend = Some("write something here, or take it out".to_owned());
            return Err(self.fault(value, "nothing stands here".to_owned(), mend));
        }
        Ok(())
    }

    /// A path in the file's folder or below it. No other: a folder from a stranger is not to name files outside it.
    fn within(&self, path: &Placed<String>, folder: &Path) -> Result<PathBuf, YamlFault> {
        self.text(path)?;
        let inner = Path::new(&path.value);
        if inner.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
            let path = folder.join(inner.strip_prefix(".").unwrap_or(inner));
            // A folder of no name is the one that the file lies in, which is where one stands.
            return Ok(if path.as_os_str().is_empty() { PathBuf::from(".") } else { path });
        }
        let mend = Some("name one in it, or below it".to_owned());
        Err(self.fault(path, format!("`{}` leads out of this file's folder", path.value), mend))
    }
}

fn has_yaml_ending(name: &str) -> bool {
    let ending = Path::new(name).extension();
    ending.is_some_and(|ending| ["yaml", "yml"].iter().any(|yaml| ending.eq_ignore_ascii_case(yaml)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(source: &str) -> Result<Config, YamlFault> {
        Config::parse(source, Path::new("cv/rolefit.yaml"))
    }

    fn fault(source: &str) -> (usize, usize, String, String) {
        let fault = parse(source).expect_err("a fault");
        (fault.line, fault.column, fault.message, fault.mend.unwrap_or_default())
    }

    #[test]
    fn paths_are_taken_from_the_file_and_names_stay_names() {
        let config = parse("role: roles/mine.yaml\nresumes: [./a.md, old/b.md]\n").expect("a configuration");
        assert_eq!(config.role.as_deref().map(Path::new), Some(Path::new("cv/roles/mine.yaml")));
        assert_eq!(config.resumes, [PathBuf::from("cv/a.md"), PathBuf::from("cv/old/b.md")]);
        assert_eq!(parse("role: Backend Developer\n").expect("one").role.as_deref(), Some("Backend Developer"));
        assert_eq!(parse("# nothing yet\n").expect("one").resumes, Vec::<PathBuf>::new());
    }

    #[test]
    fn weights_keep_their_order_and_places() {
        let config = parse("weights:\n  speed: 3\n  code-quality: 0\n").expect("a configuration");
        let told: Vec<_> = config.weights.iter().map(|it| (it.kpi.as_str(), it.weight.value, it.weight.line)).collect();
        assert_eq!(told, [("speed", 3, 2), ("code-quality", 0, 3)]);
    }

    #[test]
    fn a_share_may_have_its_sign_and_a_tag_its_braces() {
        let config = parse("min-coverage: 60 %\ntags: [\"{.lead}\", .web, office]\nignore: [tense]\n").expect("one");
        assert_eq!((config.min_coverage, config.tags.join(" ")), (Some(60.0), "lead web office".to_owned()));
        assert_eq!((config.ignore[0].value.as_str(), config.ignore[0].column), ("tense", 10));
    }

    #[test]
    fn a_weight_for_no_kpi_is_told_where_its_name_stands() {
        for (source, place) in [("weights:\n  speed: 3\n", (2, 3)), ("weights: {\"speed\": 3}\n", (1, 12))] {
            let config = parse(source).expect("a configuration");
            let fault = config.kpi_fault(&config.weights[0], "no such KPI".to_owned(), None);
            assert_eq!((fault.line, fault.column), place);
        }
    }

    #[test]
    fn an_unknown_key_gets_the_nearest_known_one() {
        let slip = fault("role: x\nmin-covrage: 60\n");
        assert_eq!(slip, (2, 1, "unknown key `min-covrage`".into(), "did you mean `min-coverage`?".into()));
        assert!(fault("output: /etc/passwd\n").2.contains("unknown key `output`"));
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for path in ["/etc/passwd", "../b.md", "a/../../b.md"] {
            let told = fault(&format!("resume: {path}\n"));
            assert_eq!((told.0, told.1, told.3.as_str()), (1, 9, "name one in it, or below it"), "{path}");
        }
        assert!(fault("role: ../x.yaml\n").2.contains("leads out"));
    }

    #[test]
    fn values_out_of_range_are_told_where_they_stand() {
        for share in ["120", "sixty", "-1", "NaN"] {
            let told =
                (1, 15, format!("`{share}` is no share in percent"), "write a number from 0 to 100, such as 60".into());
            assert_eq!(fault(&format!("min-coverage: {share}\n")), told);
        }
        for weight in ["101", "high", "-1", "1.5"] {
            let told =
                (2, 6, format!("`{weight}` is no weight"), "write a whole number from 0 to 100, such as 2".into());
            assert_eq!(fault(&format!("weights:\n  a: {weight}\n")), told);
        }
        assert_eq!(fault("tags: [\"{.a .b}\"]\n").2, "`{.a .b}` is no tag");
        assert_eq!(fault("resume: a\nresumes: [b]\n").3, "keep one of the two");
        assert_eq!(fault("tags: [\"\"]\n").2, "nothing stands here");
    }
}
