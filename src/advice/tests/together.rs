//! What holds of all rules: none asks for what another forbids.

use super::*;

/// A rule's examples are single lines; these two look at several.
const OF_DOCUMENTS: [&str; 2] = ["repeated-opener", "end-punctuation"];

#[test]
fn every_rule_is_registered_once() {
    let registered = crate::advice::WORK.iter().chain(&crate::advice::EVERY).map(|(id, _)| *id);
    let registered: Vec<&str> = registered.chain(crate::advice::DOCUMENT.iter().map(|(id, _)| *id)).collect();
    let written: BTreeSet<&str> = rules().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(registered.len(), written.len());
    assert_eq!(registered.into_iter().collect::<BTreeSet<_>>(), written);
}

#[test]
fn the_weak_line_of_a_rule_is_flagged_and_its_example_passes_all_rules() {
    for rule in rules() {
        let line = rule.weak.split(" (").next().unwrap_or_default();
        if !OF_DOCUMENTS.contains(&rule.id.as_str()) && rule.id != "tense" {
            assert!(flagged(&rule.id, line), "{}: {line}", rule.id);
        }
        let past = format!("# Work\n\n## Clerk, Acme (2019 – 2021)\n\n- {}\n", rule.example);
        assert_eq!(flags(&past), Vec::<&str>::new(), "{}: {}", rule.id, rule.example);
    }
}

#[test]
fn all_examples_stand_together_in_one_resume() {
    let lines: Vec<String> = rules().iter().map(|rule| format!("- {}\n", rule.example)).collect();
    assert_eq!(flags(&format!("# Work\n\n{}", lines.concat())), Vec::<&str>::new());
}

/// The verbs of the lexicon in their base forms.
fn bases() -> Vec<String> {
    #[derive(serde::Deserialize)]
    struct Action {
        #[serde(default)]
        verbs: Vec<String>,
    }
    let actions: Vec<Action> = serde_yaml::from_str(include_str!("../../lexicon/actions.yaml")).expect("actions");
    let verbs: BTreeSet<String> = actions.into_iter().flat_map(|action| action.verbs).collect();
    verbs.into_iter().collect()
}

#[test]
fn a_verb_of_the_lexicon_passes_every_rule_or_is_weak_by_the_list() {
    let verbs = bases();
    assert!(verbs.len() > 500, "{}", verbs.len());
    let (mut weak, mut others) = (0, Vec::new());
    // "teach myself" stands there because people write it, not because they should.
    for verb in verbs.iter().filter(|verb| !verb.contains("myself")) {
        // Behind these the verb's own words go on ("work with", "meet with").
        let line = format!("{verb} the three shops of the north in a year by 20%");
        let found: Vec<&str> = flags(&format!("# Work\n\n- {line}\n"));
        others.extend(found.iter().filter(|rule| **rule != "weak-opener").map(|rule| format!("{rule}: {line}")));
        weak += usize::from(found.contains(&"weak-opener"));
    }
    assert_eq!(others, Vec::<String>::new());
    assert!((5..60).contains(&weak), "{weak} of the verbs are weak openers");
}

#[test]
fn no_buzzword_is_a_verb_that_rules_ask_for() {
    let buzzwords = lists().buzzwords_of_people.all().chain(lists().buzzwords_of_things.all());
    let single: BTreeSet<&String> = buzzwords.filter(|phrase| phrase.len() == 1).map(|phrase| &phrase[0]).collect();
    for verb in bases() {
        assert!(!single.contains(&verb), "{verb}");
    }
}
