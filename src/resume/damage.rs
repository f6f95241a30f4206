//! Tests alone: damaged documents of every format are read or refused, and never end in a panic.

use super::{Format, read};

const TEXT: &str = "JANE DOE\njane@example.com\n\nEXPERIENCE\nClerk, Acme — 2019–2021\n- Led a team that optimi-\n  zed costs\n\
    • Sold é 5 %\n\nSKILLS:\nGo, SQL\n";
const MARKDOWN: &str = "---\na: b\n---\n# Jane\n\n## Work\n**Clerk**  \n*Acme*\n- Led [a](b) `c` &amp;\n  - **é** <br> d\n\n    - e\n\
    | a | b |\n|---|---|\n| c | d |\n";
const JSON: &str = "{\"basics\": {\"summary\": \"I sell \\u00e9\\ud83d\\ude00. I win.\"}, \"work\": [{\"name\": \"Acme\",\n\
    \"highlights\": [\"Led **a**\", \"\\n- b\", [1, {\"c\": null}]]}], \"skills\": [{\"name\": \"é\", \"keywords\": [\"Go\"]}]}";
const YAML: &str = "cv:\n  sections:\n    work:\n      - company: Acme\n        highlights:\n          - \"Led é\\n a\"\n          - >-\n\
    \x20           Cut b\n            costs\n      - label: T\n        details: 'Go'\n    odd: [a, {bullet: &x c}, *x]\n";
const LATEX: &str = "\\documentclass{a}\\newcommand{\\x}[1]{#1}\\begin{document}\\section{Work}\n\\cventry{2019}{Clerk}{Acme}{}{}{\\begin{itemize}\n\
    \\item[--] Led \\textbf{caf\\'e} \\c{c} $\\sim$5\\% -- \\href{a}{b} % c\n\\end{itemize}}\\resumeItem{a}{b}\\cvitem{T}{Go}\\end{document}";
const HTML: &str = "<!DOCTYPE html><head><title>a</title><script>b</script></head><h2>Work</h2><!-- c --><ul><li><b>Acme</b>\n\
    <ul><li>Led é &amp; &#233; <a href='x>y'>c</a></ul></ul><p>I sold. I won.<br>x</p>";

const SAMPLES: [(Format, &str); 6] = [
    (Format::Text, TEXT),
    (Format::Markdown, MARKDOWN),
    (Format::JsonResume, JSON),
    (Format::RenderCv, YAML),
    (Format::Latex, LATEX),
    (Format::Html, HTML),
];

#[test]
fn every_sample_is_found_out_and_has_lines() {
    for (format, sample) in SAMPLES {
        let path = if format == Format::Markdown { "a.md" } else { "-" };
        let resume = read(path, sample.as_bytes(), None).expect("a sound sample");
        assert_eq!(resume.format, format);
        assert!(resume.accomplishments().count() >= 1, "{format}");
    }
}

#[test]
fn every_prefix_is_read_or_refused() {
    for (format, sample) in SAMPLES {
        for end in 0..sample.len() {
            let _ = read("-", &sample.as_bytes()[..end], Some(format));
            let _ = read("-", &sample.as_bytes()[..end], None);
        }
    }
}

#[test]
fn every_flipped_byte_is_read_or_refused() {
    for (format, sample) in SAMPLES {
        let mut bytes = sample.as_bytes().to_vec();
        for at in 0..bytes.len() {
            for mask in [0x01, 0x20, 0x80, 0xFF, bytes[at] ^ b'{', bytes[at] ^ b'\\', bytes[at] ^ b'\n'] {
                bytes[at] ^= mask;
                let _ = read("-", &bytes, Some(format));
                bytes[at] ^= mask;
            }
        }
    }
}

#[test]
fn every_format_reads_the_others() {
    for (format, _) in SAMPLES {
        for (_, sample) in SAMPLES {
            let _ = read("-", sample.as_bytes(), Some(format));
        }
    }
}
