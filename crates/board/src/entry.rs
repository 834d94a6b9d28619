//! A piece of text that two people may write at the same time.

use crate::{id::PersonId, time::Timestamp};
use serde::{Deserialize, Serialize};

/// A text, and the versions that lost a race and still wait for a choice.
///
/// On the wire a text without waiting versions is a plain string, which is nearly all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(from = "EntryWire", into = "EntryWire")]
pub struct Entry {
    /// What is shown.
    pub text: String,
    /// Who wrote it, when it is not the person who made the item.
    pub by: Option<PersonId>,
    /// Versions written at the same time, oldest first, until someone chooses.
    pub others: Vec<Version>,
}

/// A version of a text that somebody wrote while somebody else wrote another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Version {
    /// The words.
    pub text: String,
    /// Who wrote them.
    pub by: PersonId,
    /// When the two versions met.
    pub at: Timestamp,
}

/// How an [`Entry`] travels.
#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum EntryWire {
    Plain(String),
    Full {
        text: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonId>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        others: Vec<Version>,
    },
}

impl Entry {
    /// A text that nobody contests.
    #[must_use]
    pub fn new(text: String) -> Self {
        Self { text, by: None, others: Vec::new() }
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty() && self.others.is_empty()
    }
}

impl From<EntryWire> for Entry {
    fn from(wire: EntryWire) -> Self {
        match wire {
            EntryWire::Plain(text) => Self::new(text),
            EntryWire::Full { text, by, others } => Self { text, by, others },
        }
    }
}

impl From<Entry> for EntryWire {
    fn from(entry: Entry) -> Self {
        if entry.by.is_none() && entry.others.is_empty() {
            Self::Plain(entry.text)
        } else {
            Self::Full { text: entry.text, by: entry.by, others: entry.others }
        }
    }
}
