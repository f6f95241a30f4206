//! Bytes to text, or what the bytes are instead.

use std::borrow::Cow;

use super::{ImportError, MOST_BYTES};

/// What a file begins with that is no text.
const SIGNATURES: [(&[u8], &str); 6] = [
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Word document or another zip file"),
    (b"\xD0\xCF\x11\xE0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
];

/// The text of `bytes`: UTF-8, UTF-16 with its mark, else Windows-1252.
pub(super) fn text<'a>(name: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, ImportError> {
    if bytes.len() > MOST_BYTES {
        return Err(ImportError::TooLarge { name: name.to_owned() });
    }
    let binary = |found: &str| ImportError::Binary { name: name.to_owned(), found: found.to_owned() };
    if let Some((_, found)) = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(binary(found));
    }
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return Ok(encoding.decode_without_bom_handling(&bytes[mark..]).0);
    }
    if bytes.contains(&0) {
        return Err(binary("a binary file"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Borrowed(text)),
        // One bad byte in what is otherwise UTF-8 is damage, not another encoding.
        Err(error) if bytes[..error.valid_up_to()].iter().filter(|byte| !byte.is_ascii()).count() >= 2 => {
            Ok(String::from_utf8_lossy(bytes))
        }
        Err(_) => Ok(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn the_usual_encodings_are_read() {
        for bytes in ["Café".as_bytes(), b"\xEF\xBB\xBFCaf\xC3\xA9", b"\xFF\xFEC\0a\0f\0\xE9\0", b"Caf\xE9"] {
            assert_eq!(text("a", bytes).expect("a text"), "Café");
        }
    }

    #[test]
    fn what_is_no_text_is_named() {
        for (bytes, found) in [(&b"%PDF-1.7"[..], "PDF"), (b"PK\x03\x04", "Word"), (b"a\0b", "binary")] {
            let error = text("a.bin", bytes).expect_err("no text").to_string();
            assert!(error.starts_with("a.bin: ") && error.contains(found), "{error}");
        }
    }
}
