//! Who changed what, and when (features.md A15).

use super::boards::FeedEvent;
use crate::space::Side;
use wire::Wire;

/// One event of a space the reader may read.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HistoryEvent {
    /// Which space.
    pub side: Side,
    /// What happened; never `own`.
    pub event: FeedEvent,
}

/// A page of history, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Wire)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct History {
    /// The events.
    pub events: Vec<HistoryEvent>,
    /// Ask with this for what is older; absent at the beginning of time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
}
