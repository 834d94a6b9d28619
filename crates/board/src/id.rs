//! Typed ids, so that a person can never be passed where a board is meant.
//!
//! Ids are UUIDv7 made by whoever creates the thing (the app for items, the server for people);
//! this crate never makes one, since it has neither clock nor randomness.

use std::{fmt, str::FromStr};
use uuid::Uuid;
use wire::{Wire, id_of};

/// The text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an id is 32 digits in five groups")]
pub struct NoId;

macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Wire)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = NoId;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                id_of(text).map(Self).ok_or(NoId)
            }
        }
    };
}

typed_id!(
    /// A mentee's action-plan board. It outlives any one duo.
    BoardId
);
typed_id!(
    /// Anyone who signs in: mentee, mentor or staff.
    PersonId
);
typed_id!(
    /// A mentee and a mentor, together for some months.
    DuoId
);
typed_id!(
    /// A branch of the organisation.
    BranchId
);
typed_id!(
    /// A list of duos that came as a file.
    ImportId
);
typed_id!(
    /// One thing on a board: an objective, a step, an application, a comment.
    ItemId
);
typed_id!(
    /// One app installation: it numbers its own operations.
    DeviceId
);
typed_id!(
    /// A one-time way in, as a link, a QR or ten digits.
    InvitationId
);
typed_id!(
    /// A signed-in device of a person, as listed under "phones that can open my plan".
    SessionId
);
typed_id!(
    /// A time that a coordinator spoke with one of a duo.
    ContactId
);
typed_id!(
    /// A break of a duo that a coordinator noted.
    BreakId
);
