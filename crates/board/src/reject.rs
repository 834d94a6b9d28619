//! Why an operation is not carried out.

use crate::{op::TextField, text::TextError};
use wire::Wire;

/// A refusal with a stable code. Its words are in the app's catalogues.
#[derive(Clone, Debug, PartialEq, Eq, Wire, thiserror::Error)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reject {
    /// The item is not there for this person: never was, or is private to somebody else now.
    #[error("the item is not there")]
    NotFound,
    /// This person may not do this.
    #[error("this person may not do this")]
    NotAllowed,
    /// The item is of another kind.
    #[error("the item is of another kind")]
    WrongKind,
    /// The person removed the item on another device.
    #[error("the item was removed")]
    Removed,
    /// Removed more than 30 days ago.
    #[error("the item was removed too long ago")]
    TooLate,
    /// An item with this id exists.
    #[error("an item with this id exists")]
    Exists,
    /// A text breaks its field's rule.
    #[error("{field:?}: {error}")]
    Text {
        /// Which text.
        field: TextField,
        /// Which rule.
        error: TextError,
    },
    /// A value that this version does not know; also a reason that it does not know.
    #[error("unknown value")]
    #[serde(other)]
    UnknownValue,
    /// This version of a CV was sent; a copy of it can be changed (M17).
    #[error("the version was sent and does not change")]
    Sealed,
    /// The board holds as much as it can.
    #[error("the board is full")]
    Full,
}
