//! What coordinators note of their talks with the two of a duo, and whom to call next
//! (features.md K06, K07). The note is the coordinators' own; nobody else reads it.

use crate::{
    actor::Seat,
    id::{ContactId, DuoId},
    office::contact::{Channel, SpokeWith, TaskKind},
    protocol::help::HelpTopic,
    time::Timestamp,
};
use chrono::NaiveDate;
use uuid::Uuid;
use wire::Wire;

/// What a coordinator notes of a talk.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewContact {
    /// With whom.
    pub with: SpokeWith,
    /// On which day: not to come.
    pub day: NaiveDate,
    /// By what way.
    pub channel: Channel,
    /// When to speak again: not before the talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<NaiveDate>,
    /// A note for the coordinators of the branch, at most 2000 characters.
    #[serde(default)]
    pub note: String,
}

/// A talk that was noted.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeContact {
    /// Which.
    pub id: ContactId,
    /// Its version, for `If-Match`.
    pub version: u64,
    /// What was noted.
    pub said: NewContact,
    /// Who noted it, by name.
    pub author: String,
    /// Whether that is the reader, who alone may change it.
    pub own: bool,
    /// When it was noted.
    pub at: Timestamp,
}

/// Somebody to call.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactTask {
    /// In which duo.
    pub duo: DuoId,
    /// Which of the two.
    pub with: Seat,
    /// Their name.
    pub name: String,
    /// The name of the other one.
    pub other: String,
    /// The branch, by name.
    pub branch_name: String,
    /// By which day.
    pub due: NaiveDate,
    /// Why.
    pub kind: TaskKind,
    /// The oldest request for help of theirs that waits, to answer it with the same press.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<Uuid>,
    /// What that request is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<HelpTopic>,
}

/// Whom to call: what is overdue and what comes within two weeks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ContactCalendar {
    /// The day it is in Belgium.
    pub today: NaiveDate,
    /// The oldest first.
    pub tasks: Vec<ContactTask>,
    /// How many more there are than are told.
    pub more: u32,
}

/// Days ahead that the calendar tells of.
pub const CALENDAR_DAYS: u64 = 14;
/// Most lines it tells.
pub const CALENDAR_MAX: usize = 300;
