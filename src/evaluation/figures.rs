//! The figures that say how well a set was judged.

use super::Pair;
use crate::matching::Strength;

impl Pair {
    /// Whether the program takes the line as evidence.
    #[must_use]
    pub fn decided(&self) -> bool {
        self.strength != Strength::None
    }

    /// Whether people do.
    #[must_use]
    pub fn positive(&self) -> bool {
        self.grade > 0
    }

    /// Whether the program takes it as strong evidence.
    #[must_use]
    pub fn strong(&self) -> bool {
        self.strength == Strength::Strong
    }

    /// Whether people do.
    #[must_use]
    pub fn direct(&self) -> bool {
        self.grade == 2
    }
}

/// How often a yes was right, wrong, and missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Said, and so it is.
    pub hit: usize,
    /// Said, and it is not so.
    pub extra: usize,
    /// Not said, and it is so.
    pub missed: usize,
}

impl Tally {
    /// Counts what is `said` against what `is`.
    pub fn of<'p>(pairs: impl Iterator<Item = &'p Pair>, said: fn(&Pair) -> bool, is: fn(&Pair) -> bool) -> Self {
        let mut tally = Self::default();
        for pair in pairs {
            match (said(pair), is(pair)) {
                (true, true) => tally.hit += 1,
                (true, false) => tally.extra += 1,
                (false, true) => tally.missed += 1,
                (false, false) => {}
            }
        }
        tally
    }

    /// The share of what was said that is so.
    #[must_use]
    pub fn precision(&self) -> f64 {
        self.hit as f64 / (self.hit + self.extra).max(1) as f64
    }

    /// The share of what is so that was said.
    #[must_use]
    pub fn recall(&self) -> f64 {
        self.hit as f64 / (self.hit + self.missed).max(1) as f64
    }

    /// The harmonic mean of the two.
    #[must_use]
    pub fn f1(&self) -> f64 {
        2.0 * self.hit as f64 / (2 * self.hit + self.extra + self.missed).max(1) as f64
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "F1 {:.3} (P {:.3} R {:.3})", self.f1(), self.precision(), self.recall())
    }
}

/// What is shown of a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures {
    /// Evidence or none.
    pub decision: Tally,
    /// Strong against direct.
    pub strong: Tally,
    /// How well the scores order the pairs.
    pub average_precision: f64,
    /// How many pairs there are.
    pub pairs: usize,
}

impl Figures {
    /// The figures of some pairs.
    #[must_use]
    pub fn of(pairs: &[Pair]) -> Self {
        Self {
            decision: Tally::of(pairs.iter(), Pair::decided, Pair::positive),
            strong: Tally::of(pairs.iter(), Pair::strong, Pair::direct),
            average_precision: average_precision(pairs),
            pairs: pairs.len(),
        }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { decision, strong, average_precision, pairs } = self;
        write!(f, "{decision}  AP {average_precision:.3}  strong-F1 {:.3}  pairs {pairs}", strong.f1())
    }
}

/// Area under precision and recall, as a sum over distinct scores (pairs of one score share a level).
#[must_use]
pub fn average_precision(pairs: &[Pair]) -> f64 {
    let positives = pairs.iter().filter(|pair| pair.positive()).count();
    let mut order: Vec<&Pair> = pairs.iter().collect();
    order.sort_by(|a, b| b.score.total_cmp(&a.score));
    let (mut hits, mut seen, mut area) = (0, 0, 0.0);
    for level in order.chunk_by(|a, b| a.score.total_cmp(&b.score).is_eq()) {
        let hit = level.iter().filter(|pair| pair.positive()).count();
        hits += hit;
        seen += level.len();
        area += hit as f64 / positives.max(1) as f64 * hits as f64 / seen as f64;
    }
    area
}
