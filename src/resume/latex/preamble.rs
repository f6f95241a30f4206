//! What stands before a LaTeX document: of it only who the person is.

/// The name that a preamble gives the person, empty where it gives none: `\name{Jane}{Doe}`, `\author{Jane Doe}`.
pub(super) fn name(preamble: &str) -> String {
    const NAMING: [&str; 5] = ["\\name", "\\firstname", "\\familyname", "\\lastname", "\\author"];
    let lines = preamble.lines().map(str::trim).filter(|line| !line.starts_with('%'));
    let named = lines.filter_map(|line| NAMING.iter().find_map(|command| line.strip_prefix(command)));
    // First and last name may stand in commands of their own: they are one name.
    let parts = named.filter(|rest| rest.starts_with('{')).flat_map(|rest| rest.split(['{', '}']));
    let parts: Vec<&str> =
        parts.map(str::trim).filter(|part| !part.is_empty() && !part.contains(['\\', '%'])).collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_name_stands_in_one_command_or_in_two() {
        assert_eq!(name("\\usepackage{x}\n\\name{Jane}{Doe}\n"), "Jane Doe");
        assert_eq!(name("\\firstname{Jane} % first\n\\familyname{Doe}\n%\\name{Not}{Me}"), "Jane Doe");
        assert_eq!(name("\\author{Jane Doe}"), "Jane Doe");
        assert!(name("\\newcommand{\\name}[1]{x}").is_empty());
    }
}
