//! Kinds of what is taken out, and what stands in their place.

/// What was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RemovedKind {
    /// The person's own name.
    Own,
    /// An e-mail address.
    Email,
    /// The address of a page or a file, or a name in a network.
    Link,
    /// The number of a passport, an account or another thing that is one person's.
    Number,
    /// The day on which somebody was born.
    Birth,
    /// A telephone number.
    Phone,
    /// A postal address or a part of one.
    Address,
    /// An employer, a school or a project.
    Employer,
    /// A name, or a word that may be one.
    Name,
}

/// How many different ones of a kind were taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Removed {
    /// The kind.
    pub kind: RemovedKind,
    /// How many.
    pub count: usize,
}

impl RemovedKind {
    /// All kinds, in the order in which they are told.
    pub const ALL: [Self; 9] = [
        Self::Own,
        Self::Email,
        Self::Link,
        Self::Number,
        Self::Birth,
        Self::Phone,
        Self::Address,
        Self::Employer,
        Self::Name,
    ];

    /// What stands in its place.
    pub(super) fn placeholder(self) -> &'static str {
        match self {
            Self::Own => "MY NAME",
            Self::Email => "EMAIL",
            Self::Link => "LINK",
            Self::Number => "NUMBER",
            Self::Birth => "DATE OF BIRTH",
            Self::Phone => "PHONE",
            Self::Address => "ADDRESS",
            Self::Employer => "EMPLOYER",
            Self::Name => "NAME",
        }
    }

    /// The placeholder of the one that was found as number `place` of its kind, from 0. A person is one.
    pub(super) fn shown(self, place: usize) -> String {
        match self {
            Self::Own => format!("[{}]", self.placeholder()),
            _ => format!("[{} {}]", self.placeholder(), place + 1),
        }
    }

    /// Its name in a report, in the plural.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Self::Own => "your own name",
            Self::Email => "e-mail addresses",
            Self::Link => "links",
            Self::Number => "numbers of licences, passports, accounts and such",
            Self::Birth => "dates of birth",
            Self::Phone => "telephone and other personal numbers",
            Self::Address => "addresses and towns",
            Self::Employer => "employers, schools and projects",
            Self::Name => "names and words that may be names",
        }
    }
}
