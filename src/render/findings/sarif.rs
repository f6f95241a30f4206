//! SARIF 2.1.0, for code scanning and reviewing tools (<https://docs.oasis-open.org/sarif/sarif/v2.1.0/>).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use super::{sentences, word};
use crate::render::json::json;
use crate::report::{Finding, Findings, RuleInfo};

/// What must not stand in a path of a URI as it is (RFC 3986, 3.3).
const NOT_IN_PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// One run with all findings; one without results where nothing was found.
#[must_use]
pub fn sarif(findings: &Findings) -> String {
    json(&Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: env!("CARGO_PKG_NAME"),
                    version: env!("CARGO_PKG_VERSION"),
                    rules: findings.rules.iter().map(rule).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            results: findings.findings.iter().map(|finding| result(finding, &findings.rules)).collect(),
        }],
    })
}

fn rule(info: &RuleInfo) -> Rule<'_> {
    Rule { id: &info.id, short_description: Text { text: info.summary.clone() } }
}

fn result<'f>(finding: &'f Finding, rules: &[RuleInfo]) -> SarifResult<'f> {
    SarifResult {
        rule_id: &finding.rule,
        rule_index: rules.iter().position(|rule| rule.id == finding.rule),
        level: word(finding.severity),
        message: Text { text: sentences(finding) },
        locations: [Place {
            physical_location: PhysicalLocation {
                artifact_location: Artifact { uri: uri(&finding.path) },
                region: Region {
                    start_line: finding.line,
                    start_column: finding.column,
                    end_column: finding.end_column,
                    snippet: finding.excerpt.as_ref().map(|excerpt| Text { text: excerpt.text.clone() }),
                },
            },
        }],
    }
}

fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    // Standard input has no address; readers want some name.
    let path = if path == "-" { "stdin" } else { path.strip_prefix("./").unwrap_or(&path) };
    let encoded = utf8_percent_encode(path, NOT_IN_PATH);
    if path.starts_with('/') { format!("file://{encoded}") } else { encoded.to_string() }
}

#[derive(Serialize)]
struct Log<'f> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'f>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'f> {
    tool: Tool<'f>,
    column_kind: &'static str,
    results: Vec<SarifResult<'f>>,
}

#[derive(Serialize)]
struct Tool<'f> {
    driver: Driver<'f>,
}

#[derive(Serialize)]
struct Driver<'f> {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule<'f>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule<'f> {
    id: &'f str,
    short_description: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'f> {
    rule_id: &'f str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: [Place; 1],
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Place {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Text>,
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;
    use super::{sarif, uri};

    #[test]
    fn a_result_points_at_its_rule_and_its_place() {
        let log: serde_json::Value = serde_json::from_str(&sarif(&findings())).expect("JSON");
        let run = &log["runs"][0];
        let result = &run["results"][0];
        assert_eq!((result["ruleId"].as_str(), result["level"].as_str()), (Some("odd-number"), Some("error")));
        let index = result["ruleIndex"].as_u64().and_then(|at| usize::try_from(at).ok()).expect("an index");
        assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "odd-number");
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "my%2C%20r%C3%A9sum%C3%A9.md");
        assert_eq!(place["region"]["startLine"], 7);
        assert_eq!(place["region"]["endColumn"], 9);
        assert_eq!(run["results"][1]["message"]["text"], "A: warning");
        assert_eq!(place["region"]["snippet"]["text"], "- <b>é\u{1b}[2J");
    }

    #[test]
    fn paths_become_addresses() {
        assert_eq!(uri("./a b.md"), "a%20b.md");
        assert_eq!(uri("/cv/a#1.md"), "file:///cv/a%231.md");
        assert_eq!(uri("cv\\a.md"), "cv/a.md");
        assert_eq!(uri("-"), "stdin");
    }
}
