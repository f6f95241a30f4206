use super::*;
use crate::report::{Counts, DEFAULT_MIN_SCORE};
use crate::resume::{self, Format};
use crate::role::parse;

const ROLE: &str = "title: T\nactivities:\n  - name: Writing unit tests\n    keywords: [unit tests]\n\
                    kpis:\n  - name: Honey yield\n    keywords: [honey]\n";

fn checked(lines: &str, min_score: f32) -> CheckReport {
    let role = Role { id: "t".into(), spec: parse(ROLE, "t.yaml").expect("a spec") };
    let resume = resume::read("r.txt", lines.as_bytes(), Some(Format::Text)).expect("a resume");
    check(&role, &resume, min_score).expect("a report")
}

#[test]
fn of_equal_lines_the_first_is_the_best() {
    let report = checked("- Wrote unit tests\n- Wrote unit tests\n- Sang in a choir\n", DEFAULT_MIN_SCORE);
    assert_eq!((report.criteria[0].best_line, report.criteria[0].lines.as_slice()), (Some(0), [0, 1].as_slice()));
    assert_eq!(report.idle_lines().map(|line| line.index).collect::<Vec<_>>(), [2]);
}

#[test]
fn a_gap_has_a_step_and_no_line() {
    let report = checked("- Wrote unit tests\n", DEFAULT_MIN_SCORE);
    let gap = report.criteria_of(CriterionKind::Kpi).next().expect("a KPI");
    assert_eq!((gap.strength, gap.best_line, gap.lines.len()), (Strength::None, None, 0));
    assert!(gap.next_step.is_some());
    assert_eq!(report.coverage.kpis, Counts { covered: 0, strong: 0, total: 1 });
    assert_eq!(report.coverage.kpis.percent(), Some(0.0));
}

#[test]
fn the_least_score_reaches_the_matches_only() {
    let all = checked("- Wrote unit tests\n", 0.0);
    let none = checked("- Wrote unit tests\n", 1.0);
    assert_eq!((all.lines[0].matches.len(), none.lines[0].matches.len()), (2, 0));
    assert_eq!(all.criteria, none.criteria);
}

#[test]
fn nothing_to_cover_is_no_share() {
    assert_eq!(Counts::default().percent(), None);
}

#[test]
fn weights_change_the_share_and_nothing_else() {
    let spec = "title: T\nkpis:\n  - name: Writing unit tests\n    keywords: [unit tests]\n  - name: Honey yield\n";
    let role = Role { id: "t".into(), spec: parse(spec, "t.yaml").expect("a spec") };
    let resume = resume::read("r.txt", b"- Wrote unit tests\n", Some(Format::Text)).expect("a resume");
    let checked = |weights: &[(&'static str, u32)]| {
        let checker = Checker::new(&role).and_then(|checker| checker.weighted(weights.iter().copied()));
        let report = checker.as_ref().map_err(Clone::clone)?.worker().check(&resume, DEFAULT_MIN_SCORE)?;
        let standing = checker?.worker().standing(&resume)?;
        assert_eq!(standing, Standing::from(&report));
        Ok::<_, CheckError>(report)
    };
    let plain = checked(&[]).expect("a report");
    let weighted = checked(&[("Honey Yield", 3)]).expect("a report");
    assert_eq!((plain.coverage.percent(), plain.coverage.weighted_kpis), (Some(50.0), None));
    assert_eq!(weighted.coverage.percent(), Some(25.0));
    assert_eq!((weighted.coverage.kpis, &weighted.criteria), (plain.coverage.kpis, &plain.criteria));
    assert_eq!(checked(&[("honey-yield", 0)]).expect("a report").coverage.percent(), Some(100.0));
    assert_eq!(checked(&[("honey-yield", 0), ("writing-unit-tests", 0)]), Err(CheckError::NoWeight));
    let unknown = checked(&[("honey", 1)]).expect_err("no such KPI").to_string();
    assert_eq!(unknown, "the role has no KPI called \"honey\"; did you mean \"honey-yield\"?");
}

#[test]
fn a_standing_says_what_the_check_says() {
    let role = Role { id: "t".into(), spec: parse(ROLE, "t.yaml").expect("a spec") };
    let checker = Checker::new(&role).expect("criteria");
    let mut worker = checker.worker();
    let text = b"- Wrote unit tests\n- Sold honey from twelve hives\n";
    let resume = resume::read("r.txt", text, Some(Format::Text)).expect("a resume");
    let report = worker.check(&resume, 1.0).expect("a report");
    assert_eq!(Standing::from(&report), worker.standing(&resume).expect("a standing"));
}
