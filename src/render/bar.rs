//! Bars: how much of a whole is there, told by the shape of each cell.

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
        .into_iter()
        .filter(|(_, number, _)| *number > 0)
        .map(|(cell, number, style)| paint(&cell.repeat(number), style))
        .collect()
}

/// A score in five cells.
pub(super) fn meter(score: Score, strength: Strength) -> String {
    // Cut and not rounded: only a score of 1 fills the meter.
    let full = (0..METER).filter(|cell| f64::from(score.0) * METER as f64 >= *cell as f64 + 1.0 - 1e-4).count();
    paint(&"■".repeat(full), color(strength)) + &paint(&"□".repeat(METER - full), QUIET)
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
    fn a_meter_is_full_for_the_highest_score_alone() {
        let told = |score| bare(&meter(Score(score), Strength::Strong));
        assert_eq!(
            [told(0.0), told(0.19), told(0.6), told(0.99), told(1.0)],
            ["□□□□□", "□□□□□", "■■■□□", "■■■■□", "■■■■■"]
        );
    }
}
