//! What the two promise each other (features.md A14).

use crate::{entry::Entry, id::PersonId, item::Item, time::Timestamp, world::World};
use wire::Wire;

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Signature {
    /// Whose.
    pub by: PersonId,
    /// When.
    pub at: Timestamp,
}

/// The version of the fixed text that today's app shows.
pub const AGREEMENT_VERSION: u16 = 1;
/// Days after the start when a missing signature is a signal (health.md R9).
pub const AGREEMENT_DAYS: i64 = 14;

/// The agreement of a duo: a fixed text in plain words, and what the two add.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Agreement {
    /// The version of the fixed text.
    pub version: u16,
    /// Days between two meetings.
    pub cadence_days: u16,
    /// What the two want to reach, in their words. A change takes the signatures away.
    #[serde(default, skip_serializing_if = "Entry::is_empty")]
    pub notes: Entry,
    /// Who signed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signed: Vec<Signature>,
}

impl Agreement {
    /// Whether this person has signed what stands there now.
    #[must_use]
    pub fn is_signed_by(&self, person: PersonId) -> bool {
        self.signed.iter().any(|signature| signature.by == person)
    }
}

/// The agreement of a duo: the first one, should both have begun one at the same time. One from
/// an earlier duo is the mentee's own by now.
#[must_use]
pub fn current(world: &World) -> Option<&Item> {
    let all = world.shared.items.values();
    all.filter(|item| item.is_live() && item.as_agreement().is_some())
        .min_by_key(|item| (item.at, item.id))
}

#[cfg(test)]
mod tests;
