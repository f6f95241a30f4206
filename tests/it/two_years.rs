//! Sheets of one role in three years, for what has to hold when a sheet is brought up to date.

use std::sync::LazyLock;

use rolefit::advice::Settings;
use rolefit::drafting::{Sheet, answers, lines};
use rolefit::resume::{self, Format};
use rolefit::role::{Role, parse};

const ROLE: &str = "title: Beekeeper\nkpis:\n  - name: Honey yield\n    keywords: [honey yield]\n    measures: [kilograms a hive]\n  \
    - name: Swarm control\n    prompts: [How many swarms?]\n  - name: Wax\n    measures: [kilograms of wax]\n\
    questions:\n  - {text: Tell me about a swarm you caught., topics: [Practice]}\n  \
    - {text: What is a queen excluder?, topics: [Theory]}\n  - {text: How did you raise the honey yield?, topics: [Practice]}\n  \
    - {text: Explain foulbrood., topics: [Theory]}\n";
/// The same role a year later: a question went, one came, one moved.
const LATER: &str = "title: Bee-keeper\nkpis:\n  - name: Honey yield\n    keywords: [honey yield]\n    measures: [jars a year]\n  \
    - name: Wax\n    measures: [blocks of wax]\n  - name: Bee health\n    prompts: [How many mites?]\n\
    questions:\n  - {text: Explain foulbrood., topics: [Theory]}\n  - {text: How do you feed bees?, topics: [Practice]}\n  \
    - {text: Tell me about a swarm you caught., topics: [Practice]}\n  \
    - {text: How did you raise the honey yield?, topics: [Practice]}\n";

/// Another year later: what is asked got other names and other words, and the old questions are gone but one.
const LAST: &str = "title: Beekeeper\nkpis:\n  - name: Honey harvest\n    keywords: [honey harvest]\n    measures: [jars a hive]\n  \
    - name: Bee health\n    prompts: [How many mites?, How many losses?]\nactivities:\n  - name: Swarm control\n\
    questions:\n  - {text: Why bees?, topics: [Motivation]}\n  - {text: A hive swarms at noon. What do you do?, topics: [Practice]}\n  \
    - {text: Explain foulbrood., topics: [Theory]}\n";

/// The answers file, and the worksheet for lines.
fn sheets(role: &str, line: &str) -> [Sheet; 2] {
    let role = Role { id: "b".into(), spec: parse(role, "b.yaml").expect("a spec") };
    let resume = resume::read("r.txt", line.as_bytes(), Some(Format::Text)).expect("a resume");
    [
        answers::build(&role, &resume, &[]).expect("no topic"),
        lines::build(&role, &resume, Settings::default()).expect("a resume with work"),
    ]
}

pub static NOW: LazyLock<[Sheet; 2]> =
    LazyLock::new(|| sheets(ROLE, "- Raised honey yield to 900 kg from 40 hives\n- Looked after several hives\n"));
pub static THEN: LazyLock<[Sheet; 2]> =
    LazyLock::new(|| sheets(LATER, "- Raised honey yield to 2,000 jars for six markets\n"));
pub static LATEST: LazyLock<[Sheet; 2]> =
    LazyLock::new(|| sheets(LAST, "- Looked after several hives\n- Fed 30 hives in winter\n- Responsible for wax\n"));
