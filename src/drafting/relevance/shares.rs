//! Which question tells which line. Nobody listens to one story five times: as long as other lines fit a question nearly as
//! well, one that enough questions have is left to those.

use std::collections::BTreeSet;

/// How many lines a question gets at most.
const MOST: usize = 3;
/// A line that so many questions have is told enough.
const ENOUGH: usize = 2;
/// So many questions may have a line where one of them would be left without any.
const AT_MOST: usize = 3;
/// What is left of a line's worth for each question that has it already.
const TOLD_BEFORE: f32 = 0.75;
/// How much of the best line's worth another one must have to take its place.
const NEARLY_AS_GOOD: f32 = 0.6;

/// The lines that each question has got.
pub(super) struct Shares {
    /// For each question its lines, the best first.
    pub(super) lines: Vec<Vec<usize>>,
    /// The questions that have each line.
    told: Vec<Vec<usize>>,
}

impl Shares {
    pub(super) fn new(questions: usize, lines: usize) -> Self {
        Self { lines: vec![Vec::new(); questions], told: vec![Vec::new(); lines] }
    }

    /// Gives out the lines, of each question those that are worth at least `least` to it; of equals the first. No question
    /// that a line speaks of goes without one.
    pub(super) fn share(&mut self, worths: &[Vec<f32>], least: f32) {
        let fitting: Vec<Vec<usize>> = worths.iter().map(|worths| fitting(worths, least)).collect();
        // Every question has its first line before any gets a second one.
        let first = |shares: &Self, question: usize, line| {
            shares.lines[question].is_empty() && fitting[question].contains(&line)
        };
        while let Some((question, line)) = self.next(worths, |question, line, _| first(self, question, line)) {
            self.give(question, line);
        }
        for question in 0..fitting.len() {
            let Some(best) = fitting[question].first().filter(|_| self.lines[question].is_empty()) else { continue };
            let mut makes_room = |most| self.make_room(question, &fitting, most, &mut BTreeSet::new());
            if !makes_room(ENOUGH) && !makes_room(AT_MOST) {
                let weaker = by_worth(&worths[question], least);
                let with_room = weaker.into_iter().find(|line| self.told[*line].len() < AT_MOST);
                self.give(question, with_room.unwrap_or(*best));
            }
        }
        self.add(worths, least);
    }

    /// Gives out what may fit, as long as it is not told enough.
    pub(super) fn add(&mut self, worths: &[Vec<f32>], least: f32) {
        while let Some((question, line)) = self.next(worths, |_, _, left| left >= least) {
            self.give(question, line);
        }
        for (lines, worths) in self.lines.iter_mut().zip(worths).filter(|(_, worths)| !worths.is_empty()) {
            lines.sort_by(|a, b| worths[*b].total_cmp(&worths[*a]));
        }
    }

    /// Gives each question that has no line yet its best, where not too many have that already.
    pub(super) fn add_one(&mut self, worths: &[Vec<f32>], least: f32) {
        for (question, worths) in worths.iter().enumerate() {
            let best = by_worth(worths, least).into_iter().find(|line| self.told[*line].len() < AT_MOST);
            if let Some(best) = best.filter(|_| self.lines[question].is_empty()) {
                self.give(question, best);
            }
        }
    }

    /// The pair of question and line that is worth most now, among those with room that are `fit`, which is told what is
    /// left of the line's worth.
    fn next(&self, worths: &[Vec<f32>], fit: impl Fn(usize, usize, f32) -> bool) -> Option<(usize, usize)> {
        let mut best: Option<(f32, usize, usize)> = None;
        for (question, worths) in worths.iter().enumerate().filter(|(at, _)| self.lines[*at].len() < MOST) {
            let with_room = |line: &usize| self.told[*line].len() < ENOUGH && !self.lines[question].contains(line);
            for line in (0..worths.len()).filter(with_room) {
                let told = i32::try_from(self.told[line].len()).unwrap_or(i32::MAX);
                let left = worths[line] * TOLD_BEFORE.powi(told);
                if fit(question, line, left) && best.is_none_or(|(most, _, _)| left > most) {
                    best = Some((left, question, line));
                }
            }
        }
        best.map(|(_, question, line)| (question, line))
    }

    /// Finds `question` a line that fewer than `most` have, moving others to lines that fit them as well; whether it did.
    fn make_room(&mut self, question: usize, fitting: &[Vec<usize>], most: usize, tried: &mut BTreeSet<usize>) -> bool {
        for line in &fitting[question] {
            if !tried.insert(*line) {
                continue;
            }
            if self.told[*line].len() < most {
                self.give(question, *line);
                return true;
            }
            for other in self.told[*line].clone() {
                if self.lines[other].len() == 1 && self.make_room(other, fitting, most, tried) {
                    self.lines[other].retain(|known| known != line);
                    self.told[*line].retain(|known| *known != other);
                    self.give(question, *line);
                    return true;
                }
            }
        }
        false
    }

    fn give(&mut self, question: usize, line: usize) {
        self.lines[question].push(line);
        self.told[line].push(question);
    }
}

/// The lines that a question can do with, the best first.
fn fitting(worths: &[f32], least: f32) -> Vec<usize> {
    let best = worths.iter().copied().fold(0.0, f32::max);
    by_worth(worths, least.max(best * NEARLY_AS_GOOD))
}

/// The lines that are worth at least `least`, the best first.
fn by_worth(worths: &[f32], least: f32) -> Vec<usize> {
    let mut lines: Vec<usize> = (0..worths.len()).filter(|line| worths[*line] >= least).collect();
    lines.sort_by(|a, b| worths[*b].total_cmp(&worths[*a]));
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::*;

    fn shared(worths: &[Vec<f32>]) -> Vec<Vec<usize>> {
        let mut shares = Shares::new(worths.len(), worths.first().map_or(0, Vec::len));
        shares.share(worths, 0.1);
        shares.lines
    }

    #[test]
    fn a_line_that_is_told_enough_gives_way_to_one_nearly_as_good() {
        // All four could tell the first line; only the last has no other.
        let worths = [vec![0.9, 0.7], vec![0.9, 0.7], vec![0.9, 0.7], vec![0.9, 0.0]];
        let lines = shared(&worths);
        let told = |line: usize| lines.iter().filter(|own| own.contains(&line)).count();
        assert_eq!((told(0), told(1)), (ENOUGH, ENOUGH), "{lines:?}");
        assert_eq!(lines[3], [0]);
    }

    #[test]
    fn a_line_that_fits_much_better_is_told_once_more() {
        let lines = shared(&[vec![0.9, 0.2], vec![0.9, 0.2], vec![0.9, 0.2]]);
        assert!(lines.iter().all(|own| own.contains(&0)), "{lines:?}");
    }

    #[test]
    fn rather_a_weaker_line_than_the_same_a_fourth_time() {
        let lines = shared(&vec![vec![0.9, 0.2]; 4]);
        assert_eq!(lines.iter().filter(|own| own.contains(&0)).count(), AT_MOST, "{lines:?}");
    }

    #[test]
    fn no_question_loses_its_only_line() {
        assert_eq!(shared(&vec![vec![0.5]; 7]), vec![vec![0]; 7]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(1), ..ProptestConfig::default() })]

        #[test]
        fn every_question_that_a_line_speaks_of_has_one_and_the_rest_have_none(
            worths in (1..9_usize, 1..12_usize).prop_flat_map(|(lines, questions)| {
                prop::collection::vec(prop::collection::vec(0.0..1.0_f32, lines), questions)
            }),
        ) {
            for (own, worths) in shared(&worths).iter().zip(&worths) {
                prop_assert_eq!(own.is_empty(), worths.iter().all(|worth| *worth < 0.1));
                prop_assert!(own.len() <= MOST && own.iter().collect::<BTreeSet<_>>().len() == own.len());
                prop_assert!(own.iter().all(|line| worths[*line] >= 0.1));
            }
        }
    }
}
