//! The parts of the archive that a reader needs, unpacked within bounds. Sizes that the archive
//! states are not believed: what comes out is counted.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::decode;

/// The most that all parts may unpack to, in bytes (64 MiB).
const MOST_UNPACKED: u64 = 64 * 1024 * 1024;

/// The text of the parts.
pub(super) struct Parts {
    pub(super) document: String,
    /// Empty where there is no such part.
    pub(super) styles: String,
}

/// Whether this is an office document behind a password. It is no ZIP archive, but the older
/// container with a stream of that name.
pub(in crate::resume) fn is_encrypted(bytes: &[u8]) -> bool {
    const CONTAINER: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.starts_with(CONTAINER) && bytes.windows(name.len()).any(|window| window == name)
}

/// Unpacks the parts. The error says what is wrong, for a sentence that begins "this file is damaged".
pub(super) fn parts(bytes: &[u8]) -> Result<Parts, String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| format!("it is cut off or changed, and cannot be unpacked ({error})"))?;
    let document = main_part(&archive).ok_or("it holds no word/document.xml")?;
    let mut left = MOST_UNPACKED;
    let document = unpack(&mut archive, &document, &mut left)?;
    // Without styles there is still the text.
    let styles = unpack(&mut archive, "word/styles.xml", &mut left).unwrap_or_default();
    Ok(Parts { document, styles })
}

/// The name of the main part: `word/document.xml`, or `word/document2.xml` as some versions of
/// Word name it.
fn main_part(archive: &ZipArchive<Cursor<&[u8]>>) -> Option<String> {
    let numbered = |name: &str| {
        let number = name.strip_prefix("word/document").and_then(|rest| rest.strip_suffix(".xml"));
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let all = archive.file_names().filter_map(Result::ok).filter(|name| numbered(name));
    let mut names: Vec<String> = all.map(Cow::into_owned).collect();
    // The usual one is the shortest.
    names.sort_unstable_by_key(|name| (name.len(), name.clone()));
    names.into_iter().next()
}

fn unpack(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str, left: &mut u64) -> Result<String, String> {
    let part = archive.by_name(name).map_err(|error| format!("{name} cannot be opened ({error})"))?;
    let mut unpacked = Vec::new();
    part.take(*left + 1).read_to_end(&mut unpacked).map_err(|error| format!("{name} cannot be unpacked ({error})"))?;
    let length = unpacked.len() as u64;
    if length > *left {
        return Err(format!("it unpacks to more than {} MiB", MOST_UNPACKED / (1024 * 1024)));
    }
    *left -= length;
    Ok(decode::text(&unpacked).into_owned())
}
