//! Reads a role spec from YAML.

use crate::yaml::{self, Kind, YamlFault};

use super::extend::alone;
use super::file::SpecFile;
use super::spec::RoleSpec;

/// A role has no more activities, KPIs and requirements together: each is held against each line, and most roles have 30.
const MOST_CRITERIA: usize = 2000;

/// What is wrong with a role spec, and where.
pub type SpecError = YamlFault;

/// Reads `source`, the text of the role spec at `path`, which must stand alone: one with `extends` is an error, for
/// [`Catalogue`](super::Catalogue) knows the role that it builds on.
pub fn parse(source: &str, path: &str) -> Result<RoleSpec, SpecError> {
    let file = read(source, path)?;
    match &file.extends {
        Some(base) => {
            let message = format!("\"{}\" is not at hand here", base.value);
            Err(base.fault(source, path, message, Some("take `extends` out".to_owned())))
        }
        None => Ok(alone(file)),
    }
}

/// Reads `source`, the text of the role spec at `path`, as it stands.
pub(super) fn read(source: &str, path: &str) -> Result<SpecFile, SpecError> {
    let file: SpecFile = yaml::parse(source, path, Kind { holds: "role", first_key: "title" })?;
    let criteria = file.activities.len() + file.kpis.len() + file.requirements.len();
    if criteria > MOST_CRITERIA {
        let message = format!("{criteria} activities, KPIs and requirements: a role has at most {MOST_CRITERIA}");
        let mend = Some("keep those that matter; most roles have some 30".to_owned());
        return Err(SpecError::at(yaml::first_line(source), 1, source, path, message, mend));
    }
    if file.extends.is_some() {
        return Ok(file);
    }
    if let Some(name) = file.without.first() {
        let mend = Some("name the role that this one builds on: `extends: …`".to_owned());
        return Err(name.fault(source, path, "`without` needs `extends`".to_owned(), mend));
    }
    if file.title.is_none() {
        let (message, mend) = if yaml::says_nothing(source) {
            ("the file is empty", "begin with `title: …`")
        } else {
            ("`title` is missing", "add `title: …` here")
        };
        let line = yaml::first_line(source);
        return Err(SpecError::at(line, 1, source, path, message.to_owned(), Some(mend.to_owned())));
    }
    Ok(file)
}

/// Reads the spec of the built-in role at `path` from `source`, the JSON that it was prepared as.
pub(super) fn read_prepared(source: &str, path: &str) -> Result<SpecFile, SpecError> {
    serde_json::from_str(source)
        .map_err(|error| SpecError::at(error.line(), error.column(), source, path, error.to_string(), None))
}

#[cfg(test)]
mod tests {
    use super::parse;

    /// Place, message and mend of the error in `source`.
    fn fault(source: &str) -> (usize, usize, String, String) {
        let error = parse(source, "role.yaml").expect_err("a fault");
        (error.line, error.column, error.message, error.mend.unwrap_or_default())
    }

    fn told(line: usize, column: usize, message: &str, mend: &str) -> (usize, usize, String, String) {
        (line, column, message.to_owned(), mend.to_owned())
    }

    #[test]
    fn a_misspelt_key_gets_the_nearest_known_one() {
        assert_eq!(fault("title: X\nkpi: []\n"), told(2, 1, "unknown key `kpi`", "did you mean `kpis`?"));
        let nested = "title: X\nkpis:\n  - name: a\n    keyword: [b]\n";
        assert_eq!(fault(nested), told(4, 5, "unknown key `keyword`", "did you mean `keywords`?"));
    }

    #[test]
    fn a_strange_key_gets_all_known_ones() {
        let (line, column, message, mend) = fault("title: X\nzzz: 1\n");
        assert_eq!((line, column, message.as_str()), (2, 1, "unknown key `zzz`"));
        assert_eq!(
            mend,
            "keys here: extends, without, title, aliases, function, about, activities, kpis, requirements, stages, questions"
        );
    }

    #[test]
    fn a_missing_title_is_told_where_the_spec_begins() {
        let spec = "# mine\n\naliases: [a]\nkpis:\n  - name: a\n";
        assert_eq!(fault(spec), told(3, 1, "`title` is missing", "add `title: …` here"));
    }

    #[test]
    fn a_missing_name_is_told_in_its_item() {
        let spec = "title: X\nkpis:\n  - name: a\n  - description: b\n";
        assert_eq!(fault(spec), told(4, 5, "`name` is missing", "add `name: …` here"));
    }

    #[test]
    fn a_spec_of_thousands_of_criteria_is_refused() {
        let spec = |kpis: usize| format!("title: X\nkpis:\n{}", "  - name: a\n".repeat(kpis));
        assert!(parse(&spec(2000), "role.yaml").is_ok());
        let (line, _, message, _) = fault(&spec(2001));
        assert_eq!((line, message.as_str()), (1, "2001 activities, KPIs and requirements: a role has at most 2000"));
    }

    #[test]
    fn an_empty_list_item_is_told_where_it_stands() {
        let mend = "write something here, or take it out";
        let spec = "title: X\nkpis:\n  - name: a\n    keywords:\n      - b\n      -\n      - c\n";
        assert_eq!(fault(spec), told(6, 8, "nothing stands here", mend));
        let blank = "title: X\naliases: [b, \"  \"]\n";
        assert_eq!(fault(blank), told(2, 14, "empty text", mend));
        assert_eq!(fault("title:\n"), told(1, 6, "nothing stands here", mend));
    }

    #[test]
    fn a_wrong_type_is_told_with_the_right_one() {
        let list = "a list belongs here, such as `[one, two]`";
        assert_eq!(fault("title: X\nkpis: hello\n"), told(2, 7, "wrong type", list));
        let keys = "keys with values belong here, such as `name: …`";
        assert_eq!(fault("title: X\nkpis:\n  - hello\n"), told(3, 5, "wrong type", keys));
        assert_eq!(fault("title: [X]\n"), told(1, 8, "wrong type", "one text belongs here"));
        assert_eq!(fault("- a\n"), told(1, 1, "wrong type", keys));
    }

    #[test]
    fn a_key_that_stands_twice_is_told_at_its_second_place() {
        assert_eq!(fault("title: X\ntitle: Y\n"), told(2, 1, "`title` stands twice", "keep one"));
    }

    #[test]
    fn a_weight_that_is_none_gets_those_that_are() {
        let spec = "title: X\nkpis:\n  - name: a\n    weight: most\n";
        assert_eq!(fault(spec), told(4, 13, "`most` is not allowed here", "use one of: must, nice"));
    }

    #[test]
    fn faults_of_the_yaml_itself_are_told_with_a_mend() {
        assert_eq!(fault(""), told(1, 1, "the file is empty", "begin with `title: …`"));
        assert_eq!(fault("# only\n"), told(1, 1, "the file is empty", "begin with `title: …`"));
        let colon = told(1, 20, "a colon stands where no key can be", "put the whole text in quotes");
        assert_eq!(fault("title: Développeur : é\n"), colon);
        let tab = fault("title: X\nkpis:\n\t- name: a\n");
        assert_eq!((tab.0, tab.2.as_str(), tab.3.as_str()), (3, "a tab stands in the indent", "indent with spaces"));
        assert_eq!(fault("title: X\n---\ntitle: Y\n").2, "a second document begins here");
        assert_eq!(fault("title: \"X\n").2, "unclosed quote");
    }

    #[test]
    fn a_fault_is_shown_with_place_and_source_line() {
        let error = parse("title: Ä\r\naliases: [ä, \"\"]\r\n", "my/role.yaml").expect_err("a fault");
        let lines =
            ["my/role.yaml:2:14: empty text", "2 | aliases: [ä, \"\"]", "^ write something here, or take it out"];
        let shown = error.to_string();
        assert!(lines.iter().all(|line| shown.contains(line)), "{shown}");
    }

    #[test]
    fn a_byte_order_mark_moves_no_column() {
        assert_eq!(fault("\u{feff}kpi: 1\n"), told(1, 1, "unknown key `kpi`", "did you mean `kpis`?"));
    }
}
