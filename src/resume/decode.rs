//! Bytes to text: UTF-8, UTF-16 with a byte order mark, or Windows-1252 for the rest.

use std::borrow::Cow;

/// The text of a file. Line ends become `\n`, and control characters become spaces, so that
/// lines and columns are those an editor shows.
pub(super) fn text(bytes: &[u8]) -> Cow<'_, str> {
    tidy(decode(bytes))
}

fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(&bytes[mark..]).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) if cut_short(bytes, error) => String::from_utf8_lossy(bytes),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// One bad byte in a text that is otherwise UTF-8 is damage, not another encoding.
fn cut_short(bytes: &[u8], error: std::str::Utf8Error) -> bool {
    let many_byte_letters = bytes[..error.valid_up_to()].iter().filter(|byte| !byte.is_ascii()).count();
    many_byte_letters >= 2
}

fn tidy(text: Cow<'_, str>) -> Cow<'_, str> {
    // 0xC2 begins the control characters beyond ASCII, among others.
    let may_hold_foreign = |byte: u8| byte < b' ' && byte != b'\n' && byte != b'\t' || byte == 0x7F || byte == 0xC2;
    if !text.bytes().any(may_hold_foreign) {
        return text;
    }
    let mut tidied = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' => {
                letters.next_if_eq(&'\n');
                tidied.push('\n');
            }
            letter if is_foreign(letter) => tidied.push(' '),
            letter => tidied.push(letter),
        }
    }
    Cow::Owned(tidied)
}

fn is_foreign(letter: char) -> bool {
    letter.is_control() && letter != '\n' && letter != '\t'
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn reads_the_usual_encodings() {
        assert_eq!(text("Café – 5 %".as_bytes()), "Café – 5 %");
        assert_eq!(text(b"\xEF\xBB\xBFCaf\xC3\xA9"), "Café");
        assert_eq!(text(b"\xFF\xFEC\0a\0f\0\xE9\0"), "Café");
        assert_eq!(text(b"\xFE\xFF\0C\0a\0f\0\xE9"), "Café");
        assert_eq!(text(b"Caf\xE9 \x96 \x95 Led"), "Café – • Led");
    }

    #[test]
    fn keeps_lines_and_replaces_control_characters() {
        assert_eq!(text(b"a\r\nb\rc\nd"), "a\nb\nc\nd");
        assert_eq!(text(b"a\0b\x0Cc\td"), "a b c\td");
    }

    #[test]
    fn one_bad_byte_leaves_utf8_alone() {
        assert_eq!(text(b"Caf\xC3\xA9 na\xC3\xAFve \xC3"), "Café naïve \u{FFFD}");
    }
}
