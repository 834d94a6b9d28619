//! Everything that is kept of one person, to take along (features.md M32).

use super::{
    account::{Digest, VolunteerHour},
    boards::PersonName,
    consents::ConsentInfo,
    drafts::Draft,
    help::HelpRequest,
    library::CodeCard,
    looks::Look,
    reminders::MyReminders,
    session::DeviceInfo,
};
use crate::{
    actor::{Role, Seat},
    cv::FileRef,
    id::{BoardId, PersonId},
    item::Item,
    office::{demographics::Demographics, follow_up::FollowUpAnswer, outcome::Outcome},
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
    /// What they have begun to write on a device that keeps nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub drafts: Vec<Draft>,
    /// Their hours as a volunteer.
    pub hours: Vec<VolunteerHour>,
    /// Since when a calendar can read their meetings.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar_since: Option<Timestamp>,
    /// The letter of the week.
    #[serde(default)]
    pub digest: Digest,
    /// Reminders, once some were chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminders: Option<MyReminders>,
    /// What the association keeps besides.
    #[serde(default)]
    pub office: MyOffice,
}

/// What the association keeps of one person, beside their boards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct MyOffice {
    /// Who looked at what.
    pub looks: Vec<Look>,
    /// What the person agreed to.
    pub consents: Vec<ConsentInfo>,
    /// The answers for reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answers: Option<Demographics>,
    /// What began for the person.
    pub outcomes: Vec<Outcome>,
    /// What the person said some months after the start.
    pub follow_ups: Vec<MyFollowUp>,
}

/// An answer some months after the start of a duo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MyFollowUp {
    /// After how many months.
    pub month: u8,
    /// What was noted.
    pub answer: FollowUpAnswer,
    /// On which day.
    pub on: NaiveDate,
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
