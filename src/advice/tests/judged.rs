//! Which lines are judged at all, and what silences a rule.

use super::*;

#[test]
fn only_accomplishments_are_judged() {
    let source = "# Summary\n\nI am a results-driven team player.\n\n# Skills\n\n- Java, Go, SQL, Excel\n\n# Awards\n\n\
                  - Best Clerk\n\n# Education\n\n- Was taught to weld by the masters of the guild\n";
    assert_eq!(flags(source), Vec::<&str>::new());
}

#[test]
fn comments_and_settings_silence() {
    let source = "# Work\n\n- Helped sell 40 hats in Rome <!-- rolefit-ignore weak-opener -->\n\
                  - Helped sell 40 caps\n  in Rome <!-- rolefit-ignore weak-opener, no-result -->\n\
                  <!-- rolefit-ignore -->\n- Helped\n- Helped sell 40 coats in Rome\n";
    let resume = resume(source);
    let advice = advise(&resume, &Settings::default());
    let found: Vec<_> = advice.iter().map(|advice| (advice.line, advice.rule.id.as_str())).collect();
    assert_eq!(found, [(3, "weak-opener"), (3, "repeated-opener")]);
    let set = |id: &str| BTreeSet::from([id.to_owned()]);
    let ignoring = Settings { ignored: set("weak-opener"), ..Settings::default() };
    assert_eq!(advise(&resume, &ignoring).len(), 1);
    let only = Settings { only: set("tense"), ..Settings::default() };
    assert!(advise(&resume, &only).is_empty());
}

#[test]
fn unknown_ids_have_their_nearest() {
    let nearest = |id: &str| super::super::UnknownRule::check(id, None).and_then(|unknown| unknown.nearest);
    assert_eq!(nearest("no-results"), Some("no-result"));
    assert_eq!(nearest("weak_openers"), Some("weak-opener"));
    assert_eq!(nearest("punctuation"), Some("end-punctuation"));
    assert_eq!(nearest("zzz"), None);
    assert_eq!(super::super::UnknownRule::check("tense", None), None);
}
