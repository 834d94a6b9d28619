//! "Please call me": what reaches the coordinator (features.md M28, T14). No words of the board.

use crate::{actor::Role, id::DuoId, time::Timestamp, wire_enum::wire_enum};
use uuid::Uuid;
use wire::Wire;

wire_enum! {
    /// What a call is to be about.
    HelpTopic {
        /// "Please call me." Nothing more has to be said.
        Call = "call",
        /// We do not manage to meet.
        Meeting = "meeting",
        /// We do not get on.
        Match = "match",
        /// I do not know how to help with something.
        HowToHelp = "how_to_help",
        /// I am worried about somebody's safety or health.
        Safety = "safety",
        /// The app or the phone.
        App = "app",
    }
}

/// Asks the coordinator for a call.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct AskHelp {
    /// What about.
    pub topic: HelpTopic,
}

/// A request for a call, as the person who made it sees it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpRequest {
    /// Which.
    pub id: Uuid,
    /// What about.
    pub topic: HelpTopic,
    /// When it was made.
    pub at: Timestamp,
    /// When a coordinator said that they dealt with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Timestamp>,
}

/// The same, as a coordinator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HelpCall {
    /// The request.
    pub request: HelpRequest,
    /// In which duo.
    pub duo: DuoId,
    /// Who asks, by name.
    pub name: String,
    /// As what.
    pub role: Role,
}
