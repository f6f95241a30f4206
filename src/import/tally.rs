//! Where each line of the source went.

use std::fmt;

/// A part of the role spec, or of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `title`
    Title,
    /// `function`
    Function,
    /// `about`
    About,
    /// `activities`
    Activities,
    /// `kpis`
    Kpis,
    /// `requirements`
    Requirements,
    /// `stages`
    Stages,
    /// `questions`
    Questions,
    /// A heading: it says what stands below it.
    Headings,
}

/// Why a line stays out on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The same on every page.
    Boilerplate,
    /// What the employer gives.
    Benefits,
    /// About the employer.
    Company,
    /// Equal opportunity, privacy and the like.
    Legal,
    /// Pay.
    Salary,
    /// How to apply.
    Apply,
    /// Place, hours, contract.
    Facts,
    /// Menus and footers.
    Menu,
    /// Said before.
    Repeated,
    /// Of lesser importance than what was taken.
    Lesser,
}

/// What became of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It stands in the role spec.
    Used(Part),
    /// It has no place in a role spec.
    LeftOut(Reason),
    /// No rule knew what to do with it.
    Nowhere,
}

/// A line, or a sentence of one that went another way than the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The line of the source, from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
    /// What became of it.
    pub fate: Fate,
}

/// Where each line went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The pieces, in the source's order.
    pub pieces: Vec<Piece>,
}

impl Tally {
    /// How many pieces met this fate.
    #[must_use]
    pub fn count(&self, fate: Fate) -> usize {
        self.pieces.iter().filter(|piece| piece.fate == fate).count()
    }
}

impl Part {
    fn label(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Function => "function",
            Self::About => "about",
            Self::Activities => "activities",
            Self::Kpis => "KPIs",
            Self::Requirements => "requirements",
            Self::Stages => "stages",
            Self::Questions => "questions",
            Self::Headings => "headings",
        }
    }
}

impl Reason {
    fn label(self) -> &'static str {
        match self {
            Self::Boilerplate => "boilerplate",
            Self::Benefits => "benefits",
            Self::Company => "about the employer",
            Self::Legal => "legal text",
            Self::Salary => "pay",
            Self::Apply => "how to apply",
            Self::Facts => "place, hours, contract",
            Self::Menu => "menus and footers",
            Self::Repeated => "said before",
            Self::Lesser => "of lesser importance",
        }
    }
}

/// The counts, then the lines that were left out or went nowhere.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut fates: Vec<Fate> = self.pieces.iter().map(|piece| piece.fate).collect();
        fates.sort_unstable();
        fates.dedup();
        let of = |wanted: fn(&Fate) -> bool| self.pieces.iter().filter(|piece| wanted(&piece.fate)).count();
        let used = of(|fate| matches!(fate, Fate::Used(_)));
        let left_out = of(|fate| matches!(fate, Fate::LeftOut(_)));
        let nowhere = self.count(Fate::Nowhere);
        writeln!(f, "{} lines: {used} used, {left_out} left out, {nowhere} nowhere", self.pieces.len())?;
        for fate in &fates {
            match fate {
                Fate::Used(part) => writeln!(f, "  used      {:>4}  {}", self.count(*fate), part.label())?,
                Fate::LeftOut(reason) => writeln!(f, "  left out  {:>4}  {}", self.count(*fate), reason.label())?,
                Fate::Nowhere => writeln!(f, "  nowhere   {nowhere:>4}")?,
            }
        }
        for piece in &self.pieces {
            match piece.fate {
                Fate::Used(_) => {}
                Fate::LeftOut(reason) => {
                    writeln!(f, "left out ({}), line {}: {}", reason.label(), piece.line, piece.text)?;
                }
                Fate::Nowhere => writeln!(f, "nowhere, line {}: {}", piece.line, piece.text)?,
            }
        }
        Ok(())
    }
}
