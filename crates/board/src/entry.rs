//! A piece of text that two people may write at the same time.

use crate::{id::PersonId, time::Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use wire::{Tree, Wire, WireError};

/// A text, and the versions that lost a race and still wait for a choice.
///
/// On the wire a text without waiting versions is a plain string, which is nearly all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Entry {
    /// What is shown.
    pub text: String,
    /// Who wrote it, when it is not the person who made the item.
    pub by: Option<PersonId>,
    /// Versions written at the same time, oldest first, until someone chooses.
    pub others: Vec<Version>,
}

/// A version of a text that somebody wrote while somebody else wrote another.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Version {
    /// The words.
    pub text: String,
    /// Who wrote them.
    pub by: PersonId,
    /// When the two versions met.
    pub at: Timestamp,
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

/// How an [`Entry`] with waiting versions travels.
#[derive(Wire)]
struct Contested {
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<Version>,
}

impl Wire for Entry {
    fn blank() -> Self {
        Self::default()
    }

    fn take(&mut self, tree: Tree<'_>) -> Result<(), WireError> {
        *self = match tree {
            Tree::Text(text) => Self::new(text.into_owned()),
            tree => {
                let Contested { text, by, others } = wire::read(tree)?;
                Self { text, by, others }
            }
        };
        Ok(())
    }

    fn write(&self) -> Tree<'_> {
        if self.by.is_none() && self.others.is_empty() {
            return Tree::Text(Cow::Borrowed(&self.text));
        }
        let mut fields = vec![(Cow::Borrowed("text"), self.text.write())];
        if self.by.is_some() {
            fields.push((Cow::Borrowed("by"), self.by.write()));
        }
        if !self.others.is_empty() {
            fields.push((Cow::Borrowed("others"), self.others.write()));
        }
        Tree::Map(fields)
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        wire::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        wire::deserialize(deserializer)
    }
}
