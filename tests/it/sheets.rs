//! What a person wrote into a sheet is there after every update, whatever they did to the file.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

use crate::two_years::{LATEST, NOW, THEN};

/// One thing that a person does to a file; places are shares of it.
#[derive(Clone, Debug)]
enum Edit {
    Insert(Index),
    InsertLine(Index),
    Delete(Index, usize),
    Replace(Index, usize),
    DeleteLine(Index),
    MoveParagraph(Index, Index),
    CopyParagraph(Index, Index),
    OwnHeading(Index, usize),
    FillSlot(Index),
    MoveSection(Index, Index),
    DeleteSection(Index),
    CarriageReturns,
    NoLastLineBreak,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let at = any::<Index>;
    let edit = prop_oneof![
        6 => at().prop_map(Edit::Insert),
        4 => at().prop_map(Edit::InsertLine),
        3 => (at(), 1..80_usize).prop_map(|(at, length)| Edit::Delete(at, length)),
        3 => (at(), 1..40_usize).prop_map(|(at, length)| Edit::Replace(at, length)),
        2 => at().prop_map(Edit::DeleteLine),
        2 => (at(), at()).prop_map(|(from, to)| Edit::MoveParagraph(from, to)),
        1 => (at(), at()).prop_map(|(from, to)| Edit::CopyParagraph(from, to)),
        2 => (at(), 1..5_usize).prop_map(|(at, level)| Edit::OwnHeading(at, level)),
        2 => at().prop_map(Edit::FillSlot),
        1 => (at(), at()).prop_map(|(from, to)| Edit::MoveSection(from, to)),
        1 => at().prop_map(Edit::DeleteSection),
        1 => Just(Edit::CarriageReturns),
        1 => Just(Edit::NoLastLineBreak),
    ];
    prop::collection::vec(edit, 1..40)
}

/// Does the edits; what is typed are words "Zq1q", "Zq2q" … that stand nowhere else.
fn edited(text: &str, edits: &[Edit], typed: &mut usize) -> String {
    let mut word = || {
        *typed += 1;
        format!("Zq{typed}q")
    };
    edits.iter().fold(text.to_owned(), |text, edit| {
        let characters: Vec<char> = text.chars().collect();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let paragraphs: Vec<&str> = text.split_inclusive("\n\n").collect();
        if characters.is_empty() {
            return word();
        }
        let splice = |at: usize, length: usize, new: &str| {
            let end = (at + length).min(characters.len());
            let (before, after) = (characters[..at].iter(), characters[end..].iter());
            before.copied().chain(new.chars()).chain(after.copied()).collect::<String>()
        };
        match edit {
            Edit::Insert(at) => splice(at.index(characters.len()), 0, &word()),
            Edit::InsertLine(at) => {
                let at = at.index(lines.len());
                format!("{}{} and more\n{}", lines[..at].concat(), word(), lines[at..].concat())
            }
            Edit::Delete(at, length) => splice(at.index(characters.len()), *length, ""),
            Edit::Replace(at, length) => splice(at.index(characters.len()), *length, &format!(" {} ", word())),
            Edit::DeleteLine(at) => {
                let at = at.index(lines.len());
                lines[..at].concat() + &lines[at + 1..].concat()
            }
            Edit::MoveParagraph(from, to) | Edit::CopyParagraph(from, to) => {
                let mut moved = paragraphs.clone();
                let at = from.index(moved.len());
                let paragraph = if matches!(edit, Edit::MoveParagraph(..)) { moved.remove(at) } else { moved[at] };
                moved.insert(to.index(moved.len() + 1), paragraph);
                moved.concat()
            }
            Edit::OwnHeading(at, level) => {
                let at = at.index(lines.len());
                let heading = "#".repeat(*level);
                format!("{}{heading} Mine: {}\n{}", lines[..at].concat(), word(), lines[at..].concat())
            }
            Edit::FillSlot(at) => {
                let slots: Vec<(usize, usize)> = text
                    .match_indices('[')
                    .filter_map(|(from, _)| Some((from, from + text[from..].find(']')?)))
                    .collect();
                if slots.is_empty() {
                    return text;
                }
                let (from, to) = slots[at.index(slots.len())];
                format!("{}[{}{}", &text[..from], word(), &text[to..])
            }
            Edit::MoveSection(from, _) | Edit::DeleteSection(from) => {
                let mut sections = sections(&text);
                let moved = sections.remove(from.index(sections.len()));
                if let Edit::MoveSection(_, to) = edit {
                    sections.insert(to.index(sections.len() + 1), moved);
                }
                sections.concat()
            }
            Edit::CarriageReturns => text.replace("\r\n", "\n").replace('\n', "\r\n"),
            Edit::NoLastLineBreak => text.trim_end().to_owned(),
        }
    })
}

/// A file cut before each block.
fn sections(text: &str) -> Vec<&str> {
    let begins = |line: &str| is_mark(line.trim_end()) && !line.contains(" end -->");
    let mut cuts = vec![0];
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if begins(line) && at > 0 {
            cuts.push(at);
        }
        at += line.len();
    }
    cuts.push(text.len());
    cuts.windows(2).map(|cut| &text[cut[0]..cut[1]]).collect()
}

/// The typed words that are left in a text, sorted: a section that is no longer part of the sheet moves to its end.
fn typed_words(text: &str) -> Vec<String> {
    let after = text.split("Zq").skip(1);
    let number = |rest: &str| rest.split_once('q').map(|(number, _)| number.to_owned());
    let numbers = after.filter_map(number).filter(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let mut numbers: Vec<String> = numbers.collect();
    numbers.sort();
    numbers
}

/// How often each line stands in a text.
fn counted<'t>(lines: impl Iterator<Item = &'t str>) -> HashMap<&'t str, usize> {
    lines.fold(HashMap::new(), |mut counts, line| {
        *counts.entry(line).or_default() += 1;
        counts
    })
}

/// The lines of `text` that no sheet has.
fn own_lines<'t>(text: &'t str, generated: &HashSet<String>) -> Vec<&'t str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !generated.contains(*line)).collect()
}

/// Whether a line is the mark of a block, with nothing typed into it.
fn bounds_block(line: &str) -> bool {
    let inner = line.strip_prefix("<!-- rolefit ").and_then(|rest| rest.strip_suffix(" -->"));
    let what = inner.and_then(|inner| inner.strip_prefix("answers: ").or_else(|| inner.strip_prefix("lines: ")));
    let is_sum = |word: &str| word.len() == 8 && word.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let is_begin = |(id, sum): (&str, &str)| (id == "head" || is_sum(id)) && is_sum(sum);
    what.is_some_and(|what| what == "end" || what.split_once(' ').is_some_and(is_begin))
}

fn is_mark(line: &str) -> bool {
    line.starts_with("<!-- rolefit ") && line.ends_with(" -->")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn every_word_a_person_wrote_is_kept_through_changes_of_role_and_resume(
        kind in 0..2_usize,
        rounds in prop::collection::vec((edits(), 0..3_usize), 2..5),
    ) {
        let mut text = NOW[kind].fresh();
        let mut typed = 0;
        for (edits, year) in &rounds {
            let sheet = [&NOW, &THEN, &LATEST].map(|year| &year[kind])[*year];
            let mine = edited(&text, edits, &mut typed);
            let Ok(update) = sheet.update(&mine, false) else {
                // Not one mark is left: the file is not touched.
                prop_assert!(!mine.lines().any(bounds_block), "{}", mine);
                return Ok(());
            };
            prop_assert_eq!(typed_words(&mine), typed_words(&update.text), "of\n{}\nbecame\n{}", mine, update.text);
            let generated: HashSet<String> = [&text, &sheet.fresh()].iter().flat_map(|text| text.lines()).map(|line| line.trim().to_owned()).collect();
            let left = counted(update.text.lines().map(str::trim));
            for (line, count) in counted(own_lines(&mine, &generated).into_iter().filter(|line| !is_mark(line))) {
                let kept = left.get(line).copied().unwrap_or_default();
                prop_assert!(kept >= count, "{:?} of\n{}\nis not in\n{}", line, mine, update.text);
            }
            let again = sheet.update(&update.text, false).expect("a sheet");
            prop_assert_eq!(&again.text, &update.text);
            text = update.text;
        }
    }
}

#[test]
fn a_sheet_that_nobody_touched_is_the_same_after_an_update() {
    assert!(NOW[0].fresh().contains("Evidence to tell:"));
    for sheet in NOW.iter().chain(THEN.iter()) {
        let fresh = sheet.fresh();
        assert_eq!(sheet.update(&fresh, false).expect("a sheet").text, fresh);
    }
}

#[test]
fn an_untouched_sheet_follows_the_role_and_holds_nothing_of_the_old_one() {
    let update = THEN[0].update(&NOW[0].fresh(), false).expect("a sheet");
    assert_eq!(
        (update.added, update.updated, update.unchanged, update.kept, update.removed, update.deleted),
        (1, 3, 0, 0, 1, 0)
    );
    for gone in ["queen excluder", "900 kg", "kilograms a hive"] {
        assert!(!update.text.contains(gone), "{}", update.text);
    }
    for new in ["How do you feed bees?", "2,000 jars", "jars a year"] {
        assert!(update.text.contains(new), "{}", update.text);
    }
}

#[test]
fn a_question_that_went_keeps_its_answer_under_a_heading_that_says_so_and_may_come_back() {
    let mine = NOW[0].fresh().replacen("### Definition\n", "### Definition\n\nKeeps the queen below.\n", 1);
    let without = THEN[0].update(&mine, false).expect("a sheet").text;
    assert!(without.contains("## No longer asked: What is a queen excluder?\n"), "{without}");
    assert!(without.contains("### Definition\n\nKeeps the queen below.\n"), "{without}");
    let at = without.find("No longer asked").expect("a heading");
    assert!(!without[at..].contains("## 4."), "it stands at the end: {without}");
    let back = NOW[0].update(&without, false).expect("a sheet").text;
    assert!(back.contains("## 2. What is a queen excluder?\n") && !back.contains("No longer asked"), "{back}");
    assert!(back.find("## 2.") < back.find("## 3."), "it is back at its place: {back}");
    assert!(back.contains("### Definition\n\nKeeps the queen below.\n"), "{back}");
}

#[test]
fn a_gap_that_is_filled_keeps_the_line_below_it_under_a_heading_that_says_so() {
    let mine = NOW[1].fresh().replacen("Your line:\n", "Your line:\n\nCaught 12 swarms.\n", 1);
    assert!(mine.contains("## Missing KPI: Swarm control\n"), "{mine}");
    let update = THEN[1].update(&mine, false).expect("a sheet");
    assert_eq!(update.kept, 1);
    let (before, kept) = update.text.split_once("## Kept from an earlier draft: Swarm control\n").expect("a heading");
    assert!(kept.contains("Your line:\n\nCaught 12 swarms.\n") && !kept.contains("## "), "{kept}");
    assert!(before.contains("## Missing KPI: Bee health\n") && !update.text.contains("Missing KPI: Swarm"), "{before}");
}

#[test]
fn the_room_of_a_question_follows_its_kind_until_somebody_writes_there() {
    let fresh = NOW[0].fresh();
    let old = fresh.replace(
        "### Definition\n\n### Why it matters\n\n### Own example\n\n### Trade-off\n",
        "### Situation\n\n### Task\n\n### Action\n\n### Result\n",
    );
    assert_ne!(old, fresh);
    assert_eq!(NOW[0].update(&old, false).expect("a sheet").text, fresh);
    let mine = old.replacen("### Result\n", "### Result\n\nMine.\n", 4);
    assert_eq!(NOW[0].update(&mine, false).expect("a sheet").text, mine);
}

#[test]
fn a_question_that_was_deleted_stays_deleted_until_it_is_asked_back() {
    let fresh = NOW[0].fresh();
    let second = fresh.find("## 2.").and_then(|at| fresh[..at].rfind("<!--")).expect("a question");
    let third = fresh.find("## 3.").and_then(|at| fresh[..at].rfind("<!--")).expect("a question");
    let mine = format!("{}{}", &fresh[..second], &fresh[third..]);
    let update = NOW[0].update(&mine, false).expect("a sheet");
    assert_eq!((update.deleted, &update.text), (1, &mine));
    let restored = NOW[0].update(&mine, true).expect("a sheet");
    assert_eq!((restored.added, &restored.text), (1, &fresh));
}

#[test]
fn what_was_written_into_a_generated_block_stands_below_it_from_then_on() {
    let mine = NOW[0].fresh().replacen("KPIs to bring in:\n", "KPIs to bring in: mine too\n", 1);
    let update = NOW[0].update(&mine, false).expect("a sheet").text;
    assert!(
        update.contains("<!-- rolefit answers: end -->\n\nKPIs to bring in: mine too\n\n### Situation\n"),
        "{update}"
    );
    assert_eq!(NOW[0].update(&update, false).expect("a sheet").text, update);
}
