//! Signing in, who I am, and which devices can open my plan (sign-in.md).

use crate::{
    actor::Role,
    id::{BranchId, PersonId, SessionId},
    protocol::boards::BoardInfo,
    time::Timestamp,
};
use wire::Wire;

/// What a person holds to come in: the secret of a link or QR, or the ten digits.
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Key {
    /// What follows `#` in the link.
    Token(String),
    /// Ten digits; spaces and dashes do not matter.
    Code(String),
}

/// Asks whom an invitation is for, without using it.
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LookAtInvitation {
    /// What the person holds.
    pub key: Key,
}

/// Whom an invitation is for: "You are Asmae. Your mentor is Cécile."
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationSeen {
    /// Their name.
    pub name: String,
    /// As what they come in.
    pub role: Role,
    /// The other person of the duo.
    pub other: Option<String>,
}

/// Uses an invitation: "Yes, it is me".
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    /// What the person holds.
    pub key: Key,
    /// Is this device only theirs? If not, nothing stays on it (sign-in.md step 4).
    pub own_device: bool,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// This signed-in device.
    pub id: SessionId,
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Language tag (`fr`, `nl`, `en`).
    pub lang: String,
    /// Whether the device is only theirs.
    pub own_device: bool,
    /// Seconds without any use after which the session ends.
    pub idle_seconds: u32,
    /// The boards they may open, newest duo first. Empty for staff.
    pub boards: Vec<BoardInfo>,
    /// The branches they look after. Empty for mentees and mentors.
    pub branches: Vec<BranchInfo>,
    /// The app that the server hands out now: a page of another one has a newer one to fetch.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub build: String,
    /// Stands for all of the above: an app that sends it back as `known` when it opens a board is
    /// told in the same answer whether anything of it changed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub mark: String,
}

/// A branch.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BranchInfo {
    /// Which.
    pub id: BranchId,
    /// Its name, usually a town.
    pub name: String,
    /// The human phone number of the branch.
    pub phone: String,
}

/// Changes what a person set for themselves.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ChangeSession {
    /// Language tag.
    pub lang: String,
}

/// A device that can open a person's plan.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeviceInfo {
    /// Which session.
    pub id: SessionId,
    /// Kind of device in two words, for example "Android, Chrome". Not a fingerprint.
    pub label: String,
    /// Since when.
    pub since: Timestamp,
    /// Last use, to the hour.
    pub last_used: Timestamp,
    /// Whether this is the device that asks.
    pub current: bool,
    /// Whether it is only theirs.
    pub own_device: bool,
}
