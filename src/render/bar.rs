//! Bars: how much of a whole is there, told by the shape of each cell.

use anstyle::Style;

use crate::report::{Counts, Score, Strength};

use super::style::{QUIET, color, paint};

/// Cells of a score's meter.
const METER: usize = 5;

/// How many criteria are evidenced, strongly (`█`), partly (`▓`) and not (`░`), in `cells` cells. What there is any of has
/// a cell, as far as there is room.
pub(super) fn coverage(counts: Counts, cells: usize) -> String {
    let covered = share(counts.covered, counts.total, cells);
    let strong = share(counts.strong, counts.total, cells).min(covered);
    let partial = if counts.covered > counts.strong { (covered - strong).max(usize::from(covered > 1)) } else { 0 };
    let strong = covered - partial;
    [("█", strong, color(Strength::Strong)), ("▓", partial, color(Strength::Partial)), ("░", cells - covered, QUIET)]
        .map(cells_of)
        .concat()
}

/// A score in five cells. Of two scores the stronger evidence has more: none at most one, partial two, strong three or more.
pub(super) fn meter(score: Score, strength: Strength) -> String {
    let cells = match strength {
        Strength::None => 0..=1,
        Strength::Partial => 2..=2,
        Strength::Strong => 3..=METER,
    };
    let nearest = (0..METER).filter(|cell| f64::from(score.0) * METER as f64 >= *cell as f64 + 0.5).count();
    let full = nearest.clamp(*cells.start(), *cells.end());
    [("■", full, color(strength)), ("□", METER - full, QUIET)].map(cells_of).concat()
}

/// So many cells of a kind.
fn cells_of((cell, number, style): (&str, usize, Style)) -> String {
    if number == 0 { String::new() } else { paint(&cell.repeat(number), style) }
}

/// The cells of `number` out of `total`: at least one where there is any, all only where it is all.
fn share(number: usize, total: usize, cells: usize) -> usize {
    if total == 0 {
        return 0;
    }
    (number * cells / total).max(usize::from(number > 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bare(text: &str) -> String {
        text.chars().filter(|c| "█▓░■□".contains(*c)).collect()
    }

    fn bar(covered: usize, strong: usize, total: usize) -> String {
        bare(&coverage(Counts { covered, strong, total }, 10))
    }

    #[test]
    fn a_bar_is_full_only_where_all_is_covered_and_empty_only_where_nothing_is() {
        assert_eq!(bar(10, 10, 10), "██████████");
        assert_eq!(bar(0, 0, 10), "░░░░░░░░░░");
        assert_eq!(bar(99, 99, 100), "█████████░");
        assert_eq!(bar(1, 1, 100), "█░░░░░░░░░");
        assert_eq!(bar(7, 4, 10), "████▓▓▓░░░");
        assert_eq!(bar(100, 99, 100), "█████████▓");
        assert_eq!(bar(0, 0, 0), "░░░░░░░░░░");
    }

    #[test]
    fn a_meter_is_full_for_a_score_of_one_and_empty_for_none() {
        let told = |score| bare(&meter(Score(score), Strength::Strong));
        assert_eq!([told(0.6), told(0.8), told(0.97), told(1.0)], ["■■■□□", "■■■■□", "■■■■■", "■■■■■"]);
        assert_eq!(bare(&meter(Score(0.0), Strength::None)), "□□□□□");
    }

    #[test]
    fn a_meter_shows_stronger_evidence_longer_however_near_the_scores() {
        let told = |score, strength| bare(&meter(Score(score), strength));
        assert_eq!(told(0.36, Strength::None), "■□□□□");
        assert_eq!(told(0.37, Strength::Partial), "■■□□□");
        assert_eq!(told(0.52, Strength::Partial), "■■□□□");
        assert_eq!(told(0.53, Strength::Strong), "■■■□□");
    }
}
