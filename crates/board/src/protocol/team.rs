//! Accounts of the association and its branches (features.md A01, K01).

use crate::{
    actor::Role,
    id::{BranchId, PersonId},
    office::region::Region,
    protocol::duos::{FreshInvitation, InvitationState},
};
use wire::Wire;

/// Somebody who works for the association.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffMember {
    /// Who.
    pub id: PersonId,
    /// Version, for `If-Match`.
    pub version: u64,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// The branches they look after.
    pub branches: Vec<BranchId>,
    /// Number of devices that are signed in.
    pub devices: u32,
    /// Their newest invitation, unless they came in with it.
    pub invitation: Option<InvitationState>,
    /// Whether whoever asks may change this account.
    pub may_change: bool,
}

/// An account as it is to be, new or changed.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct StaffFields {
    /// Name.
    pub name: String,
    /// Role. A branch admin sets up coordinators alone.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// The branches they look after; all of them for an organisation admin, none for a funder.
    #[serde(default)]
    pub branches: Vec<BranchId>,
}

/// A new account with its way in.
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StaffAdded {
    /// The account.
    pub member: StaffMember,
    /// The only moment its secrets are told.
    pub invitation: FreshInvitation,
}

/// A branch, for those who set branches up.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BranchCard {
    /// Which.
    pub id: BranchId,
    /// Version, for `If-Match`.
    pub version: u64,
    /// Name, phone and region.
    pub fields: BranchFields,
    /// Number of duos it has or had.
    pub duos: u32,
    /// Number of colleagues who look after it.
    pub staff: u32,
}

/// What is set of a branch.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BranchFields {
    /// Its name, usually a town.
    pub name: String,
    /// The human phone number; nothing as long as there is none.
    #[serde(default)]
    pub phone: String,
    /// The region, whose public employment service counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
}

/// Longest phone number, in characters.
pub const PHONE_MAX: usize = 30;
