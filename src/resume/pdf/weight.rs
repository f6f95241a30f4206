//! How much a PDF unpacks to, found before it is read: the interpreter unpacks what it meets as a
//! whole, and two megabytes may hold two gigabytes.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// The most that all packed streams may unpack to, in bytes (256 MiB): a few large photographs.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// Whether the packed streams of a file unpack to more than a resume needs. Only what is packed
/// the usual way and not encrypted is weighed; a stream within a stream is not.
pub(super) fn is_too_much(bytes: &[u8]) -> bool {
    outweighs(bytes, MOST_UNPACKED)
}

fn outweighs(bytes: &[u8], limit: u64) -> bool {
    const KEYWORD: &[u8] = b"stream";
    let mut left = limit;
    for at in 0..bytes.len().saturating_sub(KEYWORD.len()) {
        // A quick look at one byte first: this runs over pictures as well.
        if bytes[at] != b's' || !bytes[at..].starts_with(KEYWORD) {
            continue;
        }
        let rest = &bytes[at + KEYWORD.len()..];
        let packed = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
        if !begins_packed(packed) {
            continue;
        }
        left -= unpacked(packed, left);
        if left == 0 {
            return true;
        }
    }
    false
}

/// Whether bytes begin as the packing does: its method, and a sum that is a multiple of 31.
fn begins_packed(bytes: &[u8]) -> bool {
    matches!(bytes, [method, flags, ..] if method & 15 == 8 && u16::from_be_bytes([*method, *flags]).is_multiple_of(31))
}

/// How many bytes come out, up to a limit. Damage ends the counting, as it ends the unpacking.
fn unpacked(packed: &[u8], limit: u64) -> u64 {
    let mut chunk = [0; 16 * 1024];
    let mut decoder = ZlibDecoder::new(packed).take(limit);
    let mut count = 0;
    while let Ok(length @ 1..) = decoder.read(&mut chunk) {
        count += length as u64;
    }
    count
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::outweighs;

    fn file(length: usize) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(b"%PDF-1.4 stream\r\n".to_vec(), Compression::fast());
        encoder.write_all(&vec![b' '; length]).expect("memory");
        encoder.finish().expect("memory")
    }

    #[test]
    fn heavy_files_are_found() {
        assert!(outweighs(&file(50_000), 40_000));
        assert!(outweighs(&[file(30_000), file(30_000)].concat(), 40_000));
        assert!(!outweighs(&file(30_000), 40_000));
        assert!(!outweighs(b"%PDF stream\nstream\x78\x9c endstream stream", 40_000));
    }
}
