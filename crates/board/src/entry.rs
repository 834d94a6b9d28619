//! A piece of text that two people may write at the same time.

use crate::{id::PersonId, time::Timestamp};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{self, MapAccess, Visitor},
};
use std::fmt;

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
#[derive(Serialize, Deserialize)]
struct Contested {
    text: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    by: Option<PersonId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    others: Vec<Version>,
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.by.is_none() && self.others.is_empty() {
            return serializer.serialize_str(&self.text);
        }
        let Self { text, by, others } = self.clone();
        Contested { text, by, others }.serialize(serializer)
    }
}

// By hand: an untagged enum would buffer every text and cost the app several KB.
impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Entry;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text, or a text with its waiting versions")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Entry, E> {
                Ok(Entry::new(text.to_owned()))
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Entry, A::Error> {
                let map = de::value::MapAccessDeserializer::new(map);
                let Contested { text, by, others } = Contested::deserialize(map)?;
                Ok(Entry { text, by, others })
            }
        }
        deserializer.deserialize_any(Either)
    }
}
