//! What the two promise each other (features.md A14).

use crate::{entry::Entry, id::PersonId, time::Timestamp};
use serde::{Deserialize, Serialize};

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
