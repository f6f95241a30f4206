//! What the names of a cohort have in common, and need not say again and again.

use crate::report::Standing;

/// The folder that all paths begin with, up to its last slash.
pub(super) fn shared_folder(resumes: &[Standing]) -> &str {
    let folder = |standing: &'_ Standing| standing.resume.path.rfind('/').map_or(0, |slash| slash + 1);
    let Some(first) = resumes.first() else { return "" };
    let shared = resumes.iter().fold(&first.resume.path[..folder(first)], |shared, standing| {
        let path = &standing.resume.path[..folder(standing)];
        let same = shared.char_indices().zip(path.chars()).take_while(|((_, one), other)| one == other);
        let end = same.filter(|((_, c), _)| *c == '/').last().map_or(0, |((at, _), _)| at + 1);
        &shared[..end]
    });
    if shared == "/" { "" } else { shared }
}

#[cfg(test)]
mod tests {
    use super::shared_folder;
    use crate::report::{Coverage, ResumeFormat, ResumeName, Standing};

    fn shared(paths: &[&str]) -> String {
        let standing = |path: &&str| Standing {
            resume: ResumeName { path: (*path).to_owned(), format: ResumeFormat::Text },
            coverage: Coverage::default(),
            strongest: None,
            gaps: Vec::new(),
            kpis: Vec::new(),
            activities: Vec::new(),
            requirements: Vec::new(),
        };
        shared_folder(&paths.iter().map(standing).collect::<Vec<_>>()).to_owned()
    }

    #[test]
    fn the_shared_folder_ends_at_a_slash() {
        assert_eq!(shared(&["a/bc/1", "a/bd/2"]), "a/");
        assert_eq!(shared(&["a/é/1", "a/é/2", "a/é/x/3"]), "a/é/");
        assert_eq!(shared(&["/a/1", "/b/2"]), "");
        assert_eq!(shared(&["1", "a/2"]), "");
    }
}
