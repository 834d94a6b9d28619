//! Everything that is kept of one person, to take along (features.md M32).

use super::{
    account::{Digest, VolunteerHour},
    boards::PersonName,
    help::HelpRequest,
    library::CodeCard,
    session::DeviceInfo,
};
use crate::{
    actor::{Role, Seat},
    cv::FileRef,
    id::{BoardId, PersonId},
    item::Item,
    time::Timestamp,
};
use chrono::NaiveDate;
use wire::Wire;

/// Everything that is kept of one person.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyData {
    /// When this was put together.
    pub at: Timestamp,
    /// Who they are.
    pub profile: MyProfile,
    /// What they wrote, board by board.
    pub boards: Vec<MyBoard>,
    /// The times they accompanied somebody, or were accompanied.
    pub duos: Vec<MyDuo>,
    /// Their files.
    pub files: Vec<MyFile>,
    /// The devices on which they are signed in.
    pub devices: Vec<DeviceInfo>,
    /// When they asked for a call.
    pub help: Vec<HelpRequest>,
    /// The cards they wrote for the library.
    pub cards: Vec<CodeCard>,
    /// Their hours as a volunteer.
    pub hours: Vec<VolunteerHour>,
    /// Since when a calendar can read their meetings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar_since: Option<Timestamp>,
    /// The letter of the week.
    #[serde(default)]
    pub digest: Digest,
}

/// Who a person is.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyProfile {
    /// Who.
    pub person: PersonId,
    /// The name or pseudonym that the coordinator wrote.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Language tag.
    pub lang: String,
    /// Since when they are known.
    pub since: Timestamp,
}

/// What one person has on one board.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyBoard {
    /// Which.
    pub board: BoardId,
    /// As what.
    pub seat: Seat,
    /// The other one, while the board is shared with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<PersonName>,
    /// Of a mentee, everything both read; of a mentor, what they wrote there.
    pub shared: Vec<Item>,
    /// What is theirs alone.
    pub private: Vec<Item>,
}

/// A duo, without the name of the other one.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyDuo {
    /// On which board.
    pub board: BoardId,
    /// First day.
    pub start: NaiveDate,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Timestamp>,
}

/// A file that a person sent.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyFile {
    /// On which board.
    pub board: BoardId,
    /// Which.
    pub file: FileRef,
    /// When.
    pub at: Timestamp,
}
