//! The optional answers for reports, apart from everything else (features.md A17).

use crate::office::demographics::Demographics;
use wire::Wire;

/// The answers of one mentee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DemographicsInfo {
    /// The answers.
    pub answers: Demographics,
    /// Goes up with every change; 0 while there are none.
    pub version: u64,
    /// Whether the mentee agreed that they are kept; nothing: not asked yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreed: Option<bool>,
}

/// Writes the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SetDemographics {
    /// The answers, all of them.
    pub answers: Demographics,
    /// That the mentee agrees that they are kept for reports. Needed while no consent stands.
    pub agreed: bool,
}
