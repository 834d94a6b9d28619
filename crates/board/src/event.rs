//! What happened in a space: the log that every reader follows.

use crate::{
    id::{ItemId, PersonId},
    item::Item,
    op::Op,
    time::Timestamp,
};
use wire::Wire;

/// One accepted change of a space.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Event {
    /// Its number in the space, from 1, without gaps.
    pub rev: u64,
    /// When the server accepted it.
    pub at: Timestamp,
    /// Whose change it is.
    pub by: PersonId,
    /// What changed.
    pub change: Change,
}

/// What an [`Event`] did.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[expect(clippy::large_enum_variant, reason = "a few live at a time, each for a moment")]
pub enum Change {
    /// Somebody's intention, applied to this space.
    Op(Op),
    /// Items that came from somebody's private space (M10).
    Arrive(Vec<Item>),
    /// Items that went to somebody's private space.
    Depart(Vec<ItemId>),
}
