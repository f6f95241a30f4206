//! A new `rolefit.yaml`, with what each key is for.

/// The text of a file for this role and these resumes, paths from the file's folder on. `kpis` are the ids of the role's
/// KPIs, to choose weights from.
#[must_use]
pub fn template(role: &str, resumes: &[String], kpis: &[String]) -> String {
    let resumes = match resumes {
        [] => "# resume: resume.md\n".to_owned(),
        [resume] => format!("resume: {}\n", quoted(resume)),
        several => format!(
            "resumes:\n{}",
            several.iter().map(|resume| format!("  - {}\n", quoted(resume))).collect::<Vec<_>>().concat()
        ),
    };
    let weights = kpis.iter().map(|kpi| format!("#   {kpi}: 1\n")).collect::<Vec<_>>().concat();
    format!(
        "# What `rolefit` takes for granted in this folder and below it. The command line goes before it.

# An id, a title or an alias (`rolefit roles`), or the path of a role spec (.yaml).
role: {}

# The file to check; `resumes: [a.md, b.md]` for several. Paths begin in this folder and stay in it.
{resumes}
# Read only the lines for these targets, and those without a tag.
# tags: [backend]

# The least share of the KPIs that must be evidenced, in percent; below it `kpi-check` ends with status 1.
# min-coverage: 60

# How much each KPI counts in that share: 1 unless said otherwise, 0 leaves it out.
# weights:
{weights}
# Rules on wording that give no advice, by id (`rolefit advise --rules`).
# ignore: [too-short]
",
        quoted(role)
    )
}

/// A text as YAML, in quotes where it is anything but plain words.
fn quoted(text: &str) -> String {
    let plain = text.starts_with(char::is_alphabetic)
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ' '))
        && text.trim() == text
        && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&text.to_lowercase().as_str());
    if plain {
        return text.to_owned();
    }
    let escaped: String =
        text.chars().flat_map(|c| if matches!(c, '"' | '\\') { vec!['\\', c] } else { vec![c] }).collect();
    format!("\"{}\"", escaped.replace(['\n', '\r'], " "))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::template;
    use crate::config::Config;

    #[test]
    fn a_new_file_reads_back_as_what_was_asked_for() {
        for (role, resume) in [("teacher", "resume.md"), ("my: role", "a \"b\" \\ c.md"), ("on", "yes"), ("#x", "- a")]
        {
            let text = template(role, &[resume.to_owned()], &["a".to_owned()]);
            let config = Config::parse(&text, Path::new("rolefit.yaml")).expect("a configuration");
            assert_eq!((config.role.as_deref(), config.resumes), (Some(role), vec![resume.into()]), "{text}");
        }
    }

    #[test]
    fn what_is_commented_out_is_sound_too() {
        let text = template("teacher", &[], &["lessons-given".to_owned()]);
        let keys = ["resume:", "tags:", "min-coverage:", "weights:", "ignore:", "  "];
        let is_key = |line: &&str| keys.iter().any(|key| line.starts_with(key));
        let all: String =
            text.lines().map(|line| line.strip_prefix("# ").filter(is_key).unwrap_or(line).to_owned() + "\n").collect();
        let config = Config::parse(&all, Path::new("rolefit.yaml")).expect("a configuration");
        assert_eq!(
            (config.weights.len(), config.min_coverage, config.tags.len(), config.resumes.len(), config.ignore.len()),
            (1, Some(60.0), 1, 1, 1),
            "{all}"
        );
    }
}
