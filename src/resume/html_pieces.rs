//! How `html` gives a page to the tokenizer, piece for piece.

/// A longer tag is a picture within the page: its attributes are cut away unread.
const LONGEST_TAG: usize = 1024;

/// How much of the source is given to the tokenizer at once: a tag, an entity, or the text between
/// them, so that each piece of text begins where the piece begins.
pub(super) fn piece_length(rest: &str) -> usize {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let end = |signs: &[char]| rest[first..].find(signs).map_or(rest.len(), |end| end + first);
    match rest.as_bytes().first() {
        Some(b'<') => {
            let end = end(&['<', '>']);
            end + usize::from(rest[end..].starts_with('>'))
        }
        Some(b'&') => {
            let end = end(&['<', '&', ';', ' ', '\n']);
            end + usize::from(rest[end..].starts_with(';'))
        }
        // Behind a bracket, since the one before may have stood in quotes within a tag.
        _ => {
            let end = end(&['<', '&', '>']);
            end + usize::from(rest[end..].starts_with('>'))
        }
    }
}

/// A tag as it is, or its name alone where it is very long.
pub(super) fn without_attributes(piece: &str) -> std::borrow::Cow<'_, str> {
    let name = piece
        .strip_prefix('<')
        .filter(|rest| piece.len() > LONGEST_TAG && rest.starts_with(|letter: char| letter.is_ascii_alphabetic()));
    match name {
        Some(name) if piece.ends_with('>') => {
            let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(0);
            format!("<{}>", &name[..end]).into()
        }
        _ => piece.into(),
    }
}
