//! Why words of a line speak for a criterion.

use std::fmt::{self, Display, Formatter};

use serde::{Serialize, Serializer};

/// Why words of a line speak for a criterion. In JSON it is what it displays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// They are this keyword of the criterion, in one of its forms.
    Keyword(String),
    /// They stand for this action or subject, which the criterion asks for.
    CountsAs(&'static str),
    /// They are words of the criterion's name.
    WordOfName,
    /// The role uses them for this criterion more than for the others.
    OwnWord,
}

impl Display for Why {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Keyword(keyword) => write!(out, "keyword: {keyword}"),
            Self::CountsAs(meant) => write!(out, "counts as {meant}"),
            Self::WordOfName => out.write_str("word of the name"),
            Self::OwnWord => out.write_str("one of its words"),
        }
    }
}

impl Serialize for Why {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
