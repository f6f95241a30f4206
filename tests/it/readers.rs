//! Bullets of real producers' files, counted; and damage, which must never panic nor hang.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rolefit::resume::{ReadError, Resume, read};

/// How many of all bullets have to come out exactly, in percent.
const ENOUGH: usize = 95;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn fixtures() -> Vec<PathBuf> {
    let is_resume = |path: &PathBuf| path.extension().is_some_and(|end| end == "pdf" || end == "docx");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(is_resume);
    paths.sort();
    paths
}

/// The bullets a fixture has to show. Several files of one source share one list: what stands
/// before the first dot names it.
fn expected(path: &Path) -> Vec<String> {
    let name = path.file_name().unwrap().to_str().unwrap();
    let name = name.split('.').next().unwrap();
    let text = std::fs::read_to_string(folder().join(format!("{name}.expected.txt"))).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

#[test]
fn bullets_come_out_exactly() {
    let (mut exact, mut all) = (0, 0);
    for path in fixtures() {
        let expected = expected(&path);
        let name = path.file_name().unwrap().to_str().unwrap();
        if expected.is_empty() {
            continue;
        }
        let resume = read(name, &std::fs::read(&path).unwrap(), None);
        let found: Vec<String> =
            resume.iter().flat_map(Resume::accomplishments).map(|line| line.text.clone()).collect();
        let missing: Vec<&String> = expected.iter().filter(|line| !found.contains(line)).collect();
        let extra: Vec<&String> = found.iter().filter(|line| !expected.contains(line)).collect();
        println!("{name}: {} / {}, {} too many", expected.len() - missing.len(), expected.len(), extra.len());
        for line in &missing {
            println!("  missing: {line}");
        }
        for line in &extra {
            println!("  extra:   {line}");
        }
        if let Err(error) = &resume {
            println!("  {error}");
        }
        exact += expected.len() - missing.len();
        all += expected.len();
    }
    println!("{exact} of {all}");
    assert!(exact * 100 >= all * ENOUGH, "{exact} of {all}");
}

#[test]
fn three_errors_of_their_own() {
    let error = |name: &str| read(name, &std::fs::read(folder().join(name)).unwrap(), None).unwrap_err();
    assert!(matches!(error("errors/scanned.pdf"), ReadError::NoTextLayer { .. }));
    assert!(matches!(error("errors/encrypted.pdf"), ReadError::Encrypted { .. }));
    assert!(matches!(error("errors/damaged.pdf"), ReadError::Broken { .. }));
    assert!(matches!(error("errors/damaged.docx"), ReadError::Broken { .. }));
}

#[test]
fn a_document_behind_a_password_says_so() {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let container = [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".as_slice(), &[0; 64], &name].concat();
    let error = read("a.docx", &container, None).unwrap_err();
    assert!(matches!(error, ReadError::Encrypted { .. }), "{error}");
    assert!(error.to_string().contains("password"), "{error}");
}

/// A reproducible row of numbers.
fn shuffled(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from(*seed >> 16).unwrap()
}

#[test]
fn damage_neither_panics_nor_hangs() {
    let slowest = fixtures().iter().map(|path| damage(path)).max().unwrap();
    println!("slowest damaged file: {slowest:?}");
    assert!(slowest < Duration::from_secs(20), "{slowest:?}");
}

/// Reads a file cut short and with bytes changed; how long the slowest reading took.
fn damage(path: &Path) -> Duration {
    let name = path.to_str().unwrap();
    let whole = std::fs::read(path).unwrap();
    let mut seed = 0x2545_F491_4F6C_DD1D;
    let mut slowest = Duration::ZERO;
    for round in 0..24 {
        let mut bytes = whole.clone();
        if round % 3 == 0 {
            bytes.truncate(shuffled(&mut seed) % whole.len());
        } else {
            for _ in 0..=(1 << (round / 4)) {
                let at = shuffled(&mut seed) % whole.len();
                bytes[at] = u8::try_from(shuffled(&mut seed) % 256).unwrap();
            }
        }
        let begun = Instant::now();
        // Any answer will do, as long as there is one.
        let _ = read(name, &bytes, None);
        slowest = slowest.max(begun.elapsed());
    }
    slowest
}
