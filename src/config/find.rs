//! Where the configuration is.

use std::path::{Path, PathBuf};

/// The name of the file.
pub const FILE_NAME: &str = "rolefit.yaml";

/// The nearest `rolefit.yaml`: in `folder`, else above it up to `home` and no further. A folder outside `home` is searched
/// up to the root.
#[must_use]
pub fn find(folder: &Path, home: Option<&Path>) -> Option<PathBuf> {
    let folder = folder.canonicalize().ok()?;
    let home = home.and_then(|home| home.canonicalize().ok());
    for folder in folder.ancestors() {
        let file = folder.join(FILE_NAME);
        if file.is_file() {
            return Some(file);
        }
        if home.as_deref() == Some(folder) {
            return None;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_file_wins_and_nothing_above_the_home_folder_counts() {
        let top = tempfile::tempdir().expect("a folder");
        let top = top.path().canonicalize().expect("a path");
        let deep = top.join("home/cv/old");
        std::fs::create_dir_all(&deep).expect("folders");
        let write = |folder: &Path| {
            let file = folder.join(FILE_NAME);
            std::fs::write(&file, "").expect("written");
            file
        };
        let outside = write(&top);
        assert_eq!(find(&deep, Some(&top.join("home"))), None);
        assert_eq!(find(&deep, None), Some(outside));
        let home = write(&top.join("home"));
        assert_eq!(find(&deep, Some(&top.join("home"))), Some(home));
        let near = write(&deep);
        assert_eq!(find(&deep, Some(&top.join("home"))), Some(near));
        std::fs::create_dir(top.join("home/cv").join(FILE_NAME)).expect("a folder");
        assert_eq!(
            find(&top.join("home/cv"), None),
            Some(top.join("home").join(FILE_NAME)),
            "a folder is no such file"
        );
    }
}
