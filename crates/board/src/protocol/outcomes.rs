//! What came of a duo, as the association notes it (features.md K10, K11).

use crate::office::outcome::Outcome;
use uuid::Uuid;
use wire::Wire;

/// Notes an outcome. The sender makes the id, so that a repeated request notes nothing twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewOutcome {
    /// Which.
    pub id: Uuid,
    /// What.
    pub outcome: Outcome,
}

/// An outcome that is noted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OutcomeInfo {
    /// Which.
    pub id: Uuid,
    /// Goes up with every change.
    pub version: u64,
    /// What.
    pub outcome: Outcome,
    /// Whether it is lasting work, by the setting of today.
    pub durable: bool,
}
