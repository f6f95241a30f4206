//! Commands that a person may copy.

/// A word as a shell takes it for one.
#[must_use]
pub fn typed(word: &str) -> String {
    let bare = |c: char| c.is_alphanumeric() || "-_./~+@:,%".contains(c);
    if !word.is_empty() && word.chars().all(bare) {
        return word.to_owned();
    }
    if word.contains(['"', '$', '`', '\\', '!']) {
        return format!("'{}'", word.replace('\'', "'\\''"));
    }
    format!("\"{word}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_can_be_pasted() {
        assert_eq!(typed("cv/resume-2.md"), "cv/resume-2.md");
        assert_eq!(typed("Cut it by 40%"), "\"Cut it by 40%\"");
        assert_eq!(typed("it's $5"), "'it'\\''s $5'");
    }
}
