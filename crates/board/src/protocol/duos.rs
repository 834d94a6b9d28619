//! What coordinators do with duos. Enumerated fields, numbers, dates and the names they wrote
//! themselves: no type here can hold a word of a board (features.md K03).

use crate::{
    actor::Role,
    id::{BranchId, DuoId, InvitationId, PersonId},
    slug::Slug,
    time::Timestamp,
    wire_enum::wire_enum,
};
use chrono::{Days, NaiveDate};
use wire::Wire;

/// Creates a duo (K01). Each of the two is somebody new, with a name and a language, or somebody
/// the branch knows: a mentee keeps the board, a mentor may have several duos.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewDuo {
    /// The mentee, when the branch knows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentee: Option<PersonId>,
    /// Name or pseudonym of a new mentee.
    #[serde(default)]
    pub mentee_name: String,
    /// Language tag of a new mentee.
    #[serde(default)]
    pub mentee_lang: String,
    /// The mentor, when the branch knows them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mentor: Option<PersonId>,
    /// Name or pseudonym of a new mentor.
    #[serde(default)]
    pub mentor_name: String,
    /// Language tag of a new mentor.
    #[serde(default)]
    pub mentor_lang: String,
    /// The branch that looks after them.
    pub branch: BranchId,
    /// First day.
    pub start: NaiveDate,
    /// Days between two meetings (health.md: 7 by default).
    pub cadence_days: u16,
    /// Last day; 26 weeks after the first one when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub planned_end: Option<NaiveDate>,
    /// The sector the mentee aims at; nothing: no project yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sector: Option<Slug>,
    /// Who of the branch looks after them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinator: Option<PersonId>,
    /// The mentor has [`DUOS_MANY`] running duos or more, and that is meant.
    #[serde(default)]
    pub confirm_many: bool,
}

/// Running duos from which on one more for the same mentor is asked about.
pub const DUOS_MANY: u32 = 3;

/// The planned end of a duo of which nothing else is said: 26 weeks after its first day.
#[must_use]
pub fn planned_end(start: NaiveDate) -> NaiveDate {
    start.checked_add_days(Days::new(26 * 7)).unwrap_or(NaiveDate::MAX)
}

/// Longest name or pseudonym, in characters.
pub const NAME_MAX: usize = 80;

/// Shortest and longest cadence that a duo can agree on, in days.
pub const CADENCE_DAYS: std::ops::RangeInclusive<u16> = 1..=60;

/// A duo, as coordinators see it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Duo {
    /// Which.
    pub id: DuoId,
    /// Its version, for `If-Match`.
    pub version: u64,
    /// The branch that looks after it.
    pub branch: BranchId,
    /// Name of that branch.
    pub branch_name: String,
    /// First day.
    pub start: NaiveDate,
    /// Days between two meetings.
    pub cadence_days: u16,
    /// The mentee.
    pub mentee: Member,
    /// The mentor.
    pub mentor: Member,
}

/// One of the two, as coordinators see them.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Member {
    /// Who.
    pub id: PersonId,
    /// The name the coordinator wrote.
    pub name: String,
    /// Mentee or mentor.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// Number of devices that are signed in.
    pub devices: u32,
    /// Their newest invitation, unless they came in and all is well.
    pub invitation: Option<InvitationState>,
}

wire_enum! {
    /// What became of an invitation.
    InvitationStatus {
        /// Waiting to be opened.
        Waiting = "waiting",
        /// Someone came in with it.
        Used = "used",
        /// Too old.
        Expired = "expired",
        /// Ended by the coordinator or by a newer one.
        Ended = "ended",
    }
}

/// An invitation, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InvitationState {
    /// Which.
    pub id: InvitationId,
    /// What became of it.
    pub status: InvitationStatus,
    /// Until when it opens.
    pub expires: Timestamp,
    /// When someone came in with it.
    pub used: Option<Timestamp>,
    /// Kind of device that came in, for "was this Fatima?".
    pub device: Option<String>,
}

wire_enum! {
    /// How an invitation is handed over, which sets how long it lives (sign-in.md steps 1, 2).
    Handover {
        /// Face to face: ten minutes.
        InPerson = "in_person",
        /// Sent or printed: 72 hours.
        Remote = "remote",
    }
}

/// Makes a new invitation for a person.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// How it is handed over.
    pub handover: Handover,
    /// The phone was lost: end every session of this person first (M02).
    #[serde(default)]
    pub end_sessions: bool,
}

/// A fresh invitation: the only moment its secret is told.
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FreshInvitation {
    /// Which.
    pub id: InvitationId,
    /// Whose.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Mentee or mentor.
    pub role: Role,
    /// Their language tag, for the slip.
    pub lang: String,
    /// The link, with the secret behind `#`.
    pub link: String,
    /// Ten digits, grouped: `019-450-7302`.
    pub code: String,
    /// The link as a QR, an SVG document.
    pub qr_svg: String,
    /// Until when it opens.
    pub expires: Timestamp,
}

/// A new duo with the two invitations.
#[derive(Clone, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DuoCreated {
    /// The duo.
    pub duo: Duo,
    /// For the mentee, then for the mentor.
    pub invitations: Vec<FreshInvitation>,
}
